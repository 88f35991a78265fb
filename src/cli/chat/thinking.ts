/** `/think` and `/nothink`: whether and how long a model reasons before it answers. */
import { AnechatError } from "../../base/errors.ts";
import { readsEffort, readsThinking } from "../../engine/prompt/template-variables.ts";
import { type GenerateOptions, type ReasoningEffort, reasoningEfforts } from "../../protocol/chat.ts";

/** What a local model's chat template can do. */
export type ThinkingSupport = {
  /** The model can reason. */
  reasons: boolean;
  /** Reasoning can be turned on and off. */
  canSwitch: boolean;
  /** The template says to the model how long to reason. */
  hasLevels: boolean;
};

/** Reads the variables and marks of templates such as those of Qwen, GLM, Granite and gpt-oss. */
export function thinkingSupport(template: string): ThinkingSupport {
  const canSwitch = readsThinking(template);
  const hasLevels = readsEffort(template);
  return { canSwitch, hasLevels, reasons: canSwitch || hasLevels || template.includes("<think>") };
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
    if (support?.reasons && !support.canSwitch) {
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
  if (support?.reasons === false) {
    throw new AnechatError("usage", "This model can't reason", {
      hint: "/switch NAME changes the model.",
    });
  }
  const on = { ...rest, thinking: true };
  if (effort === undefined) return { options: on, note: "The model reasons before it answers." };
  if (support?.hasLevels === false) {
    return { options: on, note: "The model reasons before it answers. It has no levels of reasoning." };
  }
  return {
    options: { ...on, reasoningEffort: effort },
    note: `The model reasons before it answers: ${levelTexts[effort]}.`,
  };
}

const levelTexts: Readonly<Record<ReasoningEffort, string>> = {
  low: "briefly",
  medium: "at medium length",
  high: "at length",
};
