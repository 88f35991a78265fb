/**
 * What a family of models says of itself: which architectures it takes, what
 * its tensors become, what a GGUF must know of it. One file a family, under
 * families/; this one holds the words they are written in.
 */
import type { MetadataValue } from "../formats/gguf/types.ts";
import { badConfig, type ModelConfig } from "./config.ts";
import { permuteHeads, reshape, rowCount, rowLength, slice, type Weight } from "./weight.ts";

/** Of a repo: what a rule may need beside its tensor. */
export type Model = {
  config: ModelConfig;
  /** Written by mlx-lm, which has already changed some tensors to its own taste. */
  isMlx: boolean;
};

export type Output = readonly [name: string, weight: Weight];

/** What becomes of a tensor: another name, or one or more other weights. */
export type Rule = string | ((weight: Weight, model: Model) => readonly Output[]);

/**
 * By the tensor's name in the repo. In a layer's names "*" stands for the number
 * of an expert: all of them are stacked into one.
 */
export type Rules = Readonly<Record<string, Rule>>;

export type Entry = readonly [key: string, value: MetadataValue];

export type Family = {
  /** As config.json calls them. */
  architectures: readonly string[];
  /** As GGUF calls it; also the first word of its keys. */
  arch: string;
  /** Outside of layers, without "model." in front. */
  rules: Rules;
  /** In a layer, after "layers.0."; the names after "blk.0.". */
  layerRules: Rules;
  /** What transformers fills in where config.json says nothing, if it matters. */
  defaults?: Readonly<Record<string, unknown>>;
  /** The keys of this architecture, without "general." and "tokenizer.". */
  metadata: (config: ModelConfig) => readonly Entry[];
  /** Tensors that config.json holds. */
  extra?: (config: ModelConfig) => readonly Output[];
  /** What llama.cpp has no use for. */
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

/** A norm's weight, under another name. */
export function norm(from: string, to: string, change: (weight: Weight) => Weight = same): Rules {
  return { [`${from}.weight`]: (weight) => [[`${to}.weight`, change(weight)]] };
}

const same = (weight: Weight): Weight => weight;

export const permuteQueries = (weight: Weight, { config }: Model): Weight =>
  permuteHeads(checkHeads(weight, config.heads), config.heads);
export const permuteKeys = (weight: Weight, { config }: Model): Weight =>
  permuteHeads(checkHeads(weight, config.kvHeads), config.kvHeads);

function checkHeads(weight: Weight, heads: number): Weight {
  const rows = weight.shape[0] ?? 0;
  if (rows % (2 * heads) !== 0) throw badConfig(`says ${heads} heads, which don't divide ${rows} rows`);
  return weight;
}

/** The embedding, the last norm, and the output matrix where it isn't the embedding again. */
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

/** As llama's rotary embedding in llama.cpp wants it; see permuteHeads. */
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

/** Norms in front of attention and feed-forward, as most have them. */
export const preNorms: Rules = {
  ...norm("input_layernorm", "attn_norm"),
  ...norm("post_attention_layernorm", "ffn_norm"),
};

/** Experts in the three ways they are stored: one by one, stacked by mlx-lm, gate and up fused. */
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

/** The first and the second half of each matrix's rows: gate and up in one. */
export function halves(weight: Weight, first: string, second: string): Output[] {
  const shape = halfOf(weight, -2);
  const rows = 2 * shape.at(-2)!;
  return [
    [`${first}.weight`, slice(weight, rows, 0, rows / 2, shape)],
    [`${second}.weight`, slice(weight, rows, rows / 2, rows / 2, shape)],
  ];
}

/** The shape of each of two that share a dimension, counted from the last. @throws AnechatError badModel where they can't */
export function halfOf({ shape }: Weight, dimension: -1 | -2): number[] {
  const size = shape.at(dimension) ?? 1;
  if (size % 2 !== 0) throw badConfig(`belongs to other tensors: [${shape.join(", ")}] can't be gate and up`);
  return shape.with(dimension, size / 2);
}

/** Numbers of the last dimension as rows of their own, so that they can be moved like rows. */
export function asColumn(weight: Weight): Weight {
  return reshape(weight, [rowCount(weight) * rowLength(weight), 1]);
}
