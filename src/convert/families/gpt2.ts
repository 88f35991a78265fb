/** GPT-2 and what was distilled from it: matrices lie transposed, positions are learned. */
import { f32, u32 } from "../../formats/gguf/metadata.ts";
import { type Family, linear, type Model } from "../family.ts";
import { keys } from "../metadata.ts";
import { transpose, type Weight } from "../weight.ts";

/** Of a Conv1D the weight is [inputs, outputs]; mlx-lm has turned it around. */
const turned = (weight: Weight, { isMlx }: Model): Weight =>
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
    ...linear("attn.c_attn", "attn_qkv", turned),
    ...linear("attn.c_proj", "attn_output", turned),
    ...linear("ln_2", "ffn_norm"),
    ...linear("mlp.c_fc", "ffn_up", turned),
    ...linear("mlp.c_proj", "ffn_down", turned),
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
