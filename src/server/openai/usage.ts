/** What answers have cost, as OpenAI's `usage`. */
import type { LocalEngine } from "../../engine/client/local-engine.ts";
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
 * @param reasoningTokens see {@link countReasoning}
 */
export function usageOf(
  counts: readonly TokenCounts[],
  { perPrompt = counts.length, reasoningTokens = 0 } = {},
): object {
  const prompts = counts.filter((_, index) => index % perPrompt === 0);
  const prompt = sum(prompts.map(({ promptTokens }) => promptTokens));
  const completion = sum(counts.map(({ completionTokens }) => completionTokens));
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_tokens_details: { cached_tokens: sum(prompts.map(({ cachedTokens }) => cachedTokens)) },
    completion_tokens_details: { reasoning_tokens: Math.min(reasoningTokens, completion) },
  };
}

/**
 * The tokens of the answers' reasoning, without those that mark its begin and end. Its text is
 * tokenized again, since the parser that finds it in an answer works with characters.
 */
export async function countReasoning(
  engine: Pick<LocalEngine, "tokenize">,
  texts: readonly string[],
): Promise<number> {
  const plain = { addSpecial: false, parseSpecial: false };
  const counts = texts.map(async (text) => (text === "" ? 0 : (await engine.tokenize(text, plain)).length));
  return sum(await Promise.all(counts));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
