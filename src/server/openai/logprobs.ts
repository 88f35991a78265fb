/** OpenAI's two shapes of logprobs: that of chat, and the older one of text completions. */
import type { ChatEvent, TokenLogprob } from "../../protocol/chat.ts";

type Token = Extract<ChatEvent, { type: "token" }>;
type PromptToken = Extract<ChatEvent, { type: "promptToken" }>;

/** Of a chat completion. */
export function chatLogprobs(tokens: readonly Token[]): object {
  return { content: tokens.map(chatLogprob), refusal: null };
}

/** A token of an answer; also in responses, and in Ollama's API. */
export function chatLogprob({ chosen, likeliest }: Token): object {
  const one = ({ bytes, logprob }: TokenLogprob) => ({
    token: Buffer.from(bytes).toString("utf8"),
    logprob: finite(logprob),
    bytes,
  });
  return { ...one(chosen), top_logprobs: likeliest.map(one) };
}

/** JSON can't represent -Infinity. */
function finite(logprob: number): number {
  return Math.max(logprob, -9999);
}

/** A token of a prompt or of an answer; the first of a prompt has no probability. */
export type TextToken = {
  bytes: readonly number[];
  logprob: number | undefined;
  likeliest: readonly TokenLogprob[];
};

export function textToken(event: Token | PromptToken): TextToken {
  const { chosen, likeliest } = event;
  const bytes = event.type === "token" ? event.chosen.bytes : event.bytes;
  return { bytes, logprob: chosen?.logprob, likeliest };
}

/** Writes the older shape, parallel lists, for parts of a text that follow each other. */
export class TextLogprobs {
  /** Characters before the next token. */
  #offset = 0;
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });

  next(tokens: readonly TextToken[]): object {
    const offsets = tokens.map(({ bytes }) => {
      const start = this.#offset;
      this.#offset += characters(this.#decoder.decode(Uint8Array.from(bytes), { stream: true }));
      return start;
    });
    return {
      tokens: tokens.map(({ bytes }) => tokenText(bytes)),
      token_logprobs: tokens.map(({ logprob }) => (logprob === undefined ? null : finite(logprob))),
      top_logprobs: tokens.map(likeliestByText),
      text_offset: offsets,
    };
  }
}

/** As OpenAI does, with the token itself, so that there may be one more than requested. */
function likeliestByText({ bytes, logprob, likeliest }: TextToken): Record<string, number> | null {
  if (logprob === undefined) return null;
  const all = [...likeliest.map((one) => [one.bytes, one.logprob] as const), [bytes, logprob] as const];
  const byText: Record<string, number> = {};
  // Of two tokens with the same text, the likelier one is first.
  for (const [of, value] of all) byText[tokenText(of)] ??= finite(value);
  return byText;
}

/** OpenAI's text of a token that is only a part of a character: "bytes:\xe2\x80". */
function tokenText(bytes: readonly number[]): string {
  try {
    return strict.decode(Uint8Array.from(bytes));
  } catch {
    return `bytes:${bytes.map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("")}`;
  }
}

/** Code points, as Python counts them. */
function characters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * A prompt's tokens, so that their texts are those of the prompt: without a BOS token that the
 * tokenizer has added, and without the space that some put before the first word.
 * @returns the tokens as they are if they can't be aligned
 */
export function aligned(tokens: readonly TextToken[], text: string): TextToken[] {
  const whole = new TextEncoder().encode(text);
  let position = 0;
  const startsHere = (bytes: readonly number[]): boolean =>
    bytes.every((byte, index) => whole[position + index] === byte);
  const shown = tokens.map((token): TextToken => {
    const { bytes } = token;
    const [first, ...rest] = bytes;
    const isSpaceAdded = position === 0 && first === 0x20 && !startsHere(bytes);
    const own = isSpaceAdded ? rest : bytes;
    if (!startsHere(own)) return { ...token, bytes: [] };
    position += own.length;
    return { ...token, bytes: own };
  });
  return position === whole.length ? shown : [...tokens];
}
