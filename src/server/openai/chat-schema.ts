/**
 * Requests of /v1/chat/completions: OpenAI's fields, and those that other servers of this API have
 * added and that have a meaning here.
 */
import { z } from "zod";
import { advisory, optional } from "../request/fields.ts";
import { chatMessages } from "./chat-messages.ts";
import { toolFields } from "./chat-tools.ts";
import { constraintFields } from "./constraint.ts";
import { samplingFields, tokenLimit } from "./sampling.ts";

/** In tokens. */
const budget = z.int().min(-1);

export const chatRequest = z.object({
  ...samplingFields,
  ...constraintFields,
  ...toolFields,
  model: optional(z.string()),
  messages: chatMessages,
  max_completion_tokens: optional(tokenLimit),
  logprobs: optional(z.boolean()),
  top_logprobs: optional(z.int().min(0).max(20)),
  reasoning_effort: optional(
    z
      .string()
      .max(100)
      .meta({ description: "none, or a level that the model's template knows: low, medium, high, …" }),
  ),
  // OpenRouter's form.
  reasoning: optional(
    z.object({
      effort: optional(z.string().max(100)),
      enabled: optional(z.boolean()),
      max_tokens: optional(budget),
      exclude: optional(z.boolean()),
    }),
  ),
  // The form of DeepSeek, GLM and others.
  thinking: optional(
    z.object({ type: z.enum(["enabled", "disabled", "auto"]), budget_tokens: optional(budget) }),
  ),
  enable_thinking: optional(z.boolean()),
  thinking_budget_tokens: optional(
    budget.meta({ description: "Maximum tokens of reasoning; 0: none, -1: no limit." }),
  ),
  reasoning_budget_tokens: optional(budget),
  thinking_budget: optional(budget),
  reasoning_format: optional(
    z.enum(["auto", "none", "deepseek", "deepseek-legacy"]).meta({
      description: '"none" leaves the reasoning in the text.',
    }),
  ),
  include_reasoning: optional(z.boolean()),
  chat_template_kwargs: optional(
    z.looseObject({ enable_thinking: optional(z.boolean()) }).meta({
      description: "Variables for the model's chat template.",
    }),
  ),
  continue_final_message: optional(
    z.boolean().meta({ description: "Whether the answer goes on with the last message." }),
  ),
  add_generation_prompt: optional(z.boolean()),
  modalities: optional(z.array(z.string()).max(10)),
  web_search_options: optional(z.record(z.string(), z.unknown())),
  audio: advisory,
  prediction: advisory,
  verbosity: advisory,
  safety_identifier: advisory,
  prompt_cache_key: advisory,
  prompt_cache_retention: advisory,
  prompt_cache_options: advisory,
  moderation: advisory,
});

export type ChatRequest = z.output<typeof chatRequest>;
