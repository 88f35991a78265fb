/** gpt-oss: experts in MXFP4 whose gate and up lie row by row in turn, biases everywhere, sinks in the attention. */
import { u32 } from "../../formats/gguf/metadata.ts";
import { badConfig } from "../config.ts";
import {
  asColumn,
  attention,
  type Family,
  halfOf,
  headAndTail,
  linear,
  norm,
  type Output,
} from "../family.ts";
import { commonMetadata, keys } from "../metadata.ts";
import { regroup, reshape, transpose, type Weight } from "../weight.ts";

/** Even rows are the gate's, odd ones up's. */
function inTurn(weight: Weight): Output[] {
  const shape = halfOf(weight, -2);
  return [
    ["ffn_gate_exps.weight", regroup(weight, 2, [0], shape)],
    ["ffn_up_exps.weight", regroup(weight, 2, [1], shape)],
  ];
}

function biasInTurn(weight: Weight): Output[] {
  const shape = halfOf(weight, -1);
  const column = asColumn(weight);
  const half = (which: number): Weight =>
    reshape(regroup(column, 2, [which], [(column.shape[0] ?? 0) / 2, 1]), shape);
  return [
    ["ffn_gate_exps.bias", half(0)],
    ["ffn_up_exps.bias", half(1)],
  ];
}

/** Not quantized, its experts lie as [inputs, outputs]. */
function turned(weight: Weight): Weight {
  if (weight.type === "MXFP4") return weight;
  if (weight.shape.length !== 3)
    throw badConfig(`belongs to other tensors: experts aren't [${weight.shape.join(", ")}]`);
  return transpose(weight);
}

export const gptOss: Family = {
  architectures: ["GptOssForCausalLM"],
  arch: "gpt-oss",
  rules: headAndTail,
  layerRules: {
    ...norm("input_layernorm", "attn_norm"),
    ...norm("post_attention_layernorm", "post_attention_norm"),
    ...attention,
    "self_attn.sinks": "attn_sinks.weight",
    ...linear("mlp.router", "ffn_gate_inp"),
    "mlp.experts.gate_up_proj": (weight) => inTurn(turned(weight)),
    "mlp.experts.gate_up_proj_bias": biasInTurn,
    "mlp.experts.down_proj": (weight) => [["ffn_down_exps.weight", turned(weight)]],
    "mlp.experts.down_proj_bias": "ffn_down_exps.bias",
    // As mlx-lm writes them.
    ...linear("mlp.experts.gate_proj", "ffn_gate_exps"),
    ...linear("mlp.experts.up_proj", "ffn_up_exps"),
    ...linear("mlp.experts.down_proj", "ffn_down_exps"),
  },
  metadata: (config) => [
    ...commonMetadata("gpt-oss", config),
    ...keys("gpt-oss", {
      "attention.sliding_window": u32(config.count("sliding_window")),
      expert_feed_forward_length: u32(config.count("intermediate_size")),
    }),
  ],
};
