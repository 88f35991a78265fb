/**
 * Tiny models with random weights and a real tokenizer, made by our own GGUF
 * writer: what tests run on, and what the chat opens on when no model is named.
 * They speak English words without sense.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { AnechatError } from "../base/errors.ts";
import { f32, string, u32 } from "../formats/gguf/metadata.ts";
import { readGgufHeader } from "../formats/gguf/reader.ts";
import type { MetadataValue } from "../formats/gguf/types.ts";
import { createGguf, encodeGguf, type GgufLayout, type TensorLayout } from "../formats/gguf/writer.ts";
import { type Random, seededRandom } from "./tiny-random.ts";
import { type TinyTokenizerName, type TinyVocabulary, tinyVocabulary } from "./tiny-tokenizer.ts";

export type TinyModelOptions = {
  tokenizer?: TinyTokenizerName;
  layers?: number;
  /** Width; a multiple of `heads`, whose share is even. */
  embedding?: number;
  heads?: number;
  /** A divisor of `heads`. */
  kvHeads?: number;
  feedForward?: number;
  contextLength?: number;
  seed?: number;
  /** Of the matrices; norms are always F32. */
  tensorType?: "F32" | "F16";
  /** null: the file holds none; missing: the tokenizer's own. */
  chatTemplate?: string | null;
  /** "llama" unless a test wants one that llama.cpp doesn't know. */
  architecture?: string;
  /** Added to the file's keys or replacing them; undefined removes one. */
  metadata?: Readonly<Record<string, MetadataValue | undefined>>;
};

export const TINY_MODEL_NAME = "anechat-tiny.gguf";

/** Raised when the generated file changes, so that an older one in a cache is replaced. */
const REVISION = 1;
const REVISION_KEY = "anechat.tiny.revision";

/** The whole file. */
export function tinyModel(options: TinyModelOptions = {}): Uint8Array {
  const { layout, dataOf } = planTinyModel(options);
  return encodeGguf(layout, dataOf);
}

/**
 * The built-in model's file in `folder`, made when it isn't there.
 * @returns its path
 * @throws AnechatError noAccess when the folder can't be written
 */
export async function ensureTinyModel(folder: string): Promise<string> {
  const path = join(folder, TINY_MODEL_NAME);
  if (isCurrent(path)) return path;
  try {
    await mkdir(folder, { recursive: true });
    await writeTinyModel(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AnechatError("noAccess", `The built-in model can't be written to ${folder}: ${reason}`, {
      hint: "Name a model, or let XDG_CACHE_HOME point to a folder you may write to.",
      cause: error,
    });
  }
  return path;
}

/** Writes a model's file, atomically. */
export async function writeTinyModel(path: string, options: TinyModelOptions = {}): Promise<void> {
  const { layout, dataOf } = planTinyModel(options);
  await using writer = await createGguf(path, layout);
  for (const tensor of layout.tensors) await writer.tensor(tensor.name, dataOf(tensor));
  await writer.finish();
}

function isCurrent(path: string): boolean {
  try {
    return readGgufHeader(path).metadata.getNumber(REVISION_KEY) === REVISION;
  } catch (error) {
    // Missing, damaged or unreadable: it is made again, and what stands in the way shows then.
    if (error instanceof AnechatError) return false;
    throw error;
  }
}

type TinyPlan = { layout: GgufLayout; dataOf: (tensor: TensorLayout) => Uint8Array };

type Shape = Required<
  Pick<
    TinyModelOptions,
    | "layers"
    | "embedding"
    | "heads"
    | "kvHeads"
    | "feedForward"
    | "contextLength"
    | "tensorType"
    | "architecture"
  >
>;

function planTinyModel(options: TinyModelOptions): TinyPlan {
  const shape: Shape = {
    layers: 2,
    embedding: 64,
    heads: 4,
    kvHeads: 2,
    feedForward: 128,
    contextLength: 4096,
    tensorType: "F32",
    architecture: "llama",
    ...options,
  };
  const vocabulary = tinyVocabulary(options.tokenizer ?? "bpe");
  const random = seededRandom(options.seed ?? 1);
  return {
    layout: { metadata: tinyMetadata(shape, vocabulary, options), tensors: tinyTensors(shape, vocabulary) },
    dataOf: (tensor) => encodeFloats(tensor, tinyWeights(tensor, vocabulary, random)),
  };
}

function tinyMetadata(
  shape: Shape,
  vocabulary: TinyVocabulary,
  options: TinyModelOptions,
): Map<string, MetadataValue> {
  const arch = shape.architecture;
  const template = options.chatTemplate === undefined ? vocabulary.chatTemplate : options.chatTemplate;
  const metadata = new Map<string, MetadataValue>([
    ["general.architecture", string(arch)],
    ["general.name", string("anechat tiny")],
    ["general.file_type", u32(shape.tensorType === "F32" ? 0 : 1)],
    ["general.quantization_version", u32(2)],
    [REVISION_KEY, u32(REVISION)],
    [`${arch}.block_count`, u32(shape.layers)],
    [`${arch}.context_length`, u32(shape.contextLength)],
    [`${arch}.embedding_length`, u32(shape.embedding)],
    [`${arch}.feed_forward_length`, u32(shape.feedForward)],
    [`${arch}.attention.head_count`, u32(shape.heads)],
    [`${arch}.attention.head_count_kv`, u32(shape.kvHeads)],
    [`${arch}.attention.layer_norm_rms_epsilon`, f32(1e-5)],
    [`${arch}.rope.dimension_count`, u32(shape.embedding / shape.heads)],
    [`${arch}.rope.freq_base`, f32(10_000)],
    [`${arch}.vocab_size`, u32(vocabulary.tokens.length)],
    ...vocabulary.metadata,
  ]);
  if (template !== null) metadata.set("tokenizer.chat_template", string(template));
  for (const [key, value] of Object.entries(options.metadata ?? {})) {
    if (value === undefined) metadata.delete(key);
    else metadata.set(key, value);
  }
  return metadata;
}

function tinyTensors(shape: Shape, vocabulary: TinyVocabulary): TensorLayout[] {
  const { embedding, feedForward, tensorType: type } = shape;
  const vocabularySize = vocabulary.tokens.length;
  const kvWidth = (embedding / shape.heads) * shape.kvHeads;
  const matrix = (name: string, columns: number, rows: number): TensorLayout => ({
    name: `${name}.weight`,
    shape: [columns, rows],
    type,
  });
  const norm = (name: string): TensorLayout => ({ name: `${name}.weight`, shape: [embedding], type: "F32" });
  const layers = Array.from({ length: shape.layers }, (_, layer) => [
    norm(`blk.${layer}.attn_norm`),
    matrix(`blk.${layer}.attn_q`, embedding, embedding),
    matrix(`blk.${layer}.attn_k`, embedding, kvWidth),
    matrix(`blk.${layer}.attn_v`, embedding, kvWidth),
    matrix(`blk.${layer}.attn_output`, embedding, embedding),
    norm(`blk.${layer}.ffn_norm`),
    matrix(`blk.${layer}.ffn_gate`, embedding, feedForward),
    matrix(`blk.${layer}.ffn_up`, embedding, feedForward),
    matrix(`blk.${layer}.ffn_down`, feedForward, embedding),
  ]);
  return [
    matrix("token_embd", embedding, vocabularySize),
    ...layers.flat(),
    norm("output_norm"),
    matrix("output", embedding, vocabularySize),
  ];
}

/**
 * Random weights that still behave: every layer adds as much as it finds, the
 * attention is sharp enough to depend on the words, and the first dimension of
 * the residual stream is a constant. No layer writes to it, and the output reads
 * each token's bias from it, so that words of the text are likely and the end
 * of an answer comes now and then.
 */
function tinyWeights(tensor: TensorLayout, vocabulary: TinyVocabulary, random: Random): Float32Array {
  const [columns = 1, rows = 1] = tensor.shape;
  const role = tensor.name.replace(/^blk\.\d+\./, "").replace(/\.weight$/, "");
  if (role.endsWith("_norm")) return new Float32Array(columns).fill(1);
  const scale = (scales[role] ?? 1) / (role === "token_embd" ? 1 : Math.sqrt(columns));
  const weights = Float32Array.from({ length: columns * rows }, () => random.bell() * scale);
  if (role === "token_embd") for (let row = 0; row < rows; row++) weights[row * columns] = constantDimension;
  if (role === "output") {
    for (let row = 0; row < rows; row++) weights[row * columns] = tokenBias(vocabulary, row);
  }
  if (role === "attn_output" || role === "ffn_down") weights.fill(0, 0, columns);
  return weights;
}

const constantDimension = 3;
const scales: Readonly<Record<string, number>> = {
  attn_q: 1.5,
  attn_k: 1.5,
  attn_output: 2,
  ffn_down: 2,
  output: 2.5,
};

/** In steps of 1/64, since Math.log may differ in its last bit between machines. */
function tokenBias({ tokens, counts, endToken }: TinyVocabulary, token: number): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const count = token === endToken ? total / 400 : (counts[token] ?? 0);
  const bias = count > 0 ? Math.log((count * tokens.length) / total) : -16;
  return Math.round(bias * 0.5 * 64) / 64;
}

function encodeFloats(tensor: TensorLayout, values: Float32Array): Uint8Array {
  const data = tensor.type === "F16" ? new Float16Array(values) : values;
  return new Uint8Array(data.buffer);
}
