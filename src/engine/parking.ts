/**
 * KV states of conversations that had to leave their sequence, kept in memory: whoever goes on with one
 * finds it again, instead of having it evaluated anew. The ones used least recently go first.
 */
import type { Token } from "../llama/vocabulary.ts";
import { type SharedPrefix, sharedPrefix, type TokenBytes } from "./prefix.ts";

export type Parked = {
  readonly tokens: readonly Token[];
  readonly state: Uint8Array;
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

  /** @param bytes of a state @returns whether it could be kept at all */
  takes(bytes: number): boolean {
    return bytes <= this.#limit;
  }

  add(parked: Parked): void {
    if (!this.takes(parked.state.length)) return;
    // A conversation that went on makes its own beginning worthless.
    this.#parked = this.#parked.filter((other) => !isBeginning(other.tokens, parked.tokens));
    this.#parked.push(parked);
    while (this.bytes > this.#limit) this.#parked.shift();
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

  /** It is in a sequence again. */
  remove(parked: Parked): void {
    this.#parked = this.#parked.filter((other) => other !== parked);
  }
}

function isBeginning(beginning: readonly Token[], whole: readonly Token[]): boolean {
  return beginning.length <= whole.length && beginning.every((token, index) => token === whole[index]);
}
