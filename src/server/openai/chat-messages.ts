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
import { customArguments } from "./responses/tools.ts";

/** More than a real conversation has. */
const maxMessages = 10_000;

/** JSON text; some clients send the JSON itself. */
const callArguments = optional(z.union([z.string(), z.record(z.string(), z.unknown())]));

const called = z.object({ name: z.string(), arguments: callArguments });

/** Some servers give their calls empty ids, which tell nothing. */
const callId = optional(z.string()).transform((id) => id || undefined);

const functionCall = z.object({
  id: callId,
  type: optional(z.literal("function")),
  index: optional(z.int()),
  function: called,
});

/** A call of a custom tool, whose input is a text. */
const customCall = z.object({
  id: callId,
  type: z.literal("custom"),
  index: optional(z.int()),
  custom: z.object({ name: z.string(), input: optional(z.string()) }),
});

const toolCall = z.discriminatedUnion("type", [functionCall, customCall]);

/** OpenRouter's reasoning: some parts are encrypted, and have no text. */
const reasoningDetail = z.looseObject({ text: optional(z.string()), summary: optional(z.string()) });

/** Reasoning as a part of the content: a text in Anthropic's form, a list of texts in Mistral's. */
const thinkingPart = z.object({
  type: z.literal("thinking"),
  thinking: z.union([z.string(), z.array(reasoningDetail)]),
});

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
    tool_call_id: callId,
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
      const { thought, rest } = withoutThoughts(message.content ?? message.refusal ?? "");
      return assistantMessage(message, { thought, content: textOf("assistant", rest) }, calls);
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

/** The reasoning in a content, and the other parts. */
function withoutThoughts(content: Content): { thought: string; rest: Content } {
  if (typeof content === "string") return { thought: "", rest: content };
  const thoughts = content.map((part) => thinkingPart.safeParse(part).data?.thinking);
  const rest = content.filter((_, index) => thoughts[index] === undefined);
  return { thought: thoughts.map((one) => (Array.isArray(one) ? textOfDetails(one) : one)).join(""), rest };
}

function textOfDetails(details: readonly z.output<typeof reasoningDetail>[]): string {
  return details.map(({ text, summary }) => text ?? summary ?? "").join("");
}

/** What a message's content says. */
type Said = { thought: string; content: string };

function assistantMessage(message: AssistantMessage, { thought, content }: Said, calls: Calls): Message {
  const { reasoning_details: details = [], tool_calls: given = [], function_call: old } = message;
  // Servers send the same reasoning in several fields, or leave some of them empty.
  const reasoning = message.reasoning_content || message.reasoning || textOfDetails(details) || thought;
  const toolCalls = [
    ...given.map((call) => calls.add(functionOf(call), call.id)),
    ...(old === undefined ? [] : [calls.add(old)]),
  ];
  return {
    role: "assistant",
    content,
    ...(reasoning === "" ? {} : { reasoning }),
    ...(toolCalls.length === 0 ? {} : { toolCalls }),
  };
}

function functionOf(call: z.output<typeof toolCall>): z.output<typeof called> {
  if (!("custom" in call)) return call.function;
  return { name: call.custom.name, arguments: customArguments(call.custom.input ?? "") };
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
