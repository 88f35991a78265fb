/** The conversation API, which shares its database with the terminal's chats. */
import { Database } from "bun:sqlite";
import { describe, expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Sandbox } from "../fixtures/executable.ts";
import { TestServer } from "../fixtures/server.ts";
import { chat, TerminalSession } from "../fixtures/terminal.ts";

/** The text of a stream of the conversation API. */
function answerOf(stream: string): string {
  const events = stream.matchAll(/^event: text\ndata: (.*)$/gm);
  return [...events].map(([, data = ""]) => (JSON.parse(data) as { text: string }).text).join("");
}

describe("conversations", () => {
  test("are stored, continued and shown by the server and the terminal", async () => {
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

  test.each([[false], [true]])(
    "whose first question is refused are not kept; streamed: %p",
    async (stream) => {
      using home = new Sandbox();
      await using server = await TestServer.start(home);
      const refused = await server.post("/api/v1/chat", { message: "Hello! ".repeat(1000), stream });
      expect(refused.status).toBe(400);
      expect((await server.fetch("/api/v1/chat/conversation/1")).status).toBe(404);
    },
  );

  test("that start empty get their title from their first question", async () => {
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

  test("can change their model, and generate stores nothing", async () => {
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

describe("the owner of a conversation", () => {
  const keys = ["alice-key-of-some-length", "bob-key-of-some-length"] as const;

  /** A client's request for a conversation: status and body. */
  async function read(server: TestServer, number: number, key?: string): Promise<[number, string]> {
    const headers = key === undefined ? {} : { "x-api-key": key };
    const response = await server.fetch(`/api/v1/chat/conversation/${number}`, { headers });
    return [response.status, await response.text()];
  }

  async function say(server: TestServer, body: object, key?: string): Promise<Response> {
    const headers = key === undefined ? {} : { "x-api-key": key };
    return server.post("/api/v1/chat", { temperature: 0, ...body }, { headers });
  }

  const numberIn = async (response: Response): Promise<number> =>
    ((await response.json()) as { conversation_id: number }).conversation_id;

  test("is the user for the terminal's chats, which clients see only with --share-chats", async () => {
    using home = new Sandbox();
    await chat(home, ["demo"], ["My secret is Rosebud."]);
    for (const args of [[], ["--api-key", keys[0]]]) {
      await using server = await TestServer.start(home, ["demo"], { args });
      const [status, text] = await read(server, 1, keys[0]);
      expect([status, text.includes("Rosebud")]).toEqual([404, false]);
      expect((await say(server, { message: "Hi", conversation_id: 1 }, keys[0])).status).toBe(404);
      const choice = { model: "demo", conversation_id: 1 };
      const headers = { "x-api-key": keys[0] };
      expect((await server.post("/api/v1/chat/switch-model", choice, { headers })).status).toBe(404);
    }
    await using sharing = await TestServer.start(home, ["demo"], { args: ["--share-chats"] });
    expect((await read(sharing, 1))[1]).toContain("Rosebud");
    expect((await say(sharing, { message: "What is my secret?", conversation_id: 1 })).status).toBe(200);
    expect(sharing.stderr).toMatch(/^Warning: everyone who reaches the server can read .*--share-chats/m);
  });

  test("is the key it was made with, also for the next server", async () => {
    using home = new Sandbox();
    const args = ["--api-key-file", home.file("keys.txt", keys.join("\n"))];
    let number: number;
    {
      await using server = await TestServer.start(home, ["demo"], { args });
      number = await numberIn(await say(server, { message: "My name is Anna." }, keys[0]));
      expect((await read(server, number, keys[1]))[0]).toBe(404);
    }
    await using server = await TestServer.start(home, ["demo"], { args });
    const next = { message: "What is my name?", conversation_id: number };
    expect((await say(server, next, keys[1])).status).toBe(404);
    expect(await (await say(server, next, keys[0])).json()).toMatchObject({ text: "Your name is Anna." });
    expect((await read(server, number, keys[0]))[0]).toBe(200);
    // The key itself is stored nowhere.
    expect(home.written()).not.toContain(keys[0]);
    // The user's own commands see all of them.
    expect((await home.run(["chats", "show", String(number)])).stdout).toContain("What is my name?");
  });

  test("is the run of the server if no key is needed", async () => {
    using home = new Sandbox();
    let number: number;
    {
      await using server = await TestServer.start(home);
      number = await numberIn(await say(server, { message: "My name is Anna." }));
      expect((await read(server, number))[0]).toBe(200);
    }
    await using server = await TestServer.start(home);
    expect((await read(server, number))[0]).toBe(404);
  });
});

test("a locked chat database delays only the requests that need it", async () => {
  using home = new Sandbox();
  await using server = await TestServer.start(home);
  await server.post("/api/v1/chat", { message: "Hello", max_tokens: 2 });
  const lock = new Database(join(home.data, "chats.sqlite"));
  lock.run("BEGIN EXCLUSIVE");
  const waiting = server.post("/api/v1/chat", { message: "Hello again", max_tokens: 2 });
  const question = { messages: [{ role: "user", content: "What is the capital of Peru?" }], temperature: 0 };
  const answer = await Promise.race([waiting, server.post("/v1/chat/completions", question)]);
  expect(await answer.text()).toContain("Lima");
  const refused = await waiting;
  expect([refused.status, refused.headers.get("Retry-After")]).toEqual([503, "2"]);
  expect(await refused.text()).toContain("Another program has locked the chat database");
  lock.run("ROLLBACK");
  lock.close();
  expect((await server.post("/api/v1/chat", { message: "Hello again", max_tokens: 2 })).status).toBe(200);
});

test("a terminal chat continues while its database is locked, and loses nothing", async () => {
  using home = new Sandbox();
  await chat(home, ["demo"], ["Hello"]);
  const lock = new Database(join(home.data, "chats.sqlite"));
  lock.run("BEGIN EXCLUSIVE");
  await using session = new TerminalSession(home, ["demo", "--no-stats", "--temperature", "0"]);
  await session.prompts(1);
  session.say("What is the capital of Peru?");
  await session.shows("Lima");
  await session.shows("This chat isn't saved");
  await session.prompts(2);
  session.say("quit");
  await session.shows("Saving the chat");
  lock.run("ROLLBACK");
  lock.close();
  expect(await session.exit()).toBe(0);
  expect((await home.run(["chats", "show", "2"])).stdout).toContain("Lima");
  using database = new Database(join(home.data, "chats.sqlite"), { readonly: true });
  const prompts = database.query("SELECT text FROM prompts ORDER BY number").values().flat();
  expect(prompts).toEqual(["Hello", "quit", "What is the capital of Peru?", "quit"]);
});
