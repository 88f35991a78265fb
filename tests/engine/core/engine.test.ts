import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { AnechatError } from "../../../src/base/errors.ts";
import type { Message } from "../../../src/protocol/chat.ts";
import { testModel } from "../../fixtures/models.ts";
import { assistant, evaluated, greedy, system, TestEngine, user } from "../../fixtures/native.ts";

let bpe: string;
let spm: string;
beforeAll(async () => {
  [bpe, spm] = await Promise.all([testModel("bpe"), testModel("spm")]);
});

/** Letters without an end: a random model may write invalid UTF-8, or end early. */
const letters = { ...greedy, sampling: { temperature: 0, grammar: "root ::= [a-z] root" } };

/** A question of about this many tokens. */
function longQuestion(engine: TestEngine, tokens: number): Message {
  const sentence = "All work and no play makes Jack a dull boy. ";
  const each = engine.engine.inspector.countTokens({ kind: "text", text: sentence.repeat(20) }) / 20;
  return user(sentence.repeat(Math.round(tokens / each)));
}

describe("answers", () => {
  test("are the same each time if greedy, and differ with the prompt", async () => {
    using engine = new TestEngine({ path: bpe });
    const first = await engine.chat([user("Hello, how are you?")]);
    const again = await engine.chat([user("Hello, how are you?")]);
    const other = await engine.chat([user("What is the capital of France?")]);
    expect(first.text).not.toBe("");
    expect(again.text).toBe(first.text);
    expect(other.text).not.toBe(first.text);
  });

  test("have the same words with the same seed, and others with another", async () => {
    using engine = new TestEngine({ path: bpe });
    const ask = (seed: number) =>
      engine.chat([user("Tell me a story.")], { sampling: { temperature: 1, seed }, maxTokens: 16 });
    const [one, same, other] = [await ask(1), await ask(1), await ask(2)];
    expect(same.text).toBe(one.text);
    expect(other.text).not.toBe(one.text);
  });

  test("end after max tokens with finish length", async () => {
    using engine = new TestEngine({ path: bpe });
    const answer = await engine.chat([user("Go on and on.")], { ...letters, maxTokens: 7 });
    expect(answer.finish).toBe("length");
    expect(answer.usage.completionTokens).toBe(7);
  });

  test("continue where they were cut, without evaluating anything twice", async () => {
    for (const path of [bpe, spm]) {
      using engine = new TestEngine({ path });
      const question = user("Go on and on.");
      const whole = await engine.chat([question], { ...letters, maxTokens: 12 });
      const cut = await engine.chat([question], { ...letters, maxTokens: 5 });
      const rest = await engine.chat([question, assistant(cut.text)], { ...letters, maxTokens: 7 });
      expect(cut.text + rest.text).toBe(whole.text);
      expect(evaluated(rest)).toBeLessThanOrEqual(2);
    }
  });

  test("that are continued follow their grammar", async () => {
    using engine = new TestEngine({ path: bpe });
    const options = { sampling: { temperature: 0, grammar: 'root ::= "one two three"' } };
    const rest = await engine.chat([user("Count."), assistant("one t")], options);
    expect(rest).toMatchObject({ text: "wo three", finish: "stop" });
    const wrong = engine.chat([user("Count."), assistant("eins")], options);
    await expect(wrong).rejects.toThrow("does not match the grammar");
  });

  test("without a limit fill the context, with finish context", async () => {
    using engine = new TestEngine({ path: bpe, contextSize: 128 });
    const answer = await engine.chat([user("Go on.")], { ...letters, maxTokens: Number.POSITIVE_INFINITY });
    expect(answer.finish).toBe("context");
    expect(answer.usage.contextUsed).toBe(128);
  });

  test("end before a stop string that spans several tokens", async () => {
    using engine = new TestEngine({ path: bpe });
    const grammar = { temperature: 0, grammar: 'root ::= "one two three four"' };
    const answer = await engine.chat([user("Count.")], { sampling: grammar, stop: ["wo thr"] });
    expect(answer).toMatchObject({ text: "one t", finish: "stop" });
  });

  test("end on the model's end-of-generation token", async () => {
    using engine = new TestEngine({ path: bpe });
    const answer = await engine.chat([user("Say yes.")], {
      sampling: { temperature: 0, grammar: 'root ::= "yes"' },
    });
    expect(answer).toMatchObject({ text: "yes", finish: "stop" });
  });

  test("never split a UTF-8 character between two events", async () => {
    const poem = "é日本🙂ß";
    for (const path of [bpe, spm]) {
      using engine = new TestEngine({ path });
      const answer = await engine.chat([user("Sing.")], {
        sampling: { temperature: 0, grammar: `root ::= "${poem}"` },
        maxTokens: 64,
      });
      expect(answer.text).toBe(poem);
      for (const event of answer.events)
        if (event.type === "text") expect(event.text).not.toContain("\ufffd");
    }
  });

  test("follow a JSON schema", async () => {
    using engine = new TestEngine({ path: bpe });
    const schema = {
      type: "object",
      properties: { colour: { enum: ["red", "blue"] }, count: { type: "integer", minimum: 1, maximum: 9 } },
      required: ["colour", "count"],
    };
    const answer = await engine.chat([user("Answer.")], {
      sampling: { temperature: 0, jsonSchema: JSON.stringify(schema) },
      maxTokens: 400,
    });
    const { colour, count } = JSON.parse(answer.text) as { colour: string; count: number };
    expect(["red", "blue"]).toContain(colour);
    expect(count).toBeGreaterThanOrEqual(1);
  });

  test("contain no token that is banned by its bias", async () => {
    using engine = new TestEngine({ path: bpe });
    const free = await engine.complete("a", { sampling: { temperature: 0 }, maxTokens: 1 });
    const banned: (readonly [number, number])[] = [];
    // Ban all tokens but one.
    for (let token = 0; token < 700; token += 1) banned.push([token, token === 65 ? 100 : -100]);
    const biased = await engine.complete("a", {
      sampling: { temperature: 0, logitBias: banned },
      maxTokens: 1,
    });
    expect(biased.text).not.toBe(free.text);
  });
});

describe("a prompt", () => {
  test("over the limit is refused with both numbers", () => {
    using engine = new TestEngine({ path: bpe, contextSize: 64 });
    const long = "word ".repeat(500);
    let error: AnechatError | undefined;
    try {
      engine.engine.submit(1, { kind: "messages", messages: [user(long)] }, greedy);
    } catch (thrown) {
      error = thrown as AnechatError;
    }
    expect(error?.code).toBe("inputTooLong");
    expect(error?.message).toMatch(/^Input too long \(\d+ tokens > 64 max\)$/);
  });
});

describe("prefix reuse", () => {
  test("over ten turns, each turn evaluates only its new tokens", async () => {
    using engine = new TestEngine({ path: bpe });
    const messages: Message[] = [system("You are helpful.")];
    let before = 0;
    for (let turn = 0; turn < 10; turn += 1) {
      messages.push(user(`Question number ${turn}: and then?`));
      const answer = await engine.chat(messages, { ...letters, maxTokens: 12 });
      messages.push(assistant(answer.text));
      // New tokens: the question, its markup and the end mark of the last answer.
      if (turn > 0) expect(answer.usage.cachedTokens).toBeGreaterThanOrEqual(before);
      expect(evaluated(answer)).toBeLessThan(turn === 0 ? 200 : 60);
      before = answer.usage.contextUsed;
    }
  });

  test("a repeated question evaluates one token", async () => {
    using engine = new TestEngine({ path: bpe });
    await engine.chat([user("The same question?")]);
    expect(evaluated(await engine.chat([user("The same question?")]))).toBe(1);
  });

  test("sequences with the same prefix evaluate it once", async () => {
    using engine = new TestEngine({ path: bpe, sequences: 2 });
    const long = system("Be patient and kind. ".repeat(20));
    const first = engine.chat([long, user("One?")], { ...letters, maxTokens: 40 });
    await new Promise((resolve) => setTimeout(resolve, 0));
    while (engine.engine.isPrefilling) await new Promise((resolve) => setImmediate(resolve));
    const second = await engine.chat([long, user("Two?")], letters);
    await first;
    expect(evaluated(second)).toBeLessThan(40);
  });
});

describe("many sequences at the same time", () => {
  const prompts = Array.from({ length: 8 }, (_, i) => `${"Tell me more. ".repeat(i * 3)}Number ${i}?`);
  let alone: string[] = [];

  beforeAll(async () => {
    using engine = new TestEngine({ path: bpe });
    for (const prompt of prompts) alone.push((await engine.chat([user(prompt)], letters)).text);
  });
  afterAll(() => {
    alone = [];
  });

  for (const sequences of [1, 2, 8]) {
    test(`${sequences}: each answer is the same as alone`, async () => {
      using engine = new TestEngine({ path: bpe, sequences });
      const answers = await Promise.all(prompts.map((prompt) => engine.chat([user(prompt)], letters)));
      expect(answers.map(({ text }) => text)).toEqual(alone);
    });
  }
});

test("logprobs don't depend on sixteen other requests", async () => {
  const logprobs = async (sequences: number): Promise<number[]> => {
    using engine = new TestEngine({ path: bpe, sequences });
    const others = Array.from({ length: sequences - 1 }, (_, i) =>
      engine.chat([user(`${"Tell me more. ".repeat(i)}Number ${i}?`)], letters),
    );
    const { events } = await engine.chat([user("What is the capital of France?")], {
      ...letters,
      logprobs: 5,
    });
    await Promise.all(others);
    return events.flatMap((event) =>
      event.type === "token" ? event.likeliest.map(({ logprob }) => logprob) : [],
    );
  };
  const alone = await logprobs(1);
  const among = await logprobs(17);
  expect(among.length).toBe(alone.length);
  for (const [index, logprob] of among.entries()) expect(logprob).toBeCloseTo(alone[index] as number, 2);
});

test("the tokens of an answer are as many as its usage counts, without the one that only ends it", async () => {
  using engine = new TestEngine({ path: bpe });
  const sampling = { temperature: 0, grammar: 'root ::= "one two"' };
  for (const maxTokens of [2, 100]) {
    const { events, usage } = await engine.chat([user("Count.")], { sampling, maxTokens, logprobs: 0 });
    const tokens = events.filter((event) => event.type === "token");
    expect(tokens.filter(({ isEnd }) => !isEnd)).toHaveLength(usage.completionTokens);
    expect(tokens.findIndex(({ isEnd }) => isEnd)).toBe(maxTokens === 2 ? -1 : usage.completionTokens);
  }
});

test("the time before a request gets its turn is known", async () => {
  using engine = new TestEngine({ path: bpe });
  const [first, second] = await Promise.all([
    engine.chat([user("Go on and on.")], letters),
    engine.chat([user("And you?")], letters),
  ]);
  expect(second.timings.queuedMs).toBeGreaterThanOrEqual(first.timings.generationMs);
  expect(second.timings.promptMs).toBeGreaterThan(second.timings.queuedMs ?? 0);
});

describe("the context", () => {
  test("grows without evaluating anything twice", async () => {
    const path = await testModel("bpe", { contextLength: 32_768 });
    using engine = new TestEngine({ path });
    const messages = [longQuestion(engine, 7800)];
    const first = await engine.chat(messages, letters);
    expect(first.usage.contextSize).toBe(8192);
    messages.push(assistant(first.text), longQuestion(engine, 1000));
    const second = await engine.chat(messages, letters);
    expect(second.usage.contextSize).toBe(16_384);
    expect(second.usage.cachedTokens).toBeGreaterThanOrEqual(first.usage.contextUsed);

    // The state was moved correctly: the answer is the same as with a context that was large from
    // the start.
    using large = new TestEngine({ path, contextSize: 16_384 });
    expect((await large.chat(messages, letters)).text).toBe(second.text);
  });

  test("grows in the middle of an answer", async () => {
    using engine = new TestEngine({ path: await testModel("bpe", { contextLength: 32_768 }) });
    const { usage } = await engine.chat([longQuestion(engine, 8100)], { ...letters, maxTokens: 200 });
    expect(usage.contextSize).toBe(16_384);
    expect(usage.contextUsed).toBeGreaterThan(8192);
    expect(usage.completionTokens).toBe(200);
  });

  test("does not grow beyond the memory that is free", async () => {
    using engine = new TestEngine({ path: await testModel("bpe", { contextLength: 32_768 }) });
    engine.fitting = 20;
    const { finish, usage } = await engine.chat([longQuestion(engine, 8100)], {
      ...letters,
      maxTokens: Number.POSITIVE_INFINITY,
    });
    expect(finish).toBe("context");
    expect(usage.contextUsed).toBe(8192);
  });
});

describe("stopping", () => {
  test("a cancelled answer keeps its text, and doesn't change the next one", async () => {
    using engine = new TestEngine({ path: bpe });
    const undisturbed = (await engine.chat([user("Second?")], letters)).text;
    const { requestId, answer } = engine.start(
      { kind: "messages", messages: [user("First?")] },
      { ...letters, maxTokens: Number.POSITIVE_INFINITY },
    );
    for (let turn = 0; turn < 12; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    engine.signals.aborted = true;
    await new Promise((resolve) => setImmediate(resolve));
    engine.engine.cancel(requestId);
    const cancelled = await answer;
    expect(cancelled.finish).toBe("cancelled");
    expect(cancelled.usage.completionTokens).toBeGreaterThan(0);
    expect((await engine.chat([user("Second?")], letters)).text).toBe(undisturbed);
  });

  test("a waiting request can be cancelled, too", async () => {
    using engine = new TestEngine({ path: bpe });
    const running = engine.start({ kind: "text", text: "a" }, { ...letters, maxTokens: 50 });
    const waiting = engine.start({ kind: "text", text: "b" }, letters);
    engine.engine.cancel(waiting.requestId);
    expect((await waiting.answer).finish).toBe("cancelled");
    expect((await running.answer).finish).toBe("length");
  });
});

describe("loading", () => {
  test("and freeing a model 50 times leaves memory flat", async () => {
    const round = async (): Promise<void> => {
      using engine = new TestEngine({ path: bpe });
      await engine.chat([user("Hi")], { ...greedy, maxTokens: 2 });
    };
    const rss = (): number => {
      Bun.gc(true);
      return process.memoryUsage().rss;
    };
    for (let i = 0; i < 10; i += 1) await round();
    const before = rss();
    for (let i = 0; i < 50; i += 1) await round();
    // A leaked context would be 8 MB of KV cache each time.
    expect(rss() - before).toBeLessThan(48 * 1024 * 1024);
  });

  test("an unknown architecture is named", async () => {
    const path = await testModel("bpe", { architecture: "llamba" });
    expect(() => new TestEngine({ path })).toThrow('does not support the architecture "llamba"');
  });
});
