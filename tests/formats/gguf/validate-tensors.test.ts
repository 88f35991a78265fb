/** The tensor types that llama.cpp computes with. The accepted ones ran for 127 architectures. */
import { describe, expect, test } from "bun:test";
import { Metadata, string } from "../../../src/formats/gguf/metadata.ts";
import { type TensorInfo, type TensorTypeName, tensorType } from "../../../src/formats/gguf/types.ts";
import { checkTensors } from "../../../src/formats/gguf/validate-tensors.ts";

function check(architecture: string, ...named: readonly (readonly [string, TensorTypeName])[]): void {
  const metadata = new Metadata([["general.architecture", string(architecture)]]);
  const tensors = named.map(([name, type]): TensorInfo => {
    return { name, type: tensorType(type), shape: [256, 2], offset: 0, bytes: 0, shard: 0 };
  });
  checkTensors({ metadata, tensors }, (problem) => {
    throw new Error(problem);
  });
}

const matrices = [
  "token_embd.weight",
  "output.weight",
  "per_layer_token_embd.weight",
  "position_embd.weight",
  "blk.0.attn_q.weight",
  "blk.0.attn_kv_a_mqa.weight",
  "blk.0.attn_gate.weight",
  "blk.12.ffn_down_exps.weight",
  "blk.0.ffn_gate_inp.weight",
  "blk.0.ssm_in.weight",
  "blk.0.ssm_ba.weight",
  "blk.0.ssm_dt.weight",
  "blk.0.shortconv.in_proj.weight",
  "blk.0.time_mix_w1.weight",
  "blk.0.time_mix_decay_w1.weight",
  "blk.0.hc_attn_fn.weight",
  "blk.0.indexer.proj.weight",
  "blk.0.nextn.eh_proj.weight",
  "blk.0.ple_conv1d.weight",
];

const numbers = [
  "output_norm.weight",
  "blk.0.attn_norm.weight",
  "blk.0.ffn_norm",
  "blk.0.post_attention_norm",
  "blk.0.indexer.k_norm.bias",
  "blk.0.attn_q.bias",
  "blk.0.ffn_up_exps.bias",
  "blk.0.attn_q.scale",
  "blk.0.ffn.act.scales",
  "blk.0.exp_probs_b",
  "blk.0.exp_probs_b.bias",
  "blk.0.attn_sinks.weight",
  "blk.0.ssm_a",
  "blk.0.ssm_d",
  "blk.0.ssm_dt.bias",
  "blk.0.ssm_conv1d.weight",
  "blk.0.ssm_conv1d_q.weight",
  "blk.0.ssm_norm.weight",
  "blk.0.shortconv.conv.weight",
  "blk.0.time_mix_lerp_x.weight",
  "blk.0.time_mix_first.weight",
  "blk.0.time_mix_decay.weight",
  "blk.0.hc_attn_base.weight",
  "output_hc_scale.weight",
  "blk.0.layer_output_scale.weight",
  "hrm.z_l_init",
  "rope_freqs.weight",
  "rope_factors_long.weight",
];

describe("a matrix", () => {
  test.each(matrices)("%s may be quantized, but not integers", (name) => {
    for (const type of ["F32", "F16", "BF16", "Q8_0", "Q4_K", "MXFP4"] as const) check("llama", [name, type]);
    for (const type of ["I8", "I16", "I32", "I64", "F64", "Q8_1", "Q8_K"] as const) {
      expect(() => check("llama", [name, type])).toThrow(`stores the matrix ${name} as ${type}`);
    }
  });
});

describe("a tensor for elementwise operations", () => {
  test.each(numbers)("%s must be F32", (name) => {
    check("llama", [name, "F32"]);
    for (const type of ["F16", "BF16", "Q8_0", "I32", "F64"] as const) {
      expect(() => check("llama", [name, type])).toThrow(`stores ${name} as ${type} instead of F32`);
    }
  });
});

test("integer tables are accepted", () => {
  check("deepseek4", ["blk.0.ffn_gate_tid2eid.weight", "I32"]);
});

describe("a tensor that llama.cpp declares as optional but uses", () => {
  test.each<[string, string, string]>([
    ["nemotron_h", "blk.3.ssm_conv1d.weight", "blk.3.ssm_conv1d.bias"],
    ["granitehybrid", "blk.0.ssm_conv1d.weight", "blk.0.ssm_conv1d.bias"],
    ["falcon-h1", "blk.0.ssm_conv1d.weight", "blk.0.ssm_conv1d.bias"],
    ["qwen3next", "blk.0.ssm_conv1d.weight", "blk.0.attn_qkv.weight"],
    ["qwen3next", "blk.0.attn_qkv.weight", "blk.0.attn_gate.weight"],
    ["hy_v3", "blk.1.ffn_down_exps.weight", "blk.1.ffn_gate_up_exps.weight"],
    ["glm-dsa", "blk.1.indexer.k_norm.weight", "blk.1.indexer.proj.weight"],
  ])("in %s with %s: %s is required", (architecture, first, missing) => {
    expect(() => check(architecture, [first, "F32"])).toThrow(`lacks the tensor ${missing}`);
    check("llama", [first, "F32"]);
  });

  test("may have another name", () => {
    check("qwen3next", ["blk.0.ssm_conv1d.weight", "F32"], ["blk.0.ssm_in.weight", "F32"]);
    const experts = ["down", "gate", "up"].map((side) => [`blk.1.ffn_${side}_exps.weight`, "F32"] as const);
    check("hy_v3", ...experts);
  });
});
