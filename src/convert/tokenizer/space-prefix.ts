/**
 * Reads from the normalizer and pre-tokenizer of tokenizer.json whether a SentencePiece tokenizer
 * puts a space before a text. Checks that their other steps do what llama.cpp does: replace spaces
 * by "▁" and split nothing.
 */
import { z } from "zod";
import { broken, check, quote } from "./json.ts";

const steps = z.array(z.unknown()).max(64);
const step = z.object({
  type: z.string().max(64),
  normalizers: steps.optional(),
  pretokenizers: steps.optional(),
  /** For Prepend. */
  prepend: z.string().optional(),
  /** For Replace and Split. */
  pattern: z.object({ String: z.string().optional() }).optional(),
  content: z.string().optional(),
  /** For Metaspace; add_prefix_space in files before tokenizers 0.15. */
  add_prefix_space: z.boolean().optional(),
  prepend_scheme: z.enum(["always", "first", "never"]).optional(),
});
type Step = z.output<typeof step>;

/** @throws AnechatError badModel for a step that llama.cpp's "llama" tokenizer doesn't do */
export function spacePrefix(json: { normalizer: unknown; preTokenizer: unknown }): boolean {
  let addsPrefix = false;
  for (const each of [
    ...flatten(json.normalizer, "normalizer"),
    ...flatten(json.preTokenizer, "pre_tokenizer"),
  ]) {
    if (each.type === "Prepend" && each.prepend === "▁") addsPrefix = true;
    else if (each.type === "Metaspace") addsPrefix ||= metaspacePrefix(each);
    else if (!isHarmless(each)) {
      broken(
        `The SentencePiece tokenizer has a step that llama.cpp doesn't support: ${quote(each.type)}.`,
        "Get a GGUF of this model.",
      );
    }
  }
  return addsPrefix;
}

function metaspacePrefix({ prepend_scheme, add_prefix_space }: Step): boolean {
  return prepend_scheme === undefined ? (add_prefix_space ?? true) : prepend_scheme !== "never";
}

/**
 * Replacing " " by "▁" is what llama.cpp does. Gemma's Split at spaces comes after all spaces are
 * replaced. Unicode normalization is ignored, as for tokenizer.model: it changes rare characters.
 */
function isHarmless({ type, pattern, content }: Step): boolean {
  const isSpace = pattern?.String === " ";
  if (type === "Replace") return isSpace && content === "▁";
  if (type === "Split") return isSpace;
  return ["NFC", "NFKC", "Precompiled"].includes(type);
}

function flatten(value: unknown, name: string, depth = 0): Step[] {
  if (value === null || value === undefined) return [];
  if (depth > 4) return broken(`The ${name} in tokenizer.json is nested too deeply.`);
  const parsed = check(step, value, `The ${name} in tokenizer.json`);
  if (parsed.type !== "Sequence") return [parsed];
  return [...(parsed.normalizers ?? []), ...(parsed.pretokenizers ?? [])].flatMap((each) =>
    flatten(each, name, depth + 1),
  );
}
