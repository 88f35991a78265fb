/**
 * Granite: a llama with scales for embedding, attention, residuals and logits; dense, or with
 * experts whose gate and up are one matrix.
 */
import { f32, u32 } from "../../formats/gguf/metadata.ts";
import type { ModelConfig } from "../config.ts";
import { type Entry, experts, type Family, halves, type Rules } from "../family.ts";
import { keys } from "../metadata.ts";
import { llama, llamaLayer, llamaMetadata } from "./llama.ts";

function metadata(arch: string, config: ModelConfig): Entry[] {
  /** Zero means no scale. */
  const scale = (key: string) => {
    const value = config.number(key);
    return value === undefined || value === 0 ? undefined : f32(value);
  };
  const shared = config.whole("shared_intermediate_size") ?? 0;
  return [
    // llama.cpp's converter leaves head_dim out for Granite.
    ...llamaMetadata(arch, config).filter(([key]) => !/\.(key|value)_length$/.test(key)),
    ...keys(arch, {
      "attention.scale": scale("attention_multiplier"),
      embedding_scale: scale("embedding_multiplier"),
      residual_scale: scale("residual_multiplier"),
      logit_scale: scale("logits_scaling"),
      expert_shared_feed_forward_length: shared === 0 ? undefined : u32(shared),
    }),
  ];
}

const mixture: Rules = {
  // mlx-lm stores gate and up separately.
  ...experts("block_sparse_moe"),
  "block_sparse_moe.router.layer.weight": "ffn_gate_inp.weight",
  "block_sparse_moe.input_linear.weight": (weight) => halves(weight, "ffn_gate_exps", "ffn_up_exps"),
  "block_sparse_moe.output_linear.weight": "ffn_down_exps.weight",
  "shared_mlp.input_linear.weight": (weight, { config }) =>
    (config.number("num_local_experts") ?? 0) > 0
      ? halves(weight, "ffn_gate_shexp", "ffn_up_shexp")
      : halves(weight, "ffn_gate", "ffn_up"),
  "shared_mlp.output_linear.weight": (weight, { config }) => [
    [(config.number("num_local_experts") ?? 0) > 0 ? "ffn_down_shexp.weight" : "ffn_down.weight", weight],
  ],
};

/** From GraniteConfig. Without attention.scale, llama.cpp scales by the head size. */
const defaults = {
  attention_multiplier: 1,
  embedding_multiplier: 1,
  logits_scaling: 1,
  residual_multiplier: 1,
};

export const granite: Family = {
  ...llama,
  defaults,
  architectures: ["GraniteForCausalLM"],
  arch: "granite",
  layerRules: llamaLayer,
  metadata: (config) => metadata("granite", config),
};

export const graniteMoe: Family = {
  ...llama,
  defaults,
  architectures: ["GraniteMoeForCausalLM", "GraniteMoeSharedForCausalLM"],
  arch: "granitemoe",
  layerRules: { ...llamaLayer, ...mixture },
  metadata: (config) => metadata("granitemoe", config),
};
