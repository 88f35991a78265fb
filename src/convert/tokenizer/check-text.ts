/**
 * Encodes upstream's check text with a repo's tokenizer. The hash of the ids identifies the
 * pre-tokenizer. Hugging Face's tokenizers library encodes the text, but only for tokenizers that
 * pass a check.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { AddedToken } from "./added-tokens.ts";
import { parse } from "./json.ts";
import type { Step } from "./pre-tokenizer-steps.ts";
import { checkText } from "./pre-tokenizers.ts";
import { isQuickRegex } from "./regex-safety.ts";
import type { TokenizerJson } from "./tokenizer-json.ts";

/**
 * Ids of the check text, without special tokens.
 * @param trusted the regular expressions of the steps are known, and need no check
 * @returns undefined if a part of the tokenizer may run too long, or isn't supported
 */
export async function checkTextIds(
  json: TokenizerJson,
  steps: readonly Step[],
  added: readonly AddedToken[],
  trusted: boolean,
): Promise<readonly number[] | undefined> {
  const normalizer = unicodeNormalizer(json.normalizer);
  const isSafe = steps.every(
    (step) => step.kind !== "other" && (step.kind !== "split" || trusted || isQuickRegex(step.regex)),
  );
  if (normalizer === undefined || !isSafe || steps.length > 16) return undefined;
  const description = {
    model: {
      type: "BPE",
      vocab: Object.fromEntries(json.vocab),
      merges: json.merges,
      ignore_merges: json.ignoreMerges,
      unk_token: json.unknown,
    },
    normalizer: normalizer === null ? null : { type: normalizer },
    pre_tokenizer: steps.length === 0 ? null : { type: "Sequence", pretokenizers: steps.map(describe) },
    post_processor: null,
    decoder: null,
    added_tokens: added,
  };
  // Imported lazily: a chat doesn't need it.
  const { Tokenizer } = await import("@huggingface/tokenizers");
  let ids: readonly unknown[];
  try {
    ids = new Tokenizer(description, {}).encode(checkText).ids;
  } catch {
    // JavaScript rejects a regular expression. Without a hash, the expressions decide.
    return undefined;
  }
  return ids.every((id) => typeof id === "number") ? ids : undefined;
}

/** SHA-256 of the ids as Python's str() writes a list, as upstream does. */
export function hashIds(ids: readonly number[]): string {
  return createHash("sha256")
    .update(`[${ids.join(", ")}]`)
    .digest("hex");
}

function describe(step: Step): Record<string, unknown> {
  switch (step.kind) {
    case "split":
      return { type: "Split", pattern: { Regex: step.regex }, behavior: "Isolated", invert: false };
    case "digits":
      return { type: "Digits", individual_digits: step.individual };
    case "bytes":
      return { type: "ByteLevel", add_prefix_space: step.addPrefixSpace, use_regex: step.cuts };
    case "other":
      return { type: step.type };
  }
}

const form = z.enum(["NFC", "NFD", "NFKC", "NFKD"]);
const normalizerShape = z.union([
  z.object({ type: form }).transform(({ type }) => type),
  z.object({ type: z.literal("Sequence"), normalizers: z.tuple([]) }).transform(() => null),
  z
    .object({ type: z.literal("Sequence"), normalizers: z.tuple([z.object({ type: form })]) })
    .transform(({ normalizers: [{ type }] }) => type),
  z.null(),
  z.undefined().transform(() => null),
]);

/** The tokenizer's Unicode normalization form; null for none; undefined for other normalizers. */
function unicodeNormalizer(value: unknown): z.output<typeof form> | null | undefined {
  const parsed = parse(normalizerShape, value);
  return parsed.success ? parsed.data : undefined;
}
