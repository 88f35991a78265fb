import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ChatSnapshots, type SnapshotBackend } from "../../src/chat/snapshots.ts";
import { Transcript } from "../../src/chat/transcript.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anechat-snapshots-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes files of 100 bytes, and records their paths. */
class FileBackend implements SnapshotBackend {
  readonly saved: string[] = [];
  answer: Awaited<ReturnType<SnapshotBackend["restoreSnapshot"]>> = 10;
  isFull = false;

  async saveSnapshot(path: string): Promise<number> {
    if (this.isFull) throw new Error("ENOSPC");
    this.saved.push(path);
    writeFileSync(path, new Uint8Array(100));
    return 100;
  }

  async restoreSnapshot() {
    return this.answer;
  }
}

function someChat(): Transcript {
  const transcript = new Transcript();
  transcript.append({ role: "user", content: "Hi" });
  return transcript;
}

const open = (backend: FileBackend, limit = 1_000_000): ChatSnapshots =>
  new ChatSnapshots(backend, { folder: join(folder, "kv"), limit, fingerprint: () => "f" });

describe("snapshots", () => {
  test("are written at the end, and only if the chat has grown", async () => {
    const backend = new FileBackend();
    const snapshots = open(backend);
    const transcript = someChat();
    await snapshots.save(transcript, 0);
    await snapshots.save(transcript, 50);
    await snapshots.save(transcript, 50);
    expect(backend.saved).toHaveLength(1);
    await snapshots.save(transcript, 60);
    expect(backend.saved).toHaveLength(2);
  });

  test("are written at intervals in a long chat, counted for each chat separately", async () => {
    const backend = new FileBackend();
    const snapshots = open(backend);
    const [one, other] = [someChat(), someChat()];
    await snapshots.saveIfGrown(one, 2000);
    await snapshots.saveIfGrown(one, 2100);
    await snapshots.saveIfGrown(one, 4000);
    expect(backend.saved).toHaveLength(1);
    await snapshots.saveIfGrown(other, 2100);
    expect(backend.saved).toHaveLength(2);
  });

  test("stay below their limit: the least recently used is evicted", async () => {
    const backend = new FileBackend();
    const snapshots = open(backend, 250);
    for (let chat = 0; chat < 4; chat += 1) await snapshots.save(someChat(), 10);
    expect(readdirSync(join(folder, "kv"))).toHaveLength(2);
  });

  test("that are invalid are removed, and the chat continues without", async () => {
    const backend = new FileBackend();
    const snapshots = open(backend);
    const transcript = someChat();
    await snapshots.save(transcript, 10);
    backend.answer = "damaged";
    expect(await snapshots.restore(transcript)).toBe(0);
    expect(readdirSync(join(folder, "kv"))).toEqual([]);
  });

  test("that a process left incomplete when it ended are removed", async () => {
    const kv = join(folder, "kv");
    mkdirSync(kv);
    // An unused pid, and this process's; a recent file may be another machine's, and stays.
    const before = new Date(Date.now() - 120_000);
    for (const writer of [2 ** 22 + 1, process.pid]) {
      writeFileSync(join(kv, `a.kv.${writer}`), "half");
      utimesSync(join(kv, `a.kv.${writer}`), before, before);
    }
    writeFileSync(join(kv, `a.kv.${2 ** 22 + 2}`), "half");
    await open(new FileBackend()).save(someChat(), 10);
    const left = readdirSync(kv).filter((name) => !name.endsWith(".kv"));
    expect(left.sort()).toEqual([`a.kv.${process.pid}`, `a.kv.${2 ** 22 + 2}`].sort());
  });

  test("that can't be written cause no error", async () => {
    const backend = new FileBackend();
    backend.isFull = true;
    await open(backend).save(someChat(), 10);
    expect(readdirSync(join(folder, "kv"))).toEqual([]);
  });
});
