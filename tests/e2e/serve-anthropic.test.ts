/** The server with Anthropic's own client. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import Anthropic from "@anthropic-ai/sdk";
import { Sandbox } from "../fixtures/executable.ts";
import { capital, cityParameters, manyTurns } from "../fixtures/questions.ts";
import { failureOf, TestServer } from "../fixtures/server.ts";

let home: Sandbox;
let server: TestServer;
let client: Anthropic;

const key = "a key of twenty letters";

beforeAll(async () => {
  home = new Sandbox();
  server = await TestServer.start(home, ["demo"], { env: { ANECHAT_API_KEY: key } });
  client = new Anthropic({ baseURL: server.url, apiKey: key, maxRetries: 0 });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  home[Symbol.dispose]();
});

const request = { model: "demo", max_tokens: 50, messages: [capital], temperature: 0 };

/** An answer of this many words. */
const words = (count: number) => ({
  output_config: {
    format: {
      type: "json_schema" as const,
      schema: { type: "array", items: { const: "word" }, minItems: count, maxItems: count },
    },
  },
});

const weather: Anthropic.Tool = {
  name: "get_weather",
  description: "The weather of a city",
  input_schema: cityParameters,
};

describe("a message", () => {
  test("is answered with content blocks and usage", async () => {
    const message = await client.messages.create(request);
    expect(message).toMatchObject({
      role: "assistant",
      content: [{ type: "text", text: "The capital of Peru is Lima." }],
      stop_reason: "end_turn",
    });
    expect(message.usage.output_tokens).toBeGreaterThan(3);
  });

  test("streams the same", async () => {
    const stream = client.messages.stream(request);
    let text = "";
    stream.on("text", (delta) => {
      text += delta;
    });
    const message = await stream.finalMessage();
    expect(text).toBe("The capital of Peru is Lima.");
    expect(message).toMatchObject({ content: [{ type: "text", text }], stop_reason: "end_turn" });
  });

  test("takes a system prompt and content blocks, and reports its stop sequence", async () => {
    const message = await client.messages.create({
      ...request,
      system: [{ type: "text", text: "Be brief." }],
      messages: [{ role: "user", content: [{ type: "text", text: capital.content }] }],
      stop_sequences: ["Lima"],
    });
    expect(message).toMatchObject({ stop_reason: "stop_sequence", stop_sequence: "Lima" });
  });

  test("that is cut reports max_tokens", async () => {
    const message = await client.messages.create({ ...request, max_tokens: 2 });
    expect(message).toMatchObject({ stop_reason: "max_tokens", usage: { output_tokens: 2 } });
  });

  test("uses a tool, whole and streamed, and takes its result", async () => {
    const using = {
      ...request,
      max_tokens: 200,
      tools: [weather],
      tool_choice: { type: "any", disable_parallel_tool_use: true } as const,
    };
    const message = await client.messages.create(using);
    expect(message.stop_reason).toBe("tool_use");
    const use = message.content.find((block) => block.type === "tool_use");
    expect(use).toMatchObject({ name: "get_weather" });
    expect(["Lima", "Rome"]).toContain((use?.input as { city: string } | undefined)?.city as string);
    const streamed = await client.messages.stream(using).finalMessage();
    expect(streamed.content.map((block) => block.type === "tool_use" && block.input)).toEqual([use?.input]);
    const after = await client.messages.create({
      ...request,
      max_tokens: 4,
      tools: [weather],
      messages: [
        capital,
        { role: "assistant", content: message.content },
        { role: "user", content: [{ type: "tool_result", tool_use_id: use?.id ?? "", content: "Sunny" }] },
      ],
    });
    expect(after.type).toBe("message");
  });

  test("has its prompt's tokens in the first event, also after truncation", async () => {
    for (const messages of [[capital], [...manyTurns, capital]]) {
      const own = { truncate: true };
      const events = await client.messages.create({ ...request, ...own, messages, stream: true });
      const inputs: (number | null)[] = [];
      for await (const event of events) {
        if (event.type === "message_start") inputs.push(event.message.usage.input_tokens);
        if (event.type !== "message_delta") continue;
        const { input_tokens, cache_read_input_tokens } = event.usage;
        inputs.push((input_tokens ?? 0) + (cache_read_input_tokens ?? 0));
        expect("truncated" in event).toBe(messages.length > 1);
      }
      expect(inputs).toHaveLength(2);
      expect(inputs[0]).toBe(inputs[1] as number);
    }
  });

  test("of which nothing may be written only fills the cache", async () => {
    const messages = [{ role: "user" as const, content: "Which colours has the flag of Peru?" }];
    const warm = await client.messages.create({ ...request, messages, max_tokens: 0 });
    expect(warm).toMatchObject({ content: [], stop_reason: "max_tokens", usage: { output_tokens: 0 } });
    const { usage } = await client.messages.create({ ...request, messages, max_tokens: 1 });
    expect(usage.cache_read_input_tokens).toBeGreaterThan(3);
  });

  test("that fills the context says so", async () => {
    const long = { ...request, max_tokens: 2000, ...words(2000) };
    const message = await client.messages.create(long);
    expect(message.stop_reason).toBe("model_context_window_exceeded");
    const streamed = await client.messages.stream(long).finalMessage();
    expect(streamed.stop_reason).toBe("model_context_window_exceeded");
  });

  test("goes on with the answer that it ends with", async () => {
    const begun = { role: "assistant" as const, content: "The capital of" };
    const message = await client.messages.create({ ...request, messages: [capital, begun] });
    expect(message.content).toMatchObject([{ type: "text", text: expect.stringContaining("Lima") }]);
  });

  test("names what has no effect, and is answered all the same", async () => {
    const body = {
      ...request,
      mood: "good",
      context_management: { edits: [] },
      tools: [{ type: "web_search_20250305", name: "web_search" }],
    };
    const response = await server.post("/v1/messages?beta=true", body, { headers: { "x-api-key": key } });
    expect(response.status).toBe(200);
    expect(response.headers.get("x-anechat-ignored")).toBe("mood, tools[] of type web_search_20250305");
  });

  test("has the tokens that count_tokens counts", async () => {
    const { input_tokens } = await client.messages.countTokens({ model: "demo", messages: [capital] });
    const { usage } = await client.messages.create({ ...request, max_tokens: 1 });
    expect(input_tokens).toBe(usage.input_tokens + (usage.cache_read_input_tokens ?? 0));
  });
});

describe("errors have Anthropic's shape", () => {
  test("a wrong field", async () => {
    const failure = await failureOf(client.messages.create({ ...request, max_tokens: -1 }));
    expect(failure).toMatchObject({ status: 400, error: { error: { type: "invalid_request_error" } } });
    expect(failure.message).toContain("max_tokens");
  });

  test("the id of the request is in the header and in the body", async () => {
    const failure = await failureOf(client.messages.create({ ...request, max_tokens: -1 }));
    const { requestID, error } = failure as InstanceType<typeof Anthropic.APIError>;
    expect(requestID).toMatch(/^req_\w+$/);
    expect(error).toMatchObject({ request_id: requestID as string });
  });

  test("a prompt that is too long, with the numbers that agents look for", async () => {
    const messages = [{ role: "user" as const, content: "hello ".repeat(900) }];
    for (const stream of [false, true]) {
      const { message } = await failureOf(client.messages.create({ ...request, messages, stream }));
      expect(message).toMatch(/prompt is too long: \d+ tokens > 512 maximum/);
    }
  });

  test("batches, which are not served", async () => {
    const failure = await failureOf(client.messages.batches.list());
    expect(failure).toMatchObject({ status: 404, error: { error: { type: "not_found_error" } } });
    expect(failure.message).toContain("send each request to /v1/messages");
  });

  test("an unknown model", async () => {
    const wrong = client.messages.create({ ...request, model: "claude" });
    expect(await failureOf(wrong)).toMatchObject({
      status: 404,
      error: { error: { type: "not_found_error" } },
    });
  });

  test("a wrong key, which is not logged", async () => {
    const stranger = new Anthropic({ baseURL: server.url, apiKey: "the wrong key here", maxRetries: 0 });
    expect(await failureOf(stranger.messages.create(request))).toMatchObject({
      status: 401,
      error: { error: { type: "authentication_error" } },
    });
    expect(server.stderr).not.toContain("wrong key");
    expect(server.stderr).not.toContain(key);
  });
});
