/** Stored responses: each owner has its own, and old ones are removed. */
import type { Database } from "bun:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inMemory, openDatabase } from "../../../src/chat/store/database.ts";
import { keptMs, ResponseTable, type StoredResponse } from "../../../src/chat/store/response-table.ts";

let database: Database;
let table: ResponseTable;
beforeEach(() => {
  database = openDatabase(inMemory);
  table = new ResponseTable(database);
});
afterEach(() => database.close());

function response(id: string, more: Partial<StoredResponse> = {}): StoredResponse {
  return {
    id,
    created: 1000,
    previous: undefined,
    body: { id, status: "completed" },
    input: [{ id: `${id}-in`, type: "message", text: "Grüße" }],
    output: [{ id: `${id}-out-1` }, { id: `${id}-out-2` }],
    ...more,
  };
}

test("a response is read as it was stored, and its items by their ids", () => {
  const stored = response("a", { previous: "z" });
  table.add("one", stored);
  // A second attempt to write it changes nothing.
  table.add("one", response("a"));
  expect(table.load("one", "a")).toEqual(stored);
  expect(table.item("one", "a-out-2")).toEqual({ id: "a-out-2" });
  expect(table.item("one", "a-in")).toEqual({ id: "a-in", type: "message", text: "Grüße" });
});

test("of two items with the same id, the newest is read", () => {
  table.add("one", response("a", { input: [{ id: "same", text: "old" }] }));
  table.add("one", response("b", { input: [{ id: "same", text: "new" }] }));
  table.add("two", response("c", { input: [{ id: "same", text: "another's" }] }));
  expect(table.item("one", "same")).toEqual({ id: "same", text: "new" });
});

test("another owner can neither read nor remove it", () => {
  table.add("one", response("a"));
  expect(table.load("two", "a")).toBeUndefined();
  expect(table.item("two", "a-in")).toBeUndefined();
  expect(table.remove("two", "a")).toBe(false);
  expect(table.load("one", "a")).toBeDefined();
});

test("a removed response is gone with its items", () => {
  table.add("one", response("a"));
  expect(table.remove("one", "a")).toBe(true);
  expect(table.remove("one", "a")).toBe(false);
  expect(table.load("one", "a")).toBeUndefined();
  expect(database.query("SELECT count(*) AS n FROM response_items").get()).toEqual({ n: 0 });
});

describe("removing old responses", () => {
  const ids = (): string[] =>
    (database.query("SELECT id FROM responses ORDER BY id").all() as { id: string }[]).map(({ id }) => id);

  test("spares those that a newer one continues", () => {
    const now = keptMs + 5000;
    table.add("one", response("root"));
    table.add("one", response("middle", { previous: "root" }));
    table.add("one", response("new", { previous: "middle", created: now }));
    table.add("one", response("old-root"));
    table.add("one", response("old", { previous: "old-root" }));
    table.prune(now);
    expect(ids()).toEqual(["middle", "new", "root"]);
  });

  test("removes the oldest while all together are too large", () => {
    const small = new ResponseTable(database, 3000);
    const large = [{ id: "x", text: "x".repeat(1000) }];
    for (let created = 1; created <= 5; created += 1) {
      small.add("one", response(`r${created}`, { created, output: large }));
    }
    small.prune(10);
    expect(ids()).toEqual(["r4", "r5"]);
  });
});

test("a database of an older version gets the tables, and keeps its chats", () => {
  const folder = mkdtempSync(join(tmpdir(), "anechat-responses-"));
  try {
    const path = join(folder, "chats.sqlite");
    const before = openDatabase(path);
    before.run("INSERT INTO chats (title, created, updated) VALUES ('kept', 1, 1)");
    before.run("DROP TABLE response_items");
    before.run("DROP TABLE responses");
    before.run("PRAGMA user_version = 4");
    before.close();
    const after = openDatabase(path);
    new ResponseTable(after).add("one", response("a"));
    expect(after.query("SELECT title FROM chats").all()).toEqual([{ title: "kept" }]);
    after.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
