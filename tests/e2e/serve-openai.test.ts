/** OpenAI's other APIs with their own client. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type OpenAI from "openai";
import { model, type Served, servedToOpenAi, weather } from "../fixtures/openai-client.ts";
import { capital } from "../fixtures/questions.ts";

let served: Served;
let client: OpenAI;
beforeAll(async () => {
  served = await servedToOpenAi();
  client = served.client;
});
afterAll(() => served[Symbol.asyncDispose]());

describe("the other APIs of OpenAI", () => {
  test("responses are items, whole and as events", async () => {
    const whole = await client.responses.create({ model, input: capital.content, temperature: 0 });
    expect(whole).toMatchObject({ status: "completed", output_text: "The capital of Peru is Lima." });
    const seen: string[] = [];
    const stream = client.responses.stream({
      model,
      input: [capital],
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

  test("responses call functions, and accept their output", async () => {
    const { name, description, parameters } = weather.function;
    const question = { role: "user", content: "Weather in Lima?" } as const;
    const tools = [{ type: "function" as const, name, description, parameters, strict: true }];
    const first = await client.responses.create({
      model,
      input: [question],
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
      input: [question, call, { type: "function_call_output", call_id: call.call_id, output: "Sunny" }],
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
    // By default the client requests base64.
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
