/** Bytes of a context's cells and states, as llama.cpp v0.5.0 allocates them for our contexts. */
import type { GgufHeader } from "../../formats/gguf/reader.ts";
import { type CellGroup, layerMemory } from "./layers.ts";

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

/** In bytes. */
export type ContextMemory = {
  /** Cells, with those of sliding windows. */
  kvCache: number;
  /** The part of it that layers with a sliding window have. */
  windows: number;
  /** States of recurrent layers such as Mamba and RWKV. */
  recurrentState: number;
};

export function contextMemory(header: GgufHeader, shape: ContextShape): ContextMemory {
  const { sequences = 1, kvBytesPerElement = 2 } = shape;
  const { cells, state } = layerMemory(header);
  const bytesOf = (groups: readonly CellGroup[]): number =>
    groups.reduce((sum, group) => sum + cellCount(group, shape) * group.width, 0) * kvBytesPerElement;
  return {
    kvCache: bytesOf(cells),
    windows: bytesOf(cells.filter(({ window }) => window > 0)),
    recurrentState: sequences * state * 4,
  };
}

/** llama.cpp pads a context and its windows to whole groups of cells. */
export function padded(cells: number): number {
  return Math.ceil(cells / 256) * 256;
}

/** llama_kv_cache_iswa: windows have room for each sequence's window and for one batch. */
function cellCount({ window, tokensPerCell, isPerSequence }: CellGroup, shape: ContextShape): number {
  const { contextSize, sequences = 1, microBatchSize = 512 } = shape;
  const context = padded(contextSize);
  const windows = window * (isPerSequence ? 1 : sequences);
  const cells = window > 0 ? Math.min(context, windows + microBatchSize) : context / tokensPerCell;
  return padded(cells) * (isPerSequence ? sequences : 1);
}

/** Bytes that the KV cache grows by for one more token: windows and states don't grow. */
export function kvBytesPerToken(
  header: GgufHeader,
  { sequences = 1, kvBytesPerElement = 2 }: Omit<ContextShape, "contextSize"> = {},
): number {
  const growing = layerMemory(header).cells.filter(({ window }) => window === 0);
  const numbers = growing.reduce(
    (sum, { width, tokensPerCell, isPerSequence }) =>
      sum + (width / tokensPerCell) * (isPerSequence ? sequences : 1),
    0,
  );
  return numbers * kvBytesPerElement;
}

/**
 * Bytes of a checkpoint (LLAMA_STATE_SEQ_FLAGS_PARTIAL_ONLY): the states of one sequence, and the
 * cells of its window. 0 for models that need none. A context of fewer tokens than the window has
 * smaller ones.
 */
export function checkpointBytes(header: GgufHeader): number {
  const { cells, state } = layerMemory(header);
  const windows = cells.reduce((sum, { window, width }) => sum + window * width, 0);
  return windows * 2 + state * 4;
}

const promptCacheShare = 0.2;

/** A conversation leaves with its state and with the two newest checkpoints. */
const partsOfConversation = 3;

/**
 * The default limit of a server's prompt cache: a share of the KV cache, and for models that need
 * checkpoints, what one conversation takes of them, and one more for each further sequence.
 */
export function defaultPromptCacheBytes(header: GgufHeader, shape: ContextShape): number {
  const { sequences = 1 } = shape;
  const parts = partsOfConversation + sequences - 1;
  return Math.ceil(contextMemory(header, shape).kvCache * promptCacheShare + parts * checkpointBytes(header));
}
