/**
 * Fields that several of Ollama's requests share.
 * https://github.com/ollama/ollama/blob/main/docs/api.md
 */
import { z } from "zod";
import { optional } from "../request/fields.ts";

/** Seconds, or a duration of Go with a sign, such as "5m", "1.5h" and "-1m". */
const goDuration =
  /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:(?:ns|us|µs|ms|s|m|h)(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|ms|s|m|h))*)?$/;

const unitSeconds = { ns: 1e-9, us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 } as const;

/** @returns seconds; negative: the model stays loaded */
const keepAlive = z
  .union([z.number(), z.string().regex(goDuration, 'must be seconds or a duration such as "5m"')])
  .transform((value) => (typeof value === "number" ? value : secondsOf(value)))
  .meta({ description: 'How long the model stays loaded: seconds, "5m", 0, or -1 to keep it loaded.' });

function secondsOf(text: string): number {
  const parts = [...text.matchAll(/([\d.]+)(ns|us|µs|ms|s|m|h)?/g)];
  const seconds = parts.reduce(
    (sum, [, amount, unit = "s"]) => sum + Number(amount) * unitSeconds[unit as keyof typeof unitSeconds],
    0,
  );
  return text.startsWith("-") ? -seconds : seconds;
}

const count = z.number().transform(Math.trunc);

/** Options of one answer. Those of the runner, such as num_ctx, are in runnerOptions. */
const options = z.looseObject({
  num_predict: optional(count.meta({ description: "Tokens at most; below 1: no limit." })),
  temperature: optional(z.number().min(0).max(100)),
  top_k: optional(count),
  top_p: optional(z.number().min(0).max(1)),
  min_p: optional(z.number().min(0).max(1)),
  seed: optional(count),
  stop: optional(z.union([z.string(), z.array(z.string()).max(64)])),
  repeat_penalty: optional(z.number().min(0.01).max(100)),
  repeat_last_n: optional(count.meta({ description: "-1: all tokens." })),
  presence_penalty: optional(z.number().min(-100).max(100)),
  frequency_penalty: optional(z.number().min(-100).max(100)),
});

export type OllamaOptions = z.output<typeof options>;

export const optionNames: readonly string[] = Object.keys(options.shape);

export const modelFields = {
  model: z.string().min(1),
  keep_alive: optional(keepAlive),
  options: optional(options),
};

/** Of requests about a model. */
export const nameFields = {
  model: optional(z.string().min(1).max(512)),
  /** `model` in older clients. */
  name: optional(z.string().min(1).max(512)),
};

/** The fields of requests that generate a text. */
export const answerFields = {
  ...modelFields,
  stream: optional(z.boolean().meta({ description: "true if it is missing" })),
  format: optional(
    z.union([z.enum(["", "json"]), z.record(z.string(), z.unknown())]).meta({
      description: '"json", or a JSON schema that the answer follows',
    }),
  ),
  think: optional(
    z.union([z.boolean(), z.string().min(1).max(64)]).meta({
      description: "Whether the model reasons, or how long: low, medium or high",
    }),
  ),
  truncate: optional(
    z.boolean().meta({
      description: "Drop the oldest messages if they exceed the context; true if it is missing",
    }),
  ),
  logprobs: optional(z.boolean()),
  top_logprobs: optional(z.int().min(0).max(20)),
};

export type AnswerFields = z.output<z.ZodObject<typeof answerFields>>;

/** base64 */
export const images = optional(z.array(z.string()));
