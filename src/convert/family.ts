/**
 * Types and helpers for describing a model family: its architectures, the GGUF tensors that its
 * tensors become, and its GGUF metadata. Each family has one file in families/.
 */
import type { MetadataValue } from "../formats/gguf/types.ts";
import { badConfig, type ModelConfig } from "./config.ts";
import { permuteHeads, reshape, rowCount, rowLength, slice, type Weight } from "./weight.ts";

/** What a rule may need besides its tensor. */
export type Model = {
  config: ModelConfig;
  /** Written by mlx-lm, which changes the layout of some tensors. */
  isMlx: boolean;
};

export type Output = readonly [name: string, weight: Weight];

/** A tensor's new name, or a function that makes one or more weights of it. */
export type Rule = string | ((weight: Weight, model: Model) => readonly Output[]);

/**
 * Keys are tensor names in the repo. In a layer's names, "*" stands for the number of an
 * expert. All experts are stacked into one tensor.
 */
export type Rules = Readonly<Record<string, Rule>>;

export type Entry = readonly [key: string, value: MetadataValue];

export type Family = {
  /** Names in config.json. */
  architectures: readonly string[];
  /** Name in GGUF; also the first part of its metadata keys. */
  arch: string;
  /** Tensors outside of layers, without the prefix "model.". */
  rules: Rules;
  /** Tensors of a layer: names after "layers.0.", new names after "blk.0.". */
  layerRules: Rules;
  /** Values that transformers fills in for missing keys of config.json. */
  defaults?: Readonly<Record<string, unknown>>;
  /** Metadata besides the keys "general.*" and "tokenizer.*". */
  metadata: (config: ModelConfig) => readonly Entry[];
  /** Tensors whose values come from config.json. */
  extra?: (config: ModelConfig) => readonly Output[];
  /** Tensors that llama.cpp doesn't use. */
  ignored?: RegExp;
};

/** A linear layer's weight and bias: `linear("self_attn.q_proj", "attn_q")`. */
export function linear(
  from: string,
  to: string,
  change: (weight: Weight, model: Model) => Weight = same,
): Rules {
  return Object.fromEntries(
    ["weight", "bias"].map((part): [string, Rule] => [
      `${from}.${part}`,
      (weight, model) => [[`${to}.${part}`, change(weight, model)]],
    ]),
  );
}

export function norm(from: string, to: string, change: (weight: Weight) => Weight = same): Rules {
  return { [`${from}.weight`]: (weight) => [[`${to}.weight`, change(weight)]] };
}

const same = (weight: Weight): Weight => weight;

const permuteQueries = (weight: Weight, { config }: Model): Weight =>
  permuteHeads(checkHeads(weight, config.heads), config.heads);
const permuteKeys = (weight: Weight, { config }: Model): Weight =>
  permuteHeads(checkHeads(weight, config.kvHeads), config.kvHeads);

function checkHeads(weight: Weight, heads: number): Weight {
  const rows = weight.shape[0] ?? 0;
  if (rows % (2 * heads) !== 0) throw badConfig(`sets ${heads} heads, which don't divide ${rows} rows`);
  return weight;
}

/** The embedding, the last norm, and the output matrix unless it is tied to the embedding. */
export const headAndTail: Rules = {
  "embed_tokens.weight": "token_embd.weight",
  "norm.weight": "output_norm.weight",
  "lm_head.weight": "output.weight",
};

export const attention: Rules = {
  ...linear("self_attn.q_proj", "attn_q"),
  ...linear("self_attn.k_proj", "attn_k"),
  ...linear("self_attn.v_proj", "attn_v"),
  ...linear("self_attn.o_proj", "attn_output"),
};

/** Rows in the order of llama.cpp's rotary embedding; see permuteHeads. */
export const permutedAttention: Rules = {
  ...attention,
  ...linear("self_attn.q_proj", "attn_q", permuteQueries),
  ...linear("self_attn.k_proj", "attn_k", permuteKeys),
};

export const feedForward: Rules = {
  ...linear("mlp.gate_proj", "ffn_gate"),
  ...linear("mlp.up_proj", "ffn_up"),
  ...linear("mlp.down_proj", "ffn_down"),
};

/** Norms before attention and feed-forward. */
export const preNorms: Rules = {
  ...norm("input_layernorm", "attn_norm"),
  ...norm("post_attention_layernorm", "ffn_norm"),
};

/** Experts in three layouts: separate, stacked by mlx-lm, or with gate and up fused. */
export function experts(folder: string): Rules {
  return {
    [`${folder}.gate.weight`]: "ffn_gate_inp.weight",
    [`${folder}.experts.*.gate_proj.weight`]: "ffn_gate_exps.weight",
    [`${folder}.experts.*.up_proj.weight`]: "ffn_up_exps.weight",
    [`${folder}.experts.*.down_proj.weight`]: "ffn_down_exps.weight",
    [`${folder}.switch_mlp.gate_proj.weight`]: "ffn_gate_exps.weight",
    [`${folder}.switch_mlp.up_proj.weight`]: "ffn_up_exps.weight",
    [`${folder}.switch_mlp.down_proj.weight`]: "ffn_down_exps.weight",
    [`${folder}.experts.gate_up_proj`]: (weight) => halves(weight, "ffn_gate_exps", "ffn_up_exps"),
    [`${folder}.experts.down_proj`]: "ffn_down_exps.weight",
  };
}

/** Splits the rows of each matrix into halves: a fused gate and up. */
export function halves(weight: Weight, first: string, second: string): Output[] {
  const shape = halfOf(weight, -2);
  const rows = 2 * shape.at(-2)!;
  return [
    [`${first}.weight`, slice(weight, rows, 0, rows / 2, shape)],
    [`${second}.weight`, slice(weight, rows, rows / 2, rows / 2, shape)],
  ];
}

/** The shape with this dimension halved. @throws AnechatError badModel if its size is odd */
export function halfOf({ shape }: Weight, dimension: -1 | -2): number[] {
  const size = shape.at(dimension) ?? 1;
  if (size % 2 !== 0)
    throw badConfig(`doesn't match the tensors: [${shape.join(", ")}] can't be gate and up`);
  return shape.with(dimension, size / 2);
}

/** One row for each number, so that numbers can be moved like rows. */
export function asColumn(weight: Weight): Weight {
  return reshape(weight, [rowCount(weight) * rowLength(weight), 1]);
}
