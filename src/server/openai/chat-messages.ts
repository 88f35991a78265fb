/**
 * The messages of a chat request, as clients send them: with null where there is nothing, with
 * fields of other servers' answers, and with calls of tools in the older form.
 */
import { z } from "zod";
import type { Message, ToolCall } from "../../protocol/chat.ts";
import { ApiError } from "../api-error.ts";
import { type Content, content, type Place, textOfContent } from "../request/content.ts";
import { advisory, optional } from "../request/fields.ts";
import type { IgnoredFields } from "../request/ignored-fields.ts";
import { joinThoughts, thoughtMessage, thoughtRole } from "../request/thoughts.ts";

/** More than a real conversation has. */
const maxMessages = 10_000;

/** JSON text; some clients send the JSON itself. */
const callArguments = optional(z.union([z.string(), z.record(z.string(), z.unknown())]));

const called = z.object({ name: z.string(), arguments: callArguments });

const toolCall = z.object({
  id: optional(z.string()),
  type: optional(z.literal("function")),
  index: optional(z.int()),
  function: called,
});

/** OpenRouter's reasoning: some parts are encrypted, and have no text. */
const reasoningDetail = z.looseObject({ text: optional(z.string()), summary: optional(z.string()) });

/** Null is an empty text. A message without the field is a mistake. */
const requiredContent = content.nullable().transform((value) => value ?? "");

const common = {
  name: optional(z.string()),
  id: advisory,
  cache_control: advisory,
};

const message = z.discriminatedUnion("role", [
  z.object({ role: z.enum(["system", "developer", "user"]), ...common, content: requiredContent }),
  z.object({
    role: z.literal("assistant"),
    ...common,
    content: optional(content),
    reasoning_content: optional(z.string()),
    reasoning: optional(z.string()),
    reasoning_details: optional(z.array(reasoningDetail)),
    refusal: optional(z.string()),
    annotations: advisory,
    audio: advisory,
    prefix: advisory,
    function_call: optional(called),
    tool_calls: optional(z.array(toolCall)),
  }),
  z.object({
    role: z.literal("tool"),
    ...common,
    content: requiredContent,
    tool_call_id: optional(z.string()),
  }),
  z.object({ role: z.literal("function"), ...common, content: requiredContent }),
  z.object({ role: z.literal(thoughtRole), ...common, content: requiredContent }),
]);

export const chatMessages = z.array(message).min(1).max(maxMessages);

type ChatMessage = z.output<typeof message>;
type AssistantMessage = Extract<ChatMessage, { role: "assistant" }>;
type ResultMessage = Extract<ChatMessage, { role: "tool" | "function" }>;

/**
 * @param ignored gets the types of parts that are left out
 * @throws ApiError `invalid` for a tool's result that belongs to no call, and for a person's images
 */
export function messagesOf(messages: readonly ChatMessage[], ignored: IgnoredFields): Message[] {
  const calls = new Calls();
  const translated = messages.map((message, index): Message => {
    const textOf = (role: Place["role"], given: Content | undefined = message.content): string => {
      // As llama-server and vLLM do. An answer's parts are what the model wrote.
      const separator = role === "assistant" ? "" : "\n";
      return textOfContent(given ?? "", { role, path: `messages[${index}].content` }, separator, ignored);
    };
    if (message.role === "assistant") {
      return assistantMessage(message, textOf("assistant", message.content ?? message.refusal), calls);
    }
    if (message.role === "tool" || message.role === "function") {
      return { role: "tool", content: textOf("tool"), ...calls.answeredBy(message, index) };
    }
    if (message.role === thoughtRole) return thoughtMessage(textOf("assistant"));
    const role = message.role === "developer" ? "system" : message.role;
    return { role, content: textOf(role) };
  });
  return joinThoughts(translated, (index) => messages[index]?.role === thoughtRole);
}

function assistantMessage(message: AssistantMessage, content: string, calls: Calls): Message {
  const { reasoning_details: details = [], tool_calls: given = [], function_call: old } = message;
  const reasoning =
    message.reasoning_content ??
    message.reasoning ??
    details.map(({ text, summary }) => text ?? summary ?? "").join("");
  const toolCalls = [
    ...given.map((call) => calls.add(call.function, call.id)),
    ...(old === undefined ? [] : [calls.add(old)]),
  ];
  return {
    role: "assistant",
    content,
    ...(reasoning === "" ? {} : { reasoning }),
    ...(toolCalls.length === 0 ? {} : { toolCalls }),
  };
}

/** The calls so far: a result gets its tool's name from the call that it belongs to. */
class Calls {
  readonly #names = new Map<string, string>();
  /** Calls without a result, in their order. */
  readonly #open = new Map<string, string>();
  #count = 0;

  /** @param id a client may leave it out; then results belong to calls by their order */
  add({ name, arguments: json }: z.output<typeof called>, id?: string): ToolCall {
    this.#count += 1;
    const own = id ?? `call_${this.#count}`;
    this.#names.set(own, name);
    this.#open.set(own, name);
    return { id: own, name, arguments: typeof json === "object" ? JSON.stringify(json) : (json ?? "") };
  }

  /** @throws ApiError `invalid` if there is no such call, and the message doesn't name its tool */
  answeredBy(message: ResultMessage, index: number): Pick<Message, "toolCallId" | "toolName"> {
    const given = message.role === "tool" ? message.tool_call_id : undefined;
    const id = given ?? this.#nextOpen(message.name);
    const name = message.name ?? (id === undefined ? undefined : this.#names.get(id));
    if (id !== undefined) this.#open.delete(id);
    if (name !== undefined) return { ...(id === undefined ? {} : { toolCallId: id }), toolName: name };
    const field = message.role === "tool" ? "tool_call_id" : "name";
    const path = `messages[${index}].${field}`;
    const what = given === undefined ? "there is no earlier call without a result" : notCalled(given);
    throw new ApiError("invalid", `${path}: ${what}`, { path });
  }

  /** @param name of the tool, if that is known */
  #nextOpen(name: string | undefined): string | undefined {
    const all = [...this.#open];
    return (all.find(([, called]) => name === undefined || called === name) ?? [])[0];
  }
}

function notCalled(id: string): string {
  return `no earlier message calls ${JSON.stringify(id)}`;
}
