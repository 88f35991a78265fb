/** Conversations of API clients: their messages, their owners, and a locked database. */
import { Database } from "bun:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ChatStore } from "../../../src/chat/store/chat-store.ts";
import { inMemory } from "../../../src/chat/store/database.ts";
import type { ChatOptions } from "../../../src/protocol/chat.ts";
import { ApiError } from "../../../src/server/api-error.ts";
import { Conversations, type ConversationsOptions } from "../../../src/server/conversations/conversations.ts";
import type { OpenedModel } from "../../../src/server/model-pool.ts";
import { tinyModel } from "../tiny-model.ts";

let model: OpenedModel;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "anechat-conversations-"));
  model = await tinyModel(256);
});
afterAll(async () => {
  await model[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;
const newPath = (): string => join(folder, `chats-${++files}.sqlite`);

/** By default the conversations of one run of a server without keys. */
function opened(path: string, options: Partial<ConversationsOptions> = {}): Conversations {
  return new Conversations({
    open: () => ChatStore.open(path, 0),
    keylessOwner: "run:1",
    onTrouble: expect.unreachable,
    ...options,
  });
}

const short: ChatOptions = { sampling: { temperature: 0 }, maxTokens: 4 };

/** @returns the answer */
async function ask(
  conversations: Conversations,
  number: number,
  text: string,
  {
    options = short,
    name = "tiny",
    key,
  }: { options?: ChatOptions; name?: string; key?: string | undefined } = {},
): Promise<string> {
  let answer = "";
  for await (const event of conversations.of(key).ask(number, text, model, name, options)) {
    if (event.type === "text") answer += event.text;
  }
  return answer;
}

async function messagesIn(conversations: Conversations, number: number, key?: string): Promise<string[]> {
  const { entries } = await conversations.of(key).load(number);
  return entries.map(({ role, content }) => `${role}: ${content}`);
}

async function refusal(request: Promise<unknown>): Promise<ApiError> {
  try {
    await request;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error("it was answered");
}

describe.each([
  ["on disk", newPath],
  ["in memory", () => inMemory],
])("chats %s", (_, place) => {
  test("store each question with its answer, and continue from there", async () => {
    using conversations = opened(place());
    const number = await conversations.of(undefined).begin("Be kind.", undefined);
    const first = await ask(conversations, number, "Hello?");
    const second = await ask(conversations, number, "And then?");
    expect(await messagesIn(conversations, number)).toEqual([
      "system: Be kind.",
      "user: Hello?",
      `assistant: ${first}`,
      "user: And then?",
      `assistant: ${second}`,
    ]);
  });

  test("are separate for separate conversations", async () => {
    using conversations = opened(place());
    const [one, other] = [
      await conversations.of(undefined).begin(undefined, undefined),
      await conversations.of(undefined).begin("", undefined),
    ];
    expect(other).not.toBe(one);
    await ask(conversations, one, "One?");
    expect([(await messagesIn(conversations, one)).length, await messagesIn(conversations, other)]).toEqual([
      2,
      [],
    ]);
  });
});

test("questions of one conversation queue up, and each sees the answer before it", async () => {
  using conversations = opened(newPath());
  const number = await conversations.of(undefined).begin(undefined, undefined);
  const texts = ["One?", "Two?", "Three?"];
  const answers = await Promise.all(texts.map((text) => ask(conversations, number, text)));
  expect(await messagesIn(conversations, number)).toEqual(
    texts.flatMap((text, index) => [`user: ${text}`, `assistant: ${answers[index]}`]),
  );
});

test("messages of another program are continued", async () => {
  const path = newPath();
  using conversations = opened(path);
  using terminal = opened(path);
  const number = await conversations.of(undefined).begin(undefined, undefined);
  await ask(conversations, number, "Here?");
  await ask(terminal, number, "There?");
  await ask(conversations, number, "Here again?");
  const { entries, head } = await terminal.of(undefined).load(number);
  expect(entries.filter(({ role }) => role === "user").map(({ content }) => content)).toEqual([
    "Here?",
    "There?",
    "Here again?",
  ]);
  expect(entries.map(({ parent }) => parent).slice(1)).toEqual(entries.slice(0, -1).map(({ id }) => id));
  expect(head).toBe(entries.at(-1)?.id as string);
});

test("a question that fails or is abandoned doesn't block the next ones", async () => {
  using conversations = opened(newPath());
  const number = await conversations.of(undefined).begin(undefined, undefined);
  await expect(ask(conversations, number, "word ".repeat(2000))).rejects.toThrow();
  for await (const _ of conversations
    .of(undefined)
    .ask(number, "Left?", model, "tiny", { ...short, maxTokens: 100 }))
    break;
  const never = conversations.of(undefined).ask(number, "Never?", model, "tiny", short);
  await never.return();
  const answer = await ask(conversations, number, "Hello?");
  const { entries, head } = await conversations.of(undefined).load(number);
  const last = entries.at(-1);
  expect([last?.content, last?.id]).toEqual([answer, head]);
  expect(entries.map(({ content }) => content)).not.toContain("Never?");
});

test("an answer that is cut off by the shutdown is stored as far as it was generated", async () => {
  const path = newPath();
  const conversations = opened(path);
  const number = await conversations.of(undefined).begin(undefined, undefined);
  const ending = new AbortController();
  const options = { ...short, maxTokens: 200, signal: ending.signal };
  let answer = "";
  for await (const event of conversations.of(undefined).ask(number, "Hello?", model, "tiny", options)) {
    if (event.type !== "text") continue;
    answer += event.text;
    ending.abort();
    conversations[Symbol.dispose]();
  }
  using later = opened(path);
  expect(await messagesIn(later, number)).toEqual(["user: Hello?", `assistant: ${answer}`]);
});

describe("the conversations of a client", () => {
  const [alice, bob] = ["alice's key", "bob's key"];

  test("are those that were made with its key, also after a restart", async () => {
    const path = newPath();
    let number: number;
    {
      using conversations = opened(path);
      number = await conversations.of(alice).begin("Be kind.", undefined);
      await ask(conversations, number, "Hello?", { key: alice });
    }
    using conversations = opened(path, { keylessOwner: "run:2" });
    expect(await messagesIn(conversations, number, alice)).toHaveLength(3);
    for (const key of [bob, undefined]) {
      const client = conversations.of(key);
      for (const request of [
        client.load(number),
        client.choose(number, "tiny"),
        ask(conversations, number, "And then?", { key }),
      ]) {
        expect(await refusal(request)).toMatchObject({ kind: "notFound", path: "conversation_id" });
      }
      await client.discardUnanswered(number);
    }
    expect(await messagesIn(conversations, number, alice)).toHaveLength(3);
  });

  test("are those since the server's start if no key is needed", async () => {
    const path = newPath();
    using conversations = opened(path);
    const number = await conversations.of(undefined).begin("Be kind.", undefined);
    expect(await messagesIn(conversations, number)).toEqual(["system: Be kind."]);
    using later = opened(path, { keylessOwner: "run:2" });
    expect(await refusal(later.of(undefined).load(number))).toMatchObject({ kind: "notFound" });
  });

  test("exclude the terminal's unless all are shared, and those it has continued", async () => {
    const path = newPath();
    using terminal = ChatStore.open(path);
    const entry = { id: "1", parent: undefined, created: 1, role: "user", content: "My secret." } as const;
    const users = terminal.add(undefined, [entry], entry.id);
    using conversations = opened(path);
    using sharing = opened(path, { sharesAll: true });
    expect(await refusal(conversations.of(alice).load(users))).toMatchObject({ kind: "notFound" });
    expect(await messagesIn(sharing, users, bob)).toEqual(["user: My secret."]);
    const number = await conversations.of(alice).begin("Be kind.", undefined);
    const { head } = await conversations.of(alice).load(number);
    terminal.add(number, [{ ...entry, id: "2", parent: head }], "2");
    expect(await refusal(conversations.of(alice).load(number))).toMatchObject({ kind: "notFound" });
  });
});

describe("while another program has locked the database", () => {
  /** Holds an exclusive lock until disposed. */
  function locking(path: string): Disposable {
    ChatStore.open(path)[Symbol.dispose]();
    const database = new Database(path);
    database.run("BEGIN EXCLUSIVE");
    let isLocked = true;
    return {
      [Symbol.dispose]: () => {
        if (isLocked) database.close();
        isLocked = false;
      },
    };
  }

  test("requests that write fail after a while, and the others don't wait", async () => {
    const path = newPath();
    using conversations = opened(path, { patienceMs: 300 });
    const number = await conversations.of(undefined).begin("Be kind.", undefined);
    using _lock = locking(path);
    let turns = 0;
    const clock = setInterval(() => {
      turns += 1;
    }, 1);
    const writing = [
      conversations.of(undefined).begin(undefined, undefined),
      ask(conversations, number, "Hello?"),
    ];
    // Requests that only read continue.
    expect(await messagesIn(conversations, number)).toEqual(["system: Be kind."]);
    for (const request of writing) {
      expect(await refusal(request)).toMatchObject({
        kind: "busy",
        message: expect.stringContaining("locked"),
      });
    }
    clearInterval(clock);
    // The thread was not blocked while the requests waited.
    expect(turns).toBeGreaterThan(2);
    expect(await messagesIn(conversations, number)).toEqual(["system: Be kind."]);
  });

  test("a request waits until it is unlocked", async () => {
    const path = newPath();
    using conversations = opened(path, { patienceMs: 60_000 });
    const lock = locking(path);
    const begun = conversations.of(undefined).begin("Be kind.", undefined);
    await new Promise((resolve) => setImmediate(resolve));
    lock[Symbol.dispose]();
    expect(await messagesIn(conversations, await begun)).toEqual(["system: Be kind."]);
  });

  test("an answer that isn't stored yet is stored before the next question", async () => {
    const path = newPath();
    using conversations = opened(path, { patienceMs: 200, onTrouble: () => {} });
    const number = await conversations.of(undefined).begin(undefined, undefined);
    let lock: Disposable | undefined;
    let answer = "";
    for await (const event of conversations.of(undefined).ask(number, "Hello?", model, "tiny", short)) {
      // The question is stored, and then another program locks the database.
      lock ??= locking(path);
      if (event.type === "text") answer += event.text;
    }
    expect(await refusal(conversations.of(undefined).load(number))).toMatchObject({ kind: "busy" });
    expect(await refusal(ask(conversations, number, "And then?"))).toMatchObject({ kind: "busy" });
    lock?.[Symbol.dispose]();
    await ask(conversations, number, "And then?");
    expect((await messagesIn(conversations, number)).slice(0, 3)).toEqual([
      "user: Hello?",
      `assistant: ${answer}`,
      "user: And then?",
    ]);
  });
});

test("an unknown number is not found", async () => {
  using conversations = opened(newPath());
  expect(await refusal(conversations.of(undefined).load(7))).toMatchObject({
    kind: "notFound",
    path: "conversation_id",
  });
  await expect(ask(conversations, 7, "Hello?")).rejects.toThrow(/^There is no conversation 7$/);
});

describe("the model that answers", () => {
  const names = ["tiny", "other"];

  test("is the chosen one, and afterwards the one that answered last", async () => {
    using conversations = opened(newPath());
    const number = await conversations.of(undefined).begin(undefined, "other");
    const modelFor = async (some = names) =>
      conversations.modelOf(await conversations.of(undefined).load(number), some);
    expect(await modelFor()).toBe("other");
    await ask(conversations, number, "Hello?");
    expect(await modelFor()).toBe("tiny");
    await conversations.of(undefined).choose(number, "other");
    expect(await modelFor()).toBe("other");
  });

  test("is undefined if none was chosen, or if the last one is no longer available", async () => {
    using conversations = opened(newPath());
    const number = await conversations.of(undefined).begin(undefined, undefined);
    const modelFor = async (some: readonly string[]) =>
      conversations.modelOf(await conversations.of(undefined).load(number), some);
    expect(await modelFor(names)).toBeUndefined();
    await ask(conversations, number, "Hello?", { name: "gone" });
    expect(await modelFor(names)).toBeUndefined();
    expect(await modelFor(["gone"])).toBe("gone");
  });

  test("is stored with the file that it can be opened from", async () => {
    using conversations = opened(newPath());
    const number = await conversations.of(undefined).begin(undefined, undefined);
    await ask(conversations, number, "Hello?");
    const [question, answer] = (await conversations.of(undefined).load(number)).entries;
    const { source } = model.answering;
    expect(question).toMatchObject({ asked: { name: "tiny", source } });
    expect(answer).toMatchObject({
      facts: { model: { name: "tiny", hash: "abc", source }, finish: "length" },
    });
  });
});
