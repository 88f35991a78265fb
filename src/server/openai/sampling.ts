/**
 * Sampling fields that OpenAI's APIs share, and those of llama-server and vLLM for which the sampler
 * has an option.
 */
import { z } from "zod";
import type { GenerateOptions, SamplingOptions } from "../../protocol/chat.ts";
import { ownFields } from "../exchange.ts";
import { advisory, defined, optional } from "../request/fields.ts";

/** -1: no limit. */
export const tokenLimit = z.int().min(-1).max(10_000_000);

const repeatPenalty = z.number().min(0.01).max(100);

/** A token's id and its bias. In llama-server's form, false bans the token. */
const biases = z.array(z.tuple([z.int().min(0), z.union([z.number(), z.literal(false)])])).max(100_000);

/** llama-server's fields for the progress and the speed of an answer. */
export const meterFields = {
  return_progress: optional(
    z.boolean().meta({ description: "Streams `prompt_progress` while the prompt is read." }),
  ),
  timings_per_token: optional(z.boolean().meta({ description: "Adds `timings`, as llama-server does." })),
};

export const samplingFields = {
  temperature: optional(z.number().min(0).max(100)),
  top_p: optional(z.number().min(0).max(1)),
  frequency_penalty: optional(z.number().min(-100).max(100)),
  presence_penalty: optional(z.number().min(-100).max(100)),
  seed: optional(z.int().meta({ description: "Its low 32 bits count; -1: a random one." })),
  logit_bias: optional(z.union([z.record(z.string().regex(/^\d+$/), z.number()), biases])),
  stop: optional(z.union([z.string(), z.array(z.string()).max(64)])),
  max_tokens: optional(tokenLimit),
  n_predict: optional(tokenLimit.meta({ description: "Another name of max_tokens." })),
  n: optional(z.int().min(1).max(64)),
  stream: optional(z.boolean()),
  stream_options: optional(
    z.object({
      include_usage: optional(z.boolean()),
      continuous_usage_stats: optional(z.boolean().meta({ description: "Each chunk has `usage`." })),
      include_obfuscation: advisory,
    }),
  ),
  top_k: optional(z.int().min(-1).meta({ description: "0 or -1: all tokens." })),
  min_p: optional(z.number().min(0).max(1)),
  repeat_penalty: optional(repeatPenalty),
  repetition_penalty: optional(repeatPenalty.meta({ description: "Another name of repeat_penalty." })),
  repeat_last_n: optional(z.int().min(0)),
  ...meterFields,
  user: advisory,
  metadata: advisory,
  store: advisory,
  service_tier: advisory,
  cache_prompt: advisory,
  id_slot: advisory,
  ...ownFields,
};

type Fields = z.output<z.ZodObject<typeof samplingFields>>;

export type SamplingFields = Omit<Fields, keyof typeof ownFields>;

/**
 * Without a token limit an answer may fill the context, as these APIs specify.
 * @param limit maximum tokens of the answer; -1 or undefined: no limit
 * @param constraint what the answer's text has to follow
 */
export function generateOptions(
  fields: SamplingFields,
  limit: number | undefined,
  constraint: Pick<SamplingOptions, "jsonSchema" | "grammar"> = {},
): GenerateOptions {
  const { stop, top_k: topK } = fields;
  const sampling: SamplingOptions = {
    ...defined("temperature", fields.temperature),
    ...defined("topP", fields.top_p),
    ...defined("topK", topK === -1 ? 0 : topK),
    ...defined("minP", fields.min_p),
    ...defined("repeatPenalty", fields.repeat_penalty ?? fields.repetition_penalty),
    ...defined("repeatLastN", fields.repeat_last_n),
    ...defined("frequencyPenalty", fields.frequency_penalty),
    ...defined("presencePenalty", fields.presence_penalty),
    // llama.cpp's seeds have 32 bits, OpenAI's 64.
    ...defined("seed", fields.seed === undefined || fields.seed === -1 ? undefined : low32(fields.seed)),
    ...constraint,
    ...defined("logitBias", fields.logit_bias === undefined ? undefined : biasesOf(fields.logit_bias)),
  };
  return {
    sampling,
    maxTokens: limit === undefined || limit === -1 ? Number.POSITIVE_INFINITY : limit,
    ...(stop === undefined ? {} : { stop: typeof stop === "string" ? [stop] : stop }),
  };
}

function low32(seed: number): number {
  return Number(BigInt.asUintN(32, BigInt(seed)));
}

function biasesOf(biases: NonNullable<Fields["logit_bias"]>): readonly (readonly [number, number])[] {
  const pairs = Array.isArray(biases) ? biases : Object.entries(biases);
  return pairs.map(
    ([token, bias]) => [Number(token), bias === false ? Number.NEGATIVE_INFINITY : bias] as const,
  );
}

/** Whether the answer's tokens have to be counted while it is written. */
export function countsTokens({
  stream,
  stream_options: options,
  timings_per_token: timings,
}: SamplingFields): boolean {
  return stream === true && (timings === true || options?.continuous_usage_stats === true);
}
