/**
 * Conversations of API clients: chats in the same store as the terminal's, known by their numbers.
 * A client sees only those made with its key; without keys, those made since the server's start.
 * Each question reads its chat again, so that it sees changes by other programs. Questions of one
 * conversation queue up.
 */
import { Conversation, type ConversationEvent } from "../../chat/conversation.ts";
import type { ChatNumber, SavedChat } from "../../chat/store/chat-store.ts";
import { DatabaseLocked } from "../../chat/store/database.ts";
import { TranscriptWriter } from "../../chat/store/transcript-writer.ts";
import { type Entry, Transcript } from "../../chat/transcript.ts";
import type { ChatOptions } from "../../protocol/chat.ts";
import { ApiError } from "../api-error.ts";
import type { OpenedModel } from "../model-pool.ts";
import { optionsWithPreset } from "../preset.ts";
import { lockedError, SharedStore, type SharedStoreOptions } from "./shared-store.ts";

export type ConversationsOptions = SharedStoreOptions & {
  /** Gets a line when something can't be stored, and when it can again. */
  onTrouble(line: string): void;
};

/** One client's view of the conversations. All methods may throw ApiError `busy`. */
export type ClientConversations = {
  /** @returns its number */
  begin(systemPrompt: string | undefined, model: string | undefined): Promise<ChatNumber>;
  /** @throws ApiError `notFound`, also for another client's conversation */
  load(number: ChatNumber): Promise<SavedChat>;
  /** Removes a conversation unless it contains an answer. */
  discardUnanswered(number: ChatNumber): Promise<void>;
  /** Chooses the model that answers from the next question on. @throws ApiError `notFound` */
  choose(number: ChatNumber, model: string): Promise<void>;
  /** Asks and stores both messages. The iteration throws ApiError `notFound` or AnechatError. */
  ask(
    number: ChatNumber,
    text: string,
    model: OpenedModel,
    name: string,
    options: ChatOptions,
  ): AsyncGenerator<ConversationEvent, void>;
};

export class Conversations implements Disposable {
  /** The model of requests without one; undefined: the server's first. */
  defaultModel: string | undefined;
  readonly #options: ConversationsOptions;
  readonly #store: SharedStore;
  /** Models that were chosen for conversations and have not answered there yet. */
  readonly #models = new Map<ChatNumber, string>();
  readonly #queues = new Map<ChatNumber, Promise<unknown>>();
  /** Recorders of conversations that are not completely written yet. */
  readonly #unwritten = new Map<ChatNumber, TranscriptWriter>();
  #isEnding = false;

  constructor(options: ConversationsOptions) {
    this.#options = options;
    this.#store = new SharedStore(options);
  }

  /** @param key the client's; undefined if the server has no keys */
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

  /** The model for its next answer: the chosen one, else the last one if it is among `names`. */
  modelOf({ number, entries }: SavedChat, names: readonly string[]): string | undefined {
    const chosen = this.#models.get(number);
    if (chosen !== undefined) return chosen;
    const last = entries.map(modelOfEntry).findLast((name) => name !== undefined);
    return names.find((name) => name === last);
  }

  /** Resolves when no conversation is being answered. */
  async idle(): Promise<void> {
    while (this.#queues.size > 0) await Promise.all(this.#queues.values());
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
    throw new ApiError("notFound", `There is no conversation ${number}`, { path: "conversation_id" });
  }

  async *#ask(key: string | undefined, question: Question): AsyncGenerator<ConversationEvent, void> {
    const { number, text, model, name, options } = question;
    const { engine, answering, preset } = model;
    using _turn = await this.#turn(number);
    const chat = await this.#load(key, number);
    // A question that couldn't be stored isn't asked.
    const chats = await this.#store.with(key, (owned) => {
      owned.checkWritable();
      return owned;
    });
    // Must be the same store: a second one wouldn't see chats in memory.
    const recorder = new TranscriptWriter({ open: () => chats, onTrouble: this.#options.onTrouble });
    recorder.follow(chat);
    const hasSystem = chat.entries.some(({ role }) => role === "system");
    const conversation = new Conversation(engine, {
      transcript: new Transcript(chat, [recorder]),
      examples: preset?.examples,
      systemPrompt: hasSystem ? undefined : preset?.systemPrompt,
      model: {
        // Clients know the model by this name; the terminal opens it by `source`.
        name,
        source: answering.source,
        get hash() {
          return answering.hash;
        },
      },
    });
    try {
      yield* conversation.ask(text, optionsWithPreset(options, preset));
      this.#models.delete(number);
    } finally {
      // The recorder keeps trying; the next request to this conversation waits for it.
      if (recorder.isBehind) this.#unwritten.set(number, recorder);
    }
  }

  /** Waits until earlier messages are written, before the chat is read. @throws ApiError `busy` */
  async #catchUp(number: ChatNumber): Promise<void> {
    const recorder = this.#unwritten.get(number);
    if (recorder === undefined) return;
    const isWritten = await recorder.flush(this.#store.patienceMs);
    if (!isWritten) throw recorder.failure instanceof DatabaseLocked ? lockedError() : recorder.failure;
    this.#unwritten.delete(number);
  }

  async #turn(number: ChatNumber): Promise<Disposable> {
    const before = this.#queues.get(number) ?? Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    const turn = before.then(() => promise);
    this.#queues.set(number, turn);
    await before;
    return {
      [Symbol.dispose]: () => {
        resolve();
        if (this.#queues.get(number) === turn) this.#queues.delete(number);
        this.#closeIfEnded();
      },
    };
  }

  /** Closes the store once running answers are stored. */
  [Symbol.dispose](): void {
    this.#isEnding = true;
    this.#closeIfEnded();
  }

  #closeIfEnded(): void {
    if (!this.#isEnding || this.#queues.size > 0) return;
    for (const recorder of this.#unwritten.values()) recorder[Symbol.dispose]();
    this.#store[Symbol.dispose]();
  }
}

type Question = { number: ChatNumber; text: string; model: OpenedModel; name: string; options: ChatOptions };

function modelOfEntry(entry: Entry): string | undefined {
  if (entry.role === "user") return entry.asked?.name;
  return entry.role === "assistant" ? entry.facts?.model.name : undefined;
}
