/** Requests of /v1/messages: https://platform.claude.com/docs/en/api/messages */
import { z } from "zod";
import { ownFields } from "../exchange.ts";
import { advisory, optional } from "../request/fields.ts";
import { block } from "./blocks.ts";
import { tool } from "./tool-schema.ts";

const content = z.union([z.string(), z.array(block)]);

/** Anthropic's limits. */
const maxMessages = 100_000;

const message = z.discriminatedUnion("role", [
  z.object({ role: z.literal("user"), content }),
  z.object({ role: z.literal("assistant"), content }),
  z.object({
    role: z.literal("system"),
    content: optional(content),
    /** "next_user_message": the message is dropped when a message of the user follows. */
    clear_at: optional(z.string()),
    output_config: optional(z.object({ effort: optional(z.string()) })),
  }),
]);

const format = z.object({ type: z.literal("json_schema"), schema: z.record(z.string(), z.unknown()) });

const choice = { disable_parallel_tool_use: optional(z.boolean()) };

const thinking = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("enabled"),
    budget_tokens: optional(z.int().min(1)),
    display: optional(z.string()),
  }),
  z.object({ type: z.literal("adaptive"), display: optional(z.string()) }),
  z.object({ type: z.literal("between_tools"), display: optional(z.string()) }),
  z.object({ type: z.literal("disabled") }),
]);

/** What would change the answer and can't be done is refused: see refusals.ts. */
const refusable = {
  compaction: optional(z.looseObject({})),
  mcp_servers: optional(z.array(z.unknown())),
  thread: optional(
    z.union([
      z.object({ type: z.literal("create") }),
      z.object({ type: z.literal("continue"), previous_message_id: advisory }),
    ]),
  ),
};

const advisories = {
  betas: advisory,
  billing_policy: advisory,
  cache_control: advisory,
  context_management: advisory,
  diagnostics: advisory,
  fallback_credit_token: advisory,
  fallbacks: advisory,
  inference_geo: advisory,
  metadata: advisory,
  service_tier: advisory,
  speed: advisory,
};

/** The fields that make the prompt, which are enough to count its tokens. */
const promptFields = {
  model: optional(z.string()),
  messages: z.array(message).max(maxMessages).meta({ minItems: 1 }),
  system: optional(content),
  tools: optional(z.array(tool).max(2048)),
  tool_choice: optional(
    z.discriminatedUnion("type", [
      z.object({ type: z.literal("auto"), ...choice }),
      z.object({ type: z.literal("any"), ...choice }),
      z.object({ type: z.literal("tool"), name: z.string(), ...choice }),
      z.object({ type: z.literal("none"), ...choice }),
    ]),
  ),
  thinking: optional(thinking),
  output_config: optional(z.object({ effort: optional(z.string()), format: optional(format) })),
  /** The older name of `output_config.format`. */
  output_format: optional(format),
  ...refusable,
  ...advisories,
};

export const countRequest = z.object(promptFields);

export const messagesRequest = z.object({
  ...promptFields,
  /** 0 reads the prompt into the cache and writes nothing. */
  max_tokens: z.int().min(0),
  stop_sequences: optional(z.array(z.string().min(1)).max(64)),
  stream: optional(z.boolean()),
  temperature: optional(z.number().min(0).max(1)),
  top_p: optional(z.number().min(0).max(1)),
  top_k: optional(z.int().min(0)),
  ...ownFields,
});

export type CountRequest = z.output<typeof countRequest>;
export type MessagesRequest = z.output<typeof messagesRequest>;
export type AnthropicMessage = z.output<typeof message>;
