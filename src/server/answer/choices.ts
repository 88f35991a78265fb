/**
 * Generates the choices (OpenAI's `n`) of a question, for every API: trims the prompt to the
 * context, runs the engine, and counts tokens.
 */

import type { ConversationEvent } from "../../chat/conversation.ts";
import { promptBudget, trimToFit } from "../../chat/trim.ts";
import type { ChatEvent, GenerateOptions, Message, PromptInput, ToolCall } from "../../protocol/chat.ts";
import { ApiError } from "../api-error.ts";
import type { Exchange } from "../exchange.ts";
import type { OpenedModel } from "../model-pool.ts";
import { inputWithPreset, optionsWithPreset } from "../preset.ts";
import { merged } from "./merge.ts";

export type Question = {
  input: PromptInput;
  options: GenerateOptions;
  /** How many answers to generate. */
  choices: number;
  /** Drop the oldest turns if the prompt exceeds the context; without this, that is an error. */
  truncate: boolean;
};

export type ChoiceEvent = { choice: number; event: ChatEvent };

export type Answers = {
  events: AsyncGenerator<ChoiceEvent, void>;
  /** The number of messages that were dropped. */
  truncated: number;
};

export type Done = Extract<ChatEvent, { type: "done" }>;
type TokenEvent = Extract<ChatEvent, { type: "token" }>;
type PromptTokenEvent = Extract<ChatEvent, { type: "promptToken" }>;

/** A complete answer. */
export type Choice = {
  text: string;
  reasoning: string;
  /** Without ids, since each API has its own form of them. */
  toolCalls: Omit<ToolCall, "id">[];
  tokens: TokenEvent[];
  /** Only with the option promptLogprobs. */
  promptTokens: PromptTokenEvent[];
  done: Done;
};

/** @throws AnechatError; a prompt that is too long fails later, with the first event */
export async function answer(
  { engine, preset }: OpenedModel,
  asked: Question,
  exchange: Pick<Exchange, "service" | "signal" | "waiting" | "stats">,
): Promise<Answers> {
  const { signal } = exchange;
  const question = {
    ...asked,
    input: inputWithPreset(asked.input, preset),
    options: optionsWithPreset(asked.options, preset),
  };
  const { input, ...fit } = await fitted(engine, question, signal);
  const { options, choices } = question;
  const streams = Array.from({ length: choices }, (_, choice) => {
    const seed = options.sampling?.seed;
    // With the same seed, all choices would be the same.
    const sampling =
      seed === undefined ? options.sampling : { ...options.sampling, seed: (seed + choice) >>> 0 };
    const own = { ...options, ...(sampling === undefined ? {} : { sampling }), signal };
    return counted(engine.generate(input, own), exchange);
  });
  return { events: choiceEvents(streams), ...fit };
}

/**
 * Further prompts wait while a request has this many answers in progress: other clients need their
 * turns. The answers of one prompt are never divided.
 */
const atOnce = 16;

/**
 * The answers to several prompts as choices, in the order of the prompts.
 * @param answered the answers to each prompt
 * @param perPrompt the number of them
 */
export async function* ofAllPrompts(
  answered: readonly AsyncGenerator<ChoiceEvent, void>[],
  perPrompt: number,
): AsyncGenerator<ChoiceEvent, void> {
  for await (const { index, value } of merged(answered, Math.max(1, Math.floor(atOnce / perPrompt)))) {
    yield { ...value, choice: index * perPrompt + value.choice };
  }
}

/** Present in a response only if messages were dropped. */
export function truncatedField({ truncated }: Answers): { truncated?: number } {
  return truncated === 0 ? {} : { truncated };
}

/** Waits for the answer to a question with one choice. */
export async function collectChoice(answers: Answers): Promise<Choice> {
  const [choice] = await collectChoices(answers, 1);
  if (choice === undefined) throw new Error("there is no answer");
  return choice;
}

/** Waits for the complete answers, in order. */
export async function collectChoices({ events }: Answers, choices: number): Promise<Choice[]> {
  const begun = Array.from({ length: choices }, (): Omit<Choice, "done"> & { done?: Done } => ({
    text: "",
    reasoning: "",
    toolCalls: [],
    tokens: [],
    promptTokens: [],
  }));
  for await (const { choice, event } of events) {
    const answer = begun[choice];
    if (answer === undefined) continue;
    if (event.type === "text") answer.text += event.text;
    else if (event.type === "reasoning") answer.reasoning += event.text;
    else if (event.type === "token") answer.tokens.push(event);
    else if (event.type === "promptToken") answer.promptTokens.push(event);
    else if (event.type === "done") answer.done = event;
    else if (event.type === "toolCall") addCall(answer.toolCalls, event);
  }
  return begun.map((answer) => {
    if (answer.done === undefined) throw new Error("an answer ended without a result");
    return { ...answer, done: answer.done };
  });
}

/**
 * Passes an answer's events on, counts them, and tells the stream what the answer waits for.
 * @throws as refuseCancelled
 */
export async function* counted<E extends ConversationEvent>(
  events: AsyncIterable<E>,
  { service: { metrics }, stats, waiting }: Pick<Exchange, "service" | "stats" | "waiting">,
): AsyncGenerator<E, void> {
  let isFirst = true;
  let isCancelled = true;
  const started = performance.now();
  try {
    for await (const event of events) {
      waiting.update(event);
      if (isFirst && (event.type === "text" || event.type === "reasoning" || event.type === "toolCall")) {
        isFirst = false;
        metrics.firstToken((performance.now() - started) / 1000);
      }
      if (event.type === "done") {
        const { usage } = event;
        stats.add(event);
        metrics.count("prompt_tokens", usage.promptTokens);
        metrics.count("cached_tokens", usage.cachedTokens);
        metrics.count("completion_tokens", usage.completionTokens);
        metrics.context(usage.contextUsed, usage.contextSize);
        isCancelled = event.finish === "cancelled";
        refuseCancelled(event);
      }
      yield event;
    }
  } catch (error) {
    isCancelled = error instanceof ApiError && isCancelled;
    throw error;
  } finally {
    if (isCancelled) metrics.count("cancelled");
  }
}

/** @throws ApiError `busy` if the answer was cancelled, for a client that is still connected */
function refuseCancelled({ finish }: Done): void {
  if (finish !== "cancelled") return;
  throw new ApiError("busy", "The server shut down before the answer was complete");
}

function addCall(calls: Choice["toolCalls"], event: Extract<ChatEvent, { type: "toolCall" }>): void {
  const before = calls[event.index] ?? { name: event.name ?? "", arguments: "" };
  calls[event.index] = { ...before, arguments: before.arguments + event.arguments };
}

async function fitted(
  engine: OpenedModel["engine"],
  { input, options, truncate }: Question,
  signal: AbortSignal,
): Promise<Omit<Answers, "events"> & { input: PromptInput }> {
  if (!truncate || input.kind !== "messages") return { input, truncated: 0 };
  const budget = promptBudget(engine.contextLimit, options.maxTokens ?? Number.POSITIVE_INFINITY);
  // With the signal, counting stops when the client disconnects.
  const count = (messages: readonly Message[]): Promise<number> =>
    engine.countTokens(messages, { ...options, signal });
  const { messages, dropped } = await trimToFit(input.messages, budget, count);
  return { input: { ...input, messages }, truncated: dropped.length };
}

async function* choiceEvents(
  streams: readonly AsyncGenerator<ChatEvent, void>[],
): AsyncGenerator<ChoiceEvent, void> {
  for await (const { index, value } of merged(streams)) yield { choice: index, event: value };
}
