/** Embeddings by embedding models, and by chat models that also write answers. */
import { describe, expect, test } from "bun:test";
import { basename } from "node:path";
import OpenAI from "openai";
import { readEvents } from "../../src/formats/sse.ts";
import { Sandbox } from "../fixtures/executable.ts";
import { encoderModel, testModel } from "../fixtures/models.ts";
import { TestServer } from "../fixtures/server.ts";
import { tinyVocabulary } from "../fixtures/tiny/tokenizer.ts";

describe("an embedding model", () => {
  test("returns vectors, and an error for a chat request", async () => {
    using home = new Sandbox();
    const path = await encoderModel();
    await using server = await TestServer.start(home, [path]);
    const client = new OpenAI({ baseURL: `${server.url}/v1`, apiKey: "none", maxRetries: 0 });
    const model = basename(path);
    const input = ["The sun is shining.", "Bread, butter, milk"];
    const { data } = await client.embeddings.create({ model, input, encoding_format: "float" });
    expect(data.map(({ embedding }) => Math.hypot(...embedding))).toEqual([
      expect.closeTo(1, 4),
      expect.closeTo(1, 4),
    ]);
    const chat = await server.post("/v1/chat/completions", {
      messages: [{ role: "user", content: "Hi" }],
    });
    expect(chat.status).toBe(400);
    expect(await chat.text()).toContain("The model is an encoder");
    const again = await client.embeddings.create({ model, input: "The sun is shining." });
    expect(again.data[0]?.embedding.length).toBe(data[0]?.embedding.length as number);
  });

  test("can't chat", async () => {
    using home = new Sandbox();
    const { code, stdout, stderr } = await home.run([await encoderModel(), "--prompt", "Hi"]);
    expect(code).toBe(8);
    expect(stdout).toBe("");
    expect(stderr).toContain("is an encoder: it can't write text\n");
    expect(stderr).toContain("anechat serve");
  });
});

describe("a text to embed", () => {
  test("may be tokens, and has the same vector and count as the text that they make", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home);
    const embed = async (input: unknown) =>
      (await (await server.post("/v1/embeddings", { input })).json()) as {
        data: { embedding: number[] }[];
        usage: { prompt_tokens: number };
      };
    const scored = await server.post("/v1/completions", { prompt: "The capital of", max_tokens: 0 });
    const { usage } = (await scored.json()) as { usage: { prompt_tokens: number } };
    const text = await embed("The capital of");
    expect(text.usage.prompt_tokens).toBe(usage.prompt_tokens);
    // One list of tokens with a text between them, and the same as one of several inputs.
    const [one, two] = (await embed([[5, "The capital of"], "The capital of"])).data;
    expect((await embed([5, "The capital of"])).data[0]?.embedding[0]).toBeCloseTo(
      one?.embedding[0] as number,
      4,
    );
    expect(two?.embedding[0]).toBeCloseTo(text.data[0]?.embedding[0] as number, 4);
    expect(one?.embedding[0]).not.toBeCloseTo(two?.embedding[0] as number, 4);
  });

  test("that has a token the model doesn't know is refused, and named", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home);
    const reply = await server.post("/v1/embeddings", { input: ["a", [1, 99_999_999]] });
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ error: { param: "input[1]" } });
  });

  test("is one of 2048 at most", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home);
    const reply = await server.post("/v1/embeddings", { input: Array.from({ length: 2049 }, () => "a") });
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({
      error: { param: "input", message: expect.stringContaining("at most 2048") },
    });
  });

  test("that is too long is named in the error", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home, [await testModel("bpe", { contextLength: 512 })]);
    const reply = await server.post("/v1/embeddings", { input: ["Hello.", "word ".repeat(3000)] });
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({
      error: {
        param: "input[1]",
        code: "context_length_exceeded",
        message: expect.stringMatching(/context length is 512 tokens.* resulted in \d+ tokens/),
      },
    });
  });

  test("doesn't stop an answer that is being written", async () => {
    using home = new Sandbox();
    // Large enough that a long text takes much longer than a word.
    const path = await testModel("bpe", { layers: 4, embedding: 256, heads: 8 });
    await using server = await TestServer.start(home, [path], { args: ["--ctx-size", "4096"] });
    const enough = new AbortController();
    const answer = await server.post(
      "/v1/chat/completions",
      {
        messages: [{ role: "user", content: "Hello" }],
        max_tokens: 4000,
        stream: true,
        // It writes until the client disconnects.
        logit_bias: { [tinyVocabulary("bpe").endToken]: -100 },
      },
      { signal: enough.signal },
    );
    const words = readEvents(answer.body as ReadableStream<Uint8Array>);
    await words.next();
    let isEmbedded = false;
    const embedding = server
      .post("/v1/embeddings", { input: "Once upon a time there was a house by the sea. ".repeat(80) })
      .then(async (reply) => {
        expect(reply.status).toBe(200);
        await reply.arrayBuffer();
        isEmbedded = true;
      });
    let before = 0;
    for await (const _ of words) {
      if (isEmbedded) break;
      before += 1;
    }
    enough.abort();
    await embedding;
    expect(isEmbedded).toBe(true);
    expect(before).toBeGreaterThan(5);
  });
});
