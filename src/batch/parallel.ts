/** Answers many questions, as many in parallel as the backend has sequences. */
import { AnechatError, toAnechatError } from "../base/errors.ts";
import type { Backend, BackendEvent, Waiting } from "../protocol/backend.ts";
import type { ChatEvent, ChatOptions, Message } from "../protocol/chat.ts";

type AnswerAllOptions = {
  parallel: number;
  options: ChatOptions;
  /** Called before each wait for an endpoint. */
  onWait?: (waiting: Waiting) => void;
};

type Done = Extract<ChatEvent, { type: "done" }>;

export type Answered = {
  /** The question's index. */
  index: number;
  text: string;
  reasoning: string;
  /** How it ended, or why there is no answer. */
  result: Done | AnechatError;
};

/**
 * Yields answers as they complete, not in the order of the questions. Aborting the signal ends it;
 * unfinished answers are dropped.
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

/** An engine that is too busy to stop in time reports "interrupted". */
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
  const written: AnswerText = { text: "", reasoning: "" };
  try {
    const result = await collect(backend.chat(messages, options), written, onWait);
    return { index, text: written.text.trim(), reasoning: written.reasoning.trim(), result };
  } catch (error) {
    return { index, ...written, result: toAnechatError(error) };
  }
}

type AnswerText = { text: string; reasoning: string };

/** Reads an answer to its end. @param written receives its text, even if it fails later */
async function collect(
  events: AsyncIterable<BackendEvent>,
  written: AnswerText,
  onWait?: (waiting: Waiting) => void,
): Promise<Done> {
  for await (const event of events) {
    if (event.type === "text") written.text += event.text;
    else if (event.type === "reasoning") written.reasoning += event.text;
    else if (event.type === "waiting") onWait?.(event);
    else if (event.type === "done") return event;
  }
  throw new AnechatError("generationFailed", "The answer ended without a result");
}
