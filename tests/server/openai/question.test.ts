/** An OpenAI chat request becomes a question for the engine. */
import { describe, expect, test } from "bun:test";
import { ApiError } from "../../../src/server/api-error.ts";
import { chatRequest } from "../../../src/server/openai/chat-schema.ts";
import { questionOf } from "../../../src/server/openai/question.ts";
import { check } from "../../../src/server/request/check.ts";

const hello = { role: "user", content: "Hi" };
const parameters = { type: "object", properties: { city: { type: "string" } } };
const tools = ["look", "listen"].map((name) => ({ type: "function", function: { name, parameters } }));
const offered = ["look", "listen"].map((name) => ({ name, description: "", parameters }));

const questionFrom = (body: object) => questionOf(check(chatRequest, { messages: [hello], ...body }));
const optionsOf = (body: object) => questionFrom(body).options;
const messagesOf = (...messages: object[]) => {
  const { input } = questionFrom({ messages });
  return input.kind === "messages" ? input.messages : [];
};

function faultOf(body: object): ApiError {
  try {
    questionFrom(body);
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error("it was accepted");
}

test("fields that are missing have no options, and only the context limits the answer", () => {
  expect(questionFrom({})).toEqual({
    input: { kind: "messages", messages: [{ role: "user", content: "Hi" }] },
    options: { sampling: {}, maxTokens: Number.POSITIVE_INFINITY },
    choices: 1,
    truncate: false,
  });
});

test("null means the same as a missing field", () => {
  const nothing = { temperature: null, stop: null, tools: null, n: null, max_tokens: null, logit_bias: null };
  expect(
    questionFrom({ ...nothing, reasoning_effort: null, response_format: null, tool_choice: null }),
  ).toEqual(questionFrom({}));
});

test("settings have the engine's names", () => {
  const fields = { temperature: 0, top_p: 0.5, top_k: 0, min_p: 0.1, seed: 0, grammar: 'root ::= "a"' };
  const penalties = { repeat_penalty: 1.1, repeat_last_n: 9, frequency_penalty: -1, presence_penalty: 2 };
  expect(optionsOf({ ...fields, ...penalties, logit_bias: { "12": -100 } }).sampling).toEqual({
    ...{ temperature: 0, topP: 0.5, topK: 0, minP: 0.1, seed: 0, grammar: 'root ::= "a"' },
    ...{ repeatPenalty: 1.1, repeatLastN: 9, frequencyPenalty: -1, presencePenalty: 2 },
    logitBias: [[12, -100]],
  });
  expect(optionsOf({ stop: "a" }).stop).toEqual(["a"]);
  expect(optionsOf({ stop: ["a", "b"] }).stop).toEqual(["a", "b"]);
  expect(questionFrom({ n: 3, truncate: true })).toMatchObject({ choices: 3, truncate: true });
});

test("the newer name of the limit wins over the older", () => {
  expect(optionsOf({ max_tokens: 5 }).maxTokens).toBe(5);
  expect(optionsOf({ max_tokens: 5, max_completion_tokens: 7 }).maxTokens).toBe(7);
});

test("logprobs are returned on request, with the given number of alternatives", () => {
  expect(optionsOf({ logprobs: true }).logprobs).toBe(0);
  expect(optionsOf({ logprobs: true, top_logprobs: 3 }).logprobs).toBe(3);
  expect(optionsOf({ logprobs: false, top_logprobs: 0 })).not.toHaveProperty("logprobs");
  expect(faultOf({ top_logprobs: 3 }).path).toBe("top_logprobs");
});

test("an answer that has to be JSON follows a schema", () => {
  const format = (response_format: object) => optionsOf({ response_format }).sampling?.jsonSchema;
  expect(format({ type: "text" })).toBeUndefined();
  expect(format({ type: "json_object" })).toBe('{"type":"object"}');
  const json_schema = { name: "n", schema: parameters, strict: true };
  expect(JSON.parse(format({ type: "json_schema", json_schema }) ?? "")).toEqual(parameters);
  expect(faultOf({ response_format: { type: "json_object" }, grammar: "x" }).path).toBe("grammar");
});

test("thinking can be switched on and off", () => {
  const thinking = (body: object) => optionsOf(body).thinking;
  expect(thinking({ reasoning_effort: "none" })).toBe(false);
  expect(thinking({ reasoning_effort: "low" })).toBe(true);
  expect(thinking({ chat_template_kwargs: { enable_thinking: false }, reasoning_effort: "high" })).toBe(
    false,
  );
  expect(optionsOf({ chat_template_kwargs: {} })).not.toHaveProperty("thinking");
});

describe("messages", () => {
  test("of a developer become system messages, and text parts are joined", () => {
    const parts = ["Hel", "lo"].map((text) => ({ type: "text", text }));
    expect(messagesOf({ role: "developer", content: "Be kind." }, { role: "user", content: parts })).toEqual([
      { role: "system", content: "Be kind." },
      { role: "user", content: "Hello" },
    ]);
  });

  test("of the assistant keep their reasoning, and a refusal is their content", () => {
    expect(messagesOf({ role: "assistant", content: "Yes.", reasoning_content: "Hm." })).toEqual([
      { role: "assistant", content: "Yes.", reasoning: "Hm." },
    ]);
    expect(messagesOf({ role: "assistant", refusal: "No.", reasoning_content: "" })).toEqual([
      { role: "assistant", content: "No." },
    ]);
  });

  const call = {
    role: "assistant",
    content: null,
    tool_calls: [
      { id: "c1", type: "function", index: 0, function: { name: "look", arguments: '{"city":1}' } },
    ],
  };

  test("with a tool's result get the tool's name from the call", () => {
    expect(messagesOf(hello, call, { role: "tool", tool_call_id: "c1", content: "Rain" }).slice(1)).toEqual([
      {
        role: "assistant",
        content: "",
        toolCalls: [{ id: "c1", name: "look", arguments: '{"city":1}' }],
      },
      { role: "tool", content: "Rain", toolCallId: "c1", toolName: "look" },
    ]);
  });

  test("with a result without an earlier call are refused", () => {
    const result = { role: "tool", tool_call_id: "c1", content: "Rain" };
    const { path, message } = faultOf({ messages: [hello, result, call] });
    expect([path, message]).toEqual([
      "messages[1].tool_call_id",
      'messages[1].tool_call_id: no earlier message calls "c1"',
    ]);
    expect(messagesOf({ ...result, name: "look" })).toMatchObject([{ role: "tool", toolName: "look" }]);
  });
});

describe("tools", () => {
  test("are offered, and can be called in parallel by default", () => {
    expect(optionsOf({ tools }).toolUse).toEqual({ tools: offered, choice: "auto", parallel: true });
    expect(optionsOf({ tools, parallel_tool_calls: false }).toolUse?.parallel).toBe(false);
    for (const choice of ["none", "required"] as const) {
      expect(optionsOf({ tools, tool_choice: choice }).toolUse?.choice).toBe(choice);
    }
    expect(optionsOf({ tools: [] })).not.toHaveProperty("toolUse");
    expect(optionsOf({ tool_choice: "none" })).not.toHaveProperty("toolUse");
    expect(faultOf({ tool_choice: "required" }).path).toBe("tool_choice");
  });

  test("without parameters get an empty schema", () => {
    const bare = [{ type: "function", function: { name: "now", description: "The time" } }];
    expect(optionsOf({ tools: bare }).toolUse?.tools).toEqual([
      { name: "now", description: "The time", parameters: { type: "object", properties: {} } },
    ]);
  });

  test("with a named choice are reduced to that one, which must be called once", () => {
    const named = (name: string) => ({ tools, tool_choice: { type: "function", function: { name } } });
    expect(optionsOf(named("listen")).toolUse).toEqual({
      tools: offered.slice(1),
      choice: "required",
      parallel: false,
    });
    expect(faultOf(named("smell"))).toMatchObject({
      path: "tool_choice.function.name",
      message: 'tool_choice.function.name: there is no tool "smell"',
    });
  });
});
