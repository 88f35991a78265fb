/** The server through OpenAI's own client: what programs written for their API may rely on. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import OpenAI from "openai";
import { Sandbox, saying } from "../fixtures/executable.ts";
import { failureOf, TestServer } from "../fixtures/server.ts";

let home: Sandbox;
let server: TestServer;
let client: OpenAI;

beforeAll(async () => {
  home = new Sandbox();
  server = await TestServer.start(home, ["demo"], { args: ["--parallel", "4"] });
  client = new OpenAI({ baseURL: `${server.url}/v1`, apiKey: "none", maxRetries: 0 });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  home[Symbol.dispose]();
});

const question = { role: "user", content: "What is the capital of Peru?" } as const;
const model = "demo";

const weather = {
  type: "function",
  function: {
    name: "get_weather",
    description: "The weather of a city",
    parameters: {
      type: "object",
      properties: { city: { enum: ["Lima", "Rome"] } },
      required: ["city"],
      additionalProperties: false,
    },
  },
} as const;

describe("a chat completion", () => {
  test("answers, and counts its tokens", async () => {
    const answer = await client.chat.completions.create({ model, messages: [question], temperature: 0 });
    expect(answer.choices[0]).toMatchObject({
      index: 0,
      finish_reason: "stop",
      message: { role: "assistant", content: "The capital of Peru is Lima." },
    });
    const { prompt_tokens, completion_tokens, total_tokens } = answer.usage ?? {};
    expect(total_tokens).toBe((prompt_tokens ?? 0) + (completion_tokens ?? 0));
    expect(answer.model).toBe("demo");
  });

  test("streams the same words, with usage at the end", async () => {
    const stream = await client.chat.completions.create({
      model,
      messages: [question],
      temperature: 0,
      stream: true,
      stream_options: { include_usage: true },
    });
    let text = "";
    let finish: string | null | undefined;
    let usage: OpenAI.CompletionUsage | null | undefined;
    for await (const chunk of stream) {
      text += chunk.choices[0]?.delta.content ?? "";
      finish = chunk.choices[0]?.finish_reason ?? finish;
      usage = chunk.usage ?? usage;
    }
    expect({ text, finish }).toEqual({ text: "The capital of Peru is Lima.", finish: "stop" });
    expect(usage?.completion_tokens).toBeGreaterThan(3);
  });

  test("remembers what the messages say", async () => {
    const answer = await client.chat.completions.create({
      model,
      messages: [
        { role: "developer", content: "Be brief." },
        { role: "user", content: [{ type: "text", text: "My name is Anna." }] },
        { role: "assistant", content: "Nice to meet you, Anna!" },
        { role: "user", content: "What is my name?" },
      ],
      temperature: 0,
    });
    expect(answer.choices[0]?.message.content).toContain("Anna");
  });

  test("ends at max tokens and before a stop string, and says so", async () => {
    const cut = await client.chat.completions.create({
      model,
      messages: [question],
      temperature: 0,
      max_tokens: 3,
    });
    expect(cut.choices[0]?.finish_reason).toBe("length");
    expect(cut.usage?.completion_tokens).toBe(3);
    const stopped = await client.chat.completions.create({
      model,
      messages: [question],
      temperature: 0,
      stop: ["Lima"],
    });
    expect(stopped.choices[0]).toMatchObject({
      finish_reason: "stop",
      message: { content: "The capital of Peru is " },
    });
  });

  test("gives several answers at once, the same ones for the same seed", async () => {
    const ask = () =>
      client.chat.completions.create({
        model,
        messages: [{ role: "user", content: "Tell me a joke." }],
        n: 3,
        seed: 7,
        temperature: 5,
        top_p: 1,
        max_tokens: 12,
      });
    const [first, second] = [await ask(), await ask()];
    const texts = first.choices.map(({ message }) => message.content);
    expect(new Set(texts).size).toBeGreaterThan(1);
    expect(second.choices.map(({ message }) => message.content)).toEqual(texts);
    expect(first.choices.map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  test("tells how likely its tokens were", async () => {
    const answer = await client.chat.completions.create({
      model,
      messages: [question],
      temperature: 0,
      logprobs: true,
      top_logprobs: 2,
    });
    const tokens = answer.choices[0]?.logprobs?.content ?? [];
    expect(tokens.map(({ token }) => token).join("")).toContain("The capital of Peru is Lima.");
    expect(tokens[0]?.top_logprobs.length).toBe(2);
    expect(tokens[0]?.top_logprobs[0]?.logprob).toBe(tokens[0]?.logprob as number);
  });

  test("keeps away from a token that is biased against", async () => {
    const ask = (logit_bias: Record<string, number>) =>
      client.chat.completions.create({
        model,
        messages: [question],
        temperature: 0,
        max_tokens: 1,
        logit_bias,
      });
    const usual = await ask({});
    // Bias every token but the few that bytes are: none of the usual words is left.
    const bias = Object.fromEntries(Array.from({ length: 4000 }, (_, token) => [String(token + 300), -100]));
    const other = await ask(bias);
    expect(other.choices[0]?.message.content).not.toBe(usual.choices[0]?.message.content as string);
  });

  test("follows a schema, and is JSON where that is all that is asked", async () => {
    const schema = {
      type: "object",
      properties: { city: { enum: ["Lima", "Rome"] }, sure: { type: "boolean" } },
      required: ["city", "sure"],
      additionalProperties: false,
    };
    const answer = await client.chat.completions.create({
      model,
      messages: [question],
      temperature: 0,
      response_format: { type: "json_schema", json_schema: { name: "city", schema, strict: true } },
    });
    expect(JSON.parse(answer.choices[0]?.message.content ?? "")).toMatchObject({ city: "Lima" });
  });
});

describe("tools", () => {
  test("a call that is required comes, with arguments that fit", async () => {
    const answer = await client.chat.completions.create({
      model,
      messages: [{ role: "user", content: "Weather in Lima?" }],
      tools: [weather],
      tool_choice: { type: "function", function: { name: "get_weather" } },
      parallel_tool_calls: false,
      temperature: 0,
    });
    const { message, finish_reason } = answer.choices[0] ?? {};
    expect(finish_reason).toBe("tool_calls");
    expect(message?.content).toBeNull();
    const call = message?.tool_calls?.[0];
    expect(call).toMatchObject({ type: "function", function: { name: "get_weather" } });
    expect(call?.id).toMatch(/^call_/);
    expect(["Lima", "Rome"]).toContain(
      JSON.parse(call?.type === "function" ? call.function.arguments : "").city,
    );
  });

  test("several calls stream one after the other, each with an id of its own", async () => {
    const calls = ["Lima", "Rome"].map((city) => ({ name: "get_weather", arguments: { city } }));
    const stream = client.chat.completions.stream({
      model,
      messages: [{ role: "user", content: "Weather in Lima and Rome?" }],
      tools: [weather],
      ...({ grammar: saying(JSON.stringify({ tool_calls: calls })) } as object),
    });
    const answer = await stream.finalChatCompletion();
    const made = answer.choices[0]?.message.tool_calls ?? [];
    expect(made.map((call) => call.type === "function" && JSON.parse(call.function.arguments))).toEqual([
      { city: "Lima" },
      { city: "Rome" },
    ]);
    expect(new Set(made.map(({ id }) => id)).size).toBe(2);
    expect(answer.choices[0]?.finish_reason).toBe("tool_calls");
  });

  test("results are taken back, and those of no call are refused", async () => {
    const call = {
      id: "call_1",
      type: "function",
      function: { name: "get_weather", arguments: '{"city":"Lima"}' },
    } as const;
    const answer = await client.chat.completions.create({
      model,
      messages: [
        { role: "user", content: "Weather in Lima?" },
        { role: "assistant", content: null, tool_calls: [call] },
        { role: "tool", tool_call_id: "call_1", content: "Sunny" },
      ],
      tools: [weather],
      max_tokens: 8,
    });
    expect(answer.choices.length).toBe(1);
    const refused = client.chat.completions.create({
      model,
      messages: [
        { role: "user", content: "Hi" },
        { role: "tool", tool_call_id: "call_9", content: "Sunny" },
      ],
    });
    expect(await failureOf(refused)).toMatchObject({ status: 400, param: "messages[1].tool_call_id" });
  });
});

describe("the other APIs of OpenAI", () => {
  test("completions go on with a text as it is", async () => {
    const { choices } = await client.completions.create({
      model,
      prompt: "The capital of Peru is",
      max_tokens: 4,
      temperature: 0,
      echo: true,
      logprobs: 1,
    });
    expect(choices[0]?.text).toStartWith("The capital of Peru is");
    expect(choices[0]?.logprobs?.tokens?.length).toBe(4);
    let streamed = "";
    const stream = await client.completions.create({
      model,
      prompt: "Hello",
      max_tokens: 4,
      temperature: 0,
      stream: true,
    });
    for await (const chunk of stream) streamed += chunk.choices[0]?.text ?? "";
    expect(streamed.length).toBeGreaterThan(0);
  });

  test("responses are items, whole and as events", async () => {
    const whole = await client.responses.create({ model, input: question.content, temperature: 0 });
    expect(whole).toMatchObject({ status: "completed", output_text: "The capital of Peru is Lima." });
    const seen: string[] = [];
    const stream = client.responses.stream({
      model,
      input: [question],
      temperature: 0,
      instructions: "Be brief.",
    });
    for await (const event of stream) seen.push(event.type);
    const final = await stream.finalResponse();
    expect(final.output_text).toBe("The capital of Peru is Lima.");
    expect(seen.slice(0, 4)).toEqual([
      "response.created",
      "response.in_progress",
      "response.output_item.added",
      "response.content_part.added",
    ]);
    expect(seen.at(-1)).toBe("response.completed");
  });

  test("responses call functions, and take their output back", async () => {
    const { name, description, parameters } = weather.function;
    const asked = { role: "user", content: "Weather in Lima?" } as const;
    const tools = [{ type: "function" as const, name, description, parameters, strict: true }];
    const first = await client.responses.create({
      model,
      input: [asked],
      tools,
      tool_choice: "required",
      parallel_tool_calls: false,
      temperature: 0,
    });
    const call = first.output.find((item) => item.type === "function_call");
    expect(call).toMatchObject({ name: "get_weather" });
    if (call === undefined) throw new Error("no call");
    const second = await client.responses.create({
      model,
      input: [asked, call, { type: "function_call_output", call_id: call.call_id, output: "Sunny" }],
      max_output_tokens: 4,
    });
    expect(second).toMatchObject({
      status: "incomplete",
      incomplete_details: { reason: "max_output_tokens" },
    });
  });

  test("embeddings have length 1, as numbers and as base64", async () => {
    const { data, usage } = await client.embeddings.create({
      model,
      input: ["Hello", "Goodbye"],
      encoding_format: "float",
    });
    expect(data.map(({ index }) => index)).toEqual([0, 1]);
    expect(Math.hypot(...(data[0]?.embedding ?? []))).toBeCloseTo(1, 4);
    expect(usage.prompt_tokens).toBeGreaterThan(1);
    // The client asks for base64 by itself.
    const coded = await client.embeddings.create({ model, input: "Hello" });
    expect(coded.data[0]?.embedding[0]).toBeCloseTo(data[0]?.embedding[0] as number, 4);
    const short = await client.embeddings.create({ model, input: "Hello", dimensions: 8 });
    expect(short.data[0]?.embedding.length).toBe(8);
  });

  test("models are listed", async () => {
    const models = [];
    for await (const one of client.models.list()) models.push(one.id);
    expect(models).toEqual(["demo"]);
    expect(await client.models.retrieve("demo")).toMatchObject({ id: "demo", context_length: 512 });
  });
});

describe("what can't be answered", () => {
  test("an unknown or wrong field is named", async () => {
    const wrong = [
      [{ temperature: "hot" }, "temperature"],
      [{ temprature: 0.5 }, "temprature"],
      [{ messages: [{ role: "user", content: "Hi", mood: 1 }] }, "messages[0].mood"],
      [
        { messages: [{ role: "user", content: [{ type: "image_url", image_url: { url: "x" } }] }] },
        "messages[0].content[0].type",
      ],
      [{ messages: [] }, "messages"],
      [{ tools: [{ type: "function", function: { name: "a b" } }] }, "tools[0].function.name"],
      [{ top_logprobs: 2 }, "top_logprobs"],
      [{ store: true }, "store"],
    ] as const;
    for (const [fields, param] of wrong) {
      const response = await server.post("/v1/chat/completions", { model, messages: [question], ...fields });
      const { error } = (await response.json()) as { error: { param: string; type: string } };
      expect({ status: response.status, param: error.param, type: error.type }).toEqual({
        status: 400,
        param,
        type: "invalid_request_error",
      });
    }
  });

  test("a model that isn't here is not found, and those that are here are named", async () => {
    const asked = client.chat.completions.create({ model: "gpt-7", messages: [question] });
    expect(await failureOf(asked)).toMatchObject({ status: 404, code: "model_not_found" });
    expect((await failureOf(asked)).message).toContain("There are: demo.");
  });

  test("a prompt over the context is refused with both numbers, or trimmed where that was asked for", async () => {
    const turns = Array.from({ length: 60 }, (_, turn) => [
      { role: "user" as const, content: `What is the capital of Peru? I ask for the time number ${turn}.` },
      { role: "assistant" as const, content: "The capital of Peru is Lima." },
    ]).flat();
    const messages = [...turns, question];
    const refused = client.chat.completions.create({ model, messages });
    expect(await failureOf(refused)).toMatchObject({ status: 400, code: "context_length_exceeded" });
    expect((await failureOf(refused)).message).toMatch(/\d+ tokens > 512 max/);
    const trimmed = await server.post("/v1/chat/completions", {
      model,
      messages,
      truncate: true,
      max_tokens: 20,
      temperature: 0,
    });
    const { truncated, choices } = (await trimmed.json()) as {
      truncated: number;
      choices: { message: { content: string } }[];
    };
    expect(truncated).toBeGreaterThan(50);
    expect(choices[0]?.message.content).toContain("Lima");
  });

  test("an error in the middle of a stream's making has its own status", async () => {
    const response = await server.post("/v1/chat/completions", {
      model,
      messages: [question],
      stream: true,
      grammar: "root ::= (",
    });
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: { message: string } }).error.message).toContain("grammar");
  });

  test("a control token in a text is text", async () => {
    const count = async (content: string): Promise<number> => {
      const { usage } = await client.chat.completions.create({
        model,
        messages: [{ role: "user", content }],
        max_tokens: 1,
      });
      return usage?.prompt_tokens ?? 0;
    };
    expect((await count("Hi <|end|> there")) - (await count("Hi  there"))).toBeGreaterThan(2);
  });
});
