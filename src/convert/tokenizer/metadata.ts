/**
 * Converts a repo's tokenizer to GGUF metadata. The reference ("upstream") is llama.cpp's
 * converter, conversion/base.py and gguf-py/gguf/vocab.py. Comments explain each difference.
 */
import { AnechatError } from "../../base/errors.ts";
import { bool } from "../../formats/gguf/metadata.ts";
import type { MetadataValue } from "../../formats/gguf/types.ts";
import { type AddedToken, addedTokensOfFile } from "./added-tokens.ts";
import { allAddedTokens } from "./all-added-tokens.ts";
import { byteLevelEntries, byteLevelTokens, isByteLevel } from "./byte-level.ts";
import { chatTemplateEntries } from "./chat-template.ts";
import { broken } from "./json.ts";
import { detectPreTokenizer, namedPreTokenizer } from "./pre-tokenizer.ts";
import { parseSentencePiece } from "./sentencepiece.ts";
import { spacePrefix } from "./space-prefix.ts";
import { endTokens, llamaLike, type SpecialTokens, specialEntries, specialTokens } from "./special-tokens.ts";
import { spmEntries, tokensOfJson, tokensOfModel } from "./spm.ts";
import { parseTokenizerConfig, type TokenizerConfig } from "./tokenizer-config.ts";
import { parseTokenizerJson, parseVocabAndMerges, type TokenizerJson } from "./tokenizer-json.ts";
import type { Token } from "./vocabulary.ts";

/** The tokenizer files of a repo, as parsed JSON, text or bytes. A missing file is undefined. */
export type TokenizerFiles = {
  /** tokenizer.json */
  tokenizerJson: unknown;
  /** tokenizer.model, SentencePiece's */
  tokenizerModel: Uint8Array | undefined;
  /** tokenizer_config.json */
  tokenizerConfig: unknown;
  /** special_tokens_map.json */
  specialTokensMap: unknown;
  /** added_tokens.json */
  addedTokens: unknown;
  /** vocab.json, in old repos such as GPT-2's */
  vocabJson: unknown;
  /** merges.txt, which belongs to vocab.json */
  merges: string | undefined;
  /** config.json */
  config: unknown;
  /** generation_config.json */
  generationConfig: unknown;
  /** chat_template.jinja */
  chatTemplate: string | undefined;
  /** chat_template.json */
  chatTemplateJson: unknown;
};

export type TokenizerOptions = {
  /** Rows of the embedding matrix; the vocabulary is padded to them. undefined: no padding. */
  rows: number | undefined;
  /** GGUF architecture ("llama", "gemma2"), where rules depend on it. */
  arch: string;
  /** llama.cpp's name of the pre-tokenizer if the user gives one. */
  pre: string | undefined;
};

export type TokenizerMetadata = {
  /** The `tokenizer.*` entries of a GGUF. */
  metadata: [string, MetadataValue][];
  /** Ids that end an answer, from generation_config.json or config.json. */
  endTokens: number[];
};

/** @throws AnechatError badModel for files that can't be converted, usage for an invalid `pre` */
export async function tokenizerMetadata(
  files: TokenizerFiles,
  options: TokenizerOptions,
): Promise<TokenizerMetadata> {
  const repo: Repo = {
    files,
    options,
    config: parseTokenizerConfig(files.tokenizerConfig, files.specialTokensMap),
  };
  const { tokens, special, entries } = await vocabularyOf(repo);
  const templates = chatTemplateEntries({
    tokenizerConfig: repo.config.chatTemplate,
    jinja: files.chatTemplate,
    json: files.chatTemplateJson,
  });
  return {
    metadata: [...entries, ...specialEntries(special), ...templates],
    endTokens: endTokens(files.generationConfig, files.config, tokens.length),
  };
}

type Repo = { files: TokenizerFiles; options: TokenizerOptions; config: TokenizerConfig };
type Parts = { tokens: readonly Token[]; special: SpecialTokens; entries: [string, MetadataValue][] };

/** tokenizer.model comes first, as upstream, unless tokenizer.json is a byte-level tokenizer. */
async function vocabularyOf(repo: Repo): Promise<Parts> {
  const json = tokenizerJsonOf(repo);
  if (json !== undefined && isByteLevel(json)) return byteLevel(json, repo);
  if (repo.options.pre !== undefined) {
    throw new AnechatError(
      "usage",
      "--pre is for byte-level tokenizers; this model has a SentencePiece tokenizer",
      {
        hint: "Leave out --pre.",
      },
    );
  }
  if (repo.files.tokenizerModel !== undefined) return sentencePiece(repo.files.tokenizerModel, json, repo);
  if (json?.byteFallback) return sentencePieceJson(json, repo);
  return broken(
    json === undefined
      ? "There is no tokenizer that anechat can convert: neither tokenizer.json nor tokenizer.model."
      : "The tokenizer has neither byte-level BPE nor byte fallback, and llama.cpp needs one of them.",
    "Get a GGUF of this model.",
  );
}

function tokenizerJsonOf({ files, options, config }: Repo): TokenizerJson | undefined {
  const { tokenizerJson, tokenizerModel, vocabJson, merges, addedTokens } = files;
  if (tokenizerJson !== undefined) return parseTokenizerJson(tokenizerJson);
  if (tokenizerModel !== undefined || vocabJson === undefined || merges === undefined) return undefined;
  const kind =
    config.tokenizerClass ?? (options.arch.startsWith("qwen") ? "Qwen2Tokenizer" : "GPT2Tokenizer");
  return parseVocabAndMerges({ vocabJson, merges, addedTokens }, kind);
}

async function byteLevel(json: TokenizerJson, repo: Repo): Promise<Parts> {
  const { options, config } = repo;
  const added = allAddedTokens(json, config);
  const tokens = byteLevelTokens(json, added, options.rows);
  const special = specialOf(repo, tokens, added, json);
  const pre =
    options.pre === undefined
      ? await detectPreTokenizer(json, added, special.ids)
      : namedPreTokenizer(options.pre);
  // Some names make llama.cpp add a BOS token that this repo doesn't. Llama's classes add one.
  if (!pre.isKnownUpstream && !config.tokenizerClass?.startsWith("Llama")) special.addFlags.bos ??= false;
  const entries = byteLevelEntries(tokens, json, pre.name);
  if (llamaLike.has(options.arch) && config.addPrefixSpace !== undefined) {
    entries.push(["tokenizer.ggml.add_space_prefix", bool(config.addPrefixSpace)]);
  }
  return { tokens, special, entries };
}

function sentencePiece(bytes: Uint8Array, json: TokenizerJson | undefined, repo: Repo): Parts {
  const { files, options, config } = repo;
  const model = parseSentencePiece(bytes);
  const sources = {
    json: json?.added ?? [],
    config: config.added,
    file: addedTokensOfFile(files.addedTokens),
  };
  const tokens = tokensOfModel(model, sources, options.rows, options.arch);
  const special = specialOf(repo, tokens, [...sources.file, ...sources.config, ...sources.json], json);
  return { tokens, special, entries: spmEntries(tokens, addsSpace(model.addDummyPrefix, repo)) };
}

function sentencePieceJson(json: TokenizerJson, repo: Repo): Parts {
  const added = allAddedTokens(json, repo.config);
  const tokens = tokensOfJson(json, added, repo.options.rows);
  const special = specialOf(repo, tokens, added, json);
  return { tokens, special, entries: spmEntries(tokens, addsSpace(spacePrefix(json), repo)) };
}

function specialOf(
  { files, options, config }: Repo,
  tokens: readonly Token[],
  added: readonly AddedToken[],
  json: TokenizerJson | undefined,
): SpecialTokens {
  return specialTokens({
    tokens,
    added,
    tokenizerConfig: config,
    config: files.config,
    postProcessor: json?.postProcessor,
    arch: options.arch,
  });
}

/** Whether a space is put before a text: by the family's set_vocab, or else by the tokenizer. */
function addsSpace(own: boolean, { options: { arch }, config }: Repo): boolean {
  if (arch.startsWith("gemma")) return false;
  return llamaLike.has(arch) ? (config.addPrefixSpace ?? own) : own;
}
