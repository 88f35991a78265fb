/**
 * The tokens of a vocabulary by their ids, from any file, and llama.cpp's requirements for them.
 * Not about splitting text into tokens.
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
  /** For SentencePiece: of two possible merges, the one with the higher score comes first. */
  score: number;
};

/** Indexed by id. undefined: no file has a text for this id. */
export type Vocabulary = (Token | undefined)[];

/** Upstream's scores for added tokens and padding (conversion/base.py). llama.cpp ignores both. */
export const addedScore = -1000;
const padScore = -10_000;

/**
 * Makes the vocabulary as long as the embedding matrix, which llama.cpp requires. Ids without a
 * text become unused tokens such as `[PAD7]`.
 * @param base size of the trained vocabulary, without added tokens; it can't be truncated
 * @throws AnechatError badModel if the matrix has fewer rows, or if two ids have the same text
 */
export function finishVocabulary(vocabulary: Vocabulary, rows: number | undefined, base: number): Token[] {
  const length = rows ?? vocabulary.length;
  if (length === 0) broken("The tokenizer has no tokens.");
  if (length > limits.tokens) broken(`The embedding matrix has ${length} rows, more than ${limits.tokens}.`);
  if (base > length) {
    broken(`The tokenizer has ${base} tokens, the embedding matrix only ${length} rows.`);
  }
  // Added tokens beyond the matrix are dropped: Gemma 3's text-only models name image tokens
  // without an embedding.
  const tokens = Array.from(
    { length },
    (_, id) => vocabulary[id] ?? { text: `[PAD${id}]`, type: tokenTypes.unused, score: padScore },
  );
  rejectDuplicates(tokens);
  return tokens;
}

/** llama_vocab::impl::load aborts the process if two tokens have the same text. */
function rejectDuplicates(tokens: readonly Token[]): void {
  const seen = new Map<string, number>();
  for (const [id, { text }] of tokens.entries()) {
    // llama.cpp reads C strings, which end at a zero byte. It renames empty ones.
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
