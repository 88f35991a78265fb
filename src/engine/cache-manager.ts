/**
 * Room in the KV cache: where a prompt goes, and what idle conversations give up for it. The cache grows for
 * what is being answered; what is idle leaves it for main memory, which has a limit.
 */
import type { Token, Vocabulary } from "../llama/vocabulary.ts";
import { grownSize } from "./context-size.ts";
import type { KvCache } from "./kv-cache.ts";
import type { Kept, Parking } from "./parking.ts";
import { sameTokens } from "./prefix.ts";
import { type Placement, type Scheduler, worthCopying } from "./scheduler.ts";
import type { Sequence } from "./sequence.ts";

export type RoomOptions = {
  cache: KvCache;
  scheduler: Scheduler;
  parking: Parking;
  vocabulary: Vocabulary;
  /** Tokens of one conversation at most. */
  limit: number;
  /** Tokens of KV cache that the free memory has room for, besides what is held now. */
  fittingTokens(): number;
};

/** Bytes whose copying nobody notices, who asks just then: some 10 ms. */
const quicklyCopied = 32e6;

export class Room {
  readonly #options: RoomOptions;

  constructor(options: RoomOptions) {
    this.#options = options;
  }

  /**
   * Gives a prompt an idle sequence, in the state from which only the rest of the prompt has to be evaluated.
   * There has to be an idle one.
   */
  seat(prompt: readonly Token[]): Sequence {
    const placement = this.#fromMemory(prompt) ?? this.#inPlace(this.#placement(prompt));
    if (placement === undefined) throw new Error("all sequences are busy");
    const { sequence, prefix, copyFrom } = placement;
    try {
      if (copyFrom === undefined) this.#park(sequence, prefix.cached);
      else this.#giveUp(sequence);
      this.#options.cache.prepare(placement, prompt);
      return sequence;
    } catch (error) {
      this.#options.cache.drop(sequence);
      throw error;
    }
  }

  /** Makes room for so many tokens more. @returns false if there is none, though nothing idle is left */
  fit(tokens: number): boolean {
    const { cache, scheduler } = this.#options;
    const needed = scheduler.busyCells + tokens;
    if (needed > cache.size) this.grow(needed);
    while (scheduler.cells + tokens > cache.size) {
      const victim = scheduler.victim();
      if (victim === undefined) return false;
      this.#giveUp(victim);
    }
    return true;
  }

  /**
   * While nothing is asked: small conversations leave the cache for memory, but for the latest, which is the likeliest
   * to go on. A step looks at every cell in use, also at those that it has nothing to do with.
   */
  tidy(): void {
    const { scheduler } = this.#options;
    const latest = scheduler.latest();
    for (const sequence of scheduler.sequences) {
      if (sequence === latest || sequence.run !== undefined || sequence.held === 0) continue;
      if (this.#isSmall(sequence, this.#sharedStart(sequence))) this.#giveUp(sequence);
    }
  }

  /** @param needed cells. @returns whether the cache has grown, maybe to less */
  grow(needed: number): boolean {
    const { cache, scheduler, limit } = this.#options;
    const { sequences } = scheduler;
    const largest = Math.min(limit * sequences.length, cache.size + this.#options.fittingTokens());
    const size = grownSize(cache.size, needed, largest);
    return size !== undefined && size > cache.size && cache.resize(size, sequences);
  }

  #placement(prompt: readonly Token[]): Placement | undefined {
    const { cache, scheduler, vocabulary } = this.#options;
    return scheduler.place(prompt, vocabulary, cache.canShare);
  }

  /** A conversation that was parked, if that saves enough more than those in the cache do. */
  #fromMemory(prompt: readonly Token[]): Placement | undefined {
    const { cache, scheduler, parking, vocabulary } = this.#options;
    const kept = parking.best(prompt, vocabulary, (one) => one.from === 0 || this.#holder(one) !== undefined);
    if (kept === undefined) return undefined;
    const { parked, prefix } = kept;
    const inCache = this.#placement(prompt)?.prefix.cached ?? 0;
    if (prefix.cached < inCache + worthCopying) return undefined;
    const sequence = scheduler.idle(this.#holder(parked));
    if (sequence === undefined) return undefined;
    const { tokens, from } = parked;
    const isBack = parking.withdraw(parked, (state) => {
      this.#giveUp(sequence);
      if (!this.fit(tokens.length - from + 1)) return false;
      const holder = this.#holder(parked);
      // It may have had to go itself.
      if (from > 0 && holder === undefined) return false;
      return cache.restore(sequence, tokens, state, holder && { of: holder, length: from });
    });
    if (!isBack) return undefined;
    // Another may lean on what is back.
    return this.#fromMemory(prompt) ?? { sequence, prefix, copyFrom: undefined };
  }

  /** For one alone, the fewest cells: a conversation that begins the same makes way for its prompt, if that is soon done. */
  #inPlace(placement: Placement | undefined): Placement | undefined {
    const { copyFrom, prefix } = placement ?? {};
    if (copyFrom === undefined || prefix === undefined || !this.#options.scheduler.isIdle) return placement;
    if (!this.#isSmall(copyFrom, prefix.cached)) return placement;
    return { sequence: copyFrom, prefix, copyFrom: undefined };
  }

  /** All but its first tokens can be kept in memory, and nobody notices the copying. */
  #isSmall(sequence: Sequence, from: number): boolean {
    const { cache, parking } = this.#options;
    const bytes = cache.snapshotSize(sequence) * (1 - from / sequence.held);
    return bytes <= Math.min(parking.limit / 2, quicklyCopied);
  }

  /** A sequence in the cache that holds what the state of a parked conversation lacks; undefined if it lacks nothing, too. */
  #holder({ tokens, from }: Kept): Sequence | undefined {
    if (from === 0) return undefined;
    return this.#options.scheduler.sequences.find(
      ({ held, tokens: own }) => held >= from && sameTokens(own, tokens) >= from,
    );
  }

  /** Tokens that a sequence begins with as another does, of those that leave the cache last. */
  #sharedStart(sequence: Sequence): number {
    const { cache, scheduler } = this.#options;
    if (!cache.canShare) return 0;
    const tokens = sequence.tokens.slice(0, sequence.held);
    const latest = scheduler.latest();
    const others = scheduler.sequences.filter(
      (other) => other !== sequence && (other === latest || other.run !== undefined),
    );
    return Math.max(0, ...others.map((other) => sameTokens(tokens, other.tokens.slice(0, other.held))));
  }

  /** Empties an idle sequence. What no other holds is kept in memory, if that is worth it. */
  #giveUp(sequence: Sequence): void {
    const { cache } = this.#options;
    const from = this.#sharedStart(sequence);
    const tokens = sequence.tokens.slice(0, sequence.held);
    if (tokens.length - from >= worthCopying) {
      if (from > 0) cache.dropStart(sequence, from);
      this.#keep(sequence, { tokens, from });
    }
    cache.drop(sequence);
  }

  /** Keeps in memory what a sequence is about to lose, if that is worth it. @param staying tokens of it that it doesn't lose */
  #park(sequence: Sequence, staying: number): void {
    const { cache, scheduler } = this.#options;
    if (sequence.held - staying < worthCopying) return;
    const tokens = sequence.tokens.slice(0, sequence.held);
    const empty = scheduler.sequences.find(({ held, run }) => held === 0 && run === undefined);
    if (!cache.canShare || empty === undefined) {
      this.#keep(sequence, { tokens, from: 0 });
      return;
    }
    cache.copyEnd(sequence, empty, staying);
    try {
      this.#keep(empty, { tokens, from: staying });
    } finally {
      cache.drop(empty);
    }
  }

  /** @param holder has in the cache what of the conversation is to be kept */
  #keep(holder: Sequence, kept: Kept): void {
    const { cache, parking } = this.#options;
    parking.add(kept, cache.snapshotSize(holder), () => cache.snapshot(holder));
  }
}
