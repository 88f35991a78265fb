/** What the engine says about its vocabulary, its prompts and its sequences. */
import { describe, expect, test } from "bun:test";
import { u32 } from "../../../src/formats/gguf/metadata.ts";
import type { ChatEvent } from "../../../src/protocol/chat.ts";
import { testModel } from "../../fixtures/models.ts";
import { assistant, greedy, system, TestEngine, user } from "../../fixtures/native.ts";

const whole = { addSpecial: true, parseSpecial: true };
const part = { addSpecial: false, parseSpecial: false };

/** Characters of several bytes are several tokens of these vocabularies. */
const texts = ["Hello, how are you?", "  two  spaces\n", "é日本🙂ß", "\ufeffmark", ""];

describe("tokens", () => {
  test.each(["bpe", "spm"] as const)("of a text become the text again (%s)", async (name) => {
    using engine = new TestEngine({ path: await testModel(name) });
    for (const text of texts) {
      const tokens = engine.engine.inspector.tokenize(text, part);
      expect(engine.engine.inspector.detokenize(tokens)).toBe(text);
      const bytes = Buffer.concat(engine.engine.inspector.pieces(tokens));
      // SPM vocabularies put a space before a text.
      expect(bytes.toString().replace(/^ /, "").trim()).toBe(text.trim());
    }
  });

  test("begin with BOS where the model adds it and that is wanted", async () => {
    using spm = new TestEngine({ path: await testModel("spm") });
    using bpe = new TestEngine({ path: await testModel("bpe") });
    expect([spm.engine.info.addsBos, bpe.engine.info.addsBos]).toEqual([true, false]);
    expect(spm.engine.inspector.tokenize("Hello", whole)).toEqual([
      1,
      ...spm.engine.inspector.tokenize("Hello", part),
    ]);
    expect(bpe.engine.inspector.tokenize("Hello", whole)).toEqual(
      bpe.engine.inspector.tokenize("Hello", part),
    );
  });

  test("of a control token's text are that token only if that is wanted", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const tokens = engine.engine.inspector.tokenize("<|im_end|>", whole);
    expect(tokens.length).toBe(1);
    expect(engine.engine.inspector.detokenize(tokens)).toBe("<|im_end|>");
    const plain = engine.engine.inspector.tokenize("<|im_end|>", { ...whole, parseSpecial: false });
    expect(plain.length).toBeGreaterThan(1);
    expect(engine.engine.inspector.detokenize(plain)).toBe("<|im_end|>");
  });

  test("that cut a character have its bytes, and U+FFFD as text", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const [first] = engine.engine.inspector.tokenize("🙂", part);
    expect(engine.engine.inspector.detokenize([first as number])).toBe("\ufffd");
    expect([...(engine.engine.inspector.pieces([first as number])[0] as Uint8Array)]).toEqual([0xf0]);
  });

  test("that the model doesn't have are refused", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const { vocabularySize } = engine.engine.info;
    expect(() => engine.engine.inspector.detokenize([1, vocabularySize])).toThrow(
      `no token ${vocabularySize}`,
    );
    expect(() => engine.engine.inspector.pieces([-1])).toThrow("no token -1");
    expect(() => engine.engine.embed(1, [2 ** 31])).toThrow("no token 2147483648");
  });

  test("are embedded like their text", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const tokens = engine.engine.inspector.tokenize("The sun is shining.", whole);
    const [text, ids] = [await engine.embed("The sun is shining."), await engine.embed(tokens)];
    expect(ids).toEqual(text);
    expect(ids.vector.length).toBe(engine.engine.info.embeddingSize);
    expect(() => engine.engine.embed(1, [])).toThrow("empty");
  });
});

describe("the text of a prompt", () => {
  test("is what the template writes, with control tokens of users as they typed them", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const messages = [system("Be kind."), user("What is <|im_end|>?")];
    expect(engine.engine.inspector.renderPrompt({ kind: "messages", messages }, {})).toBe(
      "<|im_start|>system\nBe kind.<|im_end|>\n<|im_start|>user\nWhat is <|im_end|>?<|im_end|>\n" +
        "<|im_start|>assistant\n",
    );
    expect(
      engine.engine.inspector.renderPrompt(
        { kind: "messages", messages: [user("Go on."), assistant("One")] },
        {},
      ),
    ).toBe("<|im_start|>user\nGo on.<|im_end|>\n<|im_start|>assistant\nOne");
  });

  test("of another kind is the text itself", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const tokens = engine.engine.inspector.tokenize("Hello.", whole);
    expect(engine.engine.inspector.renderPrompt({ kind: "text", text: "<|im_end|>" }, {})).toBe("<|im_end|>");
    expect(engine.engine.inspector.renderPrompt({ kind: "tokens", tokens }, {})).toBe("Hello.");
  });
});

describe("an infill", () => {
  /** A model whose marks are two control tokens and a character that English text hardly has. */
  const infilling = async (contextLength = 4096): Promise<string> => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const idOf = (text: string): number => engine.engine.inspector.tokenize(text, whole)[0] as number;
    return testModel("bpe", {
      contextLength,
      metadata: {
        "tokenizer.ggml.fim_pre_token_id": u32(idOf("<|endoftext|>")),
        "tokenizer.ggml.fim_suf_token_id": u32(idOf("<|im_start|>")),
        "tokenizer.ggml.fim_mid_token_id": u32(idOf("~")),
      },
    });
  };

  test("is answered from the texts on both sides, whose control tokens are text", async () => {
    using engine = new TestEngine({ path: await infilling() });
    expect(engine.engine.info.canInfill).toBe(true);
    const input = { kind: "infill", prefix: "The sun", suffix: "<|im_end|>" } as const;
    expect(engine.engine.inspector.renderPrompt(input, {})).toBe(
      "<|endoftext|>The sun<|im_start|><|im_end|>~",
    );
    const answer = await engine.ask(input);
    const suffix = engine.engine.inspector.tokenize("<|im_end|>", part).length;
    expect(answer.usage.promptTokens).toBe(
      3 + engine.engine.inspector.tokenize("The sun", part).length + suffix,
    );
    expect(answer.usage.isCut).toBeUndefined();
    expect((await engine.ask({ ...input, suffix: "?" })).events).not.toEqual(answer.events);
  });

  test("of texts that don't fit leaves room for the answer, and says that they were cut", async () => {
    using engine = new TestEngine({ path: await infilling(256) });
    const long = "The sun was shining by the sea. ".repeat(200);
    const ask = (maxTokens: number) =>
      engine.ask({ kind: "infill", prefix: long, suffix: long }, { ...greedy, maxTokens });
    const short = await ask(20);
    expect(short.usage).toMatchObject({ promptTokens: 236, isCut: true });
    // An answer without a limit gets a quarter of the context.
    expect((await ask(Number.POSITIVE_INFINITY)).usage.promptTokens).toBe(192);
  });

  test("is refused by a model without marks for it", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    expect(engine.engine.info.canInfill).toBe(false);
    const input = { kind: "infill", prefix: "a", suffix: "b" } as const;
    expect(() => engine.engine.submit(1, input, greedy)).toThrow(
      "The model has no fill-in-the-middle tokens",
    );
  });
});

describe("sequences", () => {
  test("say what they do, and what they still hold", async () => {
    using engine = new TestEngine({ path: await testModel("bpe"), sequences: 2 });
    const idle = { isProcessing: false, promptTokens: 0, generatedTokens: 0, contextSize: 4096 };
    expect(engine.engine.inspector.slots()).toEqual([
      { id: 0, cachedTokens: 0, ...idle },
      { id: 1, cachedTokens: 0, ...idle },
    ]);
    const grammar = "root ::= [a-z] root";
    const { answer } = engine.start(
      { kind: "text", text: "Hello" },
      { sampling: { temperature: 0, grammar }, maxTokens: 30 },
    );
    while ((engine.engine.inspector.slots()[0]?.generatedTokens ?? 0) < 3)
      await new Promise((resolve) => setImmediate(resolve));
    const [busy, other] = engine.engine.inspector.slots();
    const promptTokens = engine.engine.inspector.tokenize("Hello", whole).length;
    expect(busy).toMatchObject({ isProcessing: true, promptTokens });
    expect(busy?.cachedTokens).toBe(promptTokens + (busy?.generatedTokens ?? 0) - 1);
    expect(other?.isProcessing).toBe(false);
    const { usage } = await answer;
    expect(engine.engine.inspector.slots()[0]).toEqual({ id: 0, cachedTokens: usage.contextUsed, ...idle });
  });

  test("that are all busy let further requests wait, which hear how many are before them", async () => {
    using engine = new TestEngine({ path: await testModel("bpe"), sequences: 2 });
    const started = Array.from({ length: 5 }, (_, index) =>
      engine.start({ kind: "text", text: `Number ${index}` }, greedy),
    );
    engine.engine.cancel(started[3]?.requestId as number);
    const answers = await Promise.all(started.map(({ answer }) => answer));
    const places = answers.map(({ events }) =>
      events
        .filter((event): event is Extract<ChatEvent, { type: "queued" }> => event.type === "queued")
        .map(({ before }) => before),
    );
    // The first gets a sequence immediately. The second gets one in the next step.
    expect(places.slice(0, 2)).toEqual([[0], [0]]);
    expect(places[2]).toEqual([1, 0]);
    expect(places[3]).toEqual([2]);
    expect(places[4]).toEqual([3, 2, 1, 0]);
    for (const { events } of answers) {
      const types = events.map(({ type }) => type);
      expect(types.lastIndexOf("queued")).toBeLessThan(types.findIndex((type) => type !== "queued"));
    }
  });
});
