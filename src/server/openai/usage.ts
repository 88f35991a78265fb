/** What answers have cost, as OpenAI's `usage`. */
import type { Done } from "../answer/choices.ts";
import type { TokenCounts } from "../answer/timings.ts";

/**
 * OpenAI has no finish reason for a full context; "length" comes closest.
 * @param calls the API's word for an answer that calls tools, if it does
 */
export function finishReason({ finish }: Done, calls?: string): string {
  return finish === "length" || finish === "context" ? "length" : (calls ?? "stop");
}

/**
 * @param counts of all answers; those of the same prompt follow each other
 * @param perPrompt how many answers share a prompt, which is counted once
 */
export function usageOf(counts: readonly TokenCounts[], perPrompt = counts.length): object {
  const prompts = counts.filter((_, index) => index % perPrompt === 0);
  const prompt = sum(prompts.map(({ promptTokens }) => promptTokens));
  const completion = sum(counts.map(({ completionTokens }) => completionTokens));
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_tokens_details: { cached_tokens: sum(prompts.map(({ cachedTokens }) => cachedTokens)) },
    completion_tokens_details: {
      reasoning_tokens: sum(counts.map(({ reasoningTokens = 0 }) => reasoningTokens)),
    },
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
