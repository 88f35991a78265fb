/**
 * Schemas for responses of OpenAI-compatible servers: OpenAI's API, and further fields of vLLM,
 * llama-server and others. Unknown fields are ignored.
 */
import { z } from "zod";

const count = z.number().int().nonnegative();

const usageShape = z.object({
  prompt_tokens: count.nullish(),
  completion_tokens: count.nullish(),
  prompt_tokens_details: z.object({ cached_tokens: count.nullish() }).nullish(),
  completion_tokens_details: z.object({ reasoning_tokens: count.nullish() }).nullish(),
});

/** From llama-server, in milliseconds. */
const timingsShape = z.object({
  cache_n: count.nullish(),
  prompt_ms: z.number().nonnegative().nullish(),
});

const deltaShape = z.object({
  content: z.string().nullish(),
  reasoning_content: z.string().nullish(),
  reasoning: z.string().nullish(),
});

const choiceShape = z.object({
  delta: deltaShape.nullish(),
  /** From a server that doesn't stream. */
  message: deltaShape.nullish(),
  /** From /completions. */
  text: z.string().nullish(),
  finish_reason: z.string().nullish(),
});

/** A chunk of a stream, or a whole answer. */
export const chunkShape = z.object({
  choices: z.array(choiceShape),
  usage: usageShape.nullish(),
  timings: timingsShape.nullish(),
});

export type Chunk = z.infer<typeof chunkShape>;

const modelShape = z.object({
  id: z.string().min(1),
  /** From vLLM. */
  max_model_len: count.nullish(),
  /** From anechat and OpenRouter. */
  context_length: count.nullish(),
  /**
   * From llama-server: the context that it runs with, and the one that the model was trained with.
   */
  meta: z.object({ n_ctx: count.nullish(), n_ctx_train: count.nullish() }).nullish().catch(undefined),
});

const modelList = z.array(modelShape);

/** OpenAI's list is an object. Together AI sends the bare list. */
export const modelsShape = z.union([
  z.object({ data: modelList }),
  modelList.transform((data) => ({ data })),
]);

/**
 * OpenAI sends an error object, others a string. vLLM has the fields at the top, FastAPI a detail.
 */
const refusalFields = z.object({
  message: z.string().nullish(),
  code: z.union([z.string(), z.number()]).nullish(),
  type: z.string().nullish(),
  /** From llama-server, for a prompt that is too long. */
  n_prompt_tokens: count.nullish(),
  n_ctx: count.nullish(),
});

const refusalShape = refusalFields.extend({
  error: z.union([z.string(), refusalFields]).nullish(),
  detail: z.union([z.string(), z.array(z.object({ msg: z.string() }))]).nullish(),
  object: z.string().nullish(),
});

/** Why a server refused a request. */
export type Refusal = {
  /** The server's message; "" if it has none. */
  message: string;
  /** OpenAI's error code, such as "context_length_exceeded"; "" if there is none. */
  code: string;
  promptTokens: number | undefined;
  contextTokens: number | undefined;
};

/** @returns undefined if the body isn't an error */
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

/** Untrusted JSON; undefined if it is invalid. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
