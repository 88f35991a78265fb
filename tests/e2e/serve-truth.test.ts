/**
 * Many clients at once, whose conversations begin alike, go on, branch and break off: each answer is the one that a
 * server gives which is asked nothing else. What is computed beside others is rounded otherwise, so answers are
 * compared by how likely their words were: a beginning that was lost, or somebody else's, changes that by far more.
 */
import { expect, test } from "bun:test";
import { seededRandom } from "../../scripts/random.ts";
import { Sandbox } from "../fixtures/executable.ts";
import { TestServer } from "../fixtures/server.ts";

type Message = { role: "system" | "user" | "assistant"; content: string };
type Asked = { messages: Message[]; max_tokens: number; n: number; leaves: boolean };
type Told = { token: string; logprob: number };
type Choice = { finish_reason: string; logprobs: { content: Told[] } };
type Answer = {
  choices: Choice[];
  usage: { prompt_tokens: number; prompt_tokens_details: { cached_tokens: number } };
};

const clients = 12;
/** The demo's logits differ by up to half of that through rounding. */
const tolerance = 0.8;

const words =
  "river house green stone moon bread king paper glass door window city bird rain north fire".split(" ");
const questions = [
  "What is the capital of Peru?",
  "My name is Anna.",
  "What's my name?",
  "Tell me a joke.",
  "Who are you?",
  "What is 7 times 8?",
];

/** Conversations over few beginnings: each goes on from one of those before, or begins anew. */
function conversations(count: number): Asked[] {
  const random = seededRandom(5);
  const pick = <T>(from: readonly T[]): T => from[random.below(from.length)] as T;
  const text = (length: number): string => Array.from({ length }, () => pick(words)).join(" ");
  const shared = `Your name is Max. You are a pirate. Answer in one word. ${text(30)}`;
  const systems = [
    "You are a pirate.",
    "Answer in one word.",
    shared,
    `${shared} ${text(15)}`,
    `${shared} ${text(30)}`,
  ];
  const told: Message[][] = systems.map((content) => [{ role: "system", content }]);
  return Array.from({ length: count }, () => {
    const before = random.below(3) === 0 ? pick(told) : (told.at(-1 - random.below(8)) ?? []);
    const question = random.below(4) === 0 ? text(1 + random.below(60)) : pick(questions);
    const messages: Message[] = [...before, { role: "user", content: question }];
    // The demo has room for 512 tokens.
    if (messages.map(({ content }) => content).join(" ").length < 900) {
      told.push([...messages, { role: "assistant", content: pick(["Yes.", text(12)]) }]);
    }
    return {
      messages,
      max_tokens: 1 + random.below(16),
      n: random.below(8) === 0 ? 2 : 1,
      leaves: random.below(4) === 0,
    };
  });
}

const bodyOf = ({ messages, max_tokens, n }: Asked) => ({
  messages,
  max_tokens,
  n,
  temperature: 0,
  logprobs: true,
});

async function ask(server: TestServer, asked: Asked): Promise<Answer> {
  const response = await server.post("/v1/chat/completions", bodyOf(asked));
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

/** Goes away again, before or after the first words. */
async function leave(server: TestServer, asked: Asked): Promise<void> {
  const leaving = new AbortController();
  const body = JSON.stringify({ ...bodyOf(asked), stream: true });
  const { signal } = leaving;
  const init = { method: "POST", body, signal, keepalive: false };
  const begun = server
    .fetch("/v1/chat/completions", init)
    .then((response) => response.body?.getReader().read());
  if (asked.max_tokens % 2 === 0) await begun;
  leaving.abort();
  await begun.catch(() => {});
}

/** Whether both are the same but for rounding: up to where they part, and there between words about as likely. */
function agree(one: Choice, other: Choice): boolean {
  for (const [index, { token, logprob }] of one.logprobs.content.entries()) {
    const { token: wanted, logprob: likely } = other.logprobs.content[index] ?? {};
    if (likely === undefined || Math.abs(logprob - likely) > tolerance) return false;
    if (token !== wanted) return true;
  }
  return one.finish_reason === other.finish_reason;
}

test.each([
  { parallel: "2", cacheRam: "1MB" },
  { parallel: "8", cacheRam: "64MB" },
])("each of many clients gets the answer that it would get alone: %p", async ({ parallel, cacheRam }) => {
  using home = new Sandbox();
  const serve = (places: string, memory: string): Promise<TestServer> =>
    TestServer.start(home, ["demo"], { args: ["--parallel", places, "--cache-ram", memory] });
  await using server = await serve(parallel, cacheRam);
  const answers = new Map<Asked, Answer>();
  const waiting = conversations(150);
  const client = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (next.leaves) await leave(server, next);
      else answers.set(next, await ask(server, next));
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  await server.until(({ running }) => running === 0);

  await using alone = await serve("1", "0");
  let cached = 0;
  for (const [asked, { choices, usage }] of answers) {
    const expected = await ask(alone, asked);
    expect(choices).toHaveLength(asked.n);
    for (const [index, choice] of choices.entries()) {
      const agrees = agree(choice, expected.choices[index] as Choice);
      expect({ agrees, asked, choice }).toMatchObject({ agrees: true });
    }
    expect(usage.prompt_tokens).toBe(expected.usage.prompt_tokens);
    expect(usage.prompt_tokens_details.cached_tokens).toBeLessThan(usage.prompt_tokens);
    cached += usage.prompt_tokens_details.cached_tokens;
  }
  // What they share is computed once.
  expect(cached).toBeGreaterThan(1000);
});
