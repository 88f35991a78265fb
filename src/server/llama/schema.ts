/**
 * Fields of llama-server's /completion and /infill (llama.cpp: tools/server/README.md and
 * server-schema.cpp). Numbers outside of a sampler's range are clamped, as llama-server does.
 */
import { z } from "zod";
import { ownFields } from "../exchange.ts";
import { advisory, optional } from "../request/fields.ts";
import { tokenId } from "../request/pieces.ts";
import { promptSchema } from "./prompt.ts";

function clamped(min: number, max = Number.MAX_VALUE) {
  return optional(z.number().transform((value) => Math.min(max, Math.max(min, value))));
}

/** -1 is "no limit". */
const tokenLimit = optional(z.int().min(-1).max(10_000_000));

/** false bans the token. */
const bias = z.union([z.number(), z.literal(false)]);

/** Alternatives of each token at most: each is an object in the response. */
const maxProbs = 1000;

export const generationFields = {
  model: optional(z.string()),
  keep_alive: ownFields.keep_alive,
  stream: optional(z.boolean()),
  n_predict: tokenLimit,
  max_tokens: tokenLimit,
  max_completion_tokens: tokenLimit,
  n_cmpl: optional(z.int().min(1).max(64)),
  n: optional(z.int().min(1).max(64)),
  stop: optional(z.union([z.string(), z.array(z.string()).max(64)])),
  temperature: clamped(0),
  top_k: optional(z.int().transform((value) => Math.max(0, value))),
  top_p: clamped(0, 1),
  min_p: clamped(0, 1),
  repeat_penalty: optional(z.number().min(0.01).max(100)),
  repeat_last_n: optional(z.int().min(0)),
  frequency_penalty: optional(z.number().min(-100).max(100)),
  presence_penalty: optional(z.number().min(-100).max(100)),
  seed: optional(z.int().min(-1).max(0xffffffff).meta({ description: "-1 chooses a random one." })),
  ignore_eos: optional(z.boolean()),
  logit_bias: optional(
    z.union([
      z.array(z.tuple([z.union([tokenId, z.string()]), bias])).max(10_000),
      z.record(z.string(), bias),
    ]),
  ),
  grammar: optional(z.string().meta({ description: "A GBNF grammar that the answer follows." })),
  json_schema: optional(z.record(z.string(), z.unknown())),
  samplers: optional(z.union([z.array(z.string()), z.string()])),
  n_probs: optional(z.int().min(0).max(maxProbs)),
  logprobs: optional(z.int().min(0).max(maxProbs)),
  post_sampling_probs: optional(z.boolean()),
  return_tokens: optional(z.boolean()),
  return_progress: optional(z.boolean()),
  timings_per_token: optional(z.boolean()),
  response_fields: optional(z.array(z.string()).max(100)),
  /** Samplers and limits that are missing here: named as ignored unless their value is "off". */
  dynatemp_range: optional(z.number()),
  typical_p: optional(z.number()),
  top_n_sigma: optional(z.number()),
  xtc_probability: optional(z.number()),
  dry_multiplier: optional(z.number()),
  mirostat: optional(z.number()),
  adaptive_target: optional(z.number()),
  min_keep: optional(z.int()),
  n_indent: optional(z.int()),
  t_max_predict_ms: optional(z.number()),
  lora: optional(z.array(z.unknown())),
  /** Parameters of those, and how a server may work. */
  dynatemp_exponent: advisory,
  xtc_threshold: advisory,
  dry_base: advisory,
  dry_allowed_length: advisory,
  dry_penalty_last_n: advisory,
  dry_sequence_breakers: advisory,
  mirostat_tau: advisory,
  mirostat_eta: advisory,
  adaptive_decay: advisory,
  n_keep: advisory,
  n_discard: advisory,
  n_cache_reuse: advisory,
  t_max_prompt_ms: advisory,
  cache_prompt: advisory,
  id_slot: advisory,
  backend_sampling: advisory,
  sse_ping_interval: advisory,
} as const;

export const completionRequest = z.object({ ...generationFields, prompt: promptSchema });

export const infillRequest = z.object({
  ...generationFields,
  input_prefix: z.string(),
  input_suffix: z.string(),
  prompt: optional(z.string()),
  input_extra: optional(z.array(z.object({ text: z.string(), filename: optional(z.string()) })).max(1000)),
});

export type GenerationRequest = z.output<z.ZodObject<typeof generationFields>>;
export type CompletionRequest = z.output<typeof completionRequest>;
export type InfillRequest = z.output<typeof infillRequest>;
