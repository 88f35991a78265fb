/**
 * Whether and how long a model reasons, from the fields of all APIs. A field that says yes or no
 * decides over one that says how long.
 */
import type { GenerateOptions } from "../../protocol/chat.ts";
import { defined } from "./fields.ts";
import type { IgnoredFields } from "./ignored-fields.ts";

export type ThinkingFields = {
  isOn?: boolean | undefined;
  /** A level; "none" is no reasoning. */
  effort?: string | undefined;
  /** Maximum tokens; 0 is no reasoning, and a negative number no limit. */
  budget?: number | undefined;
};

export function thinkingOf({
  isOn,
  effort,
  budget,
}: ThinkingFields): Pick<GenerateOptions, "thinking" | "reasoningEffort" | "reasoningBudget"> {
  const isNone = effort === "none" || budget === 0;
  const asksFor = effort !== undefined || (budget !== undefined && budget > 0);
  const thinking = isOn ?? (isNone ? false : asksFor ? true : undefined);
  const hasBudget = thinking !== false && budget !== undefined && budget > 0;
  return {
    ...defined("thinking", thinking),
    ...defined("reasoningEffort", effort === "none" ? undefined : effort),
    ...(hasBudget ? { reasoningBudget: budget } : {}),
  };
}

/**
 * Names what a local model has no way to do: to reason at all, or to use a variable that its template
 * doesn't read.
 * @param template Jinja; undefined if the model has none
 */
export function nameWithoutEffect(
  { thinking, templateVariables = {} }: GenerateOptions,
  { template = "", capabilities }: { template?: string; capabilities: readonly string[] },
  ignored: Pick<IgnoredFields, "leaveOut">,
): void {
  if (thinking === true && !capabilities.includes("reasoning")) ignored.leaveOut("reasoning");
  for (const name of Object.keys(templateVariables)) {
    const isRead = template.includes(name) || name === "add_generation_prompt";
    if (!isRead) ignored.leaveOut(`chat_template_kwargs.${name}`);
  }
}

/** Where the reasoning is in an answer. */
export type ReasoningForm =
  /** In a field of its own. */
  | "apart"
  /** In the text, between the marks that most models use. */
  | "inText"
  | "omitted";
