/**
 * Keeps chats as they go: each message is in the database before anything else happens. Where it can't be written the
 * chat goes on all the same, and it is written as soon as it can be: with the next message, and, where another program
 * has locked the database, a moment later.
 */
import { toAnechatError } from "../../base/errors.ts";
import type { Entry, EntryId, TranscriptListener } from "../transcript.ts";
import type { ChatNumber, OwnedChats, SavedChat } from "./chat-store.ts";
import { DatabaseLocked } from "./database.ts";

export type RecorderOptions = {
  /** @throws AnechatError; asked for again after a failure */
  open(): Pick<OwnedChats, "add" | "moveHead"> & Partial<Disposable>;
  /** Told once when keeping fails, and once when it works again, which may be at any time. */
  onTrouble(line: string): void;
  /** Milliseconds that a locked database is nothing to tell; if missing, as long as another program's writing may take. */
  quietMs?: number;
  /** Time, of which a test passes its own: an action that runs once after so many milliseconds can be cancelled. */
  later?: (action: () => void, milliseconds: number) => () => void;
  now?: () => number;
};

/** A chat, and what of it is yet to be written. */
type Recorded = {
  number: ChatNumber | undefined;
  unsaved: Entry[];
  head: EntryId | undefined;
  isSaved: boolean;
};

const retryMs = 100;

const usualQuietMs = 1000;

export class TranscriptWriter implements TranscriptListener, Disposable {
  readonly #options: RecorderOptions;
  #store: ReturnType<RecorderOptions["open"]> | undefined;
  #chat: Recorded = recorded(undefined);
  /** Chats that were left before they could be written. */
  #left: Recorded[] = [];
  #failure: unknown;
  #failingSince: number | undefined;
  #isTold = false;
  #cancelRetry: (() => void) | undefined;

  constructor(options: RecorderOptions) {
    this.#options = options;
  }

  /** Of the chat that is recorded; undefined until something was said in it, and it could be written. */
  get number(): ChatNumber | undefined {
    return this.#chat.number;
  }

  /** Whether something is yet to be written. */
  get isBehind(): boolean {
    return this.#behind.length > 0;
  }

  /** Why it isn't written yet. */
  get failure(): unknown {
    return this.#failure;
  }

  /** What is said from now on belongs to this chat; to a new one, made with its first question, if missing. */
  follow(chat?: SavedChat): void {
    if (isBehind(this.#chat)) this.#left.push(this.#chat);
    this.#chat = recorded(chat);
  }

  /** A chat that was kept nowhere yet: it is written now, or with the first message that can be. */
  take({ entries, head }: Pick<SavedChat, "entries" | "head">): void {
    this.follow();
    this.#chat.unsaved.push(...entries);
    this.moved(head);
  }

  added(entry: Entry): void {
    this.#chat.unsaved.push(entry);
    this.moved(entry.id);
  }

  moved(head: EntryId | undefined): void {
    Object.assign(this.#chat, { head, isSaved: false });
    this.#save();
  }

  /**
   * Writes what could not be written, and waits for that while the database is locked.
   * @param patienceMs gives up after so long
   * @param stop gives up, too
   * @returns whether all is written
   */
  async flush(patienceMs: number, stop?: AbortSignal): Promise<boolean> {
    const late = performance.now() + patienceMs;
    for (;;) {
      this.#save();
      if (!this.isBehind) return true;
      const isHopeless = !(this.#failure instanceof DatabaseLocked);
      if (isHopeless || performance.now() > late || stop?.aborted) return false;
      await Bun.sleep(retryMs);
    }
  }

  get #behind(): Recorded[] {
    return [...this.#left, this.#chat].filter(isBehind);
  }

  #save(): void {
    this.#cancelRetry?.();
    this.#cancelRetry = undefined;
    const errors = this.#behind.flatMap((chat) => this.#tried(chat) ?? []);
    this.#left = this.#left.filter(isBehind);
    const [error] = errors;
    if (error === undefined) this.#succeeded();
    else this.#failed(error);
  }

  /** @returns why it couldn't be written */
  #tried(chat: Recorded): unknown {
    try {
      this.#write(chat);
      return undefined;
    } catch (thrown) {
      return thrown;
    }
  }

  #succeeded(): void {
    if (this.#isTold) {
      this.#options.onTrouble("The chat is saved again, with all that was said meanwhile.");
    }
    this.#isTold = false;
    this.#failure = undefined;
    this.#failingSince = undefined;
  }

  #failed(thrown: unknown): void {
    const { onTrouble, quietMs = usualQuietMs, later = laterByTimer } = this.#options;
    const { now = performance.now.bind(performance) } = this.#options;
    const isLocked = thrown instanceof DatabaseLocked;
    this.#failure = thrown;
    this.#failingSince ??= now();
    if (!this.#isTold && (!isLocked || now() - this.#failingSince >= quietMs)) {
      const { message, hint } = toAnechatError(thrown);
      onTrouble(`This chat isn't saved: ${message}.${hint === undefined ? "" : ` ${hint}`}`);
      this.#isTold = true;
    }
    if (isLocked) this.#cancelRetry = later(() => this.#save(), retryMs);
  }

  #write(chat: Recorded): void {
    this.#store ??= this.#options.open();
    if (chat.number !== undefined && chat.unsaved.length === 0) {
      this.#store.moveHead(chat.number, chat.head);
    } else {
      chat.number = this.#store.add(chat.number, chat.unsaved, chat.head);
    }
    Object.assign(chat, { unsaved: [], isSaved: true });
  }

  [Symbol.dispose](): void {
    this.#cancelRetry?.();
    this.#store?.[Symbol.dispose]?.();
    this.#store = undefined;
  }
}

function recorded(chat: SavedChat | undefined): Recorded {
  return { number: chat?.number, unsaved: [], head: chat?.head, isSaved: true };
}

/** A system prompt alone is no chat yet. */
function isBehind({ number, unsaved, isSaved }: Recorded): boolean {
  return !isSaved && (number !== undefined || unsaved.some(({ role }) => role === "user"));
}

function laterByTimer(action: () => void, milliseconds: number): () => void {
  const timer = setTimeout(action, milliseconds);
  // It is no reason to stay alive: who ends the program flushes.
  timer.unref();
  return () => clearTimeout(timer);
}
