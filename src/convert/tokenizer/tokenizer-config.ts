/**
 * tokenizer_config.json and special_tokens_map.json: what tokens mean, by their
 * texts. A field of another kind than expected counts as missing, as it does
 * upstream; only what would be taken half is refused.
 */
import { z } from "zod";
import { type AddedToken, addedTokensOfConfig } from "./added-tokens.ts";
import { check, tokenText } from "./json.ts";

/** The order is upstream's, SpecialVocab in gguf-py/gguf/vocab.py. */
export const specialNames = ["bos", "eos", "unk", "sep", "pad", "cls", "mask"] as const;
/** Two more, which only a template of tokenizer.json can tell: the ends of a turn and of a message. */
export type SpecialName = (typeof specialNames)[number] | "eot" | "eom";

export type SpecialTexts = Partial<Record<SpecialName, string>>;

export type TokenizerConfig = {
  /** Whether there is such a file, and anything in it. */
  isThere: boolean;
  texts: SpecialTexts;
  /** Texts in special_tokens_map.json, for what tokenizer_config.json leaves open. */
  mapped: SpecialTexts;
  /** More special tokens than have a name. */
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
    // Its name since transformers 5; a record names what they are for.
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
    isThere: typeof config === "object" && config !== null && Object.keys(config).length > 0,
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

/** Every special token's text, whatever it is for. */
export function specialTexts(config: TokenizerConfig): Set<string> {
  return new Set([...Object.values(config.mapped), ...Object.values(config.texts), ...config.extra]);
}

function withoutUndefined<Name extends string, Value>(
  record: Record<Name, Value | undefined>,
): Partial<Record<Name, Value>> {
  const entries = Object.entries<Value | undefined>(record).filter(([, value]) => value !== undefined);
  // Object.fromEntries widens the names it was given.
  return Object.fromEntries(entries) as Partial<Record<Name, Value>>;
}
