/**
 * The `context` of /api/generate: a conversation as a list of numbers, which a client sends back.
 * Ollama's numbers are tokens of one model. Here they are the bytes of the messages' JSON, so that
 * the conversation fits any model, and no text of it can become a control token.
 */
import { z } from "zod";
import type { Message } from "../../protocol/chat.ts";
import { ApiError } from "../api-error.ts";

const turns = z.array(z.strictObject({ role: z.enum(["system", "user", "assistant"]), content: z.string() }));

export function encodeContext(messages: readonly Message[]): number[] {
  const plain = messages.map(({ role, content }) => ({ role, content }));
  return [...new TextEncoder().encode(JSON.stringify(plain))];
}

/** @throws ApiError `invalid` for numbers that encodeContext() didn't make */
export function decodeContext(numbers: readonly number[]): Message[] {
  if (numbers.length === 0) return [];
  try {
    if (!numbers.every((one) => one >= 0 && one < 256)) throw new RangeError("not bytes");
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(numbers));
    return turns.parse(JSON.parse(text));
  } catch {
    throw new ApiError("invalid", "context: it is not from an answer of this server", { path: "context" });
  }
}
