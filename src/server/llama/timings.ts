/** llama-server's `timings` (llama.cpp: tools/server/server-common.cpp, server_slot_stats). */
import type { ChatEvent } from "../../protocol/chat.ts";

type Done = Extract<ChatEvent, { type: "done" }>;

export type Timings = {
  /** Tokens of the prompt that were in the KV cache, and those that were evaluated. */
  cache_n: number;
  prompt_n: number;
  prompt_ms: number;
  prompt_per_token_ms: number;
  prompt_per_second: number;
  /** Tokens of the answer. */
  predicted_n: number;
  predicted_ms: number;
  predicted_per_token_ms: number;
  predicted_per_second: number;
};

export type Counts = {
  cached: number;
  evaluated: number;
  promptMs: number;
  generated: number;
  /** From the prompt's last token to the last token of the answer. */
  generationMs: number;
};

/** The answer's first token comes with the prompt's last, so that it costs no step. */
export function timingsOf({ cached, evaluated, promptMs, generated, generationMs }: Counts): Timings {
  const steps = Math.max(0, generated - 1);
  return {
    cache_n: cached,
    prompt_n: evaluated,
    prompt_ms: promptMs,
    prompt_per_token_ms: perOne(promptMs, evaluated),
    prompt_per_second: perSecond(evaluated, promptMs),
    predicted_n: generated,
    predicted_ms: generationMs,
    predicted_per_token_ms: perOne(generationMs, steps),
    predicted_per_second: perSecond(steps, generationMs),
  };
}

/** The timings of a complete answer. */
export function timingsOfDone({ usage, timings }: Done): Timings {
  const { promptTokens, cachedTokens, completionTokens } = usage;
  const untilFirst = Math.max(0, timings.firstTokenMs - timings.promptMs);
  return timingsOf({
    cached: cachedTokens,
    evaluated: promptTokens - cachedTokens,
    promptMs: timings.promptMs,
    generated: completionTokens,
    generationMs: completionTokens === 0 ? 0 : untilFirst + timings.generationMs,
  });
}

function perOne(milliseconds: number, count: number): number {
  return count > 0 ? milliseconds / count : 0;
}

function perSecond(count: number, milliseconds: number): number {
  return milliseconds > 0 ? (1000 / milliseconds) * count : 0;
}
