/** llama-server's own routes, on a tiny model with random weights. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { basename } from "node:path";
import { u32 } from "../../src/formats/gguf/metadata.ts";
import { readEvents } from "../../src/formats/sse.ts";
import { Sandbox } from "../fixtures/executable.ts";
import { testModel } from "../fixtures/models.ts";
import { TestServer } from "../fixtures/server.ts";
import { tinyVocabulary } from "../fixtures/tiny/tokenizer.ts";

let home: Sandbox;
let server: TestServer;
let path: string;
beforeAll(async () => {
  home = new Sandbox();
  path = await testModel("spm", { contextLength: 512 });
  server = await TestServer.start(home, [path], { args: ["--parallel", "2", "--slots"] });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  home[Symbol.dispose]();
});

type Body = Record<string, unknown>;

async function post(route: string, body: unknown): Promise<{ status: number; body: Body }> {
  const response = await server.post(route, body);
  return { status: response.status, body: (await response.json()) as Body };
}

const complete = async (fields: Body): Promise<Body> => (await post("/completion", fields)).body;

const greedy = { temperature: 0, n_predict: 6 };

describe("/tokenize and /detokenize", () => {
  test("are the reverse of each other", async () => {
    const content = "Once upon a time";
    const { tokens } = (await post("/tokenize", { content })).body as { tokens: number[] };
    expect(tokens.length).toBeGreaterThan(2);
    expect((await post("/detokenize", { tokens })).body).toEqual({ content });
    const special = (await post("/tokenize", { content, add_special: true })).body.tokens;
    expect((special as number[]).slice(-tokens.length)).toEqual(tokens);
  });

  test("show the piece of each token, as bytes where it is no character", async () => {
    const { tokens } = (await post("/tokenize", { content: "a媽", with_pieces: true })).body as {
      tokens: { id: number; piece: string | number[] }[];
    };
    const bytes = tokens.flatMap(({ piece }) =>
      typeof piece === "string" ? [...Buffer.from(piece)] : piece,
    );
    expect(Buffer.from(bytes).toString().trim()).toBe("a媽");
    expect(tokens.some(({ piece }) => Array.isArray(piece))).toBe(true);
  });

  test("of nothing are nothing", async () => {
    expect((await post("/tokenize", {})).body).toEqual({ tokens: [] });
    expect((await post("/detokenize", {})).body).toEqual({ content: "" });
  });

  test("refuse a token that the model doesn't have", async () => {
    const { status, body } = await post("/detokenize", { tokens: [1_000_000] });
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { code: 400, type: "invalid_request_error" } });
  });
});

describe("/completion", () => {
  test("answers a text, its tokens, and both mixed in the same way", async () => {
    const prompt = "Once upon a time";
    const { tokens } = (await post("/tokenize", { content: prompt, add_special: true })).body;
    const [text, ids, object] = await Promise.all([
      complete({ ...greedy, prompt }),
      complete({ ...greedy, prompt: tokens }),
      complete({ ...greedy, prompt: { prompt_string: prompt } }),
    ]);
    expect(ids.content).toBe(text.content as string);
    expect(object.content).toBe(text.content as string);
    expect(text).toMatchObject({
      model: basename(path),
      tokens_evaluated: (tokens as number[]).length,
      stop: true,
      prompt: expect.stringContaining(prompt),
      generation_settings: { temperature: 0, n_predict: 6 },
    });
  });

  test("of several prompts is a list, in their order", async () => {
    const prompts = ["Once", [1, 2, 3]];
    const list = (await complete({ ...greedy, prompt: prompts, n_cmpl: 2 })) as unknown as Body[];
    expect(list.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    expect(list.map(({ tokens_evaluated: count }) => count)).toEqual([
      list[0]?.tokens_evaluated as number,
      list[0]?.tokens_evaluated as number,
      3,
      3,
    ]);
  });

  test("streams the same text as it returns whole, without [DONE]", async () => {
    const request = { ...greedy, prompt: "Once upon" };
    const whole = await complete({ ...request, return_tokens: true });
    const stream = await server.post("/completion", { ...request, stream: true });
    const parts: Body[] = [];
    for await (const { data } of readEvents(stream.body as ReadableStream<Uint8Array>))
      parts.push(JSON.parse(data) as Body);
    expect(parts.map(({ content }) => content).join("")).toBe(whole.content as string);
    expect(parts.flatMap(({ tokens }) => tokens as number[])).toEqual(whole.tokens as number[]);
    expect(parts.map(({ stop }) => stop)).toEqual([...parts.slice(1).map(() => false), true]);
  });

  test("has the probabilities of each token", async () => {
    const body = await complete({ ...greedy, prompt: "Once", n_probs: 3 });
    const list = body.completion_probabilities as { id: number; top_logprobs: { id: number }[] }[];
    expect(list).toHaveLength(body.tokens_predicted as number);
    for (const { id, top_logprobs: top } of list) {
      expect(top).toHaveLength(3);
      // Greedy: the chosen token is the likeliest.
      expect(top[0]?.id).toBe(id);
    }
  });

  test("reads the prompt only, if no token is to be predicted", async () => {
    const body = await complete({ prompt: "Once upon", n_predict: 0 });
    expect(body).toMatchObject({ content: "", tokens_predicted: 0, stop_type: "limit" });
  });

  test("goes on after the end token with ignore_eos", async () => {
    const { endToken } = tinyVocabulary("spm");
    const always = { prompt: "Once", ...greedy, logit_bias: [[endToken, 1000]] };
    expect(await complete(always)).toMatchObject({ stop_type: "eos", content: "" });
    const ignoring = await complete({ ...always, ignore_eos: true });
    expect(ignoring).toMatchObject({ stop_type: "limit", tokens_predicted: 6 });
  });

  test("names the fields that have no effect, and refuses what can't be done", async () => {
    const response = await server.post("/completion", { ...greedy, prompt: "a", mirostat: 2, mood: 1 });
    expect(response.headers.get("x-anechat-ignored")).toBe("mood, mirostat");
    expect((await post("/completion", { prompt: "a", post_sampling_probs: true })).status).toBe(400);
    expect((await post("/completion", { prompt: "a", grammar: "root ::= (" })).body).toMatchObject({
      error: { code: 400, message: expect.stringContaining("grammar: ") },
    });
  });

  test("of too long a prompt fails in llama-server's words", async () => {
    const { status, body } = await post("/completion", { prompt: "word ".repeat(2000) });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: {
        type: "exceed_context_size_error",
        message: expect.stringContaining("context size"),
        n_ctx: 512,
      },
    });
  });
});

test("/apply-template shows the prompt of a conversation", async () => {
  const messages = [{ role: "user", content: "Hi there" }];
  const { prompt } = (await post("/apply-template", { messages })).body;
  expect(prompt).toContain("Hi there");
});

test("/embedding gives vectors in a list; their norm can be chosen", async () => {
  const reply = await server.post("/embedding", { content: ["one", "two"], embd_normalize: 1 });
  const list = (await reply.json()) as { index: number; embedding: number[][] }[];
  expect(list.map(({ index }) => index)).toEqual([0, 1]);
  const [vector = []] = list[0]?.embedding ?? [];
  expect(vector.reduce((sum, value) => sum + Math.abs(value), 0)).toBeCloseTo(1, 3);
});

describe("facts", () => {
  test("/props has the model's file without its folder, and the defaults of requests", async () => {
    const props = (await (await server.fetch("/props")).json()) as Body;
    expect(props).toMatchObject({
      total_slots: 2,
      model_path: basename(path),
      default_generation_settings: { n_ctx: 512, params: { temperature: 0.8 } },
      modalities: { vision: false, audio: false },
      endpoint_slots: true,
    });
    expect(typeof props.bos_token).toBe("string");
    expect(typeof props.chat_template).toBe("string");
  });

  test("/props can't be changed, and there are no adapters", async () => {
    const { status, body } = await post("/props", {});
    expect(status).toBe(501);
    expect(body).toMatchObject({ error: { code: 501, type: "not_supported_error" } });
    expect(await (await server.fetch("/lora-adapters")).json()).toEqual([]);
  });

  test("/slots shows each slot", async () => {
    await complete({ ...greedy, prompt: "Once" });
    const slots = (await (await server.fetch("/slots")).json()) as Body[];
    expect(slots.map(({ id, n_ctx: context }) => [id, context])).toEqual([
      [0, 512],
      [1, 512],
    ]);
    expect(slots.every(({ is_processing: isBusy }) => isBusy === false)).toBe(true);
  });

  test("/v1/health is /health", async () => {
    expect(await (await server.fetch("/v1/health")).json()).toMatchObject({ status: "ok" });
  });

  test("/slots is off unless --slots is given, and /infill needs a model with tokens for it", async () => {
    using other = new Sandbox();
    await using plain = await TestServer.start(other, [path]);
    const slots = await plain.fetch("/slots");
    expect(slots.status).toBe(501);
    expect(await slots.text()).toContain("Start it with `--slots`");
    const infill = await plain.post("/infill", { input_prefix: "a", input_suffix: "b" });
    expect(infill.status).toBe(501);
    expect(await infill.text()).toContain("Infill is not supported by this model");
  });
});

test("?model= chooses the model, as the body's field does", async () => {
  const query = await server.post(`/tokenize?model=${basename(path)}`, { content: "a" });
  expect(query.status).toBe(200);
  expect((await server.post("/tokenize?model=none", { content: "a" })).status).toBe(404);
  expect((await server.fetch("/slots?model=none")).status).toBe(404);
});

test("/infill writes what belongs between two texts", async () => {
  const tokens = ["prefix", "suffix", "middle"].map(
    (name, index) => [`tokenizer.ggml.${name}_token_id`, u32(100 + index)] as const,
  );
  const metadata = Object.fromEntries(tokens);
  using other = new Sandbox();
  await using filling = await TestServer.start(other, [await testModel("spm", { metadata })]);
  const body = { input_prefix: "Once upon", input_suffix: "time", prompt: "a", ...greedy };
  const reply = await filling.post("/infill", body);
  expect(reply.status).toBe(200);
  const answer = (await reply.json()) as Body;
  expect(answer.prompt).toMatch(/Once upon.*time/s);
  expect(answer.stop).toBe(true);
  const extra = await filling.post("/infill", { ...body, input_extra: [{ filename: "a" }] });
  expect(extra.status).toBe(400);
  expect(await extra.text()).toContain("input_extra[0].text");
});
