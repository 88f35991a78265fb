/**
 * Reasoning as an item. Clients that store nothing at the server send it back, so that a model can
 * go on with what it thought before it called a tool. Many of them send only `encrypted_content`.
 * It is made for servers that hide their models' reasoning. Here nothing is hidden: it is the text,
 * in an encoding that a reader can undo.
 */
import type { KnownItem } from "./items.ts";

/** Tells our encoding from the ciphertexts of other servers. */
const prefix = "anechat.1.";

export function encodeReasoning(text: string): string {
  return prefix + Buffer.from(text, "utf8").toString("base64url");
}

/** @returns "" for another server's */
function decodeReasoning(encoded: string): string {
  if (!encoded.startsWith(prefix)) return "";
  return Buffer.from(encoded.slice(prefix.length), "base64url").toString("utf8");
}

/** The text of a reasoning item. Its summary is used only if there is nothing else. */
export function reasoningOf(item: Extract<KnownItem, { type: "reasoning" }>): string {
  const textOf = (parts: readonly { text?: string | undefined }[] = []): string =>
    parts.flatMap(({ text }) => text ?? []).join("\n\n");
  return textOf(item.content) || decodeReasoning(item.encrypted_content ?? "") || textOf(item.summary);
}
