/** The helpers of Anthropic's SDK, which send and read more than its plain calls. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import Anthropic from "@anthropic-ai/sdk";
import { betaTool } from "@anthropic-ai/sdk/helpers/beta/json-schema";
import { jsonSchemaOutputFormat } from "@anthropic-ai/sdk/helpers/json-schema";
import { Sandbox } from "../../fixtures/executable.ts";
import { capital, cityParameters } from "../../fixtures/questions.ts";
import { TestServer } from "../../fixtures/server.ts";

let home: Sandbox;
let server: TestServer;
let client: Anthropic;

beforeAll(async () => {
  home = new Sandbox();
  server = await TestServer.start(home, ["demo"]);
  client = new Anthropic({ baseURL: server.url, apiKey: "any key will do", maxRetries: 0 });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  home[Symbol.dispose]();
});

const request = { model: "demo", max_tokens: 200, messages: [capital], temperature: 0 };

const format = jsonSchemaOutputFormat({
  type: "object",
  properties: { ok: { type: "boolean" } },
  required: ["ok"],
  additionalProperties: false,
} as const);

test("messages.stream() has events, texts, blocks and the final message", async () => {
  const stream = client.messages.stream(request);
  const seen: string[] = [];
  stream.on("streamEvent", ({ type }) => seen.push(type));
  stream.on("text", (_, snapshot) => seen.push(snapshot));
  stream.on("contentBlock", (block) => seen.push(`block ${block.type}`));
  const answer = "The capital of Peru is Lima.";
  expect(await stream.finalText()).toBe(answer);
  expect([seen[0], seen.at(-1)]).toEqual(["message_start", "message_stop"]);
  expect(seen).toContain(answer);
  expect(seen).toContain("block text");
  expect(stream.request_id).toMatch(/^req_/);
});

test("messages.parse() and a stream have the object of the schema", async () => {
  const parsed = await client.messages.parse({ ...request, output_config: { format } });
  expect(parsed.parsed_output?.ok).toBeBoolean();
  const streamed = await client.messages.stream({ ...request, output_config: { format } }).finalMessage();
  expect(streamed.parsed_output?.ok).toBeBoolean();
});

describe("beta.messages.toolRunner()", () => {
  test.each([false, true])(
    "runs tools and sends their results, also without threads; stream: %j",
    async (stream) => {
      const cities: string[] = [];
      const weather = betaTool({
        name: "get_weather",
        description: "The weather of a city",
        inputSchema: cityParameters,
        run: ({ city }) => {
          cities.push(String(city));
          return [{ type: "text", text: "Sunny" }];
        },
      });
      const runner = client.beta.messages.toolRunner({
        ...request,
        tools: [weather],
        tool_choice: { type: "tool", name: "get_weather" },
        max_iterations: 2,
        stream,
      });
      const answers = await Array.fromAsync<unknown>(runner);
      expect(answers).toHaveLength(2);
      expect(cities).toHaveLength(2);
      for (const city of cities) expect(["Lima", "Rome"]).toContain(city);
    },
  );
});

test("beta fields and tools of Anthropic's types are accepted", async () => {
  const message = await client.beta.messages.create({
    ...request,
    max_tokens: 1,
    betas: ["context-management-2025-06-27"],
    context_management: { edits: [{ type: "clear_tool_uses_20250919" }] },
    tools: [
      { type: "bash_20250124", name: "bash" },
      { type: "web_search_20250305", name: "web_search" },
    ],
    thinking: { type: "adaptive" },
    output_config: { effort: "high" },
  });
  expect(message.usage.output_tokens).toBe(1);
});

test("countTokens() counts tools, too", async () => {
  const plain = await client.messages.countTokens({ model: "demo", messages: [capital] });
  const tools: Anthropic.ToolUnion[] = [{ type: "bash_20250124", name: "bash" }];
  const more = await client.messages.countTokens({ model: "demo", messages: [capital], tools });
  expect(more.input_tokens).toBeGreaterThan(plain.input_tokens);
});

test("models.list() and models.retrieve() have Anthropic's fields", async () => {
  const [listed, ...others] = await Array.fromAsync(client.models.list());
  expect(others).toEqual([]);
  expect(listed).toMatchObject({ type: "model", id: "demo", display_name: "demo", max_input_tokens: 512 });
  expect(new Date(listed?.created_at ?? "").getTime()).toBeGreaterThan(0);
  expect(await client.models.retrieve("demo")).toEqual(listed as Anthropic.ModelInfo);
});
