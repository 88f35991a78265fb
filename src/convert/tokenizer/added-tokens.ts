/**
 * Reads tokens that were added to a trained vocabulary, for roles, tools or images. They come from
 * tokenizer.json, from added_tokens_decoder in tokenizer_config.json, and in older repos from
 * added_tokens.json.
 */
import { z } from "zod";
import { broken, check, limits, tokenId, tokenText } from "./json.ts";
import { type Token, tokenTypes } from "./vocabulary.ts";

export type AddedToken = {
  id: number;
  content: string;
  /** A control token, not text. */
  special: boolean;
  /** Matched after the text is normalized, not before. */
  normalized: boolean;
  /** Includes the white space on its left or right. */
  lstrip: boolean;
  rstrip: boolean;
};

const flag = z.boolean().default(false);
const description = z
  .object({
    content: tokenText,
    special: flag,
    normalized: z.boolean().optional(),
    lstrip: flag,
    rstrip: flag,
  })
  // The default of tokenizers' AddedToken::from.
  .transform((token) => ({ ...token, normalized: token.normalized ?? !token.special }));

const inTokenizerJson = z
  .array(z.intersection(z.object({ id: tokenId }), description))
  .max(limits.tokens)
  .nullish();

/** tokenizer.json's added_tokens. @throws AnechatError badModel */
export function addedTokensOfTokenizerJson(value: unknown): AddedToken[] {
  return check(inTokenizerJson, value, "added_tokens in tokenizer.json") ?? [];
}

const inConfig = z.record(z.string().regex(/^\d{1,7}$/, "an id should be a number"), description).nullish();

/** tokenizer_config.json's added_tokens_decoder. @throws AnechatError badModel */
export function addedTokensOfConfig(value: unknown): AddedToken[] {
  const tokens = check(inConfig, value, "added_tokens_decoder in tokenizer_config.json");
  return Object.entries(tokens ?? {}).map(([id, token]) => {
    if (Number(id) >= limits.tokens) broken(`tokenizer_config.json has a token with the id ${id}.`);
    return { id: Number(id), ...token };
  });
}

/** added_tokens.json, which has no flags. @throws AnechatError badModel */
export function addedTokensOfFile(value: unknown): AddedToken[] {
  const ids = check(z.record(tokenText, tokenId).nullish(), value, "added_tokens.json");
  return Object.entries(ids ?? {}).map(([content, id]) => ({
    id,
    content,
    special: false,
    normalized: true,
    lstrip: false,
    rstrip: false,
  }));
}

/** A token that a special name makes special. */
export function specialToken(content: string, id: number): AddedToken {
  return { id, content, special: true, normalized: false, lstrip: false, rstrip: false };
}

/** For models that don't mark theirs. The list is does_token_look_special in conversion/base.py. */
export function looksSpecial(text: string): boolean {
  return (
    ["<pad>", "<mask>", "<2mass>", "[@BOS@]"].includes(text) ||
    (text.startsWith("<|") && text.endsWith("|>")) ||
    (text.startsWith("<｜") && text.endsWith("｜>")) ||
    (text.startsWith("<unused") && text.endsWith(">"))
  );
}

/**
 * Text and type of an added token. llama.cpp matches user-defined tokens in raw text, where
 * SentencePiece's "▁" is still a space.
 */
export function addedToken(text: string, isSpecial: boolean): Pick<Token, "text" | "type"> {
  return isSpecial
    ? { text, type: tokenTypes.control }
    : { text: text.replaceAll("▁", " "), type: tokenTypes.userDefined };
}
