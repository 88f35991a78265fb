/** Gemma 2 and 3: norms before and after each block, stored minus one; a window in most layers. */
import { f32, u32 } from "../../formats/gguf/metadata.ts";
import { attention, type Family, feedForward, headAndTail, norm, type Rules } from "../family.ts";
import { commonMetadata, keys } from "../metadata.ts";
import { plusOne } from "../weight.ts";

const rules: Rules = { ...headAndTail, ...norm("norm", "output_norm", plusOne) };

const layerRules: Rules = {
  ...norm("input_layernorm", "attn_norm", plusOne),
  ...norm("post_attention_layernorm", "post_attention_norm", plusOne),
  ...norm("pre_feedforward_layernorm", "ffn_norm", plusOne),
  ...norm("post_feedforward_layernorm", "post_ffw_norm", plusOne),
  ...attention,
  ...feedForward,
};

export const gemma2: Family = {
  architectures: ["Gemma2ForCausalLM"],
  arch: "gemma2",
  rules,
  layerRules,
  metadata: (config) => [
    // llama.cpp sets Gemma 2's rotary base itself.
    ...commonMetadata("gemma2", config).filter(([key]) => !key.includes(".rope.")),
    ...keys("gemma2", {
      attn_logit_softcapping: f32(config.number("attn_logit_softcapping") ?? 50),
      final_logit_softcapping: f32(config.number("final_logit_softcapping") ?? 30),
      "attention.sliding_window": u32(config.whole("sliding_window") ?? 4096),
    }),
  ],
  // The output matrix is the embedding, even if a file holds another one.
  ignored: /^lm_head\./,
};

export const gemma3: Family = {
  architectures: ["Gemma3ForCausalLM", "Gemma3ForConditionalGeneration"],
  arch: "gemma3",
  rules,
  layerRules: {
    ...layerRules,
    ...norm("self_attn.q_norm", "attn_q_norm", plusOne),
    ...norm("self_attn.k_norm", "attn_k_norm", plusOne),
  },
  // From Gemma3TextConfig: the config.json of the larger models has little more than sizes.
  defaults: {
    head_dim: 256,
    max_position_embeddings: 131_072,
    num_attention_heads: 8,
    num_key_value_heads: 4,
    rms_norm_eps: 1e-6,
    rope_local_base_freq: 10_000,
    rope_theta: 1_000_000,
    sliding_window: 4096,
  },
  metadata: (config) => {
    const softcap = config.number("final_logit_softcapping") ?? 0;
    const hasWindow = config.number("sliding_window_pattern") !== 1;
    return [
      ...commonMetadata("gemma3", config),
      ...keys("gemma3", {
        final_logit_softcapping: softcap === 0 ? undefined : f32(softcap),
        "attention.sliding_window": hasWindow ? u32(config.count("sliding_window")) : undefined,
      }),
    ];
  },
};
