/**
 * Makes text from models, files and file names safe to print: it can't move the cursor, change
 * colours, retitle the window or reorder text. Nothing is dropped: an unsafe character is shown as
 * a visible replacement.
 *
 * Bytes for a file or a pipe must not be sanitized.
 */

/**
 * - C0 except \n and \t, DEL, C1: terminal control. \r would let later text overwrite earlier text.
 * - U+2028..202E, U+2066..206F: line separators, bidi embeddings, overrides and isolates ("Trojan
 *   Source", CVE-2021-42574), deprecated format characters.
 * - U+FEFF, U+FFF9..FFFB, tag characters: invisible, and used to hide instructions in text.
 * - U+D800..DFFF: halves of a broken pair (whole pairs don't match under the u flag).
 *
 * Kept: LRM, RLM and ALM (U+200E, U+200F, U+061C) and the joiners U+200B..200D. Hebrew, Arabic,
 * Persian, Thai and emoji need them in ordinary text, and none of them opens a span: their effect
 * ends at the next letter.
 */
const unsafe =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}\uD800-\uDFFF]/gu;

/** Sanitizes a whole text; see {@link SanitizerStream} for a stream. */
export function sanitize(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(unsafe, visible);
}

/** As {@link sanitize}, and makes line breaks and tabs visible. For file names in messages. */
export function sanitizeLine(text: string): string {
  return text.replace(/[\r\n\t]/g, visible).replace(unsafe, visible);
}

/** The same JSON value, with the characters that {@link sanitize} replaces as \u escapes. */
export function escapeJson(json: string): string {
  return json.replace(unsafe, (character) =>
    Array.from({ length: character.length }, (_, at) => {
      return `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`;
    }).join(""),
  );
}

/** Whether a code point is one {@link sanitize} replaces. */
export function isUnsafe(codePoint: number): boolean {
  const character = String.fromCodePoint(codePoint);
  return character === "\r" || character.search(unsafe) !== -1;
}

/** {@link sanitize} for a stream: the result doesn't depend on where the chunks are cut. */
export class SanitizerStream {
  #pending = "";

  push(chunk: string): string {
    const text = this.#pending + chunk;
    // The next chunk may complete a CR LF or a surrogate pair.
    const cut = /[\r\uD800-\uDBFF]$/.test(text) ? text.length - 1 : text.length;
    this.#pending = text.slice(cut);
    return sanitize(text.slice(0, cut));
  }

  end(): string {
    const rest = sanitize(this.#pending);
    this.#pending = "";
    return rest;
  }
}

function visible(character: string): string {
  const code = character.codePointAt(0)!;
  if (code >= 0xd800 && code <= 0xdfff) return "\uFFFD";
  // Unicode's control pictures: ␀ ␛ ␇ …, and ␡.
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}
