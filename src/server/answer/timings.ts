/** How long answers took, as llama-server's `timings`, which other APIs have, too. */
import type { Timings, Usage } from "../../protocol/chat.ts";
import type { Done } from "./choices.ts";

export type TokenCounts = Pick<
  Usage,
  "promptTokens" | "cachedTokens" | "completionTokens" | "reasoningTokens"
>;

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
