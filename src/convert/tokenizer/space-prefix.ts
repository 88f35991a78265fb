/**
 * Whether a SentencePiece tokenizer puts a space before a text, read from
 * tokenizer.json's normalizer and pre-tokenizer; and whether the rest of them is
 * what llama.cpp does: spaces become "▁", and nothing is cut.
 */
import { z } from "zod";
import { broken, check, quote } from "./json.ts";

const steps = z.array(z.unknown()).max(64);
const step = z.object({
  type: z.string().max(64),
  normalizers: steps.optional(),
  pretokenizers: steps.optional(),
  /** Of Prepend. */
  prepend: z.string().optional(),
  /** Of Replace and Split. */
  pattern: z.object({ String: z.string().optional() }).optional(),
  content: z.string().optional(),
  /** Of Metaspace; the first in files before tokenizers 0.15. */
  add_prefix_space: z.boolean().optional(),
  prepend_scheme: z.enum(["always", "first", "never"]).optional(),
});
type Step = z.output<typeof step>;

/** @throws AnechatError badModel for a tokenizer that llama.cpp's "llama" would imitate wrongly */
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
        `Its tokenizer is SentencePiece's with a step that llama.cpp doesn't know: ${quote(each.type)}.`,
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
 * " " → "▁", and Gemma's Split at spaces, which comes after all of them were
 * replaced. Unicode's normal forms are left out for tokenizer.model as well;
 * they touch rare characters.
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
