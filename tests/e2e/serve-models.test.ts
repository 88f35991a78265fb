/** Models are loaded on demand and evicted within --model-memory. */
import { describe, expect, test } from "bun:test";
import { rmSync, statSync } from "node:fs";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { Sandbox } from "../fixtures/executable.ts";
import { question } from "../fixtures/questions.ts";
import { TestServer } from "../fixtures/server.ts";

describe("models", () => {
  test("are loaded on demand, and freed when idle", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using server = await TestServer.start(home, ["demo", model], { args: ["--keep-alive", "0"] });
    const ask = (name: string, more: object = {}) =>
      server.post("/v1/chat/completions", { ...question, model: name, max_tokens: 3, ...more });
    expect((await ask("tiny.gguf", { keep_alive: -1 })).status).toBe(200);
    expect((await server.health()).models).toContain("tiny.gguf");
    expect((await ask("demo")).status).toBe(200);
    await server.until(({ models }) => !models.includes("demo"));
    expect((await server.health()).models).toEqual(["tiny.gguf"]);
  });

  test("whose file is gone are not found, and the others still answer", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using server = await TestServer.start(home, ["demo", model], { args: ["--keep-alive", "0"] });
    await server.post("/v1/chat/completions", { ...question, model: "tiny.gguf", max_tokens: 3 });
    await server.until(({ models }) => models.length === 0);
    rmSync(model);
    const gone = await server.post("/v1/chat/completions", { ...question, model: "tiny.gguf" });
    expect(gone.status).toBe(404);
    expect(await gone.text()).toContain("There is no file");
    expect((await server.post("/v1/chat/completions", { ...question, model: "demo" })).status).toBe(200);
  });

  test("share memory: the least recently used one is evicted", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using server = await TestServer.start(home, ["demo", model], { args: ["--model-memory", "60MB"] });
    for (const name of ["demo", "tiny.gguf", "demo"]) {
      const response = await server.post("/v1/chat/completions", { ...question, model: name, max_tokens: 3 });
      expect(response.status).toBe(200);
      expect((await server.health()).models).toEqual([name]);
    }
  });
});

describe("the list of models", () => {
  type Listed = { id: string; loaded: boolean; created: number };
  const list = async (server: TestServer): Promise<Listed[]> =>
    ((await (await server.fetch("/v1/models")).json()) as { data: Listed[] }).data;

  test("has the facts of a model that isn't loaded", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using server = await TestServer.start(home, ["demo", model], { args: ["--keep-alive", "0"] });
    await server.post("/v1/completions", { prompt: "a", model: "tiny.gguf", max_tokens: 1 });
    await server.until(({ models }) => models.length === 0 || !models.includes("tiny.gguf"));
    const { size, mtimeMs } = statSync(model);
    expect((await list(server)).find(({ id }) => id === "tiny.gguf")).toMatchObject({
      loaded: false,
      created: Math.floor(mtimeMs / 1000),
      context_length: 4096,
      max_model_len: 4096,
      capabilities: ["completion", "chat"],
      quantization: "F32",
      size,
      meta: {
        n_ctx_train: 4096,
        n_embd: 64,
        n_vocab: expect.any(Number),
        n_params: expect.any(Number),
        size,
      },
    });
    const info = await (await server.fetch("/api/v1/model-info?model=tiny.gguf")).json();
    expect(info).toMatchObject({ model: "tiny.gguf", loaded: false, context_limit: 4096, size });
  });

  test("says what --ctx-size leaves of the context, and what the model was trained for", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home, ["demo"], { args: ["--ctx-size", "256"] });
    expect(await list(server)).toMatchObject([{ context_length: 256, meta: { n_ctx_train: 512 } }]);
  });

  test("has the aliases of the config file, which share one loaded model", async () => {
    using home = new Sandbox();
    home.configure('[alias]\n"0" = "none.gguf"\ngpt-4o = "demo"\nagain = "gpt-4o"\n');
    for (const models of [["demo"], []]) {
      await using server = await TestServer.start(home, models);
      const names = (await list(server)).map(({ id }) => id);
      expect(names.sort()).toEqual([...(models.length === 0 ? ["0"] : []), "again", "demo", "gpt-4o"]);
      for (const model of ["gpt-4o", "again", "demo"]) {
        const answer = await server.post("/v1/chat/completions", { ...question, model, max_tokens: 1 });
        expect(await answer.json()).toMatchObject({ model: "demo" });
      }
      const unnamed = await server.post("/v1/chat/completions", { ...question, max_tokens: 1 });
      expect(await unnamed.json()).toMatchObject({ model: "demo" });
      expect((await server.health()).models).toEqual(["demo"]);
      expect((await list(server)).filter(({ loaded }) => loaded)).toHaveLength(3);
      expect((await server.post("/v1/chat/completions", { ...question, model: "gpt-5" })).status).toBe(404);
    }
  });
});

describe("with --any-model", () => {
  test("the only model answers requests for any, with its own name", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home, ["demo"], { args: ["--any-model"] });
    for (const model of ["gpt-4o", "org/name:latest", "demo", undefined]) {
      const answer = await server.post("/v1/chat/completions", { ...question, model, max_tokens: 1 });
      expect(await answer.json()).toMatchObject({ model: "demo" });
    }
    expect(await (await server.fetch("/v1/models/gpt-4o")).json()).toMatchObject({ id: "demo" });
    const model = "llama3.2:1b";
    const { body } = await server.post("/api/chat", { ...question, model, options: { num_predict: 1 } });
    expect(await new Response(body).text()).toContain('"done":true');
    expect((await server.post("/api/show", { model })).status).toBe(200);
  });

  test("a preset is applied by any name, and without one", async () => {
    using home = new Sandbox();
    home.configure('[preset.mario]\nmodel = "demo"\nsystem-prompt = "Be kind."\nmax-tokens = 1\n');
    await using server = await TestServer.start(home, ["mario"], { args: ["--any-model"] });
    const tokens: number[][] = [];
    for (const model of ["mario", undefined, "gpt-4o"]) {
      const answer = await server.post("/v1/chat/completions", { ...question, model });
      const { usage } = (await answer.json()) as {
        usage: { prompt_tokens: number; completion_tokens: number };
      };
      tokens.push([usage.prompt_tokens, usage.completion_tokens]);
    }
    expect(tokens[0]?.[1]).toBe(1);
    expect(tokens).toEqual([tokens[0], tokens[0], tokens[0]] as number[][]);
    const json = async (path: string): Promise<Record<string, unknown>> =>
      (await server.post(path, { ...question, model: "mario" })).json() as Promise<Record<string, unknown>>;
    for (const path of ["/v1/messages/count_tokens", "/v1/chat/completions/input_tokens"]) {
      expect(await json(path)).toMatchObject({ input_tokens: tokens[0]?.[0] });
    }
    expect(await json("/apply-template")).toMatchObject({ prompt: expect.stringContaining("Be kind.") });
  });

  test("a server of several models, or of all, doesn't start", async () => {
    using home = new Sandbox();
    for (const models of [["demo", await home.model()], []]) {
      const refused = await home.run(["serve", ...models, "--any-model"]);
      expect(refused).toMatchObject({ code: 2, stdout: "" });
      expect(refused.stderr).toContain("--any-model needs exactly one model to serve");
    }
  });
});

test("a path of Azure's API names the model, and a compressed body is read", async () => {
  using home = new Sandbox();
  await using server = await TestServer.start(home, ["demo", await home.model()]);
  const ask = (body: Uint8Array, encoding: string): Promise<Response> =>
    server.fetch("/openai/deployments/demo/chat/completions?api-version=2024-10-21", {
      method: "POST",
      body: Uint8Array.from(body),
      headers: { "Content-Encoding": encoding },
    });
  const json = JSON.stringify({ ...question, max_tokens: 1 });
  for (const [encoding, body] of [
    ["gzip", gzipSync(json)],
    ["zstd", zstdCompressSync(json)],
  ] as const) {
    const answer = await ask(body, encoding);
    expect(await answer.json()).toMatchObject({ model: "demo" });
  }
  const unknown = await ask(gzipSync(json), "compress");
  expect([unknown.status, unknown.headers.get("Accept-Encoding")]).toEqual([415, "gzip, deflate, br, zstd"]);
  expect((await ask(gzipSync(new Uint8Array(40_000_000)), "gzip")).status).toBe(413);
});
