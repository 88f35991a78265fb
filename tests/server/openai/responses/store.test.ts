/** Stored responses of a server's clients, also when the database can't be written. */
import { Database } from "bun:sqlite";
import { afterEach, beforeEach, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ChatStore } from "../../../../src/chat/store/chat-store.ts";
import type { StoredResponse } from "../../../../src/chat/store/response-table.ts";
import { ResponseStore, type ResponseStoreOptions } from "../../../../src/server/openai/responses/store.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anechat-responses-"));
  path = join(folder, "chats.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function opened(options: Partial<ResponseStoreOptions> = {}): ResponseStore {
  return new ResponseStore({
    open: () => ChatStore.open(path, 0),
    now: () => 1000,
    onTrouble: expect.unreachable,
    ...options,
  });
}

const response = (id: string): StoredResponse => ({
  id,
  created: 1000,
  previous: undefined,
  body: { id },
  input: [{ id: `${id}-in` }],
  output: [{ id: `${id}-out` }],
});

/** Locks the database until it is disposed. */
function locked(): Disposable {
  const other = new Database(path);
  other.run("BEGIN IMMEDIATE");
  return { [Symbol.dispose]: () => other.close() };
}

test("a client's responses are there after a restart, and nobody else's", async () => {
  for (const key of [undefined, "key-of-alice"]) {
    const id = `resp-${key}`;
    {
      await using store = opened();
      await store.of(key).keep(response(id));
    }
    await using store = opened();
    expect(await store.of(key).load(id)).toEqual(response(id));
    expect(await store.of(key).item(`${id}-out`)).toEqual({ id: `${id}-out` });
    expect(await store.of("key-of-bob").load(id)).toBeUndefined();
    expect(await store.of("key-of-bob").item(`${id}-in`)).toBeUndefined();
    expect(await store.of("key-of-bob").remove(id)).toBe(false);
    expect(await store.of(key).remove(id)).toBe(true);
    expect(await store.of(key).load(id)).toBeUndefined();
  }
});

test("a locked database delays nothing, and gets the response later", async () => {
  ChatStore.open(path)[Symbol.dispose]();
  const lines: string[] = [];
  const written = Promise.withResolvers<void>();
  await using store = opened({
    retryMs: 1,
    onTrouble: (line) => {
      lines.push(line);
      if (line === "Responses are stored again") written.resolve();
    },
  });
  const client = store.of("key-of-alice");
  {
    using _lock = locked();
    await client.keep(response("a"));
    await client.keep(response("b"));
    // It is read from memory, by its owner only.
    expect(await client.load("a")).toEqual(response("a"));
    expect(await client.item("b-out")).toEqual({ id: "b-out" });
    expect(await store.of("key-of-bob").load("a")).toBeUndefined();
  }
  await written.promise;
  expect(lines).toEqual([expect.stringContaining("only in memory for now"), "Responses are stored again"]);
  await using later = opened();
  expect(await later.of("key-of-alice").load("b")).toEqual(response("b"));
});

test("a response that waits to be stored can be removed while the database is locked", async () => {
  ChatStore.open(path)[Symbol.dispose]();
  {
    await using store = opened({ retryMs: 1e6, patienceMs: 0, onTrouble: () => {} });
    const client = store.of(undefined);
    await client.keep(response("stored"));
    using _lock = locked();
    await client.keep(response("waiting"));
    expect(await client.remove("waiting")).toBe(true);
    expect(await client.load("waiting")).toBeUndefined();
    await expect(client.remove("stored")).rejects.toMatchObject({ kind: "busy" });
  }
  await using later = opened();
  expect(await later.of(undefined).load("waiting")).toBeUndefined();
  expect(await later.of(undefined).load("stored")).toEqual(response("stored"));
});

test("a response is removed for good while it is being stored", async () => {
  ChatStore.open(path)[Symbol.dispose]();
  {
    await using store = opened();
    const client = store.of("key-of-alice");
    const [, wasRemoved] = await Promise.all([client.keep(response("a")), client.remove("a")]);
    expect(wasRemoved).toBe(true);
  }
  await using later = opened();
  expect(await later.of("key-of-alice").load("a")).toBeUndefined();
});

test("what waits is written when the server ends", async () => {
  ChatStore.open(path)[Symbol.dispose]();
  {
    await using store = opened({ retryMs: 1e6, onTrouble: () => {} });
    using _lock = locked();
    await store.of(undefined).keep(response("a"));
  }
  await using later = opened();
  expect(await later.of(undefined).load("a")).toEqual(response("a"));
});

test("a database that can't be opened loses no answer, and what waits has a limit", async () => {
  const lines: string[] = [];
  const store = opened({
    open: () => {
      throw new Error("no store");
    },
    retryMs: 1e6,
    maxWaitingBytes: 250,
    onTrouble: (line) => lines.push(line),
  });
  const client = store.of(undefined);
  for (const id of ["a", "b", "c"]) await client.keep(response(id));
  expect(await client.load("c")).toEqual(response("c"));
  expect(lines).toEqual([
    "Responses are only in memory for now: no store",
    "Response a is given up: too many wait to be stored",
  ]);
});
