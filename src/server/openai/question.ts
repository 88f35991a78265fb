/** Translates a chat request for the engine. */
import type { GenerateOptions } from "../../protocol/chat.ts";
import type { Question } from "../answer/choices.ts";
import { ApiError } from "../api-error.ts";
import { defined } from "../request/fields.ts";
import { IgnoredFields } from "../request/ignored-fields.ts";
import { type ReasoningForm, thinkingOf } from "../request/thinking.ts";
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
  if (continues && begins) {
    const path = "continue_final_message";
    throw new ApiError("invalid", `${path}: it can't be true together with add_generation_prompt`, { path });
  }
  const isGiven = continues !== undefined || begins !== undefined;
  if (!isGiven) return undefined;
  const value = continues ?? !begins;
  if (value && messages.at(-1)?.role !== "assistant") {
    const path = continues === undefined ? "add_generation_prompt" : "continue_final_message";
    throw new ApiError("invalid", `${path}: the last message is not the assistant's`, { path });
  }
  return value;
}

function reasoningOf(request: ChatRequest): GenerateOptions {
  const { enable_thinking: inTemplate, ...variables } = request.chat_template_kwargs ?? {};
  const { reasoning, thinking: mode } = request;
  const fields = {
    isOn:
      inTemplate ??
      request.enable_thinking ??
      reasoning?.enabled ??
      (mode === undefined || mode.type === "auto" ? undefined : mode.type === "enabled"),
    effort: request.reasoning_effort ?? reasoning?.effort,
    budget:
      request.thinking_budget_tokens ??
      request.reasoning_budget_tokens ??
      request.thinking_budget ??
      mode?.budget_tokens ??
      reasoning?.max_tokens,
  };
  return {
    ...thinkingOf(fields),
    ...(Object.keys(variables).length === 0 ? {} : { templateVariables: variables }),
  };
}

/** llama-server's form "none" leaves the reasoning in the text. Clients of OpenRouter can omit it. */
export function reasoningFormOf(
  request: Pick<ChatRequest, "reasoning_format" | "include_reasoning" | "reasoning">,
): ReasoningForm {
  if (request.include_reasoning === false || request.reasoning?.exclude) return "omitted";
  return request.reasoning_format === "none" ? "inText" : "apart";
}
