/**
 * Checks for tensors that llama.cpp v0.5.0 loads but crashes on when it computes. `validate.ts`
 * checks the metadata.
 */
import type { Metadata } from "./metadata.ts";
import type { Fail, TensorInfo } from "./types.ts";

type Tensors = { readonly metadata: Metadata; readonly tensors: readonly TensorInfo[] };

/** @param fail called for the first tensor that llama.cpp can't use */
export function checkTensors(header: Tensors, fail: Fail): void {
  checkTypes(header, fail);
  checkNeeded(header, fail);
}

/**
 * Names of tensors that are added, multiplied by element, or used as positions, convolutions or
 * states (LLM_TENSOR_INFOS in src/llama-arch.cpp). Most are norms, biases and scales.
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

/** Matrices, except those for images and those without computation, which may have any type. */
const matrix = /(^|\.)[a-z][a-z0-9_]*\.weight$/;
const unused = /(^|\.)(vis_|v\.|mm\.|cls)|tid2eid|d2t/;

/** CPU operations: binary_op takes only F32 here; mul_mat and get_rows have no integer kernel. */
function checkTypes({ tensors }: Tensors, fail: Fail): void {
  for (const { name, type } of tensors) {
    if (elementwise.test(name)) {
      if (type.name !== "F32") fail(`stores ${name} as ${type.name} instead of F32`);
    } else if (!type.isWeight && matrix.test(name) && !unused.test(name)) {
      fail(`stores the matrix ${name} as ${type.name}, which llama.cpp can't compute with`);
    }
  }
}

/**
 * Tensors that these architectures declare as optional (TENSOR_NOT_REQUIRED in src/models) but use
 * without a check. A layer with the first tensor needs all tensors of one of the other lists.
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
      const isComplete = others.some((list) => list.every((other) => names.has(layer + other)));
      if (!isComplete) fail(`lacks the tensor ${layer}${others[0]?.[0]}`);
    }
  }
}
