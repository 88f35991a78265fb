/** Which kinds of reasoning a model can be asked for: a local one, by its template, or an endpoint's. */
import { readsEffort, readsThinking } from "../engine/prompt/template-variables.ts";
import { hasReasoning } from "../models/capabilities.ts";

export type ThinkingSupport = {
  /** The model can reason. */
  reasons: boolean;
  /** The template has a switch. Without one, reasoning that is turned off ends at its beginning. */
  canSwitch: boolean;
  /** The template says to the model how long to reason. Without it, levels are budgets. */
  hasLevels: boolean;
  /** The reasoning can be limited in tokens. */
  takesBudget: boolean;
};

/** @param template Jinja */
export function thinkingSupport(template: string): ThinkingSupport {
  return {
    reasons: hasReasoning(template),
    canSwitch: readsThinking(template),
    hasLevels: readsEffort(template),
    takesBudget: true,
  };
}

/** The models of an endpoint are not known. */
export function remoteThinkingSupport(takesBudget: boolean): ThinkingSupport {
  return { reasons: true, canSwitch: true, hasLevels: true, takesBudget };
}
