/**
 * Reads the texts of a vocabulary in the file, without keeping them: checks them, and finds some.
 * Separate from `validate.ts` because it reads the file, which takes a few milliseconds for
 * 128,000 tokens.
 */
import { AnechatError } from "../../base/errors.ts";
import { openFile } from "../source.ts";
import { Cursor } from "./cursor.ts";
import type { GgufHeader } from "./reader.ts";

/**
 * llama_vocab::impl::load in llama.cpp aborts if two tokens have the same text. Its SPM tokenizer
 * throws through C at a byte that has no token.
 * @throws AnechatError badModel
 */
export function checkTokens(header: GgufHeader): void {
  const tokens = header.metadata.getArray("tokenizer.ggml.tokens");
  if (tokens?.elementType !== "string") return;
  using file = openFile(header.path);
  const cursor = new Cursor(file, tokens.position);
  const seen = new HashSet(tokens.length);
  const bytes = header.metadata.getString("tokenizer.ggml.model") === "llama" ? new ByteTokens() : undefined;
  cursor.eachText(tokens.length, (window, start, last) => {
    // llama.cpp reads tokens as C strings, which end at a zero byte.
    let end = start;
    while (end < last && window[end] !== 0) end += 1;
    // It renames empty texts.
    if (end === start) return;
    if (!seen.add(window, start, end)) {
      const shown = JSON.stringify(
        new TextDecoder().decode(window.subarray(start, Math.min(end, start + 40))),
      );
      throw new AnechatError("badModel", `${header.path} has the token ${shown} twice in its vocabulary`, {
        hint: "Get another conversion of this model.",
      });
    }
    bytes?.note(window, start, end);
  });
  const missing = bytes?.firstMissing();
  if (missing !== undefined) {
    throw new AnechatError("badModel", `${header.path} has no token for the byte ${byteName(missing)}`, {
      hint: "Get another conversion of this model.",
    });
  }
}

/** Which of these texts are tokens of the vocabulary. @throws AnechatError badModel */
export function hasTokens(header: GgufHeader, texts: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const tokens = header.metadata.getArray("tokenizer.ggml.tokens");
  if (tokens?.elementType !== "string") return found;
  const wanted = new Set(texts);
  const lengths = new Set(texts.map((text) => Buffer.byteLength(text)));
  const decoder = new TextDecoder();
  using file = openFile(header.path);
  new Cursor(file, tokens.position).eachText(tokens.length, (window, start, end) => {
    if (!lengths.has(end - start)) return;
    const text = decoder.decode(window.subarray(start, end));
    if (wanted.has(text)) found.add(text);
  });
  return found;
}

/**
 * A set of 64-bit hashes, so that texts need not be decoded or kept. With 128,000 texts the
 * probability of a collision is 4e-10.
 */
class HashSet {
  readonly #mask: number;
  /** Two words per slot; both are 0 in an empty slot. */
  readonly #slots: Int32Array;

  constructor(members: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, members * 2)));
    this.#mask = size - 1;
    this.#slots = new Int32Array(size * 2);
  }

  /** Whether the text was new. */
  add(window: Uint8Array, start: number, end: number): boolean {
    // FNV-1a twice, with the second's offset and order of steps changed.
    let first = 0x811c9dc5;
    let second = 0x9747b28c;
    for (let at = start; at < end; at++) {
      const byte = window[at]!;
      first = Math.imul(first ^ byte, 0x01000193);
      second = Math.imul(second, 0x5bd1e995) ^ (second >>> 15) ^ byte;
    }
    first |= 1;
    let slot = (first ^ (first >>> 15) ^ second) & this.#mask;
    const slots = this.#slots;
    while (slots[slot * 2] !== 0) {
      if (slots[slot * 2] === first && slots[slot * 2 + 1] === second) return false;
      slot = (slot + 1) & this.#mask;
    }
    slots[slot * 2] = first;
    slots[slot * 2 + 1] = second;
    return true;
  }
}

/** The bytes that have a token: `<0x41>`, or the character itself. */
class ByteTokens {
  readonly #found = new Uint8Array(256);

  note(window: Uint8Array, start: number, end: number): void {
    if (end - start === 1) {
      this.#found[window[start]!] = 1;
    } else if (end - start === 6 && window[start] === 0x3c) {
      const match = /^<0x([0-9A-F]{2})>$/.exec(String.fromCharCode(...window.subarray(start, end)));
      // llama.cpp searches upper case only.
      if (match !== null) this.#found[Number.parseInt(match[1]!, 16)] = 1;
    }
  }

  /** The first byte without a token, of those that occur in UTF-8. */
  firstMissing(): number | undefined {
    for (let byte = 1; byte <= 0xf4; byte++) {
      if (this.#found[byte] === 0 && byte !== 0xc0 && byte !== 0xc1) return byte;
    }
    return undefined;
  }
}

function byteName(byte: number): string {
  return `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`;
}
