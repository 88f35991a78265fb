/**
 * Conversations that clients hold by their number: chats in the same store as the terminal's. A client has those alone
 * that were made with its key; without keys, those that were made since the server's start. Each is read anew for a
 * question, so that whatever else went on in it is seen; of one, questions wait in line.
 */
import { Conversation, type ConversationEvent } from "../../chat/conversation.ts";
import type { ChatNumber, SavedChat } from "../../chat/store/chat-store.ts";
import { DatabaseLocked } from "../../chat/store/database.ts";
import { TranscriptWriter } from "../../chat/store/transcript-writer.ts";
import { type Entry, Transcript } from "../../chat/transcript.ts";
import type { ChatOptions } from "../../protocol/chat.ts";
import { ApiError } from "../api-error.ts";
import type { OpenedModel } from "../model-pool.ts";
import { lockedError, SharedStore, type SharedStoreOptions } from "./shared-store.ts";

export type ConversationsOptions = SharedStoreOptions & {
  /** That something can't be kept, and that it can again. */
  onTrouble(line: string): void;
};

/** What one client has to do with conversations. @throws ApiError `busy` by all of them */
export type ClientConversations = {
  /** @returns its number */
  begin(systemPrompt: string | undefined, model: string | undefined): Promise<ChatNumber>;
  /** @throws ApiError `notFound`, also for somebody else's */
  load(number: ChatNumber): Promise<SavedChat>;
  /** Takes a conversation away again, unless there is an answer in it. */
  discardUnanswered(number: ChatNumber): Promise<void>;
  /** Lets a model answer from the next question on. @throws ApiError `notFound` */
  choose(number: ChatNumber, model: string): Promise<void>;
  /** Asks; question and answer are kept. @throws ApiError `notFound`; AnechatError by the iteration */
  ask(
    number: ChatNumber,
    text: string,
    model: OpenedModel,
    name: string,
    options: ChatOptions,
  ): AsyncGenerator<ConversationEvent, void>;
};

export class Conversations implements Disposable {
  /** Answers where no model is named; undefined: the server's first. */
  defaultModel: string | undefined;
  readonly #options: ConversationsOptions;
  readonly #store: SharedStore;
  /** Chosen for a conversation, and not yet used in it. */
  readonly #models = new Map<ChatNumber, string>();
  readonly #lines = new Map<ChatNumber, Promise<unknown>>();
  /** Of conversations that couldn't be written to their end. */
  readonly #behind = new Map<ChatNumber, TranscriptWriter>();
  #isEnding = false;

  constructor(options: ConversationsOptions) {
    this.#options = options;
    this.#store = new SharedStore(options);
  }

  /** @param key that the client gave; undefined where none is asked for */
  of(key: string | undefined): ClientConversations {
    const load = (number: ChatNumber): Promise<SavedChat> => this.#load(key, number);
    return {
      begin: (systemPrompt, model) => this.#begin(key, systemPrompt, model),
      load,
      discardUnanswered: (number) =>
        this.#store.with(key, (chats) => {
          const entries = chats.load(number)?.entries ?? [];
          if (!entries.some(({ role }) => role === "assistant")) chats.remove([number]);
        }),
      choose: async (number, model) => void this.#models.set((await load(number)).number, model),
      ask: (number, text, model, name, options) => this.#ask(key, { number, text, model, name, options }),
    };
  }

  /** What answers it: what was chosen, else what answered last, if it is one of these. */
  modelOf({ number, entries }: SavedChat, names: readonly string[]): string | undefined {
    const chosen = this.#models.get(number);
    if (chosen !== undefined) return chosen;
    const last = entries.map(modelOfEntry).findLast((name) => name !== undefined);
    return names.find((name) => name === last);
  }

  /** When nothing is being said in any of them. */
  async idle(): Promise<void> {
    while (this.#lines.size > 0) await Promise.all(this.#lines.values());
  }

  async #begin(
    key: string | undefined,
    systemPrompt: string | undefined,
    model: string | undefined,
  ): Promise<ChatNumber> {
    const transcript = new Transcript();
    if (systemPrompt) transcript.append({ role: "system", content: systemPrompt });
    const { entries, head } = transcript;
    const number = await this.#store.with(key, (chats) => chats.add(undefined, entries, head));
    if (model !== undefined) this.#models.set(number, model);
    return number;
  }

  async #load(key: string | undefined, number: ChatNumber): Promise<SavedChat> {
    await this.#catchUp(number);
    const chat = await this.#store.with(key, (chats) => chats.load(number));
    if (chat !== undefined) return chat;
    throw new ApiError("notFound", `There is no conversation ${number}.`, { path: "conversation_id" });
  }

  async *#ask(key: string | undefined, question: Question): AsyncGenerator<ConversationEvent, void> {
    const { number, text, model, name, options } = question;
    const { engine, answering } = model;
    using _turn = await this.#turn(number);
    const chat = await this.#load(key, number);
    // What can't be kept isn't asked.
    const chats = await this.#store.with(key, (owned) => {
      owned.checkWritable();
      return owned;
    });
    // Into the same store: of chats in memory another one would know nothing.
    const recorder = new TranscriptWriter({ open: () => chats, onTrouble: this.#options.onTrouble });
    recorder.follow(chat);
    const conversation = new Conversation(engine, {
      transcript: new Transcript(chat, [recorder]),
      model: {
        // Known to clients by this name; the terminal opens it again by its file.
        name,
        source: answering.source,
        get hash() {
          return answering.hash;
        },
      },
    });
    try {
      yield* conversation.ask(text, options);
      this.#models.delete(number);
    } finally {
      // It goes on trying; whoever comes next to this conversation waits for it.
      if (recorder.isBehind) this.#behind.set(number, recorder);
    }
  }

  /** What was said before has to be written before more is read. @throws ApiError `busy` */
  async #catchUp(number: ChatNumber): Promise<void> {
    const recorder = this.#behind.get(number);
    if (recorder === undefined) return;
    const isWritten = await recorder.flush(this.#store.patienceMs);
    if (!isWritten) throw recorder.failure instanceof DatabaseLocked ? lockedError() : recorder.failure;
    this.#behind.delete(number);
  }

  async #turn(number: ChatNumber): Promise<Disposable> {
    const before = this.#lines.get(number) ?? Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    const line = before.then(() => promise);
    this.#lines.set(number, line);
    await before;
    return {
      [Symbol.dispose]: () => {
        resolve();
        if (this.#lines.get(number) === line) this.#lines.delete(number);
        this.#closeIfEnded();
      },
    };
  }

  /** The store is closed when the last of what is being said is kept. */
  [Symbol.dispose](): void {
    this.#isEnding = true;
    this.#closeIfEnded();
  }

  #closeIfEnded(): void {
    if (!this.#isEnding || this.#lines.size > 0) return;
    for (const recorder of this.#behind.values()) recorder[Symbol.dispose]();
    this.#store[Symbol.dispose]();
  }
}

type Question = { number: ChatNumber; text: string; model: OpenedModel; name: string; options: ChatOptions };

function modelOfEntry(entry: Entry): string | undefined {
  if (entry.role === "user") return entry.asked?.name;
  return entry.role === "assistant" ? entry.facts?.model.name : undefined;
}
