/**
 * Requests of /v1/responses: https://platform.openai.com/docs/api-reference/responses
 * Nothing is stored, so each request contains its whole conversation.
 */
import { z } from "zod";
import { ownFields } from "../exchange.ts";
import { optional } from "../request/fields.ts";
import { toolName } from "../request/tools.ts";

const part = z.discriminatedUnion("type", [
  z.object({ type: z.literal("input_text"), text: z.string() }),
  z.object({
    type: z.literal("output_text"),
    text: z.string(),
    annotations: optional(z.array(z.unknown())),
    logprobs: optional(z.array(z.unknown())),
  }),
  z.object({ type: z.literal("refusal"), refusal: z.string() }),
]);

const itemStatus = optional(z.enum(["in_progress", "completed", "incomplete"]));

const message = z.object({
  type: optional(z.literal("message")),
  role: z.enum(["user", "assistant", "system", "developer"]),
  content: z.union([z.string(), z.array(part)]),
  id: optional(z.string()),
  status: itemStatus,
  phase: optional(z.string()),
});

const functionCall = z.object({
  type: z.literal("function_call"),
  call_id: z.string(),
  name: z.string(),
  arguments: z.string(),
  id: optional(z.string()),
  status: itemStatus,
});

const functionOutput = z.object({
  type: z.literal("function_call_output"),
  call_id: z.string(),
  output: z.union([z.string(), z.array(part)]),
  id: optional(z.string()),
  status: itemStatus,
});

const reasoning = z.object({
  type: z.literal("reasoning"),
  id: optional(z.string()),
  summary: z.array(z.unknown()),
  content: optional(z.array(z.object({ type: z.literal("reasoning_text"), text: z.string() }))),
  encrypted_content: optional(z.string()),
  status: itemStatus,
});

const tool = z.object({
  type: z.literal("function"),
  name: toolName,
  description: optional(z.string()),
  parameters: optional(z.record(z.string(), z.unknown())),
  strict: optional(z.boolean()),
});

const format = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text") }),
  z.object({ type: z.literal("json_object") }),
  z.object({
    type: z.literal("json_schema"),
    name: z.string(),
    description: optional(z.string()),
    schema: z.record(z.string(), z.unknown()),
    strict: optional(z.boolean()),
  }),
]);

export const responsesRequest = z.object({
  model: optional(z.string()),
  input: z.union([
    z.string(),
    z
      .array(z.discriminatedUnion("type", [message, functionCall, functionOutput, reasoning]))
      .min(1)
      .max(10_000),
  ]),
  instructions: optional(z.string()),
  max_output_tokens: optional(z.int().min(1)),
  temperature: optional(z.number().min(0).max(100)),
  top_p: optional(z.number().min(0).max(1)),
  stream: optional(z.boolean()),
  tools: optional(z.array(tool).max(128)),
  tool_choice: optional(
    z.union([
      z.enum(["none", "auto", "required"]),
      z.object({ type: z.literal("function"), name: z.string() }),
    ]),
  ),
  parallel_tool_calls: optional(z.boolean()),
  text: optional(z.object({ format: optional(format), verbosity: optional(z.literal("medium")) })),
  reasoning: optional(
    z.strictObject({
      effort: optional(z.enum(["none", "minimal", "low", "medium", "high", "xhigh"])),
      summary: optional(z.string()),
    }),
  ),
  truncation: optional(z.enum(["auto", "disabled"])),
  metadata: optional(z.record(z.string(), z.string())),
  store: optional(z.boolean()),
  user: optional(z.string()),
  safety_identifier: optional(z.string()),
  prompt_cache_key: optional(z.string()),
  service_tier: optional(z.string()),
  keep_alive: ownFields.keep_alive,
});

export type ResponsesRequest = z.output<typeof responsesRequest>;
