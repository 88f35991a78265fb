/** Qwen 2 and 2.5 have biases on q, k and v. Qwen 3 has norms on q and k, and may have experts. */
import { u32 } from "../../formats/gguf/metadata.ts";
import {
  attention,
  experts,
  type Family,
  feedForward,
  headAndTail,
  norm,
  preNorms,
  type Rules,
} from "../family.ts";
import { commonMetadata, keys } from "../metadata.ts";

const headNorms: Rules = {
  ...norm("self_attn.q_norm", "attn_q_norm"),
  ...norm("self_attn.k_norm", "attn_k_norm"),
};

export const qwen2: Family = {
  architectures: ["Qwen2ForCausalLM"],
  arch: "qwen2",
  rules: headAndTail,
  layerRules: { ...preNorms, ...attention, ...feedForward },
  metadata: (config) => commonMetadata("qwen2", config),
};

export const qwen3: Family = {
  ...qwen2,
  architectures: ["Qwen3ForCausalLM"],
  arch: "qwen3",
  layerRules: { ...qwen2.layerRules, ...headNorms },
  metadata: (config) => commonMetadata("qwen3", config),
};

export const qwen3moe: Family = {
  ...qwen3,
  architectures: ["Qwen3MoeForCausalLM"],
  arch: "qwen3moe",
  layerRules: { ...qwen3.layerRules, ...experts("mlp") },
  metadata: (config) => [
    ...commonMetadata("qwen3moe", config),
    ...keys("qwen3moe", { expert_feed_forward_length: u32(config.count("moe_intermediate_size")) }),
  ],
};
