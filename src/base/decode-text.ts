/**
 * Turns the bytes of a text that a user gave into a string: UTF-8, or UTF-16 with a byte order mark,
 * as PowerShell and Notepad write it. Anything else is refused, since a guess would change words.
 */

/** Why bytes are no text. The message continues the name of their source. */
export class NotTextError extends Error {}

/** @returns the text without its byte order mark @throws NotTextError */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  // In UTF-16, every other byte of a Latin text is 0. In UTF-8, no text has one.
  if (encoding === "utf-8" && bytes.includes(0)) throw new NotTextError("is not text");
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new NotTextError(`is not text in ${encoding === "utf-8" ? "UTF-8" : "UTF-16"}`);
  }
}

function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
