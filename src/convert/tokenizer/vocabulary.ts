/**
 * The tokens of a vocabulary by their ids, whatever file they come from, and
 * what llama.cpp demands of them. How text is cut into tokens is not said here.
 */
import { numbers, strings } from "../../formats/gguf/metadata.ts";
import type { MetadataValue } from "../../formats/gguf/types.ts";
import { broken, limits, quote } from "./json.ts";

/** llama_token_type in llama.h. */
export const tokenTypes = { normal: 1, unknown: 2, control: 3, userDefined: 4, unused: 5, byte: 6 } as const;
export type TokenType = (typeof tokenTypes)[keyof typeof tokenTypes];

export type Token = {
  text: string;
  type: TokenType;
  /** Of SentencePiece: of two possible merges, the one whose result scores higher comes first. */
  score: number;
};

/** Index is id. A hole is an id that no file gives a text. */
export type Vocabulary = (Token | undefined)[];

/** Scores that upstream gives to what was added and to what fills holes (conversion/base.py); llama.cpp asks neither. */
export const addedScore = -1000;
const padScore = -10_000;

/**
 * Makes the vocabulary as long as the embedding matrix: llama.cpp compares the
 * two. Holes and missing rows become unused tokens `[PAD7]`.
 * @param base tokens that text is made of, as against those added for a purpose; ids below it can't be left out
 * @throws AnechatError badModel for a matrix too small for them, and for one text on two ids
 */
export function finishVocabulary(vocabulary: Vocabulary, rows: number | undefined, base: number): Token[] {
  const length = rows ?? vocabulary.length;
  if (length === 0) broken("The tokenizer has no tokens.");
  if (length > limits.tokens) broken(`The embedding matrix has ${length} rows, more than ${limits.tokens}.`);
  if (base > length) {
    broken(`The tokenizer has ${base} tokens, the embedding matrix only ${length} rows.`);
  }
  // Added tokens beyond the matrix are left out: Gemma 3's text-only models name tokens for images that they can't embed.
  const tokens = Array.from(
    { length },
    (_, id) => vocabulary[id] ?? { text: `[PAD${id}]`, type: tokenTypes.unused, score: padScore },
  );
  rejectDuplicates(tokens);
  return tokens;
}

/** llama_vocab::impl::load aborts the process where two tokens have one text. */
function rejectDuplicates(tokens: readonly Token[]): void {
  const seen = new Map<string, number>();
  for (const [id, { text }] of tokens.entries()) {
    // It takes them as C strings: what follows a zero doesn't count, and each empty one gets a name of its own.
    const zero = text.indexOf("\0");
    const known = (zero === -1 ? text : text.slice(0, zero)).toWellFormed();
    if (known === "") continue;
    const other = seen.get(known);
    if (other !== undefined)
      broken(`The tokenizer has the token ${quote(known)} twice: as ${other} and as ${id}.`);
    seen.set(known, id);
  }
}

/** Entries that both kinds of vocabulary have. */
export function tokenEntries(tokens: readonly Token[]): [string, MetadataValue][] {
  return [
    ["tokenizer.ggml.tokens", strings(tokens.map(({ text }) => text))],
    [
      "tokenizer.ggml.token_type",
      numbers(
        "i32",
        tokens.map(({ type }) => type),
      ),
    ],
  ];
}
