/**
 * gpt-oss: experts in MXFP4 with alternating rows of gate and up, biases everywhere, attention
 * sinks.
 */
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

/** Even rows are gate, odd rows are up. */
function splitAlternating(weight: Weight): Output[] {
  const shape = halfOf(weight, -2);
  return [
    ["ffn_gate_exps.weight", regroup(weight, 2, [0], shape)],
    ["ffn_up_exps.weight", regroup(weight, 2, [1], shape)],
  ];
}

function splitAlternatingBias(weight: Weight): Output[] {
  const shape = halfOf(weight, -1);
  const column = asColumn(weight);
  const half = (which: number): Weight =>
    reshape(regroup(column, 2, [which], [(column.shape[0] ?? 0) / 2, 1]), shape);
  return [
    ["ffn_gate_exps.bias", half(0)],
    ["ffn_up_exps.bias", half(1)],
  ];
}

/** Unquantized experts are stored as [inputs, outputs]. */
function outputsFirst(weight: Weight): Weight {
  if (weight.type === "MXFP4") return weight;
  if (weight.shape.length !== 3)
    throw badConfig(`doesn't match the tensors: experts have the shape [${weight.shape.join(", ")}]`);
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
    "mlp.experts.gate_up_proj": (weight) => splitAlternating(outputsFirst(weight)),
    "mlp.experts.gate_up_proj_bias": splitAlternatingBias,
    "mlp.experts.down_proj": (weight) => [["ffn_down_exps.weight", outputsFirst(weight)]],
    "mlp.experts.down_proj_bias": "ffn_down_exps.bias",
    // mlx-lm's names.
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
