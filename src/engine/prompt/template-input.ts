/** Messages and tools as a chat template takes them, with what people wrote in them told apart from what is ours. */
import type { TemplateMessage, TemplateTool } from "../../llama/chat-template.ts";
import type { Message, Tool, ToolUse } from "../../protocol/chat.ts";

/** All texts of a message that people, tools or the model wrote. */
export function textsOf({ content, reasoning, toolCalls = [], toolName }: Message): string[] {
  return [
    content,
    reasoning ?? "",
    toolName ?? "",
    ...toolCalls.flatMap(({ name, arguments: json }) => [name, json]),
  ];
}

/** @param plain escapes what is in a text that people, tools or the model wrote */
export function templateMessage(message: Message, plain: (text: string) => string): TemplateMessage {
  const { role, content, reasoning, toolCalls, toolCallId, toolName } = message;
  return {
    role,
    content: plain(content),
    ...(reasoning === undefined ? {} : { reasoning_content: plain(reasoning) }),
    ...(toolCalls === undefined
      ? {}
      : {
          tool_calls: toolCalls.map(({ id, name, arguments: json }) => ({
            type: "function" as const,
            id,
            function: { name: plain(name), arguments: plain(json) },
          })),
        }),
    ...(toolCallId === undefined ? {} : { tool_call_id: toolCallId }),
    ...(toolName === undefined ? {} : { name: plain(toolName) }),
  };
}

/** @param plain as for {@link templateMessage} */
export function templateTools(
  { tools, choice, parallel }: ToolUse,
  plain: (text: string) => string,
): { tools: TemplateTool[]; toolChoice: ToolUse["choice"]; parallelToolCalls: boolean } {
  const asTemplateTool = ({ name, description, parameters }: Tool) => ({
    type: "function" as const,
    function: {
      name,
      description: plain(description),
      parameters: withTexts(parameters, (key, text) => (isDescription(key) ? plain(text) : text)),
    },
  });
  return { tools: tools.map(asTemplateTool), toolChoice: choice, parallelToolCalls: parallel };
}

/** Text for people, which binds nothing. */
export const isDescription = (key: string): boolean => key === "description" || key === "title";

/** JSON with its texts changed. @param change given the key that a text stands under, or that of the list it is in */
export function withTexts(json: unknown, change: (key: string, text: string) => string, key = ""): unknown {
  if (typeof json === "string") return change(key, json);
  if (Array.isArray(json)) return json.map((item) => withTexts(item, change, key));
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [name, withTexts(value, change, name)]),
  );
}
