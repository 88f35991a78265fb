/** Chat completions with OpenAI's own client. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type OpenAI from "openai";
import { saying } from "../fixtures/executable.ts";
import { model, type Served, servedToOpenAi, weather } from "../fixtures/openai-client.ts";
import { capital } from "../fixtures/questions.ts";
import { failureOf } from "../fixtures/server.ts";

let served: Served;
let client: OpenAI;
beforeAll(async () => {
  served = await servedToOpenAi();
  client = served.client;
});
afterAll(() => served[Symbol.asyncDispose]());

describe("a chat completion", () => {
  test("answers, and counts its tokens", async () => {
    const answer = await client.chat.completions.create({ model, messages: [capital], temperature: 0 });
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
      messages: [capital],
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

  test("uses all messages", async () => {
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

  test("ends at max_tokens and before a stop string, with the finish reason", async () => {
    const cut = await client.chat.completions.create({
      model,
      messages: [capital],
      temperature: 0,
      max_tokens: 3,
    });
    expect(cut.choices[0]?.finish_reason).toBe("length");
    expect(cut.usage?.completion_tokens).toBe(3);
    const stopped = await client.chat.completions.create({
      model,
      messages: [capital],
      temperature: 0,
      stop: ["Lima"],
    });
    expect(stopped.choices[0]).toMatchObject({
      finish_reason: "stop",
      message: { content: "The capital of Peru is " },
    });
  });

  test("returns several choices, the same for the same seed", async () => {
    const ask = () =>
      client.chat.completions.create({
        model,
        messages: [{ role: "user", content: "Say something." }],
        n: 3,
        // Batches and cached prefixes round differently. With this seed rounding never decides: its
        // answers are the same at any temperature from 0.7 to 1.3.
        seed: 71,
        temperature: 1,
        max_tokens: 12,
      });
    const [first, second] = [await ask(), await ask()];
    const texts = first.choices.map(({ message }) => message.content);
    expect(new Set(texts).size).toBe(3);
    expect(second.choices.map(({ message }) => message.content)).toEqual(texts);
    expect(first.choices.map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  test("returns logprobs", async () => {
    const answer = await client.chat.completions.create({
      model,
      messages: [capital],
      temperature: 0,
      logprobs: true,
      top_logprobs: 2,
    });
    const tokens = answer.choices[0]?.logprobs?.content ?? [];
    expect(tokens.map(({ token }) => token).join("")).toContain("The capital of Peru is Lima.");
    expect(tokens[0]?.top_logprobs.length).toBe(2);
    expect(tokens[0]?.top_logprobs[0]?.logprob).toBe(tokens[0]?.logprob as number);
  });

  test("avoids tokens with a negative bias", async () => {
    const ask = (logit_bias: Record<string, number>) =>
      client.chat.completions.create({
        model,
        messages: [capital],
        temperature: 0,
        max_tokens: 1,
        logit_bias,
      });
    const usual = await ask({});
    // Bias all tokens but those of single bytes.
    const bias = Object.fromEntries(Array.from({ length: 4000 }, (_, token) => [String(token + 300), -100]));
    const other = await ask(bias);
    expect(other.choices[0]?.message.content).not.toBe(usual.choices[0]?.message.content as string);
  });

  test("follows a JSON schema", async () => {
    const schema = {
      type: "object",
      properties: { city: { enum: ["Lima", "Rome"] }, sure: { type: "boolean" } },
      required: ["city", "sure"],
      additionalProperties: false,
    };
    const answer = await client.chat.completions.create({
      model,
      messages: [capital],
      temperature: 0,
      response_format: { type: "json_schema", json_schema: { name: "city", schema, strict: true } },
    });
    expect(JSON.parse(answer.choices[0]?.message.content ?? "")).toMatchObject({ city: "Lima" });
  });
});

describe("tools", () => {
  test("a required call is made, with valid arguments", async () => {
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

  test("schemas of tools may have references, also together with response_format", async () => {
    const parameters = {
      $defs: { E: { enum: ["x", "y"], type: "string" } },
      type: "object",
      properties: { e: { $ref: "#/$defs/E" } },
      required: ["e"],
    };
    const tool = { type: "function" as const, function: { name: "f", parameters } };
    const called = await client.chat.completions.create({
      model,
      messages: [{ role: "user", content: "Hi" }],
      tools: [tool],
      tool_choice: "required",
      parallel_tool_calls: false,
      max_tokens: 300,
      seed: 1,
    });
    const [call] = called.choices[0]?.message.tool_calls ?? [];
    expect(["x", "y"]).toContain(JSON.parse(call?.type === "function" ? call.function.arguments : "{}").e);
    const answered = await client.chat.completions.create({
      model,
      messages: [{ role: "user", content: "Hi" }],
      tools: [tool],
      response_format: { type: "json_schema", json_schema: { name: "x", schema: parameters } },
      max_tokens: 300,
      seed: 1,
    });
    expect(answered.choices[0]?.finish_reason).toMatch(/^(stop|tool_calls)$/);
  });

  test("several calls stream one after the other, each with its own id", async () => {
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

  test("results are accepted, and those without a call are refused", async () => {
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
