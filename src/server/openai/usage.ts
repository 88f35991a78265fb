/** What answers have cost: OpenAI's `usage`, and llama-server's `timings`. */
import type { LocalEngine } from "../../engine/client/local-engine.ts";
import type { Timings, Usage } from "../../protocol/chat.ts";
import type { Done } from "../answer/choices.ts";

/**
 * OpenAI has no finish reason for a full context; "length" comes closest.
 * @param calls the API's word for an answer that calls tools, if it does
 */
export function finishReason({ finish }: Done, calls?: string): string {
  return finish === "length" || finish === "context" ? "length" : (calls ?? "stop");
}

export type TokenCounts = Pick<Usage, "promptTokens" | "cachedTokens" | "completionTokens">;

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

/** The timings of a complete answer. */
export function timingsOf({ usage, timings }: Done): object {
  return timingsBody(usage, readMs(timings), timings.totalMs - timings.promptMs);
}

/** How long the prompt was read. As in llama-server and Ollama, waiting for a turn is no part of it. */
export function readMs({ promptMs, queuedMs = 0 }: Timings): number {
  return promptMs - queuedMs;
}

/**
 * llama.cpp's tools/server/server-common.cpp: the JSON of its timings. An answer's first token comes
 * with the prompt's last, so that it costs no step.
 */
export function timingsBody(counts: TokenCounts, promptMs: number, writtenMs: number): object {
  const { cachedTokens, completionTokens: written } = counts;
  const read = counts.promptTokens - cachedTokens;
  const steps = Math.max(0, written - 1);
  return {
    cache_n: cachedTokens,
    prompt_n: read,
    prompt_ms: promptMs,
    prompt_per_token_ms: ratio(promptMs, read),
    prompt_per_second: ratio(read * 1000, promptMs),
    predicted_n: written,
    predicted_ms: writtenMs,
    predicted_per_token_ms: ratio(writtenMs, steps),
    predicted_per_second: ratio(steps * 1000, writtenMs),
  };
}

function ratio(of: number, by: number): number {
  return by === 0 ? 0 : of / by;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
