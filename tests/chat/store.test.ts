import { Database } from "bun:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ChatStore, foundMarks, type SavedChat, titleOf } from "../../src/chat/store/chat-store.ts";
import { schemaVersion } from "../../src/chat/store/schema.ts";
import type { AnswerFacts, Entry } from "../../src/chat/transcript.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anechat-store-"));
  path = join(folder, "data", "chats.sqlite");
});
afterEach(() => {
  for (const each of [folder, join(folder, "data")]) if (existsSync(each)) chmodSync(each, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

const facts: AnswerFacts = {
  model: { name: "demo", hash: "abc", source: "demo" },
  sampling: { temperature: 0.5 },
  finish: "stop",
  usage: {
    promptTokens: 1,
    cachedTokens: 0,
    completionTokens: 2,
    contextUsed: 3,
    contextSize: 8,
    contextLimit: 8,
  },
  timings: { promptMs: 1, firstTokenMs: 2, generationMs: 3, totalMs: 4 },
};

let lastId = 0;
function chatOf(...texts: string[]): Entry[] {
  const entries: Entry[] = [];
  for (const [index, content] of texts.entries()) {
    const place = { id: `e${++lastId}`, parent: entries.at(-1)?.id, created: 1000 + lastId };
    entries.push(
      index % 2 === 0
        ? { ...place, role: "user", content }
        : { ...place, role: "assistant", content, reasoning: "hm", facts },
    );
  }
  return entries;
}

function add(store: ChatStore, ...texts: string[]): number {
  const entries = chatOf(...texts);
  return store.add(undefined, entries, entries.at(-1)?.id);
}

describe("the store", () => {
  test("knows how fast the latest answers were", () => {
    using store = ChatStore.open(path);
    const slow = { ...facts, timings: { ...facts.timings, generationMs: 99 } };
    store.add(undefined, chatOf("one", "two"), undefined);
    const [question, answer] = chatOf("three", "four") as [Entry, Entry];
    store.add(undefined, [question, { ...answer, facts: slow } as Entry], undefined);
    expect(store.timings(9).map(({ source, timings }) => [source, timings.generationMs])).toEqual([
      ["demo", 99],
      ["demo", 3],
    ]);
    expect(store.timings(1)).toHaveLength(1);
  });

  test("returns chats with all their facts, also to another process", () => {
    const entries = [...chatOf("Hi", "Hello!")];
    const [head] = entries.slice(-1);
    const summary: Entry = {
      id: "s",
      parent: head?.id,
      role: "summary",
      content: "they met",
      keptFrom: entries[0]!.id,
      created: 5000,
    };
    using store = ChatStore.open(path);
    const number = store.add(undefined, [...entries, summary], "s");
    using other = ChatStore.open(path);
    expect(other.load(number)).toEqual({
      number,
      title: "Hi",
      created: entries[0]!.created,
      updated: 5000,
      head: "s",
      entries: [...entries, summary],
    } satisfies SavedChat);
  });

  test("returns what was typed, and a new title", () => {
    const entries: Entry[] = [
      { id: "q", parent: undefined, role: "user", content: "see\n\na:\n…", typed: "see", created: 1 },
    ];
    using store = ChatStore.open(path);
    const number = store.add(undefined, entries, "q");
    expect(store.load(number)?.entries).toEqual(entries);
    store.rename(number, "Letters");
    expect(store.load(number)?.title).toBe("Letters");
    expect(store.list(1)[0]?.title).toBe("Letters");
    expect(() => store.rename(99, "x")).toThrow("Chat 99 was removed meanwhile");
  });

  test("reads the chats of an older version, and keeps them", () => {
    ChatStore.open(path)[Symbol.dispose]();
    const database = new Database(path);
    database.run("ALTER TABLE entries DROP COLUMN typed");
    database.run("DROP TABLE response_items");
    database.run("DROP TABLE responses");
    database.run("PRAGMA user_version = 3");
    database.run("INSERT INTO chats (title, created, updated, head) VALUES ('old', 1, 1, 'o')");
    database.run("INSERT INTO entries (id, chat, role, content, created) VALUES ('o', 1, 'user', 'old', 1)");
    database.close();
    using store = ChatStore.open(path);
    expect(store.load(1)?.entries).toEqual([
      { id: "o", parent: undefined, role: "user", content: "old", created: 1 },
    ]);
    expect(add(store, "new")).toBe(2);
  });

  test("is readable only by its owner", () => {
    using store = ChatStore.open(path);
    add(store, "secret");
    for (const file of [path, `${path}-wal`, `${path}-shm`]) {
      expect(`${file} ${(statSync(file).mode & 0o777).toString(8)}`).toBe(`${file} 600`);
    }
  });

  test("lists the most recently used chat first, with questions and model", () => {
    using store = ChatStore.open(path);
    const [first, second] = [add(store, "one?", "1"), add(store, "two?")];
    const more = chatOf("three?");
    store.add(first, more, more[0]!.id);
    expect(store.list(-1)).toMatchObject([
      { number: first, title: "one?", questions: 2, model: "demo" },
      { number: second, title: "two?", questions: 1, model: null },
    ]);
    expect(store.latest()).toBe(first);
    expect(store.list(1)).toHaveLength(1);
  });

  test("finds chats by words in any order, by beginnings, and without accents", () => {
    using store = ChatStore.open(path);
    const bread = add(store, "How do I bake banana bread?", "Ripe bananas help.");
    const cafe = add(store, "Which café is good?", "None.");
    const numbers = (text: string): number[] => store.search(text, -1).map(({ number }) => number);
    expect(numbers("bread banana")).toEqual([bread]);
    expect(numbers("ban")).toEqual([bread]);
    expect(numbers("CAFE")).toEqual([cafe]);
    expect(numbers("banana café")).toEqual([]);
    const [match] = store.search("ripe", -1);
    expect(match?.excerpt).toBe(`${foundMarks.open}Ripe${foundMarks.close} bananas help.`);
  });

  test.each(['"', "*", "a* OR b", "NEAR(", "col:x", "-", "'; DROP TABLE chats", "((", "\0", "^a"])(
    "searches %j as words, not as a query",
    (text) => {
      using store = ChatStore.open(path);
      add(store, "hello");
      expect(store.search(text, -1)).toEqual([]);
    },
  );

  test("a removed chat is not found any more, and its number is never reused", () => {
    using store = ChatStore.open(path);
    const number = add(store, "needle", "yes");
    expect(store.remove([number, 99])).toBe(1);
    expect(store.search("needle", -1)).toEqual([]);
    expect(store.load(number)).toBeUndefined();
    expect(add(store, "new")).toBeGreaterThan(number);
  });

  test("1,000 chats with 100 messages each are listed and searched", () => {
    using store = ChatStore.open(path);
    for (let chat = 0; chat < 1000; chat += 1) {
      const texts = Array.from({ length: 100 }, (_, index) => `word${index} of chat${chat}`);
      add(store, ...texts);
    }
    expect(store.count()).toBe(1000);
    expect(store.list(-1)).toHaveLength(1000);
    // A word of all messages: the search stops at its limit.
    expect(store.search("of", 20)).toHaveLength(20);
    expect(store.search("chat77 word3", -1).map(({ title }) => title)).toContain("word0 of chat77");
  }, 60_000);

  test("imports a chat of a file once, and later only its new messages", () => {
    using store = ChatStore.open(path);
    const entries = chatOf("a?", "A");
    const chat = { title: "t", created: 1, updated: 2, head: entries[1]!.id, entries };
    const { number, added } = store.import(chat);
    expect(added).toBe(2);
    const longer = [...entries, { ...chatOf("b?")[0]!, parent: entries[1]!.id }];
    expect(store.import({ ...chat, entries: longer, head: longer[2]!.id })).toEqual({ number, added: 1 });
    expect(store.load(number)?.entries).toEqual(longer);
  });

  test("processes that write at the same time lose nothing", async () => {
    ChatStore.open(path)[Symbol.dispose]();
    const program = join(import.meta.dir, "..", "fixtures", "write-chats.ts");
    const writers = ["a", "b", "c"].map((name) => Bun.spawn([process.execPath, program, path, name, "40"]));
    expect(await Promise.all(writers.map(({ exited }) => exited))).toEqual([0, 0, 0]);
    using store = ChatStore.open(path);
    expect(store.count()).toBe(3);
    for (const name of ["a", "b", "c"]) {
      const [chat] = store.search(`${name}0`, 1);
      expect(store.load(chat!.number)?.entries.map(({ content }) => content)).toEqual(
        Array.from({ length: 40 }, (_, index) => `${name}${index}`),
      );
    }
  });
});

describe("a database that can't be used is a clear error:", () => {
  test("a newer version", () => {
    ChatStore.open(path)[Symbol.dispose]();
    const database = new Database(path);
    database.run(`PRAGMA user_version = ${schemaVersion + 1}`);
    database.close();
    expect(() => ChatStore.open(path)).toThrow(/newer anechat/);
    expect(() => ChatStore.openForReading(path)).toThrow(/newer anechat/);
  });

  test("a file that is not a database", () => {
    ChatStore.open(path)[Symbol.dispose]();
    writeFileSync(path, "something else entirely, and long enough to be looked at ".repeat(50));
    expect(() => ChatStore.open(path)).toThrow(/damaged/);
  });

  test("damaged pages", () => {
    {
      using store = ChatStore.open(path);
      for (let chat = 0; chat < 50; chat += 1) add(store, "some words to fill pages with ".repeat(50));
    }
    const bytes = new Uint8Array(statSync(path).size);
    writeFileSync(path, bytes.fill(0xff, 4096), { flag: "r+" });
    expect(() => {
      using store = ChatStore.open(path);
      store.list(-1);
    }).toThrow(/damaged/);
  });

  test("a read-only database, which can still be read", () => {
    {
      using store = ChatStore.open(path);
      add(store, "kept");
    }
    chmodSync(path, 0o444);
    for (const each of [folder, join(folder, "data")]) chmodSync(each, 0o555);
    const program = join(import.meta.dir, "..", "fixtures", "list-chats.ts");
    const { stdout } = Bun.spawnSync([process.execPath, program, path]);
    const { refusal, titles } = JSON.parse(stdout.toString()) as { refusal: string; titles: string[] };
    expect(refusal).toContain("can't be written");
    expect(titles).toEqual(["kept"]);
  });

  test("except a missing database, when it is opened for reading", () => {
    expect(ChatStore.openForReading(path)).toBeUndefined();
    expect(existsSync(path)).toBe(false);
  });
});

test("a title is the beginning of the first question", () => {
  const question = (content: string): Entry[] => [
    { id: "1", parent: undefined, role: "user", content, created: 0 },
  ];
  expect(titleOf(question("  One line\nand another"))).toBe("One line");
  expect([...titleOf(question("ü".repeat(200)))]).toHaveLength(80);
});
