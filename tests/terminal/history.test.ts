import type { Database } from "bun:sqlite";
import { afterEach, beforeEach, expect, test } from "bun:test";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../src/chat/store/database.ts";
import { PromptHistory } from "../../src/chat/store/prompt-history.ts";
import { History, type OpenedHistory } from "../../src/terminal/history.ts";

let folder: string;
let path: string;
let oldFile: string;
let opened: Database[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "history-"));
  path = join(folder, "data", "chats.sqlite");
  oldFile = join(folder, "data", "history.jsonl");
  opened = [];
});

afterEach(() => {
  for (const database of opened) database.close();
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

/** Opens it as a chat does: with one connection, which doesn't wait for locks. */
function open(): OpenedHistory {
  let database: Database | undefined;
  const connect = (): Database => {
    if (database === undefined) {
      database = openDatabase(path, 0);
      opened.push(database);
    }
    return database;
  };
  return History.open(new PromptHistory({ open: connect, path, oldFile }));
}

const entries = (): readonly string[] => open().history.entries;

const countRows = (): number => {
  const database = openDatabase(path);
  try {
    return (database.query("SELECT count(*) AS rows FROM prompts").get() as { rows: number }).rows;
  } finally {
    database.close();
  }
};

test("the prompts of a session are there in the next one, readable only by their owner", () => {
  const { history, warning } = open();
  expect(warning).toBeUndefined();
  for (const text of ["one", "two\nlines", '漢字 \\ "', "two\nlines"])
    expect(history.add(text)).toBeUndefined();
  expect(entries()).toEqual(["one", "two\nlines", '漢字 \\ "', "two\nlines"]);
  for (const file of [path, `${path}-wal`, `${path}-shm`]) expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, "data")).mode & 0o777).toBe(0o700);
});

test("repetitions and empty prompts are not kept", () => {
  const { history } = open();
  for (const text of ["a", "a", " ", "", "b", "a"]) history.add(text);
  expect(history.entries).toEqual(["a", "b", "a"]);
  expect(entries()).toEqual(["a", "b", "a"]);
});

test("a prompt that two sessions added in a row is there once", () => {
  const [one, other] = [open().history, open().history];
  one.add("a");
  other.add("a");
  expect(entries()).toEqual(["a"]);
});

test("a prompt that is too long is kept for the session only", () => {
  const { history } = open();
  history.add("x".repeat(100_000));
  expect(history.entries).toHaveLength(1);
  expect(entries()).toEqual([]);
});

test("the readable lines of a damaged file are imported, sanitized", () => {
  mkdirSync(join(folder, "data"));
  writeFileSync(oldFile, '"good"\nnot json\n{"a":1}\n\u0000\u0001\n"esc\\u001b[2J"\n"torn');
  expect(entries()).toEqual(["good", "esc␛[2J"]);
  open().history.add("next");
  expect(entries()).toEqual(["good", "esc␛[2J", "next"]);
});

test("a file that others could read becomes private", () => {
  open().history.add("a");
  const files = [path, `${path}-wal`, `${path}-shm`];
  for (const file of files) chmodSync(file, 0o644);
  open().history.add("b");
  for (const file of files) expect(statSync(file).mode & 0o777).toBe(0o600);
});

test.each([
  ["a folder in its place", () => mkdirSync(path, { recursive: true })],
  ["a file as its folder", () => writeFileSync(join(folder, "data"), "")],
])("with %s, the history is in memory, and there is one warning", (_name, prepare) => {
  prepare();
  const { history, warning } = open();
  expect(warning).toContain("Prompt history is kept for this session only");
  expect(history.add("a")).toBeUndefined();
  expect(history.entries).toEqual(["a"]);
});

test("a disk that fails later is reported once", () => {
  const { history } = open();
  const [database] = opened;
  // SQLite reports a full disk.
  database?.run("PRAGMA max_page_count = 1");
  const text = "a".repeat(60_000);
  expect(history.add(text)).toContain(`The disk is full: ${path} can't be written`);
  expect(history.add("b")).toBeUndefined();
  expect(history.entries).toEqual([text, "b"]);
});

test("a history is trimmed to its last thousand prompts", () => {
  mkdirSync(join(folder, "data"));
  writeFileSync(oldFile, Array.from({ length: 3000 }, (_, index) => `"entry ${index}"\n`).join(""));
  expect(entries()).toHaveLength(1000);
  expect(countRows()).toBe(1000);
  expect(entries().at(-1)).toBe("entry 2999");
  open().history.add("one more");
  expect(countRows()).toBe(1000);
  expect(entries().at(-1)).toBe("one more");
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(existsSync(`${oldFile}.lock`)).toBe(false);
});

test("a lock in use postpones the import, a stale one doesn't", () => {
  const lock = openDatabase(path);
  lock.run("BEGIN IMMEDIATE");
  writeFileSync(oldFile, Array.from({ length: 3000 }, (_, index) => `"entry ${index}"\n`).join(""));
  writeFileSync(`${oldFile}.lock`, "");
  const lines = (): number => readFileSync(oldFile, "utf8").trimEnd().split("\n").length;
  expect(entries()).toHaveLength(1000);
  expect(lines()).toBe(3000);
  lock.close();
  expect(entries()).toHaveLength(1000);
  expect(countRows()).toBe(1000);
  expect(existsSync(oldFile)).toBe(false);
  expect(existsSync(`${oldFile}.lock`)).toBe(false);
});

test("processes that write and trim at the same time lose nothing", async () => {
  mkdirSync(join(folder, "data"));
  const filler = Array.from({ length: 2100 }, (_, index) => `"filler ${index}"\n`).join("");
  writeFileSync(oldFile, filler);
  const program = join(import.meta.dir, "..", "fixtures", "write-prompts.ts");
  const writers = ["a", "b", "c"].map((name) =>
    Bun.spawn([process.execPath, program, path, oldFile, name, "150"], { stderr: "inherit" }),
  );
  for (const writer of writers) {
    expect(await writer.exited).toBe(0);
    expect(await new Response(writer.stdout).json()).toMatchObject({ warnings: [], isBehind: false });
  }
  const kept = new Set(entries());
  for (const name of ["a", "b", "c"]) {
    for (let count = 0; count < 150; count += 1) expect(kept.has(`${name}${count}`)).toBe(true);
  }
});
