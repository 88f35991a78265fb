/** What a model's chat template says about its reasoning, without rendering it. */
import { readsEffort, readsThinking } from "./template-variables.ts";

export type ThinkingSupport = {
  /** The model can reason. */
  reasons: boolean;
  /** The template has a switch. Without one, reasoning that is turned off ends at its beginning. */
  canSwitch: boolean;
  /** The template says to the model how long to reason. Without it, levels are budgets. */
  hasLevels: boolean;
};

/** The marks of reasoning in templates of all families that llama.cpp knows. */
const reasoningMark = /<\/?[\w:]*think[\w:]*>|\[THINK\]|START_THINKING|<\|channel\|?>|<\|open\|>think/i;

/** @param template Jinja */
export function thinkingSupport(template: string): ThinkingSupport {
  const canSwitch = readsThinking(template);
  const hasLevels = readsEffort(template);
  return { canSwitch, hasLevels, reasons: canSwitch || hasLevels || reasoningMark.test(template) };
}
