/** Sampling fields that OpenAI's APIs share, and a few more of llama.cpp's. */
import { z } from "zod";
import type { GenerateOptions, SamplingOptions } from "../../protocol/chat.ts";
import { ownFields } from "../exchange.ts";

const maxTokens = z.int().min(0).max(10_000_000);

export const samplingFields = {
  temperature: z.number().min(0).max(100).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  frequency_penalty: z.number().min(-100).max(100).nullish(),
  presence_penalty: z.number().min(-100).max(100).nullish(),
  seed: z.int().min(0).max(0xffffffff).nullish(),
  logit_bias: z.record(z.string().regex(/^\d+$/), z.number()).nullish(),
  stop: z.union([z.string(), z.array(z.string()).max(64)]).nullish(),
  max_tokens: maxTokens.nullish(),
  n: z.int().min(1).max(64).nullish(),
  stream: z.boolean().nullish(),
  stream_options: z.strictObject({ include_usage: z.boolean().optional() }).nullish(),
  /** The end user's id. It is ignored and not stored. */
  user: z.string().optional(),
  top_k: z.int().min(0).optional(),
  min_p: z.number().min(0).max(1).optional(),
  repeat_penalty: z.number().min(0.01).max(100).optional(),
  repeat_last_n: z.int().min(0).optional(),
  grammar: z.string().optional().meta({ description: "A GBNF grammar that the answer follows." }),
  ...ownFields,
};

type SamplingFields = z.output<z.ZodObject<typeof samplingFields>>;

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
    maxTokens: limit ?? 0,
    ...(stop === null || stop === undefined ? {} : { stop: typeof stop === "string" ? [stop] : stop }),
  };
}

/** An object with the key if the value is defined, else an empty object. */
export function defined<K extends string, T>(key: K, value: T | null | undefined): { [P in K]?: T } {
  return value === null || value === undefined ? {} : ({ [key]: value } as { [P in K]?: T });
}
