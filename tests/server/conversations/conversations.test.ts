/** Conversations by their number: what was said stays, whoever answers and however the chats are kept. */
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

/** @param options of the conversations; without any, all are of one run of a server without keys */
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

async function saidIn(conversations: Conversations, number: number, key?: string): Promise<string[]> {
  const { entries } = await conversations.of(key).load(number);
  return entries.map(({ role, content }) => `${role}: ${content}`);
}

async function refusal(asked: Promise<unknown>): Promise<ApiError> {
  try {
    await asked;
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
  test("keep each question with its answer, and go on from there", async () => {
    using conversations = opened(place());
    const number = await conversations.of(undefined).begin("Be kind.", undefined);
    const first = await ask(conversations, number, "Hello?");
    const second = await ask(conversations, number, "And then?");
    expect(await saidIn(conversations, number)).toEqual([
      "system: Be kind.",
      "user: Hello?",
      `assistant: ${first}`,
      "user: And then?",
      `assistant: ${second}`,
    ]);
  });

  test("of several are several", async () => {
    using conversations = opened(place());
    const [one, other] = [
      await conversations.of(undefined).begin(undefined, undefined),
      await conversations.of(undefined).begin("", undefined),
    ];
    expect(other).not.toBe(one);
    await ask(conversations, one, "One?");
    expect([(await saidIn(conversations, one)).length, await saidIn(conversations, other)]).toEqual([2, []]);
  });
});

test("questions of one conversation wait in line, and each sees the answer before it", async () => {
  using conversations = opened(newPath());
  const number = await conversations.of(undefined).begin(undefined, undefined);
  const texts = ["One?", "Two?", "Three?"];
  const answers = await Promise.all(texts.map((text) => ask(conversations, number, text)));
  expect(await saidIn(conversations, number)).toEqual(
    texts.flatMap((text, index) => [`user: ${text}`, `assistant: ${answers[index]}`]),
  );
});

test("what somebody else said in it meanwhile is gone on with", async () => {
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

test("a question that fails, or that nobody waits for, is in nobody's way", async () => {
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

test("an answer that is cut off by the end is kept as far as it came", async () => {
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
  expect(await saidIn(later, number)).toEqual(["user: Hello?", `assistant: ${answer}`]);
});

describe("whose conversations", () => {
  const [alice, bob] = ["alice's key", "bob's key"];

  test("are those that were made with a client's key, also after a restart", async () => {
    const path = newPath();
    let number: number;
    {
      using conversations = opened(path);
      number = await conversations.of(alice).begin("Be kind.", undefined);
      await ask(conversations, number, "Hello?", { key: alice });
    }
    using conversations = opened(path, { keylessOwner: "run:2" });
    expect(await saidIn(conversations, number, alice)).toHaveLength(3);
    for (const key of [bob, undefined]) {
      const client = conversations.of(key);
      for (const asked of [
        client.load(number),
        client.choose(number, "tiny"),
        ask(conversations, number, "And then?", { key }),
      ]) {
        expect(await refusal(asked)).toMatchObject({ kind: "notFound", path: "conversation_id" });
      }
      await client.discardUnanswered(number);
    }
    expect(await saidIn(conversations, number, alice)).toHaveLength(3);
  });

  test("are those since the server's start where no key is asked for", async () => {
    const path = newPath();
    using conversations = opened(path);
    const number = await conversations.of(undefined).begin("Be kind.", undefined);
    expect(await saidIn(conversations, number)).toEqual(["system: Be kind."]);
    using later = opened(path, { keylessOwner: "run:2" });
    expect(await refusal(later.of(undefined).load(number))).toMatchObject({ kind: "notFound" });
  });

  test("are never the terminal's, unless all are shared; and no more a client's that the terminal has gone on with", async () => {
    const path = newPath();
    using terminal = ChatStore.open(path);
    const entry = { id: "1", parent: undefined, created: 1, role: "user", content: "My secret." } as const;
    const users = terminal.add(undefined, [entry], entry.id);
    using conversations = opened(path);
    using sharing = opened(path, { sharesAll: true });
    expect(await refusal(conversations.of(alice).load(users))).toMatchObject({ kind: "notFound" });
    expect(await saidIn(sharing, users, bob)).toEqual(["user: My secret."]);
    const number = await conversations.of(alice).begin("Be kind.", undefined);
    const { head } = await conversations.of(alice).load(number);
    terminal.add(number, [{ ...entry, id: "2", parent: head }], "2");
    expect(await refusal(conversations.of(alice).load(number))).toMatchObject({ kind: "notFound" });
  });
});

describe("while another program has locked the database", () => {
  /** Holds the lock that a writing program has, until disposed of. */
  function locking(path: string): Disposable {
    ChatStore.open(path)[Symbol.dispose]();
    const database = new Database(path);
    database.run("BEGIN EXCLUSIVE");
    let isHeld = true;
    return {
      [Symbol.dispose]: () => {
        if (isHeld) database.close();
        isHeld = false;
      },
    };
  }

  test("what has to write says so after a while, and nobody else waits", async () => {
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
    // What only reads goes on.
    expect(await saidIn(conversations, number)).toEqual(["system: Be kind."]);
    for (const asked of writing) {
      expect(await refusal(asked)).toMatchObject({
        kind: "busy",
        message: expect.stringContaining("locked"),
      });
    }
    clearInterval(clock);
    // The thread did other things meanwhile, of which there would be none if it had waited itself.
    expect(turns).toBeGreaterThan(2);
    expect(await saidIn(conversations, number)).toEqual(["system: Be kind."]);
  });

  test("a request waits for it to be free", async () => {
    const path = newPath();
    using conversations = opened(path, { patienceMs: 60_000 });
    const lock = locking(path);
    const begun = conversations.of(undefined).begin("Be kind.", undefined);
    await new Promise((resolve) => setImmediate(resolve));
    lock[Symbol.dispose]();
    expect(await saidIn(conversations, await begun)).toEqual(["system: Be kind."]);
  });

  test("an answer that can't be written is, before its conversation goes on", async () => {
    const path = newPath();
    using conversations = opened(path, { patienceMs: 200, onTrouble: () => {} });
    const number = await conversations.of(undefined).begin(undefined, undefined);
    let lock: Disposable | undefined;
    let answer = "";
    for await (const event of conversations.of(undefined).ask(number, "Hello?", model, "tiny", short)) {
      // The question is written, and then somebody comes in between.
      lock ??= locking(path);
      if (event.type === "text") answer += event.text;
    }
    expect(await refusal(conversations.of(undefined).load(number))).toMatchObject({ kind: "busy" });
    expect(await refusal(ask(conversations, number, "And then?"))).toMatchObject({ kind: "busy" });
    lock?.[Symbol.dispose]();
    await ask(conversations, number, "And then?");
    expect((await saidIn(conversations, number)).slice(0, 3)).toEqual([
      "user: Hello?",
      `assistant: ${answer}`,
      "user: And then?",
    ]);
  });
});

test("a number that no conversation has is not found", async () => {
  using conversations = opened(newPath());
  expect(await refusal(conversations.of(undefined).load(7))).toMatchObject({
    kind: "notFound",
    path: "conversation_id",
  });
  await expect(ask(conversations, 7, "Hello?")).rejects.toThrow("There is no conversation 7.");
});

describe("who answers", () => {
  const names = ["tiny", "other"];

  test("is who was chosen, and from then on who answered last", async () => {
    using conversations = opened(newPath());
    const number = await conversations.of(undefined).begin(undefined, "other");
    const who = async (some = names) =>
      conversations.modelOf(await conversations.of(undefined).load(number), some);
    expect(await who()).toBe("other");
    await ask(conversations, number, "Hello?");
    expect(await who()).toBe("tiny");
    await conversations.of(undefined).choose(number, "other");
    expect(await who()).toBe("other");
  });

  test("is nobody in particular where nobody was chosen, or where who answered is no longer here", async () => {
    using conversations = opened(newPath());
    const number = await conversations.of(undefined).begin(undefined, undefined);
    const who = async (some: readonly string[]) =>
      conversations.modelOf(await conversations.of(undefined).load(number), some);
    expect(await who(names)).toBeUndefined();
    await ask(conversations, number, "Hello?", { name: "gone" });
    expect(await who(names)).toBeUndefined();
    expect(await who(["gone"])).toBe("gone");
  });

  test("is written down with the file that opens it again", async () => {
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
