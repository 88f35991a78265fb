/**
 * The two models of a comparison: opens them, and asks both the same questions. Two local models
 * answer one after the other, since in parallel they would slow each other down.
 */
import { AnechatError } from "../../base/errors.ts";
import { type Difference, firstDifference } from "../../batch/difference.ts";
import { generateOptions, type ModelFlags, type SamplingFlags } from "../../cli/flags.ts";
import { type Io, untilInterrupted } from "../../cli/io.ts";
import type { Model } from "../../cli/model/obtain-model.ts";
import { noteThinking } from "../../cli/note-thinking.ts";
import { openSession } from "../../cli/session/open.ts";
import type { ModelSession } from "../../cli/session/session.ts";
import type { BackendEvent, Waiting } from "../../protocol/backend.ts";
import type { ChatEvent, ChatOptions, FinishReason, GenerateOptions, Message } from "../../protocol/chat.ts";
import { tokensPerSecond } from "../../terminal/stats.ts";

export type Which = 0 | 1;

export type Answer = {
  model: string;
  text: string;
  tokens: number;
  /** Why it ends: "length" and "context" cut it. */
  finish: FinishReason;
  /** Measured after the first token; null for an answer of one token. */
  tokensPerSecond: number | null;
  firstTokenMs: number;
  /** Estimated bytes of model and context; null for a remote model. */
  memory: number | null;
};

export type Comparison = { prompt: string; answers: [Answer, Answer]; difference: Difference | null };

/** What happens while the models answer. */
export type Watcher = {
  /** A model begins with its questions. */
  begin?: (which: Which, model: string) => void;
  /** Before each question. */
  question?: (which: Which, index: number) => void;
  text?: (which: Which, text: string) => void;
  answered?: (which: Which, answer: Answer) => void;
  waiting: (which: Which, waiting: Waiting) => void;
};

export type Pair = {
  /** Their names; known before they are loaded. */
  names: readonly [string, string];
  /**
   * In a chat, each model gets its own earlier answers.
   * @returns if stopped, only the questions that both answered
   */
  ask(
    questions: readonly [first: readonly Message[][], second: readonly Message[][]],
    watcher: Watcher,
    stop: AbortSignal,
  ): Promise<Comparison[]>;
};

/**
 * Loads both models if memory allows it, else one after the other.
 * @param flags of each model
 * @param defaults for what the flags leave open
 */
export async function openPair(
  models: readonly [Model, Model],
  flags: readonly [SamplingFlags & ModelFlags, SamplingFlags & ModelFlags],
  io: Io,
  signal: AbortSignal,
  defaults: GenerateOptions = {},
): Promise<Pair> {
  const options = flags.map((own) => ({ ...defaults, ...generateOptions(own, io) }));
  const loaded = new Map<Which, ModelSession>();
  const names: [string, string] = ["", ""];
  const open = async (which: Which, stop: AbortSignal): Promise<ModelSession> => {
    const session = await openSession(models[which], io, { flags: flags[which], signal: stop });
    loaded.set(which, session);
    names[which] = session.name;
    noteThinking(models[which], session, flags[which].think, io);
    return session;
  };
  const close = async (): Promise<void> => {
    const sessions = [...loaded.values()];
    loaded.clear();
    for (const session of sessions) await session[Symbol.asyncDispose]();
  };
  await open(0, signal);
  try {
    await open(1, signal);
  } catch (error) {
    if (!(error instanceof AnechatError && error.code === "notEnoughMemory")) throw error;
    io.note("There is not enough memory for both models: they are loaded one after the other.");
    const second = models[1];
    names[1] = second.kind === "local" ? second.name : "";
  }
  const sessionOf = async (which: Which, stop: AbortSignal): Promise<ModelSession> => {
    const session = loaded.get(which);
    if (session !== undefined) return session;
    // Ctrl+C ends the waiting for an engine that is stuck.
    await untilInterrupted(close(), stop);
    return open(which, stop);
  };

  const answersOf = async (
    which: Which,
    questions: readonly Message[][],
    watcher: Watcher,
    stop: AbortSignal,
  ): Promise<Answer[]> => {
    const session = await sessionOf(which, stop);
    watcher.begin?.(which, session.name);
    const answers: Answer[] = [];
    for (const [index, question] of questions.entries()) {
      if (stop.aborted) break;
      watcher.question?.(which, index);
      const answer = await answerOf(session, question, { ...options[which], signal: stop }, which, watcher);
      if (stop.aborted) break;
      answers.push(answer);
      watcher.answered?.(which, answer);
    }
    return answers;
  };
  const isParallel = models.some(({ kind }) => kind !== "local");
  return {
    names,
    ask: async ([first, second], watcher, stop) => {
      const askFirst = (): Promise<Answer[]> => answersOf(0, first, watcher, stop);
      const askSecond = (): Promise<Answer[]> => answersOf(1, second, watcher, stop);
      const [left, right] = isParallel
        ? await bothSettled(askFirst(), askSecond())
        : [await askFirst(), await askSecond()];
      return left.slice(0, right.length).map((one, index) => {
        const other = right[index]!;
        return {
          prompt: first[index]?.at(-1)?.content ?? "",
          answers: [one, other],
          difference: firstDifference(one.text, other.text) ?? null,
        };
      });
    },
  };
}

/** As Promise.all(), but a failure waits for the other model, whose answer is shown as well. */
async function bothSettled<T>(first: Promise<T>, second: Promise<T>): Promise<[T, T]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}

async function answerOf(
  session: ModelSession,
  messages: Message[],
  options: ChatOptions,
  which: Which,
  watcher: Watcher,
): Promise<Answer> {
  const { backend, name } = session;
  let text = "";
  const done = await untilDone(backend.chat(messages, options), (event) => {
    if (event.type === "waiting") watcher.waiting(which, event);
    if (event.type !== "text") return;
    // Blank lines before an answer are no part of it.
    const part = text === "" ? event.text.trimStart() : event.text;
    text += part;
    if (part !== "") watcher.text?.(which, part);
  });
  const { usage, timings } = done;
  return {
    model: name,
    text: text.trim(),
    tokens: usage.completionTokens,
    finish: done.finish,
    tokensPerSecond: tokensPerSecond(done) ?? null,
    firstTokenMs: timings.firstTokenMs,
    memory: session.kind === "local" ? session.memory : null,
  };
}

type Done = Extract<ChatEvent, { type: "done" }>;

async function untilDone(
  events: AsyncIterable<BackendEvent>,
  see: (event: BackendEvent) => void,
): Promise<Done> {
  for await (const event of events) {
    if (event.type === "done") return event;
    see(event);
  }
  throw new AnechatError("generationFailed", "The answer ended without a result");
}
