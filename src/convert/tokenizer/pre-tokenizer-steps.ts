/**
 * Reads tokenizer.json's pre_tokenizer as a list of steps. They split a text into words; no merge
 * crosses the border of a word.
 */
import { z } from "zod";
import { broken, check } from "./json.ts";

export type Step =
  /** Split before and after each match of the regular expression. */
  | { kind: "split"; regex: string }
  | { kind: "digits"; individual: boolean }
  /** Maps bytes to characters, after GPT-2's regular expression if `cuts` is set. */
  | { kind: "bytes"; cuts: boolean; addPrefixSpace: boolean }
  | { kind: "other"; type: string };

/** GPT-2's regular expression, which tokenizers' ByteLevel contains. */
export const gpt2Regex = "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";

const step = z.object({
  type: z.string().max(64),
  pretokenizers: z.array(z.unknown()).max(64).default([]),
  pattern: z
    .object({ Regex: z.string().max(16_384).optional(), String: z.string().max(1024).optional() })
    .optional(),
  behavior: z.string().optional(),
  invert: z.boolean().default(false),
  individual_digits: z.boolean().default(false),
  use_regex: z.boolean().default(true),
  add_prefix_space: z.boolean().default(false),
});

/** @throws AnechatError badModel */
export function preTokenizerSteps(value: unknown, depth = 0): Step[] {
  if (value === null || value === undefined) return [];
  if (depth > 4) return broken("The pre_tokenizer in tokenizer.json is nested too deeply.");
  const parsed = check(step, value, "The pre_tokenizer in tokenizer.json");
  switch (parsed.type) {
    case "Sequence":
      return parsed.pretokenizers.flatMap((each) => preTokenizerSteps(each, depth + 1));
    case "ByteLevel":
      return [{ kind: "bytes", cuts: parsed.use_regex, addPrefixSpace: parsed.add_prefix_space }];
    case "Digits":
      return [{ kind: "digits", individual: parsed.individual_digits }];
    case "Split": {
      const { Regex, String: text } = parsed.pattern ?? {};
      const regex = Regex ?? text?.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
      // Inverted with Removed keeps only matches: the same for expressions that match everything.
      const isolates = parsed.invert ? parsed.behavior === "Removed" : parsed.behavior === "Isolated";
      return [regex !== undefined && isolates ? { kind: "split", regex } : { kind: "other", type: "Split" }];
    }
    default:
      return [{ kind: "other", type: parsed.type }];
  }
}

/** The regular expressions of the steps, in order; undefined if a step is of another kind. */
export function splitsOf(steps: readonly Step[]): string[] | undefined {
  const splits: string[] = [];
  for (const step of steps) {
    if (step.kind === "other") return undefined;
    if (step.kind === "split") splits.push(spellControls(step.regex));
    else if (step.kind === "digits") splits.push(step.individual ? "\\p{N}" : "\\p{N}+");
    else if (step.cuts) splits.push(gpt2Regex);
  }
  return splits;
}

/** Describes the steps for an error message. */
export function describeSteps(steps: readonly Step[]): string {
  const texts = steps.map((step) => {
    if (step.kind === "split") return `Split /${spellControls(step.regex)}/`;
    if (step.kind === "digits") return step.individual ? "Digits one by one" : "Digits";
    return step.kind === "bytes" ? (step.cuts ? "GPT-2's words" : "bytes") : step.type;
  });
  const all = texts.length === 0 ? "none" : texts.join(", then ");
  return all.length > 600 ? `${all.slice(0, 597)}...` : all;
}

/** Escapes control characters. Files may hold a line feed or "\n", which mean the same. */
function spellControls(regex: string): string {
  return regex
    .replaceAll("\r", "\\r")
    .replaceAll("\n", "\\n")
    .replaceAll("\t", "\\t")
    .replaceAll(
      /[\0-\x1f\x7f-\x9f]/g,
      (control) => `\\x${control.charCodeAt(0).toString(16).padStart(2, "0")}`,
    );
}
