/** Requests of /v1/responses: https://platform.openai.com/docs/api-reference/responses */
import { z } from "zod";
import { ownFields } from "../../exchange.ts";
import { advisory, optional, refused } from "../../request/fields.ts";
import { maxTools } from "../../request/tools.ts";
import { meterFields } from "../sampling.ts";
import { inputItem } from "./items.ts";
import { tool, toolChoice } from "./tools.ts";

const format = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text") }),
  z.object({ type: z.literal("json_object") }),
  z.object({
    type: z.literal("json_schema"),
    name: optional(z.string()),
    description: optional(z.string()),
    schema: z.record(z.string(), z.unknown()),
    strict: optional(z.boolean()),
  }),
]);

/** More than a real conversation has. */
const maxItems = 10_000;

export const responsesRequest = z.object({
  model: optional(z.string()),
  input: optional(z.union([z.string(), z.array(inputItem).max(maxItems)])),
  instructions: optional(z.string()),
  previous_response_id: optional(z.string()),
  conversation: refused,
  prompt: refused,
  tools: optional(z.array(tool).max(maxTools)),
  tool_choice: optional(toolChoice),
  parallel_tool_calls: optional(z.boolean()),
  text: optional(z.object({ format: optional(format), verbosity: advisory })),
  reasoning: optional(
    z.object({
      effort: optional(z.string()),
      summary: optional(z.string()),
      generate_summary: optional(z.string()),
      context: advisory,
    }),
  ),
  truncation: optional(z.enum(["auto", "disabled"])),
  max_output_tokens: optional(z.int().min(0)),
  max_tool_calls: optional(z.int().min(0)),
  temperature: optional(z.number().min(0).max(100)),
  top_p: optional(z.number().min(0).max(1)),
  top_logprobs: optional(z.int().min(0).max(20)),
  include: optional(z.array(z.string())),
  stream: optional(z.boolean()),
  stream_options: optional(z.object({ include_obfuscation: advisory })),
  store: optional(z.boolean()),
  background: optional(z.boolean().meta({ const: false, description: "Nothing runs in the background." })),
  metadata: optional(z.record(z.string(), z.string())),
  user: optional(z.string()),
  safety_identifier: optional(z.string()),
  prompt_cache_key: optional(z.string()),
  prompt_cache_retention: advisory,
  service_tier: advisory,
  client_metadata: advisory,
  context_management: advisory,
  moderation: advisory,
  ...meterFields,
  keep_alive: ownFields.keep_alive,
});

export type ResponsesRequest = z.output<typeof responsesRequest>;
