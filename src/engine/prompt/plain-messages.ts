/** Tool calls and their results as text, for templates that have no place for them. */
import type { Message, ToolCall } from "../../protocol/chat.ts";

/** The only key of the JSON object that calls tools. */
export const toolCallsKey = "tool_calls";

/** The message without tool roles and calls. */
export function asPlainMessage(message: Message): Message {
  if (message.role === "tool") return asPlainResult(message);
  const { toolCalls, ...others } = message;
  if (toolCalls === undefined || toolCalls.length === 0) return message;
  const texts = [message.content, callsText(toolCalls)].filter((text) => text.trim() !== "");
  return { ...others, content: texts.join("\n\n") };
}

/** A tool's result as a message of the user. */
export function asPlainResult({ content, toolName }: Message): Message {
  return { role: "user", content: `Result of ${toolName ?? "the tool"}: ${content}` };
}

function callsText(toolCalls: readonly ToolCall[]): string {
  const calls = toolCalls.map(
    ({ name, arguments: json }) => `{"name":${JSON.stringify(name)},"arguments":${json}}`,
  );
  return `{${JSON.stringify(toolCallsKey)}:[${calls.join(",")}]}`;
}
