/** The requests of the conversation API. */
import { z } from "zod";
import type { GenerateOptions, SamplingOptions } from "../../protocol/chat.ts";
import { ownFields } from "../exchange.ts";
import { defined } from "../openai/sampling.ts";

/** Named like the command line's flags. */
const samplingFields = {
  max_tokens: z.int().min(0).optional().meta({ description: "0: until the context is full." }),
  temperature: z.number().min(0).max(100).optional(),
  top_k: z.int().min(0).optional(),
  top_p: z.number().min(0).max(1).optional(),
  min_p: z.number().min(0).max(1).optional(),
  repeat_penalty: z.number().min(0.01).max(100).optional(),
  frequency_penalty: z.number().min(-100).max(100).optional(),
  presence_penalty: z.number().min(-100).max(100).optional(),
  seed: z.int().min(0).max(0xffffffff).optional(),
  stop: z.array(z.string().min(1)).max(64).optional(),
  json_schema: z.record(z.string(), z.unknown()).optional(),
  grammar: z.string().optional(),
  stream: z.boolean().optional(),
  model: z.string().optional(),
  keep_alive: ownFields.keep_alive,
};

const conversationId = z.int().min(1);

export const chatRequest = z.strictObject({
  ...samplingFields,
  message: z.string().min(1),
  conversation_id: conversationId.optional().meta({ description: "Without it, a new conversation starts." }),
  system_prompt: z.string().optional().meta({ description: "For a new conversation only." }),
});

export const newRequest = z.strictObject({
  system_prompt: z.string().optional(),
  model: z.string().optional(),
});

export const switchRequest = z.strictObject({
  model: z.string(),
  conversation_id: conversationId
    .optional()
    .meta({ description: "Without it, the model answers new conversations." }),
});

export const generateRequest = z.strictObject({
  ...samplingFields,
  prompt: z.string().min(1),
  system_prompt: z.string().optional(),
  raw: z.boolean().optional().meta({ description: "Without the model's chat template." }),
});

export const loadRequest = z.strictObject({ model: z.string(), keep_alive: ownFields.keep_alive });

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
  return { sampling, ...defined("maxTokens", fields.max_tokens), ...defined("stop", fields.stop) };
}
