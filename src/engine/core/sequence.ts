/**
 * A sequence: one conversation, its tokens in the KV cache, and the answer being generated for it.
 */
import type { SequenceId } from "../../llama/context.ts";
import type { Token } from "../../llama/vocabulary.ts";
import type { Checkpoint } from "../cache/checkpoint.ts";
import type { Generation } from "./generation.ts";

export class Sequence {
  readonly id: SequenceId;
  /** The conversation. The first `cachedTokens` of them are in the KV cache. */
  tokens: Token[] = [];
  cachedTokens = 0;
  /** Where it can be truncated, if its memory can't be anywhere. By length, ascending. */
  checkpoints: readonly Checkpoint[] = [];
  /** The lengths at which a step ends while the prompt is evaluated, for a checkpoint. Ascending. */
  plannedCheckpoints: readonly number[] = [];
  generation: Generation | undefined;
  /** The scheduler's step counter at the last use. The least recently used is evicted first. */
  lastUsed = 0;

  constructor(id: SequenceId) {
    this.id = id;
  }

  /** Tokens to evaluate before the next one can be sampled. */
  get pending(): number {
    return this.tokens.length - this.cachedTokens;
  }

  /** Those of the pending tokens that the next step may evaluate. */
  get pendingInStep(): number {
    const next = this.plannedCheckpoints.find((length) => length > this.cachedTokens);
    return Math.min(this.pending, (next ?? Number.POSITIVE_INFINITY) - this.cachedTokens);
  }

  /** Its prompt is being evaluated; no token of the answer was sampled yet. */
  get isPrefilling(): boolean {
    return this.generation?.isPrefilling === true;
  }
}
