/**
 * Room in the KV cache: where a prompt goes, and what idle conversations give up for it. The cache grows for
 * what is being answered; what is idle leaves it for main memory, which has a limit.
 */
import type { Token, Vocabulary } from "../llama/vocabulary.ts";
import { grownSize } from "./context-size.ts";
import type { KvCache } from "./kv-cache.ts";
import type { Parking } from "./parking.ts";
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
    const placement = this.#fromMemory(prompt) ?? this.#placement(prompt);
    if (placement === undefined) throw new Error("all sequences are busy");
    const { sequence, prefix, copyFrom } = placement;
    try {
      this.#park(sequence, copyFrom === undefined ? prefix.cached : 0);
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
      this.#park(victim, 0);
      cache.drop(victim);
    }
    return true;
  }

  /**
   * While nothing is asked: small conversations leave the cache, as long as none is lost for that. A step looks at
   * every cell in use, also those that it has nothing to do with. The latest stays: it is the likeliest to go on.
   */
  tidy(): void {
    const { cache, scheduler, parking } = this.#options;
    const latest = scheduler.latest();
    for (const sequence of scheduler.sequences) {
      if (sequence === latest || sequence.run !== undefined || sequence.held === 0) continue;
      if (cache.snapshotSize(sequence) > Math.min(parking.room, quicklyCopied)) continue;
      this.#park(sequence, 0);
      cache.drop(sequence);
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
    const kept = parking.best(prompt, vocabulary);
    if (kept === undefined) return undefined;
    const { parked, prefix } = kept;
    const inCache = this.#placement(prompt)?.prefix.cached ?? 0;
    const sequence = scheduler.idle();
    if (sequence === undefined || prefix.cached < inCache + worthCopying) return undefined;
    const isBack = parking.withdraw(parked, (state) => {
      this.#park(sequence, 0);
      cache.drop(sequence);
      return this.fit(parked.tokens.length + 1) && cache.restore(sequence, parked.tokens, state);
    });
    return isBack ? { sequence, prefix, copyFrom: undefined } : undefined;
  }

  /** Keeps in memory what an idle sequence is about to lose, if that is worth it. @param staying tokens of it that it doesn't lose */
  #park(sequence: Sequence, staying: number): void {
    const { cache, parking } = this.#options;
    if (sequence.held - staying < worthCopying) return;
    const tokens = sequence.tokens.slice(0, sequence.held);
    parking.add(tokens, cache.snapshotSize(sequence), () => cache.snapshot(sequence));
  }
}
