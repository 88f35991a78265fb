/** The requests of the conversation API. */
import { z } from "zod";
import type { GenerateOptions, SamplingOptions } from "../../protocol/chat.ts";
import { ownFields } from "../exchange.ts";
import { defined, notNull, notTogether, optional } from "../request/fields.ts";
import { thinkingOf } from "../request/thinking.ts";

/** Named like the command line's flags. */
const samplingFields = {
  max_tokens: optional(z.int().min(0).meta({ description: "0: until the context is full." })),
  think: optional(
    z.union([z.boolean(), z.int().min(0), z.string().min(1).max(64)]).meta({
      description: "Whether the model reasons, a level (low, medium, high), or the maximum tokens.",
    }),
  ),
  temperature: optional(z.number().min(0).max(100)),
  top_k: optional(z.int().min(0)),
  top_p: optional(z.number().min(0).max(1)),
  min_p: optional(z.number().min(0).max(1)),
  repeat_penalty: optional(z.number().min(0.01).max(100)),
  frequency_penalty: optional(z.number().min(-100).max(100)),
  presence_penalty: optional(z.number().min(-100).max(100)),
  seed: optional(z.int().min(0).max(0xffffffff)),
  stop: optional(z.array(z.string().min(1)).max(64)),
  json_schema: optional(z.record(z.string(), z.unknown())),
  grammar: optional(z.string()),
  stream: optional(z.boolean()),
  model: optional(z.string()),
  keep_alive: ownFields.keep_alive,
};

const conversationId = z.int().min(1);

export const chatRequest = z
  .object({
    ...samplingFields,
    message: z.string().min(1),
    conversation_id: optional(conversationId.meta({ description: "Without it, a new conversation starts." })),
    system_prompt: optional(z.string().meta({ description: "For a new conversation only." })),
  })
  .meta(notTogether({ conversation_id: notNull, system_prompt: notNull }));

export const newRequest = z.object({
  system_prompt: optional(z.string()),
  model: optional(z.string()),
});

export const switchRequest = z.object({
  model: z.string(),
  conversation_id: optional(
    conversationId.meta({ description: "Without it, the model answers new conversations." }),
  ),
});

export const generateRequest = z
  .object({
    ...samplingFields,
    prompt: z.string().min(1),
    system_prompt: optional(z.string()),
    raw: optional(z.boolean().meta({ description: "Without the model's chat template." })),
  })
  .meta(notTogether({ raw: { const: true }, system_prompt: notNull }));

export const loadRequest = z.object({ model: z.string(), keep_alive: ownFields.keep_alive });

/** The default limit is 512 tokens, as on the command line. */
export function generateOptions(fields: z.output<z.ZodObject<typeof samplingFields>>): GenerateOptions {
  const sampling: SamplingOptions = {
    ...defined("temperature", fields.temperature),
    ...defined("topK", fields.top_k),
    ...defined("topP", fields.top_p),
    ...defined("minP", fields.min_p),
    ...defined("repeatPenalty", fields.repeat_penalty),
    ...defined("frequencyPenalty", fields.frequency_penalty),
    ...defined("presencePenalty", fields.presence_penalty),
    ...defined("seed", fields.seed),
    ...defined("grammar", fields.grammar),
    ...defined("jsonSchema", fields.json_schema && JSON.stringify(fields.json_schema)),
  };
  const { think, max_tokens: limit } = fields;
  return {
    sampling,
    ...defined("maxAnswerTokens", limit === 0 ? Number.POSITIVE_INFINITY : limit),
    ...thinkingOf(
      typeof think === "boolean"
        ? { isOn: think }
        : typeof think === "number"
          ? { budget: think }
          : { effort: think },
    ),
    ...defined("stop", fields.stop),
  };
}
