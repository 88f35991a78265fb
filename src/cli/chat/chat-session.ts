/**
 * A chat while it goes on: its conversation, the model that answers, and what a message is sent
 * with. What the commands of actions.ts act on.
 */
import { statSync } from "node:fs";
import { AnechatError } from "../../base/errors.ts";
import { untilAborted } from "../../base/pause.ts";
import { type Attachment, mentionedPaths, readAttachment, withAttachments } from "../../chat/attachment.ts";
import type { Conversation, ConversationEvent } from "../../chat/conversation.ts";
import type { OutputFile } from "../../chat/output-file.ts";
import type { Snapshots } from "../../chat/snapshots.ts";
import { resolveModel } from "../../models/resolve.ts";
import type { GenerateOptions, Message } from "../../protocol/chat.ts";
import { withoutOuterBlank } from "../../terminal/blank.ts";
import type { ChatUi } from "../../terminal/chat-loop.ts";
import { expandHome } from "../../terminal/complete-path.ts";
import { noCodeNote } from "../../terminal/notes.ts";
import type { Flags } from "../flags.ts";
import type { Io } from "../io.ts";
import { type LocalModel, type Model, obtainModel } from "../model/obtain-model.ts";
import { loadModel } from "../session/local.ts";
import { openSession } from "../session/open.ts";
import type { LocalSession, ModelSession } from "../session/session.ts";
import { type ChatRecorder, openSnapshots } from "./chat-recorder.ts";

export type ChatSessionOptions = {
  model: Model;
  session: ModelSession;
  conversation: Conversation;
  recorder: ChatRecorder;
  /** --output's. */
  answers: OutputFile | undefined;
  flags: Flags;
  options: GenerateOptions;
  io: Io;
};

/** Waits for an engine, which may be stuck. @returns undefined once the signal is aborted */
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

/** The model before couldn't be loaded again, either. */
class NoModelLeft extends AnechatError {
  constructor(name: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
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
  /** As /set may change it. */
  options: GenerateOptions;
  readonly #answers: OutputFile | undefined;
  #model: Model;
  #session: ModelSession;
  #snapshots: Snapshots | undefined;
  #attached: Attachment[] = [];

  constructor({ model, session, conversation, recorder, answers, flags, options, io }: ChatSessionOptions) {
    this.conversation = conversation;
    this.#session = session;
    this.recorder = recorder;
    this.flags = flags;
    this.io = io;
    this.options = options;
    this.#answers = answers;
    this.#model = model;
    this.#snapshots = openSnapshots(session, flags, io);
  }

  /** With the model that answers now. */
  get session(): ModelSession {
    return this.#session;
  }

  get contextLimit(): number {
    return this.#session.backend.contextLimit;
  }

  /** Answers a message, with the files it names. */
  async answer(text: string, ui: ChatUi): Promise<void> {
    const { backend } = this.#session;
    if (this.flags.raw) {
      await this.show((options) => backend.generate({ kind: "text", text }, options), ui);
      return;
    }
    const files = [...this.#attached];
    for (const path of mentionedPaths(text)) {
      // "@everyone" is no file, and may be meant so; "@notes/today.md" isn't.
      if (isFile(expandHome(path))) files.push(await this.#read(path, ui));
      else if (/[./\\]/.test(path)) ui.note(`@${path} is no file here: it is sent as it is written.`);
    }
    const message = withAttachments(text, files);
    await this.show((options) => this.conversation.ask(message, options), ui);
    // Of a message that failed they go with the next.
    this.#attached = [];
  }

  /** Shows an answer that is being written, and keeps what there is to keep of it. */
  async show(
    events: (options: GenerateOptions & { signal: AbortSignal }) => AsyncIterable<ConversationEvent>,
    ui: ChatUi,
  ): Promise<void> {
    await ui.show((signal) => this.#copied(events({ ...this.options, signal }), ui));
    // Meanwhile the answer is being read.
    void this.#snapshots?.saveIfGrown(this.conversation.transcript, this.conversation.contextUsed);
  }

  /** A file for the next message. */
  async attach(path: string, ui: ChatUi): Promise<void> {
    const file = await this.#read(path, ui);
    this.#attached = [...this.#attached.filter((other) => other.path !== file.path), file];
  }

  /** Tokens that a prompt of these messages has. */
  countTokens(messages: readonly Message[]): Promise<number> {
    return this.#session.backend.countTokens(messages);
  }

  /**
   * Goes on with another model; where it can't be had, with the one before.
   * @param name as on the command line, or `#NAME`: another model of the endpoint or workspace that answers
   */
  async switchTo(name: string, ui: ChatUi): Promise<void> {
    const { flags, io } = this;
    const before = this.#session;
    const wanted = name.startsWith("#") && before.kind === "remote" ? before.sibling(name.slice(1)) : name;
    // A choice among variants, or Ctrl+C while it is fetched, needs the terminal as it was.
    const model = await ui.lend(() => obtainModel(wanted, flags, io));
    // What can't be loaded must not cost the model that is loaded.
    if (model.kind === "local") resolveModel(model.path);
    await this.saveState(ui);
    using interrupt = ui.interruptible();
    try {
      if (model.kind === "local" && before.kind === "local") {
        this.#session = await this.#reload(before, model, interrupt.signal, ui);
      } else {
        this.#session = await openSession(model, flags, io, interrupt.signal);
        // An engine that is stuck can't be freed.
        await unlessAborted(before[Symbol.asyncDispose](), interrupt.signal);
      }
      this.#model = model;
    } catch (error) {
      if (!(error instanceof NoModelLeft)) ui.note(`${before.name} goes on.`);
      throw error;
    } finally {
      this.#snapshots = openSnapshots(this.#session, flags, io);
      this.conversation.switchTo(this.#session.backend, this.#session.answering);
    }
  }

  /** Another model in the engine that runs: there need not be memory for both. */
  async #reload(
    session: LocalSession,
    model: LocalModel,
    signal: AbortSignal,
    ui: ChatUi,
  ): Promise<LocalSession> {
    const load = async (wanted: LocalModel, stop: AbortSignal): Promise<LocalSession> => {
      const open = await loadModel(session.backend, session.system, wanted, this.flags, this.io, stop);
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

  /** Takes the KV state of the conversation from the cache, if it is there. @param ui as for {@link saveState} */
  async restore(ui?: ChatUi): Promise<void> {
    using interrupt = ui?.interruptible();
    const tokens = await unlessAborted(
      this.#snapshots?.restore(this.conversation.transcript),
      interrupt?.signal,
    );
    if (tokens) this.conversation.resumed(tokens);
  }

  /** So that the conversation can be gone on with at once. @param ui Ctrl+C there ends it: an engine may be stuck */
  async saveState(ui?: ChatUi): Promise<void> {
    using interrupt = ui?.interruptible();
    const { transcript, contextUsed } = this.conversation;
    await unlessAborted(this.#snapshots?.save(transcript, contextUsed), interrupt?.signal);
  }

  async #read(path: string, ui: ChatUi): Promise<Attachment> {
    const file = { ...readAttachment(expandHome(path)), path };
    const tokens = await this.countTokens([{ role: "user", content: withAttachments("", [file]) }]);
    const most = Math.floor((this.contextLimit * 3) / 4);
    if (tokens > most) {
      throw new AnechatError(
        "inputTooLong",
        `${path} is too long: ${tokens} tokens, and ${most} are the most here`,
        {
          hint: `The context has ${this.contextLimit} tokens.${this.#session.kind === "local" ? " --ctx-size may give more." : ""}`,
        },
      );
    }
    ui.note(`${path}: about ${tokens} tokens.`);
    return file;
  }

  /** What --output writes. */
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

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
