/**
 * KV states of conversations that had to leave the KV cache, kept in main memory: one that goes on is taken back,
 * instead of having it evaluated anew. An entry holds all of its conversation. Those used least recently go first.
 */
import type { Token } from "../llama/vocabulary.ts";
import { type SharedPrefix, sameTokens, sharedPrefix, type TokenBytes } from "./prefix.ts";

/** A conversation, as far as it was computed, and its state: all of a buffer of its own. */
export type Entry = {
  readonly tokens: readonly Token[];
  readonly state: Uint8Array<ArrayBuffer>;
};

export class PromptCache {
  /** Bytes. */
  readonly limit: number;
  /** The one used last stands last. */
  #entries: Entry[] = [];

  /** @param limit bytes; 0: nothing is kept */
  constructor(limit: number) {
    this.limit = limit;
  }

  get bytes(): number {
    return this.#entries.reduce((sum, { state }) => sum + state.length, 0);
  }

  /** Whether a state of so many bytes can be added without one having to go. */
  hasRoomFor(bytes: number): boolean {
    return this.bytes + bytes <= this.limit;
  }

  /**
   * Keeps a conversation, if one so large may be kept at all.
   * @param bytes of its state
   * @param take gives the state; called when there is room, so that there are never more than may be
   */
  add(tokens: readonly Token[], bytes: number, take: () => Uint8Array<ArrayBuffer>): void {
    const whole = this.#entries.find((entry) => isBeginning(tokens, entry.tokens));
    if (whole !== undefined) {
      this.#touch(whole);
      return;
    }
    if (bytes > this.limit) return;
    // A conversation that went on makes its own beginning worthless.
    for (const entry of this.#entries.filter((one) => isBeginning(one.tokens, tokens))) this.#discard(entry);
    this.#makeRoom(bytes);
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

  /** Takes an entry out: whatever is added meanwhile can't push it out. {@link putBack} or {@link free} it afterwards. */
  take(entry: Entry): void {
    this.#entries = this.#entries.filter((other) => other !== entry);
  }

  putBack(entry: Entry): void {
    this.#makeRoom(entry.state.length);
    this.#entries.push(entry);
  }

  /** Frees an entry that was taken out. */
  free({ state }: Entry): void {
    // At once: states are large, and garbage is collected late.
    state.buffer.transfer(0);
  }

  #makeRoom(bytes: number): void {
    for (const oldest of [...this.#entries]) {
      if (this.hasRoomFor(bytes)) return;
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

function isBeginning(beginning: readonly Token[], whole: readonly Token[]): boolean {
  return sameTokens(beginning, whole) === beginning.length;
}
