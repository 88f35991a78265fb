/** Requests of programs that are not run here, as their sources make them. */
import { expect, test } from "bun:test";
import { Sandbox } from "../../fixtures/executable.ts";
import { TestServer } from "../../fixtures/server.ts";

const user = { role: "user", content: "What is the capital of Peru?" };
const parameters = { type: "object", properties: { name: { type: "string", nullable: true } }, required: [] };
const tools = [{ type: "function", function: { name: "turn_on", description: "Turns on", parameters } }];

type Listed = { models: { model: string }[] };

async function lines(response: Response): Promise<{ message: { content: string }; done: boolean }[]> {
  const text = await response.text();
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** microsoft/vscode-copilot-chat: src/extension/byok/vscode-node/ollamaProvider.ts */
test("VS Code lists models by Ollama's API, and chats with them by OpenAI's", async () => {
  using home = new Sandbox();
  await using server = await TestServer.start(home, ["demo"]);
  const { version } = (await (await server.fetch("/api/version")).json()) as { version: string };
  expect(Bun.semver.order(version, "0.6.4")).toBe(1);
  const { models } = (await (await server.fetch("/api/tags")).json()) as Listed;
  const model = models[0]?.model;
  expect(model).toBe("demo:latest");
  const shown = (await (await server.post("/api/show", { model })).json()) as {
    model_info: Record<string, unknown>;
    capabilities: string[];
  };
  expect(shown.model_info["general.basename"]).toBe("demo");
  expect(shown.model_info[`${shown.model_info["general.architecture"]}.context_length`]).toBe(512);
  expect(shown.capabilities).toContain("completion");
  const chat = { model, messages: [user], temperature: 0, n: 1, max_tokens: 20, stream: false };
  const answer = await server.post("/v1/chat/completions", chat);
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining("Lima")]);
});

/** home-assistant/core: homeassistant/components/ollama/entity.py */
test("Home Assistant sends a tool's result without its name, and null where there is nothing", async () => {
  using home = new Sandbox();
  await using server = await TestServer.start(home, ["demo"]);
  const answer = await server.post("/api/chat", {
    model: "demo:latest",
    messages: [
      { role: "system", content: "Be brief." },
      user,
      {
        role: "assistant",
        content: null,
        thinking: null,
        tool_calls: [{ function: { name: "turn_on", arguments: {} } }],
      },
      { role: "tool", content: '{"data": {}, "error": null}' },
    ],
    tools,
    stream: true,
    keep_alive: "-1s",
    options: { num_ctx: 8192, num_predict: 3 },
    think: false,
    format: null,
  });
  expect(answer.status).toBe(200);
  expect((await lines(answer)).at(-1)?.done).toBe(true);
});

/** zed-industries/zed: crates/ollama/src/ollama.rs reads each line as JSON. */
test("Zed finds a role, a text and a date in each line", async () => {
  using home = new Sandbox();
  await using server = await TestServer.start(home, ["demo"]);
  const options = { num_ctx: 512, num_predict: null, stop: [], temperature: 0, top_p: null };
  const answer = await server.post("/api/chat", {
    model: "demo:latest",
    messages: [user],
    stream: true,
    keep_alive: -1,
    options,
    tools: [],
    think: null,
  });
  const all = await lines(answer);
  expect(all.map(({ message }) => message.content).join("")).toContain("Lima");
  for (const line of all) {
    expect(line).toMatchObject({ model: "demo:latest", message: { role: "assistant" } });
    expect(line).toHaveProperty("created_at");
  }
});

/** continuedev/continue: core/llm/llms/Ollama.ts, and its issue ollama/ollama#14202 */
test("Continue sends an answer's reasoning as a message before it", async () => {
  using home = new Sandbox();
  await using server = await TestServer.start(home, ["demo"]);
  const messages = [
    { role: "user", content: "Hi" },
    { role: "thinking", content: "A greeting." },
    { role: "assistant", content: "Hello!" },
    user,
  ];
  for (const path of ["/api/chat", "/v1/chat/completions"]) {
    const answer = await server.post(path, { model: "demo", messages, stream: false, temperature: 0 });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining("Lima")]);
  }
});
