/** What a model's chat template says about its reasoning, without rendering it. */
import { readsEffort, readsThinking } from "../engine/prompt/template-variables.ts";
import { hasReasoning } from "../models/capabilities.ts";

export type ThinkingSupport = {
  /** The model can reason. */
  reasons: boolean;
  /** The template has a switch. Without one, reasoning that is turned off ends at its beginning. */
  canSwitch: boolean;
  /** The template says to the model how long to reason. Without it, levels are budgets. */
  hasLevels: boolean;
};

/** @param template Jinja */
export function thinkingSupport(template: string): ThinkingSupport {
  return {
    reasons: hasReasoning(template),
    canSwitch: readsThinking(template),
    hasLevels: readsEffort(template),
  };
}
