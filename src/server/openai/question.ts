/** Translates a chat request for the engine. */
import type { GenerateOptions } from "../../protocol/chat.ts";
import type { Question } from "../answer/choices.ts";
import { ApiError } from "../api-error.ts";
import { defined } from "../request/fields.ts";
import { IgnoredFields } from "../request/ignored-fields.ts";
import { messagesOf } from "./chat-messages.ts";
import type { ChatRequest } from "./chat-schema.ts";
import { chatToolUse } from "./chat-tools.ts";
import { constraintOf } from "./constraint.ts";
import { countsTokens, generateOptions } from "./sampling.ts";

/**
 * @param ignored gets what is left out
 * @throws ApiError `invalid` for fields that don't fit together, or ask for what can't be done
 */
export function questionOf(request: ChatRequest, ignored = new IgnoredFields(false)): Question {
  const { top_logprobs: likeliest, logprobs, modalities = [] } = request;
  if (likeliest && !logprobs) {
    throw new ApiError("invalid", "top_logprobs: it needs logprobs to be true", { path: "top_logprobs" });
  }
  const modality = modalities.findIndex((one) => one !== "text");
  if (modality !== -1) {
    const path = `modalities[${modality}]`;
    throw new ApiError("invalid", `${path}: answers are text here`, { path });
  }
  if (request.web_search_options !== undefined) ignored.leaveOut("web_search_options");
  const limit = request.max_completion_tokens ?? request.max_tokens ?? request.n_predict;
  const options: GenerateOptions = {
    ...generateOptions(request, limit, constraintOf(request)),
    ...(logprobs ? { logprobs: likeliest ?? 0 } : countsTokens(request) ? { logprobs: 0 } : {}),
    ...reasoningOf(request),
    ...defined("toolUse", chatToolUse(request, ignored)),
  };
  return {
    input: {
      kind: "messages",
      messages: messagesOf(request.messages, ignored),
      ...defined("continueLast", continuesLast(request)),
    },
    options,
    choices: request.n ?? 1,
    truncate: request.truncate ?? false,
  };
}

/** @returns undefined: an answer at the end is continued, unless it calls tools */
function continuesLast({
  continue_final_message: continues,
  add_generation_prompt: begins,
  messages,
}: ChatRequest): boolean | undefined {
  const isGiven = continues !== undefined || begins !== undefined;
  if (!isGiven) return undefined;
  const value = continues ?? !begins;
  if (value && messages.at(-1)?.role !== "assistant") {
    const path = continues === undefined ? "add_generation_prompt" : "continue_final_message";
    throw new ApiError("invalid", `${path}: the last message is not the assistant's`, { path });
  }
  return value;
}

type Reasoning = Pick<GenerateOptions, "thinking" | "reasoningEffort" | "templateVariables">;

/** The effort "none" switches reasoning off, and every other one switches it on. */
function reasoningOf(request: ChatRequest): Reasoning {
  const { enable_thinking: inTemplate, ...variables } = request.chat_template_kwargs ?? {};
  const { reasoning, thinking: mode } = request;
  const effort = request.reasoning_effort ?? reasoning?.effort;
  const thinking =
    inTemplate ??
    request.enable_thinking ??
    reasoning?.enabled ??
    (mode === undefined || mode.type === "auto" ? undefined : mode.type === "enabled") ??
    (effort === undefined ? undefined : effort !== "none");
  return {
    ...defined("thinking", thinking),
    ...defined("reasoningEffort", effort === "none" ? undefined : effort),
    ...(Object.keys(variables).length === 0 ? {} : { templateVariables: variables }),
  };
}
