/** Translates a Responses request for the engine. */
import type { GenerateOptions, Message, ToolUse } from "../../protocol/chat.ts";
import type { Question } from "../answer/choices.ts";
import { ApiError } from "../api-error.ts";
import { defined } from "../request/fields.ts";
import { toolUse } from "../request/tools.ts";
import type { ResponsesRequest } from "./responses-schema.ts";

export function questionOf(request: ResponsesRequest): Question {
  const effort = request.reasoning?.effort;
  const options: GenerateOptions = {
    sampling: {
      ...defined("temperature", request.temperature),
      ...defined("topP", request.top_p),
      ...defined("jsonSchema", schemaOf(request)),
    },
    maxTokens: request.max_output_tokens ?? Number.POSITIVE_INFINITY,
    ...(effort ? { thinking: effort !== "none" } : {}),
    ...defined("toolUse", toolUseOf(request)),
  };
  return {
    input: { kind: "messages", messages: messagesOf(request) },
    options,
    choices: 1,
    truncate: request.truncation === "auto",
  };
}

function schemaOf({ text }: ResponsesRequest): string | undefined {
  const format = text?.format;
  if (format?.type === "json_object") return JSON.stringify({ type: "object" });
  return format?.type === "json_schema" ? JSON.stringify(format.schema) : undefined;
}

function toolUseOf({
  tools = [],
  tool_choice: choice = "auto",
  parallel_tool_calls: parallel,
}: ResponsesRequest): ToolUse | undefined {
  const offered = tools.map(({ name, description, parameters }) => ({
    name,
    description: description ?? "",
    parameters: parameters ?? { type: "object", properties: {} },
  }));
  const named = typeof choice === "string" ? undefined : choice.name;
  return toolUse(offered, typeof choice === "string" ? choice : "required", named, {
    parallel: parallel ?? true,
    path: "tool_choice.name",
  });
}

function messagesOf({ instructions, input }: ResponsesRequest): Message[] {
  const system: Message[] = instructions ? [{ role: "system", content: instructions }] : [];
  if (typeof input === "string") return [...system, { role: "user", content: input }];
  const messages = system;
  const toolNames = new Map<string, string>();
  for (const [index, item] of input.entries()) {
    if (item.type === "function_call") {
      toolNames.set(item.call_id, item.name);
      addCall(messages, { id: item.call_id, name: item.name, arguments: item.arguments });
    } else if (item.type === "function_call_output") {
      const toolName = toolNames.get(item.call_id);
      if (toolName === undefined) {
        const path = `input[${index}].call_id`;
        throw new ApiError("invalid", `${path}: no earlier item calls ${JSON.stringify(item.call_id)}`, {
          path,
        });
      }
      messages.push({ role: "tool", content: textOf(item.output), toolCallId: item.call_id, toolName });
    } else if (item.type === "reasoning") {
      // Chat templates leave out the reasoning of earlier turns.
    } else {
      const role = item.role === "developer" ? "system" : item.role;
      messages.push({ role, content: textOf(item.content) });
    }
  }
  return messages;
}

/** Consecutive calls belong to one message, together with a text right before them. */
function addCall(messages: Message[], call: NonNullable<Message["toolCalls"]>[number]): void {
  const last = messages.at(-1);
  if (last?.role === "assistant") {
    messages[messages.length - 1] = { ...last, toolCalls: [...(last.toolCalls ?? []), call] };
  } else messages.push({ role: "assistant", content: "", toolCalls: [call] });
}

function textOf(content: string | readonly ({ text: string } | { refusal: string })[]): string {
  if (typeof content === "string") return content;
  return content.map((part) => ("text" in part ? part.text : part.refusal)).join("");
}
