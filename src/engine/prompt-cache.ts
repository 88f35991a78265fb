/**
 * KV states of conversations that had to leave their sequence, kept in memory: whoever goes on with one
 * finds it again, instead of having it evaluated anew. The ones used least recently go first.
 */
import type { Token } from "../llama/vocabulary.ts";
import { type SharedPrefix, sharedPrefix, type TokenBytes } from "./prefix.ts";

/** A conversation, as far as it was computed. */
export type Kept = {
  readonly tokens: readonly Token[];
  /** So many of them aren't in the state: a sequence in the cache began with the same, and has to when it is taken back. */
  readonly from: number;
};

export type Parked = Kept & {
  /** All of its buffer. */
  readonly state: Uint8Array<ArrayBuffer>;
};

export class Parking {
  /** Bytes. */
  readonly limit: number;
  /** The one used last stands last. */
  #parked: Parked[] = [];

  /** @param limit bytes; 0: nothing is kept */
  constructor(limit: number) {
    this.limit = limit;
  }

  get bytes(): number {
    return this.#parked.reduce((sum, { state }) => sum + state.length, 0);
  }

  /**
   * Keeps a state, if one so large may be kept at all.
   * @param bytes of it
   * @param take gives it; called when there is room, so that there are never more than may be
   */
  add({ tokens, from }: Kept, bytes: number, take: () => Uint8Array<ArrayBuffer>): void {
    if (bytes > this.limit) return;
    // A conversation that went on makes its own beginning worthless.
    for (const other of this.#parked.filter((one) => isBeginning(one.tokens, tokens))) this.#discard(other);
    for (const oldest of [...this.#parked]) {
      if (this.bytes + bytes <= this.limit) break;
      this.#discard(oldest);
    }
    this.#parked.push({ tokens, from, state: take() });
  }

  /** The one that saves the most evaluation of a prompt, of those that can be taken back. */
  best(
    prompt: readonly Token[],
    vocabulary: TokenBytes,
    isUsable: (kept: Kept) => boolean,
  ): { parked: Parked; prefix: SharedPrefix } | undefined {
    let found: { parked: Parked; prefix: SharedPrefix } | undefined;
    for (const parked of this.#parked.filter(isUsable)) {
      const prefix = sharedPrefix(parked.tokens, prompt, vocabulary);
      if (prefix.cached > (found?.prefix.cached ?? 0)) found = { parked, prefix };
    }
    return found;
  }

  /** Takes one out, and frees it when it was used: whatever else is parked meanwhile can't push it out. */
  withdraw<T>(parked: Parked, use: (state: Uint8Array) => T): T {
    this.#parked = this.#parked.filter((other) => other !== parked);
    try {
      return use(parked.state);
    } finally {
      // At once: states are large, and garbage is collected late.
      parked.state.buffer.transfer(0);
    }
  }

  #discard(parked: Parked): void {
    this.withdraw(parked, () => {});
  }
}

function isBeginning(beginning: readonly Token[], whole: readonly Token[]): boolean {
  return beginning.length <= whole.length && beginning.every((token, index) => token === whole[index]);
}
