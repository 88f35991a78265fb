/**
 * Requests of /v1/chat/completions.
 * Known fields without an effect here are accepted; others are refused.
 */
import { z } from "zod";
import { samplingFields } from "./sampling.ts";

const textPart = z.strictObject({ type: z.literal("text"), text: z.string() });

/** A text or text parts. Images and audio are refused by their type. */
const content = z.union([z.string(), z.array(textPart)]);

const message = z.discriminatedUnion("role", [
  z.strictObject({ role: z.literal("system"), content, name: z.string().optional() }),
  z.strictObject({ role: z.literal("developer"), content, name: z.string().optional() }),
  z.strictObject({ role: z.literal("user"), content, name: z.string().optional() }),
  z.strictObject({
    role: z.literal("assistant"),
    content: content.nullish(),
    reasoning_content: z.string().nullish(),
    refusal: z.string().nullish(),
    annotations: z.array(z.unknown()).optional(),
    audio: z.null().optional(),
    function_call: z.null().optional(),
    tool_calls: z
      .array(
        z.strictObject({
          id: z.string(),
          type: z.literal("function"),
          index: z.int().optional(),
          function: z.strictObject({ name: z.string(), arguments: z.string() }),
        }),
      )
      .nullish(),
    name: z.string().optional(),
  }),
  z.strictObject({
    role: z.literal("tool"),
    content,
    tool_call_id: z.string(),
    name: z.string().optional(),
  }),
]);

export const toolName = z.string().regex(/^[\w.-]{1,64}$/, "a name is 1 to 64 letters, digits, _, - and .");

const tool = z.strictObject({
  type: z.literal("function"),
  function: z.strictObject({
    name: toolName,
    description: z.string().optional(),
    parameters: z.record(z.string(), z.unknown()).nullish(),
    strict: z.boolean().nullish(),
  }),
});

const responseFormat = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text") }),
  z.strictObject({ type: z.literal("json_object") }),
  z.strictObject({
    type: z.literal("json_schema"),
    json_schema: z.strictObject({
      name: z.string(),
      description: z.string().optional(),
      schema: z.record(z.string(), z.unknown()),
      strict: z.boolean().nullish(),
    }),
  }),
]);

/** More than a real conversation has. */
const maxMessages = 10_000;

export const chatRequest = z.strictObject({
  ...samplingFields,
  model: z.string().optional(),
  messages: z.array(message).min(1).max(maxMessages),
  max_completion_tokens: z.int().min(0).nullish(),
  logprobs: z.boolean().nullish(),
  top_logprobs: z.int().min(0).max(20).nullish(),
  response_format: responseFormat.nullish(),
  tools: z.array(tool).max(128).nullish(),
  tool_choice: z
    .union([
      z.enum(["none", "auto", "required"]),
      z.strictObject({ type: z.literal("function"), function: z.strictObject({ name: z.string() }) }),
    ])
    .nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  reasoning_effort: z.enum(["none", "minimal", "low", "medium", "high", "xhigh"]).nullish(),
  chat_template_kwargs: z.strictObject({ enable_thinking: z.boolean().optional() }).optional(),
  modalities: z.array(z.literal("text")).nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
  store: z.literal(false).nullish(),
  service_tier: z.string().nullish(),
  safety_identifier: z.string().optional(),
  prompt_cache_key: z.string().optional(),
  verbosity: z.literal("medium").nullish(),
});

export type ChatRequest = z.output<typeof chatRequest>;
export type ChatMessage = z.output<typeof message>;
export type ChatContent = z.output<typeof content>;
