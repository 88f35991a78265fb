/** `/think` and `/nothink`: whether and how long a model reasons before it answers. */
import { AnechatError } from "../../base/errors.ts";
import { type GenerateOptions, type ReasoningEffort, reasoningEfforts } from "../../protocol/chat.ts";

/** What a model's chat template can be asked for. */
export type ThinkingSupport = {
  /** Reasoning can be turned on and off. */
  canSwitch: boolean;
  /** It has levels. */
  hasLevels: boolean;
  /** It reasons in any case. */
  always: boolean;
};

/** Read from the variables that templates of Qwen, GLM, Granite, gpt-oss, DeepSeek … use. */
export function thinkingSupport(template: string): ThinkingSupport {
  const canSwitch = /\b(enable_thinking|thinking)\b/.test(template);
  const hasLevels = /\breasoning_effort\b/.test(template);
  return { canSwitch, hasLevels, always: !canSwitch && (hasLevels || /<think>/.test(template)) };
}

/**
 * @param level "" or "on", "off", a level, or "default" for the model's own way
 * @param support of a local model; undefined for an endpoint, whose models are not known
 * @returns the options, and a sentence about them
 * @throws AnechatError `usage` for a word that is not a level, and if the model can't do it
 */
export function withThinking(
  options: GenerateOptions,
  level: string,
  support: ThinkingSupport | undefined,
): { options: GenerateOptions; note: string } {
  const { thinking: _, reasoningEffort: __, ...rest } = options;
  const word = level.trim().toLowerCase();
  if (word === "default") return { options: rest, note: "The model decides whether it reasons." };
  if (word === "off") {
    if (support?.always) {
      throw new AnechatError("usage", "This model can't answer without reasoning");
    }
    return { options: { ...rest, thinking: false }, note: "The model answers without reasoning." };
  }
  const effort = reasoningEfforts.find((name) => name === word);
  if (effort === undefined && word !== "" && word !== "on") {
    throw new AnechatError("usage", `"${level}" is not a level of reasoning`, {
      hint: "Use /think, /think low, /think medium, /think high, /think default, or /nothink.",
    });
  }
  if (support !== undefined && !support.canSwitch && !support.hasLevels && !support.always) {
    throw new AnechatError("usage", "This model can't reason", {
      hint: "/switch NAME changes the model.",
    });
  }
  const on = { ...rest, thinking: true };
  if (effort === undefined) return { options: on, note: "The model reasons before it answers." };
  return {
    options: { ...on, reasoningEffort: effort },
    note:
      support?.hasLevels === false
        ? "The model reasons before it answers; it has no levels."
        : `The model reasons before it answers: ${levelTexts[effort]}.`,
  };
}

const levelTexts: Readonly<Record<ReasoningEffort, string>> = {
  low: "briefly",
  medium: "at medium length",
  high: "at length",
};
