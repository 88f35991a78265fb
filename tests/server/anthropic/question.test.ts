/** An Anthropic Messages request becomes a question for the engine. */
import { describe, expect, test } from "bun:test";
import {
  messagesOf as messagesOfRequest,
  promptOptions,
  questionOf,
} from "../../../src/server/anthropic/question.ts";
import { countRequest, messagesRequest } from "../../../src/server/anthropic/schema.ts";
import { ApiError } from "../../../src/server/api-error.ts";
import { check } from "../../../src/server/request/check.ts";

const hello = { role: "user", content: "Hi" };
const input_schema = { type: "object", properties: { city: { type: "string" } } };
const tools = ["look", "listen"].map((name) => ({ name, input_schema }));
const offered = ["look", "listen"].map((name) => ({ name, description: "", parameters: input_schema }));

const questionFrom = (body: object) =>
  questionOf(check(messagesRequest, { model: "m", max_tokens: 9, messages: [hello], ...body }));
const optionsOf = (body: object) => questionFrom(body).options;
const messagesOf = (...messages: object[]) =>
  messagesOfRequest(check(countRequest, { model: "m", messages }));

function faultOf(translate: () => unknown): ApiError {
  try {
    translate();
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error("it was accepted");
}

test("fields that are missing have no options", () => {
  expect(questionFrom({})).toEqual({
    input: { kind: "messages", messages: [{ role: "user", content: "Hi" }] },
    options: { sampling: {}, maxTokens: 9 },
    choices: 1,
    truncate: false,
  });
});

test("settings have the engine's names", () => {
  const fields = { temperature: 0, top_p: 0.5, top_k: 3, stop_sequences: ["END"], truncate: true };
  expect(questionFrom(fields)).toMatchObject({
    options: { sampling: { temperature: 0, topP: 0.5, topK: 3 }, stop: ["END"] },
    truncate: true,
  });
});

test("thinking can be switched on and off", () => {
  expect(optionsOf({ thinking: { type: "enabled", budget_tokens: 5 } }).thinking).toBe(true);
  expect(optionsOf({ thinking: { type: "adaptive" } }).thinking).toBe(true);
  expect(optionsOf({ thinking: { type: "disabled" } }).thinking).toBe(false);
  expect(optionsOf({})).not.toHaveProperty("thinking");
});

test("the system prompt comes first, as one text or several", () => {
  const cached = (text: string) => ({ type: "text", text, cache_control: { type: "ephemeral", ttl: "1h" } });
  for (const system of ["Be kind.\nBe short.", [cached("Be kind."), cached("Be short.")]]) {
    const { input } = questionFrom({ system });
    expect(input).toMatchObject({
      messages: [{ role: "system", content: "Be kind.\nBe short." }, { role: "user" }],
    });
  }
});

describe("messages", () => {
  const use = { type: "tool_use", id: "t1", name: "look", input: { city: "Lima" } };
  const using = { role: "assistant", content: [use] };
  const resultOf = (more: object) => ({ type: "tool_result", tool_use_id: "t1", ...more });
  const answering = (...content: object[]) => ({ role: "user", content });
  const result = (content: string) => ({
    role: "tool" as const,
    content,
    toolCallId: "t1",
    toolName: "look",
  });

  test("of the assistant have reasoning, text and calls separately", () => {
    const content = [
      { type: "thinking", thinking: "Hm.", signature: "x" },
      { type: "redacted_thinking", data: "?" },
      { type: "text", text: "I look." },
      use,
    ];
    expect(messagesOf({ role: "assistant", content })).toEqual([
      {
        role: "assistant",
        content: "I look.",
        reasoning: "Hm.",
        toolCalls: [{ id: "t1", name: "look", arguments: '{"city":"Lima"}' }],
      },
    ]);
  });

  test("with a result become a message of the tool, with its name", () => {
    expect(messagesOf(hello, using, answering(resultOf({ content: "Rain" }))).at(-1)).toEqual(result("Rain"));
    const texts = ["Rain", "Wind"].map((text) => ({ type: "text", text }));
    expect(messagesOf(using, answering(resultOf({ content: texts }))).at(-1)).toEqual(result("Rain\nWind"));
    expect(messagesOf(using, answering(resultOf({}))).at(-1)).toEqual(result(""));
  });

  test("with a result that is an error begin with Error", () => {
    const failed = resultOf({ content: "No network.", is_error: true });
    expect(messagesOf(using, answering(failed)).at(-1)).toEqual(result("Error: No network."));
  });

  test("with results and a text have the results first", () => {
    const content = [{ type: "text", text: "Well?" }, resultOf({ content: "Rain" })];
    expect(messagesOf(using, answering(...content)).slice(1)).toEqual([
      result("Rain"),
      { role: "user", content: "Well?" },
    ]);
  });

  test("with a result of an unknown call are refused with its path", () => {
    const { path, message } = faultOf(() => messagesOf(hello, answering(resultOf({})), using));
    expect([path, message]).toEqual([
      "messages[1].content[0].tool_use_id",
      'messages[1].content[0].tool_use_id: no earlier message uses "t1"',
    ]);
  });

  test("can't contain blocks of the other role", () => {
    const user = faultOf(() => messagesOf(answering({ type: "text", text: "" }, use)));
    expect([user.path, user.message]).toEqual([
      "messages[0].content[1]",
      "messages[0].content[1]: only messages of the assistant can contain this",
    ]);
    const assistant = faultOf(() => messagesOf(using, { role: "assistant", content: [resultOf({})] }));
    expect([assistant.path, assistant.message]).toEqual([
      "messages[1].content[0]",
      "messages[1].content[0]: only messages of the user can contain this",
    ]);
  });
});

describe("tools", () => {
  const toolUse = (body: object) => optionsOf({ tools, ...body }).toolUse;

  test("are offered, and can be called in parallel by default", () => {
    expect(toolUse({})).toEqual({ tools: offered, choice: "auto", parallel: true });
    expect(toolUse({ tool_choice: { type: "any", disable_parallel_tool_use: true } })).toMatchObject({
      choice: "required",
      parallel: false,
    });
    expect(toolUse({ tool_choice: { type: "none" } })?.choice).toBe("none");
    expect(optionsOf({ tools: [] })).not.toHaveProperty("toolUse");
  });

  test("with a named choice are reduced to that one, which must be called once", () => {
    expect(toolUse({ tool_choice: { type: "tool", name: "listen" } })).toEqual({
      tools: offered.slice(1),
      choice: "required",
      parallel: false,
    });
    expect(faultOf(() => toolUse({ tool_choice: { type: "tool", name: "smell" } })).path).toBe(
      "tool_choice.name",
    );
  });

  test("have the same options when tokens are counted", () => {
    const body = { tools, tool_choice: { type: "any" }, thinking: { type: "disabled" } };
    const counted = check(countRequest, { model: "m", messages: [hello], ...body });
    expect(optionsOf(body)).toMatchObject(promptOptions(counted));
    expect(promptOptions(counted)).toEqual({
      toolUse: { tools: offered, choice: "required", parallel: true },
      thinking: false,
    });
  });
});
