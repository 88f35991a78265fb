/**
 * Requests of /v1/chat/completions.
 * Known fields without an effect here are accepted; others are refused.
 */
import { z } from "zod";
import { optional } from "../request/fields.ts";
import { toolName } from "../request/tools.ts";
import { samplingFields } from "./sampling.ts";

const textPart = z.object({ type: z.literal("text"), text: z.string() });

/** A text or text parts. Images and audio are refused by their type. */
const content = z.union([z.string(), z.array(textPart)]);

const message = z.discriminatedUnion("role", [
  z.object({ role: z.literal("system"), content, name: optional(z.string()) }),
  z.object({ role: z.literal("developer"), content, name: optional(z.string()) }),
  z.object({ role: z.literal("user"), content, name: optional(z.string()) }),
  z.object({
    role: z.literal("assistant"),
    content: optional(content),
    reasoning_content: optional(z.string()),
    refusal: optional(z.string()),
    annotations: optional(z.array(z.unknown())),
    audio: optional(z.null()),
    function_call: optional(z.null()),
    tool_calls: optional(
      z.array(
        z.object({
          id: z.string(),
          type: z.literal("function"),
          index: optional(z.int()),
          function: z.object({ name: z.string(), arguments: z.string() }),
        }),
      ),
    ),
    name: optional(z.string()),
  }),
  z.object({
    role: z.literal("tool"),
    content,
    tool_call_id: z.string(),
    name: optional(z.string()),
  }),
]);

const tool = z.object({
  type: z.literal("function"),
  function: z.object({
    name: toolName,
    description: optional(z.string()),
    parameters: optional(z.record(z.string(), z.unknown())),
    strict: optional(z.boolean()),
  }),
});

const responseFormat = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text") }),
  z.object({ type: z.literal("json_object") }),
  z.object({
    type: z.literal("json_schema"),
    json_schema: z.object({
      name: z.string(),
      description: optional(z.string()),
      schema: z.record(z.string(), z.unknown()),
      strict: optional(z.boolean()),
    }),
  }),
]);

/** More than a real conversation has. */
const maxMessages = 10_000;

export const chatRequest = z.object({
  ...samplingFields,
  model: optional(z.string()),
  messages: z.array(message).min(1).max(maxMessages),
  max_completion_tokens: optional(z.int().min(0)),
  logprobs: optional(z.boolean()),
  top_logprobs: optional(z.int().min(0).max(20)),
  response_format: optional(responseFormat),
  tools: optional(z.array(tool).max(128)),
  tool_choice: optional(
    z.union([
      z.enum(["none", "auto", "required"]),
      z.object({ type: z.literal("function"), function: z.object({ name: z.string() }) }),
    ]),
  ),
  parallel_tool_calls: optional(z.boolean()),
  reasoning_effort: optional(z.enum(["none", "minimal", "low", "medium", "high", "xhigh"])),
  chat_template_kwargs: optional(z.object({ enable_thinking: optional(z.boolean()) })),
  modalities: optional(z.array(z.literal("text"))),
  metadata: optional(z.record(z.string(), z.string())),
  store: optional(z.literal(false)),
  service_tier: optional(z.string()),
  safety_identifier: optional(z.string()),
  prompt_cache_key: optional(z.string()),
  verbosity: optional(z.literal("medium")),
});

export type ChatRequest = z.output<typeof chatRequest>;
export type ChatMessage = z.output<typeof message>;
export type ChatContent = z.output<typeof content>;
