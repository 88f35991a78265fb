/** The chat in a terminal: opens the model and hands it to the prompt loop. */
import { exitCodes } from "../../base/errors.ts";
import { plural } from "../../base/format.ts";
import { OutputFile } from "../../chat/output-file.ts";
import type { SavedChat } from "../../chat/store/chat-store.ts";
import { typedText } from "../../chat/transcript.ts";
import { noteRecentModel } from "../../models/recent.ts";
import { answerLook } from "../../terminal/answer-style.ts";
import { createAnswerView } from "../../terminal/answer-view.ts";
import { runChatLoop } from "../../terminal/chat-loop.ts";
import { History } from "../../terminal/history.ts";
import { type Keyboard, openKeyboard } from "../../terminal/keyboard.ts";
import { onlyThoughtsNote } from "../../terminal/notes.ts";
import { notifyDone } from "../../terminal/notify.ts";
import { sanitize } from "../../terminal/sanitize.ts";
import { WindowTitle } from "../../terminal/title.ts";
import { type Flags, generateOptions } from "../flags.ts";
import { type Io, stepProgress } from "../io.ts";
import type { Model } from "../model/obtain-model.ts";
import { noteThinking } from "../note-thinking.ts";
import { openSession } from "../session/open.ts";
import type { ModelSession } from "../session/session.ts";
import { chatActions } from "./actions.ts";
import { ChatRecorder, openConversation, readChat } from "./chat-recorder.ts";
import { ChatSession } from "./chat-session.ts";
import { chatCompleter } from "./complete.ts";
import { anyEditor, editText } from "./editor.ts";
import { titled } from "./titled.ts";

/**
 * @param saved the chat to continue
 * @returns the exit code
 */
export async function chat(
  model: Model,
  flags: Flags,
  io: Io,
  saved: SavedChat | undefined,
): Promise<number> {
  // Pipes are read first, while Ctrl+C still ends the program.
  const options = generateOptions(flags, io);
  const loaded = flags.load === undefined ? undefined : await readChat(flags.load, io);
  // From here on we read the keyboard. Text typed while the model loads waits for the prompt.
  const { stdin: input, stdout: output, shutdown, env } = io;
  using keyboard = openKeyboard({ input, output, process, shutdown, env });
  using recorder = new ChatRecorder(flags, io);
  using answers = flags.output === undefined ? undefined : new OutputFile(flags.output);
  const session = await load(model, flags, io, keyboard);
  noteThinking(model, session, flags.think, io);
  if (flags.save && model.kind === "local" && !model.isDemo) noteRecentModel(io.paths.data, model.path);
  const conversation = openConversation(session, recorder, { saved, loaded }, flags);
  // Not freed: the process ends with the chat, and the system frees its memory faster.
  const chat = new ChatSession({
    model,
    session,
    conversation,
    recorder,
    answers,
    flags,
    options,
    io,
  });
  if (saved !== undefined || flags.load !== undefined) await showResumed(chat, saved, flags, io);
  const look = answerLook(output, env, flags);
  const { colors } = look;
  const history = openHistory(recorder, io);
  const reader = keyboard.reader({
    colors,
    history,
    complete: chatCompleter(chat),
    vi: flags.vi === true,
    openEditor: async (text) => (await keyboard.lend(() => editText(anyEditor(env), text))).text,
  });
  const ring = (milliseconds: number): void =>
    notifyDone({ output, env, isFocused: keyboard.focused, milliseconds });
  using title = colors.hasStyles ? new WindowTitle(output, process) : undefined;
  await runChatLoop({
    keyboard,
    reader,
    history,
    ...look,
    get thoughts() {
      return chat.showThinking;
    },
    ...(flags.notify && colors.hasStyles ? { notify: ring } : {}),
    stats: flags.stats && !flags.quiet,
    quiet: flags.quiet === true,
    verbose: flags.verbose === true,
    ...titled(chat, chatActions(chat), title),
    note: (line) => io.note(line),
    takeNotes: () => recorder.takeNotes(),
  });
  await finishWriting(recorder, keyboard, io, flags.quiet === true);
  if (!io.shutdown.isEnding) await saveState(chat, keyboard, io, flags.quiet === true);
  return exitCodes.ok;
}

async function load(model: Model, flags: Flags, io: Io, keyboard: Keyboard): Promise<ModelSession> {
  const loading = new AbortController();
  using _interrupt = keyboard.onInterrupt(() => loading.abort());
  return await openSession(model, io, { flags, signal: loading.signal });
}

/** Restores the KV state of a chat that continues, and shows its last question and answer. */
async function showResumed(
  chat: ChatSession,
  saved: SavedChat | undefined,
  flags: Flags,
  io: Io,
): Promise<void> {
  const { conversation } = chat;
  await chat.restore();
  const questions = conversation.messages.filter(({ role }) => role === "user").length;
  const name = saved === undefined ? (flags.load ?? "") : `Chat ${saved.number}: ${saved.title}`;
  io.note(`${name} (${plural(questions, "question")})`);
  const { lastQuestion, lastAnswer } = conversation;
  if (lastQuestion === undefined) return;
  const look = answerLook(io.stdout, io.env, flags);
  io.stdout.write(`\n${look.colors.dim(`prompt -> ${sanitize(typedText(lastQuestion))}`)}\n`);
  if (lastAnswer === undefined) {
    io.note("The question has no answer yet: /retry asks it again.");
    return;
  }
  if (conversation.isCutInThought) {
    io.note(onlyThoughtsNote);
    return;
  }
  const view = createAnswerView(look);
  view.write(lastAnswer.content.trim());
  view.end();
}

/** Saves the last messages. Waits if another program has locked the database; Ctrl+C ends that. */
async function finishWriting(
  recorder: ChatRecorder,
  keyboard: Keyboard,
  io: Io,
  quiet: boolean,
): Promise<void> {
  if (!recorder.needsFlush) return;
  const stopping = new AbortController();
  using _interrupt = keyboard.onInterrupt(() => stopping.abort());
  using progress = stepProgress(io, "Saving the chat", quiet);
  progress.update(undefined);
  await recorder.flush(stopping.signal);
  progress.clear();
}

/** Saves the KV state, so that the chat continues quickly. Ctrl+C ends the waiting. */
async function saveState(chat: ChatSession, keyboard: Keyboard, io: Io, quiet: boolean): Promise<void> {
  const patienceMs = 300;
  const left = Promise.withResolvers<void>();
  using _interrupt = keyboard.onInterrupt(left.resolve);
  const saving = Promise.race([chat.saveState(), left.promise]);
  const isSlow = await Promise.race([saving.then(() => false), Bun.sleep(patienceMs).then(() => true)]);
  if (!isSlow) return;
  using progress = stepProgress(io, "Saving the chat's state", quiet);
  await saving;
  progress.clear();
}

/** The prompt history for ↑; only in memory with --no-save. */
function openHistory(recorder: ChatRecorder, io: Io): History {
  if (recorder.prompts === undefined) return History.inMemory();
  const { history, warning } = History.open(recorder.prompts);
  if (warning !== undefined) io.note(warning);
  return history;
}
