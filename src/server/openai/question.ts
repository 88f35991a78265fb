/** Translates a chat request for the engine. */
import type { GenerateOptions, Message, ToolUse } from "../../protocol/chat.ts";
import type { Question } from "../answer/choices.ts";
import { ApiError } from "../api-error.ts";
import { defined } from "../request/fields.ts";
import { toolUse } from "../request/tools.ts";
import type { ChatContent, ChatMessage, ChatRequest } from "./chat-schema.ts";
import { generateOptions } from "./sampling.ts";

type AssistantMessage = Extract<ChatMessage, { role: "assistant" }>;

/** @throws ApiError `invalid` for fields that don't fit together */
export function questionOf(request: ChatRequest): Question {
  const { top_logprobs: likeliest, logprobs } = request;
  if (likeliest && !logprobs) {
    throw new ApiError("invalid", "top_logprobs: it needs logprobs to be true", { path: "top_logprobs" });
  }
  const jsonSchema = schemaOf(request);
  if (jsonSchema !== undefined && request.grammar !== undefined) {
    throw new ApiError("invalid", "grammar: it cannot be combined with response_format", {
      path: "grammar",
    });
  }
  const limit = request.max_completion_tokens ?? request.max_tokens;
  const thinking = thinkingOf(request);
  const options: GenerateOptions = {
    ...generateOptions(request, limit, jsonSchema === undefined ? {} : { jsonSchema }),
    ...(logprobs ? { logprobs: likeliest ?? 0 } : {}),
    ...(thinking === undefined ? {} : { thinking }),
    ...defined("toolUse", toolUseOf(request)),
  };
  return {
    input: { kind: "messages", messages: messagesOf(request.messages) },
    options,
    choices: request.n ?? 1,
    truncate: request.truncate ?? false,
  };
}

function schemaOf({ response_format: format }: ChatRequest): string | undefined {
  if (format?.type === "json_object") return JSON.stringify({ type: "object" });
  return format?.type === "json_schema" ? JSON.stringify(format.json_schema.schema) : undefined;
}

function thinkingOf({
  reasoning_effort: effort,
  chat_template_kwargs: kwargs,
}: ChatRequest): boolean | undefined {
  if (kwargs?.enable_thinking !== undefined) return kwargs.enable_thinking;
  return effort === null || effort === undefined ? undefined : effort !== "none";
}

function toolUseOf(request: ChatRequest): ToolUse | undefined {
  const tools = (request.tools ?? []).map(({ function: { name, description, parameters } }) => ({
    name,
    description: description ?? "",
    parameters: parameters ?? { type: "object", properties: {} },
  }));
  const choice = request.tool_choice ?? "auto";
  const named = typeof choice === "string" ? undefined : choice.function.name;
  return toolUse(tools, typeof choice === "string" ? choice : "required", named, {
    parallel: request.parallel_tool_calls ?? true,
    path: "tool_choice.function.name",
  });
}

/** A tool's result gets the tool's name from the call that it belongs to. */
function messagesOf(messages: readonly ChatMessage[]): Message[] {
  const toolNames = new Map<string, string>();
  const translated: Message[] = [];
  for (const [index, message] of messages.entries()) {
    switch (message.role) {
      case "system":
      case "developer":
        translated.push({ role: "system", content: textOf(message.content) });
        break;
      case "user":
        translated.push({ role: "user", content: textOf(message.content) });
        break;
      case "assistant":
        translated.push(assistantMessage(message, toolNames));
        break;
      case "tool": {
        const { tool_call_id: toolCallId } = message;
        const toolName = message.name ?? toolNames.get(toolCallId);
        if (toolName === undefined) {
          const path = `messages[${index}].tool_call_id`;
          throw new ApiError("invalid", `${path}: no earlier message calls ${JSON.stringify(toolCallId)}`, {
            path,
          });
        }
        translated.push({ role: "tool", content: textOf(message.content), toolCallId, toolName });
      }
    }
  }
  return translated;
}

function assistantMessage(
  { content, refusal, reasoning_content: reasoning, tool_calls: calls }: AssistantMessage,
  toolNames: Map<string, string>,
): Message {
  const toolCalls = (calls ?? []).map(({ id, function: called }) => ({ id, ...called }));
  for (const { id, name } of toolCalls) toolNames.set(id, name);
  return {
    role: "assistant",
    content: textOf(content ?? refusal ?? ""),
    ...(reasoning ? { reasoning } : {}),
    ...(toolCalls.length === 0 ? {} : { toolCalls }),
  };
}

function textOf(content: ChatContent): string {
  return typeof content === "string" ? content : content.map(({ text }) => text).join("");
}
