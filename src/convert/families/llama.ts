/** Llama 1 to 3, Mistral, SmolLM 2 and other models of these architectures; Mixtral's experts. */
import { u32 } from "../../formats/gguf/metadata.ts";
import type { ModelConfig } from "../config.ts";
import {
  type Entry,
  experts,
  type Family,
  feedForward,
  headAndTail,
  type Output,
  permutedAttention,
  preNorms,
  type Rules,
} from "../family.ts";
import { commonMetadata, keys } from "../metadata.ts";
import { floats } from "../weight.ts";

/** Mixtral calls gate, down and up w1, w2 and w3. */
const mixtral: Rules = {
  ...experts("block_sparse_moe"),
  "block_sparse_moe.experts.*.w1.weight": "ffn_gate_exps.weight",
  "block_sparse_moe.experts.*.w2.weight": "ffn_down_exps.weight",
  "block_sparse_moe.experts.*.w3.weight": "ffn_up_exps.weight",
};

export const llamaLayer: Rules = { ...preNorms, ...permutedAttention, ...feedForward };

export function llamaMetadata(arch: string, config: ModelConfig): Entry[] {
  return [
    ...commonMetadata(arch, config),
    ...keys(arch, {
      vocab_size: u32(config.count("vocab_size")),
      "rope.dimension_count": u32(config.headSize),
    }),
  ];
}

/**
 * Llama 3 scales low frequencies more than high ones; llama.cpp takes the factors as a tensor.
 * The formula is transformers' _compute_llama3_parameters (modeling_rope_utils.py), the
 * rounding that of generate_extra_tensors in llama.cpp's conversion/llama.py, where torch
 * computes in float32 and divides by multiplying with a reciprocal.
 */
export function llama3Factors({ rope, headSize }: ModelConfig): Output[] {
  if (rope.type !== "llama3") return [];
  const number = (key: string, otherwise: number): number => {
    const value = rope.values[key];
    return typeof value === "number" ? value : otherwise;
  };
  const round = Math.fround;
  const divide = (dividend: number, divisor: number): number => round(round(1 / divisor) * round(dividend));
  const base = rope.theta ?? 10_000;
  const factor = number("factor", 8);
  const [low, high] = [number("low_freq_factor", 1), number("high_freq_factor", 4)];
  const context = number("original_max_position_embeddings", 8192);
  const factors = Array.from({ length: headSize / 2 }, (_, index) => {
    const frequency = divide(1, round(base ** round((2 * index) / headSize)));
    const wavelength = divide(2 * Math.PI, frequency);
    if (wavelength < context / high) return 1;
    if (wavelength > context / low) return factor;
    const smooth = round(round(divide(context, wavelength) - low) / round(high - low));
    return divide(1, round(round(round(1 - smooth) / factor) + smooth));
  });
  return [["rope_freqs.weight", floats(factors)]];
}

export const llama: Family = {
  architectures: ["LlamaForCausalLM", "MistralForCausalLM", "MixtralForCausalLM"],
  arch: "llama",
  rules: headAndTail,
  layerRules: { ...llamaLayer, ...mixtral, ...experts("mlp") },
  metadata: (config) => llamaMetadata("llama", config),
  extra: llama3Factors,
};
