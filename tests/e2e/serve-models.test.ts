/** Models are loaded on demand and evicted within --model-memory. */
import { describe, expect, test } from "bun:test";
import { rmSync } from "node:fs";
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
