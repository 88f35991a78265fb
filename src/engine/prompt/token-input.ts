/** Checks token ids that come from outside, before llama.cpp gets them: it doesn't check them. */
import { AnechatError } from "../../base/errors.ts";
import type { Token } from "../../llama/vocabulary.ts";

/**
 * @param size tokens of the vocabulary
 * @returns a copy
 * @throws AnechatError `usage` with the field "tokens" if one is not in the vocabulary
 */
export function checkedTokens(tokens: readonly number[], size: number): Token[] {
  const wrong = tokens.findIndex((token) => !Number.isInteger(token) || token < 0 || token >= size);
  if (wrong === -1) return [...tokens];
  throw new AnechatError("usage", `The model has no token ${tokens[wrong]}: its ids are 0 to ${size - 1}`, {
    field: "tokens",
  });
}
