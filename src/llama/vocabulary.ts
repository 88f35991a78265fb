/** A model's vocabulary: text → tokens → bytes, and which tokens have a meaning of their own. */
import type { Pointer } from "bun:ffi";
import type { Native } from "./native.ts";

export type Token = number;

/** Fill-in-the-middle tokens; undefined where the model has none. */
export type InfillTokens = {
  prefix: Token;
  suffix: Token;
  middle: Token;
  /** Before the name of a repository, and before each of its files. */
  repository: Token | undefined;
  file: Token | undefined;
};

export class Vocabulary {
  readonly size: number;
  readonly #native: Native;
  readonly #handle: Pointer;
  readonly #pieces: (Uint8Array | undefined)[] = [];
  readonly #scratch = new Uint8Array(256);
  readonly #endTokens: ReadonlySet<Token>;

  /** @param endTokens end an answer in addition to those that llama.cpp finds by their texts */
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
   * @param addSpecial adds BOS and EOS if the model is configured so, as for a whole prompt
   * @param parseSpecial turns the text of control tokens into these tokens
   */
  tokenize(text: string, addSpecial: boolean, parseSpecial: boolean): Token[] {
    const bytes = encoder.encode(text);
    // Each token except BOS and EOS covers at least one byte.
    let tokens = new Int32Array(bytes.length + 8);
    const run = (): number =>
      this.#native.llama_tokenize(
        this.#handle,
        // bun:ffi can't pass an empty buffer.
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

  /** The bytes of a token, maybe a part of a UTF-8 character. Of a control token its text. */
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

  /**
   * The text of tokens, the reverse of {@link tokenize}: control tokens have their texts, and a space
   * that tokenizing has added is removed. Bytes that aren't UTF-8 become U+FFFD.
   * @param tokens of the vocabulary: llama.cpp would end the process at others
   */
  detokenize(tokens: readonly Token[]): string {
    if (tokens.length === 0) return "";
    const ids = Int32Array.from(tokens);
    let bytes = new Uint8Array(tokens.length * 8);
    const run = (): number =>
      this.#native.llama_detokenize(this.#handle, ids, ids.length, bytes, bytes.length, false, true);
    let length = run();
    if (length < 0) {
      bytes = new Uint8Array(-length);
      length = run();
    }
    if (length < 0) throw new Error(`llama_detokenize failed (${length})`);
    return decoder.decode(bytes.subarray(0, length));
  }

  /** The token that {@link tokenize} puts first with `addSpecial`; undefined if it puts none. */
  get firstToken(): Token | undefined {
    return this.#native.llama_vocab_get_add_bos(this.#handle)
      ? known(this.#native.llama_vocab_bos(this.#handle))
      : undefined;
  }

  /** The tokens between and after the two texts of a pair, as the model's file declares them. */
  get pairTokens(): { between: readonly Token[]; after: readonly Token[] } {
    const separator = known(this.#native.llama_vocab_sep(this.#handle));
    const end = known(this.#native.llama_vocab_eos(this.#handle)) ?? separator;
    const after = end !== undefined && this.#native.llama_vocab_get_add_eos(this.#handle) ? [end] : [];
    const addsSeparator = separator !== undefined && this.#native.llama_vocab_get_add_sep(this.#handle);
    return { between: addsSeparator ? [...after, separator] : after, after };
  }

  /** Undefined if the model can't fill in the middle. */
  get infillTokens(): InfillTokens | undefined {
    const prefix = known(this.#native.llama_vocab_fim_pre(this.#handle));
    const suffix = known(this.#native.llama_vocab_fim_suf(this.#handle));
    const middle = known(this.#native.llama_vocab_fim_mid(this.#handle));
    if (prefix === undefined || suffix === undefined || middle === undefined) return undefined;
    const repository = known(this.#native.llama_vocab_fim_rep(this.#handle));
    const file = known(this.#native.llama_vocab_fim_sep(this.#handle));
    return { prefix, suffix, middle, repository, file };
  }

  /** Whether tokenizing puts a space before a text's first word, as SPM vocabularies do. */
  addsSpacePrefix(): boolean {
    const first = this.tokenize("a", false, false)[0];
    return first !== undefined && this.piece(first)[0] === 0x20;
  }

  /** Whether the token ends an answer: EOS, EOT, EOM, … */
  isEndOfGeneration(token: Token): boolean {
    return this.#native.llama_vocab_is_eog(this.#handle, token) || this.#endTokens.has(token);
  }

  /** All tokens that end an answer. Slow: one call per token of the vocabulary. */
  endTokens(): Token[] {
    const tokens: Token[] = [];
    for (let token = 0; token < this.size; token += 1) {
      if (this.isEndOfGeneration(token)) tokens.push(token);
    }
    return tokens;
  }

  /** The texts of BOS and EOS; "" where the model has none. */
  get boundaryTexts(): { bos: string; eos: string } {
    const text = (token: number): string => (token < 0 ? "" : decoder.decode(this.piece(token)));
    return {
      bos: text(this.#native.llama_vocab_bos(this.#handle)),
      eos: text(this.#native.llama_vocab_eos(this.#handle)),
    };
  }

  isControl(token: Token): boolean {
    return this.#native.llama_vocab_is_control(this.#handle, token);
  }

  /**
   * The texts of tokens with llama.h's attributes UNKNOWN or CONTROL, such as "<|im_end|>". Only
   * `parseSpecial` turns these texts into one token. Slow: one call per token of the vocabulary.
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

/** LLAMA_TOKEN_NULL is -1. */
function known(token: number): Token | undefined {
  return token < 0 ? undefined : token;
}

const unknownAttribute = 1;
const controlAttribute = 8;
const emptyText = new Uint8Array(1);
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
