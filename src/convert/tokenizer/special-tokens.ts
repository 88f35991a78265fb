/**
 * Finds the ids of special tokens (bos, eos, sep, pad, mask), whether llama.cpp adds them to a
 * prompt, and which ids end an answer.
 *
 * Upstream's rules (SpecialVocab in gguf-py/gguf/vocab.py) come first. If they find nothing, the
 * vocabulary and special_tokens_map.json are searched, too.
 */
import { z } from "zod";
import { bool, u32 } from "../../formats/gguf/metadata.ts";
import type { MetadataValue } from "../../formats/gguf/types.ts";
import type { AddedToken } from "./added-tokens.ts";
import { check } from "./json.ts";
import { specialUse } from "./post-processor.ts";
import { type SpecialName, specialNames, type TokenizerConfig } from "./tokenizer-config.ts";
import type { Token } from "./vocabulary.ts";

export type SpecialTokens = {
  ids: Partial<Record<SpecialName, number>>;
  addFlags: Partial<Record<SpecialName, boolean>>;
};

export type SpecialSources = {
  /** The finished vocabulary. */
  tokens: readonly Token[];
  /** All added tokens with their ids in it. */
  added: readonly AddedToken[];
  tokenizerConfig: TokenizerConfig;
  /** config.json. */
  config: unknown;
  /** post_processor of tokenizer.json; undefined without one. */
  postProcessor: unknown;
  arch: string;
};

/** @throws AnechatError badModel */
export function specialTokens(sources: SpecialSources): SpecialTokens {
  const { tokens, added, tokenizerConfig } = sources;
  const { texts, addFlags } = specialUse(
    sources.postProcessor,
    tokenizerConfig.texts,
    tokenizerConfig.exists,
  );
  const addedIds = new Map<string | undefined, number>(added.map(({ content, id }) => [content, id]));
  const configured = configuredIds(sources.config);
  const ids: SpecialTokens["ids"] = {};
  for (const name of [...specialNames, "eot", "eom"] as const) {
    const text = texts[name] ?? tokenizerConfig.mapped[name];
    const candidates = [
      addedIds.get(texts[name]),
      configured(name)[0],
      addedIds.get(text),
      text === undefined ? undefined : tokens.findIndex((token) => token.text === text),
    ];
    // Some config.json have -1 for "none".
    const id = candidates.find((id) => id !== undefined && id >= 0 && id < tokens.length);
    if (id !== undefined) ids[name] = id;
  }
  return {
    ids: { ...turnEnds(sources), ...ids },
    addFlags: { ...addFlags, ...tokenizerConfig.addFlags, ...addRules(sources) },
  };
}

/**
 * End-of-turn tokens that no file names: from GemmaModel.set_vocab in conversion/gemma.py, and for
 * CodeLlama, recognized by its vocabulary size, from conversion/llama.py.
 */
function turnEnds({ arch, tokens }: SpecialSources): SpecialTokens["ids"] {
  if (arch === "gemma" && tokens.length > 107) return { eot: 107 };
  if (arch === "llama" && tokens.length === 32_016) return { eot: 32_010 };
  return {};
}

/** Architectures that upstream derives from LlamaModel. Their vocabulary follows its rules. */
export const llamaLike: ReadonlySet<string> = new Set([
  "llama",
  "llama-embed",
  "mistral3",
  "granite",
  "granitemoe",
  "smollm3",
  "arcee",
  "apertus",
]);

/** LlamaModel.set_vocab: for Granite's small models and SmolLM, recognized by vocabulary size. */
function addRules({ arch, tokens }: SpecialSources): SpecialTokens["addFlags"] {
  return llamaLike.has(arch) && tokens.length === 49_152 ? { bos: false } : {};
}

const integers = z
  .union([z.number().int(), z.array(z.number().int()).max(1024)])
  .nullish()
  .catch(undefined);
const idFields = z
  .record(z.string(), z.unknown())
  .nullish()
  .catch(undefined)
  .transform((fields) => fields ?? {});

/** The ids of `<name>_token_id` in config.json, or in its text_config for multimodal models. */
function configuredIds(config: unknown): (name: SpecialName) => number[] {
  const fields = check(idFields, config, "config.json");
  const inner = check(idFields, fields.text_config, "config.json");
  return (name) => {
    const key = `${name}_token_id`;
    return idList(fields[key] ?? inner[key]);
  };
}

function idList(value: unknown): number[] {
  const ids = check(integers, value, "config.json");
  return ids === null || ids === undefined ? [] : [ids].flat();
}

/**
 * Ids that end an answer: from generation_config.json, or else from config.json, as in
 * transformers. llama.cpp would guess them from the texts of the tokens.
 */
export function endTokens(generationConfig: unknown, config: unknown, tokens: number): number[] {
  const own = configuredIds(generationConfig)("eos");
  const ids = own.length > 0 ? own : configuredIds(config)("eos");
  // The model can't produce an id outside the vocabulary.
  return [...new Set(ids)].filter((id) => id >= 0 && id < tokens);
}

/** GGUF's keys. "seperator" is GGUF's own spelling. There is no key for "cls". */
const idKeys = {
  bos: "bos_token_id",
  eos: "eos_token_id",
  eot: "eot_token_id",
  eom: "eom_token_id",
  unk: "unknown_token_id",
  sep: "seperator_token_id",
  pad: "padding_token_id",
  mask: "mask_token_id",
} as const;

export function specialEntries({ ids, addFlags }: SpecialTokens): [string, MetadataValue][] {
  const entries: [string, MetadataValue][] = [];
  for (const [name, key] of Object.entries(idKeys)) {
    const id = ids[name as keyof typeof idKeys];
    if (id !== undefined) entries.push([`tokenizer.ggml.${key}`, u32(id)]);
  }
  for (const name of ["bos", "eos", "sep"] as const) {
    const flag = addFlags[name];
    if (flag !== undefined) entries.push([`tokenizer.ggml.add_${name}_token`, bool(flag)]);
  }
  return entries;
}
