import { describe, expect, test } from "bun:test";
import { testModel } from "../fixtures/models.ts";
import { TestEngine, user } from "../fixtures/native.ts";

const dot = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] as number), 0);

describe("an embedding", () => {
  test("has length 1, and is the same for the same text", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const first = engine.engine.embed("The sun is shining.");
    const second = engine.engine.embed("The sun is shining.");
    expect(first.tokens).toBeGreaterThan(2);
    expect(dot(first.vector, first.vector)).toBeCloseTo(1, 5);
    expect(dot(first.vector, second.vector)).toBeCloseTo(1, 5);
    expect(dot(first.vector, engine.engine.embed("Bread, butter, milk").vector)).toBeLessThan(0.999);
  });

  test("doesn't disturb an answer, nor depend on texts before it", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const alone = await engine.chat([user("Hello?")]);
    const short = engine.engine.embed("Hello.");
    const answer = engine.start(
      { kind: "messages", messages: [user("Hello?")] },
      { sampling: { temperature: 0 }, maxTokens: 24 },
    );
    engine.engine.embed("Once upon a time there was a house. ".repeat(60));
    expect((await answer.answer).text).toBe(alone.text);
    expect(dot(engine.engine.embed("Hello.").vector, short.vector)).toBeCloseTo(1, 5);
  });

  test("of a text that is too long is refused with both numbers", async () => {
    using engine = new TestEngine({ path: await testModel("bpe", { contextLength: 512 }) });
    expect(() => engine.engine.embed("word ".repeat(3000))).toThrow(
      /Input too long \(\d+ tokens > \d+ max\)/,
    );
    expect(() => engine.engine.embed("")).toThrow("empty");
  });
});
