/** Servers come and go: in the background, with many clients, without them, and killed. */
import { describe, expect, test } from "bun:test";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isRunning } from "../../src/base/running.ts";
import { Sandbox } from "../fixtures/executable.ts";
import { TestServer } from "../fixtures/server.ts";
import { TerminalSession } from "../fixtures/terminal.ts";

const question = { messages: [{ role: "user", content: "What is the capital of Peru?" }], temperature: 0 };
const long = {
  messages: [{ role: "user", content: "Tell me a story." }],
  grammar: 'root ::= "word "{120}',
  stream: true,
};
/** Until the context is full, or for some thousand tokens. */
const endless = { ...long, grammar: 'root ::= "word "{2000}' };

/** Of a stream, put together. */
function textOf(stream: string): string {
  const events = stream.split("\n").filter((line) => line.startsWith("data: {"));
  return events
    .map((line) => JSON.parse(line.slice(6)) as { choices: { delta: { content?: string } }[] })
    .map(({ choices }) => choices[0]?.delta.content ?? "")
    .join("");
}

/** The same of the conversation API. */
function answerOf(stream: string): string {
  const events = stream.matchAll(/^event: text\ndata: (.*)$/gm);
  return [...events].map(([, data = ""]) => (JSON.parse(data) as { text: string }).text).join("");
}

const wholeAnswer = "word ".repeat(120);

type Server = { name: string; url: string; pid: number; loaded: string[]; log: string };

async function servers(home: Sandbox): Promise<Server[]> {
  const { code, stdout } = await home.run(["ps", "--json"]);
  expect(code).toBe(0);
  return JSON.parse(stdout) as Server[];
}

describe("a detached server", () => {
  test("is started, listed, used and stopped", async () => {
    using home = new Sandbox();
    const started = await home.run(["serve", "demo", "--detach", "--port", "0", "--name", "mine"]);
    expect(started.code).toBe(0);
    const url = started.stdout.trim();
    const [server] = await servers(home);
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
    expect(await servers(home)).toEqual([]);
    expect(readFileSync(server?.log ?? "", "utf8")).toContain("POST /v1/chat/completions 200");
  });

  test("that was killed leaves an entry that nobody believes, whoever has its number now", async () => {
    using home = new Sandbox();
    await home.run(["serve", "demo", "--detach", "--port", "0"]);
    const [server] = await servers(home);
    if (server === undefined) throw new Error("there is no server");
    process.kill(server.pid, "SIGKILL");
    while (isRunning(server.pid)) await new Promise((resolve) => setImmediate(resolve));
    const folder = join(home.cache, "run");
    const [file = ""] = readdirSync(folder);
    // Its number is this test's process now.
    const entry = JSON.parse(readFileSync(join(folder, file), "utf8"));
    writeFileSync(join(folder, file), JSON.stringify({ ...entry, pid: process.pid }));
    const stopped = await home.run(["stop", "demo"]);
    expect(stopped).toMatchObject({ code: 2 });
    expect(stopped.stderr).toContain('No server "demo" runs');
    expect(readdirSync(folder)).toEqual([]);
  });

  test("that can't start says why, and leaves nothing", async () => {
    using home = new Sandbox();
    const failed = await home.run(["serve", "nothing.gguf", "--detach"]);
    expect(failed.code).not.toBe(0);
    expect(failed.stderr).toContain("There is no file nothing.gguf");
    expect(await servers(home)).toEqual([]);
  });

  test("is stopped only by its name, or with all others", async () => {
    using home = new Sandbox();
    for (const args of [["stop"], ["stop", "demo", "--all"]]) {
      const unclear = await home.run(args);
      expect(unclear).toMatchObject({ code: 2, stdout: "" });
      expect(unclear.stderr).toContain("Name one, or --all");
    }
    expect(await home.run(["stop", "--all"])).toMatchObject({ code: 0, stderr: "No server runs.\n" });
  });

  test("keeps its key out of its command line", async () => {
    using home = new Sandbox();
    await home.run(["serve", "demo", "--detach", "--port", "0", "--api-key", "very-secret-key"]);
    const [server] = await servers(home);
    expect(readFileSync(`/proc/${server?.pid}/cmdline`, "utf8")).not.toContain("very-secret-key");
    expect((await fetch(`${server?.url}v1/models`)).status).toBe(401);
    await home.run(["stop", "--all"]);
  });
});

describe("anechat run", () => {
  test("serves a model once, and chats through it", async () => {
    using home = new Sandbox();
    const ask = (country: string) =>
      home.run(["run", "demo", "-p", `What is the capital of ${country}?`, "-t", "0"]);
    expect(await ask("Peru")).toMatchObject({ code: 0, stdout: "The capital of Peru is Lima.\n" });
    const [first] = await servers(home);
    expect(await ask("Chile")).toMatchObject({ code: 0, stdout: "The capital of Chile is Santiago.\n" });
    expect(await servers(home)).toMatchObject([{ pid: first?.pid }]);
    {
      await using chat = new TerminalSession(home, ["run", "demo", "--no-stats"]);
      await chat.prompts(1);
      chat.say("What is the capital of Kenya?");
      await chat.shows("Nairobi");
      await chat.prompts(2);
      chat.say("quit");
      expect(await chat.exit()).toBe(0);
    }
    await home.run(["stop", "demo"]);
    expect(await servers(home)).toEqual([]);
    // The server has gone, and the chat with it goes on all the same.
    const later = await home.run(["--continue", "-p", "What is the capital of Peru?", "-t", "0"]);
    expect(later).toMatchObject({ code: 0, stdout: "The capital of Peru is Lima.\n" });
  });
});

describe("ending", () => {
  test("lets the answers that are being written go on to their end, and takes no others", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home);
    const answer = await server.post("/v1/chat/completions", long);
    const ended = server.end("SIGINT");
    const text = await answer.text();
    expect(textOf(text)).toBe(wholeAnswer);
    expect(text).toEndWith("data: [DONE]\n\n");
    expect(await ended).toBe(0);
  });

  test("a second Ctrl+C ends at once, and says so to who was waiting", async () => {
    using home = new Sandbox();
    // Four answers of four thousand tokens: they are not at their end when the second signal comes.
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

describe("many clients", () => {
  test("each gets its whole answer, and one too many is told when to come again", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home, ["demo"], {
      args: ["--parallel", "2", "--queue", "3"],
    });
    const running = Array.from({ length: 5 }, () => server.post("/v1/chat/completions", long));
    const begun = await Promise.all(running.slice(0, 2));
    const refused = await server.post("/v1/chat/completions", question);
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
    for (const answer of [...begun, ...(await Promise.all(running.slice(2)))]) {
      expect(textOf(await answer.text())).toBe(wholeAnswer);
    }
    expect((await server.post("/v1/chat/completions", question)).status).toBe(200);
  });

  test("two hundred that vanish in the middle leave nothing behind, and cost the others nothing", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home, ["demo"], {
      args: ["--parallel", "8", "--queue", "300"],
    });
    const handles = (): number => readdirSync(`/proc/${server.pid}/fd`).length;
    const vanish = async (): Promise<void> => {
      const leaving = new AbortController();
      const response = await server.fetch("/v1/chat/completions", {
        method: "POST",
        body: JSON.stringify(endless),
        signal: leaving.signal,
        keepalive: false,
      });
      await response.body?.getReader().read();
      leaving.abort();
    };
    await vanish();
    const before = { handles: handles(), memory: await server.residentMemory() };
    const healthy = Promise.all(
      Array.from({ length: 4 }, async () =>
        (await server.post("/v1/chat/completions", long, { keepalive: false })).text(),
      ),
    );
    await Promise.all(Array.from({ length: 200 }, vanish));
    for (const text of await healthy) expect(textOf(text)).toBe(wholeAnswer);
    for (;;) {
      const response = await server.fetch("/health", { keepalive: false });
      const { running } = (await response.json()) as { running: number };
      if (running === 0 && handles() <= before.handles + 1) break;
    }
    expect((await server.residentMemory()) - before.memory).toBeLessThan(100e6);
    const last = await server.post("/v1/chat/completions", question);
    expect(await last.text()).toContain("Lima");
  }, 120_000);
});

describe("models", () => {
  test("are loaded when they are asked for, and freed when nobody asks", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using server = await TestServer.start(home, ["demo", model], { args: ["--keep-alive", "0"] });
    const health = async () =>
      ((await (await server.fetch("/health")).json()) as { models: string[] }).models;
    const ask = (name: string, more: object = {}) =>
      server.post("/v1/chat/completions", { ...question, model: name, max_tokens: 3, ...more });
    expect((await ask("tiny.gguf", { keep_alive: -1 })).status).toBe(200);
    expect(await health()).toContain("tiny.gguf");
    expect((await ask("demo")).status).toBe(200);
    while ((await health()).includes("demo")) await new Promise((resolve) => setImmediate(resolve));
    expect(await health()).toEqual(["tiny.gguf"]);
  });

  test("whose file has gone are told so, and the others go on", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using server = await TestServer.start(home, ["demo", model], { args: ["--keep-alive", "0"] });
    const health = async () =>
      ((await (await server.fetch("/health")).json()) as { models: string[] }).models;
    await server.post("/v1/chat/completions", { ...question, model: "tiny.gguf", max_tokens: 3 });
    while ((await health()).includes("tiny.gguf")) await new Promise((resolve) => setImmediate(resolve));
    rmSync(model);
    const gone = await server.post("/v1/chat/completions", { ...question, model: "tiny.gguf" });
    expect(gone.status).toBe(404);
    expect(await gone.text()).toContain("There is no file");
    expect((await server.post("/v1/chat/completions", { ...question, model: "demo" })).status).toBe(200);
  });

  test("share memory: the one used least recently makes room", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using server = await TestServer.start(home, ["demo", model], { args: ["--model-memory", "60MB"] });
    for (const name of ["demo", "tiny.gguf", "demo"]) {
      const response = await server.post("/v1/chat/completions", { ...question, model: name, max_tokens: 3 });
      expect(response.status).toBe(200);
      const { models } = (await (await server.fetch("/health")).json()) as { models: string[] };
      expect(models).toEqual([name]);
    }
  });
});

describe("conversations", () => {
  test("are the terminal's chats: kept, gone on with, and shown by both", async () => {
    using home = new Sandbox();
    let number: number;
    {
      await using server = await TestServer.start(home);
      const first = await server.post("/api/v1/chat", { message: "My name is Anna.", temperature: 0 });
      number = ((await first.json()) as { conversation_id: number }).conversation_id;
      const second = await server.post("/api/v1/chat", {
        message: "What is my name?",
        conversation_id: number,
        temperature: 0,
        stream: true,
      });
      expect(answerOf(await second.text())).toBe("Your name is Anna.");
      const whole = await server.fetch(`/api/v1/chat/conversation/${number}`);
      expect(((await whole.json()) as { messages: unknown[] }).messages.length).toBe(4);
      expect((await server.fetch("/api/v1/chat/conversation/99")).status).toBe(404);
      const fresh = await server.post("/api/v1/chat/new", { system_prompt: "Be brief." });
      expect(((await fresh.json()) as { conversation_id: number }).conversation_id).toBe(number + 1);
    }
    const shown = await home.run(["chats", "show", String(number)]);
    expect(shown.stdout).toContain("What is my name?");
    const next = await home.run(["--resume", String(number), "-p", "What is my name?", "-t", "0"]);
    expect(next.stdout).toContain("Anna");
  });

  test("that begin empty get their title from their first question", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home);
    const fresh = (await (await server.post("/api/v1/chat/new", {})).json()) as { conversation_id: number };
    await server.post("/api/v1/chat", {
      message: "What is the capital of Peru?",
      conversation_id: fresh.conversation_id,
    });
    const { stdout } = await home.run(["chats", "list", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject([
      { number: fresh.conversation_id, title: "What is the capital of Peru?" },
    ]);
  });

  test("can change their model, and generate keeps nothing", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using server = await TestServer.start(home, ["demo", model], { args: ["--no-save"] });
    const { conversation_id } = (await (await server.post("/api/v1/chat/new", {})).json()) as {
      conversation_id: number;
    };
    await server.post("/api/v1/chat/switch-model", { model: "tiny.gguf", conversation_id });
    const answer = await server.post("/api/v1/chat", { message: "Hi", conversation_id, max_tokens: 2 });
    expect(await answer.json()).toMatchObject({ model: "tiny.gguf", finish_reason: "length" });
    const generated = await server.post("/api/v1/generate", {
      prompt: "What is the capital of Peru?",
      temperature: 0,
    });
    expect(await generated.json()).toMatchObject({ text: "The capital of Peru is Lima.", model: "demo" });
    const info = await server.fetch("/api/v1/model-info?model=demo");
    expect(await info.json()).toMatchObject({ model: "demo", loaded: true, context_limit: 512 });
    expect(existsSync(join(home.data, "chats.sqlite"))).toBe(false);
  });
});
