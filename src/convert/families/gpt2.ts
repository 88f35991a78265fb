/** GPT-2 and models distilled from it: transposed matrices, learned positions. */
import { f32, u32 } from "../../formats/gguf/metadata.ts";
import { type Family, linear, type Model } from "../family.ts";
import { keys } from "../metadata.ts";
import { transpose, type Weight } from "../weight.ts";

/** A Conv1D stores its weight as [inputs, outputs]. mlx-lm has transposed it already. */
const outputsFirst = (weight: Weight, { isMlx }: Model): Weight =>
  weight.shape.length === 2 && !isMlx ? transpose(weight) : weight;

export const gpt2: Family = {
  architectures: ["GPT2LMHeadModel"],
  arch: "gpt2",
  rules: {
    "wte.weight": "token_embd.weight",
    "wpe.weight": "position_embd.weight",
    ...linear("ln_f", "output_norm"),
    "lm_head.weight": "output.weight",
  },
  layerRules: {
    ...linear("ln_1", "attn_norm"),
    ...linear("attn.c_attn", "attn_qkv", outputsFirst),
    ...linear("attn.c_proj", "attn_output", outputsFirst),
    ...linear("ln_2", "ffn_norm"),
    ...linear("mlp.c_fc", "ffn_up", outputsFirst),
    ...linear("mlp.c_proj", "ffn_down", outputsFirst),
  },
  metadata: (config) =>
    keys("gpt2", {
      block_count: u32(config.layers),
      context_length: u32(config.count("n_ctx", "n_positions")),
      embedding_length: u32(config.hidden),
      feed_forward_length: u32(config.whole("n_inner") ?? 4 * config.hidden),
      "attention.head_count": u32(config.heads),
      "attention.layer_norm_epsilon": f32(config.number("layer_norm_epsilon") ?? 1e-5),
    }),
  // Masks, not weights.
  ignored: /\.attn\.(masked_)?bias$/,
};
