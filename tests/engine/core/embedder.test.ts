import { describe, expect, test } from "bun:test";
import { bool, u32 } from "../../../src/formats/gguf/metadata.ts";
import { Batch, Context, ThreadPool } from "../../../src/llama/context.ts";
import { Model, type Pooling } from "../../../src/llama/model.ts";
import { Signals } from "../../../src/llama/signals.ts";
import { encoderModel, testModel } from "../../fixtures/models.ts";
import { greedy, native, TestEngine, user } from "../../fixtures/native.ts";

const dot = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] as number), 0);

/** Longer than one chunk. */
const longText = "Once upon a time there was a house by the sea. ".repeat(80);

/** The reference: computed in one batch and pooled by llama.cpp. */
function inOneBatch(path: string, text: string, pooling: Pooling): Float32Array {
  using cleanup = new DisposableStack();
  const library = native();
  const signals = new Signals();
  const model = cleanup.use(Model.load(library, path, {}, signals));
  const tokens = model.vocabulary.tokenize(text, true, false);
  const size = Math.ceil(tokens.length / 512) * 512;
  const options = { contextSize: size, batchSize: size, microBatchSize: size, sequences: 1, pooling };
  const threads = cleanup.use(new ThreadPool(library, 1));
  const context = cleanup.use(new Context(library, model, options, threads, signals));
  const batch = new Batch(tokens.length);
  for (const [position, token] of tokens.entries()) batch.add(token, position, 0, true);
  expect(context.decode(batch)).toBe("ok");
  const vector = context.embedding(0);
  const length = Math.sqrt(dot(vector, vector));
  return vector.map((value) => value / length);
}

describe("an embedding", () => {
  test("has length 1, and is the same for the same text", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const first = await engine.embed("The sun is shining.");
    const second = await engine.embed("The sun is shining.");
    const other = await engine.embed("Bread, butter, milk");
    expect(first.tokens).toBeGreaterThan(2);
    expect(dot(first.vector, first.vector)).toBeCloseTo(1, 5);
    expect(dot(first.vector, second.vector)).toBeCloseTo(1, 5);
    expect(dot(first.vector, other.vector)).toBeLessThan(0.999);
  });

  test("doesn't change an answer, and doesn't depend on earlier texts", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const alone = await engine.chat([user("Hello?")]);
    const short = await engine.embed("Hello.");
    const [answer] = await Promise.all([engine.chat([user("Hello?")]), engine.embed(longText)]);
    expect(answer.text).toBe(alone.text);
    expect(dot((await engine.embed("Hello.")).vector, short.vector)).toBeCloseTo(1, 5);
  });

  test.each(["mean", "last"] as const)(
    "by the %s of a long text is the same as in one batch",
    async (pooling) => {
      const metadata = { "llama.pooling_type": u32(pooling === "mean" ? 1 : 3) };
      const path = await testModel("bpe", { metadata });
      using engine = new TestEngine({ path });
      const { vector, tokens } = await engine.embed(longText);
      expect(tokens).toBeGreaterThan(600);
      expect(dot(vector, inOneBatch(path, longText, pooling))).toBeGreaterThan(0.9999);
    },
  );

  test("of a language model is the mean of its text", async () => {
    const path = await testModel("bpe");
    using engine = new TestEngine({ path });
    const { vector } = await engine.embed(longText);
    expect(dot(vector, inOneBatch(path, longText, "mean"))).toBeGreaterThan(0.9999);
  });

  test("of a long text doesn't block an answer", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const order: string[] = [];
    const embedding = engine.embed(longText).then(() => order.push("embedding"));
    const answer = engine.chat([user("Hello?")]).then(() => order.push("answer"));
    await Promise.all([embedding, answer]);
    expect(order).toEqual(["answer", "embedding"]);
  });

  test("that is cancelled lets the next one start", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const order: string[] = [];
    const unwanted = engine.startEmbedding(longText);
    void unwanted.embedding.then(() => order.push("unwanted"));
    const next = engine.embed("Hello.").then(() => order.push("next"));
    engine.engine.cancel(unwanted.requestId);
    await next;
    expect(await engine.embed("The sun.")).toBeDefined();
    expect(order).toEqual(["next"]);
  });

  test("of a text that is too long is refused with both numbers; an empty text is refused, too", async () => {
    using engine = new TestEngine({ path: await testModel("bpe", { contextLength: 512 }) });
    expect(() => engine.engine.embed(1, "word ".repeat(3000))).toThrow(
      /Input too long \(\d+ tokens > \d+ max\)/,
    );
    expect(() => engine.engine.embed(2, "")).toThrow("empty");
  });

  test("can't be computed by a reranker", async () => {
    const path = await testModel("bpe", { metadata: { "llama.pooling_type": u32(4) } });
    using engine = new TestEngine({ path });
    expect(() => engine.engine.embed(1, "Hello.")).toThrow("reranker");
  });
});

describe("an encoder", () => {
  test("computes a text in one batch, and attends in both directions", async () => {
    const path = await encoderModel();
    using engine = new TestEngine({ path, allowEncoders: true });
    const { vector } = await engine.embed(longText);
    expect(dot(vector, inOneBatch(path, longText, "mean"))).toBeGreaterThan(0.9999);
    // The first token's vector can differ only because of later tokens.
    const first = await encoderModel({ "eurobert.pooling_type": u32(2) });
    using ahead = new TestEngine({ path: first, allowEncoders: true });
    const [sun, bread] = [await ahead.embed("The sun."), await ahead.embed("The bread.")];
    expect(dot(sun.vector, bread.vector)).toBeLessThan(0.9999);
  });

  test("is recognized by its file or by having no KV cache, and doesn't generate text", async () => {
    const plain = { "eurobert.pooling_type": undefined, "eurobert.attention.causal": undefined };
    for (const path of [await encoderModel(), await encoderModel(plain)]) {
      expect(() => new TestEngine({ path })).toThrow("is an encoder");
      using engine = new TestEngine({ path, allowEncoders: true });
      expect(engine.engine.info.isEncoder).toBe(true);
      expect(() => engine.start({ kind: "text", text: "Once" }, greedy)).toThrow("can't write");
      expect((await engine.embed("Hello.")).tokens).toBeGreaterThan(0);
    }
  });

  test("that has a KV cache is recognized by its file", async () => {
    const path = await testModel("bpe", { metadata: { "llama.attention.causal": bool(false) } });
    expect(() => new TestEngine({ path })).toThrow("is an encoder");
    using engine = new TestEngine({ path, allowEncoders: true });
    expect((await engine.embed(longText)).tokens).toBeGreaterThan(600);
  });
});
