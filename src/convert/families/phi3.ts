/**
 * Phi 3 and 4: q, k and v in one matrix, gate and up in another. Long contexts have a factor for
 * each frequency.
 */
import { f32, u32 } from "../../formats/gguf/metadata.ts";
import { badConfig, checkWhole, type ModelConfig } from "../config.ts";
import { type Entry, type Family, headAndTail, linear, type Output, preNorms } from "../family.ts";
import { keys } from "../metadata.ts";
import { floats } from "../weight.ts";

function rotatedNumbers(config: ModelConfig): number {
  const share = config.rope.values.partial_rotary_factor;
  const rotated = Math.floor((typeof share === "number" ? share : 1) * config.hidden);
  return Math.floor(checkWhole(rotated, "partial_rotary_factor") / config.heads);
}

function originalContext(config: ModelConfig): number {
  const original = config.rope.values.original_max_position_embeddings;
  return typeof original === "number"
    ? checkWhole(original, "original_max_position_embeddings")
    : config.count("max_position_embeddings");
}

function factors(config: ModelConfig, key: "long_factor" | "short_factor"): number[] | undefined {
  const list = config.rope.values[key];
  if (!Array.isArray(list)) return undefined;
  if (list.length !== rotatedNumbers(config) / 2 || !list.every((item) => typeof item === "number")) {
    throw badConfig(`has a ${key} that is not a list of ${rotatedNumbers(config) / 2} numbers`);
  }
  return list;
}

/**
 * The scale of attention scores in an extended context: LongRoPE's (arXiv:2402.13753) or YaRN's
 * (arXiv:2309.00071).
 */
function attentionFactor(config: ModelConfig): number {
  const original = originalContext(config);
  const scale = config.count("max_position_embeddings") / original;
  if (scale <= 1) return 1;
  switch (config.rope.type) {
    case "su":
    case "longrope":
      return Math.sqrt(1 + Math.log(scale) / Math.log(original));
    case "yarn":
      return 0.1 * Math.log(scale) + 1;
    default:
      throw badConfig(`has factors for each frequency with the RoPE scaling "${config.rope.type}"`);
  }
}

function metadata(config: ModelConfig): Entry[] {
  return keys("phi3", {
    context_length: u32(config.count("max_position_embeddings")),
    "rope.scaling.original_context_length": u32(originalContext(config)),
    embedding_length: u32(config.hidden),
    feed_forward_length: u32(config.count("intermediate_size")),
    block_count: u32(config.layers),
    "attention.head_count": u32(config.heads),
    "attention.head_count_kv": u32(config.kvHeads),
    "attention.layer_norm_rms_epsilon": f32(config.number("rms_norm_eps") ?? 1e-5),
    "rope.dimension_count": u32(rotatedNumbers(config)),
    "rope.freq_base": f32(config.rope.theta ?? 10_000),
    // Phi 4 has no window: llama.cpp recognizes it by a 0.
    "attention.sliding_window": u32(config.whole("sliding_window") ?? 0),
    "rope.scaling.attn_factor":
      factors(config, "long_factor") === undefined ? undefined : f32(attentionFactor(config)),
  });
}

function extra(config: ModelConfig): Output[] {
  const [long, short] = [factors(config, "long_factor"), factors(config, "short_factor")];
  if (long === undefined) return [];
  if (short === undefined) throw badConfig("has a long_factor without a short_factor");
  return [
    ["rope_factors_long.weight", floats(long)],
    ["rope_factors_short.weight", floats(short)],
  ];
}

export const phi3: Family = {
  architectures: ["Phi3ForCausalLM"],
  arch: "phi3",
  rules: headAndTail,
  layerRules: {
    ...preNorms,
    ...linear("self_attn.qkv_proj", "attn_qkv"),
    ...linear("self_attn.o_proj", "attn_output"),
    ...linear("mlp.gate_up_proj", "ffn_up"),
    ...linear("mlp.down_proj", "ffn_down"),
  },
  metadata,
  extra,
};
