/**
 * Rewrites conversations for templates that refuse or drop a kind of message. Each rewrite changes
 * only its kind, keeps the order, and drops nothing. A message that is added later doesn't change
 * the text before the last answer, so the KV cache of earlier turns stays valid.
 */
import type { Message, ToolCall } from "../../../protocol/chat.ts";
import { asPlainResult } from "../plain-messages.ts";

export type Rewrite = (messages: readonly Message[]) => Message[];

export const callsTools = ({ toolCalls }: Message): boolean => (toolCalls?.length ?? 0) > 0;

/** The number of system messages before any other. */
export function leadingSystems(messages: readonly Message[]): number {
  const end = messages.findIndex(({ role }) => role !== "system");
  return end === -1 ? messages.length : end;
}

/**
 * A later system message begins the next user message. If there is none before the next answer, it
 * is a user message, after the results of tools that were called before it.
 */
export const lateSystemsToUser: Rewrite = (messages) => {
  const lead = leadingSystems(messages);
  const result = messages.slice(0, lead);
  let pending: string[] = [];
  const flush = (): void => {
    if (pending.length > 0) result.push({ role: "user", content: joined(...pending) });
    pending = [];
  };
  for (const message of messages.slice(lead)) {
    if (message.role === "system") {
      pending.push(message.content);
    } else if (message.role === "user") {
      result.push({ ...message, content: joined(...pending, message.content) });
      pending = [];
    } else {
      if (message.role === "assistant") flush();
      result.push(message);
    }
  }
  flush();
  return result;
};

/** Several system messages at the beginning become one. */
export const mergeSystems: Rewrite = (messages) =>
  mergeNeighbours(messages, (a, b) => a.role === "system" && b.role === "system");

/** The system messages at the beginning begin the first user message. */
export const systemToUser: Rewrite = (messages) => {
  const lead = leadingSystems(messages);
  if (lead === 0) return [...messages];
  const text = joined(...messages.slice(0, lead).map(({ content }) => content));
  const [first, ...rest] = messages.slice(lead);
  if (first?.role === "user") return [{ ...first, content: joined(text, first.content) }, ...rest];
  return [{ role: "user", content: text }, ...messages.slice(lead)];
};

/** Whether a tool's result is at an index where no call is answered. */
export function isStray(messages: readonly Message[], index: number): boolean {
  if (messages[index]?.role !== "tool") return false;
  const caller = messages.slice(0, index).findLast(({ role }) => role !== "tool");
  return caller === undefined || !callsTools(caller);
}

export const strayResultsToUser: Rewrite = (messages) =>
  messages.map((message, index) => (isStray(messages, index) ? asPlainResult(message) : message));

/**
 * Ids of nine letters and digits, as templates of Mistral's models demand. The same id always gets
 * the same new one. A call without an id gets one by its place.
 */
export const shortenIds: Rewrite = (messages) => {
  let open: string[] = [];
  return messages.map((message, index): Message => {
    if (message.role === "tool") {
      const next = open.shift();
      return {
        ...message,
        toolCallId: message.toolCallId ? shortId(message.toolCallId) : (next ?? shortId("")),
      };
    }
    if (message.toolCalls === undefined) return message;
    const toolCalls = message.toolCalls.map((call, at) => ({
      ...call,
      id: shortId(call.id === "" ? `${index} ${at}` : call.id),
    }));
    open = toolCalls.map(({ id }) => id);
    return { ...message, toolCalls };
  });
};

function shortId(id: string): string {
  return /^[A-Za-z0-9]{9}$/.test(id) ? id : Bun.hash(id).toString(36).padStart(9, "0").slice(-9);
}

/** Calls of one message become messages with one call, each followed by its result. */
export const serializeCalls: Rewrite = (messages) => {
  const result: Message[] = [];
  for (let at = 0; at < messages.length; at += 1) {
    const message = messages[at] as Message;
    const { toolCalls, ...others } = message;
    if (toolCalls === undefined || toolCalls.length < 2) {
      result.push(message);
      continue;
    }
    const end = messages.findIndex(({ role }, index) => index > at && role !== "tool");
    const answers = messages.slice(at + 1, end === -1 ? messages.length : end);
    at += answers.length;
    toolCalls.forEach((call, index) => {
      const bare = { role: "assistant", content: "" } as const;
      result.push({ ...(index === 0 ? others : bare), toolCalls: [call] });
      result.push(...answers.splice(answerOf(call, answers), 1));
    });
    result.push(...answers);
  }
  return result;
};

/** The index of the call's result: by its id, else the first without an id; or past the end. */
function answerOf({ id }: ToolCall, answers: readonly Message[]): number {
  const named = answers.findIndex(({ toolCallId }) => id !== "" && toolCallId === id);
  if (named !== -1) return named;
  const unnamed = answers.findIndex(({ toolCallId }) => !toolCallId);
  return unnamed === -1 ? answers.length : unnamed;
}

/** The text of a message that calls tools becomes an assistant message before it. */
export const splitTextFromCalls: Rewrite = (messages) =>
  messages.flatMap((message): Message[] =>
    hasTextAndCalls(message)
      ? [
          { role: "assistant", content: message.content },
          { ...message, content: "" },
        ]
      : [message],
  );

/** The text of a message that reasons and calls tools becomes the end of its reasoning. */
export const textToReasoning: Rewrite = (messages) =>
  messages.map((message) =>
    message.reasoning !== undefined && hasTextAndCalls(message)
      ? { ...message, content: "", reasoning: joined(message.reasoning, message.content) }
      : message,
  );

/** Leaves out reasoning that would hide a text. */
export const keepTextOnly: Rewrite = (messages) =>
  messages.map((message) => {
    const { reasoning: _, ...others } = message;
    return hasReasoningAndText(message) ? others : message;
  });

export function hasReasoningAndText({ reasoning, content }: Message): boolean {
  return reasoning !== undefined && content.trim() !== "";
}

export function hasTextAndCalls(message: Message): boolean {
  return callsTools(message) && message.content.trim() !== "";
}

/** An empty answer between calls or their results and the user's next message. */
export const answerBeforeUser: Rewrite = (messages) =>
  messages.flatMap((message, index): Message[] =>
    isUnansweredTool(messages, index) ? [{ role: "assistant", content: "" }, message] : [message],
  );

/** Whether the user's message at an index follows a tool's result or calls. */
export function isUnansweredTool(messages: readonly Message[], index: number): boolean {
  const before = messages[index - 1];
  if (messages[index]?.role !== "user" || before === undefined) return false;
  return before.role === "tool" || callsTools(before);
}

/** An empty user message after calls at the end. */
export const endWithUser: Rewrite = (messages) =>
  messages.slice(-1).some(callsTools) ? [...messages, { role: "user", content: "" }] : [...messages];

/** An empty user message before an assistant that begins the conversation. */
export const beginWithUser: Rewrite = (messages) => {
  const lead = leadingSystems(messages);
  if (messages[lead]?.role === "user") return [...messages];
  return [...messages.slice(0, lead), { role: "user", content: "" }, ...messages.slice(lead)];
};

export const mergeUsers: Rewrite = (messages) =>
  mergeNeighbours(messages, (a, b) => a.role === "user" && b.role === "user");

/** Answers in a row become one. Messages that call tools stay. */
export const mergeAssistants: Rewrite = (messages) => mergeNeighbours(messages, areTwoAnswers);

export function areTwoAnswers(a: Message, b: Message): boolean {
  return [a, b].every((message) => message.role === "assistant" && !callsTools(message));
}

function mergeNeighbours(
  messages: readonly Message[],
  belongTogether: (a: Message, b: Message) => boolean,
): Message[] {
  const result: Message[] = [];
  for (const message of messages) {
    const last = result.at(-1);
    if (last === undefined || !belongTogether(last, message)) {
      result.push(message);
      continue;
    }
    const reasoning = joined(last.reasoning ?? "", message.reasoning ?? "");
    result[result.length - 1] = {
      ...last,
      content: joined(last.content, message.content),
      ...(reasoning === "" ? {} : { reasoning }),
    };
  }
  return result;
}

/** Texts with a blank line between them. Empty ones are left out. */
function joined(...texts: string[]): string {
  return texts.filter((text) => text !== "").join("\n\n");
}
