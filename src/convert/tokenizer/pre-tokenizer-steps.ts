/** tokenizer.json's pre_tokenizer as a list of steps: how it cuts a text into words, between which nothing is merged. */
import { z } from "zod";
import { broken, check } from "./json.ts";

export type Step =
  /** Cut at what the regular expression matches; the matches stay words of their own. */
  | { kind: "split"; regex: string }
  | { kind: "digits"; individual: boolean }
  /** Bytes become characters, after GPT-2's regular expression or without it. */
  | { kind: "bytes"; cuts: boolean; addPrefixSpace: boolean }
  | { kind: "other"; type: string };

/** GPT-2's, which tokenizers' ByteLevel carries inside. */
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
      // Words that match and all else removed: the same, as long as everything matches, which each of these is made for.
      const isolates = parsed.invert ? parsed.behavior === "Removed" : parsed.behavior === "Isolated";
      return [regex !== undefined && isolates ? { kind: "split", regex } : { kind: "other", type: "Split" }];
    }
    default:
      return [{ kind: "other", type: parsed.type }];
  }
}

/** The regular expressions that the steps cut by, one after the other; undefined where one isn't known as such. */
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

/** For a message. */
export function describeSteps(steps: readonly Step[]): string {
  const texts = steps.map((step) => {
    if (step.kind === "split") return `Split /${spellControls(step.regex)}/`;
    if (step.kind === "digits") return step.individual ? "Digits one by one" : "Digits";
    return step.kind === "bytes" ? (step.cuts ? "GPT-2's words" : "bytes") : step.type;
  });
  const all = texts.length === 0 ? "none" : texts.join(", then ");
  return all.length > 600 ? `${all.slice(0, 597)}...` : all;
}

/** Some files hold a line feed where others hold "\n": it means the same. Also fit for a terminal then. */
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
