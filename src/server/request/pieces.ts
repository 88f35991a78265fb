/**
 * Prompts that have token ids: the schema of such a list, and its tokens. Texts may be between the
 * ids, as in llama-server (llama.cpp: tools/server/server-common.cpp, tokenize_mixed()).
 */
import { z } from "zod";
import { AnechatError } from "../../base/errors.ts";
import { formatBytes } from "../../base/format.ts";
import type { LocalEngine } from "../../engine/client/local-engine.ts";

/** Texts and token ids, one after the other. */
export type Pieces = readonly (string | number)[];

const maxTokenId = 0x7fffffff;
export const tokenId = z.int().min(0).max(maxTokenId);
const tokenSchema = { type: "integer", minimum: 0, maximum: maxTokenId };

const isToken = (one: unknown): boolean =>
  Number.isInteger(one) && (one as number) >= 0 && (one as number) <= maxTokenId;

export const tokenIds = fastList<number>(tokenSchema, isToken, "expected token ids, which are whole numbers");

const pieceSchema = { anyOf: [tokenSchema, { type: "string" }] };
const isPiece = (one: unknown): boolean => typeof one === "string" || isToken(one);
const pieceFault = "expected token ids, which are whole numbers, or texts";

export const maybePieces = fastList<string | number>(pieceSchema, isPiece, pieceFault);

/** At least one. */
export const pieces = fastList<string | number>(pieceSchema, isPiece, pieceFault, 1);

/**
 * A list may have a million tokens. Zod would take seconds for them, in which the server answers
 * nobody, so one loop checks them all.
 * @param items JSON Schema of an item
 */
function fastList<T>(
  items: object,
  isItem: (one: unknown) => boolean,
  fault: string,
  minItems = 0,
): z.ZodType<T[]> {
  const wrongPlace = (list: unknown): number[] | undefined => {
    if (!Array.isArray(list) || list.length < minItems) return [];
    const at = list.findIndex((one) => !isItem(one));
    return at === -1 ? undefined : [at];
  };
  return z
    .unknown()
    .superRefine((list, { addIssue }) => {
      const path = wrongPlace(list);
      if (path !== undefined) addIssue({ code: "custom", path, message: fault, continue: false });
    })
    .meta({ type: "array", minItems, items }) as z.ZodType<T[]>;
}

/** A list with a token id is one prompt; any other list has a prompt in each place. */
export function isPieces(list: readonly unknown[]): list is Pieces {
  return list.some((one) => typeof one === "number");
}

type TokenizeOptions = Parameters<LocalEngine["tokenize"]>[1];

/**
 * BOS and EOS are added only if the prompt begins with a text, as llama-server does.
 * @throws AnechatError as checkTextLength
 */
export async function tokensOf(
  engine: Pick<LocalEngine, "tokenize">,
  given: Pieces,
  { addSpecial, parseSpecial }: TokenizeOptions = { addSpecial: true, parseSpecial: true },
): Promise<number[]> {
  const tokens: number[] = [];
  for (const [index, one] of given.entries()) {
    if (typeof one === "number") {
      tokens.push(one);
      continue;
    }
    checkTextLength(one);
    const options = { addSpecial: addSpecial && index === 0, parseSpecial };
    for (const id of await engine.tokenize(one, options)) tokens.push(id);
  }
  return tokens;
}

/**
 * The longest text that is tokenized at once. The engine does nothing else meanwhile: a megabyte
 * takes some tenths of a second, in which other answers wait.
 */
const maxBytes = 1_000_000;

/** @throws AnechatError `usage` */
function checkTextLength(text: string): void {
  // UTF-8 has at most three bytes for each unit of UTF-16.
  if (text.length * 3 <= maxBytes) return;
  const bytes = Buffer.byteLength(text);
  if (bytes <= maxBytes) return;
  throw new AnechatError(
    "usage",
    `A text of ${formatBytes(bytes)} is too long to be tokenized at once: the limit is ${formatBytes(maxBytes)}`,
    { hint: "Send it in parts.", field: "text" },
  );
}
