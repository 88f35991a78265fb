/**
 * A SentencePiece vocabulary, which llama.cpp calls "llama": characters that
 * have no token are spelled in bytes, spaces are "▁", and of two merges the one
 * whose result scores higher comes first. It comes from tokenizer.model, or from
 * tokenizer.json where that is all there is.
 */
import { bool, numbers, string } from "../../formats/gguf/metadata.ts";
import type { MetadataValue } from "../../formats/gguf/types.ts";
import { type AddedToken, addedToken, looksSpecial } from "./added-tokens.ts";
import { broken } from "./json.ts";
import type { SentencePieceModel } from "./sentencepiece.ts";
import type { Merge, TokenizerJson } from "./tokenizer-json.ts";
import {
  addedScore,
  finishVocabulary,
  type Token,
  tokenEntries,
  tokenTypes,
  type Vocabulary,
} from "./vocabulary.ts";

export type AddedTokenSources = {
  /** tokenizer.json's. */
  json: readonly AddedToken[];
  /** tokenizer_config.json's added_tokens_decoder. */
  config: readonly AddedToken[];
  /** added_tokens.json's. */
  file: readonly AddedToken[];
};

/**
 * Tokens of tokenizer.model and what was added later, in the order in which
 * _create_vocab_sentencepiece of conversion/base.py lets one source replace another.
 * @param arch GGUF architecture
 * @throws AnechatError badModel
 */
export function tokensOfModel(
  model: SentencePieceModel,
  sources: AddedTokenSources,
  rows: number | undefined,
  arch: string,
): Token[] {
  const vocabulary: Vocabulary = model.pieces.map(({ text, score, type }) =>
    // Upstream makes normal tokens of user-defined ones, which no merge may ever give; SentencePiece looks for them first.
    type === "userDefined"
      ? { ...addedToken(text, looksSpecial(text)), score }
      : { text, type: tokenTypes[type], score },
  );
  const add = (id: number, token: Pick<Token, "text" | "type">): void => {
    vocabulary[id] = { ...token, score: addedScore };
  };
  for (const { id, content } of sources.file) add(id, { text: content, type: tokenTypes.userDefined });
  if (arch === "phi3") {
    // Phi3MiniModel.set_vocab takes texts and flags as they are, and tokenizer.json's over tokenizer_config.json's.
    for (const { id, content, special } of [...sources.config, ...sources.json]) {
      add(id, { text: content, type: special ? tokenTypes.control : tokenTypes.userDefined });
    }
  } else {
    for (const { id, content, special } of sources.config) {
      add(id, addedToken(content, special || looksSpecial(content)));
    }
    // What transformers 5 writes has no added_tokens_decoder: tokens that are still unknown stand in tokenizer.json.
    const texts = new Set(vocabulary.map((token) => token?.text));
    for (const { id, content, special } of sources.json) {
      if (vocabulary[id] !== undefined || texts.has(content)) continue;
      add(id, addedToken(content, special || looksSpecial(content)));
    }
  }
  return withBytes(finishVocabulary(vocabulary, rows, model.pieces.length));
}

/**
 * Tokens of a tokenizer.json with byte_fallback. It has the merges but not the
 * scores, from which they were once made.
 * @param added all added tokens, with the ids they have in the vocabulary
 * @throws AnechatError badModel
 */
export function tokensOfJson(
  json: TokenizerJson,
  added: readonly AddedToken[],
  rows: number | undefined,
): Token[] {
  const scoreOf = mergeScores(json.merges);
  const vocabulary: Vocabulary = [];
  let base = 0;
  for (const [text, id] of json.vocab) {
    base = Math.max(base, id + 1);
    vocabulary[id] =
      text === json.unknown
        ? { text, type: tokenTypes.unknown, score: 0 }
        : /^<0x[0-9A-Fa-f]{2}>$/.test(text)
          ? { text, type: tokenTypes.byte, score: 0 }
          : { text, type: tokenTypes.normal, score: scoreOf(text) };
  }
  for (const token of added) {
    const isSpecial = token.special || looksSpecial(token.content);
    vocabulary[token.id] = { ...addedToken(token.content, isSpecial), score: 0 };
  }
  return withBytes(finishVocabulary(vocabulary, rows, base));
}

/** Below every rank: a token that no merge makes must lose against all that one does. */
const unmergeable = -1e9;

/**
 * tokenizers merges the pair that stands first in the list; llama.cpp the pair
 * whose result scores highest. So a token scores by the first merge that makes it.
 */
export function mergeScores(merges: readonly Merge[]): (text: string) => number {
  const ranks = new Map<string, number>();
  for (const [rank, [left, right]] of merges.entries()) {
    const text = left + right;
    if (!ranks.has(text)) ranks.set(text, rank);
  }
  return (text) => {
    const rank = ranks.get(text);
    // Not -0, which a reader of the file would wonder at.
    return rank === undefined ? unmergeable : 0 - rank;
  };
}

export function spmEntries(tokens: readonly Token[], addSpacePrefix: boolean): [string, MetadataValue][] {
  return [
    ["tokenizer.ggml.model", string("llama")],
    // llama.cpp reads no other for this kind: there is nothing to cut before the merges.
    ["tokenizer.ggml.pre", string("default")],
    ...tokenEntries(tokens),
    [
      "tokenizer.ggml.scores",
      numbers(
        "f32",
        tokens.map(({ score }) => score),
      ),
    ],
    ["tokenizer.ggml.add_space_prefix", bool(addSpacePrefix)],
  ];
}

/** llama.cpp throws through C at a byte that it can't spell; see src/formats/gguf/tokens.ts. */
function withBytes(tokens: Token[]): Token[] {
  const texts = new Set(tokens.map(({ text }) => text));
  // 0xC0, 0xC1 and what follows 0xF4 stand in no UTF-8 text.
  for (let byte = 1; byte <= 0xf4; byte++) {
    if (byte === 0xc0 || byte === 0xc1) continue;
    const name = `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`;
    if (texts.has(name) || (byte < 0x80 && texts.has(String.fromCharCode(byte)))) continue;
    broken(`The tokenizer has no token for the byte ${name}.`, "Get a GGUF of this model.");
  }
  return tokens;
}
