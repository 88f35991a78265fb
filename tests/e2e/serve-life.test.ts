/** Servers in the background, and how servers end. */
import { describe, expect, test } from "bun:test";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isRunning } from "../../src/base/running.ts";
import { type Environment, Sandbox } from "../fixtures/executable.ts";
import { endless, long, longAnswer, question, textOf } from "../fixtures/questions.ts";
import { killAllOf, runningServers, TestServer } from "../fixtures/server.ts";

describe("a detached server", () => {
  test("is started, listed, used and stopped", async () => {
    using home = new Sandbox();
    const started = await home.run(["serve", "demo", "--detach", "--port", "0", "--name", "mine"]);
    expect(started.code).toBe(0);
    const url = started.stdout.trim();
    const [server] = await runningServers(home);
    expect(server).toMatchObject({ name: "mine", url: `${url}/`, loaded: ["demo"] });
    const answer = await fetch(`${url}/v1/chat/completions`, {
      method: "POST",
      body: JSON.stringify(question),
    });
    expect(await answer.text()).toContain("Lima");
    expect((await home.run(["ps"])).stdout).toMatch(/^mine +http:\S+ +\d+ +\S+ +0 running, demo loaded$/m);
    const stopped = await home.run(["stop", "mine"]);
    expect(stopped.code).toBe(0);
    expect(isRunning(server?.pid ?? 0)).toBe(false);
    expect(await runningServers(home)).toEqual([]);
    expect(readFileSync(server?.log ?? "", "utf8")).toContain("POST /v1/chat/completions 200");
  });

  test("that was killed leaves an entry that is ignored, even if its pid is reused", async () => {
    using home = new Sandbox();
    await home.run(["serve", "demo", "--detach", "--port", "0"]);
    const [server] = await runningServers(home);
    if (server === undefined) throw new Error("there is no server");
    process.kill(server.pid, "SIGKILL");
    while (isRunning(server.pid)) await new Promise((resolve) => setImmediate(resolve));
    const folder = join(home.cache, "run");
    const [file = ""] = readdirSync(folder);
    // Its pid belongs to this test's process now.
    const entry = JSON.parse(readFileSync(join(folder, file), "utf8"));
    writeFileSync(join(folder, file), JSON.stringify({ ...entry, pid: process.pid }));
    const stopped = await home.run(["stop", "demo"]);
    expect(stopped).toMatchObject({ code: 2 });
    expect(stopped.stderr).toContain('No server "demo" is running');
    expect(readdirSync(folder)).toEqual([]);
  });

  test("that can't start prints its error, and leaves no entry", async () => {
    using home = new Sandbox();
    const failed = await home.run(["serve", "nothing.gguf", "--detach"]);
    // The exit code of the server.
    expect(failed).toMatchObject({ code: 3, stdout: "" });
    expect(failed.stderr).toContain("There is no file nothing.gguf");
    expect(await runningServers(home)).toEqual([]);
  });

  test("is stopped only by name or with --all", async () => {
    using home = new Sandbox();
    for (const args of [["stop"], ["stop", "demo", "--all"]]) {
      const unclear = await home.run(args);
      expect(unclear).toMatchObject({ code: 2, stdout: "" });
      expect(unclear.stderr).toContain("Name one, or --all");
    }
    expect(await home.run(["stop", "--all"])).toMatchObject({ code: 0, stderr: "No server is running.\n" });
  });

  test("is stopped by --all, also if another server is stuck", async () => {
    using home = new Sandbox();
    await home.run(["serve", "demo", "--detach", "--port", "0"]);
    const [server] = await runningServers(home);
    // It accepts connections and never answers.
    using stuck = Bun.listen({ hostname: "127.0.0.1", port: 0, socket: { data: () => {} } });
    const folder = join(home.cache, "run");
    const [file = ""] = readdirSync(folder);
    const entry = JSON.parse(readFileSync(join(folder, file), "utf8"));
    // Without a process start, its pid can't be verified.
    const other = {
      instance: "stuck",
      name: "stuck",
      pid: process.pid,
      processStart: null,
      started: Date.now(),
    };
    const url = `http://127.0.0.1:${stuck.port}/`;
    writeFileSync(join(folder, "stuck.json"), JSON.stringify({ ...entry, ...other, url }));
    expect((await home.run(["ps"])).stdout).toMatch(/^stuck .* doesn't answer$/m);
    const stopped = await home.run(["stop", "--all"]);
    expect(stopped.code).toBe(1);
    expect(stopped.stderr).toContain("stuck doesn't answer");
    expect(isRunning(server?.pid ?? 0)).toBe(false);
  });

  test.each<[string, string[], Environment, string]>([
    ["ANECHAT_DETACH", [], { ANECHAT_DETACH: "1" }, ""],
    ["detach = true in config.toml", [], {}, "detach = true\n"],
    ["both, and models behind --", ["--"], { ANECHAT_DETACH: "1" }, "detach = true\n"],
  ])("is one process, also if it is set by %s", async (_how, args, env, config) => {
    using home = new Sandbox();
    // A process that keeps starting itself would outlive the test.
    using _strays = { [Symbol.dispose]: () => killAllOf(home) };
    home.configure(config);
    const started = await home.run(["serve", "--port", "0", ...args, "demo"], { env });
    expect(started).toMatchObject({ code: 0, stdout: expect.stringMatching(/^http:\S+\n$/) });
    // A server that detaches again leaves a second log.
    expect(readdirSync(join(home.cache, "logs"))).toHaveLength(1);
    expect(await runningServers(home)).toHaveLength(1);
  });

  test("is reached without the proxy of the environment, which would see its keys", async () => {
    using home = new Sandbox();
    const seen: string[] = [];
    const proxy = Bun.serve({
      hostname: "127.0.0.1",
      port: 0,
      fetch: ({ url, headers }) => {
        seen.push(`${url} ${headers.get("Authorization")}`);
        return new Response(null, { status: 502 });
      },
    });
    const env = { HTTP_PROXY: proxy.url.href, http_proxy: proxy.url.href, ALL_PROXY: proxy.url.href };
    await using server = await TestServer.start(home, ["demo"], { args: ["--api-key", "very-secret-key"] });
    expect((await home.run(["ps"], { env })).stdout).toContain("0 running, demo loaded");
    const peru = ["-p", "What is the capital of Peru?", "-t", "0"];
    const answered = await home.run(["run", "demo", ...peru], {
      env: { ...env, ANECHAT_API_KEY: "very-secret-key" },
    });
    expect(answered).toMatchObject({ code: 0, stdout: "The capital of Peru is Lima.\n" });
    const direct = ["--endpoint", server.url, "--model", "demo", "--api-key-env", "KEY", ...peru];
    expect(await home.run(direct, { env: { ...env, KEY: "very-secret-key" } })).toMatchObject({ code: 0 });
    expect(await home.run(["stop", "demo"], { env })).toMatchObject({ code: 0 });
    expect(await server.ended()).toBe(0);
    expect(seen).toEqual([]);
    await proxy.stop(true);
  });

  test("keeps its key out of its command line", async () => {
    using home = new Sandbox();
    await home.run(["serve", "demo", "--detach", "--port", "0", "--api-key", "very-secret-key"]);
    const [server] = await runningServers(home);
    expect(readFileSync(`/proc/${server?.pid}/cmdline`, "utf8")).not.toContain("very-secret-key");
    expect((await fetch(`${server?.url}v1/models`)).status).toBe(401);
    await home.run(["stop", "--all"]);
  });
});

describe("shutdown", () => {
  test("lets running answers finish", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home);
    const answer = await server.post("/v1/chat/completions", long);
    const ended = server.end("SIGINT");
    const text = await answer.text();
    expect(textOf(text)).toBe(longAnswer);
    expect(text).toEndWith("data: [DONE]\n\n");
    expect(await ended).toBe(0);
  });

  test("is immediate after a second Ctrl+C", async () => {
    using home = new Sandbox();
    // Four answers of four thousand tokens, which are not complete at the second signal.
    await using server = await TestServer.start(home, [await home.model()]);
    const answer = await server.post("/v1/chat/completions", {
      ...endless,
      n: 4,
    });
    process.kill(server.pid, "SIGINT");
    while (!server.stderr.includes("Ending after")) await new Promise((resolve) => setImmediate(resolve));
    process.kill(server.pid, "SIGINT");
    const text = await answer.text().catch(() => "cut");
    expect(text).not.toContain("[DONE]");
    expect(await server.ended()).toBe(0);
  });
});
