/**
 * Conversations that clients hold by their number: the chats of the terminal, in the same store. Each is
 * read anew for a question, so that whoever else goes on with it is seen; of one, questions wait in line.
 */
import { Conversation, type ConversationEvent } from "../../chat/conversation.ts";
import type { ChatNumber, ChatStore, SavedChat } from "../../chat/store/chat-store.ts";
import { Recorder } from "../../chat/store/recorder.ts";
import { type Entry, Transcript } from "../../chat/transcript.ts";
import type { ChatOptions } from "../../engine/protocol.ts";
import { ApiError } from "../api-error.ts";
import type { OpenedModel } from "../model-pool.ts";

export type ConversationsOptions = {
  /** @throws AnechatError */
  open(): ChatStore;
  /** That something can't be kept, and that it can again. */
  onTrouble(line: string): void;
};

export class Conversations implements Disposable {
  readonly #options: ConversationsOptions;
  /** Answers where no model is named; undefined: the server's first. */
  defaultModel: string | undefined;
  #store: ChatStore | undefined;
  /** Chosen for a conversation, and not yet used in it. */
  readonly #models = new Map<ChatNumber, string>();
  readonly #lines = new Map<ChatNumber, Promise<unknown>>();
  #isEnding = false;

  constructor(options: ConversationsOptions) {
    this.#options = options;
  }

  /** @returns its number */
  begin(systemPrompt: string | undefined, model: string | undefined): ChatNumber {
    const transcript = new Transcript();
    if (systemPrompt) transcript.append({ role: "system", content: systemPrompt });
    const number = this.#opened().add(undefined, transcript.entries, transcript.head);
    if (model !== undefined) this.#models.set(number, model);
    return number;
  }

  /** @throws ApiError `notFound` */
  load(number: ChatNumber): SavedChat {
    const chat = this.#opened().load(number);
    if (chat !== undefined) return chat;
    throw new ApiError("notFound", `There is no conversation ${number}.`, { path: "conversation_id" });
  }

  /** Takes a conversation away again, unless there is an answer in it. */
  discardUnanswered(number: ChatNumber): void {
    const entries = this.#opened().load(number)?.entries ?? [];
    if (!entries.some(({ role }) => role === "assistant")) this.#opened().remove([number]);
  }

  /** What answers it: what was chosen, else what answered last, if it is one of these. */
  modelOf({ number, entries }: SavedChat, names: readonly string[]): string | undefined {
    const chosen = this.#models.get(number);
    if (chosen !== undefined) return chosen;
    const last = entries.map(modelOfEntry).findLast((name) => name !== undefined);
    return names.find((name) => name === last);
  }

  /** From its next question on. */
  choose(number: ChatNumber, model: string): void {
    this.#models.set(number, model);
  }

  /**
   * Asks; question and answer are kept.
   * @throws ApiError `notFound`; AnechatError by the iteration
   */
  async *ask(
    number: ChatNumber,
    text: string,
    { engine, answering }: OpenedModel,
    name: string,
    options: ChatOptions,
  ): AsyncGenerator<ConversationEvent, void> {
    using _turn = await this.#turn(number);
    const chat = this.load(number);
    // Into the same store, which stays ours: of chats in memory another one would know nothing.
    const recorder = new Recorder({ open: () => this.#opened(), onTrouble: this.#options.onTrouble });
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
    yield* conversation.ask(text, options);
    this.#models.delete(number);
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

  /** When nothing is being said in any of them. */
  async idle(): Promise<void> {
    while (this.#lines.size > 0) await Promise.all(this.#lines.values());
  }

  #opened(): ChatStore {
    this.#store ??= this.#options.open();
    return this.#store;
  }

  /** The store is closed when the last of what is being said is kept. */
  [Symbol.dispose](): void {
    this.#isEnding = true;
    this.#closeIfEnded();
  }

  #closeIfEnded(): void {
    if (!this.#isEnding || this.#lines.size > 0) return;
    this.#store?.[Symbol.dispose]();
    this.#store = undefined;
  }
}

function modelOfEntry(entry: Entry): string | undefined {
  if (entry.role === "user") return entry.asked?.name;
  return entry.role === "assistant" ? entry.facts?.model.name : undefined;
}
