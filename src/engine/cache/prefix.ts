/**
 * How much of what lies in a KV cache a new prompt can use.
 *
 * Token by token is not enough: an answer's tokens as the model wrote them are
 * often not those the tokenizer makes of the same text ("un" + "able" against
 * "unable"), and the whole answer would be evaluated again. So where tokens
 * differ, their bytes are compared, up to the last border both share.
 */
import type { Token } from "../../llama/vocabulary.ts";

export type TokenBytes = {
  piece(token: Token): Uint8Array;
  isControl(token: Token): boolean;
};

/** So many cached tokens spell exactly what so many prompt tokens spell. */
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
    const border = nextBorder(cached, i, prompt, j, vocabulary);
    if (border === undefined) return { cached: i, prompt: j };
    i = border.cached;
    j = border.prompt;
  }
}

/** Tokens that both begin with. */
export function sameTokens(left: readonly Token[], right: readonly Token[]): number {
  let length = 0;
  while (length < left.length && length < right.length && left[length] === right[length]) length += 1;
  return length;
}

/** From a common border where tokens differ, the next one that spells the same bytes on both sides. */
function nextBorder(
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
    if (left.atBorder && right.atBorder) return { cached: left.token, prompt: right.token };
  }
}

/** The bytes of tokens, one by one; ends at a control token, which is no text. */
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

  get atBorder(): boolean {
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
