/**
 * Requests of /v1/messages: https://docs.anthropic.com/en/api/messages
 * Known fields without an effect here are accepted; others are refused.
 */
import { z } from "zod";
import { ownFields } from "../exchange.ts";
import { toolName } from "../openai/chat-schema.ts";

const cacheControl = z.looseObject({ type: z.literal("ephemeral") }).nullish();

const textBlock = z.strictObject({
  type: z.literal("text"),
  text: z.string(),
  cache_control: cacheControl,
  citations: z.array(z.unknown()).nullish(),
});

const texts = z.union([z.string(), z.array(textBlock)]);

const block = z.discriminatedUnion("type", [
  textBlock,
  z.strictObject({
    type: z.literal("tool_use"),
    id: z.string(),
    name: z.string(),
    input: z.record(z.string(), z.unknown()),
    cache_control: cacheControl,
    caller: z.unknown().optional(),
  }),
  z.strictObject({
    type: z.literal("tool_result"),
    tool_use_id: z.string(),
    content: texts.optional(),
    is_error: z.boolean().optional(),
    cache_control: cacheControl,
  }),
  z.strictObject({ type: z.literal("thinking"), thinking: z.string(), signature: z.string().optional() }),
  z.strictObject({ type: z.literal("redacted_thinking"), data: z.string() }),
]);

const message = z.strictObject({
  role: z.enum(["user", "assistant"]),
  content: z.union([z.string(), z.array(block)]),
});

const tool = z.strictObject({
  name: toolName,
  description: z.string().optional(),
  input_schema: z.record(z.string(), z.unknown()),
  type: z.literal("custom").nullish(),
  strict: z.boolean().optional(),
  cache_control: cacheControl,
});

const choice = { disable_parallel_tool_use: z.boolean().optional() };

/** The fields that make the prompt, which are enough to count its tokens. */
const promptFields = {
  model: z.string(),
  messages: z.array(message).min(1).max(10_000),
  system: texts.optional(),
  tools: z.array(tool).max(128).optional(),
  tool_choice: z
    .discriminatedUnion("type", [
      z.strictObject({ type: z.literal("auto"), ...choice }),
      z.strictObject({ type: z.literal("any"), ...choice }),
      z.strictObject({ type: z.literal("tool"), name: z.string(), ...choice }),
      z.strictObject({ type: z.literal("none") }),
    ])
    .optional(),
  thinking: z
    .discriminatedUnion("type", [
      z.strictObject({
        type: z.literal("enabled"),
        budget_tokens: z.int().min(1),
        display: z.string().optional(),
      }),
      z.strictObject({ type: z.literal("adaptive"), display: z.string().optional() }),
      z.strictObject({ type: z.literal("disabled") }),
    ])
    .optional(),
};

export const countRequest = z.strictObject(promptFields);

export const messagesRequest = z.strictObject({
  ...promptFields,
  max_tokens: z.int().min(1),
  stop_sequences: z.array(z.string().min(1)).max(64).optional(),
  stream: z.boolean().optional(),
  temperature: z.number().min(0).max(1).optional(),
  top_p: z.number().min(0).max(1).optional(),
  top_k: z.int().min(0).optional(),
  metadata: z.strictObject({ user_id: z.string().nullish() }).optional(),
  service_tier: z.enum(["auto", "standard_only"]).optional(),
  ...ownFields,
});

export type CountRequest = z.output<typeof countRequest>;
export type MessagesRequest = z.output<typeof messagesRequest>;
export type AnthropicMessage = z.output<typeof message>;
