/**
 * What OpenAI-compatible servers say, in the shapes we read of it; fields we don't know are read over. What they
 * have in common is OpenAI's API; where vLLM, llama-server and others tell more, that is read too.
 */
import { z } from "zod";

const count = z.number().int().nonnegative();

const usageShape = z.object({
  prompt_tokens: count.nullish(),
  completion_tokens: count.nullish(),
  prompt_tokens_details: z.object({ cached_tokens: count.nullish() }).nullish(),
});

/** Of llama-server, in milliseconds. */
const timingsShape = z.object({
  cache_n: count.nullish(),
  prompt_ms: z.number().nonnegative().nullish(),
});

const words = z.object({
  content: z.string().nullish(),
  reasoning_content: z.string().nullish(),
  reasoning: z.string().nullish(),
});

const choiceShape = z.object({
  delta: words.nullish(),
  /** Of a server that doesn't stream. */
  message: words.nullish(),
  /** Of /completions. */
  text: z.string().nullish(),
  finish_reason: z.string().nullish(),
});

/** A piece of an answer, or all of it. */
export const chunkShape = z.object({
  choices: z.array(choiceShape),
  usage: usageShape.nullish(),
  timings: timingsShape.nullish(),
});

export type Chunk = z.infer<typeof chunkShape>;

const modelShape = z.object({
  id: z.string().min(1),
  /** Of vLLM. */
  max_model_len: count.nullish(),
  /** Of anechat and OpenRouter. */
  context_length: count.nullish(),
  /** Of llama-server: the context it runs with, else the one the model was made for. */
  meta: z.object({ n_ctx: count.nullish(), n_ctx_train: count.nullish() }).nullish().catch(undefined),
});

export const modelsShape = z.object({ data: z.array(modelShape) });

/** OpenAI has an object, others a text, vLLM puts its fields right there, FastAPI has a detail. */
const refusalFields = z.object({
  message: z.string().nullish(),
  code: z.union([z.string(), z.number()]).nullish(),
  type: z.string().nullish(),
  /** Of llama-server, for a prompt that is too long. */
  n_prompt_tokens: count.nullish(),
  n_ctx: count.nullish(),
});

const refusalShape = refusalFields.extend({
  error: z.union([z.string(), refusalFields]).nullish(),
  detail: z.union([z.string(), z.array(z.object({ msg: z.string() }))]).nullish(),
  object: z.string().nullish(),
});

/** Why a server refuses. */
export type Refusal = {
  /** In its own words; "" where it has none. */
  message: string;
  /** OpenAI's name of the case, if it has one: "context_length_exceeded". */
  code: string;
  promptTokens: number | undefined;
  contextTokens: number | undefined;
};

/** @returns undefined for what is no refusal */
export function refusalOf(body: unknown): Refusal | undefined {
  const parsed = refusalShape.safeParse(body);
  if (!parsed.success) return undefined;
  const { error, detail, object, ...top } = parsed.data;
  if (error === null || error === undefined) {
    const details = Array.isArray(detail) ? detail.map(({ msg }) => msg).join("; ") : detail;
    const message = details ?? top.message;
    return message === null || message === undefined ? undefined : refusal({ ...top, message });
  }
  return refusal(typeof error === "string" ? { message: error } : error);
}

function refusal({ message, code, type, n_prompt_tokens, n_ctx }: z.infer<typeof refusalFields>): Refusal {
  return {
    message: message ?? "",
    code: typeof code === "string" ? code : (type ?? ""),
    promptTokens: n_prompt_tokens ?? undefined,
    contextTokens: n_ctx ?? undefined,
  };
}

/** JSON of outside, or undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
