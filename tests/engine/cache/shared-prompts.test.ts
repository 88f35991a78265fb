/**
 * Conversations that share a system prompt are answered as by a fresh engine, whatever else runs.
 */
import { beforeAll, expect, test } from "bun:test";
import type { LoadOptions } from "../../../src/engine/load.ts";
import type { Message } from "../../../src/protocol/chat.ts";
import { testModel } from "../../fixtures/models.ts";
import { assistant, greedy, system, TestEngine, user } from "../../fixtures/native.ts";

let path: string;
beforeAll(async () => {
  path = await testModel("bpe");
});

const instructions = system(`The name of the user is Anna. ${"Be kind and brief. ".repeat(12)}`);
const long = (word: string, count = 60): string => `I like these words: ${`${word} `.repeat(count)}`;

async function fresh(messages: readonly Message[]): Promise<string> {
  using engine = new TestEngine({ path });
  return (await engine.chat(messages)).text;
}

/** So little room that conversations evict each other. */
const tight: Omit<LoadOptions, "path"> = { sequences: 3, contextSize: 900, promptCacheBytes: 2e6 };

test("a conversation continues after similar and other ones have evicted it", async () => {
  using engine = new TestEngine({ path, ...tight });
  const first = [instructions, user(long("river"))];
  await engine.chat(first);
  await engine.chat([instructions, user("Hello, who are you?")]);
  await engine.chat([system("B."), user(long("forest", 150))]);
  await engine.chat([system("C."), user(long("mountain", 120))]);
  const next = [...first, assistant("Thank you!"), user("What's my name?")];
  const answer = await engine.chat(next);
  expect(answer.text).toBe(await fresh(next));
});

test("two answers that share the prefix of a running one don't damage an idle conversation", async () => {
  using engine = new TestEngine({ path, sequences: 4, initialContext: 600, promptCacheBytes: 0 });
  const idle = [instructions, user(long("river"))];
  await engine.chat(idle);
  const story = long("forest", 120);
  const running = engine.start(
    { kind: "text", text: story },
    { sampling: { temperature: 0, grammar: "root ::= [a-z ] root" }, maxTokens: 120 },
  );
  const both = await Promise.all([1, 2].map(() => engine.complete(`${story} and then`)));
  using alone = new TestEngine({ path });
  const expected = await alone.complete(`${story} and then`);
  expect(both.map(({ text }) => text)).toEqual([expected.text, expected.text]);
  expect((await running.answer).finish).toBe("length");
  const next = [...idle, assistant("Thank you!"), user("What's my name?")];
  const answer = await engine.chat(next, greedy);
  expect(answer.text).toBe(await fresh(next));
});
