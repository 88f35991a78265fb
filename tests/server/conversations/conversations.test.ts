/** Conversations by their number: what was said stays, whoever answers and however the chats are kept. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ChatStore } from "../../../src/chat/store/chat-store.ts";
import { inMemory } from "../../../src/chat/store/database.ts";
import type { ChatOptions } from "../../../src/engine/protocol.ts";
import { ApiError } from "../../../src/server/api-error.ts";
import { Conversations } from "../../../src/server/conversations/conversations.ts";
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

function opened(path: string): Conversations {
  return new Conversations({ open: () => ChatStore.open(path), onTrouble: expect.unreachable });
}

const short: ChatOptions = { sampling: { temperature: 0 }, maxTokens: 4 };

/** @returns the answer */
async function ask(
  conversations: Conversations,
  number: number,
  text: string,
  { options = short, name = "tiny" } = {},
): Promise<string> {
  let answer = "";
  for await (const event of conversations.ask(number, text, model, name, options)) {
    if (event.type === "text") answer += event.text;
  }
  return answer;
}

const saidIn = (conversations: Conversations, number: number): string[] =>
  conversations.load(number).entries.map(({ role, content }) => `${role}: ${content}`);

function refusal(asking: () => unknown): ApiError {
  try {
    asking();
  } catch (error) {
    if (error instanceof ApiError) return error;
  }
  throw new Error("it was answered");
}

describe.each([
  ["on disk", newPath],
  ["in memory", () => inMemory],
])("chats %s", (_, place) => {
  test("keep each question with its answer, and go on from there", async () => {
    using conversations = opened(place());
    const number = conversations.begin("Be kind.", undefined);
    const first = await ask(conversations, number, "Hello?");
    const second = await ask(conversations, number, "And then?");
    expect(saidIn(conversations, number)).toEqual([
      "system: Be kind.",
      "user: Hello?",
      `assistant: ${first}`,
      "user: And then?",
      `assistant: ${second}`,
    ]);
  });

  test("of several are several", async () => {
    using conversations = opened(place());
    const [one, other] = [conversations.begin(undefined, undefined), conversations.begin("", undefined)];
    expect(other).not.toBe(one);
    await ask(conversations, one, "One?");
    expect([saidIn(conversations, one).length, saidIn(conversations, other)]).toEqual([2, []]);
  });
});

test("questions of one conversation wait in line, and each sees the answer before it", async () => {
  using conversations = opened(newPath());
  const number = conversations.begin(undefined, undefined);
  const texts = ["One?", "Two?", "Three?"];
  const answers = await Promise.all(texts.map((text) => ask(conversations, number, text)));
  expect(saidIn(conversations, number)).toEqual(
    texts.flatMap((text, index) => [`user: ${text}`, `assistant: ${answers[index]}`]),
  );
});

test("what somebody else said in it meanwhile is gone on with", async () => {
  const path = newPath();
  using conversations = opened(path);
  using terminal = opened(path);
  const number = conversations.begin(undefined, undefined);
  await ask(conversations, number, "Here?");
  await ask(terminal, number, "There?");
  await ask(conversations, number, "Here again?");
  const { entries, head } = terminal.load(number);
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
  const number = conversations.begin(undefined, undefined);
  await expect(ask(conversations, number, "word ".repeat(2000))).rejects.toThrow();
  for await (const _ of conversations.ask(number, "Left?", model, "tiny", { ...short, maxTokens: 100 }))
    break;
  const never = conversations.ask(number, "Never?", model, "tiny", short);
  await never.return();
  const answer = await ask(conversations, number, "Hello?");
  const { entries, head } = conversations.load(number);
  const last = entries.at(-1);
  expect([last?.content, last?.id]).toEqual([answer, head]);
  expect(entries.map(({ content }) => content)).not.toContain("Never?");
});

test("an answer that is cut off by the end is kept as far as it came", async () => {
  const path = newPath();
  const conversations = opened(path);
  const number = conversations.begin(undefined, undefined);
  const ending = new AbortController();
  const options = { ...short, maxTokens: 200, signal: ending.signal };
  let answer = "";
  for await (const event of conversations.ask(number, "Hello?", model, "tiny", options)) {
    if (event.type !== "text") continue;
    answer += event.text;
    ending.abort();
    conversations[Symbol.dispose]();
  }
  using later = opened(path);
  expect(saidIn(later, number)).toEqual(["user: Hello?", `assistant: ${answer}`]);
});

test("a number that no conversation has is not found", async () => {
  using conversations = opened(newPath());
  expect(refusal(() => conversations.load(7))).toMatchObject({ kind: "notFound", path: "conversation_id" });
  await expect(ask(conversations, 7, "Hello?")).rejects.toThrow("There is no conversation 7.");
});

describe("who answers", () => {
  const names = ["tiny", "other"];

  test("is who was chosen, and from then on who answered last", async () => {
    using conversations = opened(newPath());
    const number = conversations.begin(undefined, "other");
    const who = (some = names) => conversations.modelOf(conversations.load(number), some);
    expect(who()).toBe("other");
    await ask(conversations, number, "Hello?");
    expect(who()).toBe("tiny");
    conversations.choose(number, "other");
    expect(who()).toBe("other");
  });

  test("is nobody in particular where nobody was chosen, or where who answered is no longer here", async () => {
    using conversations = opened(newPath());
    const number = conversations.begin(undefined, undefined);
    const who = (some: readonly string[]) => conversations.modelOf(conversations.load(number), some);
    expect(who(names)).toBeUndefined();
    await ask(conversations, number, "Hello?", { name: "gone" });
    expect(who(names)).toBeUndefined();
    expect(who(["gone"])).toBe("gone");
  });

  test("is written down with the file that opens it again", async () => {
    using conversations = opened(newPath());
    const number = conversations.begin(undefined, undefined);
    await ask(conversations, number, "Hello?");
    const [question, answer] = conversations.load(number).entries;
    const { source } = model.answering;
    expect(question).toMatchObject({ asked: { name: "tiny", source } });
    expect(answer).toMatchObject({
      facts: { model: { name: "tiny", hash: "abc", source }, finish: "length" },
    });
  });
});
