/** Requests of /v1/completions, and what the engine is asked for them. */
import { z } from "zod";
import type { GenerateOptions } from "../../protocol/chat.ts";
import { ApiError } from "../api-error.ts";
import { advisory, optional } from "../request/fields.ts";
import { constraintFields, constraintOf } from "./constraint.ts";
import { maxPrompts, texts } from "./prompts.ts";
import { countsTokens, generateOptions, samplingFields } from "./sampling.ts";

/** `truncate` is for conversations. */
const { truncate: _, ...fields } = samplingFields;

export const completionRequest = z.object({
  ...fields,
  ...constraintFields,
  model: optional(z.string()),
  prompt: texts,
  echo: optional(z.boolean()),
  logprobs: optional(z.int().min(0).max(20)),
  best_of: optional(z.int().min(1).max(64)),
  suffix: optional(z.string()),
  prompt_cache_key: advisory,
});

export type CompletionRequest = z.output<typeof completionRequest>;

/** OpenAI's default for this API. */
const defaultLimit = 16;

/** How many answers of a prompt are returned, and how many are generated. */
export type Counts = { returned: number; generated: number };

/**
 * @param prompts how many prompts the request has
 * @throws ApiError `invalid` for fields that don't fit together
 */
export function countsOf(request: CompletionRequest, prompts: number): Counts {
  const { n: returned = 1, best_of: generated = returned } = request;
  const refuse = (path: string, why: string): never => {
    throw new ApiError("invalid", `${path}: ${why}`, { path });
  };
  if (generated < returned) refuse("best_of", "it is less than n");
  if (generated > returned && request.stream) refuse("best_of", "more than n can't be streamed");
  if (generated * prompts > maxPrompts) refuse("prompt", `with n, there are more than ${maxPrompts} answers`);
  if (request.suffix && request.echo && request.logprobs !== undefined)
    refuse("suffix", "it cannot be combined with echo and logprobs");
  return { returned, generated };
}

/** @throws ApiError `invalid` for a constraint that can't be followed */
export function completionOptions(
  request: CompletionRequest,
  { returned, generated }: Counts,
): GenerateOptions {
  const { logprobs, echo = false } = request;
  const isCounted = countsTokens(request) || generated > returned;
  const limit = request.max_tokens ?? request.n_predict ?? defaultLimit;
  return {
    ...generateOptions(request, limit, constraintOf(request)),
    ...(logprobs !== undefined ? { logprobs } : isCounted ? { logprobs: 0 } : {}),
    ...(echo && logprobs !== undefined ? { promptLogprobs: true } : {}),
  };
}
