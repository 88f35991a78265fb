/**
 * The KV states of chats, kept so that a chat is gone on with in an instant. They are a cache: of a limited
 * size, the one not used for longest goes first, and whatever is wrong with one, the chat is read anew.
 */
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { isRunning } from "../base/running.ts";
import type { NoSnapshot } from "../engine/cache/snapshot.ts";
import { freeBytes } from "../hub/disk.ts";
import type { EntryId, Transcript } from "./transcript.ts";

/** Who can write down what it holds of a conversation. */
export interface SnapshotBackend {
  saveSnapshot(path: string, fingerprint: string, largest: number): Promise<number>;
  restoreSnapshot(path: string, fingerprint: string): Promise<number | NoSnapshot>;
}

export type SnapshotOptions = {
  folder: string;
  /** Bytes of all snapshots together. */
  limit: number;
  /** Of all that a KV state depends on: model, chat template, context, type of the cache, llama.cpp. Takes a moment. */
  fingerprint(): string;
};

const ending = ".kv";

/** A long chat is written down whenever it has grown by so many tokens. */
const interval = 2048;

/** Milliseconds that a file may take to be written. It is named for the process that writes it. */
const writingMs = 60_000;

/** After so long the number of that process may be another's. */
const abandonedMs = 3_600_000;

export class Snapshots {
  readonly #backend: SnapshotBackend;
  readonly #options: SnapshotOptions;
  /** What was written or restored last: which file, and tokens. */
  #saved = { path: "", tokens: 0 };

  constructor(backend: SnapshotBackend, options: SnapshotOptions) {
    this.#backend = backend;
    this.#options = options;
  }

  /** @returns tokens that need not be evaluated again */
  async restore(transcript: Transcript): Promise<number> {
    const path = this.#path(transcript);
    if (path === undefined) return 0;
    const restored = await this.#backend.restoreSnapshot(path, this.#options.fingerprint());
    if (typeof restored === "string") {
      // It would only be in the way of others.
      if (restored !== "missing") remove(path);
      return 0;
    }
    touch(path);
    this.#saved = { path, tokens: restored };
    return restored;
  }

  /** Writes the state down, if there is room for it. @param used tokens in the context */
  async save(transcript: Transcript, used: number): Promise<void> {
    const path = this.#path(transcript);
    const { folder, limit, fingerprint } = this.#options;
    if (path === undefined || used === 0 || used === this.#savedOf(path)) return;
    // A disk that is nearly full is left to others.
    const largest = Math.min(limit, (freeBytes(folder) ?? limit) / 2);
    this.#saved = { path, tokens: used };
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      await this.#backend.saveSnapshot(path, fingerprint(), largest);
      trimSnapshots(folder, limit, Date.now());
    } catch {
      // A cache that can't be written costs time, the next time: no more.
      remove(path);
    }
  }

  /** In a long chat, every so often. */
  async saveIfGrown(transcript: Transcript, used: number): Promise<void> {
    const path = this.#path(transcript);
    if (path !== undefined && used >= this.#savedOf(path) + interval) await this.save(transcript, used);
  }

  /** Tokens of this chat that are written already. */
  #savedOf(path: string): number {
    return this.#saved.path === path ? this.#saved.tokens : 0;
  }

  /** By the first thing that was said: a chat keeps it. */
  #path(transcript: Transcript): string | undefined {
    const first = transcript.entries[0]?.id;
    return first === undefined ? undefined : snapshotPath(this.#options.folder, first);
  }
}

/** @param chat the id of its first entry */
export function snapshotPath(folder: string, chat: EntryId): string {
  // An id from a file of somebody else's is no path.
  return join(folder, `${chat.replace(/[^\w-]/g, "_").slice(0, 64)}${ending}`);
}

/** Removes those not used for longest until the rest fits. @param now milliseconds since 1970 */
export function trimSnapshots(folder: string, limit: number, now: number): void {
  const files = readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? [{ path, bytes: stats.size, used: stats.mtimeMs }] : [];
  });
  let total = 0;
  for (const { path, bytes, used } of files.sort((a, b) => b.used - a.used)) {
    total += bytes;
    if (total > limit || isAbandoned(path, now - used)) remove(path);
  }
}

/** A half-written file, if nobody goes on writing it: of a process that was ended amid it. */
function isAbandoned(path: string, age: number): boolean {
  if (path.endsWith(ending)) return false;
  const writer = Number(/\.(\d+)$/.exec(path)?.[1]);
  // A process of another container or machine can't be seen.
  return age > abandonedMs || (age > writingMs && !(writer > 0 && isRunning(writer)));
}

/** One that can't be removed is found useless again the next time. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A read-only disk.
  }
}

/** Of a chat that is removed. @param chat the id of its first entry */
export function removeSnapshot(folder: string, chat: EntryId): void {
  remove(snapshotPath(folder, chat));
}

function touch(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // Somebody else's folder, or gone meanwhile.
  }
}
