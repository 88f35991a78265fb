/**
 * From a question, whichever API it came through, to the events of its answers: fits it to the context,
 * asks the engine, and counts.
 */
import type { ConversationEvent } from "../chat/conversation.ts";
import { trimToFit } from "../chat/trim.ts";
import { EventQueue } from "../engine/client/event-queue.ts";
import type { ChatEvent, GenerateOptions, Message, PromptInput, ToolCall } from "../protocol/chat.ts";
import { ApiError } from "./api-error.ts";
import type { Metrics } from "./metrics.ts";
import type { OpenedModel } from "./model-pool.ts";

export type Question = {
  input: PromptInput;
  options: GenerateOptions;
  /** How many answers are wanted. */
  choices: number;
  /** The oldest turns may be left out if the context has no room for all; else that is an error. */
  truncate: boolean;
};

export type ChoiceEvent = { choice: number; event: ChatEvent };

export type Answers = {
  events: AsyncIterable<ChoiceEvent>;
  /** Messages that were left out. */
  truncated: number;
  /** Of the prompt with what was left of it, where it had to be counted to fit it. */
  promptTokens?: number;
};

export type Done = Extract<ChatEvent, { type: "done" }>;
export type TokenEvent = Extract<ChatEvent, { type: "token" }>;

/** A whole answer. */
export type Choice = {
  text: string;
  reasoning: string;
  /** Without ids: each API makes its own. */
  toolCalls: Omit<ToolCall, "id">[];
  tokens: TokenEvent[];
  done: Done;
};

/** @throws AnechatError; that the prompt is too long comes with the first event */
export async function answer(
  { engine }: OpenedModel,
  question: Question,
  metrics: Metrics,
  signal: AbortSignal,
): Promise<Answers> {
  const { input, ...fit } = await fitted(engine, question, signal);
  const { options, choices } = question;
  const streams = Array.from({ length: choices }, (_, choice) => {
    const seed = options.sampling?.seed;
    // The same seed would give the same answer.
    const sampling =
      seed === undefined ? options.sampling : { ...options.sampling, seed: (seed + choice) >>> 0 };
    const wanted = { ...options, ...(sampling === undefined ? {} : { sampling }), signal };
    return counted(engine.generate(input, wanted), metrics);
  });
  return { events: merged(streams), ...fit };
}

/** The whole answers, in order. */
export async function collectChoices({ events }: Answers, choices: number): Promise<Choice[]> {
  const begun = Array.from({ length: choices }, (): Omit<Choice, "done"> & { done?: Done } => ({
    text: "",
    reasoning: "",
    toolCalls: [],
    tokens: [],
  }));
  for await (const { choice, event } of events) {
    const answer = begun[choice];
    if (answer === undefined) continue;
    if (event.type === "text") answer.text += event.text;
    else if (event.type === "reasoning") answer.reasoning += event.text;
    else if (event.type === "token") answer.tokens.push(event);
    else if (event.type === "done") answer.done = event;
    else if (event.type === "toolCall") addCall(answer.toolCalls, event);
  }
  return begun.map((answer) => {
    if (answer.done === undefined) throw new Error("an answer ended without a result");
    return { ...answer, done: answer.done };
  });
}

/** An answer's events as they come, with what they tell of it counted. @throws as wholeOnly */
export async function* counted<E extends ConversationEvent>(
  events: AsyncIterable<E>,
  metrics: Metrics,
): AsyncGenerator<E, void> {
  let isFirst = true;
  let isLeft = true;
  const started = performance.now();
  try {
    for await (const event of events) {
      if (isFirst && (event.type === "text" || event.type === "reasoning" || event.type === "toolCall")) {
        isFirst = false;
        metrics.firstToken((performance.now() - started) / 1000);
      }
      if (event.type === "done") {
        const { usage } = event;
        metrics.count("prompt_tokens", usage.promptTokens);
        metrics.count("cached_tokens", usage.cachedTokens);
        metrics.count("completion_tokens", usage.completionTokens);
        metrics.context(usage.contextUsed, usage.contextSize);
        isLeft = event.finish === "cancelled";
        wholeOnly(event);
      }
      yield event;
    }
  } catch (error) {
    isLeft = error instanceof ApiError && isLeft;
    throw error;
  } finally {
    if (isLeft) metrics.count("cancelled");
  }
}

/** An answer that was cut off is no answer. @throws ApiError `busy`, for whoever is still there to hear it */
export function wholeOnly(done: Done): Done {
  if (done.finish !== "cancelled") return done;
  throw new ApiError("busy", "The server ended before the answer did.");
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
  if (!truncate || input.kind === "text") return { input, truncated: 0 };
  const limit = engine.contextLimit;
  const wanted = options.maxTokens ? options.maxTokens : limit;
  const budget = limit - Math.min(wanted, Math.floor(limit / 4));
  // Of a client that has gone no turn is counted any more.
  const count = (messages: readonly Message[]): Promise<number> =>
    engine.countTokens(messages, { ...options, signal });
  const { messages, dropped, tokens } = await trimToFit(input.messages, budget, count);
  return { input: { kind: "messages", messages }, truncated: dropped.length, promptTokens: tokens };
}

/** Events of several answers as they come. Leaving it ends them all. */
async function* merged(
  streams: readonly AsyncGenerator<ChatEvent, void>[],
): AsyncGenerator<ChoiceEvent, void> {
  const [only] = streams;
  if (streams.length === 1 && only !== undefined) {
    for await (const event of only) yield { choice: 0, event };
    return;
  }
  const queue = new EventQueue<ChoiceEvent>();
  const passing = Promise.all(
    streams.map(async (stream, choice) => {
      for await (const event of stream) queue.push({ choice, event });
    }),
  );
  passing.then(
    () => queue.close(),
    (error: unknown) => queue.fail(error),
  );
  try {
    yield* queue;
  } finally {
    await Promise.all(streams.map((stream) => stream.return()));
  }
}
