/** An OpenAI Responses request becomes a question for the engine. */
import { describe, expect, test } from "bun:test";
import { ApiError } from "../../../../src/server/api-error.ts";
import { questionOf } from "../../../../src/server/openai/responses/question.ts";
import { responsesRequest } from "../../../../src/server/openai/responses/schema.ts";
import { check } from "../../../../src/server/request/check.ts";

const parameters = { type: "object", properties: {} };
const tools = [{ type: "function", name: "look" }];

const questionFrom = (body: object) => questionOf(check(responsesRequest, { input: "Hi", ...body }));
const messagesOf = (...input: object[]) => {
  const question = questionFrom({ input }).input;
  return question.kind === "messages" ? question.messages : [];
};

const call = (call_id: string) => ({ type: "function_call", call_id, name: "look", arguments: "{}" });
const called = (id: string) => ({ id, name: "look", arguments: "{}" });
const output = (call_id: string, text: string) => ({ type: "function_call_output", call_id, output: text });
const result = (toolCallId: string, content: string) => ({
  role: "tool" as const,
  content,
  toolCallId,
  toolName: "look",
});

test("a text is the user's, and instructions are the system's", () => {
  expect(questionFrom({ instructions: "Be kind." })).toEqual({
    input: {
      kind: "messages",
      messages: [
        { role: "system", content: "Be kind." },
        { role: "user", content: "Hi" },
      ],
    },
    options: { sampling: {}, maxTokens: Number.POSITIVE_INFINITY },
    choices: 1,
    truncate: false,
  });
});

test("settings have the engine's names", () => {
  const format = { type: "json_schema", name: "n", schema: parameters };
  const fields = { temperature: 0, top_p: 0.5, max_output_tokens: 7, truncation: "auto", text: { format } };
  expect(questionFrom({ ...fields, reasoning: { effort: "none" } })).toMatchObject({
    options: {
      sampling: { temperature: 0, topP: 0.5, jsonSchema: JSON.stringify(parameters) },
      maxTokens: 7,
      thinking: false,
    },
    truncate: true,
  });
  expect(questionFrom({ text: { format: { type: "json_object" } } }).options.sampling?.jsonSchema).toBe(
    '{"type":"object"}',
  );
  expect(questionFrom({ reasoning: { effort: "high" } }).options.thinking).toBe(true);
  expect(questionFrom({ reasoning: {} }).options).not.toHaveProperty("thinking");
});

describe("items", () => {
  test("are messages with or without a type, with text or parts", () => {
    const parts = [
      { type: "output_text", text: "Hel", annotations: [] },
      { type: "refusal", refusal: "lo" },
    ];
    expect(
      messagesOf(
        { role: "developer", content: "Be kind." },
        { type: "message", role: "user", content: [{ type: "input_text", text: "Hi" }] },
        { type: "message", role: "assistant", content: parts, id: "msg_1", status: "completed" },
      ),
    ).toEqual([
      { role: "system", content: "Be kind." },
      { role: "user", content: "Hi" },
      { role: "assistant", content: "Hello" },
    ]);
  });

  test("that are consecutive calls become one message, with the text before them", () => {
    expect(
      messagesOf(
        { role: "user", content: "Hi" },
        { type: "reasoning", summary: [] },
        { role: "assistant", content: "I look." },
        call("a"),
        call("b"),
        output("b", "Sun"),
        output("a", "Rain"),
        call("c"),
        output("c", "Snow"),
      ),
    ).toEqual([
      { role: "user", content: "Hi" },
      { role: "assistant", content: "I look.", toolCalls: [called("a"), called("b")] },
      result("b", "Sun"),
      result("a", "Rain"),
      { role: "assistant", content: "", toolCalls: [called("c")] },
      result("c", "Snow"),
    ]);
  });

  test("that are results without an earlier call are refused with their path", () => {
    const fault = (() => {
      try {
        return messagesOf(output("a", "Rain"), call("a"));
      } catch (error) {
        return error;
      }
    })();
    expect(fault).toBeInstanceOf(ApiError);
    expect(fault).toMatchObject({
      kind: "invalid",
      path: "input[0].call_id",
      message: 'input[0].call_id: no earlier item calls "a"',
    });
  });
});

test("tools are offered, chosen and named", () => {
  const offered = [{ name: "look", description: "", parameters }];
  const toolUse = (body: object) => questionFrom({ tools, ...body }).options.toolUse;
  expect(toolUse({})).toEqual({ tools: offered, choice: "auto", parallel: true });
  expect(toolUse({ tool_choice: { type: "function", name: "look" }, parallel_tool_calls: false })).toEqual({
    tools: offered,
    choice: "required",
    parallel: false,
  });
  expect(() => toolUse({ tool_choice: { type: "function", name: "smell" } })).toThrow(
    'tool_choice.name: there is no tool "smell"',
  );
});
