/**
 * Metadata that most architectures share: sizes, norms, RoPE, experts. Follows
 * TextModel.set_gguf_parameters in llama.cpp's conversion/base.py.
 */
import { bools, f32, string, u32 } from "../formats/gguf/metadata.ts";
import { badConfig, checkWhole, type ModelConfig } from "./config.ts";
import type { Entry } from "./family.ts";

/**
 * Entries with the architecture's prefix: `keys("llama", {...})`. undefined values are left out.
 * @throws AnechatError badModel for a value that its type can't hold
 */
export function keys(arch: string, values: Readonly<Record<string, Entry[1] | undefined>>): Entry[] {
  return Object.entries(values).flatMap(([key, value]) => {
    if (value === undefined) return [];
    if (!isWritable(value)) throw badConfig(`sets ${key} to ${String("value" in value ? value.value : "")}`);
    return [[`${arch}.${key}`, value] as const];
  });
}

function isWritable(value: Entry[1]): boolean {
  if (value.type === "u32") return Number.isInteger(value.value) && value.value >= 0 && value.value < 2 ** 32;
  return value.type !== "f32" || Number.isFinite(Math.fround(Number(value.value)));
}

const maybe = <T>(value: T | undefined, make: (value: T) => Entry[1]): Entry[1] | undefined =>
  value === undefined ? undefined : make(value);

export function commonMetadata(arch: string, config: ModelConfig): Entry[] {
  const experts = config.whole("num_local_experts", "num_experts");
  return [
    ...keys(arch, {
      block_count: u32(config.layers),
      context_length: maybe(config.whole("max_position_embeddings", "n_ctx", "n_positions"), u32),
      embedding_length: u32(config.hidden),
      feed_forward_length: maybe(config.whole("intermediate_size", "n_inner"), u32),
      "attention.head_count": u32(config.heads),
      "attention.head_count_kv": u32(config.kvHeads),
      "attention.layer_norm_rms_epsilon": maybe(config.number("rms_norm_eps", "norm_eps"), f32),
      "attention.layer_norm_epsilon": maybe(config.number("layer_norm_eps", "layer_norm_epsilon"), f32),
      "attention.key_length": maybe(config.whole("head_dim"), u32),
      "attention.value_length": maybe(config.whole("head_dim"), u32),
      expert_count: maybe(experts, u32),
      expert_used_count: maybe(config.whole("num_experts_per_tok", "top_k_experts"), u32),
    }),
    ...ropeMetadata(arch, config),
  ];
}

/** @throws AnechatError badModel for a scaling type that llama.cpp doesn't support */
export function ropeMetadata(arch: string, { rope }: ModelConfig): Entry[] {
  const { type, values } = rope;
  const number = (key: string): number | undefined => {
    const value = values[key];
    return typeof value === "number" ? value : undefined;
  };
  const base = {
    "rope.freq_base": maybe(rope.theta, f32),
    "rope.freq_base_swa": maybe(rope.localTheta, f32),
  };
  switch (type) {
    case undefined:
    case "default":
    // Its factors become a tensor.
    case "llama3":
    // Their families write the keys.
    case "dynamic":
    case "proportional":
      return keys(arch, base);
    case "linear":
      return keys(arch, {
        "rope.scaling.type": string("linear"),
        "rope.scaling.factor": maybe(number("factor"), f32),
        ...base,
      });
    case "yarn":
      return keys(arch, {
        "rope.scaling.type": string("yarn"),
        "rope.scaling.factor": maybe(number("factor"), f32),
        "rope.scaling.original_context_length": maybe(number("original_max_position_embeddings"), (value) =>
          u32(checkWhole(value, "original_max_position_embeddings")),
        ),
        "rope.scaling.yarn_ext_factor": maybe(number("extrapolation_factor"), f32),
        "rope.scaling.yarn_attn_factor": maybe(number("attention_factor") ?? number("attn_factor"), f32),
        "rope.scaling.yarn_beta_fast": maybe(number("beta_fast"), f32),
        "rope.scaling.yarn_beta_slow": maybe(number("beta_slow"), f32),
        ...base,
      });
    case "su":
    case "longrope":
      return keys(arch, { "rope.scaling.type": string("longrope"), ...base });
    default:
      throw badConfig(`sets the RoPE scaling "${type}", which llama.cpp doesn't support`);
  }
}

/** Which layers have a sliding window: from `layer_types`, or all but every n-th. */
export function slidingPattern(config: ModelConfig, every: number): Entry[1] {
  const types = config.list("layer_types");
  const isSliding = (_: unknown, layer: number): boolean =>
    types === undefined ? (layer + 1) % every !== 0 : types[layer] === "sliding_attention";
  return bools(Array.from({ length: config.layers }, isSliding));
}
