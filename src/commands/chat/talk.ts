/**
 * A chat while it goes on: its conversation, the model that answers, and what a message is sent
 * with. What the commands of actions.ts act on.
 */
import { statSync } from "node:fs";
import { AnechatError } from "../../base/errors.ts";
import type { AnswerFile } from "../../chat/answer-file.ts";
import { type Attachment, mentionedPaths, readAttachment, withAttachments } from "../../chat/attachment.ts";
import type { Conversation, ConversationEvent } from "../../chat/conversation.ts";
import type { Snapshots } from "../../chat/snapshots.ts";
import type { GenerateOptions, Message } from "../../engine/protocol.ts";
import { resolveModel } from "../../models/resolve.ts";
import { withoutOuterBlank } from "../../terminal/blank.ts";
import type { ChatUi } from "../../terminal/chat-loop.ts";
import { expandHome } from "../../terminal/complete-path.ts";
import { noCodeNote } from "../../terminal/notes.ts";
import type { Flags } from "../flags.ts";
import type { Io } from "../io.ts";
import { type LocalModel, obtainModel } from "../obtain-model.ts";
import { loadModel, type Session } from "../session.ts";
import { type Keeping, openSnapshots } from "./keeping.ts";

export type TalkOptions = {
  model: LocalModel;
  session: Session;
  conversation: Conversation;
  keeping: Keeping;
  /** --output's. */
  answers: AnswerFile | undefined;
  flags: Flags;
  options: GenerateOptions;
  io: Io;
};

export class Talk {
  readonly conversation: Conversation;
  readonly session: Session;
  readonly keeping: Keeping;
  readonly flags: Flags;
  readonly io: Io;
  /** As /set may change it. */
  options: GenerateOptions;
  readonly #answers: AnswerFile | undefined;
  #model: LocalModel;
  #snapshots: Snapshots | undefined;
  #attached: Attachment[] = [];

  constructor({ model, session, conversation, keeping, answers, flags, options, io }: TalkOptions) {
    this.conversation = conversation;
    this.session = session;
    this.keeping = keeping;
    this.flags = flags;
    this.io = io;
    this.options = options;
    this.#answers = answers;
    this.#model = model;
    this.#snapshots = openSnapshots(session, flags, io);
  }

  get contextLimit(): number {
    return this.session.engine.contextLimit;
  }

  /** Answers a message, with the files it names. */
  async answer(text: string, ui: ChatUi): Promise<void> {
    const { engine } = this.session;
    if (this.flags.raw) {
      await this.show((options) => engine.generate({ kind: "text", text }, options), ui);
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
    return this.session.engine.countTokens(messages);
  }

  /** Goes on with another model; where it can't be had, with the one before. */
  async switchTo(name: string, ui: ChatUi): Promise<void> {
    const { session, flags, io } = this;
    // A choice among variants, or Ctrl+C while it is fetched, needs the terminal as it was.
    const model = await ui.lend(() => obtainModel(name, flags, io));
    // What can't be loaded must not cost the model that is loaded.
    resolveModel(model.path);
    await this.saveState();
    const load = async (wanted: LocalModel, signal: AbortSignal): Promise<void> => {
      Object.assign(session, await loadModel(session.engine, session.system, wanted, flags, io, signal));
    };
    using interrupt = ui.interruptible();
    try {
      await load(model, interrupt.signal);
      this.#model = model;
    } catch (error) {
      ui.note(`${this.#model.name} goes on.`);
      await load(this.#model, new AbortController().signal);
      throw error;
    } finally {
      this.#snapshots = openSnapshots(session, flags, io);
      this.conversation.switchTo(session.engine, session.answering);
    }
  }

  /** Takes the KV state of the conversation from the cache, if it is there. */
  async restore(): Promise<void> {
    const tokens = await this.#snapshots?.restore(this.conversation.transcript);
    if (tokens) this.conversation.resumed(tokens);
  }

  /** So that the conversation can be gone on with at once. */
  async saveState(): Promise<void> {
    await this.#snapshots?.save(this.conversation.transcript, this.conversation.contextUsed);
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
          hint: `The context has ${this.contextLimit} tokens; --ctx-size may give more.`,
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
