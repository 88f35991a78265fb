/**
 * Stores the KV states of chats, so that a chat continues without a prefill. They are a cache of
 * limited size: the least recently used is evicted first, and a chat without a valid snapshot is
 * evaluated again.
 */
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { isRunning } from "../base/running.ts";
import type { NoSnapshot } from "../engine/cache/snapshot-file.ts";
import { freeBytes } from "../hub/disk.ts";
import type { EntryId, Transcript } from "./transcript.ts";

/** A backend that can save and restore the KV state of a conversation. */
export interface SnapshotBackend {
  saveSnapshot(path: string, fingerprint: string, maxBytes: number): Promise<number>;
  restoreSnapshot(path: string, fingerprint: string): Promise<number | NoSnapshot>;
}

type SnapshotOptions = {
  folder: string;
  /** Maximum bytes of all snapshots together. */
  limit: number;
  /**
   * Hash of everything the KV state depends on: model, chat template, context, cache type,
   * llama.cpp. Slow to compute.
   */
  fingerprint(): string;
};

const ending = ".kv";

/** A long chat is saved each time it has grown by this many tokens. */
const interval = 2048;

/** Maximum time to write one file. Its name ends with the pid of the writer. */
const writingMs = 60_000;

/** After this time, the pid may be another process's. */
const abandonedMs = 3_600_000;

export class ChatSnapshots {
  readonly #backend: SnapshotBackend;
  readonly #options: SnapshotOptions;
  /** The file that was saved or restored last, and its tokens. */
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
      // It can't be used and only takes space.
      if (restored !== "missing") remove(path);
      return 0;
    }
    touch(path);
    this.#saved = { path, tokens: restored };
    return restored;
  }

  /** Saves the state, if it fits. @param used tokens in the context */
  async save(transcript: Transcript, used: number): Promise<void> {
    const path = this.#path(transcript);
    const { folder, limit, fingerprint } = this.#options;
    if (path === undefined || used === 0 || used === this.#savedOf(path)) return;
    // At most half of the free disk is used.
    const maxBytes = Math.min(limit, (freeBytes(folder) ?? limit) / 2);
    this.#saved = { path, tokens: used };
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      await this.#backend.saveSnapshot(path, fingerprint(), maxBytes);
      trimSnapshots(folder, limit, Date.now());
    } catch {
      // Without a snapshot, the next start only takes longer.
      remove(path);
    }
  }

  /** Saves a long chat from time to time. */
  async saveIfGrown(transcript: Transcript, used: number): Promise<void> {
    const path = this.#path(transcript);
    if (path !== undefined && used >= this.#savedOf(path) + interval) await this.save(transcript, used);
  }

  /** Tokens of the chat that are saved already. */
  #savedOf(path: string): number {
    return this.#saved.path === path ? this.#saved.tokens : 0;
  }

  /** Named after the first entry, which a chat always keeps. */
  #path(transcript: Transcript): string | undefined {
    const first = transcript.entries[0]?.id;
    return first === undefined ? undefined : snapshotPath(this.#options.folder, first);
  }
}

/** @param chat the id of its first entry */
function snapshotPath(folder: string, chat: EntryId): string {
  // An id may come from an imported file, and must not be a path.
  return join(folder, `${chat.replace(/[^\w-]/g, "_").slice(0, 64)}${ending}`);
}

/** Evicts the least recently used until the rest fits. @param now milliseconds since 1970 */
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

/** Whether a file is incomplete and its writer is gone. */
function isAbandoned(path: string, age: number): boolean {
  if (path.endsWith(ending)) return false;
  const writer = Number(/\.(\d+)$/.exec(path)?.[1]);
  // A process of another container or machine is invisible, so its file gets more time.
  return age > abandonedMs || (age > writingMs && !(writer > 0 && isRunning(writer)));
}

/** A file that can't be removed is rejected again the next time. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A read-only disk.
  }
}

/** For a chat that is removed. @param chat the id of its first entry */
export function removeSnapshot(folder: string, chat: EntryId): void {
  remove(snapshotPath(folder, chat));
}

function touch(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // Another user's folder, or the file was removed meanwhile.
  }
}
