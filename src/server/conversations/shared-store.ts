/**
 * The store of chats as a server's clients have it: each its own chats, and a database that another program has locked
 * holds up nobody but the request that needs it.
 */
import type { ChatStore, OwnedChats, Owner } from "../../chat/store/chat-store.ts";
import { DatabaseLocked } from "../../chat/store/database.ts";
import { ApiError } from "../api-error.ts";

export type SharedStoreOptions = {
  /** Has to fail where the database is locked, and not to wait: it is tried again. @throws AnechatError */
  open(): ChatStore;
  /** Whose chats are those of clients that give no key: of this run of the server. */
  keylessOwner: Owner;
  /** Every client has all chats, the terminal's, too. */
  sharesAll?: boolean;
  /** Milliseconds that a request waits for a locked database. */
  patienceMs?: number;
};

const usualPatienceMs = 5000;
const retryMs = 50;
const retryAfterSeconds = 2;

export class SharedStore implements Disposable {
  readonly patienceMs: number;
  readonly #options: SharedStoreOptions;
  readonly #owners = new Map<string, Promise<Owner>>();
  #store: ChatStore | undefined;

  constructor(options: SharedStoreOptions) {
    this.#options = options;
    this.patienceMs = options.patienceMs ?? usualPatienceMs;
  }

  /**
   * @param key that the client gave; undefined where none is asked for
   * @param work with the client's chats; it may be done several times until it succeeds
   * @throws ApiError `busy` if the database stays locked; AnechatError of the store
   */
  async with<T>(key: string | undefined, work: (chats: OwnedChats) => T): Promise<T> {
    const late = performance.now() + this.patienceMs;
    for (;;) {
      try {
        const owner = await this.#ownerOf(key);
        return work(this.#opened().viewedBy({ owner, seesAll: this.#options.sharesAll === true }));
      } catch (error) {
        if (!(error instanceof DatabaseLocked)) throw error;
        if (performance.now() > late) throw lockedError();
        await Bun.sleep(retryMs);
      }
    }
  }

  async #ownerOf(key: string | undefined): Promise<Owner> {
    if (key === undefined) return this.#options.keylessOwner;
    const known = this.#owners.get(key) ?? this.#opened().ownerOf(key);
    this.#owners.set(key, known);
    try {
      return await known;
    } catch (error) {
      this.#owners.delete(key);
      throw error;
    }
  }

  #opened(): ChatStore {
    this.#store ??= this.#options.open();
    return this.#store;
  }

  [Symbol.dispose](): void {
    this.#store?.[Symbol.dispose]();
    this.#store = undefined;
  }
}

export function lockedError(): ApiError {
  return new ApiError("busy", "Another program has locked the database of chats: try again later.", {
    retryAfter: retryAfterSeconds,
  });
}
