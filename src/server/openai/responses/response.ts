/** The response object: the fields of the request that clients expect back, and how it ended. */
import type { Usage } from "../../../protocol/chat.ts";
import type { Done } from "../../answer/choices.ts";
import { type ApiError, errorBody } from "../../api-error.ts";
import { newId } from "../../exchange.ts";
import type { OutputItem } from "./output-items.ts";
import type { ResponsesRequest } from "./schema.ts";

/** The fields that are known from the start. */
export type Head = Record<string, unknown> & { id: string; created_at: number };

export type ResponseObject = Head & { status: string; output: readonly OutputItem[] };

/** @param created seconds since 1970 */
export function headOf(request: ResponsesRequest, model: string, created: number): Head {
  return {
    id: newId("resp_"),
    object: "response",
    created_at: created,
    background: false,
    conversation: null,
    instructions: request.instructions ?? null,
    max_output_tokens: request.max_output_tokens ?? null,
    max_tool_calls: request.max_tool_calls ?? null,
    metadata: request.metadata ?? {},
    model,
    parallel_tool_calls: request.parallel_tool_calls ?? true,
    previous_response_id: request.previous_response_id ?? null,
    prompt: null,
    prompt_cache_key: request.prompt_cache_key ?? null,
    reasoning: {
      effort: request.reasoning?.effort ?? null,
      summary: request.reasoning?.summary ?? null,
    },
    safety_identifier: request.safety_identifier ?? null,
    service_tier: "default",
    store: request.store ?? true,
    temperature: request.temperature ?? null,
    text: { ...request.text, format: request.text?.format ?? { type: "text" } },
    tool_choice: request.tool_choice ?? "auto",
    tools: (request.tools ?? []).map(toolOf),
    top_logprobs: request.top_logprobs ?? 0,
    top_p: request.top_p ?? null,
    truncation: request.truncation ?? "disabled",
    user: request.user ?? null,
  };
}

/** OpenAI's types require fields that a request may leave out. */
function toolOf(tool: NonNullable<ResponsesRequest["tools"]>[number]): object {
  return tool.type === "function"
    ? { ...tool, parameters: tool.parameters ?? null, strict: tool.strict ?? false }
    : tool;
}

export function responseInProgress(head: Head): ResponseObject {
  return {
    ...head,
    status: "in_progress",
    completed_at: null,
    error: null,
    incomplete_details: null,
    output: [],
    usage: null,
  };
}

export type End = {
  done: Done;
  /** Seconds since 1970. */
  completed: number;
};

export function endedResponse(
  head: Head,
  output: readonly OutputItem[],
  { done: { finish, usage }, completed }: End,
): ResponseObject {
  const isCut = finish === "length" || finish === "context";
  return {
    ...responseInProgress(head),
    status: isCut ? "incomplete" : "completed",
    completed_at: isCut ? null : completed,
    incomplete_details: isCut ? { reason: "max_output_tokens" } : null,
    output,
    usage: usageOf(usage),
  };
}

/** A response whose client left. */
export function cancelledResponse(head: Head, output: readonly OutputItem[]): ResponseObject {
  return { ...responseInProgress(head), status: "cancelled", output };
}

export function failedResponse(head: Head, output: readonly OutputItem[], error: ApiError): ResponseObject {
  const { message, code } = (
    errorBody(error, "openai") as { error: { message: string; code: string | null } }
  ).error;
  const ownCode = error.kind === "invalid" ? "invalid_prompt" : "server_error";
  return {
    ...responseInProgress(head),
    status: "failed",
    error: { code: code ?? ownCode, message },
    output,
  };
}

function usageOf({ promptTokens, cachedTokens, completionTokens, reasoningTokens = 0 }: Usage): object {
  return {
    input_tokens: promptTokens,
    input_tokens_details: { cached_tokens: cachedTokens, cache_write_tokens: 0 },
    output_tokens: completionTokens,
    output_tokens_details: { reasoning_tokens: reasoningTokens },
    total_tokens: promptTokens + completionTokens,
  };
}
