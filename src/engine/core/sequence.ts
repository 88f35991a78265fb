/**
 * A sequence: what the KV cache holds of one conversation, and the answer that
 * is being written to it. It remembers; scheduler.ts decides.
 */
import type { SequenceId } from "../../llama/context.ts";
import type { Token } from "../../llama/vocabulary.ts";
import type { Generation } from "./generation.ts";

export class Sequence {
  readonly id: SequenceId;
  /** The conversation; the first `held` of them are in the KV cache. */
  tokens: Token[] = [];
  cachedTokens = 0;
  generation: Generation | undefined;
  /** Of the scheduler's step counter: the idle sequence used least recently is given up first. */
  lastUsed = 0;

  constructor(id: SequenceId) {
    this.id = id;
  }

  /** Tokens that have to be evaluated before the next can be sampled. */
  get pending(): number {
    return this.tokens.length - this.cachedTokens;
  }

  /** Reading a prompt, not yet writing. */
  get isReading(): boolean {
    return this.generation?.isReading === true;
  }
}
