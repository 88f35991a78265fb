/**
 * Continuous batching: which sequence takes a request, and which tokens go into
 * the next step. Pure bookkeeping over sequences; it knows no model and no KV
 * cache but by the numbers it is told.
 */
import type { Batch } from "../../llama/context.ts";
import type { Token } from "../../llama/vocabulary.ts";
import { type SharedPrefix, sharedPrefix, type TokenBytes } from "../cache/prefix.ts";
import type { Sequence } from "./sequence.ts";

/** A prefix taken from another sequence, or from memory, must save this many tokens to be worth a copy. */
export const worthCopying = 32;

/** What a sequence does in a step. */
export type ScheduledTokens = {
  sequence: Sequence;
  /** Tokens of it in the batch. */
  count: number;
  /** Where the logits of its last token are, if its prompt is complete with this step. */
  output: number | undefined;
};

export type StepLimits = {
  /** Tokens of prompts while answers are being written. */
  besideAnswers: number;
  /** Tokens of prompts while none is; missing: as many as the batch has room for. */
  alone?: number;
  /** Answers that rest until later are left out while there are others; missing: none rests. */
  now?: number;
};

/** Where a prompt goes. */
export type Placement = {
  sequence: Sequence;
  /** Of the sequence's own or of `copyFrom`'s tokens. */
  prefix: SharedPrefix;
  /** Another sequence that begins the same, whose state is to be shared. */
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

  /** Those that are reading or writing. */
  get busy(): Sequence[] {
    return this.sequences.filter(({ generation: run }) => run !== undefined);
  }

  /**
   * The free sequence that saves the most evaluation, or undefined if all are busy.
   * @param canCopy the KV cache can share a prefix between sequences
   */
  place(prompt: readonly Token[], vocabulary: TokenBytes, canCopy: boolean): Placement | undefined {
    const free = this.sequences.filter(({ generation: run }) => run === undefined);
    const own = best(free, prompt, vocabulary);
    if (own === undefined) return undefined;
    const busy = canCopy ? best(this.busy, prompt, vocabulary) : undefined;
    if (busy !== undefined && busy.prefix.cached >= own.prefix.cached + worthCopying) {
      const target = leastRecentlyUsed(free);
      if (target !== undefined) {
        return { sequence: target, prefix: busy.prefix, copyFrom: busy.sequence };
      }
    }
    // Another conversation's cache is left alone as long as possible, also where it begins the same.
    const lost = own.sequence.cachedTokens - own.prefix.cached;
    const empty = free.find(({ cachedTokens }) => cachedTokens === 0);
    if (canCopy && empty !== undefined && Math.min(lost, own.prefix.cached) >= worthCopying) {
      return { sequence: empty, prefix: own.prefix, copyFrom: own.sequence };
    }
    const sequence = own.prefix.cached > 0 ? own.sequence : (leastRecentlyUsed(free) ?? own.sequence);
    return { sequence, prefix: own.prefix, copyFrom: undefined };
  }

  /**
   * Fills the batch: first the one token of each sequence that is writing, so
   * that a long prompt never holds answers up; the rest of the room reads prompts, in the order they came.
   */
  fill(
    batch: Batch,
    { besideAnswers, alone = batch.capacity, now = Number.POSITIVE_INFINITY }: StepLimits,
  ): ScheduledTokens[] {
    this.#step += 1;
    batch.clear();
    const shares: ScheduledTokens[] = [];
    const add = (sequence: Sequence, room: number): void => {
      const count = Math.min(sequence.pending, room, batch.capacity - batch.length);
      if (count === 0) return;
      sequence.lastUsed = this.#step;
      shares.push(addTokens(batch, sequence, count));
    };
    const awake = this.busy.filter(({ generation: run }) => (run?.restsUntil ?? 0) <= now);
    const busy = awake.length > 0 ? awake : this.busy;
    for (const sequence of busy) if (!sequence.isReading) add(sequence, batch.capacity);
    // Also beside answers that rest for now.
    const isAlone = this.busy.every(({ isReading }) => isReading);
    const end = isAlone ? alone : batch.length + besideAnswers;
    const reading = busy.filter(({ isReading }) => isReading);
    reading.sort((a, b) => (a.generation?.startedAt ?? 0) - (b.generation?.startedAt ?? 0));
    for (const sequence of reading) add(sequence, end - batch.length);
    return shares;
  }

  /** The idle sequence to give up when cells are needed; undefined if none holds any. */
  nextToEvict(): Sequence | undefined {
    return leastRecentlyUsed(
      this.sequences.filter(({ generation: run, cachedTokens }) => run === undefined && cachedTokens > 0),
    );
  }

  /** The sequence that was computed last, if the KV cache still holds it. */
  latest(): Sequence | undefined {
    const cachedTokens = this.sequences.filter((sequence) => sequence.cachedTokens > 0);
    return cachedTokens.reduce<Sequence | undefined>(
      (latest, sequence) => (latest === undefined || sequence.lastUsed > latest.lastUsed ? sequence : latest),
      undefined,
    );
  }

  /** A sequence that can be given another content; undefined if all are busy. */
  idle(): Sequence | undefined {
    return leastRecentlyUsed(this.sequences.filter(({ generation: run }) => run === undefined));
  }

  /** The writing or reading sequence that holds the most cells. */
  largest(): Sequence | undefined {
    return this.busy.reduce<Sequence | undefined>(
      (most, sequence) =>
        most === undefined || sequence.tokens.length > most.tokens.length ? sequence : most,
      undefined,
    );
  }
}

function addTokens(batch: Batch, sequence: Sequence, count: number): ScheduledTokens {
  const end = sequence.cachedTokens + count;
  const completes = end === sequence.tokens.length;
  let output: number | undefined;
  for (let position = sequence.cachedTokens; position < end; position += 1) {
    const wantsLogits = completes && position === end - 1;
    const index = batch.add(sequence.tokens[position] as Token, position, sequence.id, wantsLogits);
    if (wantsLogits) output = index;
  }
  return { sequence, count, output };
}

function best(
  sequences: readonly Sequence[],
  prompt: readonly Token[],
  vocabulary: TokenBytes,
): { sequence: Sequence; prefix: SharedPrefix } | undefined {
  let found: { sequence: Sequence; prefix: SharedPrefix } | undefined;
  for (const sequence of sequences) {
    const prefix = sharedPrefix(sequence.tokens.slice(0, sequence.cachedTokens), prompt, vocabulary);
    const more = prefix.cached - (found?.prefix.cached ?? -1);
    // Of those that save as much, the one that loses least if the prompt takes its place.
    if (more > 0 || (more === 0 && sequence.cachedTokens < (found?.sequence.cachedTokens ?? 0)))
      found = { sequence, prefix };
  }
  return found;
}

function leastRecentlyUsed(sequences: readonly Sequence[]): Sequence | undefined {
  return sequences.reduce<Sequence | undefined>((oldest, sequence) => {
    if (oldest === undefined) return sequence;
    // An empty one costs nobody anything.
    if (sequence.cachedTokens === 0 && oldest.cachedTokens > 0) return sequence;
    return sequence.lastUsed < oldest.lastUsed && (sequence.cachedTokens === 0 || oldest.cachedTokens > 0)
      ? sequence
      : oldest;
  }, undefined);
}
