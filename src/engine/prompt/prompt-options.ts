/** The options of an answer that change its prompt or its grammar. */
import type { GenerateOptions } from "../../protocol/chat.ts";

const names = ["sampling", "toolUse", "thinking", "reasoningEffort", "templateVariables"] as const;

export type PromptOptions = Pick<GenerateOptions, (typeof names)[number]>;

/** Leaves out all other options, such as a signal, which can't be posted to the Worker. */
export function promptOptions(options: PromptOptions): PromptOptions {
  const given = names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]]));
  return Object.fromEntries(given) as PromptOptions;
}
