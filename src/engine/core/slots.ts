/** What the sequences of an engine do at the moment, for people who watch a server. */
import type { Sequence } from "./sequence.ts";

export type SlotState = {
  id: number;
  isProcessing: boolean;
  /** Of the request that it answers; 0 if it is idle. */
  promptTokens: number;
  /** Tokens that the KV cache holds of it. An idle one keeps them for the next prompt. */
  cachedTokens: number;
  /** Of the answer so far. */
  generatedTokens: number;
  /** Maximum tokens of a conversation. */
  contextSize: number;
};

export function slotStates(sequences: readonly Sequence[], contextSize: number): SlotState[] {
  return sequences.map(({ id, cachedTokens, generation }) => ({
    id,
    isProcessing: generation !== undefined,
    promptTokens: generation?.promptTokens ?? 0,
    cachedTokens,
    generatedTokens: generation?.completionTokens ?? 0,
    contextSize,
  }));
}
