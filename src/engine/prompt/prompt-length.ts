/**
 * Finds out that a prompt is far too long before all of it is tokenized: that takes seconds for some megabytes, and every
 * other request would have to wait for it.
 */
import { AnechatError } from "../../base/errors.ts";
import type { Vocabulary } from "../../llama/vocabulary.ts";

/** More tokens than the context has room for. */
export class PromptTooLong extends AnechatError {
  /** Counted, or estimated if the prompt was refused before. */
  readonly tokens: number;

  constructor(tokens: number, limit: number, isEstimated = false) {
    const count = isEstimated ? `about ${tokens}` : String(tokens);
    super("inputTooLong", `Input too long (${count} tokens > ${limit} max)`, {
      hint: "Shorten it, or give more room with --ctx-size if the model and the memory allow it.",
    });
    this.tokens = tokens;
  }
}

/** Bytes of a token: in few texts they have as many on average. Up to so many a text is tokenized as a whole. */
const bytesPerToken = 8;

/** Characters that are tokenized at once. */
const pieceLength = 65_536;

/** Tokens that may come of cutting a text in the middle of a word. */
const cutTokens = 32;

/**
 * @param texts tokenized one by one
 * @param limit tokens that there is room for
 * @returns about how many tokens they have, if these are too many for certain; else undefined: they have to be counted
 */
export function farTooMany(
  vocabulary: Vocabulary,
  texts: readonly string[],
  limit: number,
): number | undefined {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes <= Math.max(pieceLength, limit * bytesPerToken)) return undefined;
  let tokens = 0;
  let read = 0;
  for (const text of texts) {
    const tooMany = text.length > pieceLength ? cutTokens : 0;
    for (let at = 0; at < text.length; at += pieceLength) {
      const piece = text.slice(at, at + pieceLength);
      tokens += Math.max(0, vocabulary.tokenize(piece, false, true).length - tooMany);
      read += Buffer.byteLength(piece);
      if (tokens > limit) return Math.ceil((tokens * bytes) / read);
    }
  }
  return undefined;
}
