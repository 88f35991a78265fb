/**
 * A running chat: its conversation, its model, and what is sent with a message. The commands in
 * actions.ts change it.
 */
import { AnechatError, messageOf } from "../../base/errors.ts";
import { untilAborted } from "../../base/pause.ts";
import type { Conversation, ConversationEvent } from "../../chat/conversation.ts";
import type { OutputFile } from "../../chat/output-file.ts";
import type { ChatSnapshots } from "../../chat/snapshots.ts";
import { readModelHeader } from "../../models/header.ts";
import type { GenerateOptions, Message } from "../../protocol/chat.ts";
import { withoutOuterBlank } from "../../terminal/blank.ts";
import type { ChatUi } from "../../terminal/chat-loop.ts";
import { noCodeNote, onlyThoughtsNote } from "../../terminal/notes.ts";
import { defaultThoughtsStyle, type ThoughtsStyle } from "../../terminal/thoughts.ts";
import type { Flags } from "../flags.ts";
import type { Io } from "../io.ts";
import { type LocalModel, type Model, obtainModel } from "../model/obtain-model.ts";
import { loadModel, openSession } from "../session/open.ts";
import type { LocalSession, ModelSession } from "../session/session.ts";
import { Attachments, attachedFilesOf } from "./attachments.ts";
import { type ChatRecorder, openSnapshots } from "./chat-recorder.ts";
import { chatDefaults } from "./settings.ts";

type ChatSessionOptions = {
  model: Model;
  session: ModelSession;
  conversation: Conversation;
  recorder: ChatRecorder;
  /** The file of --output. */
  answers: OutputFile | undefined;
  flags: Flags;
  options: GenerateOptions;
  io: Io;
};

/** Waits for an engine that may be stuck. @returns undefined if the signal is aborted */
async function unlessAborted<T>(
  work: PromiseLike<T> | undefined,
  signal: AbortSignal | undefined,
): Promise<T | undefined> {
  try {
    return await untilAborted(Promise.resolve(work), signal);
  } catch (error) {
    if (signal?.aborted) return undefined;
    throw error;
  }
}

/** After a failed switch, the previous model could not be loaded again either. */
class NoModelLeft extends AnechatError {
  constructor(name: string, cause: unknown) {
    const reason = messageOf(cause);
    super("generationFailed", `${name} can't be loaded again: ${reason}`, {
      hint: "Choose a model with /switch.",
      cause,
    });
  }
}

export class ChatSession {
  readonly conversation: Conversation;
  readonly recorder: ChatRecorder;
  readonly flags: Flags;
  readonly io: Io;
  readonly attachments: Attachments;
  /** The options of flags and config files. */
  readonly given: GenerateOptions;
  /** /set changes it. */
  options: GenerateOptions;
  /** /set changes it. */
  showThinking: ThoughtsStyle;
  readonly #answers: OutputFile | undefined;
  #model: Model;
  #session: ModelSession;
  #snapshots: ChatSnapshots | undefined;

  constructor({ model, session, conversation, recorder, answers, flags, options, io }: ChatSessionOptions) {
    this.conversation = conversation;
    this.#session = session;
    this.recorder = recorder;
    this.flags = flags;
    this.io = io;
    this.given = options;
    this.options = options;
    this.showThinking = flags.showThinking ?? defaultThoughtsStyle;
    this.#answers = answers;
    this.#model = model;
    this.#snapshots = openSnapshots(session, flags, io);
    this.attachments = new Attachments(this);
  }

  /** The session of the current model. */
  get session(): ModelSession {
    return this.#session;
  }

  get contextLimit(): number {
    return this.#session.backend.contextLimit;
  }

  /** The file of a local model. */
  get modelPath(): string | undefined {
    return this.#model.kind === "local" ? this.#model.path : undefined;
  }

  /** Whether --ctx-size sets the context's size. */
  get isResizable(): boolean {
    return this.#session.kind === "local";
  }

  /** Answers a message, with the attached files and those it mentions. */
  async answer(text: string, ui: ChatUi): Promise<void> {
    const { backend } = this.#session;
    if (this.flags.raw) {
      await this.show((options) => backend.generate({ kind: "text", text }, options), ui);
      return;
    }
    const question = await this.attachments.questionOf(text, ui.note);
    await this.show((options) => this.conversation.ask(question, options), ui);
    this.#answered(ui);
  }

  /**
   * Asks a changed text in place of the last question, whose attached files stay. Files that it
   * mentions are read again. Needs a question.
   */
  async edit(text: string, ui: ChatUi): Promise<void> {
    const { lastQuestion } = this.conversation;
    const kept = lastQuestion === undefined ? [] : attachedFilesOf(lastQuestion);
    for (const { path } of kept) ui.note(`${path} stays attached.`);
    const question = await this.attachments.questionOf(text, ui.note, kept);
    await this.show((options) => this.conversation.edit(question, options), ui);
    this.#answered(ui);
  }

  /** Asks the last question again. Needs a question. */
  async retry(ui: ChatUi): Promise<void> {
    const hadAnswer = this.#hasAnswer;
    await this.show((options) => this.conversation.retry(options), ui);
    if (!hadAnswer || !this.#hasAnswer) this.#answered(ui);
  }

  /** Continues the last answer, or its thoughts. Needs an answer. */
  async continue(ui: ChatUi): Promise<void> {
    const { conversation } = this;
    const before = conversation.lastAnswer;
    const hadOnlyThoughts = conversation.isCutInThought;
    const shown = hadOnlyThoughts ? {} : { continues: before?.content ?? "" };
    await this.show((options) => conversation.continue(options), ui, shown);
    if (conversation.lastAnswer === before) ui.note("The model had nothing to add.");
    else if (hadOnlyThoughts) this.#answered(ui);
  }

  get #hasAnswer(): boolean {
    return !this.conversation.isUnanswered && !this.conversation.isCutInThought;
  }

  /** Files of a question without an answer stay attached, and go with the next one. */
  #answered(ui: ChatUi): void {
    const { isUnanswered, isCutInThought, lastQuestion } = this.conversation;
    if (isUnanswered) ui.note("The question has no answer: /retry asks it again.");
    else if (isCutInThought) ui.note(onlyThoughtsNote);
    else this.attachments.sent(lastQuestion);
  }

  /**
   * Shows an answer while it is generated, writes it to --output, and saves the KV state.
   * @param answer for an answer that continues a cut one: the text of that one
   */
  async show(
    events: (options: GenerateOptions & { signal: AbortSignal }) => AsyncIterable<ConversationEvent>,
    ui: ChatUi,
    answer?: { continues?: string },
  ): Promise<void> {
    await ui.show((signal) => this.#copied(events({ ...chatDefaults, ...this.options, signal }), ui), answer);
    // Not awaited: meanwhile the user reads the answer.
    void this.#snapshots?.saveIfGrown(this.conversation.transcript, this.conversation.contextUsed);
  }

  /** The number of tokens in a prompt of these messages. */
  countTokens(messages: readonly Message[]): Promise<number> {
    return this.#session.backend.countTokens(messages);
  }

  /**
   * Continues with another model, or with the previous one if that fails.
   * @param name as on the command line, or `#NAME`: another model of the current endpoint or
   *   workspace
   */
  async switchTo(name: string, ui: ChatUi): Promise<void> {
    const { flags, io } = this;
    const before = this.#session;
    const modelName = name.startsWith("#") && before.kind === "remote" ? before.sibling(name.slice(1)) : name;
    // A menu of variants, and Ctrl+C during a download, need the terminal in its normal mode.
    const model = await ui.lend(() => obtainModel(modelName, flags, io));
    // An unusable file is found before the current model is unloaded.
    if (model.kind === "local") readModelHeader(model.path);
    await this.saveState(ui);
    using interrupt = ui.interruptible();
    try {
      if (model.kind === "local" && before.kind === "local") {
        this.#session = await this.#reload(before, model, interrupt.signal, ui);
      } else {
        this.#session = await openSession(model, io, { flags, signal: interrupt.signal });
        // Ctrl+C ends the waiting for an engine that is stuck.
        await unlessAborted(before[Symbol.asyncDispose](), interrupt.signal);
      }
      this.#model = model;
    } catch (error) {
      if (!(error instanceof NoModelLeft)) ui.note(`${before.name} is still the model.`);
      throw error;
    } finally {
      this.#snapshots = openSnapshots(this.#session, flags, io);
      this.conversation.switchTo(this.#session.backend, this.#session.answering);
    }
  }

  /** Loads another model into the running engine, which never needs memory for both. */
  async #reload(
    session: LocalSession,
    model: LocalModel,
    signal: AbortSignal,
    ui: ChatUi,
  ): Promise<LocalSession> {
    const load = async (next: LocalModel, stop: AbortSignal): Promise<LocalSession> => {
      const open = await loadModel(session, next, this.io, { flags: this.flags, signal: stop });
      return { ...session, ...open };
    };
    try {
      return await load(model, signal);
    } catch (error) {
      using interrupt = ui.interruptible();
      if (this.#model.kind === "local")
        await load(this.#model, interrupt.signal).catch((cause: unknown) => {
          throw new NoModelLeft(session.name, cause);
        });
      throw error;
    }
  }

  /**
   * Restores the conversation's KV state from its snapshot, if any.
   * @param ui as for {@link saveState}
   */
  async restore(ui?: ChatUi): Promise<void> {
    using interrupt = ui?.interruptible();
    const tokens = await unlessAborted(
      this.#snapshots?.restore(this.conversation.transcript),
      interrupt?.signal,
    );
    if (tokens) this.conversation.resumed(tokens);
  }

  /**
   * Saves the KV state, so that the conversation continues quickly.
   * @param ui where Ctrl+C ends the waiting: the engine may be stuck
   */
  async saveState(ui?: ChatUi): Promise<void> {
    using interrupt = ui?.interruptible();
    const { transcript, contextUsed } = this.conversation;
    await unlessAborted(this.#snapshots?.save(transcript, contextUsed), interrupt?.signal);
  }

  /** Copies the text to the file of --output. */
  async *#copied(events: AsyncIterable<ConversationEvent>, ui: ChatUi): AsyncIterable<ConversationEvent> {
    const answers = this.#answers;
    if (answers === undefined) {
      yield* events;
      return;
    }
    const write = withoutOuterBlank((text) => answers.write(text));
    for await (const event of events) {
      if (event.type === "text") write(event.text);
      yield event;
    }
    if (!answers.endAnswer()) ui.note(noCodeNote);
  }
}
