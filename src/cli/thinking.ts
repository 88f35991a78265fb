/**
 * How long a model reasons before it answers, as people write it: `--think WORD`, `/think WORD`,
 * `/set think WORD` and `think = "WORD"` in config.toml.
 */
import { AnechatError } from "../base/errors.ts";
import { effortBudgets } from "../engine/prompt/template-variables.ts";
import { type GenerateOptions, type ReasoningEffort, reasoningEfforts } from "../protocol/chat.ts";
import type { ThinkingSupport } from "./thinking-support.ts";

type Thinking = Pick<GenerateOptions, "thinking" | "reasoningEffort" | "reasoningBudget">;

/** The words, for help texts and errors. */
export const thinkingWords = "on, off, low, medium, high, or a number of tokens";

/**
 * @param word "on", "off", a level, or the maximum number of tokens
 * @throws AnechatError `usage` for another word
 */
export function thinkingOf(word: string): Thinking {
  const written = word.trim().toLowerCase();
  if (written === "on") return { thinking: true };
  if (written === "off" || written === "0") return { thinking: false };
  const effort = reasoningEfforts.find((name) => name === written);
  if (effort !== undefined) return { thinking: true, reasoningEffort: effort };
  const tokens = Number(written);
  if (/^\d+$/.test(written) && Number.isSafeInteger(tokens))
    return { thinking: true, reasoningBudget: tokens };
  throw new AnechatError("usage", `"${word}" is not a way to think: use ${thinkingWords}`);
}

/** The word for these options; undefined for the model's own way. */
export function thinkingWord({ thinking, reasoningEffort, reasoningBudget }: Thinking): string | undefined {
  if (thinking === undefined) return undefined;
  if (!thinking) return "off";
  return reasoningEffort ?? (reasoningBudget === undefined ? "on" : String(reasoningBudget));
}

/**
 * @param word as for {@link thinkingOf}; "" is "on", and "default" the model's own way
 * @returns the options, and a sentence about them
 * @throws AnechatError `usage` for another word, and if the model can't reason
 */
export function withThinking(
  options: GenerateOptions,
  word: string,
  support: ThinkingSupport,
): { options: GenerateOptions; note: string } {
  const { thinking: _, reasoningEffort: __, reasoningBudget: ___, ...rest } = options;
  if (word.trim().toLowerCase() === "default")
    return { options: rest, note: "The model decides whether it reasons." };
  const wanted = thinkingOf(word.trim() === "" ? "on" : word);
  if (wanted.thinking && !support.reasons) {
    throw new AnechatError("usage", "This model can't reason", {
      hint: "/switch NAME changes the model.",
    });
  }
  return { options: { ...rest, ...wanted }, note: noteOf(wanted, support) };
}

function noteOf({ thinking, reasoningEffort, reasoningBudget }: Thinking, support: ThinkingSupport): string {
  if (!thinking) {
    const isForced = support.reasons && !support.canSwitch;
    return `The model answers without reasoning.${isForced ? " It has no switch for it: its reasoning is ended immediately." : ""}`;
  }
  if (reasoningBudget !== undefined && !support.takesBudget)
    return "The endpoint takes no number of tokens for reasoning: low, medium and high may work.";
  if (reasoningBudget !== undefined)
    return `The model reasons before it answers: for at most ${reasoningBudget} tokens.`;
  if (reasoningEffort === undefined) return "The model reasons before it answers.";
  if (support.hasLevels)
    return `The model reasons before it answers: ${levelTexts[reasoningEffort as ReasoningEffort]}.`;
  const budget = effortBudgets[reasoningEffort];
  return `The model reasons before it answers: for at most ${budget} tokens. It has no levels of reasoning.`;
}

const levelTexts: Readonly<Record<ReasoningEffort, string>> = {
  low: "briefly",
  medium: "at medium length",
  high: "at length",
};
