/**
 * Compares answers under load with those of an idle server: many clients, whose conversations share
 * prefixes, continue, branch and disconnect. Batches round differently, so answers are compared by
 * their logprobs. A lost or foreign prefix would change these much more than rounding does.
 */
import { expect, test } from "bun:test";
import { seededRandom } from "../../scripts/random.ts";
import { Sandbox } from "../fixtures/executable.ts";
import { TestServer } from "../fixtures/server.ts";

type Message = { role: "system" | "user" | "assistant"; content: string };
type Request = { messages: Message[]; max_tokens: number; n: number; disconnects: boolean };
type TokenLogprob = { token: string; logprob: number };
type Choice = { finish_reason: string; logprobs: { content: TokenLogprob[] } };
type Answer = {
  choices: Choice[];
  usage: { prompt_tokens: number; prompt_tokens_details: { cached_tokens: number } };
};

const clients = 12;
/** Rounding changes the demo's logits by up to half of this. */
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

/** Conversations with few different prefixes: each continues an earlier one or starts again. */
function conversations(count: number): Request[] {
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
  const prefixes: Message[][] = systems.map((content) => [{ role: "system", content }]);
  return Array.from({ length: count }, () => {
    const before = random.below(3) === 0 ? pick(prefixes) : (prefixes.at(-1 - random.below(8)) ?? []);
    const question = random.below(4) === 0 ? text(1 + random.below(60)) : pick(questions);
    const messages: Message[] = [...before, { role: "user", content: question }];
    // The demo's context has 512 tokens.
    if (messages.map(({ content }) => content).join(" ").length < 900) {
      prefixes.push([...messages, { role: "assistant", content: pick(["Yes.", text(12)]) }]);
    }
    return {
      messages,
      max_tokens: 1 + random.below(16),
      n: random.below(8) === 0 ? 2 : 1,
      disconnects: random.below(4) === 0,
    };
  });
}

const bodyOf = ({ messages, max_tokens, n }: Request) => ({
  messages,
  max_tokens,
  n,
  temperature: 0,
  logprobs: true,
});

async function ask(server: TestServer, request: Request): Promise<Answer> {
  const response = await server.post("/v1/chat/completions", bodyOf(request));
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

/** Disconnects before or after the first words. */
async function disconnect(server: TestServer, request: Request): Promise<void> {
  const leaving = new AbortController();
  const body = JSON.stringify({ ...bodyOf(request), stream: true });
  const { signal } = leaving;
  const init = { method: "POST", body, signal, keepalive: false };
  const begun = server
    .fetch("/v1/chat/completions", init)
    .then((response) => response.body?.getReader().read());
  if (request.max_tokens % 2 === 0) await begun;
  leaving.abort();
  await begun.catch(() => {});
}

/** Whether two answers differ only by rounding: where they part, both tokens are as likely. */
function agree(one: Choice, other: Choice): boolean {
  for (const [index, { token, logprob }] of one.logprobs.content.entries()) {
    const { token: expected, logprob: expectedLogprob } = other.logprobs.content[index] ?? {};
    if (expectedLogprob === undefined || Math.abs(logprob - expectedLogprob) > tolerance) return false;
    if (token !== expected) return true;
  }
  return one.finish_reason === other.finish_reason;
}

test.each([
  { parallel: "2", cacheRam: "1MB" },
  { parallel: "8", cacheRam: "64MB" },
])("each of many clients gets the answer of an idle server: %p", async ({ parallel, cacheRam }) => {
  using home = new Sandbox();
  const serve = (slots: string, memory: string): Promise<TestServer> =>
    TestServer.start(home, ["demo"], { args: ["--parallel", slots, "--cache-ram", memory] });
  await using server = await serve(parallel, cacheRam);
  const answers = new Map<Request, Answer>();
  const waiting = conversations(150);
  const client = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (next.disconnects) await disconnect(server, next);
      else answers.set(next, await ask(server, next));
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  await server.until(({ running }) => running === 0);

  await using alone = await serve("1", "0");
  let cached = 0;
  for (const [request, { choices, usage }] of answers) {
    const expected = await ask(alone, request);
    expect(choices).toHaveLength(request.n);
    for (const [index, choice] of choices.entries()) {
      const agrees = agree(choice, expected.choices[index] as Choice);
      expect({ agrees, request, choice }).toMatchObject({ agrees: true });
    }
    expect(usage.prompt_tokens).toBe(expected.usage.prompt_tokens);
    expect(usage.prompt_tokens_details.cached_tokens).toBeLessThan(usage.prompt_tokens);
    cached += usage.prompt_tokens_details.cached_tokens;
  }
  // Shared prefixes are computed once.
  expect(cached).toBeGreaterThan(1000);
});
