/**
 * Finds how much of a KV cache a new prompt can reuse.
 *
 * Comparing tokens is not enough: the tokens that a model generates often differ from those that
 * the tokenizer makes of the same text ("un" + "able" and "unable"), and the whole answer would be
 * evaluated again. So where tokens differ, their bytes are compared, up to the last token boundary
 * that both have in common.
 */
import type { Token } from "../../llama/vocabulary.ts";

export type TokenBytes = {
  piece(token: Token): Uint8Array;
  isControl(token: Token): boolean;
};

/** The first `cached` cached tokens and the first `prompt` prompt tokens are the same text. */
export type SharedPrefix = { cached: number; prompt: number };

export function sharedPrefix(
  cached: readonly Token[],
  prompt: readonly Token[],
  vocabulary: TokenBytes,
): SharedPrefix {
  let i = 0;
  let j = 0;
  for (;;) {
    while (i < cached.length && j < prompt.length && cached[i] === prompt[j]) {
      i += 1;
      j += 1;
    }
    const boundary = nextBoundary(cached, i, prompt, j, vocabulary);
    if (boundary === undefined) return { cached: i, prompt: j };
    i = boundary.cached;
    j = boundary.prompt;
  }
}

/** Number of tokens at the start that are equal. */
export function commonPrefixLength(left: readonly Token[], right: readonly Token[]): number {
  let length = 0;
  while (length < left.length && length < right.length && left[length] === right[length]) length += 1;
  return length;
}

/**
 * The next boundary that both sides reach with the same bytes, from one where their tokens differ.
 */
function nextBoundary(
  cached: readonly Token[],
  fromCached: number,
  prompt: readonly Token[],
  fromPrompt: number,
  vocabulary: TokenBytes,
): SharedPrefix | undefined {
  const left = new ByteReader(cached, fromCached, vocabulary);
  const right = new ByteReader(prompt, fromPrompt, vocabulary);
  for (;;) {
    const byte = left.next();
    if (byte === undefined || byte !== right.next()) return undefined;
    if (left.atBoundary && right.atBoundary) return { cached: left.token, prompt: right.token };
  }
}

/** Reads the bytes of tokens. Ends at a control token, which is not text. */
class ByteReader {
  token: number;
  readonly #tokens: readonly Token[];
  readonly #vocabulary: TokenBytes;
  #offset = 0;

  constructor(tokens: readonly Token[], from: number, vocabulary: TokenBytes) {
    this.#tokens = tokens;
    this.#vocabulary = vocabulary;
    this.token = from;
  }

  get atBoundary(): boolean {
    return this.#offset === 0;
  }

  next(): number | undefined {
    const token = this.#tokens[this.token];
    if (token === undefined || this.#vocabulary.isControl(token)) return undefined;
    const piece = this.#vocabulary.piece(token);
    const byte = piece[this.#offset];
    this.#offset += 1;
    if (this.#offset >= piece.length) {
      this.#offset = 0;
      this.token += 1;
    }
    return byte;
  }
}
