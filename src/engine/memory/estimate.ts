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
import { availableMemory } from "./available.ts";
import { computeBytes, maskBytesPerToken, vocabularySize } from "./compute.ts";
import {
  type ContextMemory,
  type ContextShape,
  checkpointBytes,
  contextMemory,
  kvBytesPerToken,
} from "./context-memory.ts";

/** All in bytes. */
export type MemoryEstimate = ContextMemory & {
  /**
   * Mapped from the file, but needed in memory: a page that is dropped is read again for every
   * token.
   */
  weights: number;
  computeBuffers: number;
  /** The vocabulary's tables, and a constant. */
  overhead: number;
  total: number;
};

export function estimateMemory(header: GgufHeader, shape: ContextShape): MemoryEstimate {
  const weights = header.tensorBytes;
  const context = contextMemory(header, shape);
  const computeBuffers = computeBytes(header, shape);
  const overhead = vocabularySize(header) * bytesPerToken + 32 * mebibyte;
  const total = weights + context.kvCache + context.recurrentState + computeBuffers + overhead;
  return { weights, ...context, computeBuffers, overhead, total };
}

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

/** All in bytes. What the Worker needs from a header. Plain data, so that it can be posted. */
export type MemoryFacts = {
  /** Cells and mask of one more token. */
  bytesPerToken: number;
  /** Windows and states, which every context has. */
  fixedContextBytes: number;
  /** Weights, compute buffers and overhead. */
  reservedBytes: number;
  /** See {@link checkpointBytes}. */
  checkpointBytes: number;
};

/** @param shape of the contexts that will be opened */
export function memoryFacts(header: GgufHeader, shape: Omit<ContextShape, "contextSize"> = {}): MemoryFacts {
  const { weights, computeBuffers, overhead } = estimateMemory(header, {
    ...shape,
    contextSize: smallestContext,
  });
  // Windows have their full size in a context that is larger than they are.
  const { windows, recurrentState } = contextMemory(header, {
    ...shape,
    contextSize: Number.MAX_SAFE_INTEGER,
  });
  const kvBytes = kvBytesPerToken(header, shape);
  return {
    bytesPerToken: kvBytes === 0 ? 0 : kvBytes + maskBytesPerToken(shape),
    fixedContextBytes: windows + recurrentState,
    reservedBytes: weights + computeBuffers + overhead,
    checkpointBytes: checkpointBytes(header),
  };
}

/**
 * Tokens of KV cache that fit in the free memory. If GPUs or RPC servers are used, the cache is on
 * them, like the layers that llama.cpp has put there. Otherwise it is in main memory, where mapped
 * weights still count as free and are subtracted. Weights that the CPU backend has repacked into
 * other memory are subtracted twice, which only makes the largest context smaller.
 * @param gpuLayers as in the model's options
 */
export function fittingTokens(facts: MemoryFacts, native: Native, gpuLayers: number | undefined): number {
  const gpus = systemInfo(native).devices.filter(({ type }) => ["gpu", "igpu", "rpc"].includes(type));
  const free =
    gpuLayers === 0 || gpus.length === 0
      ? availableMemory() - facts.reservedBytes
      : gpus.reduce((sum, gpu) => sum + gpu.free - gpuComputeBytes, 0);
  return tokensIn(free, facts);
}

/** @param free bytes for cells, windows and states */
export function tokensIn(free: number, { bytesPerToken, fixedContextBytes }: MemoryFacts): number {
  if (bytesPerToken === 0) return Number.MAX_SAFE_INTEGER;
  return Math.max(0, Math.floor((free - fixedContextBytes) / bytesPerToken));
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
