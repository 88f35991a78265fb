/** Prompts are stored in the chat database; an older version's file is imported once. */
import type { Database } from "bun:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../../src/chat/store/database.ts";
import { PromptHistory } from "../../../src/chat/store/prompt-history.ts";
import { schemaVersion } from "../../../src/chat/store/schema.ts";

const writePrompts = join(import.meta.dir, "..", "..", "fixtures", "write-prompts.ts");

let folder: string;
let data: string;
let path: string;
let oldFile: string;
let opened: Database[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anechat-prompts-"));
  data = join(folder, "data");
  path = join(data, "chats.sqlite");
  oldFile = join(data, "history.jsonl");
  opened = [];
  mkdirSync(data);
});
afterEach(() => {
  for (const database of opened) database.close();
  for (const each of [folder, data]) chmodSync(each, 0o700);
  rmSync(folder, { recursive: true });
});

/** A connection that is closed after the test, and doesn't wait for locks. */
function connect(): Database {
  const database = openDatabase(path, 0);
  opened.push(database);
  return database;
}

function history(database = connect()): PromptHistory {
  return new PromptHistory({ open: () => database, path, oldFile });
}

const writeOldFile = (...prompts: string[]): void =>
  writeFileSync(oldFile, prompts.map((text) => `${JSON.stringify(text)}\n`).join(""));

const oldFiles = (): string[] => readdirSync(data).filter((name) => name.startsWith("history"));

function rows(): string[] {
  return (connect().query("SELECT text FROM prompts ORDER BY number").all() as { text: string }[]).map(
    ({ text }) => text,
  );
}

describe("an older version's file", () => {
  test("is imported in its order, once, and removed with its lock files", () => {
    writeOldFile("one", "two\nlines", "one");
    for (const name of ["lock", "new"]) writeFileSync(`${oldFile}.${name}`, "");
    expect(history().load()).toEqual(["one", "two\nlines", "one"]);
    expect(oldFiles()).toEqual([]);
    expect(history().load()).toEqual(["one", "two\nlines", "one"]);
  });

  test("is imported again if that version was used again", () => {
    for (const text of ["first", "second"]) {
      writeOldFile(text);
      history().load();
    }
    expect(rows()).toEqual(["first", "second"]);
    expect(oldFiles()).toEqual([]);
  });

  test("is imported once by programs that start at the same time, for all of them", async () => {
    const typed = Array.from({ length: 500 }, (_, index) => `entry ${index}`);
    writeOldFile(...typed);
    const programs = Array.from({ length: 4 }, () =>
      Bun.spawn([process.execPath, writePrompts, path, oldFile], { stderr: "inherit" }),
    );
    for (const program of programs) {
      expect(await program.exited).toBe(0);
      expect(await new Response(program.stdout).json()).toMatchObject({ warnings: [], isBehind: false });
    }
    expect(history().load()).toEqual(typed);
    expect(rows()).toEqual(typed);
    expect(oldFiles()).toEqual([]);
  });

  test("is imported by the next start if the import was killed before its end", () => {
    writeOldFile("one", "two");
    renameSync(oldFile, `${oldFile}.importing`);
    // A prompt of another program of the older version since then.
    writeOldFile("three");
    expect(history().load()).toEqual(["one", "two", "three"]);
    expect(rows()).toEqual(["one", "two", "three"]);
    expect(oldFiles()).toEqual([]);
  });

  test("isn't imported again if the import was killed before the file was removed", () => {
    writeOldFile("one");
    history().load();
    writeOldFile("one");
    renameSync(oldFile, `${oldFile}.importing`);
    connect().run("INSERT INTO imported_history DEFAULT VALUES");
    writeOldFile("two");
    expect(history().load()).toEqual(["one", "two"]);
    expect(rows()).toEqual(["one", "two"]);
    expect(oldFiles()).toEqual([]);
  });

  test("loses nothing on a full disk: the session has it, and it is imported later", () => {
    const typed = Array.from({ length: 20 }, (_, index) => `${index} ${"x".repeat(50_000)}`);
    writeOldFile(...typed);
    const full = connect();
    full.run("PRAGMA max_page_count = 1");
    expect(history(full).load()).toEqual(typed);
    expect(rows()).toEqual([]);
    expect(history().load()).toEqual(typed);
    expect(rows()).toEqual(typed);
    expect(oldFiles()).toEqual([]);
  });

  test("that is a folder is ignored", () => {
    mkdirSync(oldFile);
    const prompts = history();
    expect(prompts.load()).toEqual([]);
    prompts.append("a");
    expect(rows()).toEqual(["a"]);
    expect(existsSync(oldFile)).toBe(true);
  });

  test("that can't be read is an error that names it", () => {
    writeFileSync(oldFile, "");
    // A sparse file beyond any limit.
    Bun.spawnSync(["truncate", "-s", "1T", oldFile]);
    expect(() => history().load()).toThrow(/history\.jsonl\S* is too large/);
    expect(oldFiles()).toHaveLength(1);
  });
});

describe("prompts", () => {
  test("wait while the database is locked, and are written in their order", async () => {
    const prompts = history();
    prompts.append("before");
    const lock = connect();
    lock.run("BEGIN IMMEDIATE");
    for (const text of ["one", "two"]) prompts.append(text);
    expect(prompts.isBehind).toBe(true);
    await prompts.flush(0);
    expect([prompts.isBehind, String(prompts.failure)]).toEqual([
      true,
      expect.stringContaining(`${path} is locked by another program`),
    ]);
    await prompts.flush(60_000, AbortSignal.abort());
    expect(prompts.isBehind).toBe(true);
    lock.run("ROLLBACK");
    prompts.append("three");
    expect(prompts.isBehind).toBe(false);
    expect(rows()).toEqual(["before", "one", "two", "three"]);
  });

  test("that wait are written by a flush as soon as the lock is released", async () => {
    const prompts = history();
    const lock = connect();
    lock.run("BEGIN IMMEDIATE");
    prompts.append("one");
    const flushed = prompts.flush(60_000);
    lock.run("ROLLBACK");
    await flushed;
    expect(prompts.isBehind).toBe(false);
    expect(rows()).toEqual(["one"]);
  });

  test("are read if nothing can be written, with those of an older version's file", () => {
    {
      using database = openDatabase(path);
      history(database).append("kept");
    }
    writeOldFile("old");
    chmodSync(oldFile, 0o444);
    chmodSync(path, 0o444);
    for (const each of [folder, data]) chmodSync(each, 0o555);
    const { stdout } = Bun.spawnSync([process.execPath, writePrompts, path, oldFile, "new", "2", "nobody"]);
    expect(JSON.parse(stdout.toString())).toEqual({
      began: ["kept", "old"],
      warnings: [expect.stringMatching(/^Prompt history is kept for this session only: .* can't be written/)],
      isBehind: false,
    });
    expect(oldFiles()).toEqual(["history.jsonl"]);
  });

  test("of a newer anechat's database, or a damaged one, are a clear error", () => {
    connect().run(`PRAGMA user_version = ${schemaVersion + 1}`);
    const open = (): Database => openDatabase(path, 0);
    const prompts = new PromptHistory({ open, path, oldFile });
    expect(() => prompts.load()).toThrow(/newer anechat/);
    expect(() => prompts.append("a")).toThrow(/newer anechat/);
    for (const database of opened.splice(0)) database.close();
    writeFileSync(path, "something else entirely, and long enough to be looked at ".repeat(50));
    expect(() => prompts.load()).toThrow(/damaged/);
  });

  test("get their table in a database of an older version, which keeps its chats", () => {
    const before = connect();
    before.run("INSERT INTO chats (title, created, updated) VALUES ('kept', 1, 1)");
    before.run("DROP TABLE prompts");
    before.run("DROP TABLE imported_history");
    before.run("DROP TABLE response_items");
    before.run("DROP TABLE responses");
    before.run("ALTER TABLE entries DROP COLUMN typed");
    before.run("PRAGMA user_version = 2");
    history().append("a");
    expect(rows()).toEqual(["a"]);
    expect(before.query("SELECT title FROM chats").all()).toEqual([{ title: "kept" }]);
  });
});
