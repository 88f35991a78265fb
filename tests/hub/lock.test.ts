import { afterAll, describe, expect, test } from "bun:test";
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { acquireLock } from "../../src/hub/lock.ts";

const scratch = mkdtempSync(join(tmpdir(), "anechat-lock-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let locks = 0;
const freshPath = (): string => join(scratch, `${++locks}`, "file.lock");

/** A clock that is stopped; a sleep is one turn of the event loop. */
const tools = (now = Date.now()) => ({
  now: () => now,
  sleep: async (_: number, signal: AbortSignal | undefined) => {
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
  },
});

describe("a lock", () => {
  test("is held by one at a time; others wait, and onWait is called once", async () => {
    const path = freshPath();
    const order: string[] = [];
    const first = await acquireLock(path, tools());
    const second = acquireLock(path, tools(), { onWait: () => order.push("waits") }).then((lock) => {
      order.push("second");
      return lock;
    });
    for (let turn = 0; turn < 5; turn++) await tools().sleep(0, undefined);
    order.push("first ends");
    first[Symbol.dispose]();
    (await second)[Symbol.dispose]();
    expect(order).toEqual(["waits", "first ends", "second"]);
    expect(existsSync(path)).toBe(false);
  });

  test("disposed twice leaves another holder's lock alone", async () => {
    const path = freshPath();
    const first = await acquireLock(path, tools());
    first[Symbol.dispose]();
    using _second = await acquireLock(path, tools());
    first[Symbol.dispose]();
    expect(existsSync(path)).toBe(true);
  });

  test("of a process that has ended is free", async () => {
    const path = freshPath();
    const { pid } = Bun.spawnSync([process.execPath, "--version"]);
    (await acquireLock(path, tools()))[Symbol.dispose]();
    writeFileSync(path, String(pid));
    using _lock = await acquireLock(path, tools());
    expect(readFileSync(path, "utf8")).toBe(String(process.pid));
  });

  test("that wasn't touched for a while is free, even if its pid runs", async () => {
    const path = freshPath();
    (await acquireLock(path, tools()))[Symbol.dispose]();
    writeFileSync(path, String(process.pid));
    const past = Date.now() / 1000 - 60;
    utimesSync(path, past, past);
    using _lock = await acquireLock(path, tools());
    expect(existsSync(path)).toBe(true);
  });

  test("isn't waited for after an abort", async () => {
    const path = freshPath();
    using _held = await acquireLock(path, tools());
    const stop = new AbortController();
    const waiting = acquireLock(path, tools(), { signal: stop.signal, onWait: () => stop.abort() });
    await expect(waiting).rejects.toThrow();
  });
});
