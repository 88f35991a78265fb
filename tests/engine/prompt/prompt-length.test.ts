/** A prompt that is far too long is refused without tokenizing all of it. */
import { describe, expect, test } from "bun:test";
import type { PromptTooLong } from "../../../src/engine/prompt/prompt-length.ts";
import { estimateIfFarTooLong } from "../../../src/engine/prompt/prompt-length.ts";
import { Model } from "../../../src/llama/model.ts";
import { Signals } from "../../../src/llama/signals.ts";
import type { Vocabulary } from "../../../src/llama/vocabulary.ts";
import { testModel } from "../../fixtures/models.ts";
import { greedy, native, TestEngine, user } from "../../fixtures/native.ts";

const word = "The sun shines on the bread. ";

/** A real vocabulary that counts the characters that it tokenizes. */
async function counting(): Promise<{ vocabulary: Vocabulary; characters: () => number } & Disposable> {
  const model = Model.load(native(), await testModel("bpe"), {}, new Signals());
  const { vocabulary } = model;
  let characters = 0;
  const tokenize = vocabulary.tokenize.bind(vocabulary);
  vocabulary.tokenize = (text, ...how) => {
    characters += text.length;
    return tokenize(text, ...how);
  };
  return { vocabulary, characters: () => characters, [Symbol.dispose]: () => model[Symbol.dispose]() };
}

describe("a text that is far too long", () => {
  test("is detected from its beginning, and its tokens are estimated", async () => {
    using model = await counting();
    const text = word.repeat(40_000);
    const about = estimateIfFarTooLong(model.vocabulary, [text], 1000) ?? 0;
    expect(model.characters()).toBeLessThan(text.length / 10);
    const exact = model.vocabulary.tokenize(text, false, true).length;
    expect(Math.abs(about / exact - 1)).toBeLessThan(0.02);
  });

  test("is detected also in many parts, or if it starts with few tokens", async () => {
    using model = await counting();
    const parts = Array.from({ length: 40_000 }, () => word);
    expect(estimateIfFarTooLong(model.vocabulary, parts, 1000)).toBeGreaterThan(100_000);
    expect(estimateIfFarTooLong(model.vocabulary, [" ".repeat(10), ...parts], 1000)).toBeGreaterThan(100_000);
  });

  test("is refused with an estimate of its tokens, which is also its count", async () => {
    using engine = new TestEngine({ path: await testModel("bpe"), contextSize: 64 });
    const input = { kind: "messages", messages: [user(word.repeat(40_000))] } as const;
    let error: PromptTooLong | undefined;
    try {
      engine.engine.submit(1, input, greedy);
    } catch (thrown) {
      error = thrown as PromptTooLong;
    }
    expect(error?.code).toBe("inputTooLong");
    expect(error?.message).toMatch(/^Input too long \(about \d{6} tokens > 64 max\)$/);
    expect(engine.engine.inspector.countTokens(input)).toBe(error?.excess.tokens ?? 0);
  });
});

describe("there is no estimate", () => {
  test("for a text that may fit, or is short", async () => {
    using model = await counting();
    const { vocabulary } = model;
    expect(estimateIfFarTooLong(vocabulary, [word.repeat(1000)], 1)).toBeUndefined();
    expect(estimateIfFarTooLong(vocabulary, [word.repeat(40_000)], 200_000)).toBeUndefined();
    expect(model.characters()).toBe(0);
    expect(estimateIfFarTooLong(vocabulary, [], 10)).toBeUndefined();
  });

  test("for a text that fits although it has many bytes", async () => {
    using model = await counting();
    const text = word.repeat(10_000);
    // As if each token had 100 bytes.
    model.vocabulary.tokenize = (part) => Array.from({ length: Math.ceil(part.length / 100) }, () => 0);
    expect(estimateIfFarTooLong(model.vocabulary, [text], Math.ceil(text.length / 100))).toBeUndefined();
    expect(estimateIfFarTooLong(model.vocabulary, [text], Math.ceil(text.length / 110))).toBeGreaterThan(0);
  });
});
