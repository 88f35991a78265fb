/**
 * The prompts of /v1/completions and the inputs of /v1/embeddings: a text, token ids, or a list of
 * these. As in llama-server, texts may be between token ids.
 */
import { z } from "zod";
import { AnechatError } from "../../base/errors.ts";
import type { LocalEngine } from "../../engine/client/local-engine.ts";
import { ApiError, toApiError } from "../api-error.ts";
import { isPieces, type Pieces, pieces, tokensOf } from "../request/pieces.ts";

/** OpenAI's limit for the inputs of an embedding request. */
export const maxPrompts = 2048;

const textsFrom = (text: z.ZodString) => z.union([text, pieces, z.array(z.union([text, pieces])).min(1)]);

export const texts = textsFrom(z.string());

/** Texts to embed. */
export const nonEmptyTexts = textsFrom(z.string().min(1, "it is empty"));

/** A text, or token ids with texts between them; and its path in the request. */
export type GivenText = { value: string | Pieces; path: string };

/**
 * @param field of the request
 * @throws ApiError `invalid` for too many prompts
 */
export function textsOf(given: z.output<typeof texts>, field: string): GivenText[] {
  if (typeof given === "string" || isPieces(given)) return [{ value: given, path: field }];
  if (given.length > maxPrompts) {
    throw new ApiError("invalid", `${field}: at most ${maxPrompts} are possible`, { path: field });
  }
  return given.map((value, index) => ({ value, path: `${field}[${index}]` }));
}

/** Texts between token ids become tokens, too. A text at the begin may get a BOS token. */
export async function withoutTexts(
  value: GivenText["value"],
  engine: Pick<LocalEngine, "tokenize">,
): Promise<string | number[]> {
  return typeof value === "string" ? value : tokensOf(engine, value);
}

/** Names the text in an error about its tokens or its length. */
export function withPath(thrown: unknown, path: string): unknown {
  if (!(thrown instanceof AnechatError)) return thrown;
  const isAboutText =
    thrown.code === "inputTooLong" ||
    (thrown.code === "usage" && (thrown.field === undefined || thrown.field === "tokens"));
  return isAboutText ? toApiError(thrown, path) : thrown;
}
