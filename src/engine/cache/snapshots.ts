/**
 * Saves a conversation's KV state to a file and restores it. The file's format is in snapshot.ts.
 */
import type { Scheduler } from "../core/scheduler.ts";
import type { CacheManager } from "./cache-manager.ts";
import type { KvCache } from "./kv-cache.ts";
import { type NoSnapshot, readSnapshot, writeSnapshot } from "./snapshot-file.ts";

export type SnapshotsOptions = {
  cache: KvCache;
  scheduler: Scheduler;
  manager: CacheManager;
  /** Maximum tokens of one conversation. */
  limit: number;
  vocabularySize: number;
  /** Bytes of main memory. */
  freeMemory(): number;
};

export class Snapshots {
  readonly #options: SnapshotsOptions;

  constructor(options: SnapshotsOptions) {
    this.#options = options;
  }

  /**
   * Saves the conversation that was answered last.
   * @param largest maximum bytes of the state
   * @returns bytes written; 0 if there is no conversation, or it is too large
   * @throws errors of the file system
   */
  save(path: string, fingerprint: string, largest: number): number {
    const { cache, scheduler, freeMemory } = this.#options;
    const sequence = scheduler.latest();
    // The state is copied in memory.
    const maxBytes = Math.min(largest, freeMemory() / 2);
    if (sequence === undefined || cache.snapshotSize(sequence) > maxBytes) return 0;
    return writeSnapshot(path, fingerprint, cache.snapshot(sequence));
  }

  /** Restores a conversation into an idle sequence. @returns tokens restored, or why none */
  restore(path: string, fingerprint: string): number | NoSnapshot {
    const { cache, scheduler, manager, limit, vocabularySize } = this.#options;
    const sequence = scheduler.idle();
    if (sequence === undefined) return "missing";
    const snapshot = readSnapshot(path, fingerprint);
    if (typeof snapshot === "string") return snapshot;
    const { tokens } = snapshot;
    if (tokens.some((token) => token < 0 || token >= vocabularySize)) return "damaged";
    cache.drop(sequence);
    if (tokens.length >= limit || manager.reserve(tokens.length + 1) !== "reserved") return "stale";
    return cache.restore(sequence, snapshot) ? tokens.length : "damaged";
  }
}
