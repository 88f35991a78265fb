/**
 * The stored responses of a server: each client reads, continues and removes its own. A database
 * that can't be written never delays or loses an answer: it waits in memory, and can be read there.
 *
 * Ids can't be guessed, so clients without keys find their responses again after a restart. The
 * numbers of conversations can, which is why those are bound to one run of the server.
 */
import type { Database } from "bun:sqlite";
import { messageOf } from "../../../base/errors.ts";
import type { Owner } from "../../../chat/store/chat-store.ts";
import { ResponseTable, type StoredItem, type StoredResponse } from "../../../chat/store/response-table.ts";
import { SharedStore, type SharedStoreOptions } from "../../conversations/shared-store.ts";

export type ResponseStoreOptions = Pick<SharedStoreOptions, "open" | "patienceMs"> & {
  /** Milliseconds since 1970. */
  now(): number;
  /** Gets a line when something can't be stored, and when it can again. */
  onTrouble(line: string): void;
  /** Bytes of JSON that may wait in memory; the oldest are given up. */
  maxWaitingBytes?: number;
  /** Milliseconds until a locked database is tried again. */
  retryMs?: number;
};

/** One client's view. Reading may throw ApiError `busy`, and the store's AnechatError. */
export type ClientResponses = {
  /** @returns undefined also for another client's response */
  load(id: string): Promise<StoredResponse | undefined>;
  /** An item of the input or the output of a response. */
  item(id: string): Promise<StoredItem | undefined>;
  /** Never fails: what can't be written now is written later. */
  keep(response: StoredResponse): Promise<void>;
  /** @returns whether there was one */
  remove(id: string): Promise<boolean>;
};

/** The owner of the responses of clients without keys. */
const keylessOwner: Owner = "keyless";

const defaultMaxWaitingBytes = 64 * 1024 ** 2;
const defaultRetryMs = 1000;

/** So many answers are stored between two removals of old ones. */
const pruneEvery = 100;

/** Milliseconds in which the last responses are written when the server ends. */
const lastPatienceMs = 500;

type Waiting = { key: string | undefined; response: StoredResponse; bytes: number };

export class ResponseStore implements AsyncDisposable {
  readonly #options: ResponseStoreOptions;
  readonly #store: SharedStore;
  /** By id, oldest first: they are not written yet. */
  readonly #waiting = new Map<string, Waiting>();
  #writing: Promise<void> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #hasTrouble = false;
  #writes = 0;

  constructor(options: ResponseStoreOptions) {
    this.#options = options;
    this.#store = new SharedStore({ ...options, keylessOwner });
  }

  /** @param key the client's; undefined if the server has no keys */
  of(key: string | undefined): ClientResponses {
    return {
      load: async (id) =>
        this.#waitingOf(key, id)?.response ?? this.#read(key, (table, owner) => table.load(owner, id)),
      item: async (id) =>
        this.#waitingItem(key, id) ?? this.#read(key, (table, owner) => table.item(owner, id)),
      keep: (response) => this.#keep(key, response),
      remove: async (id) => {
        // After a write it is either in the database or still waits, and not in both.
        while (this.#writing !== undefined) await this.#writing;
        if (this.#waitingOf(key, id) !== undefined) return this.#waiting.delete(id);
        return this.#read(key, (table, owner) => table.remove(owner, id));
      },
    };
  }

  #read<T>(key: string | undefined, work: (table: ResponseTable, owner: Owner) => T): Promise<T> {
    return this.#store.withOwner(key, ({ database }, owner) => work(new ResponseTable(database), owner));
  }

  #waitingOf(key: string | undefined, id: string): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    return waiting?.key === key ? waiting : undefined;
  }

  #waitingItem(key: string | undefined, id: string): StoredItem | undefined {
    for (const { key: owner, response } of this.#waiting.values()) {
      if (owner !== key) continue;
      const found = [...response.output, ...response.input].find((item) => item.id === id);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  async #keep(key: string | undefined, response: StoredResponse): Promise<void> {
    const bytes = Buffer.byteLength(JSON.stringify(response));
    this.#waiting.set(response.id, { key, response, bytes });
    this.#limitWaiting();
    await this.#write(0);
  }

  #limitWaiting(): void {
    const { maxWaitingBytes = defaultMaxWaitingBytes } = this.#options;
    let bytes = 0;
    for (const waiting of this.#waiting.values()) bytes += waiting.bytes;
    for (const [id, waiting] of this.#waiting) {
      if (bytes <= maxWaitingBytes) return;
      bytes -= waiting.bytes;
      this.#waiting.delete(id);
      this.#options.onTrouble(`Response ${id} is given up: too many wait to be stored`);
    }
  }

  /** Writes what waits, in order; a failure schedules the next attempt. */
  async #write(patienceMs: number): Promise<void> {
    // A response that came while others were written needs another turn.
    while (this.#writing !== undefined) await this.#writing;
    const writing = this.#writeAll(patienceMs);
    this.#writing = writing;
    await writing;
    this.#writing = undefined;
  }

  async #writeAll(patienceMs: number): Promise<void> {
    clearTimeout(this.#retry);
    try {
      for (const [id, { key, response }] of this.#waiting) {
        await this.#store.withOwner(
          key,
          (store, owner) => this.#add(store.database, owner, response),
          patienceMs,
        );
        this.#waiting.delete(id);
      }
      if (this.#hasTrouble) this.#options.onTrouble("Responses are stored again");
      this.#hasTrouble = false;
    } catch (error) {
      this.#report(error);
      this.#retry = setTimeout(() => void this.#write(0), this.#options.retryMs ?? defaultRetryMs);
      this.#retry.unref();
    }
  }

  #add(database: Database, owner: Owner, response: StoredResponse): void {
    const table = new ResponseTable(database);
    table.add(owner, response);
    if (this.#writes % pruneEvery === 0) table.prune(this.#options.now());
    this.#writes += 1;
  }

  #report(error: unknown): void {
    if (this.#hasTrouble) return;
    this.#hasTrouble = true;
    this.#options.onTrouble(`Responses are only in memory for now: ${messageOf(error)}`);
  }

  /** Tries once more to write what waits. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#waiting.size > 0) await this.#write(lastPatienceMs);
    clearTimeout(this.#retry);
    this.#store[Symbol.dispose]();
  }
}
