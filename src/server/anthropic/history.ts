/**
 * Translates the messages of a request for the engine. Tool results are messages of the engine, so
 * one message here may become several.
 */
import type { Message, ToolCall } from "../../protocol/chat.ts";
import { ApiError } from "../api-error.ts";
import type { Place } from "../request/content.ts";
import type { IgnoredFields } from "../request/ignored-fields.ts";
import { isKnown, type KnownBlock, textOfBlock, textOfBlocks } from "./blocks.ts";
import type { AnthropicMessage, CountRequest } from "./schema.ts";
import { reasoningOf } from "./signature.ts";

/**
 * Claude Code begins its system prompt with a line for Anthropic's servers. It differs from
 * conversation to conversation, so with it no two of them would share a prefix in the cache.
 */
const billingHeader = "x-anthropic-billing-header:";

/**
 * @param ignored gets the types of blocks that are left out
 * @throws ApiError `invalid` for a block that a message can't have
 */
export function messagesOf(
  { system, messages }: Pick<CountRequest, "system" | "messages">,
  ignored: IgnoredFields,
): Message[] {
  const history = new History(ignored);
  const lastUser = messages.findLastIndex(({ role }) => role === "user");
  if (system !== undefined) history.addSystem(system, "system");
  for (const [index, message] of messages.entries()) {
    const path = `messages[${index}].content`;
    if (message.role !== "system") history.add(message, path);
    else if (message.clear_at !== "next_user_message" || index > lastUser) {
      history.addSystem(message.content ?? [], path);
    }
  }
  return history.messages;
}

type Content = NonNullable<AnthropicMessage["content"]>;

class History {
  readonly messages: Message[] = [];
  readonly #ignored: IgnoredFields;
  readonly #toolNames = new Map<string, string>();

  constructor(ignored: IgnoredFields) {
    this.#ignored = ignored;
  }

  /** A message that only changes tools has no text, and is no message of the engine. */
  addSystem(content: Content, path: string): void {
    const parts = typeof content === "string" ? [{ type: "text", text: content }] : content;
    const kept = parts.filter((block) => {
      const isBilling = "text" in block && String(block.text).startsWith(billingHeader);
      if (isBilling) this.#ignored.leaveOut("x-anthropic-billing-header in the system prompt");
      return !isBilling && block.type !== "tool_addition" && block.type !== "tool_removal";
    });
    if (kept.length === 0 && parts.length > 0) return;
    this.messages.push({
      role: "system",
      content: textOfBlocks(kept, { role: "system", path }, this.#ignored),
    });
  }

  add({ role, content }: Exclude<AnthropicMessage, { role: "system" }>, path: string): void {
    if (typeof content === "string") {
      this.messages.push({ role, content });
      return;
    }
    const parts = new MessageParts();
    for (const [index, block] of content.entries()) {
      const place = { role, path: `${path}[${index}]` };
      if (!isKnown(block) || !this.#take(block, place, parts)) {
        const text = textOfBlock(block, place, this.#ignored);
        if (text !== undefined) parts.texts.push(text);
      }
    }
    this.messages.push(...(role === "user" ? parts.ofUser() : [parts.ofAssistant()]));
  }

  /** @returns false if the block has nothing but a text */
  #take(block: KnownBlock, { role, path }: Place, parts: MessageParts): boolean {
    switch (block.type) {
      case "thinking":
        parts.reasoning += reasoningOf(block);
        return true;
      case "tool_use":
        if (role !== "assistant") throw misplaced(path, "the assistant");
        this.#toolNames.set(block.id, block.name);
        parts.toolCalls.push({ id: block.id, name: block.name, arguments: argumentsOf(block.input) });
        return true;
      case "tool_result":
        if (role !== "user") throw misplaced(path, "the user");
        parts.results.push(this.#result(block, path));
        return true;
      default:
        return false;
    }
  }

  #result(block: Extract<KnownBlock, { type: "tool_result" }>, path: string): Message {
    const toolName = this.#toolNames.get(block.tool_use_id);
    if (toolName === undefined) {
      const where = `${path}.tool_use_id`;
      const message = `${where}: no earlier message uses ${JSON.stringify(block.tool_use_id)}`;
      throw new ApiError("invalid", message, { path: where });
    }
    const place: Place = { role: "tool", path: `${path}.content` };
    const text = textOfBlocks(block.content ?? "", place, this.#ignored);
    return {
      role: "tool",
      content: block.is_error ? `Error: ${text}` : text,
      toolCallId: block.tool_use_id,
      toolName,
    };
  }
}

/** What the blocks of one message have. */
class MessageParts {
  readonly texts: string[] = [];
  reasoning = "";
  readonly toolCalls: ToolCall[] = [];
  readonly results: Message[] = [];

  /** Results come before the text, since they answer the assistant's last message. */
  ofUser(): Message[] {
    const content = this.texts.join("\n");
    if (content === "" && this.results.length > 0) return this.results;
    return [...this.results, { role: "user", content }];
  }

  /** The texts of an answer are pieces of one text. */
  ofAssistant(): Message {
    return {
      role: "assistant",
      content: this.texts.join(""),
      ...(this.reasoning === "" ? {} : { reasoning: this.reasoning }),
      ...(this.toolCalls.length === 0 ? {} : { toolCalls: this.toolCalls }),
    };
  }
}

/** Arguments as JSON; those of a truncated answer as they were written: see inputOf() in reply.ts. */
function argumentsOf(input: unknown): string {
  if (typeof input === "string") return input;
  if (typeof input !== "object" || input === null) return JSON.stringify(input ?? {});
  const incomplete = "_incomplete" in input ? input._incomplete : undefined;
  return typeof incomplete === "string" ? incomplete : JSON.stringify(input);
}

function misplaced(path: string, who: string): ApiError {
  return new ApiError("invalid", `${path}: only messages of ${who} can contain this`, { path });
}
