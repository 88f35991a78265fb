/** The server through Anthropic's own client. */
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

const asked = { model: "demo", max_tokens: 50, messages: [capital], temperature: 0 };

const weather: Anthropic.Tool = {
  name: "get_weather",
  description: "The weather of a city",
  input_schema: cityParameters,
};

describe("a message", () => {
  test("answers with blocks of content, and counts", async () => {
    const message = await client.messages.create(asked);
    expect(message).toMatchObject({
      role: "assistant",
      content: [{ type: "text", text: "The capital of Peru is Lima." }],
      stop_reason: "end_turn",
    });
    expect(message.usage.output_tokens).toBeGreaterThan(3);
  });

  test("streams the same", async () => {
    const stream = client.messages.stream(asked);
    let text = "";
    stream.on("text", (piece) => {
      text += piece;
    });
    const message = await stream.finalMessage();
    expect(text).toBe("The capital of Peru is Lima.");
    expect(message).toMatchObject({ content: [{ type: "text", text }], stop_reason: "end_turn" });
  });

  test("takes a system prompt and blocks, and says which stop sequence it met", async () => {
    const message = await client.messages.create({
      ...asked,
      system: [{ type: "text", text: "Be brief." }],
      messages: [{ role: "user", content: [{ type: "text", text: capital.content }] }],
      stop_sequences: ["Lima"],
    });
    expect(message).toMatchObject({ stop_reason: "stop_sequence", stop_sequence: "Lima" });
  });

  test("that is cut says so", async () => {
    const message = await client.messages.create({ ...asked, max_tokens: 2 });
    expect(message).toMatchObject({ stop_reason: "max_tokens", usage: { output_tokens: 2 } });
  });

  test("uses a tool, whole and streamed, and takes its result", async () => {
    const using = {
      ...asked,
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
      ...asked,
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

  test("has its prompt counted from the first event on, also where its oldest turns were left out", async () => {
    for (const messages of [[capital], [...manyTurns, capital]]) {
      const own = { truncate: true };
      const events = await client.messages.create({ ...asked, ...own, messages, stream: true });
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

  test("its tokens can be counted before", async () => {
    const { input_tokens } = await client.messages.countTokens({ model: "demo", messages: [capital] });
    const { usage } = await client.messages.create({ ...asked, max_tokens: 1 });
    expect(input_tokens).toBe(usage.input_tokens + (usage.cache_read_input_tokens ?? 0));
  });
});

describe("what can't be answered has Anthropic's shape", () => {
  test("a wrong field", async () => {
    const wrong = client.messages.create({ ...asked, max_tokens: 0 });
    expect(await failureOf(wrong)).toMatchObject({
      status: 400,
      error: { error: { type: "invalid_request_error" } },
    });
    expect((await failureOf(wrong)).message).toContain("max_tokens");
  });

  test("a model that isn't here", async () => {
    const wrong = client.messages.create({ ...asked, model: "claude" });
    expect(await failureOf(wrong)).toMatchObject({
      status: 404,
      error: { error: { type: "not_found_error" } },
    });
  });

  test("a key that is wrong, and it is said nowhere", async () => {
    const stranger = new Anthropic({ baseURL: server.url, apiKey: "the wrong key here", maxRetries: 0 });
    expect(await failureOf(stranger.messages.create(asked))).toMatchObject({
      status: 401,
      error: { error: { type: "authentication_error" } },
    });
    expect(server.stderr).not.toContain("wrong key");
    expect(server.stderr).not.toContain(key);
  });
});
