/** The chunks of a chat completion, as the stream parsers of clients need them. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { readEvents } from "../../src/formats/sse.ts";
import { type Served, servedToOpenAi, weather } from "../fixtures/openai-client.ts";
import { capital } from "../fixtures/questions.ts";

let served: Served;
beforeAll(async () => {
  served = await servedToOpenAi();
});
afterAll(() => served[Symbol.asyncDispose]());

type Usage = { prompt_tokens: number; completion_tokens: number };
type Chunk = {
  choices: {
    index: number;
    delta: Record<string, unknown>;
    logprobs: { content: { token: string }[] } | null;
    finish_reason: string | null;
  }[];
  usage?: Usage | null;
  timings?: { prompt_n: number; predicted_n: number };
  prompt_progress?: { total: number; cache: number; processed: number };
};

async function chunksOf(fields: object): Promise<Chunk[]> {
  const body = { messages: [capital], temperature: 0, stream: true, ...fields };
  const reply = await served.server.post("/v1/chat/completions", body);
  expect(reply.status).toBe(200);
  const chunks: Chunk[] = [];
  for await (const { data } of readEvents(reply.body as ReadableStream<Uint8Array>)) {
    if (data !== "[DONE]") chunks.push(JSON.parse(data) as Chunk);
  }
  return chunks;
}

const textOf = (chunks: readonly Chunk[]): string =>
  chunks.map(({ choices }) => choices[0]?.delta.content ?? "").join("");

describe("a streamed chat completion", () => {
  test("begins each choice with its role, and ends it with one finish reason", async () => {
    const chunks = await chunksOf({ n: 2 });
    for (const index of [0, 1]) {
      const own = chunks.flatMap(({ choices }) => choices.filter((choice) => choice.index === index));
      expect(own.map(({ delta }) => "role" in delta)).toEqual(own.map((_, at) => at === 0));
      expect(own[0]?.delta).toEqual({ role: "assistant", content: null });
      const ends = own.map(({ finish_reason: finish }) => finish);
      expect(ends).toEqual(own.map((_, at) => (at === own.length - 1 ? "stop" : null)));
    }
  });

  test("has usage where it is asked for", async () => {
    expect((await chunksOf({})).some((chunk) => "usage" in chunk)).toBe(false);
    const chunks = await chunksOf({ stream_options: { include_usage: true } });
    expect(chunks.slice(0, -1).every(({ usage }) => usage === null)).toBe(true);
    expect(chunks.at(-1)?.choices).toEqual([]);
    const counted = await chunksOf({ stream_options: { include_usage: true, continuous_usage_stats: true } });
    const tokens = counted.map(({ usage }) => usage?.completion_tokens ?? Number.NaN);
    expect(tokens).toEqual(tokens.toSorted((a, b) => a - b));
    expect(counted.at(-1)?.usage).toMatchObject({
      prompt_tokens: chunks.at(-1)?.usage?.prompt_tokens as number,
      completion_tokens: chunks.at(-1)?.usage?.completion_tokens as number,
    });
  });

  test("has llama-server's progress and timings where they are asked for", async () => {
    const asked = { return_progress: true, timings_per_token: true, stream_options: { include_usage: true } };
    const messages = [{ role: "user", content: "word ".repeat(200) }];
    const chunks = await chunksOf({ ...asked, messages, max_tokens: 4 });
    const progress = chunks.flatMap((chunk) => chunk.prompt_progress ?? []);
    const { total, cache } = progress[0] ?? { total: 0, cache: 0 };
    const processed = progress.map((one) => one.processed);
    expect([processed[0], processed.at(-1)]).toEqual([cache, total]);
    expect(processed).toEqual([...new Set(processed)].toSorted((a, b) => a - b));
    const last = chunks.at(-1);
    expect(last?.usage?.prompt_tokens).toBe(total);
    expect(last?.timings).toMatchObject({
      prompt_n: total - cache,
      predicted_n: last?.usage?.completion_tokens as number,
    });
    const first = chunks.find(({ choices }) => choices.length > 0);
    expect(first).not.toHaveProperty("timings");
  });

  test("has the logprobs of all tokens, also of those of a call", async () => {
    const text = await chunksOf({ logprobs: true });
    const tokens = (chunks: readonly Chunk[]) =>
      chunks.flatMap(({ choices }) => choices[0]?.logprobs?.content ?? []).map(({ token }) => token);
    expect(tokens(text).join("")).toStartWith(textOf(text));
    const called = await chunksOf({ logprobs: true, tools: [weather], tool_choice: "required" });
    expect(tokens(called).join("")).toContain("get_weather");
  });

  test("answers functions in the older form", async () => {
    const fields = { functions: [weather.function], function_call: { name: "get_weather" } };
    const chunks = await chunksOf(fields);
    const parts = chunks.flatMap(({ choices }) => choices[0]?.delta.function_call ?? []) as {
      name?: string;
      arguments: string;
    }[];
    expect(parts.map(({ name }) => name ?? "").join("")).toBe("get_weather");
    const json = parts.map((part) => part.arguments).join("");
    expect(["Lima", "Rome"]).toContain(JSON.parse(json).city);
    expect(chunks.at(-1)?.choices[0]?.finish_reason).toBe("function_call");
    const body = { messages: [capital], temperature: 0, ...fields };
    const whole = await (await served.server.post("/v1/chat/completions", body)).json();
    expect(whole).toMatchObject({
      choices: [{ message: { function_call: { name: "get_weather", arguments: json } } }],
    });
  });
});

test("a named tool is called once", async () => {
  const tool_choice = { type: "function", function: { name: weather.function.name } };
  const chunks = await chunksOf({ tools: [weather], tool_choice, n: 2 });
  const calls = chunks.flatMap(({ choices }) =>
    choices.flatMap(({ delta }) => (delta.tool_calls as { index: number; id?: string }[] | undefined) ?? []),
  );
  expect(calls.filter(({ id }) => id !== undefined).map(({ index }) => index)).toEqual([0, 0]);
});

test("what has no effect is named in the response, and our own answer may be sent back", async () => {
  const { client, server } = served;
  const first = await client.chat.completions.create({ model: "demo", messages: [capital] });
  const reply = await server.post("/v1/chat/completions", {
    messages: [capital, { ...first.choices[0]?.message, audio: null, annotations: [] }, capital],
    tools: [{ type: "web_search" }],
    store: true,
    verbosity: "low",
    prediction: { type: "content", content: "x" },
    ignore_eos: false,
    max_tokens: 1,
  });
  expect(reply.status).toBe(200);
  expect(reply.headers.get("x-anechat-ignored")).toBe("ignore_eos, tools[] of type web_search");
});
