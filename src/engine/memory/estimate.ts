/**
 * Estimates from a model's header how much memory it needs, before anything is loaded. The
 * estimates follow what llama.cpp v0.5.0 allocates for our contexts: flash attention, one unified
 * KV cache, small caches for sliding windows, logits only of a few tokens. They overestimate rather
 * than underestimate. layers.ts reads what each layer keeps.
 */
import { AnechatError } from "../../base/errors.ts";
import { formatBytes } from "../../base/format.ts";
import type { GgufHeader } from "../../formats/gguf/reader.ts";
import { type Native, systemInfo } from "../../llama/library.ts";
import { maxOutputs } from "../cache/context-size.ts";
import { availableMemory } from "./available.ts";
import { type LayerMemory, layerMemory } from "./layers.ts";

export type ContextShape = {
  /** Cells of the KV cache, shared by all sequences. */
  contextSize: number;
  /** Default 1. */
  sequences?: number;
  /** 2 for F16, llama.cpp's default. */
  kvBytesPerElement?: number;
  /** Maximum tokens per decode; default 512. */
  microBatchSize?: number;
};

/** All in bytes. */
export type MemoryEstimate = {
  /**
   * Mapped from the file, but needed in memory: a page that is dropped is read again for every
   * token.
   */
  weights: number;
  /** With the cells of sliding windows. */
  kvCache: number;
  /** States of recurrent layers such as Mamba and RWKV; independent of the context size. */
  recurrentState: number;
  computeBuffers: number;
  /** The vocabulary's tables, and a constant. */
  overhead: number;
  total: number;
};

export function estimateMemory(header: GgufHeader, shape: ContextShape): MemoryEstimate {
  const { contextSize, sequences = 1, kvBytesPerElement = 2, microBatchSize = 512 } = shape;
  const model = readDimensions(header);
  const memory = layerMemory(header);
  const cells = padded(contextSize);
  const weights = header.tensorBytes;
  const windowed = windowCells(memory, cells, sequences, microBatchSize) * memory.windowedCell;
  const kvCache = (cells * memory.cell + windowed) * kvBytesPerElement;
  const recurrentState = sequences * memory.state * 4;
  const outputs = maxOutputs(sequences);
  const computeBuffers = estimateCompute(model, cells, outputs, Math.min(microBatchSize, cells));
  const overhead = model.vocabulary * bytesPerToken + 32 * mebibyte;
  const total = weights + kvCache + recurrentState + computeBuffers + overhead;
  return { weights, kvCache, recurrentState, computeBuffers, overhead, total };
}

/** llama_init_from_model pads a context to whole groups of cells. */
function padded(cells: number): number {
  return Math.ceil(cells / 256) * 256;
}

/** llama_kv_cache_iswa: the cells of layers with a sliding window. */
function windowCells(
  { window }: LayerMemory,
  cells: number,
  sequences: number,
  microBatchSize: number,
): number {
  return window === 0 ? 0 : padded(Math.min(cells, window * sequences + microBatchSize));
}

/** Bytes that the KV cache grows by for one cell: sliding windows don't grow. */
export function kvBytesPerToken(header: GgufHeader, kvBytesPerElement = 2): number {
  return layerMemory(header).cell * kvBytesPerElement;
}

/** Bytes of a checkpoint: the recurrent state and the window of one sequence. */
export function checkpointBytes(header: GgufHeader): number {
  const { state, window, windowedCell } = layerMemory(header);
  return state * 4 + window * windowedCell * 2;
}

/**
 * The default limit of a server's prompt cache: a share of the KV cache, and for models whose
 * conversations are mostly states and windows, some of these for each sequence.
 */
export function defaultPromptCacheBytes(header: GgufHeader, shape: ContextShape): number {
  const { sequences = 1 } = shape;
  const states = sequences * statesPerSequence * checkpointBytes(header);
  return Math.ceil(estimateMemory(header, shape).kvCache * promptCacheShare + states);
}

const promptCacheShare = 0.2;

/** A conversation leaves with its state and two checkpoints, and another one may be there before. */
const statesPerSequence = 6;

/**
 * The largest context that fits, a multiple of 256 cells or the limit.
 * @param available bytes, see {@link availableMemory}
 * @param limit maximum size, such as the size that the model was trained for
 * @returns 0 if not even 256 cells fit
 */
export function largestContextThatFits(
  header: GgufHeader,
  available: number,
  limit: number,
  shape: Omit<ContextShape, "contextSize"> = {},
): number {
  const fits = (contextSize: number) => estimateMemory(header, { ...shape, contextSize }).total <= available;
  if (fits(limit)) return limit;
  // The needed memory grows with the size, so a binary search finds the limit.
  let low = 0;
  let high = Math.ceil(limit / 256);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle * 256)) low = middle;
    else high = middle;
  }
  return low * 256;
}

/**
 * @param shape without a context size, the smallest one must fit: the engine limits the context
 *   itself
 * @param available bytes for weights and context, on GPUs and in main memory
 * @throws AnechatError `notEnoughMemory`, with the numbers
 */
export function checkFits(
  header: GgufHeader,
  shape: Partial<ContextShape>,
  available: number = availableMemory(),
): void {
  const contextSize = shape.contextSize ?? smallestContext;
  const needed = estimateMemory(header, { ...shape, contextSize }).total;
  if (needed <= available) return;
  // A larger context than the model was trained for only makes its answers worse.
  const limit = Math.min(contextSize, trainedContext(header) ?? contextSize);
  const largest = largestContextThatFits(header, available * adviceShare, limit, shape);
  throw new AnechatError(
    "notEnoughMemory",
    `${header.path} needs ${formatBytes(needed)} of memory, ${formatBytes(available)} is free`,
    {
      hint:
        largest >= Math.min(smallestContext, limit)
          ? `Use a smaller context: --ctx-size ${largest}.`
          : "Close other programs, or use a smaller model or a smaller quantization of this one.",
    },
  );
}

/** The tokens that the model was trained for; undefined if the header doesn't say it. */
export function trainedContext({ metadata }: GgufHeader): number | undefined {
  const architecture = metadata.getString("general.architecture") ?? "";
  return metadata.getNumber(`${architecture}.context_length`) || undefined;
}

/** What the Worker needs from a header to size a context. Plain data, so that it can be posted. */
export function memoryFacts(header: GgufHeader): { kvBytesPerToken: number; reservedBytes: number } {
  const { total } = estimateMemory(header, { contextSize: smallestContext });
  const perToken = kvBytesPerToken(header);
  // The windows grow with the context, too, until they have their size.
  const { window, windowedCell } = layerMemory(header);
  return {
    kvBytesPerToken: perToken,
    reservedBytes: total - smallestContext * perToken + window * windowedCell * 2,
  };
}

/**
 * Tokens of KV cache that fit in the free memory. If GPUs or RPC servers are used, the cache is on
 * them, like the layers that llama.cpp has put there. Otherwise it is in main memory, where mapped
 * weights still count as free and are subtracted. Weights that the CPU backend has repacked into
 * other memory are subtracted twice, which only makes the largest context smaller.
 * @param facts from {@link memoryFacts}
 * @param gpuLayers as in the model's options
 */
export function fittingTokens(
  facts: { kvBytesPerToken: number; reservedBytes?: number },
  native: Native,
  gpuLayers: number | undefined,
): number {
  if (facts.kvBytesPerToken === 0) return Number.MAX_SAFE_INTEGER;
  const gpus = systemInfo(native).devices.filter(({ type }) => ["gpu", "igpu", "rpc"].includes(type));
  const free =
    gpuLayers === 0 || gpus.length === 0
      ? availableMemory() - (facts.reservedBytes ?? 0)
      : gpus.reduce((sum, gpu) => sum + gpu.free - gpuComputeBytes, 0);
  return Math.max(0, Math.floor(free / facts.kvBytesPerToken));
}

/** Other programs may take some of the free memory before the user follows the advice. */
const adviceShare = 0.9;

/** Smaller contexts are too small for a conversation. */
const smallestContext = 512;

const mebibyte = 1024 * 1024;

/** Reserved for the compute buffers on each GPU. */
const gpuComputeBytes = 512 * mebibyte;

/**
 * llama_vocab stores a token's text twice, its piece, attributes and hash nodes, and as much per
 * merge.
 */
const bytesPerToken = 500;

type Dimensions = {
  layers: number;
  embedding: number;
  feedForward: number;
  vocabulary: number;
  heads: readonly number[];
  keyLength: number;
  valueLength: number;
  experts: number;
  innerSize: number;
};

function readDimensions({ metadata, tensors }: GgufHeader): Dimensions {
  const architecture = metadata.getString("general.architecture") ?? "";
  const number = (key: string) => metadata.getNumber(`${architecture}.${key}`) ?? 0;
  const layers = Math.min(number("block_count"), 512);
  const perLayer = (key: string) => metadata.getPerLayer(`${architecture}.${key}`, layers);
  const embedding = number("embedding_length");
  const heads = perLayer("attention.head_count") ?? new Array<number>(layers).fill(0);
  const headLength = embedding / Math.max(1, ...heads);
  // Layers with a sliding window may have another length.
  const longest = (key: string) =>
    Math.max(number(`attention.${key}`), number(`attention.${key}_swa`)) || headLength;
  const outputs = tensors.find(({ name }) => name === "token_embd.weight")?.shape[1];
  return {
    layers,
    embedding,
    feedForward: Math.max(0, ...(perLayer("feed_forward_length") ?? [])),
    vocabulary: outputs ?? metadata.getArray("tokenizer.ggml.tokens")?.length ?? 0,
    heads,
    keyLength: longest("key_length"),
    valueLength: longest("value_length"),
    experts: Math.max(0, ...(perLayer("expert_used_count") ?? [])),
    innerSize: number("ssm.inner_size"),
  };
}

/**
 * The largest tensors that exist at the same time while one layer is computed, all F32 except the
 * mask: the residual stream and its norm; queries, keys, values and their results, or the three
 * tensors of the feed-forward (for each expert); the mask of every cell for every token. The logits
 * follow the last layer, so they reuse its memory, and are copied to the output buffer.
 */
function estimateCompute(model: Dimensions, cells: number, outputs: number, tokens: number): number {
  const attention = Math.max(0, ...model.heads) * (model.keyLength + model.valueLength) * 2;
  const feedForward = model.feedForward * 3 * Math.max(1, model.experts);
  const perToken = 4 * model.embedding + Math.max(attention, feedForward) + 2 * model.innerSize;
  const mask = cells * tokens * 2;
  const logits = model.vocabulary * outputs;
  return (Math.max(perToken * tokens, logits) + logits) * 4 + mask + mebibyte;
}
