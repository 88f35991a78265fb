/**
 * Keeps the KV states of evicted conversations in main memory, so that they can continue without
 * being evaluated again. An entry holds a whole conversation. The least recently used entry is
 * discarded first.
 */
import type { Token } from "../../llama/vocabulary.ts";
import { bytesOf } from "./checkpoint.ts";
import type { SavedSequence } from "./kv-cache.ts";
import { commonPrefixLength, type SharedPrefix } from "./prefix.ts";

/** What of a conversation that was saved can be reused for a prompt. */
export type PrefixIn = (saved: Reusable, prompt: readonly Token[]) => SharedPrefix;

type Reusable = Pick<SavedSequence, "tokens" | "checkpoints">;

/** A saved conversation is as good as another if fewer tokens would have to be evaluated again. */
const negligible = 32;

export class PromptCache {
  /** Bytes. */
  readonly limit: number;
  readonly #prefixIn: PrefixIn;
  /** Least recently used first. */
  #entries: SavedSequence[] = [];

  /** @param limit bytes; 0 disables the cache */
  constructor(limit: number, prefixIn: PrefixIn) {
    this.limit = limit;
    this.#prefixIn = prefixIn;
  }

  get bytes(): number {
    return this.#entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
  }

  /** Whether a state of this size can be added without discarding another. */
  fits(bytes: number): boolean {
    return this.bytes + bytes <= this.limit;
  }

  /**
   * Adds a conversation, unless its state is larger than the limit.
   * @param bytes size of its state, with its checkpoints
   * @param take returns the state; called after older entries were discarded, so that the limit
   *   holds
   */
  add(added: Reusable, bytes: number, take: () => SavedSequence): void {
    const whole = this.#entries.find((entry) => this.#replaces(entry, added));
    if (whole !== undefined) {
      this.#touch(whole);
      return;
    }
    if (bytes > this.limit) return;
    // Beginnings of the new conversation are no longer needed.
    for (const entry of this.#entries.filter((one) => this.#replaces(added, one))) this.#discard(entry);
    this.#evictUntilFits(bytes);
    this.#entries.push(take());
  }

  /** The entry that saves the most evaluation of a prompt. */
  best(prompt: readonly Token[]): { entry: SavedSequence; prefix: SharedPrefix } | undefined {
    let found: { entry: SavedSequence; prefix: SharedPrefix } | undefined;
    for (const entry of this.#entries) {
      const prefix = this.#prefixIn(entry, prompt);
      if (prefix.cached > (found?.prefix.cached ?? 0)) found = { entry, prefix };
    }
    return found;
  }

  /**
   * Removes an entry, so that adding others can't discard it. Then call {@link putBack} or {@link
   * free}.
   */
  take(entry: SavedSequence): void {
    this.#entries = this.#entries.filter((other) => other !== entry);
  }

  putBack(entry: SavedSequence): void {
    this.#evictUntilFits(sizeOf(entry));
    this.#entries.push(entry);
  }

  /** Frees an entry that was removed. */
  free({ state }: SavedSequence): void {
    // Free it now: states are large, and the garbage collector may run much later. A sequence may
    // still have the checkpoints.
    state.buffer.transfer(0);
  }

  /** Whether a prompt that continues the other conversation can continue this one as well. */
  #replaces(saved: Reusable, { tokens }: Reusable): boolean {
    if (commonPrefixLength(tokens, saved.tokens) < tokens.length) return false;
    return this.#prefixIn(saved, tokens).cached >= tokens.length - negligible;
  }

  #evictUntilFits(bytes: number): void {
    for (const oldest of [...this.#entries]) {
      if (this.fits(bytes)) return;
      this.#discard(oldest);
    }
  }

  #touch(entry: SavedSequence): void {
    this.take(entry);
    this.#entries.push(entry);
  }

  #discard(entry: SavedSequence): void {
    this.take(entry);
    this.free(entry);
  }
}

/** In bytes. */
function sizeOf({ state, checkpoints }: SavedSequence): number {
  return state.length + bytesOf(checkpoints);
}
