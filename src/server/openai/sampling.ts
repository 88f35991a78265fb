/** Sampling fields that OpenAI's APIs share, and a few more of llama.cpp's. */
import { z } from "zod";
import type { GenerateOptions, SamplingOptions } from "../../protocol/chat.ts";
import { ownFields } from "../exchange.ts";
import { defined, optional } from "../request/fields.ts";

const maxTokens = z.int().min(0).max(10_000_000);

export const samplingFields = {
  temperature: optional(z.number().min(0).max(100)),
  top_p: optional(z.number().min(0).max(1)),
  frequency_penalty: optional(z.number().min(-100).max(100)),
  presence_penalty: optional(z.number().min(-100).max(100)),
  seed: optional(z.int().min(0).max(0xffffffff)),
  logit_bias: optional(z.record(z.string().regex(/^\d+$/), z.number())),
  stop: optional(z.union([z.string(), z.array(z.string()).max(64)])),
  max_tokens: optional(maxTokens),
  n: optional(z.int().min(1).max(64)),
  stream: optional(z.boolean()),
  stream_options: optional(z.object({ include_usage: optional(z.boolean()) })),
  /** The end user's id. It is ignored and not stored. */
  user: optional(z.string()),
  top_k: optional(z.int().min(0)),
  min_p: optional(z.number().min(0).max(1)),
  repeat_penalty: optional(z.number().min(0.01).max(100)),
  repeat_last_n: optional(z.int().min(0)),
  grammar: optional(z.string().meta({ description: "A GBNF grammar that the answer follows." })),
  ...ownFields,
};

type SamplingFields = Omit<z.output<z.ZodObject<typeof samplingFields>>, keyof typeof ownFields>;

/** Without a token limit an answer may fill the context, as these APIs specify. */
export function generateOptions(
  fields: SamplingFields,
  limit: number | null | undefined,
  more: Pick<SamplingOptions, "jsonSchema"> = {},
): GenerateOptions {
  const { stop } = fields;
  const sampling: SamplingOptions = {
    ...defined("temperature", fields.temperature),
    ...defined("topP", fields.top_p),
    ...defined("topK", fields.top_k),
    ...defined("minP", fields.min_p),
    ...defined("repeatPenalty", fields.repeat_penalty),
    ...defined("repeatLastN", fields.repeat_last_n),
    ...defined("frequencyPenalty", fields.frequency_penalty),
    ...defined("presencePenalty", fields.presence_penalty),
    ...defined("seed", fields.seed),
    ...defined("grammar", fields.grammar),
    ...more,
    ...(fields.logit_bias
      ? {
          logitBias: Object.entries(fields.logit_bias).map(([token, bias]) => [Number(token), bias] as const),
        }
      : {}),
  };
  return {
    sampling,
    maxTokens: limit ?? Number.POSITIVE_INFINITY,
    ...(stop === null || stop === undefined ? {} : { stop: typeof stop === "string" ? [stop] : stop }),
  };
}
