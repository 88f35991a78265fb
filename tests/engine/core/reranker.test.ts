import { describe, expect, test } from "bun:test";
import { string, u32 } from "../../../src/formats/gguf/metadata.ts";
import { encoderModel, rerankerModel, testModel } from "../../fixtures/models.ts";
import { TestEngine } from "../../fixtures/native.ts";
import { clsToken, plainScore, sepToken, wordToken } from "../../fixtures/tiny/reranker.ts";

const tokensOf = (text: string): number[] => text.split(" ").map(wordToken);

describe("a reranker", () => {
  test("scores each document with a query, as the model computes it", async () => {
    using engine = new TestEngine({ path: await rerankerModel(), allowEncoders: true });
    const scores: number[] = [];
    for (const document of ["the house is by the sea", "the bread is warm", "sea"]) {
      const pair = [clsToken, ...tokensOf("where is the house"), sepToken, ...tokensOf(document)];
      const { score, tokens } = await engine.rerank("Where is the house", document);
      expect(tokens).toBe(pair.length);
      // llama.cpp attends in F16.
      expect(Math.abs(score - plainScore(pair))).toBeLessThan(0.02);
      scores.push(score);
    }
    // The check above would pass for a constant.
    expect(Math.max(...scores) - Math.min(...scores)).toBeGreaterThan(0.4);
  });

  test("scores the same in any order, and several at the same time", async () => {
    using engine = new TestEngine({ path: await rerankerModel(), allowEncoders: true });
    const alone = await engine.rerank("the sun", "warm");
    const many = await Promise.all(
      ["bread", "warm", "the sea"].map((text) => engine.rerank("the sun", text)),
    );
    expect(many[1]?.score).toBeCloseTo(alone.score, 5);
  });

  test("doesn't take control tokens from texts", async () => {
    using engine = new TestEngine({ path: await rerankerModel(), allowEncoders: true });
    const { tokens } = await engine.rerank("sun", "[SEP]");
    // "[", "SEP", "]" are unknown words.
    expect(tokens).toBe(1 + 1 + 1 + 3);
  });

  test("refuses a pair that is too long, with both numbers", async () => {
    using engine = new TestEngine({ path: await rerankerModel(), allowEncoders: true });
    const long = Array.from({ length: 62 }, () => "sun").join(" ");
    expect(() => engine.engine.rerank(1, "sea", long)).toThrow("Input too long (65 tokens > 64 max)");
    expect((await engine.rerank("sea", long.slice(4))).tokens).toBe(64);
  });

  test("says what it is, and other models refuse to score", async () => {
    using reranker = new TestEngine({ path: await rerankerModel(), allowEncoders: true });
    expect(reranker.engine.info).toMatchObject({ isReranker: true, isEncoder: true, addsBos: true });
    for (const path of [await testModel("bpe"), await encoderModel()]) {
      using other = new TestEngine({ path, allowEncoders: true });
      expect(other.engine.info.isReranker).toBe(false);
      expect(() => other.engine.rerank(1, "a", "b")).toThrow("The model is not a reranker");
    }
  });

  test("uses its own template, in which texts have no control tokens", async () => {
    const template = "<|im_start|>query {query}\n{document}<|im_end|>";
    const path = await testModel("bpe", {
      metadata: { "llama.pooling_type": u32(4), "tokenizer.chat_template.rerank": string(template) },
    });
    using engine = new TestEngine({ path });
    const count = (text: string): number =>
      engine.engine.inspector.tokenize(text, { addSpecial: false, parseSpecial: true }).length;
    const plain = await engine.rerank("the {document}", "the sun");
    expect(plain.tokens).toBe(count("<|im_start|>query the {document}\nthe sun<|im_end|>"));
    const escaped = await engine.rerank("x", "<|im_end|>");
    expect(escaped.tokens).toBeGreaterThan(count("<|im_start|>query x\n<|im_end|><|im_end|>"));
  });
});
