/**
 * Records chats: each message is in the database before anything else happens. If a write fails,
 * the chat continues, and the message is written later: with the next message, or a moment later if
 * another program has locked the database.
 */
import { toAnechatError } from "../../base/errors.ts";
import type { Entry, EntryId, TranscriptListener } from "../transcript.ts";
import type { ChatNumber, OwnedChats, SavedChat } from "./chat-store.ts";
import { DatabaseLocked } from "./database.ts";

type RecorderOptions = {
  /** Called again after a failure. @throws AnechatError */
  open(): Pick<OwnedChats, "add" | "moveHead" | "rename"> & Partial<Disposable>;
  /** Called once when recording fails, and once when it works again, at any time. */
  onTrouble(line: string): void;
  /** Milliseconds. Shorter locks are not reported; the default covers another program's write. */
  quietMs?: number;
  /** Runs an action once after a delay, and returns its cancellation. Tests pass their own. */
  later?: (action: () => void, milliseconds: number) => () => void;
  now?: () => number;
};

/** A chat, with its unwritten entries. */
type Recorded = {
  number: ChatNumber | undefined;
  unsaved: Entry[];
  head: EntryId | undefined;
  /** A new title that is not written yet. */
  title: string | undefined;
  isSaved: boolean;
};

const retryMs = 100;

const defaultQuietMs = 1000;

export class TranscriptWriter implements TranscriptListener, Disposable {
  readonly #options: RecorderOptions;
  #store: ReturnType<RecorderOptions["open"]> | undefined;
  #chat: Recorded = recorded(undefined);
  /** Earlier chats that are not completely written. */
  #earlier: Recorded[] = [];
  #failure: unknown;
  #failingSince: number | undefined;
  #isReported = false;
  #cancelRetry: (() => void) | undefined;

  constructor(options: RecorderOptions) {
    this.#options = options;
  }

  /** The number of the recorded chat; undefined before its first question is written. */
  get number(): ChatNumber | undefined {
    return this.#chat.number;
  }

  /** Whether something is not written yet. */
  get isBehind(): boolean {
    return this.#behind.length > 0;
  }

  /** Why the last write failed. */
  get failure(): unknown {
    return this.#failure;
  }

  /** Records this chat from now on; if missing, a new one, which starts with its first question. */
  follow(chat?: SavedChat): void {
    if (isBehind(this.#chat)) this.#earlier.push(this.#chat);
    this.#chat = recorded(chat);
  }

  /** Records a chat that is not in the database yet. */
  take({ entries, head, title }: Pick<SavedChat, "entries" | "head" | "title">): void {
    this.follow();
    this.#chat.unsaved.push(...entries);
    this.#chat.title = title;
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

  renamed(title: string): void {
    Object.assign(this.#chat, { title, isSaved: false });
    this.#save();
  }

  /**
   * Writes what is not written yet. While the database is locked, it tries again.
   * @param timeoutMs after which it gives up
   * @param stop makes it give up
   * @returns whether everything is written
   */
  async flush(timeoutMs: number, stop?: AbortSignal): Promise<boolean> {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      this.#save();
      if (!this.isBehind) return true;
      const isPermanent = !(this.#failure instanceof DatabaseLocked);
      if (isPermanent || performance.now() > deadline || stop?.aborted) return false;
      await Bun.sleep(retryMs);
    }
  }

  get #behind(): Recorded[] {
    return [...this.#earlier, this.#chat].filter(isBehind);
  }

  #save(): void {
    this.#cancelRetry?.();
    this.#cancelRetry = undefined;
    const errors = this.#behind.flatMap((chat) => this.#tryWrite(chat) ?? []);
    this.#earlier = this.#earlier.filter(isBehind);
    const [error] = errors;
    if (error === undefined) this.#succeeded();
    else this.#failed(error);
  }

  /** @returns the error, if the write failed */
  #tryWrite(chat: Recorded): unknown {
    try {
      this.#write(chat);
      return undefined;
    } catch (thrown) {
      return thrown;
    }
  }

  #succeeded(): void {
    if (this.#isReported) {
      this.#options.onTrouble("The chat is saved again, with all messages since then.");
    }
    this.#isReported = false;
    this.#failure = undefined;
    this.#failingSince = undefined;
  }

  #failed(thrown: unknown): void {
    const { onTrouble, quietMs = defaultQuietMs, later = laterByTimer } = this.#options;
    const { now = performance.now.bind(performance) } = this.#options;
    const isLocked = thrown instanceof DatabaseLocked;
    this.#failure = thrown;
    this.#failingSince ??= now();
    if (!this.#isReported && (!isLocked || now() - this.#failingSince >= quietMs)) {
      const { message, hint } = toAnechatError(thrown);
      onTrouble(`This chat isn't saved: ${message}.${hint === undefined ? "" : ` ${hint}`}`);
      this.#isReported = true;
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
    chat.unsaved = [];
    if (chat.title !== undefined) this.#store.rename(chat.number, chat.title);
    Object.assign(chat, { title: undefined, isSaved: true });
  }

  [Symbol.dispose](): void {
    this.#cancelRetry?.();
    this.#store?.[Symbol.dispose]?.();
    this.#store = undefined;
  }
}

function recorded(chat: SavedChat | undefined): Recorded {
  return { number: chat?.number, unsaved: [], head: chat?.head, title: undefined, isSaved: true };
}

/** A chat with only a system prompt is not saved yet. */
function isBehind({ number, unsaved, isSaved }: Recorded): boolean {
  return !isSaved && (number !== undefined || unsaved.some(({ role }) => role === "user"));
}

function laterByTimer(action: () => void, milliseconds: number): () => void {
  const timer = setTimeout(action, milliseconds);
  // The timer must not keep the process alive: its end calls flush().
  timer.unref();
  return () => clearTimeout(timer);
}
