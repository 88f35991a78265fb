/** What `anechat show` and the chat's /show say about the memory that a model needs. */
import { formatBytes } from "../../base/format.ts";
import { initialContext } from "../../engine/cache/context-size.ts";
import { estimateMemory, largestContextThatFits, trainedContext } from "../../engine/memory/estimate.ts";
import type { GgufHeader } from "../../formats/gguf/reader.ts";

/** For one sequence; all but the context in bytes. */
export type NeededMemory = {
  /** Tokens. */
  context: number;
  /** Of everything, with the weights. */
  bytes: number;
  /** With the windows. */
  kvCache: number;
  /** Of layers with a sliding window. */
  windows: number;
  recurrentState: number;
};

export function neededMemory(header: GgufHeader, context: number): NeededMemory {
  const { total, kvCache, windows, recurrentState } = estimateMemory(header, { contextSize: context });
  return { context, bytes: total, kvCache, windows, recurrentState };
}

/** "4.2 GB with a context of 8192 tokens (KV cache 805 MB, windows 94 MB)" */
export function neededMemoryText({ context, bytes, kvCache, windows, recurrentState }: NeededMemory): string {
  const parts: [string, number][] = [
    ["KV cache", kvCache - windows],
    ["windows", windows],
    ["recurrent state", recurrentState],
  ];
  const named = parts.filter(([, size]) => size > 0).map(([name, size]) => `${name} ${formatBytes(size)}`);
  const inDetail = named.length === 0 ? "" : ` (${named.join(", ")})`;
  return `${formatBytes(bytes)} with a context of ${context} tokens${inDetail}`;
}

export type LargestContext = {
  /** 0 if not even a small context fits. */
  tokens: number;
  /** Free bytes of main memory. */
  available: number;
};

/** The largest context that fits in main memory, up to the one that the model was trained for. */
export function largestContext(header: GgufHeader, available: number): LargestContext {
  const limit = trainedContext(header) ?? initialContext;
  return { tokens: largestContextThatFits(header, available, limit), available };
}

export function largestContextText({ tokens, available }: LargestContext): string {
  const free = `the ${formatBytes(available)} of main memory that are free`;
  return tokens === 0 ? `no context in ${free}` : `a context of ${tokens} tokens in ${free}`;
}
