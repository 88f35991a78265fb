/**
 * One question, one answer, for scripts: stdout carries the answer and one line break, or one JSON
 * object; everything else goes to stderr. With --continue, --resume or --load the question
 * continues that chat; otherwise it is not saved.
 */

import { AnechatError, exitCodes } from "../../base/errors.ts";
import type { ConversationEvent } from "../../chat/conversation.ts";
import { OutputFile } from "../../chat/output-file.ts";
import type { SavedChat } from "../../chat/store/chat-store.ts";
import { initialContext } from "../../engine/cache/context-size.ts";
import { noteRecentModel } from "../../models/recent.ts";
import {
  answerLimits,
  type ChatEvent,
  type GenerateOptions,
  isCutBeforeAnswer,
} from "../../protocol/chat.ts";
import { type AnswerView, answerLook } from "../../terminal/answer-style.ts";
import { createAnswerView } from "../../terminal/answer-view.ts";
import { withoutOuterBlank } from "../../terminal/blank.ts";
import { createColors } from "../../terminal/colors.ts";
import {
  cutBeforeAnswer,
  cutNote,
  droppedNote,
  noCodeNote,
  stoppedThinkingNote,
  waitingNote,
} from "../../terminal/notes.ts";
import { printJson } from "../../terminal/print.ts";
import { PromptProgress } from "../../terminal/prompt-progress.ts";
import { thoughtRow } from "../../terminal/thoughts.ts";
import { type Flags, scriptOptions } from "../flags.ts";
import type { Io } from "../io.ts";
import type { Model } from "../model/obtain-model.ts";
import { noteThinking } from "../note-thinking.ts";
import { openSession } from "../session/open.ts";
import type { ModelSession } from "../session/session.ts";
import { ChatRecorder, openConversation, openSnapshots, readChat } from "./chat-recorder.ts";

type Result = { text: string; reasoning: string; done: Extract<ChatEvent, { type: "done" }> };

/**
 * @param prompt with the piped text
 * @param saved the chat to continue
 * @returns the exit code
 */
export async function oneShot(
  model: Model,
  prompt: string,
  flags: Flags,
  io: Io,
  saved: SavedChat | undefined,
): Promise<number> {
  const options = scriptOptions(flags, io);
  const loaded = flags.load === undefined ? undefined : await readChat(flags.load, io);
  const isContinued = saved !== undefined || loaded !== undefined;
  using recorder = new ChatRecorder({ ...flags, save: flags.save && isContinued }, io);
  using answers = flags.output === undefined ? undefined : new OutputFile(flags.output);
  using interrupt = io.onInterrupt();
  // Not freed: the process ends after the answer, and the system frees its memory faster.
  const session = await openSession(model, io, {
    flags,
    signal: interrupt.signal,
    ...(isContinued ? {} : { initialContext: neededContext(prompt, flags, options) }),
  });
  if (flags.save && model.kind === "local" && !model.isDemo) noteRecentModel(io.paths.data, model.path);
  noteThinking(model, session, flags.think, io);
  const { backend } = session;
  const chatOptions = { ...options, signal: interrupt.signal };
  const conversation = openConversation(session, recorder, { saved, loaded }, flags);
  const snapshots = isContinued ? openSnapshots(session, flags, io) : undefined;
  await snapshots?.restore(conversation.transcript);
  const events = flags.raw
    ? backend.generate({ kind: "text", text: prompt }, chatOptions)
    : conversation.ask(prompt, chatOptions);

  const view = flags.json ? undefined : answerView(flags, io);
  using progress = view && !flags.quiet ? promptProgress(view, io) : undefined;
  const result = await collect(events, { view, progress, answers, io }).catch((error: unknown) => {
    progress?.end();
    // The engine didn't stop in time. The text so far stays.
    if (interrupt.signal.aborted) view?.interrupt();
    throw error;
  });
  if (view === undefined) printJson(io.stdout, toJson(result, session));
  else if (interrupt.signal.aborted) view.interrupt();
  else view.end();
  const isCut = isCutBeforeAnswer(result.text, result.done.finish);
  const note = flags.json || isCut ? undefined : cutNote(result.done, false);
  if (note !== undefined) io.note(note);
  await recorder.flush(interrupt.signal);
  if (interrupt.signal.aborted) return exitCodes.interrupted;
  await snapshots?.save(conversation.transcript, conversation.contextUsed);
  if (isCut) {
    const flag = result.done.finish === "context" ? "--ctx-size" : "--max-tokens";
    throw new AnechatError("generationFailed", cutBeforeAnswer(result.done), {
      hint: `Allow more with ${flag}, or shorten the reasoning with --think off, low or a number.`,
    });
  }
  return interrupt.signal.aborted ? exitCodes.interrupted : exitCodes.ok;
}

/**
 * The initial context for one answer. A small one takes less memory and starts faster; if the
 * estimate is too low, the context grows.
 */
function neededContext(prompt: string, flags: Flags, options: GenerateOptions): number {
  const { maxTokens, maxAnswerTokens } = answerLimits(options);
  const templateTokens = 256;
  const text = Buffer.byteLength(prompt) + Buffer.byteLength(flags.systemPrompt ?? "");
  return Math.min(initialContext, text + templateTokens + Math.min(maxTokens, maxAnswerTokens));
}

type View = Pick<AnswerView, "write" | "reasoning" | "reasoningEnd" | "status" | "end" | "interrupt">;

/**
 * A terminal shows the answer as a chat does; a pipe or a file gets the text and one line break.
 */
function answerView(flags: Flags, io: Io): View {
  const { stdout } = io;
  if (!stdout.isTTY) {
    const end = (): void => void stdout.write("\n");
    // A setting for chats adds nothing to what scripts read.
    const showsThoughts = flags.showThinking === "live" && flags.explicit?.includes("showThinking") === true;
    let hasThoughts = false;
    const thoughts = withoutOuterBlank((text) => {
      hasThoughts = true;
      stdout.write(text);
    });
    return {
      write: withoutOuterBlank((text) => stdout.write(text)),
      reasoning: (text) => void (showsThoughts && thoughts(text)),
      reasoningEnd: () => void (hasThoughts && stdout.write("\n\n")),
      status: () => {},
      end,
      interrupt: end,
    };
  }
  const view = createAnswerView(answerLook(stdout, io.env, flags));
  return {
    write: withoutOuterBlank((text) => view.write(text)),
    reasoning: (text) => view.reasoning(text),
    reasoningEnd: (row) => view.reasoningEnd(row),
    status: (row) => view.status(row),
    end: () => view.end(),
    interrupt: () => view.interrupt(),
  };
}

/** Shows in the view how far the prompt is read. */
function promptProgress(view: View, { env, stdout }: Io): PromptProgress {
  return new PromptProgress({ colors: createColors(env, stdout), show: (row) => view.status(row) });
}

type Receivers = {
  view: View | undefined;
  progress: PromptProgress | undefined;
  answers: OutputFile | undefined;
  io: Io;
};

async function collect(
  events: AsyncIterable<ConversationEvent>,
  { view, progress, answers, io }: Receivers,
): Promise<Result> {
  let text = "";
  let reasoning = "";
  const copy = withoutOuterBlank((part) => answers?.write(part));
  const note = (line: string): void => {
    view?.status(undefined);
    io.note(line);
  };
  for await (const event of events) {
    if (event.type === "dropped") {
      note(droppedNote(event, false));
      continue;
    }
    if (event.type === "waiting") {
      note(waitingNote(event));
      continue;
    }
    if (event.type === "progress") {
      progress?.update(event.evaluated, event.total);
      continue;
    }
    if (event.type === "queued") continue;
    progress?.end();
    if (event.type === "reasoningEnd") {
      view?.reasoningEnd(thoughtRow(event));
      if (event.isCut) note(stoppedThinkingNote(event));
    }
    if (event.type === "text") {
      text += event.text;
      copy(event.text);
      view?.write(event.text);
    } else if (event.type === "reasoning") {
      reasoning += event.text;
      view?.reasoning(event.text);
    } else if (event.type === "done") {
      if (answers?.endAnswer() === false) io.note(noCodeNote);
      return { text: text.trim(), reasoning: reasoning.trim(), done: event };
    }
  }
  throw new AnechatError("generationFailed", "The answer ended without a result");
}

function toJson({ text, reasoning, done }: Result, session: ModelSession): unknown {
  return {
    text,
    reasoning: reasoning === "" ? null : reasoning,
    finishReason: done.finish,
    usage: done.usage,
    timings: done.timings,
    model: modelFacts(session),
  };
}

function modelFacts(session: ModelSession): unknown {
  const { name } = session;
  if (session.kind === "remote") return { name, endpoint: session.backend.endpoint };
  const { quantization, info } = session;
  return { name, quantization, parameters: info.parameters, device: info.device };
}
