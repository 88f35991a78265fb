/** Ollama's own client drives the server. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { Ollama, type Tool } from "ollama";
import { Sandbox, saying } from "../../fixtures/executable.ts";
import { FakeHub } from "../../fixtures/fake-hub.ts";
import { testModel } from "../../fixtures/models.ts";
import { failureOf, TestServer } from "../../fixtures/server.ts";

const home = new Sandbox();
let server: TestServer;
let client: Ollama;
const peru = [{ role: "user", content: "What is the capital of Peru?" }];
const greedy = { temperature: 0, num_ctx: 4096 };

beforeAll(async () => {
  server = await TestServer.start(home, [], { args: ["--no-save"] });
  client = new Ollama({ host: server.url });
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  home[Symbol.dispose]();
});

describe("Ollama's client", () => {
  test("chats, as a stream and at once", async () => {
    const whole = await client.chat({ model: "demo", messages: peru, options: greedy });
    expect(whole).toMatchObject({ model: "demo", done: true, done_reason: "stop" });
    expect(whole.message).toEqual({ role: "assistant", content: "The capital of Peru is Lima." });
    for (const duration of [whole.total_duration, whole.eval_duration, whole.prompt_eval_duration]) {
      expect(duration).toBeGreaterThan(0);
    }
    const parts = await Array.fromAsync(
      await client.chat({ model: "demo:latest", messages: peru, options: greedy, stream: true }),
    );
    expect(parts.map(({ message }) => message.content).join("")).toBe(whole.message.content);
    expect(parts.map(({ done }) => done)).toEqual(parts.map((_, index) => index === parts.length - 1));
    expect(parts.at(-1)).toMatchObject({ done_reason: "stop", eval_count: whole.eval_count });
  });

  test("keeps a conversation with the context of the last answer", async () => {
    const ask = (prompt: string, context?: number[]) =>
      client.generate({
        model: "demo",
        prompt,
        options: greedy,
        ...(context === undefined ? {} : { context }),
      });
    const { context } = await ask("My name is Anna.");
    expect((await ask("What is my name?", context)).response).toContain("Anna");
  });

  test("continues a raw text, up to a number of tokens", async () => {
    const cut = await client.generate({
      model: "demo",
      prompt: "The capital of",
      raw: true,
      options: { num_predict: 3 },
    });
    expect(cut).toMatchObject({ done_reason: "length", eval_count: 3 });
    expect(cut.context).toBeUndefined();
  });

  test("gets an answer that follows a schema, with the probabilities of its tokens", async () => {
    const answer = await client.chat({
      model: "demo",
      messages: peru,
      format: { type: "object", properties: { city: { enum: ["Lima"] } }, required: ["city"] },
      logprobs: true,
      top_logprobs: 2,
    });
    expect(JSON.parse(answer.message.content)).toEqual({ city: "Lima" });
    expect(answer.logprobs?.[0]?.top_logprobs).toHaveLength(2);
  });

  test("gets a tool call whose arguments are an object, and sends its result", async () => {
    const tool: Tool = {
      type: "function",
      function: {
        name: "weather",
        description: "The weather of a city",
        parameters: { type: "object", required: ["city"], properties: { city: { type: "string" } } },
      },
    };
    const call = { function: { name: "weather", arguments: { city: "Lima" } } };
    const { message } = await client.chat({
      model: "demo",
      tools: [tool],
      messages: [
        ...peru,
        { role: "assistant", content: "", tool_calls: [call] },
        { role: "tool", tool_name: "weather", content: "Rain" },
      ],
    });
    expect(message.role).toBe("assistant");
  });

  test("embeds texts", async () => {
    const { embeddings } = await client.embed({ model: "demo", input: ["a", "b"], dimensions: 8 });
    expect(embeddings.map((vector) => vector.length)).toEqual([8, 8]);
    const long = "word ".repeat(5000);
    expect((await client.embed({ model: "demo", input: long })).embeddings).toHaveLength(1);
    expect(
      (await failureOf(client.embed({ model: "demo", input: long, truncate: false }))).message,
    ).toContain("too long");
    expect((await client.embeddings({ model: "demo", prompt: "a" })).embedding.length).toBeGreaterThan(8);
  });

  test("lists, shows, loads and frees models", async () => {
    expect((await client.list()).models).toMatchObject([
      { name: "demo:latest", details: { format: "gguf" } },
    ]);
    const shown = await client.show({ model: "demo" });
    expect(shown).toMatchObject({ capabilities: ["completion"], details: { family: "llama" } });
    expect(Number((shown.model_info as unknown as Record<string, number>)["llama.context_length"])).toBe(512);
    expect(await client.generate({ model: "demo", prompt: "" })).toMatchObject({ done_reason: "load" });
    expect((await client.ps()).models.map(({ name }) => name)).toEqual(["demo:latest"]);
    expect(await client.generate({ model: "demo", prompt: "", keep_alive: 0 })).toMatchObject({
      done_reason: "unload",
    });
    await server.until(({ models }) => models.length === 0);
    expect((await client.ps()).models).toEqual([]);
  });

  test("gets errors in Ollama's words", async () => {
    const reason = async (request: Promise<unknown>): Promise<string> => (await failureOf(request)).message;
    expect(await reason(client.chat({ model: "llama3.2", messages: peru }))).toBe(
      'model "llama3.2" not found, try pulling it first',
    );
    expect(await reason(client.pull({ model: "llama3.2" }))).toContain("a name of Ollama's library");
    expect(await reason(client.copy({ source: "demo", destination: "x" }))).toContain("isn't supported");
    expect(await reason(client.push({ model: "demo" }))).toContain("isn't supported");
    expect(await reason(client.delete({ model: "demo" }))).toContain("not a downloaded or converted model");
    const image = { model: "demo", messages: [{ role: "user", content: "?", images: ["aGk="] }] };
    expect(await reason(client.chat(image))).toContain("this model can't see images");
  });
});

test("probes of clients find a server, and its version of the API", async () => {
  expect((await server.fetch("/", { method: "HEAD" })).status).toBe(200);
  expect(await (await server.fetch("/")).text()).toStartWith("anechat is running");
  const { version } = (await (await server.fetch("/api/version")).json()) as { version: string };
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

describe("a model of the Hub", () => {
  const repo = "anna/Tiny-GGUF";
  const name = `${repo}:Tiny-Q4_K_M.gguf`;

  async function hubWithModel(): Promise<FakeHub> {
    const hub = new FakeHub();
    hub.add(repo, { files: { "Tiny-Q4_K_M.gguf": readFileSync(await testModel("bpe")) } });
    return hub;
  }

  test("is pulled with progress, answers, and is deleted", async () => {
    using own = new Sandbox();
    await using hub = await hubWithModel();
    await using serving = await TestServer.start(own, [], { env: { HF_ENDPOINT: hub.endpoint } });
    const ollama = new Ollama({ host: serving.url });
    const steps = await Array.fromAsync(await ollama.pull({ model: `hf.co/${repo}:Q4_K_M`, stream: true }));
    expect(steps[0]).toEqual({ status: "pulling manifest" } as never);
    const last = steps.at(-2);
    expect(last?.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(last?.completed).toBe(last?.total as number);
    expect(steps.at(-1)?.status).toBe("success");
    expect((await ollama.list()).models.map((model) => model.name)).toContain(name);
    const answer = await ollama.chat({ model: `hf.co/${repo}:Q4_K_M`, messages: peru, format: { const: 7 } });
    expect(answer.message.content).toBe("7");
    await ollama.delete({ model: `hf.co/${repo}:Q4_K_M` });
    expect((await ollama.list()).models.map((model) => model.name)).not.toContain(name);
  });

  test("is no longer downloaded when its client has left", async () => {
    using own = new Sandbox();
    await using hub = await hubWithModel();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    let isHeld = true;
    const never = new Promise<undefined>(() => {});
    hub.fault(({ server: which }) => {
      if (which !== "content" || !isHeld) return undefined;
      begin();
      return never;
    });
    await using serving = await TestServer.start(own, [], { env: { HF_ENDPOINT: hub.endpoint } });
    const ollama = new Ollama({ host: serving.url });
    const steps = await ollama.pull({ model: repo, stream: true });
    const reading = failureOf(Array.fromAsync(steps));
    await begun;
    steps.abort();
    expect((await reading).name).toBe("AbortError");
    isHeld = false;
    // The lock of the download is free, although its server runs.
    const again = await own.run(["pull", repo], { env: { HF_ENDPOINT: hub.endpoint } });
    expect(again.code).toBe(0);
    expect(again.stderr).not.toContain("another process");
  });

  test("can't be pulled or deleted through a server with named models, or one open to the network", async () => {
    using own = new Sandbox();
    const refusals = [
      { models: ["demo"], args: [] },
      { models: [], args: ["--host", "0.0.0.0", "--no-auth"] },
    ];
    for (const { models, args } of refusals) {
      await using serving = await TestServer.start(own, models, { args });
      const host = serving.url.replace("0.0.0.0", "127.0.0.1");
      const ollama = new Ollama({ host });
      const pull = await failureOf(ollama.pull({ model: repo }));
      expect(pull.message).toContain("Models can't be downloaded or removed here");
      expect((await failureOf(ollama.delete({ model: "demo" }))).message).toBe(pull.message);
    }
  });
});

test("--ollama listens on 11434 as well, or notes that it can't", async () => {
  using own = new Sandbox();
  await using first = await TestServer.start(own, ["demo"], { args: ["--ollama"] });
  await using second = await TestServer.start(own, ["demo"], { args: ["--ollama"] });
  expect(second.stderr).toContain("Port 11434 of 127.0.0.1 can't be used for Ollama's clients");
  expect((await second.fetch("/api/tags")).status).toBe(200);
  // Another program of this machine may have the port.
  if (first.stderr.includes("Listening for Ollama's clients")) {
    const client = new Ollama({ host: "http://127.0.0.1:11434" });
    expect((await client.list()).models.map(({ name }) => name)).toEqual(["demo:latest"]);
  }
});

test("a preset of a Modelfile answers with its messages and options", async () => {
  using own = new Sandbox();
  const modelfile = `FROM demo\nPARAMETER temperature 0\nSYSTEM Be kind.\nPARAMETER num_predict 2`;
  expect((await own.run(["create", "mario", "-f", "-"], { stdin: modelfile })).code).toBe(0);
  await using serving = await TestServer.start(own, []);
  const ollama = new Ollama({ host: serving.url });
  expect((await ollama.show({ model: "mario" })).system).toBe("Be kind.");
  expect(await ollama.chat({ model: "mario", messages: peru })).toMatchObject({
    done_reason: "length",
    eval_count: 2,
  });
  // A request's own options come first.
  const longer = await ollama.chat({ model: "mario", messages: peru, options: { num_predict: 4 } });
  expect(longer.eval_count).toBe(4);
  await ollama.delete({ model: "mario" });
  expect((await own.run(["list"])).stdout).not.toContain("mario");
  expect((await own.run(["demo", "-p", "Hi", "--grammar", saying("Yes.")])).stdout).toBe("Yes.\n");
});
