/** Prompts that are only read, given as tokens, or scored token by token. */
import { describe, expect, test } from "bun:test";
import type { ChatEvent, GenerateOptions } from "../../../src/protocol/chat.ts";
import { mambaModel, testModel } from "../../fixtures/models.ts";
import { type Answered, evaluated, greedy, TestEngine, user } from "../../fixtures/native.ts";

type PromptToken = Extract<ChatEvent, { type: "promptToken" }>;
type TokenEvent = Extract<ChatEvent, { type: "token" }>;

const scoring: GenerateOptions = { ...greedy, maxTokens: 0, logprobs: 3, promptLogprobs: true };

const scoredOf = ({ events }: Answered): PromptToken[] =>
  events.filter((event): event is PromptToken => event.type === "promptToken");
const sampledOf = ({ events }: Answered): TokenEvent[] =>
  events.filter((event): event is TokenEvent => event.type === "token");

/** Longer than a step that scores. */
const story = "Once upon a time there was a house by the sea. The sun was shining. ".repeat(4);

describe("a prompt that is only read", () => {
  test("gives no token, and is cached for the next request", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const read = await engine.complete(story, { ...greedy, maxTokens: 0, logprobs: 1 });
    expect(read).toMatchObject({
      text: "",
      finish: "length",
      usage: { completionTokens: 0, cachedTokens: 0 },
    });
    expect(read.events.map(({ type }) => type)).toEqual(["queued", "progress", "done"]);
    expect(read.usage.contextUsed).toBe(read.usage.promptTokens);
    expect(evaluated(await engine.complete(story))).toBe(1);
  });
});

describe("a prompt as tokens", () => {
  test("is answered like its text", async () => {
    using engine = new TestEngine({ path: await testModel("spm") });
    const tokens = engine.engine.inspector.tokenize(story, { addSpecial: true, parseSpecial: true });
    const answer = await engine.ask({ kind: "tokens", tokens });
    expect(answer.text).toBe((await engine.complete(story)).text);
    expect(answer.usage.promptTokens).toBe(tokens.length);
  });

  test("is refused if it is empty, or has a token that the model doesn't have", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const size = engine.engine.info.vocabularySize;
    const submit = (tokens: number[]) => () => engine.engine.submit(1, { kind: "tokens", tokens }, greedy);
    expect(submit([])).toThrow("The prompt is empty");
    expect(submit([1, size])).toThrow(`no token ${size}`);
    expect(() => engine.engine.submit(1, { kind: "text", text: "" }, greedy)).toThrow("The prompt is empty");
  });
});

describe("the tokens of a prompt are scored", () => {
  test.each(["bpe", "mamba"] as const)("like those of an answer (%s)", async (name) => {
    using engine = new TestEngine({ path: await (name === "bpe" ? testModel("bpe") : mambaModel()) });
    const text = "The sun was shining";
    const prompt = engine.engine.inspector.tokenize(text, { addSpecial: true, parseSpecial: true });
    const bias = Array.from(
      { length: 3 },
      (_, i) => [engine.engine.info.vocabularySize - 1 - i, -100] as const,
    );
    const answer = await engine.complete(text, {
      sampling: { temperature: 0, logitBias: bias },
      maxTokens: 40,
      logprobs: 3,
    });
    const sampled = sampledOf(answer);
    expect(sampled.length).toBe(40);
    const tokens = [...prompt, ...sampled.map(({ chosen }) => chosen.token)];
    const scored = scoredOf(await engine.ask({ kind: "tokens", tokens }, scoring));
    expect(scored.map(({ token }) => token)).toEqual(tokens);
    expect(scored[0]).toEqual({ ...(scored[0] as PromptToken), likeliest: [] });
    expect(scored[0]?.chosen).toBeUndefined();
    for (const [i, { chosen, likeliest }] of sampled.entries()) {
      const same = scored[prompt.length + i] as PromptToken;
      expect(same.chosen?.logprob).toBeCloseTo(chosen.logprob, 2);
      expect(same.bytes).toEqual(chosen.bytes);
      expect(same.likeliest.map(({ token }) => token)[0]).toBe(likeliest[0]?.token as number);
    }
  });

  test("although they are cached, and the cache is used afterwards", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const first = await engine.complete(story);
    const scored = await engine.complete(story, { ...scoring, maxTokens: 24 });
    expect(scored.text).toBe(first.text);
    expect(scored.usage.cachedTokens).toBe(0);
    expect(scoredOf(scored).length).toBe(scored.usage.promptTokens);
    const order = scored.events.map(({ type }) => type).filter((type) => type !== "progress");
    expect(order.lastIndexOf("promptToken")).toBeLessThan(order.indexOf("token"));
    expect(evaluated(await engine.complete(story))).toBe(1);
  });

  test("the same beside other answers, which go on", async () => {
    using engine = new TestEngine({ path: await testModel("bpe"), sequences: 3 });
    const alone = scoredOf(await engine.complete(story, scoring));
    const answer = await engine.chat([user("Hello?")]);
    const order: string[] = [];
    const named = async (name: string, answered: Promise<Answered>): Promise<Answered> => {
      const done = await answered;
      order.push(name);
      return done;
    };
    const [long, beside, second] = await Promise.all([
      named("long", engine.complete(story.repeat(4), scoring)),
      named("answer", engine.chat([user("Hello?")])),
      named("short", engine.complete(story, scoring)),
    ]);
    expect(order[0]).toBe("answer");
    expect(beside.text).toBe(answer.text);
    expect(scoredOf(long).length).toBe(long.usage.promptTokens);
    for (const [i, { token, chosen }] of scoredOf(second).entries()) {
      expect(token).toBe(alone[i]?.token as number);
      if (chosen !== undefined) expect(chosen.logprob).toBeCloseTo(alone[i]?.chosen?.logprob as number, 2);
    }
  });

  test("until the request is cancelled", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const { requestId, answer } = engine.start({ kind: "text", text: story.repeat(8) }, scoring);
    for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    engine.engine.cancel(requestId);
    const cancelled = await answer;
    expect(cancelled.finish).toBe("cancelled");
    expect(scoredOf(cancelled).length).toBeGreaterThan(1);
    expect(scoredOf(cancelled).length).toBeLessThan(cancelled.usage.promptTokens);
    expect((await engine.complete(story)).finish).not.toBe("cancelled");
  });
});
