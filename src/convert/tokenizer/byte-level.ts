/**
 * Byte-level byte pair encoding as in GPT-2: each byte is written as a printable character, so
 * that any text can be encoded. llama.cpp calls it "gpt2".
 */
import { z } from "zod";
import { string, strings } from "../../formats/gguf/metadata.ts";
import type { MetadataValue } from "../../formats/gguf/types.ts";
import { type AddedToken, addedToken, looksSpecial } from "./added-tokens.ts";
import { broken, parse } from "./json.ts";
import { preTokenizerSteps } from "./pre-tokenizer-steps.ts";
import type { TokenizerJson } from "./tokenizer-json.ts";
import { finishVocabulary, type Token, tokenEntries, tokenTypes, type Vocabulary } from "./vocabulary.ts";

/** Whether a tokenizer.json is a byte-level tokenizer. @throws AnechatError badModel */
export function isByteLevel({ byteFallback, preTokenizer, decoder }: TokenizerJson): boolean {
  if (byteFallback) return false;
  return (
    preTokenizerSteps(preTokenizer).some(({ kind }) => kind === "bytes") ||
    parse(byteDecoder, decoder).success
  );
}

const byteDecoder = z.object({ type: z.literal("ByteLevel") });

/**
 * Tokens of a byte-level vocabulary.
 * @param added all added tokens with their ids in the vocabulary
 * @throws AnechatError badModel
 */
export function byteLevelTokens(
  json: TokenizerJson,
  added: readonly AddedToken[],
  rows: number | undefined,
): Token[] {
  const vocabulary: Vocabulary = [];
  let base = 0;
  for (const [text, id] of json.vocab) {
    vocabulary[id] = { text, type: tokenTypes.normal, score: 0 };
    base = Math.max(base, id + 1);
  }
  for (const token of added) {
    const text = token.normalized ? token.content : decodeBytes(token.content);
    vocabulary[token.id] = { ...addedToken(text, token.special || looksSpecial(text)), score: 0 };
  }
  return finishVocabulary(vocabulary, rows, base);
}

/** @param pre llama.cpp's name of the pre-tokenizer */
export function byteLevelEntries(
  tokens: readonly Token[],
  json: TokenizerJson,
  pre: string,
): [string, MetadataValue][] {
  // llama.cpp throws without the key, which can't be an empty list.
  if (json.merges.length === 0) broken("tokenizer.json has no merges.");
  return [
    ["tokenizer.ggml.model", string("gpt2")],
    ["tokenizer.ggml.pre", string(pre)],
    ...tokenEntries(tokens),
    ["tokenizer.ggml.merges", strings(json.merges.map(writeMerge))],
  ];
}

/**
 * A space separates the two parts. A space inside a part is written as "Ġ", as the byte 0x20 is
 * (gguf-py/gguf/vocab.py).
 */
function writeMerge([left, right]: readonly [string, string]): string {
  return `${left.replaceAll(" ", "Ġ")} ${right.replaceAll(" ", "Ġ")}`;
}

/**
 * Decodes a token as tokenizers' ByteLevel decoder does: "Ġyes" becomes " yes". Upstream decodes
 * added tokens, because llama.cpp matches them in raw text. A token with a character that stands
 * for no byte is not changed. Nor is a token whose bytes are invalid UTF-8; upstream would write
 * "\uFFFD".
 */
export function decodeBytes(text: string): string {
  const bytes = Array.from(text, (character) => byteOfCharacter().get(character));
  if (bytes.some((byte) => byte === undefined)) return text;
  const decoded = new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(bytes as number[]));
  return decoded.includes("\uFFFD") ? text : decoded;
}

let byteTable: ReadonlyMap<string, number> | undefined;

/** The inverse of bytes_to_unicode in openai/gpt-2, src/encoder.py. */
function byteOfCharacter(): ReadonlyMap<string, number> {
  if (byteTable !== undefined) return byteTable;
  const isPrintable = (byte: number): boolean =>
    (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || (byte >= 0xae && byte <= 0xff);
  const table = new Map<string, number>();
  // The other bytes get the characters from U+0100 on, in order.
  let next = 0x100;
  for (let byte = 0; byte < 256; byte++)
    table.set(String.fromCharCode(isPrintable(byte) ? byte : next++), byte);
  byteTable = table;
  return table;
}
