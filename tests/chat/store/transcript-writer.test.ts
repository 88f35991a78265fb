/** Each message of a chat is written immediately, or as soon as the database can be written. */
import { Database } from "bun:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ChatStore } from "../../../src/chat/store/chat-store.ts";
import { DatabaseLocked } from "../../../src/chat/store/database.ts";
import { TranscriptWriter } from "../../../src/chat/store/transcript-writer.ts";
import { Transcript } from "../../../src/chat/transcript.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anechat-store-"));
  path = join(folder, "data", "chats.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the recorder", () => {
  test("writes each message before the next one is added", () => {
    using store = ChatStore.open(path);
    using recorder = new TranscriptWriter({
      open: () => ChatStore.open(path),
      onTrouble: expect.unreachable,
    });
    const transcript = new Transcript(undefined, [recorder]);
    transcript.append({ role: "system", content: "be kind" });
    expect(store.count()).toBe(0);
    transcript.append({ role: "user", content: "Hi" });
    expect(store.load(recorder.number!)?.entries.map(({ content }) => content)).toEqual(["be kind", "Hi"]);
    transcript.append({ role: "assistant", content: "Hello" });
    expect(store.load(recorder.number!)?.head).toBe(transcript.head!);
    transcript.moveTo(undefined);
    expect(store.load(recorder.number!)?.head).toBeUndefined();
  });

  test("writes a new title, also one that was given before the first question", () => {
    using store = ChatStore.open(path);
    using recorder = new TranscriptWriter({
      open: () => ChatStore.open(path),
      onTrouble: expect.unreachable,
    });
    const transcript = new Transcript(undefined, [recorder]);
    transcript.rename("Letters");
    transcript.append({ role: "user", content: "Hi" });
    expect(store.load(recorder.number!)?.title).toBe("Letters");
    transcript.rename("Numbers");
    transcript.append({ role: "assistant", content: "Hello" });
    expect(store.load(recorder.number!)?.title).toBe("Numbers");
  });

  test("reports a failure once, and writes the whole chat as soon as it can", () => {
    const reports: string[] = [];
    let isBroken = true;
    using recorder = new TranscriptWriter({
      open: () => {
        if (isBroken) throw new Error("no room");
        return ChatStore.open(path);
      },
      onTrouble: (line) => reports.push(line),
    });
    const transcript = new Transcript(undefined, [recorder]);
    transcript.append({ role: "user", content: "one" });
    transcript.append({ role: "assistant", content: "two" });
    expect(reports).toHaveLength(1);
    expect(reports[0]).toContain("no room");
    isBroken = false;
    transcript.append({ role: "user", content: "three" });
    expect(reports[1]).toContain("saved again");
    using store = ChatStore.open(path);
    expect(store.load(recorder.number!)?.entries.map(({ content }) => content)).toEqual([
      "one",
      "two",
      "three",
    ]);
  });
});

describe("a database that another program has locked", () => {
  /** Locks the database as a writing program does, until disposed. */
  function locking(): Disposable {
    ChatStore.open(path)[Symbol.dispose]();
    const database = new Database(path);
    database.run("BEGIN EXCLUSIVE");
    return {
      [Symbol.dispose]: () => {
        database.run("ROLLBACK");
        database.close();
      },
    };
  }

  test("is a clear error, immediately if the timeout is 0", () => {
    using _lock = locking();
    using store = ChatStore.open(path, 0);
    expect(store.count()).toBe(0);
    for (const writing of [() => store.add(undefined, [], undefined), () => store.checkWritable()]) {
      let error: unknown;
      try {
        writing();
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(DatabaseLocked);
      expect(String(error)).toContain(`${path} is locked by another program`);
    }
  });

  test("delays a recorder: it reports that after a second, and writes all messages later", () => {
    const reports: string[] = [];
    let [now, retry] = [0, undefined as (() => void) | undefined];
    using recorder = new TranscriptWriter({
      open: () => ChatStore.open(path, 0),
      onTrouble: (line) => reports.push(line),
      now: () => now,
      later: (action) => {
        retry = action;
        return () => {
          retry = undefined;
        };
      },
    });
    const transcript = new Transcript(undefined, [recorder]);
    {
      using _lock = locking();
      transcript.append({ role: "user", content: "one" });
      transcript.append({ role: "assistant", content: "two" });
      expect([reports, recorder.isBehind]).toEqual([[], true]);
      now = 2000;
      retry?.();
      expect(reports).toEqual([
        expect.stringMatching(/^This chat isn't saved: .* is locked by another program/),
      ]);
      retry?.();
      expect(reports).toHaveLength(1);
    }
    retry?.();
    expect([reports[1], recorder.isBehind, retry]).toEqual([
      "The chat is saved again, with all messages since then.",
      false,
      undefined,
    ]);
    using store = ChatStore.open(path);
    expect(store.load(1)?.entries.map(({ content }) => content)).toEqual(["one", "two"]);
  });

  test("loses no message of a chat that was closed meanwhile", async () => {
    using recorder = new TranscriptWriter({ open: () => ChatStore.open(path, 0), onTrouble: () => {} });
    const begin = (): Transcript => {
      recorder.follow();
      return new Transcript(undefined, [recorder]);
    };
    {
      using _lock = locking();
      begin().append({ role: "user", content: "first" });
      begin().append({ role: "user", content: "second" });
      const stop = AbortSignal.abort();
      expect(await recorder.flush(60_000, stop)).toBe(false);
      expect(await recorder.flush(0)).toBe(false);
    }
    expect(await recorder.flush(60_000)).toBe(true);
    using store = ChatStore.open(path);
    expect(store.list(-1).map(({ title }) => title)).toEqual(["second", "first"]);
    expect(recorder.number).toBe(2);
  });
});
