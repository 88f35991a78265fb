/**
 * Detects that a prompt is far too long without tokenizing all of it. Tokenizing megabytes takes
 * seconds, and all other requests would wait for it.
 */
import { AnechatError, type Excess } from "../../base/errors.ts";
import type { Vocabulary } from "../../llama/vocabulary.ts";

/** The prompt has more tokens than the maximum context. */
export class PromptTooLong extends AnechatError {
  declare readonly excess: Excess;

  /** @param tokens counted, or estimated if the prompt was not tokenized */
  constructor(tokens: number, limit: number, isEstimated = false) {
    const count = isEstimated ? `about ${tokens}` : String(tokens);
    super("inputTooLong", `Input too long (${count} tokens > ${limit} max)`, {
      hint: "Shorten it, or raise --ctx-size if the model and the memory allow it.",
      excess: { tokens, limit },
    });
  }
}

/**
 * Few texts have more bytes per token. Texts up to the limit times this are tokenized as a whole.
 */
const bytesPerToken = 8;

/** Characters tokenized in one call. */
const chunkLength = 65_536;

/** Maximum extra tokens from cutting a text in the middle of a word. */
const maxCutTokens = 32;

/**
 * @param texts tokenized one by one
 * @param limit maximum tokens
 * @returns an estimate of their tokens if they certainly exceed the limit; else undefined
 */
export function estimateIfFarTooLong(
  vocabulary: Vocabulary,
  texts: readonly string[],
  limit: number,
): number | undefined {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes <= Math.max(chunkLength, limit * bytesPerToken)) return undefined;
  let tokens = 0;
  let read = 0;
  for (const text of texts) {
    const cutTokens = text.length > chunkLength ? maxCutTokens : 0;
    for (let at = 0; at < text.length; at += chunkLength) {
      const chunk = text.slice(at, at + chunkLength);
      tokens += Math.max(0, vocabulary.tokenize(chunk, false, true).length - cutTokens);
      read += Buffer.byteLength(chunk);
      if (tokens > limit) return Math.ceil((tokens * bytes) / read);
    }
  }
  return undefined;
}
