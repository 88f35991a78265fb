/**
 * Which ids begin and end a text, part texts, fill and mask; whether llama.cpp
 * puts the first two around a prompt; and which ids end an answer.
 *
 * Upstream's rules (SpecialVocab in gguf-py/gguf/vocab.py) come first; where they
 * find nothing, the vocabulary and special_tokens_map.json are asked as well.
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
  /** All added tokens, with the ids they have in it. */
  added: readonly AddedToken[];
  tokenizerConfig: TokenizerConfig;
  /** config.json. */
  config: unknown;
  /** tokenizer.json's; undefined without one. */
  postProcessor: unknown;
  arch: string;
};

/** @throws AnechatError badModel */
export function specialTokens(sources: SpecialSources): SpecialTokens {
  const { tokens, added, tokenizerConfig } = sources;
  const { texts, addFlags } = specialUse(
    sources.postProcessor,
    tokenizerConfig.texts,
    tokenizerConfig.isThere,
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
    // config.json likes to say -1 for "none".
    const id = candidates.find((id) => id !== undefined && id >= 0 && id < tokens.length);
    if (id !== undefined) ids[name] = id;
  }
  return {
    ids: { ...turnEnds(sources), ...ids },
    addFlags: { ...addFlags, ...tokenizerConfig.addFlags, ...addRules(sources) },
  };
}

/**
 * Ends of a turn that no file names: GemmaModel.set_vocab in conversion/gemma.py,
 * and CodeLlama's in conversion/llama.py, known by its size.
 */
function turnEnds({ arch, tokens }: SpecialSources): SpecialTokens["ids"] {
  if (arch === "gemma" && tokens.length > 107) return { eot: 107 };
  if (arch === "llama" && tokens.length === 32_016) return { eot: 32_010 };
  return {};
}

/** Architectures that upstream derives from LlamaModel, and whose vocabulary follows its rules. */
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

/** LlamaModel.set_vocab: "granite small models only", and by the same size SmolLM. */
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

/** The ids that `<name>_token_id` of a config.json gives; models that see have them in their text_config. */
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
 * Ids that end an answer, which llama.cpp would guess from the tokens' texts:
 * generation_config.json's, or without them config.json's, as in transformers.
 */
export function endTokens(generationConfig: unknown, config: unknown, tokens: number): number[] {
  const own = configuredIds(generationConfig)("eos");
  const ids = own.length > 0 ? own : configuredIds(config)("eos");
  // One beyond the vocabulary can't come.
  return [...new Set(ids)].filter((id) => id >= 0 && id < tokens);
}

/** GGUF's keys; one of them has had its spelling since the beginning. A "cls" has none. */
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
