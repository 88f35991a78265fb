/** A server that still loads its models: what it answers, and how it ends. */
import { describe, expect, test } from "bun:test";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { isRunning } from "../../src/base/running.ts";
import { Sandbox, saying } from "../fixtures/executable.ts";
import { Output, startWorker } from "../fixtures/rpc-worker.ts";
import { runningServers, TestServer } from "../fixtures/server.ts";
import { slowToLoad } from "../fixtures/slow-models.ts";

/** A Hub that accepts requests and never answers. */
function silentHub() {
  const hub = Bun.serve({
    hostname: "127.0.0.1",
    port: 0,
    idleTimeout: 0,
    fetch: () => new Promise<Response>(() => {}),
  });
  return {
    env: { HF_ENDPOINT: hub.url.origin },
    [Symbol.asyncDispose]: () => hub.stop(true),
  };
}

/** A server that still loads its model. */
async function loading(home: Sandbox, args: readonly string[], env: Record<string, string> = {}) {
  const child = home.start(["serve", ...args, "--port", "0"], { env });
  const stderr = new Output(child.stderr);
  const [, url = ""] = await stderr.shows(/^Loading .* for (http:\S+)$/m);
  const ended = async (): Promise<number | string> => {
    await child.exited;
    return child.signalCode ?? child.exitCode ?? Number.NaN;
  };
  return {
    url,
    child,
    stderr,
    ended,
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGKILL");
      await child.exited;
    },
  };
}

const entries = (home: Sandbox): string[] => readdirSync(join(home.cache, "run"));

describe("while a server looks for its model", () => {
  test("its health is 503", async () => {
    using home = new Sandbox();
    await using hub = silentHub();
    await using server = await loading(
      home,
      ["anna/Tiny-GGUF", "--api-key", "a-key-of-some-length"],
      hub.env,
    );
    const ask = async (path: string, init: RequestInit = {}) => {
      const headers = { "x-api-key": "a-key-of-some-length" };
      const response = await fetch(server.url + path, { headers, ...init });
      const { status } = response;
      return { status, retry: response.headers.get("Retry-After"), body: await response.json() };
    };
    expect(await ask("/health")).toMatchObject({
      status: 503,
      retry: expect.any(String),
      body: { status: "loading", models: [], instance: expect.any(String) },
    });
    // Without the key only the status is shown.
    expect((await ask("/health", { headers: {} })).body).toEqual({ status: "loading" });
    expect((await ask("/v1/models", { headers: {} })).status).toBe(401);
    expect((await ask("/nowhere")).status).toBe(404);
    expect((await ask("/openapi.json")).status).toBe(200);
  });

  test("it is listed as loading, and stopped", async () => {
    using home = new Sandbox();
    await using hub = silentHub();
    await using server = await loading(home, ["anna/Tiny-GGUF"], hub.env);
    expect((await home.run(["ps"])).stdout).toMatch(/^Tiny-GGUF +http:\S+ +\d+ +\S+ +loading$/m);
    expect(await runningServers(home)).toMatchObject([{ isLoading: true, loaded: [] }]);
    expect(await home.run(["stop", "Tiny-GGUF"])).toMatchObject({ code: 0 });
    expect(await server.ended()).toBe("SIGTERM");
    expect(entries(home)).toEqual([]);
  });

  test("Ctrl+C ends it with exit code 130, and its entry is removed", async () => {
    using home = new Sandbox();
    await using hub = silentHub();
    await using server = await loading(home, ["anna/Tiny-GGUF"], hub.env);
    server.child.kill("SIGINT");
    expect(await server.ended()).toBe(130);
    expect(await server.stderr.end).toEndWith("anechat: Stopped\n");
    expect(entries(home)).toEqual([]);
  });

  test("another server on its port fails before it looks for a model", async () => {
    using home = new Sandbox();
    await using hub = silentHub();
    await using server = await loading(home, ["anna/Tiny-GGUF"], hub.env);
    const { port } = new URL(server.url);
    const other = await home.run(["serve", "anna/Other-GGUF", "--port", port], { env: hub.env });
    expect(other).toMatchObject({ code: 2, stdout: "" });
    expect(other.stderr).toContain(`Port ${port} is in use on 127.0.0.1`);
  });

  test("a detached one that is stopped makes its starter fail", async () => {
    using home = new Sandbox();
    await using hub = silentHub();
    const child = home.start(["serve", "anna/Tiny-GGUF", "--port", "0", "--detach"], { env: hub.env });
    let servers = await runningServers(home);
    while (servers.length === 0) servers = await runningServers(home);
    await home.run(["stop", "--all"]);
    expect(await child.exited).toBe(130);
    expect(await new Response(child.stderr).text()).toContain("The server didn't start");
  });

  test("Ctrl+C ends serve --detach, and the server that it started", async () => {
    using home = new Sandbox();
    await using hub = silentHub();
    const child = home.start(["serve", "anna/Tiny-GGUF", "--port", "0", "--detach"], { env: hub.env });
    let [server] = await runningServers(home);
    while (server === undefined) [server] = await runningServers(home);
    child.kill("SIGINT");
    expect(await child.exited).toBe(130);
    while (isRunning(server.pid)) await new Promise((resolve) => setImmediate(resolve));
    expect(await runningServers(home)).toEqual([]);
  });
});

test("a model that can't be loaded ends the server, and removes its entry", async () => {
  using home = new Sandbox();
  const broken = home.file("broken.gguf", "GGUF and nothing else");
  await using server = await loading(home, [broken]);
  expect(await server.ended()).toBe(8);
  expect(await server.stderr.end).toContain("broken.gguf");
  expect(entries(home)).toEqual([]);
});

test("a request before the model is loaded waits for it", async () => {
  using home = new Sandbox();
  const model = join(home.folder, "slow.gguf");
  await slowToLoad(model);
  await using server = await loading(home, [model]);
  expect((await fetch(`${server.url}/health`)).status).toBe(503);
  const response = await fetch(`${server.url}/v1/completions`, {
    method: "POST",
    body: JSON.stringify({ prompt: "Hello", grammar: saying("Hi.") }),
  });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ choices: [{ text: "Hi." }] });
});

test("run waits for a server that is loading the model, and starts no other", async () => {
  using home = new Sandbox();
  const model = join(home.folder, "slow.gguf");
  await slowToLoad(model);
  await using server = await loading(home, [model]);
  const answered = await home.run(["run", model, "-p", "Hello", "--grammar", saying("Hi.")]);
  expect(answered).toMatchObject({ code: 0, stdout: "Hi.\n" });
  expect(await runningServers(home)).toMatchObject([{ pid: server.child.pid, isLoading: false }]);
});

// Windows has no SIGSTOP, which makes the engine wait here.
describe.skipIf(process.platform === "win32")("a server whose engine is stuck", () => {
  /** A server with an answer that never ends, because the RPC server is suspended. */
  async function stuckServer(home: Sandbox) {
    const worker = await startWorker(home);
    const model = await home.model("bpe", { contextLength: 65_536 });
    const server = await TestServer.start(home, [model], { args: ["--rpc", worker.address] });
    const body = {
      messages: [{ role: "user", content: "Sing!" }],
      grammar: 'root ::= "la " root',
      stream: true,
    };
    const answer = await server.post("/v1/chat/completions", body);
    const reader = answer.body?.getReader();
    await reader?.read();
    worker.kill("SIGSTOP");
    return {
      server,
      reader,
      [Symbol.asyncDispose]: async () => {
        await server[Symbol.asyncDispose]();
        await worker[Symbol.asyncDispose]();
      },
    };
  }

  test.each(["SIGINT", "SIGTERM"] as const)(
    "is ended by the first %s, without waiting for its answer",
    async (signal) => {
      using home = new Sandbox();
      await using stuck = await stuckServer(home);
      expect(await stuck.server.end(signal)).toBe(0);
      expect(entries(home)).toEqual([]);
    },
  );

  test("is ended by stop", async () => {
    using home = new Sandbox();
    await using stuck = await stuckServer(home);
    expect(await home.run(["stop", "--all"])).toMatchObject({ code: 0 });
    expect(await stuck.server.ended()).toBe(0);
  });

  test("is ended while it loads a model, and the request gets 503", async () => {
    using home = new Sandbox();
    await using worker = await startWorker(home);
    await using server = await TestServer.start(home, [], { args: ["--rpc", worker.address] });
    worker.kill("SIGSTOP");
    const loading = server.post("/api/v1/load-model", { model: "demo" });
    await server.until(() => server.stderr.includes("GET /health"));
    const [ended, response] = await Promise.all([server.end("SIGTERM"), loading]);
    expect(ended).toBe(0);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('"The server is shutting down"');
  });
});
