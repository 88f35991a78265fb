/**
 * KV states of conversations that had to leave their sequence, kept in memory: whoever goes on with one
 * finds it again, instead of having it evaluated anew. The ones used least recently go first.
 */
import type { Token } from "../llama/vocabulary.ts";
import { type SharedPrefix, sharedPrefix, type TokenBytes } from "./prefix.ts";

export type Parked = {
  readonly tokens: readonly Token[];
  /** All of its buffer. */
  readonly state: Uint8Array<ArrayBuffer>;
};

export class Parking {
  readonly #limit: number;
  /** The one used last stands last. */
  #parked: Parked[] = [];

  /** @param limit bytes; 0: nothing is kept */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get bytes(): number {
    return this.#parked.reduce((sum, { state }) => sum + state.length, 0);
  }

  /** Bytes that can be kept besides, with nothing given up for them. */
  get room(): number {
    return this.#limit - this.bytes;
  }

  /**
   * Keeps a state, if one so large may be kept at all.
   * @param bytes of it
   * @param take gives it; called when there is room, so that there are never more than may be
   */
  add(tokens: readonly Token[], bytes: number, take: () => Uint8Array<ArrayBuffer>): void {
    if (bytes > this.#limit) return;
    // A conversation that went on makes its own beginning worthless.
    for (const other of this.#parked.filter((one) => isBeginning(one.tokens, tokens))) this.#discard(other);
    for (const oldest of [...this.#parked]) {
      if (this.bytes + bytes <= this.#limit) break;
      this.#discard(oldest);
    }
    this.#parked.push({ tokens, state: take() });
  }

  /** The one that saves the most evaluation of a prompt. */
  best(
    prompt: readonly Token[],
    vocabulary: TokenBytes,
  ): { parked: Parked; prefix: SharedPrefix } | undefined {
    let found: { parked: Parked; prefix: SharedPrefix } | undefined;
    for (const parked of this.#parked) {
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
