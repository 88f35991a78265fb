/**
 * OLMo 2 and 3: norms only after attention and feed-forward, and on q and k. OLMo 3 has a window
 * in three layers of four.
 */
import { f32, u32 } from "../../formats/gguf/metadata.ts";
import { attention, type Family, feedForward, headAndTail, norm } from "../family.ts";
import { commonMetadata, keys, slidingPattern } from "../metadata.ts";

export const olmo2: Family = {
  architectures: ["Olmo2ForCausalLM", "Olmo3ForCausalLM"],
  arch: "olmo2",
  rules: headAndTail,
  layerRules: {
    ...attention,
    ...feedForward,
    ...norm("self_attn.q_norm", "attn_q_norm"),
    ...norm("self_attn.k_norm", "attn_k_norm"),
    ...norm("post_attention_layernorm", "post_attention_norm"),
    ...norm("post_feedforward_layernorm", "post_ffw_norm"),
  },
  metadata: (config) => {
    const window = config.whole("sliding_window");
    return [
      ...commonMetadata("olmo2", config),
      ...(window === undefined
        ? []
        : keys("olmo2", {
            "attention.sliding_window": u32(window),
            "attention.sliding_window_pattern": slidingPattern(config, 4),
            // All layers have the same base, but those with a window are not scaled.
            "rope.freq_base_swa": f32(config.rope.localTheta ?? config.rope.theta ?? 10_000),
          })),
    ];
  },
};
