/**
 * A repo's tokenizer as GGUF metadata. The reference is llama.cpp's own
 * converter, conversion/base.py and gguf-py/gguf/vocab.py; where a file here
 * does something else, it says why.
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

/** The files of a repo that say how text becomes tokens, parsed as JSON or as they are; missing ones undefined. */
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
  /** vocab.json, of repos as old as GPT-2's */
  vocabJson: unknown;
  /** merges.txt, which goes with it */
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
  /** Rows of the embedding matrix: the vocabulary is padded to it. undefined: as many as there are tokens. */
  rows: number | undefined;
  /** GGUF architecture ("llama", "gemma2"), where rules depend on it. */
  arch: string;
  /** llama.cpp's name of the pre-tokenizer, where a person says it. */
  pre: string | undefined;
};

export type TokenizerMetadata = {
  /** The `tokenizer.*` entries of a GGUF. */
  metadata: [string, MetadataValue][];
  /** Ids that end an answer, by the list in generation_config.json. */
  endTokens: number[];
};

/**
 * @throws AnechatError badModel: what is wrong, and what to do; usage for a `pre` that can't be
 */
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

/** tokenizer.model goes first, as upstream has it, but where tokenizer.json is of the other kind. */
async function vocabularyOf(repo: Repo): Promise<Parts> {
  const json = tokenizerJsonOf(repo);
  if (json !== undefined && isByteLevel(json)) return byteLevel(json, repo);
  if (repo.options.pre !== undefined) {
    throw new AnechatError("usage", "--pre is for byte-level tokenizers; this model has SentencePiece's", {
      hint: "Leave it out.",
    });
  }
  if (repo.files.tokenizerModel !== undefined) return sentencePiece(repo.files.tokenizerModel, json, repo);
  if (json?.byteFallback) return sentencePieceJson(json, repo);
  return broken(
    json === undefined
      ? "It has no tokenizer that anechat can convert: neither tokenizer.json nor tokenizer.model."
      : "Its tokenizer spells text neither in bytes nor with a fallback to them, as llama.cpp has to.",
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
  // Some names make llama.cpp add a bos that this repo's template doesn't; Llama's own classes add one unasked.
  if (!pre.isUpstreams && !config.tokenizerClass?.startsWith("Llama")) special.addFlags.bos ??= false;
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

/** Whether a space goes before a text: as the families' own set_vocab have it, else as the tokenizer says. */
function addsSpace(own: boolean, { options: { arch }, config }: Repo): boolean {
  if (arch.startsWith("gemma")) return false;
  return llamaLike.has(arch) ? (config.addPrefixSpace ?? own) : own;
}
