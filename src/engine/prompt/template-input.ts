/** Converts messages and tools to the input of a chat template, with untrusted texts escaped. */
import type { TemplateMessage, TemplateTool } from "../../llama/chat-template.ts";
import type { Message, Tool, ToolUse } from "../../protocol/chat.ts";
import { objectArguments } from "./tool-arguments.ts";

/** All untrusted texts of a message: from users, tools or the model. */
export function textsOf({ content, reasoning, toolCalls = [], toolName }: Message): string[] {
  return [
    content,
    reasoning ?? "",
    toolName ?? "",
    ...toolCalls.flatMap(({ name, arguments: json }) => [name, json]),
  ];
}

/** The chat with a JSON object as the arguments of each tool call. */
export function withObjectArguments<T extends { messages: readonly Message[] }>(chat: T): T {
  const corrected = (message: Message): Message => {
    if (message.toolCalls === undefined) return message;
    const toolCalls = message.toolCalls.map((call) => ({
      ...call,
      arguments: objectArguments(call.arguments),
    }));
    return { ...message, toolCalls };
  };
  return { ...chat, messages: chat.messages.map(corrected) };
}

/** @param escapeText escapes control tokens in an untrusted text */
export function templateMessage(message: Message, escapeText: (text: string) => string): TemplateMessage {
  const { role, content, reasoning, toolCalls, toolCallId, toolName } = message;
  return {
    role,
    content: escapeText(content),
    ...(reasoning === undefined ? {} : { reasoning_content: escapeText(reasoning) }),
    ...(toolCalls === undefined
      ? {}
      : {
          tool_calls: toolCalls.map(({ id, name, arguments: json }) => ({
            type: "function" as const,
            id,
            function: { name: escapeText(name), arguments: escapeText(json) },
          })),
        }),
    ...(toolCallId === undefined ? {} : { tool_call_id: toolCallId }),
    ...(toolName === undefined ? {} : { name: escapeText(toolName) }),
  };
}

/** @param escapeText see {@link templateMessage} */
export function templateTools(
  { tools, choice, parallel }: ToolUse,
  escapeText: (text: string) => string,
): { tools: TemplateTool[]; toolChoice: ToolUse["choice"]; parallelToolCalls: boolean } {
  const asTemplateTool = ({ name, description, parameters }: Tool) => ({
    type: "function" as const,
    function: {
      name,
      description: escapeText(description),
      parameters: withTexts(parameters, (key, text) => (isDescription(key) ? escapeText(text) : text)),
    },
  });
  return { tools: tools.map(asTemplateTool), toolChoice: choice, parallelToolCalls: parallel };
}

/** Whether a schema keyword holds text that doesn't constrain values. */
export const isDescription = (key: string): boolean => key === "description" || key === "title";

/** Maps all strings in JSON. @param change gets the string's key, or the key of its list */
export function withTexts(json: unknown, change: (key: string, text: string) => string, key = ""): unknown {
  if (typeof json === "string") return change(key, json);
  if (Array.isArray(json)) return json.map((item) => withTexts(item, change, key));
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [name, withTexts(value, change, name)]),
  );
}
