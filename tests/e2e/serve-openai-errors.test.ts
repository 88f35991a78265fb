/** What can't be answered is refused in the shape that OpenAI's own client knows. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type OpenAI from "openai";
import { model, type Served, servedToOpenAi } from "../fixtures/openai-client.ts";
import { capital, manyTurns } from "../fixtures/questions.ts";
import { failureOf, type TestServer } from "../fixtures/server.ts";

let served: Served;
let client: OpenAI;
let server: TestServer;
beforeAll(async () => {
  served = await servedToOpenAi();
  ({ client, server } = served);
});
afterAll(() => served[Symbol.asyncDispose]());

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
      const response = await server.post("/v1/chat/completions", { model, messages: [capital], ...fields });
      const { error } = (await response.json()) as { error: { param: string; type: string } };
      expect({ status: response.status, param: error.param, type: error.type }).toEqual({
        status: 400,
        param,
        type: "invalid_request_error",
      });
    }
  });

  test("a model that isn't here is not found, and those that are here are named", async () => {
    const asked = client.chat.completions.create({ model: "gpt-7", messages: [capital] });
    expect(await failureOf(asked)).toMatchObject({ status: 404, code: "model_not_found" });
    expect((await failureOf(asked)).message).toContain("There are: demo.");
  });

  test("a prompt over the context is refused with both numbers, or trimmed where that was asked for", async () => {
    const messages = [...manyTurns, capital];
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

  test("a schema or grammar that can't be used is named, with the path in it", async () => {
    const schema = { type: "object", properties: { a: { type: "string", pattern: "\\bx" } } };
    const format = { name: "x", strict: true, schema };
    const broken = { type: "object", properties: { a: { $ref: "#/$defs/a" } } };
    const tool = { type: "function", name: "f", parameters: broken };
    const { name, parameters } = tool;
    const messages = [capital];
    const refused = [
      ["/v1/chat/completions", { messages, response_format: { type: "json_schema", json_schema: format } }],
      ["/v1/chat/completions", { messages, grammar: 'root ::= "a"{5,2}' }],
      ["/v1/chat/completions", { messages, tools: [{ type: "function", function: { name, parameters } }] }],
      ["/v1/responses", { input: "Hi", text: { format: { type: "json_schema", ...format } } }],
      ["/v1/responses", { input: "Hi", tools: [tool] }],
      ["/v1/completions", { prompt: "Hi", grammar: "root ::= root" }],
    ] as const;
    const faults = [];
    for (const [path, fields] of refused) {
      const response = await server.post(path, { model, ...fields });
      const { error } = (await response.json()) as { error: { param: string; message: string } };
      faults.push([response.status, error.param, error.message.replace(/ It has to be GBNF.*/, "")]);
    }
    const word =
      "The JSON schema can't be used: $.properties.a.pattern: \\b, a word boundary, which is not supported";
    const reference =
      'The schema of the tool f can\'t be used: $.properties.a.$ref: there is no "#/$defs/a" in the schema';
    expect(faults).toEqual([
      [400, "response_format", expect.stringContaining(word)],
      [
        400,
        "grammar",
        "The grammar can't be used: {5,2} at line 1, column 13 has the minimum 5 and the maximum 2.",
      ],
      [400, "tools", expect.stringContaining(reference)],
      [400, "text.format", expect.stringContaining(word)],
      [400, "tools", expect.stringContaining(reference)],
      [
        400,
        "grammar",
        "The grammar can't be used: the rule root at line 1, column 1 begins with itself: left recursion.",
      ],
    ]);
  });

  test("an error in the middle of a stream's making has its own status", async () => {
    const response = await server.post("/v1/chat/completions", {
      model,
      messages: [capital],
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
