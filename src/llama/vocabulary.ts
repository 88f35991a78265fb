/**
 * A model's vocabulary: text → tokens → bytes. Knows which tokens are control
 * tokens; doesn't know why anyone would care (see engine/prompt/escape.ts).
 */
import type { Pointer } from "bun:ffi";
import type { Native } from "./native.ts";

export type Token = number;

export class Vocabulary {
  readonly size: number;
  readonly #native: Native;
  readonly #handle: Pointer;
  readonly #pieces: (Uint8Array | undefined)[] = [];
  readonly #scratch = new Uint8Array(256);
  readonly #endTokens: ReadonlySet<Token>;

  /** @param endTokens that end an answer beside those that llama.cpp knows by their texts */
  constructor(native: Native, handle: Pointer, endTokens: ReadonlySet<Token> = new Set()) {
    this.#native = native;
    this.#handle = handle;
    this.#endTokens = endTokens;
    this.size = native.llama_vocab_n_tokens(handle);
  }

  get handle(): Pointer {
    return this.#handle;
  }

  /**
   * @param addSpecial let the model's BOS/EOS settings apply, as for a prompt's start
   * @param parseSpecial read the text of control tokens as these tokens, not as text
   */
  tokenize(text: string, addSpecial: boolean, parseSpecial: boolean): Token[] {
    const bytes = encoder.encode(text);
    // Every token covers a byte at least, but for BOS and EOS.
    let tokens = new Int32Array(bytes.length + 8);
    const run = (): number =>
      this.#native.llama_tokenize(
        this.#handle,
        // An empty typed array has no address to give.
        bytes.length === 0 ? emptyText : bytes,
        bytes.length,
        tokens,
        tokens.length,
        addSpecial,
        parseSpecial,
      );
    let count = run();
    if (count < 0) {
      tokens = new Int32Array(-count);
      count = run();
    }
    if (count < 0) throw new Error(`llama_tokenize failed (${count})`);
    return Array.from(tokens.subarray(0, count));
  }

  /**
   * The bytes a token stands for; of a UTF-8 character it may be only a part.
   * Control tokens give their text, such as "<|im_end|>".
   */
  piece(token: Token): Uint8Array {
    const known = this.#pieces[token];
    if (known !== undefined) return known;
    let scratch = this.#scratch;
    let length = this.#native.llama_token_to_piece(this.#handle, token, scratch, scratch.length, 0, true);
    if (length < 0) {
      scratch = new Uint8Array(-length);
      length = this.#native.llama_token_to_piece(this.#handle, token, scratch, scratch.length, 0, true);
    }
    const piece = scratch.slice(0, Math.max(0, length));
    this.#pieces[token] = piece;
    return piece;
  }

  /** SPM vocabularies put a space before a text's first word; how text splits depends on it. */
  addsSpacePrefix(): boolean {
    const first = this.tokenize("a", false, false)[0];
    return first !== undefined && this.piece(first)[0] === 0x20;
  }

  /** A token that ends an answer: EOS, EOT, EOM, … */
  isEndOfGeneration(token: Token): boolean {
    return this.#native.llama_vocab_is_eog(this.#handle, token) || this.#endTokens.has(token);
  }

  isControl(token: Token): boolean {
    return this.#native.llama_vocab_is_control(this.#handle, token);
  }

  /**
   * The texts that only parseSpecial turns into one token, such as "<|im_end|>":
   * those of tokens with llama.h's attributes UNKNOWN or CONTROL. Costs a call for
   * each token of the vocabulary.
   */
  controlTexts(): string[] {
    const texts: string[] = [];
    for (let token = 0; token < this.size; token += 1) {
      const attributes = this.#native.llama_vocab_get_attr(this.#handle, token);
      if ((attributes & (unknownAttribute | controlAttribute)) === 0) continue;
      const text = decoder.decode(this.piece(token));
      if (text.length > 0) texts.push(text);
    }
    return texts;
  }
}

const unknownAttribute = 1;
const controlAttribute = 8;
const emptyText = new Uint8Array(1);
const encoder = new TextEncoder();
const decoder = new TextDecoder();
