/**
 * Keeps a chat as it goes: each message is in the database before anything else happens. Where it
 * can't be written the chat goes on all the same, and is written with the next message that can be.
 */
import { toAnechatError } from "../../base/errors.ts";
import type { Entry, EntryId, TranscriptListener } from "../transcript.ts";
import type { ChatNumber, ChatStore, SavedChat } from "./chat-store.ts";

export type RecorderOptions = {
  /** @throws AnechatError; asked for again after a failure */
  open(): ChatStore;
  /** Told once when keeping fails, and once when it works again. */
  onTrouble(line: string): void;
};

export class Recorder implements TranscriptListener, Disposable {
  readonly #options: RecorderOptions;
  #store: ChatStore | undefined;
  #number: ChatNumber | undefined;
  #unsaved: Entry[] = [];
  #head: EntryId | undefined;
  #isFailing = false;

  constructor(options: RecorderOptions) {
    this.#options = options;
  }

  /** Of the chat that is recorded; undefined until something was said in it. */
  get number(): ChatNumber | undefined {
    return this.#number;
  }

  /** Whether what was said last couldn't be kept. */
  get isFailing(): boolean {
    return this.#isFailing;
  }

  /** What is said from now on belongs to this chat; to a new one, made with its first question, if missing. */
  follow(chat?: SavedChat): void {
    this.#number = chat?.number;
    this.#head = chat?.head;
    this.#unsaved = [];
  }

  /** A chat that was kept nowhere yet: it is written now, or with the first message that can be. */
  take({ entries, head }: Pick<SavedChat, "entries" | "head">): void {
    this.#number = undefined;
    this.#unsaved = [...entries];
    this.#head = head;
    this.#save();
  }

  added(entry: Entry): void {
    this.#unsaved.push(entry);
    this.#head = entry.id;
    this.#save();
  }

  moved(head: EntryId | undefined): void {
    this.#head = head;
    this.#save();
  }

  #save(): void {
    // A system prompt alone is no chat yet.
    if (this.#number === undefined && !this.#unsaved.some(({ role }) => role === "user")) return;
    try {
      this.#store ??= this.#options.open();
      if (this.#number !== undefined && this.#unsaved.length === 0) {
        this.#store.moveHead(this.#number, this.#head);
      } else {
        this.#number = this.#store.add(this.#number, this.#unsaved, this.#head);
        this.#unsaved = [];
      }
      if (this.#isFailing)
        this.#options.onTrouble("The chat is saved again, with all that was said meanwhile.");
      this.#isFailing = false;
    } catch (thrown) {
      const { message, hint } = toAnechatError(thrown);
      if (!this.#isFailing) {
        this.#options.onTrouble(`This chat isn't saved: ${message}.${hint === undefined ? "" : ` ${hint}`}`);
      }
      this.#isFailing = true;
    }
  }

  [Symbol.dispose](): void {
    this.#store?.[Symbol.dispose]();
    this.#store = undefined;
  }
}
