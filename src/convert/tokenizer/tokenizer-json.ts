/**
 * Reads tokenizer.json, the file of the tokenizers library, if its model is byte pair encoding.
 * Repos without it may have vocab.json and merges.txt instead.
 */
import { z } from "zod";
import {
  type AddedToken,
  addedTokensOfFile,
  addedTokensOfTokenizerJson,
  specialToken,
} from "./added-tokens.ts";
import { broken, check, limits, quote } from "./json.ts";
import { qwen2Regex } from "./known-splits.ts";

export type Merge = readonly [left: string, right: string];

export type TokenizerJson = {
  /** Text → id, without the added tokens. */
  vocab: ReadonlyMap<string, number>;
  merges: readonly Merge[];
  /** Characters without a token are encoded in bytes such as `<0xE2>`, as in SentencePiece. */
  byteFallback: boolean;
  /** Words that are in the vocabulary are taken whole, without merges. */
  ignoreMerges: boolean;
  unknown: string | undefined;
  added: readonly AddedToken[];
  /** Unchecked; the code that uses them checks them. */
  normalizer: unknown;
  preTokenizer: unknown;
  postProcessor: unknown;
  decoder: unknown;
};

const top = z.object({
  model: z.object({
    // Missing in old files; they are BPE if they have merges.
    type: z.string().max(64).nullish(),
    vocab: z.unknown().optional(),
    merges: z.unknown().optional(),
    byte_fallback: z.boolean().nullish(),
    ignore_merges: z.boolean().nullish(),
    unk_token: z.string().nullish(),
  }),
  added_tokens: z.unknown().optional(),
  normalizer: z.unknown().optional(),
  pre_tokenizer: z.unknown().optional(),
  post_processor: z.unknown().optional(),
  decoder: z.unknown().optional(),
});

/** @throws AnechatError badModel, also for models other than byte pair encoding */
export function parseTokenizerJson(value: unknown): TokenizerJson {
  const file = check(top, value, "tokenizer.json");
  const { model } = file;
  const type = model.type ?? (model.merges === undefined ? "unknown" : "BPE");
  if (type !== "BPE") {
    broken(
      `The tokenizer is of the type ${quote(type)}, which anechat can't convert.`,
      "Get a GGUF of this model.",
    );
  }
  return {
    vocab: parseVocab(model.vocab, "model.vocab in tokenizer.json"),
    merges: parseMerges(model.merges),
    byteFallback: model.byte_fallback ?? false,
    ignoreMerges: model.ignore_merges ?? false,
    unknown: model.unk_token ?? undefined,
    added: addedTokensOfTokenizerJson(file.added_tokens),
    normalizer: file.normalizer,
    preTokenizer: file.pre_tokenizer,
    postProcessor: file.post_processor,
    decoder: file.decoder,
  };
}

/**
 * The same from GPT-2's two files.
 * @param tokenizerClass class in transformers, which implies the pre-tokenizer
 * @throws AnechatError badModel
 */
export function parseVocabAndMerges(
  files: { vocabJson: unknown; merges: string; addedTokens: unknown },
  tokenizerClass: string,
): TokenizerJson {
  const vocab = parseVocab(files.vocabJson, "vocab.json");
  const added = addedTokensOfFile(files.addedTokens);
  // Both classes use it for every special token.
  const end = vocab.get("<|endoftext|>");
  return {
    vocab,
    merges: parseMergesTxt(files.merges),
    byteFallback: false,
    ignoreMerges: false,
    unknown: undefined,
    added: end === undefined ? added : [...added, specialToken("<|endoftext|>", end)],
    normalizer: null,
    preTokenizer: preTokenizerOfClass(tokenizerClass),
    postProcessor: null,
    decoder: { type: "ByteLevel" },
  };
}

function preTokenizerOfClass(tokenizerClass: string): unknown {
  switch (tokenizerClass.replace(/Fast$/, "")) {
    case "GPT2Tokenizer":
      return { type: "ByteLevel" };
    case "Qwen2Tokenizer":
      return {
        type: "Sequence",
        pretokenizers: [
          { type: "Split", pattern: { Regex: qwen2Regex }, behavior: "Isolated" },
          { type: "ByteLevel", use_regex: false },
        ],
      };
    default:
      return { type: tokenizerClass };
  }
}

/** No schema: there are 300,000 entries, and one of them may be called "__proto__". */
function parseVocab(value: unknown, what: string): Map<string, number> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return broken(`${what} is not an object of tokens and ids.`);
  }
  const entries = Object.entries(value);
  if (entries.length > limits.tokens) broken(`${what} has ${entries.length} tokens.`);
  const taken = new Set<number>();
  for (const [text, id] of entries) {
    if (!Number.isInteger(id) || id < 0 || id >= limits.tokens) {
      broken(`${what} has the token ${quote(text)} with an invalid id.`);
    }
    if (text.length > limits.tokenLength) broken(`${what} has a token of ${text.length} characters.`);
    if (taken.has(id)) broken(`${what} has two tokens with the id ${id}.`);
    taken.add(id);
  }
  return new Map(entries);
}

/** Entries are "a b", or since tokenizers 0.20 ["a", "b"], whose parts may contain spaces. */
function parseMerges(value: unknown): Merge[] {
  if (!Array.isArray(value)) return broken("tokenizer.json has no list of merges.");
  if (value.length > limits.merges) broken(`tokenizer.json has ${value.length} merges.`);
  return value.map((merge: unknown, index) => {
    const parts: unknown = typeof merge === "string" ? merge.split(" ") : merge;
    if (!isMerge(parts)) return broken(`Merge ${index} in tokenizer.json is not a pair of tokens.`);
    return parts;
  });
}

function isMerge(value: unknown): value is Merge {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((part) => typeof part === "string" && part !== "" && part.length <= limits.tokenLength)
  );
}

function parseMergesTxt(text: string): Merge[] {
  const lines = text.split("\n");
  // The first line is "#version: 0.2".
  const from = lines[0]?.startsWith("#") ? 1 : 0;
  const merges: Merge[] = [];
  for (const [index, line] of lines.entries()) {
    if (index < from || line.trim() === "") continue;
    const parts = line.trim().split(/\s+/);
    if (!isMerge(parts)) return broken(`Line ${index + 1} of merges.txt is not a pair of tokens.`);
    if (merges.push(parts) > limits.merges) return broken(`merges.txt has more than ${limits.merges} lines.`);
  }
  return merges;
}
