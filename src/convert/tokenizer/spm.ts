/**
 * A SentencePiece vocabulary, which llama.cpp calls "llama". Characters without a token are encoded
 * in bytes, and spaces as "▁". Of two merges, the one whose result has the higher score comes
 * first. It is read from tokenizer.model, or else from tokenizer.json.
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
  /** From tokenizer.json. */
  json: readonly AddedToken[];
  /** From added_tokens_decoder in tokenizer_config.json. */
  config: readonly AddedToken[];
  /** From added_tokens.json. */
  file: readonly AddedToken[];
};

/**
 * Tokens of tokenizer.model and added tokens. One source replaces another in the order of
 * _create_vocab_sentencepiece in conversion/base.py.
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
    // SentencePiece matches user-defined pieces first. Upstream writes them as normal tokens, which
    // merges may never produce.
    type === "userDefined"
      ? { ...addedToken(text, looksSpecial(text)), score }
      : { text, type: tokenTypes[type], score },
  );
  const add = (id: number, token: Pick<Token, "text" | "type">): void => {
    vocabulary[id] = { ...token, score: addedScore };
  };
  for (const { id, content } of sources.file) add(id, { text: content, type: tokenTypes.userDefined });
  if (arch === "phi3") {
    // Phi3MiniModel.set_vocab takes texts and flags unchanged. tokenizer.json overrides
    // tokenizer_config.json.
    for (const { id, content, special } of [...sources.config, ...sources.json]) {
      add(id, { text: content, type: special ? tokenTypes.control : tokenTypes.userDefined });
    }
  } else {
    for (const { id, content, special } of sources.config) {
      add(id, addedToken(content, special || looksSpecial(content)));
    }
    // transformers 5 writes no added_tokens_decoder: the remaining tokens are in tokenizer.json.
    const texts = new Set(vocabulary.map((token) => token?.text));
    for (const { id, content, special } of sources.json) {
      if (vocabulary[id] !== undefined || texts.has(content)) continue;
      add(id, addedToken(content, special || looksSpecial(content)));
    }
  }
  return checkBytes(finishVocabulary(vocabulary, rows, model.pieces.length));
}

/**
 * Tokens of a tokenizer.json with byte_fallback. It has merges but not the scores that they were
 * made from.
 * @param added all added tokens with their ids in the vocabulary
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
  return checkBytes(finishVocabulary(vocabulary, rows, base));
}

/** Below every rank, for tokens that no merge makes. */
const unmergeable = -1e9;

/**
 * tokenizers merges the pair that comes first in the list. llama.cpp merges the pair whose result
 * has the highest score. So the first merge that makes a token determines its score.
 */
export function mergeScores(merges: readonly Merge[]): (text: string) => number {
  const ranks = new Map<string, number>();
  for (const [rank, [left, right]] of merges.entries()) {
    const text = left + right;
    if (!ranks.has(text)) ranks.set(text, rank);
  }
  return (text) => {
    const rank = ranks.get(text);
    // Subtraction avoids -0.
    return rank === undefined ? unmergeable : 0 - rank;
  };
}

export function spmEntries(tokens: readonly Token[], addSpacePrefix: boolean): [string, MetadataValue][] {
  return [
    ["tokenizer.ggml.model", string("llama")],
    // The only pre-tokenizer of this kind in llama.cpp: nothing is split before the merges.
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

/** llama.cpp throws through C at a byte without a token; see src/formats/gguf/tokens.ts. */
function checkBytes(tokens: Token[]): Token[] {
  const texts = new Set(tokens.map(({ text }) => text));
  // UTF-8 never has 0xC0, 0xC1 or bytes above 0xF4.
  for (let byte = 1; byte <= 0xf4; byte++) {
    if (byte === 0xc0 || byte === 0xc1) continue;
    const name = `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`;
    if (texts.has(name) || (byte < 0x80 && texts.has(String.fromCharCode(byte)))) continue;
    broken(`The tokenizer has no token for the byte ${name}.`, "Get a GGUF of this model.");
  }
  return tokens;
}
