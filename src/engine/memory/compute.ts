/**
 * The memory that llama.cpp v0.5.0 needs to compute one batch: the largest tensors that exist at
 * the same time, estimated from a model's header.
 */
import { Parameters } from "../../formats/gguf/parameters.ts";
import type { GgufHeader } from "../../formats/gguf/reader.ts";
import { maxOutputs } from "../cache/context-size.ts";
import { type ContextShape, padded } from "./context-memory.ts";
import { layerMemory } from "./layers.ts";

/**
 * All F32 except the mask: what one layer has of each token, and the mask of every cell for every
 * token. The logits follow the last layer, so they reuse its memory, and are copied to the output
 * buffer.
 */
export function computeBytes(header: GgufHeader, shape: ContextShape): number {
  const { contextSize, sequences = 1 } = shape;
  const tokens = Math.min(shape.microBatchSize ?? defaultMicroBatch, padded(contextSize));
  const logits = vocabularySize(header) * maxOutputs(sequences);
  const hasMask = layerMemory(header).cells.length > 0;
  const mask = hasMask ? padded(contextSize) * maskBytesPerToken(shape) : 0;
  return (Math.max(numbersPerToken(header) * tokens, logits) + logits) * 4 + mask + mebibyte;
}

/** Bytes that the attention mask grows by for one more token of the context: F16 numbers. */
export function maskBytesPerToken({
  microBatchSize = defaultMicroBatch,
}: Partial<ContextShape> = {}): number {
  return microBatchSize * 2;
}

export function vocabularySize({ metadata, tensors }: GgufHeader): number {
  const outputs = tensors.find(({ name }) => name === "token_embd.weight")?.shape[1];
  return outputs ?? metadata.getArray("tokenizer.ggml.tokens")?.length ?? 0;
}

/**
 * The residual stream and its norms, and the widest part of a layer: queries, keys, values and their
 * results; the three tensors of the feed-forward; those of each expert, and its result; the inputs
 * and outputs of a convolution and of the recurrence behind it.
 */
function numbersPerToken({ metadata }: GgufHeader): number {
  const parameters = new Parameters(metadata);
  const number = (key: string): number => parameters.number(key);
  const largest = (key: string): number => Math.max(0, ...(parameters.perLayer(key) ?? []));
  const embedding = number("embedding_length");
  const heads = largest("attention.head_count");
  // Layers with a sliding window may have another length.
  const headLength = (part: string): number =>
    Math.max(number(`attention.${part}_length`), number(`attention.${part}_length_swa`)) ||
    embedding / Math.max(1, heads);
  const attention = heads * (headLength("key") + headLength("value")) * 2;
  const forward = largest("feed_forward_length");
  const expert = 2 * (largest("expert_feed_forward_length") || forward) + embedding;
  const experts = largest("expert_used_count") * expert;
  const recurrence = 7 * number("ssm.inner_size") + 6 * number("ssm.group_count") * number("ssm.state_size");
  const delta = 12 * heads * number("kda.head_dim");
  const timeMix = number("wkv.head_size") > 0 ? 12 * embedding : 0;
  return 5 * embedding + Math.max(attention, 3 * forward, experts, recurrence, delta, timeMix);
}

const defaultMicroBatch = 512;

const mebibyte = 1024 * 1024;
