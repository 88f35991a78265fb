import { Database } from "bun:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom } from "../../scripts/random.ts";
import { ChatStore, foundMarks, type SavedChat, titleOf } from "../../src/chat/store/chat-store.ts";
import { DatabaseLocked, inMemory } from "../../src/chat/store/database.ts";
import { Recorder } from "../../src/chat/store/recorder.ts";
import { schemaVersion } from "../../src/chat/store/schema.ts";
import { type AnswerFacts, type Entry, Transcript } from "../../src/chat/transcript.ts";

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
  test("gives back what was said, to the last fact, also to another process", () => {
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

  test("is for its owner's eyes alone", () => {
    using store = ChatStore.open(path);
    add(store, "secret");
    for (const file of [path, `${path}-wal`, `${path}-shm`]) {
      expect(`${file} ${(statSync(file).mode & 0o777).toString(8)}`).toBe(`${file} 600`);
    }
  });

  test("lists the chat spoken in last first, with questions and model", () => {
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
    "takes %j for words, not for a query",
    (text) => {
      using store = ChatStore.open(path);
      add(store, "hello");
      expect(store.search(text, -1)).toEqual([]);
    },
  );

  test("what was removed is found no more, and its number is never given again", () => {
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
    // One word of all messages: what is wanted is found without reading the rest.
    expect(store.search("of", 20)).toHaveLength(20);
    expect(store.search("chat77 word3", -1).map(({ title }) => title)).toContain("word0 of chat77");
  }, 60_000);

  test("takes a chat of a file in once, and then only what is new in it", () => {
    using store = ChatStore.open(path);
    const entries = chatOf("a?", "A");
    const chat = { title: "t", created: 1, updated: 2, head: entries[1]!.id, entries };
    const { number, added } = store.import(chat);
    expect(added).toBe(2);
    const longer = [...entries, { ...chatOf("b?")[0]!, parent: entries[1]!.id }];
    expect(store.import({ ...chat, entries: longer, head: longer[2]!.id })).toEqual({ number, added: 1 });
    expect(store.load(number)?.entries).toEqual(longer);
  });

  test("two processes that write at once lose nothing", async () => {
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

describe("a database that can't be used says why:", () => {
  test("one of a newer version", () => {
    ChatStore.open(path)[Symbol.dispose]();
    const database = new Database(path);
    database.run(`PRAGMA user_version = ${schemaVersion + 1}`);
    database.close();
    expect(() => ChatStore.open(path)).toThrow(/newer anechat/);
    expect(() => ChatStore.openForReading(path)).toThrow(/newer anechat/);
  });

  test("one that is no database", () => {
    ChatStore.open(path)[Symbol.dispose]();
    writeFileSync(path, "something else entirely, and long enough to be looked at ".repeat(50));
    expect(() => ChatStore.open(path)).toThrow(/damaged/);
  });

  test("one with torn pages", () => {
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

  test("one that can't be written, which can be read all the same", () => {
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

  test("none at all is no error for looking", () => {
    expect(ChatStore.openForReading(path)).toBeUndefined();
    expect(existsSync(path)).toBe(false);
  });
});

describe("chats of a server's clients", () => {
  const alice = { owner: "key:alice", seesAll: false };
  const bob = { owner: "key:bob", seesAll: false };

  test("are theirs and the user's alone; the user's are nobody else's", () => {
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

  test("are the user's alone once the user, or another, has gone on with them", () => {
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

  test("are known by what nobody can find a key from, the same in each run and another in each database", async () => {
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

  test("were the user's before there were any", () => {
    {
      using store = ChatStore.open(path);
      add(store, "an old chat");
    }
    // As the first version had it.
    const database = new Database(path);
    database.run("ALTER TABLE chats DROP COLUMN owner");
    database.run("DROP TABLE secrets");
    database.run("PRAGMA user_version = 1");
    database.close();
    using store = ChatStore.open(path);
    expect(store.load(1)?.title).toBe("an old chat");
    expect(store.viewedBy(alice).load(1)).toBeUndefined();
  });

  test("in any order of who does what, nobody sees what isn't theirs", () => {
    using store = ChatStore.open(inMemory);
    const random = seededRandom(7);
    const owners = [undefined, "key:alice", "key:bob", "run:1"];
    /** What is to be: who may see each chat, and how many messages are in it. */
    const known = new Map<number, { owner: string | undefined; messages: number }>();
    for (let step = 0; step < 5000; step += 1) {
      const owner = owners[random.below(owners.length)];
      const seesAll = owner === undefined || random.below(10) === 0;
      const chats = store.viewedBy({ owner, seesAll });
      const number = 1 + random.below(known.size + 2);
      const chat = known.get(number);
      const sees = chat !== undefined && (seesAll || chat.owner === owner);
      const more = chatOf("?");
      const goOn = (work: () => void): void => {
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
          goOn(() => chats.add(number, more, more[0]!.id));
          if (sees) chat.messages += 1;
          break;
        case 2:
          goOn(() => chats.moveHead(number, undefined));
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

describe("a database that another program has locked", () => {
  /** Holds the lock that a writing program has, until disposed of. */
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

  test("is an error that says so, at once if nobody is to wait", () => {
    using _lock = locking();
    using store = ChatStore.open(path, 0);
    expect(store.count()).toBe(0);
    for (const writing of [() => add(store, "Hi"), () => store.checkWritable()]) {
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

  test("costs a recorder nothing: it tells after a second, and writes all as soon as it can", () => {
    const told: string[] = [];
    let [now, retry] = [0, undefined as (() => void) | undefined];
    using recorder = new Recorder({
      open: () => ChatStore.open(path, 0),
      onTrouble: (line) => told.push(line),
      now: () => now,
      later: (action) => {
        retry = action;
        return () => {
          retry = undefined;
        };
      },
    });
    const said = new Transcript(undefined, [recorder]);
    {
      using _lock = locking();
      said.append({ role: "user", content: "one" });
      said.append({ role: "assistant", content: "two" });
      expect([told, recorder.isBehind]).toEqual([[], true]);
      now = 2000;
      retry?.();
      expect(told).toEqual([
        expect.stringMatching(/^This chat isn't saved: .* is locked by another program/),
      ]);
      retry?.();
      expect(told).toHaveLength(1);
    }
    retry?.();
    expect([told[1], recorder.isBehind, retry]).toEqual([
      "The chat is saved again, with all that was said meanwhile.",
      false,
      undefined,
    ]);
    using store = ChatStore.open(path);
    expect(store.load(1)?.entries.map(({ content }) => content)).toEqual(["one", "two"]);
  });

  test("costs no word of a chat that was left meanwhile", async () => {
    using recorder = new Recorder({ open: () => ChatStore.open(path, 0), onTrouble: () => {} });
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

describe("the recorder", () => {
  test("has each message in the database before the next is said", () => {
    using store = ChatStore.open(path);
    using recorder = new Recorder({ open: () => ChatStore.open(path), onTrouble: expect.unreachable });
    const said = new Transcript(undefined, [recorder]);
    said.append({ role: "system", content: "be kind" });
    expect(store.count()).toBe(0);
    said.append({ role: "user", content: "Hi" });
    expect(store.load(recorder.number!)?.entries.map(({ content }) => content)).toEqual(["be kind", "Hi"]);
    said.append({ role: "assistant", content: "Hello" });
    expect(store.load(recorder.number!)?.head).toBe(said.head!);
    said.moveTo(undefined);
    expect(store.load(recorder.number!)?.head).toBeUndefined();
  });

  test("says once that it can't keep a chat, and keeps all of it as soon as it can", () => {
    const told: string[] = [];
    let isBroken = true;
    using recorder = new Recorder({
      open: () => {
        if (isBroken) throw new Error("no room");
        return ChatStore.open(path);
      },
      onTrouble: (line) => told.push(line),
    });
    const said = new Transcript(undefined, [recorder]);
    said.append({ role: "user", content: "one" });
    said.append({ role: "assistant", content: "two" });
    expect(told).toHaveLength(1);
    expect(told[0]).toContain("no room");
    isBroken = false;
    said.append({ role: "user", content: "three" });
    expect(told[1]).toContain("saved again");
    using store = ChatStore.open(path);
    expect(store.load(recorder.number!)?.entries.map(({ content }) => content)).toEqual([
      "one",
      "two",
      "three",
    ]);
  });
});

test("a title is the beginning of the first question", () => {
  const question = (content: string): Entry[] => [
    { id: "1", parent: undefined, role: "user", content, created: 0 },
  ];
  expect(titleOf(question("  One line\nand another"))).toBe("One line");
  expect([...titleOf(question("ü".repeat(200)))]).toHaveLength(80);
});
