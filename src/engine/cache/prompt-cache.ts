/**
 * Keeps the KV states of evicted conversations in main memory, so that they can continue without
 * being evaluated again. An entry holds a whole conversation. The least recently used entry is
 * discarded first.
 */
import type { Token } from "../../llama/vocabulary.ts";
import { commonPrefixLength, type SharedPrefix, sharedPrefix, type TokenBytes } from "./prefix.ts";

/** The evaluated tokens of a conversation and their KV state. */
export type Entry = {
  readonly tokens: readonly Token[];
  /** Fills its whole buffer. */
  readonly state: Uint8Array<ArrayBuffer>;
};

export class PromptCache {
  /** Bytes. */
  readonly limit: number;
  /** Least recently used first. */
  #entries: Entry[] = [];

  /** @param limit bytes; 0 disables the cache */
  constructor(limit: number) {
    this.limit = limit;
  }

  get bytes(): number {
    return this.#entries.reduce((sum, { state }) => sum + state.length, 0);
  }

  /** Whether a state of this size can be added without discarding another. */
  fits(bytes: number): boolean {
    return this.bytes + bytes <= this.limit;
  }

  /**
   * Adds a conversation, unless its state is larger than the limit.
   * @param bytes size of its state
   * @param take returns the state; called after older entries were discarded, so that the limit
   *   holds
   */
  add(tokens: readonly Token[], bytes: number, take: () => Uint8Array<ArrayBuffer>): void {
    const whole = this.#entries.find((entry) => isPrefix(tokens, entry.tokens));
    if (whole !== undefined) {
      this.#touch(whole);
      return;
    }
    if (bytes > this.limit) return;
    // Prefixes of the new conversation are no longer needed.
    for (const entry of this.#entries.filter((one) => isPrefix(one.tokens, tokens))) this.#discard(entry);
    this.#evictUntilFits(bytes);
    this.#entries.push({ tokens, state: take() });
  }

  /** The entry that saves the most evaluation of a prompt. */
  best(prompt: readonly Token[], vocabulary: TokenBytes): { entry: Entry; prefix: SharedPrefix } | undefined {
    let found: { entry: Entry; prefix: SharedPrefix } | undefined;
    for (const entry of this.#entries) {
      const prefix = sharedPrefix(entry.tokens, prompt, vocabulary);
      if (prefix.cached > (found?.prefix.cached ?? 0)) found = { entry, prefix };
    }
    return found;
  }

  /**
   * Removes an entry, so that adding others can't discard it. Then call {@link putBack} or {@link
   * free}.
   */
  take(entry: Entry): void {
    this.#entries = this.#entries.filter((other) => other !== entry);
  }

  putBack(entry: Entry): void {
    this.#evictUntilFits(entry.state.length);
    this.#entries.push(entry);
  }

  /** Frees an entry that was removed. */
  free({ state }: Entry): void {
    // Free it now: states are large, and the garbage collector may run much later.
    state.buffer.transfer(0);
  }

  #evictUntilFits(bytes: number): void {
    for (const oldest of [...this.#entries]) {
      if (this.fits(bytes)) return;
      this.#discard(oldest);
    }
  }

  #touch(entry: Entry): void {
    this.take(entry);
    this.#entries.push(entry);
  }

  #discard(entry: Entry): void {
    this.take(entry);
    this.free(entry);
  }
}

function isPrefix(prefix: readonly Token[], whole: readonly Token[]): boolean {
  return commonPrefixLength(prefix, whole) === prefix.length;
}
