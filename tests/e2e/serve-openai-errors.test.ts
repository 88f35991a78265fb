/** Errors in the shape of OpenAI's API. */
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

describe("an invalid request", () => {
  test("with a wrong field names it", async () => {
    const wrong = [
      [{ temperature: "hot" }, "temperature"],
      [
        { messages: [{ role: "user", content: [{ type: "image_url", image_url: { url: "x" } }] }] },
        "messages[0].content[0]",
      ],
      [{ messages: [] }, "messages"],
      [{ tools: [{ type: "function", function: { name: "a b" } }] }, "tools[0].function.name"],
      [{ top_logprobs: 2 }, "top_logprobs"],
      [{ modalities: ["text", "audio"] }, "modalities[1]"],
      [{ guided_regex: "a+" }, "guided_regex"],
      [{ tools: [{ type: "custom" }], tool_choice: { type: "custom" } }, "tool_choice"],
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

  test("with an unknown model names the available ones", async () => {
    const refused = client.chat.completions.create({ model: "gpt-7", messages: [capital] });
    expect(await failureOf(refused)).toMatchObject({ status: 404, code: "model_not_found" });
    expect((await failureOf(refused)).message).toContain("There are: demo.");
  });

  test("over the context is refused with both numbers, or trimmed with truncate", async () => {
    const messages = [...manyTurns, capital];
    const refused = client.chat.completions.create({ model, messages });
    expect(await failureOf(refused)).toMatchObject({ status: 400, code: "context_length_exceeded" });
    expect((await failureOf(refused)).message).toMatch(
      /context length is 512 tokens.* resulted in \d+ tokens/,
    );
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

  test("with an invalid schema or grammar names it, and the path in it", async () => {
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
      faults.push([response.status, error.param, error.message.replace(/ Use GBNF.*/, "")]);
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

  test("with stream still has an error's status", async () => {
    const response = await server.post("/v1/chat/completions", {
      model,
      messages: [capital],
      stream: true,
      grammar: "root ::= (",
    });
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: { message: string } }).error.message).toContain("grammar");
  });

  test("with the text of a control token is valid: it stays text", async () => {
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
