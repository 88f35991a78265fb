/**
 * Requests of /v1/messages: https://docs.anthropic.com/en/api/messages
 * Known fields without an effect here are accepted; others are refused.
 */
import { z } from "zod";
import { ownFields } from "../exchange.ts";
import { optional } from "../request/fields.ts";
import { toolName } from "../request/tools.ts";

const cacheControl = optional(z.looseObject({ type: z.literal("ephemeral") }));

const textBlock = z.object({
  type: z.literal("text"),
  text: z.string(),
  cache_control: cacheControl,
  citations: optional(z.array(z.unknown())),
});

const texts = z.union([z.string(), z.array(textBlock)]);

const block = z.discriminatedUnion("type", [
  textBlock,
  z.object({
    type: z.literal("tool_use"),
    id: z.string(),
    name: z.string(),
    input: z.record(z.string(), z.unknown()),
    cache_control: cacheControl,
    caller: optional(z.unknown()),
  }),
  z.object({
    type: z.literal("tool_result"),
    tool_use_id: z.string(),
    content: optional(texts),
    is_error: optional(z.boolean()),
    cache_control: cacheControl,
  }),
  z.object({ type: z.literal("thinking"), thinking: z.string(), signature: optional(z.string()) }),
  z.object({ type: z.literal("redacted_thinking"), data: z.string() }),
]);

const message = z.object({
  role: z.enum(["user", "assistant"]),
  content: z.union([z.string(), z.array(block)]),
});

const tool = z.object({
  name: toolName,
  description: optional(z.string()),
  input_schema: z.record(z.string(), z.unknown()),
  type: optional(z.literal("custom")),
  strict: optional(z.boolean()),
  cache_control: cacheControl,
});

const choice = { disable_parallel_tool_use: optional(z.boolean()) };

/** The fields that make the prompt, which are enough to count its tokens. */
const promptFields = {
  model: z.string(),
  messages: z.array(message).min(1).max(10_000),
  system: optional(texts),
  tools: optional(z.array(tool).max(128)),
  tool_choice: optional(
    z.discriminatedUnion("type", [
      z.object({ type: z.literal("auto"), ...choice }),
      z.object({ type: z.literal("any"), ...choice }),
      z.object({ type: z.literal("tool"), name: z.string(), ...choice }),
      z.object({ type: z.literal("none") }),
    ]),
  ),
  thinking: optional(
    z.discriminatedUnion("type", [
      z.object({
        type: z.literal("enabled"),
        budget_tokens: z.int().min(1),
        display: optional(z.string()),
      }),
      z.object({ type: z.literal("adaptive"), display: optional(z.string()) }),
      z.object({ type: z.literal("disabled") }),
    ]),
  ),
};

export const countRequest = z.object(promptFields);

export const messagesRequest = z.object({
  ...promptFields,
  max_tokens: z.int().min(1),
  stop_sequences: optional(z.array(z.string().min(1)).max(64)),
  stream: optional(z.boolean()),
  temperature: optional(z.number().min(0).max(1)),
  top_p: optional(z.number().min(0).max(1)),
  top_k: optional(z.int().min(0)),
  metadata: optional(z.object({ user_id: optional(z.string()) })),
  service_tier: optional(z.enum(["auto", "standard_only"])),
  ...ownFields,
});

export type CountRequest = z.output<typeof countRequest>;
export type MessagesRequest = z.output<typeof messagesRequest>;
export type AnthropicMessage = z.output<typeof message>;
