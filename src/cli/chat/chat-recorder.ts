/**
 * What is kept of a chat, and where: the store, a file of the user's, the KV state. The store also
 * has what is typed at the prompt.
 */
import { isWriteFailure, toAnechatError } from "../../base/errors.ts";
import type { PortableChat } from "../../chat/chat-file.ts";
import { Conversation } from "../../chat/conversation.ts";
import { SessionFile } from "../../chat/session-file.ts";
import { Snapshots } from "../../chat/snapshots.ts";
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

/** Milliseconds that a chat stands still for another program that writes: a moment, in which it is done as a rule. */
const lockedMs = 100;

/** And so long its end waits. */
const endPatienceMs = 10_000;

export class ChatRecorder implements Disposable {
  /** What is typed at the prompt; undefined where nothing is to be kept. */
  readonly prompts: PromptHistory | undefined;
  readonly #io: Io;
  readonly #recorder: TranscriptWriter | undefined;
  readonly #file: SessionFile | undefined;
  readonly #listeners: readonly TranscriptListener[];
  readonly #notes: string[] = [];
  #store: ChatStore | undefined;

  constructor(flags: Pick<Flags, "save" | "saveTo">, io: Io) {
    const onTrouble = (line: string): void => void this.#notes.push(line);
    this.#io = io;
    this.#recorder = flags.save
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
    this.#listeners = [this.#recorder, this.#file].filter((listener) => listener !== undefined);
  }

  /** Of the chat, once something was said in it and it is kept. */
  get number(): ChatNumber | undefined {
    return this.#recorder?.number;
  }

  /** What is to be said about recording, each line once: it may come up while somebody types. */
  takeNotes(): readonly string[] {
    return this.#notes.splice(0);
  }

  /** Whether something that was said is yet to be written. */
  get isBehind(): boolean {
    return this.#recorder?.isBehind === true;
  }

  /** Whether there is anything to write, of the chat or of the prompt history. */
  get needsFlush(): boolean {
    return this.isBehind || this.prompts?.isBehind === true;
  }

  /** Writes what could not be written until now, and waits some seconds for a program that has locked the database. */
  async flush(stop: AbortSignal): Promise<void> {
    await Promise.all([this.#recorder?.flush(endPatienceMs, stop), this.prompts?.flush(endPatienceMs, stop)]);
  }

  /** Where the chat is written besides, for /status. */
  get path(): string | undefined {
    return this.#file?.path;
  }

  /** A chat whose every message is kept: a new one, or one to go on with. */
  transcript(chat?: SavedChat): Transcript {
    this.#recorder?.follow(chat);
    return this.#begin(chat);
  }

  /** A chat of a file; it is put into the store at once. */
  take(chat: PortableChat): Transcript {
    if (this.#recorder === undefined) return this.#begin(chat);
    const kept = this.#imported(chat);
    if (kept !== undefined) return this.transcript(kept);
    // It says that nothing is kept, and why.
    this.#recorder.take(chat);
    return this.#begin(chat);
  }

  /** @returns undefined where nothing can be written */
  #imported(chat: PortableChat): SavedChat | undefined {
    try {
      const store = this.#openStore();
      return store.load(store.import(chat).number);
    } catch (error) {
      if (!isWriteFailure(error)) throw error;
      return undefined;
    }
  }

  /** One connection for all that is kept. @throws AnechatError; the next call tries again */
  #openStore(): ChatStore {
    this.#store ??= ChatStore.open(chatsPath(this.#io), lockedMs);
    return this.#store;
  }

  /** Not for the recorder to close. */
  #openChats(): Pick<ChatStore, "add" | "moveHead"> {
    const store = this.#openStore();
    return {
      add: (...chat) => store.add(...chat),
      moveHead: (chat, head) => store.moveHead(chat, head),
    };
  }

  #begin(chat: PortableChat | undefined): Transcript {
    this.#file?.begin();
    return new Transcript(chat, this.#listeners);
  }

  [Symbol.dispose](): void {
    for (const line of this.takeNotes()) this.#io.note(line);
    // Where nothing can be written, that was said already.
    if (this.isBehind && this.#recorder?.failure instanceof DatabaseLocked) {
      this.#io.note("What was said last isn't saved.");
    }
    if (this.prompts?.isBehind) {
      const { message } = toAnechatError(this.prompts.failure);
      this.#io.note(`What was typed last isn't in the prompt history: ${message}.`);
    }
    this.#recorder?.[Symbol.dispose]();
    this.#store?.[Symbol.dispose]();
  }
}

/**
 * Reads a chat from a file.
 * @param io says that a pipe is waited for; without it only a file will do
 * @throws AnechatError `usage` for what is no chat
 */
export async function readChat(path: string, io?: Io): Promise<PortableChat> {
  const text = readText(path, io === undefined ? {} : { io });
  const { parseChatFile } = await import("../../chat/read-chat-file.ts");
  return parseChatFile(text, path, Date.now());
}

/**
 * A conversation that is kept: a new one, or one to go on with.
 * @param saved of the store
 * @param loaded of a file
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
    history: flags.history,
    maxTurns: flags.maxTurns,
    maxPromptTokens: flags.trimTokens,
    model: session.answering,
  });
}

/** The KV states of a session's chats; undefined where nothing is to be kept, or where there is none on this machine. */
export function openSnapshots(session: ModelSession, flags: Flags, io: Io): Snapshots | undefined {
  if (session.kind === "remote") return undefined;
  if (!flags.save || !flags.history || flags.raw || flags.snapshotCache === 0) return undefined;
  const { answering, system, info, backend } = session;
  return new Snapshots(backend, {
    folder: snapshotsFolder(io),
    limit: flags.snapshotCache,
    // The file's hash covers its template. llama.cpp's cache is F16; what a GPU holds is laid out otherwise.
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
