/** A preset among the served names: what it adds to requests that leave it open. */
import { withExamples } from "../chat/context-fit.ts";
import type { GenerateOptions, Message, PromptInput } from "../protocol/chat.ts";

export type ServedPreset = {
  /** The name of its model, as the preset has it. */
  model: string;
  systemPrompt?: string;
  /** Turns before the first one of a conversation. */
  examples: readonly Message[];
  options: GenerateOptions;
  license?: string;
};

/** A system prompt of the request replaces the preset's. Raw texts and tokens stay as they are. */
export function inputWithPreset(input: PromptInput, preset: ServedPreset | undefined): PromptInput {
  if (preset === undefined || input.kind !== "messages") return input;
  const { systemPrompt, examples } = preset;
  const hasOwn = !systemPrompt || input.messages[0]?.role === "system";
  const system: Message[] = hasOwn ? [] : [{ role: "system", content: systemPrompt }];
  return { ...input, messages: withExamples([...system, ...input.messages], examples) };
}

/**
 * The request's own options come first. Without a limit of tokens, the preset's counts, and one that
 * says how to reason replaces all that the preset says of it.
 */
export function optionsWithPreset<O extends GenerateOptions>(
  options: O,
  preset: ServedPreset | undefined,
): O {
  if (preset === undefined) return options;
  const { sampling, maxAnswerTokens, thinking, reasoningEffort, reasoningBudget, ...others } = preset.options;
  const isLimited = Number.isFinite(options.maxTokens ?? Number.POSITIVE_INFINITY);
  const saysHow = options.thinking !== undefined;
  const { jsonSchema, grammar } = options.sampling ?? {};
  const isConstrained = jsonSchema !== undefined || grammar !== undefined;
  const { jsonSchema: _, grammar: __, ...free } = sampling ?? {};
  return {
    ...others,
    ...(saysHow ? {} : given({ thinking, reasoningEffort, reasoningBudget })),
    ...(isLimited ? {} : given({ maxAnswerTokens })),
    ...options,
    // A request's constraint excludes another one.
    sampling: { ...(isConstrained ? free : sampling), ...options.sampling },
  };
}

/** Without what is undefined. */
function given(
  options: { readonly [K in keyof GenerateOptions]: GenerateOptions[K] | undefined },
): GenerateOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
