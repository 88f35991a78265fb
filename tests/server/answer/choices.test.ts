/** Choices: their number, their seeds, trimming to the context, and cancellation. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { GenerateOptions, PromptInput } from "../../../src/protocol/chat.ts";
import { AnswerStats } from "../../../src/server/answer/answer-stats.ts";
import {
  type Answers,
  answer,
  collectChoices,
  type Done,
  type Question,
} from "../../../src/server/answer/choices.ts";
import { Waiting } from "../../../src/server/answer/waiting.ts";
import type { Exchange } from "../../../src/server/exchange.ts";
import { Metrics } from "../../../src/server/metrics.ts";
import type { OpenedModel } from "../../../src/server/model-pool.ts";
import { tinyModel } from "../tiny-model.ts";

let model: OpenedModel;
beforeAll(async () => {
  model = await tinyModel(512, 4);
});
afterAll(() => model[Symbol.asyncDispose]());

const never = new AbortController().signal;
const varied: GenerateOptions = { sampling: { temperature: 1, seed: 5 }, maxTokens: 8 };

function question(text: string, more: Partial<Question> = {}): Question {
  const messages = [{ role: "user", content: text }] as const;
  return { input: { kind: "messages", messages }, options: varied, choices: 1, truncate: false, ...more };
}

const exchangeOf = (metrics: Metrics, signal: AbortSignal) => ({
  service: { metrics } as Exchange["service"],
  signal,
  waiting: new Waiting(),
  stats: new AnswerStats(),
});

const ask = (toAsk: Question, metrics = new Metrics(), signal = never): Promise<Answers> =>
  answer(model, toAsk, exchangeOf(metrics, signal));

const idle = { running: 0, queued: 0, loadedModels: 0, modelMemory: 0 };

const countOf = (metrics: Metrics, name: string): number => {
  const text = metrics.text(idle);
  return Number(new RegExp(`^anechat_${name} (\\d+)$`, "m").exec(text)?.[1]);
};

describe("several choices", () => {
  test("differ from each other", async () => {
    const choices = await collectChoices(await ask(question("Hello?", { choices: 3 })), 3);
    expect(new Set(choices.map(({ text }) => text)).size).toBe(3);
  });

  // Compares the seeds that the engine gets. Words of a batch may differ each time, by rounding.
  test("have consecutive seeds from the given one, which wrap at 32 bits", async () => {
    const seedsOf = async (seed: number | undefined): Promise<(number | undefined)[]> => {
      const seeds: (number | undefined)[] = [];
      const generate = async function* (_: PromptInput, { sampling }: GenerateOptions) {
        seeds.push(sampling?.seed);
        yield { type: "done", finish: "stop", usage: {} } as Done;
      };
      const engine = { generate } as OpenedModel["engine"];
      const options = { sampling: seed === undefined ? {} : { seed } };
      const several = question("Hello?", { choices: 3, options });
      await collectChoices(await answer({ ...model, engine }, several, exchangeOf(new Metrics(), never)), 3);
      return seeds;
    };
    expect(await seedsOf(5)).toEqual([5, 6, 7]);
    expect(await seedsOf(0xffffffff)).toEqual([0xffffffff, 0, 1]);
    expect(await seedsOf(undefined)).toEqual([undefined, undefined, undefined]);
  });

  test("all end when the iteration stops, and the model answers the next question", async () => {
    const endless = { ...varied, maxTokens: Number.POSITIVE_INFINITY };
    const { events } = await ask(question("Hello?", { choices: 3, options: endless }));
    for await (const { event } of events) if (event.type === "text") break;
    expect(await collectChoices(await ask(question("Hello?")), 1)).toHaveLength(1);
  });
});

describe("a conversation that is too long", () => {
  const turns = Array.from({ length: 20 }, (_, index) => ({
    role: index % 2 === 0 ? ("user" as const) : ("assistant" as const),
    content: `${index} ${"word ".repeat(30)}`,
  }));
  const long = [...turns, { role: "user" as const, content: "Well?" }];
  const longQuestion = (truncate: boolean): Question =>
    question("", { input: { kind: "messages", messages: long }, truncate });

  test("is an error in place of the first event", async () => {
    const answers = await ask(longQuestion(false));
    expect(answers.truncated).toBe(0);
    await expect(collectChoices(answers, 1)).rejects.toMatchObject({ code: "inputTooLong" });
  });

  test("is trimmed with truncate, and the dropped messages are counted", async () => {
    const answers = await ask(longQuestion(true));
    expect(answers.truncated).toBeGreaterThan(0);
    expect(answers.truncated).toBeLessThan(turns.length + 1);
    const events = (await Array.fromAsync(answers.events)).map(({ event }) => event);
    const queued = events.find(({ type }) => type === "queued");
    const done = events.find((event) => event.type === "done");
    expect(done?.usage.contextUsed).toBeLessThanOrEqual(512);
    expect(queued).toMatchObject({ promptTokens: done?.usage.promptTokens as number });
  });

  test("is not trimmed if it fits", async () => {
    expect((await ask(question("Hello?", { truncate: true }))).truncated).toBe(0);
  });
});

test("tokens of prompts and answers are counted", async () => {
  const metrics = new Metrics();
  const [one] = await collectChoices(await ask(question("How are you?"), metrics), 1);
  const usage = one!.done.usage;
  const counted = ["prompt_tokens_total", "completion_tokens_total", "context_used_tokens"].map((name) =>
    countOf(metrics, name),
  );
  expect(counted).toEqual([usage.promptTokens, usage.completionTokens, usage.contextUsed]);
  expect(countOf(metrics, "first_token_seconds_count")).toBe(1);
});

test("a cancelled answer is an error, and is counted as cancelled", async () => {
  const metrics = new Metrics();
  const leaving = new AbortController();
  // Thousands of tokens, so that it is cancelled before its end.
  await using roomy = await tinyModel(4096);
  const sampling = { ...varied.sampling, grammar: 'root ::= "word "{1500}' };
  const long = question("Hello?", { options: { sampling, maxTokens: Number.POSITIVE_INFINITY } });
  const { events } = await answer(roomy, long, exchangeOf(metrics, leaving.signal));
  const reading = async (): Promise<void> => {
    for await (const { event } of events) if (event.type === "text") leaving.abort();
  };
  const thrown: unknown = await reading().catch((error: unknown) => error);
  expect(thrown).toMatchObject({ kind: "busy", status: 503 });
  expect(countOf(metrics, "cancelled_total")).toBe(1);
});

test("tool calls whose deltas interleave are put together", async () => {
  const done = { type: "done", finish: "stop" } as Done;
  const deltas = [
    { type: "toolCall", index: 0, name: "look", arguments: '{"ci' },
    { type: "toolCall", index: 1, name: "listen", arguments: "" },
    { type: "toolCall", index: 0, arguments: 'ty":1}' },
    { type: "toolCall", index: 1, arguments: "{}" },
    done,
  ] as const;
  async function* events(): Answers["events"] & AsyncGenerator {
    for (const event of deltas) yield { choice: 0, event };
  }
  const [choice] = await collectChoices({ events: events(), truncated: 0 }, 1);
  expect(choice?.toolCalls).toEqual([
    { name: "look", arguments: '{"city":1}' },
    { name: "listen", arguments: "{}" },
  ]);
});

test("an answer without a done event is an error", async () => {
  async function* nothing(): Answers["events"] & AsyncGenerator {}
  await expect(collectChoices({ events: nothing(), truncated: 0 }, 1)).rejects.toThrow("without a result");
});
