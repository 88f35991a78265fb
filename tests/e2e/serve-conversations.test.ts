/** Conversations by HTTP: the terminal's chats. */
import { describe, expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Sandbox } from "../fixtures/executable.ts";
import { TestServer } from "../fixtures/server.ts";

/** What a stream of the conversation API says. */
function answerOf(stream: string): string {
  const events = stream.matchAll(/^event: text\ndata: (.*)$/gm);
  return [...events].map(([, data = ""]) => (JSON.parse(data) as { text: string }).text).join("");
}

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
