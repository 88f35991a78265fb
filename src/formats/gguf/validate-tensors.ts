/**
 * Tensors that llama.cpp v0.5.0 takes from a file and then dies of while it computes. Apart from `validate.ts`, which
 * asks the metadata.
 */
import type { Metadata } from "./metadata.ts";
import type { TensorInfo } from "./types.ts";

type Tensors = { readonly metadata: Metadata; readonly tensors: readonly TensorInfo[] };
type Fail = (problem: string) => never;

/** @param fail what to do about the first that can't be computed with */
export function checkTensors(header: Tensors, fail: Fail): void {
  checkTypes(header, fail);
  checkNeeded(header, fail);
}

/**
 * The names that LLM_TENSOR_INFOS in src/llama-arch.cpp gives to additions, products of single numbers, positions,
 * convolutions and states. Norms, biases and scales are the most of them.
 */
const elementwise = new RegExp(
  [
    "norm",
    "\\.(bias|scale|scales)$",
    "(^|\\.)rope_f",
    "attn_sinks",
    "exp_probs_b",
    "ssm_(a|d|conv1d|conv1d_[qkv])(\\.|$)",
    "shortconv\\.conv\\.",
    "res_score",
    "hc_[a-z_]*(base|scale)",
    "hrm\\.z_l_init",
    "_scale\\.weight$",
    "altup_correct_scale",
    "(attn|ffn)_conv_base",
    "time_mix_(lerp|ln|first|decay\\.|w0|a0|v0|k_k|k_a|r_k)",
    "channel_mix_lerp",
    "token_types",
  ].join("|"),
);

/** Of layers: pictures' tensors, or what is never computed with, may be of any type. */
const matrix = /(^|\.)[a-z][a-z0-9_]*\.weight$/;
const unused = /(^|\.)(vis_|v\.|mm\.|cls)|tid2eid|d2t/;

/** The CPU's operations: binary_op takes nothing but F32 here, mul_mat and get_rows have no kernel for integers. */
function checkTypes({ tensors }: Tensors, fail: Fail): void {
  for (const { name, type } of tensors) {
    if (elementwise.test(name)) {
      if (type.name !== "F32") fail(`holds ${name} as ${type.name} instead of F32`);
    } else if (!type.isWeight && matrix.test(name) && !unused.test(name)) {
      fail(`holds the matrix ${name} as ${type.name}, which can't be computed with`);
    }
  }
}

/**
 * Tensors that these architectures take as optional (TENSOR_NOT_REQUIRED in src/models), and use all the same. A layer
 * that has the first needs one of the others, or of each of a list.
 */
const needed: readonly Needed[] = [
  {
    architectures: ["falcon-h1", "granitehybrid", "nemotron_h", "nemotron_h_moe"],
    first: "ssm_conv1d.weight",
    others: [["ssm_conv1d.bias"]],
  },
  {
    architectures: ["qwen3next"],
    first: "ssm_conv1d.weight",
    others: [["attn_qkv.weight"], ["ssm_in.weight"]],
  },
  { architectures: ["qwen3next"], first: "attn_qkv.weight", others: [["attn_gate.weight"]] },
  {
    architectures: ["hy_v3"],
    first: "ffn_down_exps.weight",
    others: [["ffn_gate_up_exps.weight"], ["ffn_gate_exps.weight", "ffn_up_exps.weight"]],
  },
  {
    architectures: ["glm-dsa"],
    first: "indexer.k_norm.weight",
    others: [["indexer.proj.weight", "indexer.attn_k.weight", "indexer.attn_q_b.weight"]],
  },
];

type Needed = {
  architectures: readonly string[];
  first: string;
  others: readonly (readonly string[])[];
};

function checkNeeded({ metadata, tensors }: Tensors, fail: Fail): void {
  const architecture = metadata.getString("general.architecture") ?? "";
  const rules = needed.filter(({ architectures }) => architectures.includes(architecture));
  if (rules.length === 0) return;
  const names = new Set(tensors.map(({ name }) => name));
  for (const { first, others } of rules) {
    for (const name of names) {
      if (!name.endsWith(`.${first}`)) continue;
      const layer = name.slice(0, -first.length);
      const isThere = others.some((list) => list.every((other) => names.has(layer + other)));
      if (!isThere) fail(`lacks the tensor ${layer}${others[0]?.[0]}`);
    }
  }
}
