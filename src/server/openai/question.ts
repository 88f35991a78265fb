/** Translates a chat request for the engine. */
import type { GenerateOptions, Message, Tool, ToolUse } from "../../protocol/chat.ts";
import { ApiError } from "../api-error.ts";
import type { Question } from "../choices.ts";
import type { ChatContent, ChatMessage, ChatRequest } from "./chat-schema.ts";
import { defined, generateOptions } from "./sampling.ts";

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

/**
 * @param named the tool that must be called
 * @param path of the field that names it
 * @returns undefined if there are no tools
 * @throws ApiError `invalid` if the tool that must be called doesn't exist
 */
export function toolUse(
  tools: readonly Tool[],
  choice: ToolUse["choice"],
  named: string | undefined,
  { parallel, path }: { parallel: boolean; path: `tool_choice.${string}` },
): ToolUse | undefined {
  if (tools.length === 0) {
    if (choice !== "required") return undefined;
    throw new ApiError("invalid", "tool_choice: there are no tools to choose from", { path: "tool_choice" });
  }
  const offered = named === undefined ? tools : tools.filter(({ name }) => name === named);
  if (offered.length === 0) {
    throw new ApiError("invalid", `${path}: there is no tool ${JSON.stringify(named)}`, { path });
  }
  return { tools: offered, choice, parallel };
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
