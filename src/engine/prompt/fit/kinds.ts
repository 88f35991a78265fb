/**
 * The kinds of messages that some templates refuse or drop. Each has small conversations that show
 * whether a template takes it, and the rewrite for templates that don't.
 */
import type { Message } from "../../../protocol/chat.ts";
import { asPlainMessage } from "../plain-messages.ts";
import {
  answerBeforeUser,
  areTwoAnswers,
  beginWithUser,
  callsTools,
  endWithUser,
  hasReasoningAndText,
  hasTextAndCalls,
  isStray,
  isUnansweredTool,
  keepTextOnly,
  lateSystemsToUser,
  leadingSystems,
  mergeAssistants,
  mergeSystems,
  mergeUsers,
  type Rewrite,
  serializeCalls,
  shortenIds,
  splitTextFromCalls,
  strayResultsToUser,
  systemToUser,
  textToReasoning,
} from "./rewrites.ts";

export type Kind = {
  occurs(messages: readonly Message[]): boolean;
  /** Conversations whose texts must all be in the prompt, in this order. */
  probes: readonly (readonly Message[])[];
  rewrite: Rewrite;
};

/** The tool that {@link Kind.probes} call. */
export const probeTool = {
  name: "probe_tool",
  description: "",
  parameters: { type: "object", properties: { key: { type: "string" } } },
};

const user = (content: string): Message => ({ role: "user", content });
const assistant = (content: string): Message => ({ role: "assistant", content });
const system = (content: string): Message => ({ role: "system", content });
const shortId = (text: string): string => `${text}00000000`.slice(0, 9);
const calling = (argument: string, more: Partial<Message> = {}): Message => ({
  role: "assistant",
  content: "",
  toolCalls: [{ id: shortId(argument), name: probeTool.name, arguments: JSON.stringify({ key: argument }) }],
  ...more,
});
const result = (content: string, argument: string): Message => ({
  role: "tool",
  content,
  toolCallId: shortId(argument),
  toolName: probeTool.name,
});

/** A call and its result, with an id as OpenAI's API makes them. */
const longId = "call_0123456789abcdefghijklmn";
const callWithLongId = [
  user("first"),
  {
    ...calling("second"),
    toolCalls: calling("second").toolCalls?.map((call) => ({ ...call, id: longId })) ?? [],
  },
  { ...result("third", "second"), toolCallId: longId },
];

const someAt = (
  messages: readonly Message[],
  test: (messages: readonly Message[], index: number) => boolean,
): boolean => messages.some((_, index) => test(messages, index));

const somePair = (messages: readonly Message[], test: (a: Message, b: Message) => boolean): boolean =>
  messages.some((message, index) => index > 0 && test(messages[index - 1] as Message, message));

const lateSystem: Kind = {
  occurs: (messages) => messages.slice(leadingSystems(messages)).some(({ role }) => role === "system"),
  probes: [
    [user("first"), assistant("second"), system("third"), user("fourth")],
    [system("first"), user("second"), assistant("third"), user("fourth"), system("fifth")],
  ],
  rewrite: lateSystemsToUser,
};

const severalSystems: Kind = {
  occurs: (messages) => leadingSystems(messages) > 1,
  probes: [[system("first"), system("second"), user("third")]],
  rewrite: mergeSystems,
};

const strayResult: Kind = {
  occurs: (messages) => someAt(messages, isStray),
  probes: [[user("first"), result("second", "id")]],
  rewrite: strayResultsToUser,
};

const isToolMessage = (message: Message): boolean => message.role === "tool" || callsTools(message);

const longIds: Kind = {
  occurs: (messages) => messages.some(isToolMessage),
  probes: [callWithLongId],
  rewrite: shortenIds,
};

/** Kind of all calls: {@link longIds} comes before it. */
const calls: Kind = {
  occurs: (messages) => messages.some(isToolMessage),
  probes: [[user("first"), calling("second"), result("third", "second")]],
  rewrite: (messages) => messages.map(asPlainMessage),
};

const severalCalls: Kind = {
  occurs: (messages) => messages.some(({ toolCalls = [] }) => toolCalls.length > 1),
  probes: [
    [
      user("first"),
      calling("", { toolCalls: ["second", "third"].flatMap((one) => calling(one).toolCalls ?? []) }),
      result("fourth", "second"),
      result("fifth", "third"),
    ],
  ],
  rewrite: serializeCalls,
};

const textAndCalls: Kind = {
  occurs: (messages) => messages.some(hasTextAndCalls),
  probes: [[user("first"), calling("third", { content: "second" }), result("fourth", "third")]],
  rewrite: splitTextFromCalls,
};

const reasoningAndText: Kind = {
  occurs: (messages) => messages.some(hasReasoningAndText),
  probes: [[user("first"), { ...assistant("second"), reasoning: "why" }, user("third")]],
  rewrite: keepTextOnly,
};

/** For gpt-oss, llama.cpp drops text beside reasoning, so the text becomes reasoning. */
const textReasoningAndCalls: Kind = {
  occurs: (messages) =>
    messages.some((message) => message.reasoning !== undefined && hasTextAndCalls(message)),
  probes: [
    [user("first"), calling("third", { content: "second", reasoning: "why" }), result("fourth", "third")],
  ],
  rewrite: textToReasoning,
};

/** Templates that look for an answer to continue may forget its calls. */
const callsLast: Kind = {
  occurs: (messages) => messages.slice(-1).some(callsTools),
  probes: [[user("first"), calling("second")]],
  rewrite: endWithUser,
};

const userAfterTool: Kind = {
  occurs: (messages) => someAt(messages, isUnansweredTool),
  probes: [
    [user("first"), calling("second"), result("third", "second"), user("fourth")],
    [user("first"), calling("second"), user("third")],
  ],
  rewrite: answerBeforeUser,
};

const isUser = ({ role }: Message): boolean => role === "user";

const onlySystem: Kind = {
  occurs: (messages) => messages.every(({ role }) => role === "system"),
  probes: [[system("first")]],
  rewrite: beginWithUser,
};

const noUser: Kind = {
  occurs: (messages) => !messages.some(isUser),
  probes: [[assistant("first")], [system("first"), assistant("second")]],
  rewrite: beginWithUser,
};

const assistantFirst: Kind = {
  occurs: (messages) => messages[leadingSystems(messages)]?.role === "assistant" && messages.some(isUser),
  probes: [
    [assistant("first"), user("second")],
    [system("first"), assistant("second"), user("third")],
  ],
  rewrite: beginWithUser,
};

const callsFirst: Kind = {
  occurs: (messages) => messages.slice(leadingSystems(messages)).slice(0, 1).some(callsTools),
  probes: [[calling("first"), result("second", "first"), user("third")]],
  rewrite: beginWithUser,
};

const severalUsers: Kind = {
  occurs: (messages) => somePair(messages, (a, b) => a.role === "user" && b.role === "user"),
  probes: [[user("first"), user("second"), assistant("third"), user("fourth")]],
  rewrite: mergeUsers,
};

const severalAssistants: Kind = {
  occurs: (messages) => somePair(messages, areTwoAnswers),
  probes: [[user("first"), assistant("second"), assistant("third"), user("fourth")]],
  rewrite: mergeAssistants,
};

/** A system message at the beginning. template-fit.ts looks for it in the prompt itself. */
export const leadingSystem: Kind = {
  occurs: (messages) => messages[0]?.role === "system",
  probes: [[system("first"), user("second")]],
  rewrite: systemToUser,
};

/** In the order in which they are rewritten. */
export const kinds: readonly Kind[] = [
  lateSystem,
  severalSystems,
  strayResult,
  longIds,
  calls,
  severalCalls,
  textAndCalls,
  reasoningAndText,
  textReasoningAndCalls,
  callsLast,
  userAfterTool,
  onlySystem,
  noUser,
  assistantFirst,
  callsFirst,
  severalUsers,
  severalAssistants,
];

/** Rewrites everything that a template may refuse, but keeps calls and the system message. */
export function strictest(messages: readonly Message[]): Message[] {
  return kinds.filter((kind) => kind !== calls).reduce((rest, { rewrite }) => rewrite(rest), [...messages]);
}

/** Nothing is left but users and assistants that alternate. */
export function plainest(messages: readonly Message[]): Message[] {
  return [...kinds, leadingSystem, severalUsers].reduce((rest, { rewrite }) => rewrite(rest), [...messages]);
}
