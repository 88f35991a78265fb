/**
 * Records a chat: in the database, in the file of --save-to, and as KV snapshots. The database also
 * has the prompt history.
 */
import { isWriteFailure, toAnechatError } from "../../base/errors.ts";
import type { PortableChat } from "../../chat/chat-file.ts";
import { Conversation } from "../../chat/conversation.ts";
import { SessionFile } from "../../chat/session-file.ts";
import { ChatSnapshots } from "../../chat/snapshots.ts";
import { type ChatNumber, ChatStore, type SavedChat } from "../../chat/store/chat-store.ts";
import { DatabaseLocked } from "../../chat/store/database.ts";
import { PromptHistory } from "../../chat/store/prompt-history.ts";
import { TranscriptWriter } from "../../chat/store/transcript-writer.ts";
import { Transcript, type TranscriptListener } from "../../chat/transcript.ts";
import type { Flags } from "../flags.ts";
import type { Io } from "../io.ts";
import { chatsPath, oldHistoryPath, snapshotsFolder } from "../saved-chats.ts";
import type { ModelSession } from "../session/session.ts";
import { readText } from "../text-file.ts";

/** How long a chat waits while another program has locked the database. Most writes take less. */
const lockedMs = 100;

/** How long the end of a chat waits for that. */
const endPatienceMs = 10_000;

export class ChatRecorder implements Disposable {
  /** The prompt history; undefined with --no-save. */
  readonly prompts: PromptHistory | undefined;
  readonly #io: Io;
  readonly #writer: TranscriptWriter | undefined;
  readonly #file: SessionFile | undefined;
  readonly #listeners: readonly TranscriptListener[];
  readonly #notes: string[] = [];
  #store: ChatStore | undefined;

  constructor(flags: Pick<Flags, "save" | "saveTo">, io: Io) {
    const onTrouble = (line: string): void => void this.#notes.push(line);
    this.#io = io;
    this.#writer = flags.save
      ? new TranscriptWriter({ open: () => this.#openChats(), onTrouble, quietMs: 0 })
      : undefined;
    this.prompts = flags.save
      ? new PromptHistory({
          open: () => this.#openStore().database,
          path: chatsPath(io),
          oldFile: oldHistoryPath(io),
        })
      : undefined;
    this.#file = flags.saveTo === undefined ? undefined : new SessionFile(flags.saveTo, onTrouble);
    this.#listeners = [this.#writer, this.#file].filter((listener) => listener !== undefined);
  }

  /** The chat's number, once its first message is saved. */
  get number(): ChatNumber | undefined {
    return this.#writer?.number;
  }

  /**
   * Notes about recording, each once. They are collected because they may arise while the user
   * types.
   */
  takeNotes(): readonly string[] {
    return this.#notes.splice(0);
  }

  /** Whether a message is not saved yet. */
  get isBehind(): boolean {
    return this.#writer?.isBehind === true;
  }

  /** Whether a message or an entry of the prompt history is not saved yet. */
  get needsFlush(): boolean {
    return this.isBehind || this.prompts?.isBehind === true;
  }

  /**
   * Saves what could not be saved so far. Waits up to 10 s for a program that has locked the
   * database.
   */
  async flush(stop: AbortSignal): Promise<void> {
    await Promise.all([this.#writer?.flush(endPatienceMs, stop), this.prompts?.flush(endPatienceMs, stop)]);
  }

  /** The file of --save-to, for /status. */
  get path(): string | undefined {
    return this.#file?.path;
  }

  /** Records a chat from its next message on: a new one, or a saved one. */
  transcript(chat?: SavedChat): Transcript {
    this.#writer?.follow(chat);
    return this.#begin(chat);
  }

  /**
   * Records a chat that was read from a file. It is saved immediately. It continues where the file
   * ends, also if the saved chat has grown since.
   */
  take(chat: PortableChat): Transcript {
    if (this.#writer === undefined) return this.#begin(chat);
    const imported = this.#import(chat);
    if (imported !== undefined) {
      const transcript = this.transcript(imported);
      if (imported.entries.some(({ id }) => id === chat.head)) transcript.moveTo(chat.head);
      return transcript;
    }
    // The writer reports that it can't save, and why.
    this.#writer.take(chat);
    return this.#begin(chat);
  }

  /** @returns undefined if the database can't be written */
  #import(chat: PortableChat): SavedChat | undefined {
    try {
      const store = this.#openStore();
      return store.load(store.import(chat).number);
    } catch (error) {
      if (!isWriteFailure(error)) throw error;
      return undefined;
    }
  }

  /** One connection for chat and prompt history. @throws AnechatError; the next call tries again */
  #openStore(): ChatStore {
    this.#store ??= ChatStore.open(chatsPath(this.#io), lockedMs);
    return this.#store;
  }

  /** The store for the writer, without its disposal: the recorder closes it. */
  #openChats(): Pick<ChatStore, "add" | "moveHead" | "rename"> {
    const store = this.#openStore();
    return {
      add: (...chat) => store.add(...chat),
      moveHead: (chat, head) => store.moveHead(chat, head),
      rename: (chat, title) => store.rename(chat, title),
    };
  }

  #begin(chat: PortableChat | undefined): Transcript {
    this.#file?.begin();
    return new Transcript(chat, this.#listeners);
  }

  [Symbol.dispose](): void {
    for (const line of this.takeNotes()) this.#io.note(line);
    // Other failures were reported when they occurred.
    if (this.isBehind && this.#writer?.failure instanceof DatabaseLocked) {
      this.#io.note("The last messages are not saved.");
    }
    if (this.prompts?.isBehind) {
      const { message } = toAnechatError(this.prompts.failure);
      this.#io.note(`The last prompts are not in the prompt history: ${message}.`);
    }
    this.#writer?.[Symbol.dispose]();
    this.#store?.[Symbol.dispose]();
  }
}

/**
 * Reads a chat from a file.
 * @param io for a note while a pipe is silent; without it, a pipe is refused
 * @throws AnechatError `usage` if the file is not a chat
 */
export async function readChat(path: string, io?: Io): Promise<PortableChat> {
  const text = readText(path, io === undefined ? {} : { io });
  const { parseChatFile } = await import("../../chat/read-chat-file.ts");
  return parseChatFile(text, path, Date.now());
}

/**
 * Opens a recorded conversation: a new one, or one to continue.
 * @param saved from the database
 * @param loaded from a file
 */
export function openConversation(
  session: ModelSession,
  recorder: ChatRecorder,
  { saved, loaded }: { saved: SavedChat | undefined; loaded: PortableChat | undefined },
  flags: Flags,
): Conversation {
  return new Conversation(session.backend, {
    transcript: loaded === undefined ? recorder.transcript(saved) : recorder.take(loaded),
    begin: () => recorder.transcript(),
    systemPrompt: flags.systemPrompt,
    examples: flags.examples,
    history: flags.history,
    maxTurns: flags.maxTurns,
    maxPromptTokens: flags.trimTokens,
    model: session.answering,
  });
}

/** The KV snapshots of a session's chats; undefined if they are off, or the model is not local. */
export function openSnapshots(session: ModelSession, flags: Flags, io: Io): ChatSnapshots | undefined {
  if (session.kind === "remote") return undefined;
  if (!flags.save || !flags.history || flags.raw || flags.snapshotCache === 0) return undefined;
  const { answering, system, info, backend } = session;
  return new ChatSnapshots(backend, {
    folder: snapshotsFolder(io),
    limit: flags.snapshotCache,
    // The file's hash covers the chat template. A GPU lays out its KV cache differently.
    fingerprint: () =>
      [
        answering.hash,
        `context ${flags.ctxSize ?? "grows"}`,
        "KV F16",
        info.device,
        `llama.cpp ${system.version}`,
      ].join(", "),
  });
}
