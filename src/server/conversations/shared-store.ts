/**
 * The chat store of a server: each client sees its own chats, and a database that another program
 * has locked delays only the requests that need it.
 */
import type { ChatStore, OwnedChats, Owner } from "../../chat/store/chat-store.ts";
import { DatabaseLocked } from "../../chat/store/database.ts";
import { ApiError } from "../api-error.ts";

export type SharedStoreOptions = {
  /** Must fail without waiting if the database is locked; it is retried. @throws AnechatError */
  open(): ChatStore;
  /** The owner of chats of clients without a key, valid for this run of the server. */
  keylessOwner: Owner;
  /** Every client sees all chats, including the terminal's. */
  sharesAll?: boolean;
  /** Milliseconds that a request waits for a locked database. */
  patienceMs?: number;
};

const defaultPatienceMs = 5000;
const retryMs = 50;
const retryAfterSeconds = 2;

export class SharedStore implements Disposable {
  readonly patienceMs: number;
  readonly #options: SharedStoreOptions;
  readonly #owners = new Map<string, Promise<Owner>>();
  #store: ChatStore | undefined;

  constructor(options: SharedStoreOptions) {
    this.#options = options;
    this.patienceMs = options.patienceMs ?? defaultPatienceMs;
  }

  /**
   * @param key the client's; undefined if the server has no keys
   * @param work on the client's chats; may run several times until it succeeds
   * @throws ApiError `busy` if the database stays locked; the store's AnechatError
   */
  with<T>(key: string | undefined, work: (chats: OwnedChats) => T): Promise<T> {
    const seesAll = this.#options.sharesAll === true;
    return this.withOwner(key, (store, owner) => work(store.viewedBy({ owner, seesAll })));
  }

  /**
   * For other tables of the database, where each row has an owner.
   * @param patienceMs milliseconds to wait for a locked database; 0: one attempt
   * @throws as {@link with}
   */
  async withOwner<T>(
    key: string | undefined,
    work: (store: ChatStore, owner: Owner) => T,
    patienceMs: number = this.patienceMs,
  ): Promise<T> {
    const deadline = performance.now() + patienceMs;
    for (;;) {
      try {
        const owner = await this.#ownerOf(key);
        return work(this.#opened(), owner);
      } catch (error) {
        if (!(error instanceof DatabaseLocked)) throw error;
        if (performance.now() > deadline) throw lockedError();
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
  return new ApiError("busy", "Another program has locked the chat database. Try again later.", {
    retryAfter: retryAfterSeconds,
  });
}
