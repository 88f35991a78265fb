/**
 * Continuous batching: decides which sequence takes a request, and which tokens go into the next
 * step. Pure bookkeeping over sequences: it uses neither the model nor the KV cache.
 */
import type { Batch } from "../../llama/context.ts";
import type { Token } from "../../llama/vocabulary.ts";
import type { SharedPrefix } from "../cache/prefix.ts";
import type { Sequence } from "./sequence.ts";

/** A prefix is copied from another sequence or from memory only if that saves this many tokens. */
export const minCopyTokens = 32;

/** The tokens of a sequence in a step. */
export type ScheduledTokens = {
  sequence: Sequence;
  /** Batch index of the first of its tokens, which follow each other. */
  start: number;
  /** Its tokens in the batch. */
  count: number;
  /** Batch index of its logits; undefined if tokens of the prompt are left after this step. */
  output: number | undefined;
};

export type StepLimits = {
  /** Maximum prompt tokens while answers are being generated. */
  prefillWhileDecoding: number;
  /** Maximum prompt tokens otherwise; missing: the capacity of the batch. */
  prefillAlone?: number;
  /** Maximum tokens with logits, at least one for each sequence; missing: the batch's capacity. */
  outputs?: number;
  /** Paused answers are skipped if there is other work; missing: none is paused. */
  now?: number;
};

/** The sequence for a prompt. */
export type Placement = {
  sequence: Sequence;
  /** The prefix that the prompt shares with `copyFrom` or, if undefined, with `sequence`. */
  prefix: SharedPrefix;
  /** Another sequence, whose cells of the prefix will be shared. */
  copyFrom: Sequence | undefined;
};

export class Scheduler {
  readonly sequences: readonly Sequence[];
  #step = 0;

  constructor(sequences: readonly Sequence[]) {
    this.sequences = sequences;
  }

  get isIdle(): boolean {
    return this.sequences.every((sequence) => sequence.generation === undefined);
  }

  /** Sequences that have a request. */
  get busy(): Sequence[] {
    return this.sequences.filter(({ generation }) => generation !== undefined);
  }

  /**
   * Chooses the free sequence that saves the most evaluation; undefined if all are busy.
   * @param prefixIn what a prompt can reuse of a sequence
   */
  place(prefixIn: (sequence: Sequence) => SharedPrefix): Placement | undefined {
    const free = this.sequences.filter(({ generation }) => generation === undefined);
    const own = best(free, prefixIn);
    if (own === undefined) return undefined;
    const busy = best(this.busy, prefixIn);
    if (busy !== undefined && busy.prefix.cached >= own.prefix.cached + minCopyTokens) {
      const target = leastRecentlyUsed(free);
      if (target !== undefined) {
        return { sequence: target, prefix: busy.prefix, copyFrom: busy.sequence };
      }
    }
    // Keep another conversation's cache as long as possible, even if it has the same prefix.
    const lost = own.sequence.cachedTokens - own.prefix.cached;
    const empty = free.find(({ cachedTokens }) => cachedTokens === 0);
    if (empty !== undefined && Math.min(lost, own.prefix.cached) >= minCopyTokens) {
      return { sequence: empty, prefix: own.prefix, copyFrom: own.sequence };
    }
    const sequence = own.prefix.cached > 0 ? own.sequence : (leastRecentlyUsed(free) ?? own.sequence);
    return { sequence, prefix: own.prefix, copyFrom: undefined };
  }

  /**
   * Fills the batch. First comes the next token of each answer, so that a long prompt never delays
   * answers. Then come prompts, the oldest request first, up to the limit.
   */
  fill(batch: Batch, limits: StepLimits): ScheduledTokens[] {
    const { prefillWhileDecoding, prefillAlone = batch.capacity, now = Number.POSITIVE_INFINITY } = limits;
    // Each sequence may need one output. Prompts whose tokens are scored share the others.
    let spareOutputs = (limits.outputs ?? batch.capacity) - this.sequences.length;
    this.#step += 1;
    batch.clear();
    const scheduled: ScheduledTokens[] = [];
    const schedule = (sequence: Sequence, limit: number): void => {
      const free = Math.min(limit, batch.capacity - batch.length);
      const count = Math.min(sequence.pendingInStep, free, unscored(sequence) + 1 + spareOutputs);
      if (count <= 0) return;
      sequence.lastUsed = this.#step;
      scheduled.push(addTokens(batch, sequence, count));
      spareOutputs -= Math.max(0, count - unscored(sequence) - 1);
    };
    const active = this.busy.filter(({ generation }) => (generation?.pausedUntil ?? 0) <= now);
    const runnable = active.length > 0 ? active : this.busy;
    for (const sequence of runnable) if (!sequence.isPrefilling) schedule(sequence, batch.capacity);
    // Paused answers count as being generated, too.
    const isDecoding = this.busy.some(({ isPrefilling }) => !isPrefilling);
    const end = isDecoding ? batch.length + prefillWhileDecoding : prefillAlone;
    const prefilling = runnable.filter(({ isPrefilling }) => isPrefilling);
    prefilling.sort((a, b) => (a.generation?.startedAt ?? 0) - (b.generation?.startedAt ?? 0));
    for (const sequence of prefilling) schedule(sequence, end - batch.length);
    return scheduled;
  }

  /** The idle sequence to evict when cells are needed; undefined if none holds any. */
  nextToEvict(): Sequence | undefined {
    return leastRecentlyUsed(
      this.sequences.filter(({ generation, cachedTokens }) => generation === undefined && cachedTokens > 0),
    );
  }

  /** The sequence that was computed last, of those that the KV cache holds. */
  latest(): Sequence | undefined {
    const cached = this.sequences.filter((sequence) => sequence.cachedTokens > 0);
    return cached.reduce<Sequence | undefined>(
      (latest, sequence) => (latest === undefined || sequence.lastUsed > latest.lastUsed ? sequence : latest),
      undefined,
    );
  }

  /** A sequence whose content can be replaced; undefined if all are busy. */
  idle(): Sequence | undefined {
    return leastRecentlyUsed(this.sequences.filter(({ generation }) => generation === undefined));
  }

  /** The busy sequence with the most tokens. */
  largest(): Sequence | undefined {
    return this.busy.reduce<Sequence | undefined>(
      (largest, sequence) =>
        largest === undefined || sequence.tokens.length > largest.tokens.length ? sequence : largest,
      undefined,
    );
  }
}

function addTokens(batch: Batch, sequence: Sequence, count: number): ScheduledTokens {
  const start = batch.length;
  const end = sequence.cachedTokens + count;
  const isComplete = end === sequence.tokens.length;
  const firstScored = sequence.cachedTokens + unscored(sequence);
  for (let position = sequence.cachedTokens; position < end; position += 1) {
    const needsLogits = position >= firstScored || (isComplete && position === end - 1);
    batch.add(sequence.tokens[position] as Token, position, sequence.id, needsLogits);
  }
  return { sequence, start, count, output: isComplete ? batch.length - 1 : undefined };
}

/** How many of its next tokens need no logits to score the prompt; Infinity if none needs them. */
function unscored({ generation, cachedTokens }: Sequence): number {
  return (generation?.nextScored ?? Number.POSITIVE_INFINITY) - cachedTokens;
}

function best(
  sequences: readonly Sequence[],
  prefixIn: (sequence: Sequence) => SharedPrefix,
): { sequence: Sequence; prefix: SharedPrefix } | undefined {
  let found: { sequence: Sequence; prefix: SharedPrefix } | undefined;
  for (const sequence of sequences) {
    const prefix = prefixIn(sequence);
    const more = prefix.cached - (found?.prefix.cached ?? -1);
    // If several save as many tokens, choose the one that loses the fewest to the prompt.
    if (more > 0 || (more === 0 && sequence.cachedTokens < (found?.sequence.cachedTokens ?? 0)))
      found = { sequence, prefix };
  }
  return found;
}

function leastRecentlyUsed(sequences: readonly Sequence[]): Sequence | undefined {
  return sequences.reduce<Sequence | undefined>((oldest, sequence) => {
    if (oldest === undefined) return sequence;
    // Prefer an empty sequence: replacing it loses nothing.
    if (sequence.cachedTokens === 0 && oldest.cachedTokens > 0) return sequence;
    return sequence.lastUsed < oldest.lastUsed && (sequence.cachedTokens === 0 || oldest.cachedTokens > 0)
      ? sequence
      : oldest;
  }, undefined);
}
