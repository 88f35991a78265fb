/** A server's client sees its own chats; the user sees all chats. */
import { Database } from "bun:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom } from "../../../scripts/random.ts";
import { ChatStore } from "../../../src/chat/store/chat-store.ts";
import { inMemory } from "../../../src/chat/store/database.ts";
import type { Entry } from "../../../src/chat/transcript.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anechat-store-"));
  path = join(folder, "data", "chats.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

let lastId = 0;
/** Questions and answers in turn. */
function chatOf(...texts: string[]): Entry[] {
  const entries: Entry[] = [];
  for (const [index, content] of texts.entries()) {
    const place = { id: `e${++lastId}`, parent: entries.at(-1)?.id, created: 1000 + lastId };
    entries.push({ ...place, role: index % 2 === 0 ? "user" : "assistant", content });
  }
  return entries;
}

function add(store: ChatStore, ...texts: string[]): number {
  const entries = chatOf(...texts);
  return store.add(undefined, entries, entries.at(-1)?.id);
}

describe("chats of a server's clients", () => {
  const alice = { owner: "key:alice", seesAll: false };
  const bob = { owner: "key:bob", seesAll: false };

  test("are visible to them and the user; the user's chats are invisible to them", () => {
    using store = ChatStore.open(path);
    const users = add(store, "My secret is Rosebud.");
    const entries = chatOf("Hello?", "Hi.");
    const hers = store.viewedBy(alice).add(undefined, entries, entries[1]!.id);
    expect(store.viewedBy(alice).load(hers)?.entries).toEqual(entries);
    expect(store.load(hers)?.entries).toEqual(entries);
    for (const [view, number] of [
      [bob, hers],
      [alice, users],
    ] as const) {
      const stranger = store.viewedBy(view);
      const more = chatOf("More?");
      expect(stranger.load(number)).toBeUndefined();
      expect(stranger.remove([number])).toBe(0);
      expect(() => stranger.add(number, more, more[0]!.id)).toThrow("removed meanwhile");
      expect(() => stranger.moveHead(number, undefined)).toThrow("removed meanwhile");
    }
    expect(store.load(users)?.entries).toHaveLength(1);
    expect(store.load(hers)).toMatchObject({ head: entries[1]!.id, entries });
    expect(store.viewedBy(alice).remove([hers])).toBe(1);
  });

  test("belong to the user alone once the user or another client continues them", () => {
    using store = ChatStore.open(path);
    const everything = { owner: bob.owner, seesAll: true };
    for (const view of [{ owner: undefined, seesAll: true }, everything]) {
      const [entries, more] = [chatOf("Hello?"), chatOf("My secret is Rosebud.")];
      const number = store.viewedBy(alice).add(undefined, entries, entries[0]!.id);
      expect(store.viewedBy(everything).load(number)).toBeDefined();
      store.viewedBy(view).add(number, more, more[0]!.id);
      for (const other of [alice, bob]) expect(store.viewedBy(other).load(number)).toBeUndefined();
      expect(store.load(number)?.entries).toHaveLength(2);
    }
  });

  test("are stored under hashes of keys, which differ in each database", async () => {
    const names = async (at: string): Promise<string[]> => {
      using store = ChatStore.open(at);
      return Promise.all(["first-key-1", "second-key-2"].map((key) => store.ownerOf(key)));
    };
    const here = await names(path);
    expect(await names(path)).toEqual(here);
    const all = [...here, ...(await names(join(folder, "other.sqlite")))];
    expect(new Set(all).size).toBe(4);
    for (const file of [path, `${path}-wal`]) {
      if (existsSync(file)) expect(readFileSync(file, "latin1")).not.toContain("first-key");
    }
  });

  test("did not exist in older databases: their chats are the user's", () => {
    {
      using store = ChatStore.open(path);
      add(store, "an old chat");
    }
    // The schema of the first version.
    const database = new Database(path);
    database.run("ALTER TABLE chats DROP COLUMN owner");
    database.run("ALTER TABLE entries DROP COLUMN typed");
    for (const table of ["secrets", "prompts", "imported_history", "response_items", "responses"])
      database.run(`DROP TABLE ${table}`);
    database.run("PRAGMA user_version = 1");
    database.close();
    using store = ChatStore.open(path);
    expect(store.load(1)?.title).toBe("an old chat");
    expect(store.viewedBy(alice).load(1)).toBeUndefined();
  });

  test("stay invisible to others in any order of operations", () => {
    using store = ChatStore.open(inMemory);
    const random = seededRandom(7);
    const owners = [undefined, "key:alice", "key:bob", "run:1"];
    /** The expected owner of each chat, and its number of messages. */
    const known = new Map<number, { owner: string | undefined; messages: number }>();
    for (let step = 0; step < 5000; step += 1) {
      const owner = owners[random.below(owners.length)];
      const seesAll = owner === undefined || random.below(10) === 0;
      const chats = store.viewedBy({ owner, seesAll });
      const number = 1 + random.below(known.size + 2);
      const chat = known.get(number);
      const sees = chat !== undefined && (seesAll || chat.owner === owner);
      const more = chatOf("?");
      const expectContinue = (work: () => void): void => {
        if (!sees) {
          expect(work).toThrow();
          return;
        }
        work();
        if (chat.owner !== owner) chat.owner = undefined;
      };
      switch (random.below(5)) {
        case 0:
          known.set(chats.add(undefined, more, more[0]!.id), { owner, messages: 1 });
          break;
        case 1:
          expectContinue(() => chats.add(number, more, more[0]!.id));
          if (sees) chat.messages += 1;
          break;
        case 2:
          expectContinue(() => chats.moveHead(number, undefined));
          break;
        case 3:
          expect(chats.load(number)?.entries.length).toBe(sees ? chat.messages : undefined);
          break;
        case 4:
          if (random.below(4) > 0) break;
          expect(chats.remove([number])).toBe(sees ? 1 : 0);
          if (sees) known.delete(number);
          break;
      }
    }
    expect(store.count()).toBe(known.size);
    expect(known.size).toBeGreaterThan(100);
  });
});
