/** Translates items into the messages of a prompt. */
import type { Message, ToolCall } from "../../../protocol/chat.ts";
import { ApiError } from "../../api-error.ts";
import { type Content, type Place, textOfContent } from "../../request/content.ts";
import type { IgnoredFields } from "../../request/ignored-fields.ts";
import { type Item, isKnown, type KnownItem } from "./items.ts";
import { reasoningOf } from "./reasoning.ts";
import { customArguments, modelName } from "./tools.ts";

/** An item, and its path in the request. */
export type PlacedItem = { item: Item; path: string };

/**
 * What a model wrote between two messages of others is one message: its reasoning, its text and its
 * calls.
 * @param ignored gets the types of items and parts that are left out
 * @throws ApiError `invalid` for an output without its call, and for content that can't be read
 */
export function messagesOf(items: readonly PlacedItem[], ignored: IgnoredFields): Message[] {
  const history = new History(ignored);
  for (const { item, path } of items) {
    if (isKnown(item)) history.add(item, path);
    else ignored.leaveOut(`input[] of type ${item.type}`);
  }
  return history.messages;
}

class History {
  readonly messages: Message[] = [];
  readonly #ignored: IgnoredFields;
  readonly #toolNames = new Map<string, string>();
  /** Reasoning of an answer whose text or calls follow. */
  #reasoning = "";

  constructor(ignored: IgnoredFields) {
    this.#ignored = ignored;
  }

  add(item: KnownItem, path: string): void {
    switch (item.type) {
      case "reasoning":
        this.#reasoning = joined(this.#reasoning, reasoningOf(item));
        break;
      case "function_call":
        this.#call(item, item.arguments ?? "");
        break;
      case "custom_tool_call":
        this.#call(item, customArguments(item.input ?? ""));
        break;
      case "local_shell_call":
        this.#call({ ...item, name: "local_shell" }, JSON.stringify(item.action));
        break;
      case "function_call_output":
      case "custom_tool_call_output":
        this.#output(item.call_id, item.output, path, "call_id");
        break;
      case "local_shell_call_output": {
        const field = item.call_id === undefined ? "id" : "call_id";
        this.#output(item[field] ?? "", item.output, path, field);
        break;
      }
      default:
        this.#message(item, path);
    }
  }

  #message({ role, content }: Extract<KnownItem, { role: string }>, path: string): void {
    const place = { role: role === "developer" ? "system" : role, path: `${path}.content` } as const;
    const text = this.#text(content, place);
    if (place.role !== "assistant") {
      this.#reasoning = "";
      this.messages.push({ role: place.role, content: text });
      return;
    }
    const last = this.messages.at(-1);
    // Text after a call belongs to the same answer; two texts may be two answers.
    if (last?.role === "assistant" && last.toolCalls !== undefined) {
      this.#replaceLast({ ...last, content: joined(last.content, text) });
    } else this.messages.push({ role: "assistant", content: text, ...this.#takeReasoning("") });
  }

  #call(called: { call_id: string; name: string; namespace?: string | undefined }, json: string): void {
    const id = called.call_id;
    const name = modelName(called.name, called.namespace);
    this.#toolNames.set(id, name);
    const call: ToolCall = { id, name, arguments: json };
    const last = this.messages.at(-1);
    if (last?.role === "assistant") {
      this.#replaceLast({ ...last, toolCalls: [...(last.toolCalls ?? []), call] });
    } else {
      const message = { role: "assistant", content: "", toolCalls: [call] } as const;
      this.messages.push({ ...message, ...this.#takeReasoning("") });
    }
  }

  #output(id: string, output: Content | undefined, path: string, field: string): void {
    const toolName = this.#toolNames.get(id);
    if (toolName === undefined) {
      const where = `${path}.${field}`;
      throw new ApiError("invalid", `${where}: no earlier item calls ${JSON.stringify(id)}`, { path: where });
    }
    this.#reasoning = "";
    const content = this.#text(output ?? "", { role: "tool", path: `${path}.output` });
    this.messages.push({ role: "tool", content, toolCallId: id, toolName });
  }

  #replaceLast(message: Message): void {
    this.messages[this.messages.length - 1] = { ...message, ...this.#takeReasoning(message.reasoning ?? "") };
  }

  #takeReasoning(before: string): Pick<Message, "reasoning"> {
    const reasoning = joined(before, this.#reasoning);
    this.#reasoning = "";
    return reasoning === "" ? {} : { reasoning };
  }

  #text(content: Content, place: Place): string {
    return textOfContent(content, place, "", this.#ignored);
  }
}

/** Two parts of one answer. */
function joined(before: string, after: string): string {
  return before === "" || after === "" ? before + after : `${before}\n\n${after}`;
}
