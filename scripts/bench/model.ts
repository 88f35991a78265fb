/**
 * Makes the model of the bench: shape, quantization and vocabulary size of a real one (0.5B,
 * Q4_K_M, 128k) with random weights. Speed does not depend on the weights' values.
 */
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { bool, f32, numbers, string, strings, u32 } from "../../src/formats/gguf/metadata.ts";
import type { MetadataValue, TensorTypeName } from "../../src/formats/gguf/types.ts";
import { elementCount } from "../../src/formats/gguf/types.ts";
import { createGguf, type TensorLayout } from "../../src/formats/gguf/writer.ts";
import { type Random, seededRandom } from "../random.ts";
import { makeVocabulary, type Vocabulary } from "./vocabulary.ts";

const shape = {
  layers: 24,
  embedding: 1024,
  heads: 16,
  kvHeads: 8,
  feedForward: 3584,
  context: 8192,
  vocabulary: 128_256,
} as const;

/** Elements of a K-quant block (QK_K in ggml-common.h). */
const blockSize = 256;

const chatTemplate =
  "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>\\n' }}" +
  "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";

/** Makes the model if it does not exist: 310 MB, in a few seconds. @returns its path */
export async function ensureBenchModel(folder: string): Promise<string> {
  const path = join(folder, "bench-0.5b-q4_k_m.gguf");
  if (existsSync(path)) return path;
  console.log("Making the model…");
  mkdirSync(folder, { recursive: true });
  const vocabulary = makeVocabulary(shape.vocabulary);
  const tensors = layout();
  await using writer = await createGguf(path, { metadata: metadata(vocabulary), tensors });
  const random = seededRandom(5);
  const blocks = { Q4_K: randomBlocks(q4kBlock, random), Q6_K: randomBlocks(q6kBlock, random) };
  for (const tensor of tensors) await writer.tensor(tensor.name, dataOf(tensor, blocks, vocabulary));
  await writer.finish();
  return path;
}

function metadata({ tokens, merges, controlTokens }: Vocabulary): Map<string, MetadataValue> {
  const firstControl = tokens.length - controlTokens;
  // llama_token_type: 1 normal, 3 control.
  const types = tokens.map((_, id) => (id < firstControl ? 1 : 3));
  return new Map<string, MetadataValue>([
    ["general.architecture", string("llama")],
    ["general.name", string("anechat bench")],
    ["general.file_type", u32(15)],
    ["general.quantization_version", u32(2)],
    ["llama.block_count", u32(shape.layers)],
    ["llama.context_length", u32(shape.context)],
    ["llama.embedding_length", u32(shape.embedding)],
    ["llama.feed_forward_length", u32(shape.feedForward)],
    ["llama.attention.head_count", u32(shape.heads)],
    ["llama.attention.head_count_kv", u32(shape.kvHeads)],
    ["llama.attention.layer_norm_rms_epsilon", f32(1e-5)],
    ["llama.rope.dimension_count", u32(shape.embedding / shape.heads)],
    ["llama.rope.freq_base", f32(500_000)],
    ["llama.vocab_size", u32(tokens.length)],
    ["tokenizer.ggml.model", string("gpt2")],
    ["tokenizer.ggml.pre", string("llama-bpe")],
    ["tokenizer.ggml.tokens", strings(tokens)],
    ["tokenizer.ggml.token_type", numbers("i32", types)],
    ["tokenizer.ggml.merges", strings(merges)],
    ["tokenizer.ggml.bos_token_id", u32(firstControl)],
    ["tokenizer.ggml.eos_token_id", u32(firstControl + 2)],
    ["tokenizer.ggml.add_bos_token", bool(false)],
    ["tokenizer.chat_template", string(chatTemplate)],
  ]);
}

/** Tensor types as llama-quant.cpp chooses them for Q4_K_M. The output is tied to the embedding. */
function layout(): TensorLayout[] {
  const { embedding, feedForward, layers } = shape;
  const kvWidth = (embedding / shape.heads) * shape.kvHeads;
  const matrix = (
    name: string,
    columns: number,
    rows: number,
    type: TensorTypeName = "Q4_K",
  ): TensorLayout => ({
    name: `${name}.weight`,
    shape: [columns, rows],
    type,
  });
  const norm = (name: string): TensorLayout => ({ name: `${name}.weight`, shape: [embedding], type: "F32" });
  const moreBits = (layer: number): boolean =>
    layer < layers / 8 || layer >= (7 * layers) / 8 || (layer - layers / 8) % 3 === 2;
  const block = (layer: number): TensorLayout[] => {
    const type = moreBits(layer) ? "Q6_K" : "Q4_K";
    return [
      norm(`blk.${layer}.attn_norm`),
      matrix(`blk.${layer}.attn_q`, embedding, embedding),
      matrix(`blk.${layer}.attn_k`, embedding, kvWidth),
      matrix(`blk.${layer}.attn_v`, embedding, kvWidth, type),
      matrix(`blk.${layer}.attn_output`, embedding, embedding),
      norm(`blk.${layer}.ffn_norm`),
      matrix(`blk.${layer}.ffn_gate`, embedding, feedForward),
      matrix(`blk.${layer}.ffn_up`, embedding, feedForward),
      matrix(`blk.${layer}.ffn_down`, feedForward, embedding, type),
    ];
  };
  return [
    matrix("token_embd", embedding, shape.vocabulary, "Q6_K"),
    ...Array.from({ length: layers }, (_, layer) => block(layer)).flat(),
    norm("output_norm"),
  ];
}

type Blocks = Record<"Q4_K" | "Q6_K", Uint8Array>;

function* dataOf(tensor: TensorLayout, blocks: Blocks, vocabulary: Vocabulary): Generator<Uint8Array> {
  const elements = elementCount(tensor.shape);
  if (tensor.type === "F32") {
    yield new Uint8Array(new Float32Array(elements).fill(1).buffer);
    return;
  }
  const pool = blocks[tensor.type === "Q6_K" ? "Q6_K" : "Q4_K"];
  const bytesPerBlock = pool.length / poolBlocks;
  const total = (elements / blockSize) * bytesPerBlock;
  // Zeros give control tokens the logit 0, which is never the largest: no answer ends early.
  const silent =
    tensor.name === "token_embd.weight"
      ? (vocabulary.controlTokens * shape.embedding * bytesPerBlock) / blockSize
      : 0;
  for (let left = total - silent; left > 0; left -= pool.length)
    yield pool.subarray(0, Math.min(left, pool.length));
  yield new Uint8Array(silent);
}

/** A prime, so that no row width divides it and rows differ. */
const poolBlocks = 8191;

function randomBlocks(makeBlock: (random: Random) => Uint8Array, random: Random): Uint8Array {
  return Buffer.concat(Array.from({ length: poolBlocks }, () => makeBlock(random)));
}

// Layouts: block_q4_K and block_q6_K in ggml-common.h. The scales give the weights mean 0 and a
// standard deviation of about 0.02, like trained ones.

/**
 * d, dmin (f16), 12 bytes of 6-bit scales and mins, 128 bytes of 4-bit quants;
 * w = d·scale·q − dmin·min.
 */
function q4kBlock(random: Random): Uint8Array {
  const block = randomBytes(144, random);
  const view = new DataView(block.buffer);
  const scale = 8e-5;
  view.setFloat16(0, scale, true);
  view.setFloat16(2, scale * 7.5, true);
  return block;
}

/** 128 + 64 bytes of 6-bit quants, 16 scales (i8), d (f16); w = d·scale·(q − 32). */
function q6kBlock(random: Random): Uint8Array {
  const block = randomBytes(210, random);
  new DataView(block.buffer).setFloat16(208, 1.5e-5, true);
  return block;
}

function randomBytes(length: number, random: Random): Uint8Array {
  return Uint8Array.from({ length }, () => random.below(256));
}
