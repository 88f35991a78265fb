/** Translates a Messages request for the engine. */
import type { GenerateOptions, Message, ToolUse } from "../../protocol/chat.ts";
import type { Question } from "../answer/choices.ts";
import { ApiError } from "../api-error.ts";
import { defined } from "../request/fields.ts";
import { toolUse } from "../request/tools.ts";
import type { AnthropicMessage, CountRequest, MessagesRequest } from "./schema.ts";

export function questionOf(request: MessagesRequest): Question {
  return {
    input: { kind: "messages", messages: messagesOf(request) },
    options: {
      sampling: {
        ...defined("temperature", request.temperature),
        ...defined("topP", request.top_p),
        ...defined("topK", request.top_k),
      },
      maxTokens: request.max_tokens,
      ...defined("stop", request.stop_sequences),
      ...promptOptions(request),
    },
    choices: 1,
    truncate: request.truncate ?? false,
  };
}

/** Options that change the prompt besides its messages. */
export function promptOptions({
  tools = [],
  tool_choice: choice,
  thinking,
}: Pick<CountRequest, "tools" | "tool_choice" | "thinking">): Pick<GenerateOptions, "toolUse" | "thinking"> {
  return {
    ...(thinking === undefined ? {} : { thinking: thinking.type !== "disabled" }),
    ...defined("toolUse", toolUseOf(tools, choice)),
  };
}

function toolUseOf(
  tools: NonNullable<CountRequest["tools"]>,
  choice: CountRequest["tool_choice"],
): ToolUse | undefined {
  const offered = tools.map(({ name, description, input_schema: parameters }) => ({
    name,
    description: description ?? "",
    parameters,
  }));
  const choices = { auto: "auto", none: "none", any: "required", tool: "required" } as const;
  return toolUse(
    offered,
    choices[choice?.type ?? "auto"],
    choice?.type === "tool" ? choice.name : undefined,
    {
      parallel: !(
        choice !== undefined &&
        "disable_parallel_tool_use" in choice &&
        choice.disable_parallel_tool_use
      ),
      path: "tool_choice.name",
    },
  );
}

/** Tool results are messages of the engine, so one Anthropic message may become several. */
export function messagesOf({ system, messages }: Pick<CountRequest, "system" | "messages">): Message[] {
  const toolNames = new Map<string, string>();
  const turns = messages.flatMap((message, index) => turnsOf(message, index, toolNames));
  return system === undefined ? turns : [{ role: "system", content: textOf(system) }, ...turns];
}

function turnsOf(
  { role, content }: AnthropicMessage,
  index: number,
  toolNames: Map<string, string>,
): Message[] {
  if (typeof content === "string") return [{ role, content }];
  const results: Message[] = [];
  const toolCalls: { id: string; name: string; arguments: string }[] = [];
  let text = "";
  let reasoning = "";
  for (const [at, block] of content.entries()) {
    const path = `messages[${index}].content[${at}]`;
    switch (block.type) {
      case "text":
        text += block.text;
        break;
      case "thinking":
        reasoning += block.thinking;
        break;
      case "redacted_thinking":
        break;
      case "tool_use":
        if (role !== "assistant") throw misplaced(path, "the assistant");
        toolNames.set(block.id, block.name);
        toolCalls.push({ id: block.id, name: block.name, arguments: JSON.stringify(block.input) });
        break;
      case "tool_result": {
        if (role !== "user") throw misplaced(path, "the user");
        const toolName = toolNames.get(block.tool_use_id);
        if (toolName === undefined) {
          const where = `${path}.tool_use_id`;
          throw new ApiError(
            "invalid",
            `${where}: no earlier message uses ${JSON.stringify(block.tool_use_id)}`,
            {
              path: where,
            },
          );
        }
        const result = textOf(block.content ?? "");
        results.push({
          role: "tool",
          content: block.is_error ? `Error: ${result}` : result,
          toolCallId: block.tool_use_id,
          toolName,
        });
        break;
      }
    }
  }
  // Tool results come before the text, since they answer the assistant's last message.
  if (role === "user")
    return text === "" && results.length > 0 ? results : [...results, { role, content: text }];
  return [
    {
      role,
      content: text,
      ...(reasoning === "" ? {} : { reasoning }),
      ...(toolCalls.length === 0 ? {} : { toolCalls }),
    },
  ];
}

function misplaced(path: string, who: string): ApiError {
  return new ApiError("invalid", `${path}: only messages of ${who} can contain this`, { path });
}

function textOf(content: string | readonly { text: string }[]): string {
  return typeof content === "string" ? content : content.map(({ text }) => text).join("\n");
}
