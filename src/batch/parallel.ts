/** Many questions at once: as many as the backend has sequences for, the next as soon as one is answered. */
import { AnechatError, toAnechatError } from "../base/errors.ts";
import type { Backend, BackendEvent, Waiting } from "../protocol/backend.ts";
import type { ChatEvent, ChatOptions, Message } from "../protocol/chat.ts";
export type AnswerAllOptions = {
  parallel: number;
  options: ChatOptions;
  /** Told of each wait for an endpoint. */
  onWait?: (waiting: Waiting) => void;
};

export type Done = Extract<ChatEvent, { type: "done" }>;

export type Answered = {
  /** Of the question. */
  index: number;
  text: string;
  reasoning: string;
  /** How it ended, or why there is no answer. */
  result: Done | AnechatError;
};

/**
 * Answers as they are complete, which is not the order of the questions. Aborting the signal ends it; the
 * answers being written are left out.
 */
export async function* answerAll(
  backend: Pick<Backend, "chat">,
  questions: readonly (readonly Message[])[],
  { parallel, options, onWait }: AnswerAllOptions,
): AsyncGenerator<Answered, void> {
  const running = new Map<number, Promise<Answered>>();
  let next = 0;
  for (;;) {
    while (next < questions.length && running.size < parallel && !options.signal?.aborted) {
      running.set(next, answer(backend, questions[next] ?? [], next, options, onWait));
      next += 1;
    }
    if (running.size === 0) return;
    const answered = await Promise.race(running.values());
    running.delete(answered.index);
    if (!isCancelled(answered)) yield answered;
  }
}

/** Also where the engine was too busy to end it in time. */
function isCancelled({ result }: Answered): boolean {
  return result instanceof AnechatError ? result.code === "interrupted" : result.finish === "cancelled";
}

async function answer(
  backend: Pick<Backend, "chat">,
  messages: readonly Message[],
  index: number,
  options: ChatOptions,
  onWait: ((waiting: Waiting) => void) | undefined,
): Promise<Answered> {
  const said: Said = { text: "", reasoning: "" };
  try {
    const result = await collect(backend.chat(messages, options), said, onWait);
    return { index, text: said.text.trim(), reasoning: said.reasoning.trim(), result };
  } catch (error) {
    return { index, ...said, result: toAnechatError(error) };
  }
}

export type Said = { text: string; reasoning: string };

/** Follows an answer to its end. @param said gets its words, also those of one that fails */
export async function collect(
  events: AsyncIterable<BackendEvent>,
  said: Said,
  onWait?: (waiting: Waiting) => void,
): Promise<Done> {
  for await (const event of events) {
    if (event.type === "text") said.text += event.text;
    else if (event.type === "reasoning") said.reasoning += event.text;
    else if (event.type === "waiting") onWait?.(event);
    else if (event.type === "done") return event;
  }
  throw new AnechatError("generationFailed", "The answer ended without a result.");
}
