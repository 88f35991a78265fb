/**
 * Reads tokenizer_config.json and special_tokens_map.json, which name special tokens by their
 * texts. A field of an unexpected type counts as missing, as upstream. Only added_tokens_decoder
 * and chat_template must be valid.
 */
import { z } from "zod";
import { type AddedToken, addedTokensOfConfig } from "./added-tokens.ts";
import { check, tokenText } from "./json.ts";

/** The order is upstream's, SpecialVocab in gguf-py/gguf/vocab.py. */
export const specialNames = ["bos", "eos", "unk", "sep", "pad", "cls", "mask"] as const;
/** The ends of a turn (eot) and of a message (eom) come only from a template in tokenizer.json. */
export type SpecialName = (typeof specialNames)[number] | "eot" | "eom";

export type SpecialTexts = Partial<Record<SpecialName, string>>;

export type TokenizerConfig = {
  /** Whether tokenizer_config.json exists and is not empty. */
  exists: boolean;
  texts: SpecialTexts;
  /** Texts in special_tokens_map.json, used if tokenizer_config.json has none. */
  mapped: SpecialTexts;
  /** Special tokens without a name. */
  extra: readonly string[];
  /** add_bos_token and the like. */
  addFlags: Partial<Record<SpecialName, boolean>>;
  addPrefixSpace: boolean | undefined;
  added: readonly AddedToken[];
  tokenizerClass: string | undefined;
  chatTemplate: unknown;
};

const text = z.union([tokenText, z.object({ content: tokenText }).transform(({ content }) => content)]);
const optionalText = text.optional().catch(undefined);
const optionalFlag = z.boolean().optional().catch(undefined);
const texts = z.union([z.array(text), z.record(z.string(), text).transform(Object.values<string>)]);
const optionalTexts = texts.optional().catch(undefined);

const file = z
  .object({
    bos_token: optionalText,
    eos_token: optionalText,
    unk_token: optionalText,
    sep_token: optionalText,
    pad_token: optionalText,
    cls_token: optionalText,
    mask_token: optionalText,
    add_bos_token: optionalFlag,
    add_eos_token: optionalFlag,
    add_sep_token: optionalFlag,
    add_prefix_space: optionalFlag,
    additional_special_tokens: optionalTexts,
    // additional_special_tokens since transformers 5; the keys of a record name their use.
    extra_special_tokens: optionalTexts,
    added_tokens_decoder: z.unknown().optional(),
    tokenizer_class: z.string().max(256).optional().catch(undefined),
    chat_template: z.unknown().optional(),
  })
  .nullish();
type File = NonNullable<z.output<typeof file>>;

/** @throws AnechatError badModel */
export function parseTokenizerConfig(config: unknown, specialTokensMap: unknown): TokenizerConfig {
  const parsed: File = check(file, config, "tokenizer_config.json") ?? {};
  const map: File = check(file, specialTokensMap, "special_tokens_map.json") ?? {};
  return {
    exists: typeof config === "object" && config !== null && Object.keys(config).length > 0,
    texts: textsOf(parsed),
    mapped: textsOf(map),
    extra: [parsed, map].flatMap((each) => [
      ...(each.additional_special_tokens ?? []),
      ...(each.extra_special_tokens ?? []),
    ]),
    addFlags: withoutUndefined({
      bos: parsed.add_bos_token,
      eos: parsed.add_eos_token,
      sep: parsed.add_sep_token,
    }),
    addPrefixSpace: parsed.add_prefix_space,
    added: addedTokensOfConfig(parsed.added_tokens_decoder),
    tokenizerClass: parsed.tokenizer_class,
    chatTemplate: parsed.chat_template,
  };
}

function textsOf(parsed: File): SpecialTexts {
  return withoutUndefined({
    bos: parsed.bos_token,
    eos: parsed.eos_token,
    unk: parsed.unk_token,
    sep: parsed.sep_token,
    pad: parsed.pad_token,
    cls: parsed.cls_token,
    mask: parsed.mask_token,
  });
}

/** The texts of all special tokens. */
export function specialTexts(config: TokenizerConfig): Set<string> {
  return new Set([...Object.values(config.mapped), ...Object.values(config.texts), ...config.extra]);
}

function withoutUndefined<Name extends string, Value>(
  record: Record<Name, Value | undefined>,
): Partial<Record<Name, Value>> {
  const entries = Object.entries<Value | undefined>(record).filter(([, value]) => value !== undefined);
  // Object.fromEntries widens the type of the names.
  return Object.fromEntries(entries) as Partial<Record<Name, Value>>;
}
