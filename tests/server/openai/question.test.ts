/** An OpenAI chat request becomes a question for the engine. */
import { describe, expect, test } from "bun:test";
import { ApiError } from "../../../src/server/api-error.ts";
import { chatRequest } from "../../../src/server/openai/chat-schema.ts";
import { questionOf } from "../../../src/server/openai/question.ts";
import { check } from "../../../src/server/request/check.ts";
import { IgnoredFields } from "../../../src/server/request/ignored-fields.ts";

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

test("names of llama-server and vLLM mean the same", () => {
  expect(optionsOf({ repetition_penalty: 1.2, top_k: -1 }).sampling).toEqual({ repeatPenalty: 1.2, topK: 0 });
  expect(
    optionsOf({
      logit_bias: [
        [3, false],
        [4, 1.5],
      ],
    }).sampling?.logitBias,
  ).toEqual([
    [3, Number.NEGATIVE_INFINITY],
    [4, 1.5],
  ]);
  expect(optionsOf({ n_predict: 7 }).maxTokens).toBe(7);
});

test("a seed of -1 is random, and others keep their low 32 bits", () => {
  expect(optionsOf({ seed: -1 }).sampling).not.toHaveProperty("seed");
  expect(optionsOf({ seed: 2 ** 32 + 5 }).sampling?.seed).toBe(5);
  expect(optionsOf({ seed: -2 }).sampling?.seed).toBe(0xfffffffe);
});

test("a limit of 0 writes nothing, and -1 is none", () => {
  expect(optionsOf({ max_tokens: 0 }).maxTokens).toBe(0);
  expect(optionsOf({ max_completion_tokens: 0, max_tokens: 5 }).maxTokens).toBe(0);
  expect(optionsOf({ max_tokens: -1 }).maxTokens).toBe(Number.POSITIVE_INFINITY);
});

test("tokens are counted while they are written only where a stream has to say it", () => {
  const counting = [{ timings_per_token: true }, { stream_options: { continuous_usage_stats: true } }];
  for (const fields of counting) {
    expect(optionsOf({ ...fields, stream: true }).logprobs).toBe(0);
    expect(optionsOf(fields)).not.toHaveProperty("logprobs");
  }
});

test("an answer at the end is continued or not, as other servers' clients say it", () => {
  const messages = [hello, { role: "assistant", content: "Yes" }];
  const continues = (fields: object) => {
    const { input } = questionFrom({ messages, ...fields });
    return input.kind === "messages" ? input.continueLast : undefined;
  };
  expect(continues({})).toBeUndefined();
  expect(continues({ continue_final_message: true, add_generation_prompt: false })).toBe(true);
  expect(continues({ add_generation_prompt: true })).toBe(false);
  expect(faultOf({ continue_final_message: true }).path).toBe("continue_final_message");
  expect(faultOf({ add_generation_prompt: false }).path).toBe("add_generation_prompt");
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
  expect(thinking({ enable_thinking: false })).toBe(false);
  expect(thinking({ reasoning: { enabled: true } })).toBe(true);
  expect(thinking({ thinking: { type: "disabled" }, reasoning_effort: "high" })).toBe(false);
});

test("any effort and any variable reach the model's template", () => {
  expect(optionsOf({ reasoning_effort: "max" })).toMatchObject({ thinking: true, reasoningEffort: "max" });
  expect(optionsOf({ reasoning: { effort: "low" } }).reasoningEffort).toBe("low");
  expect(optionsOf({ reasoning_effort: "none" })).not.toHaveProperty("reasoningEffort");
  const options = optionsOf({ chat_template_kwargs: { enable_thinking: true, lang: "es" } });
  expect(options).toMatchObject({ thinking: true, templateVariables: { lang: "es" } });
});

test("audio is refused, and a search that only OpenAI can run is left out by name", () => {
  expect(faultOf({ modalities: ["text", "audio"] }).path).toBe("modalities[1]");
  const ignored = new IgnoredFields(false);
  questionOf(check(chatRequest, { messages: [hello], web_search_options: {} }, ignored), ignored);
  expect(ignored.names).toEqual(["web_search_options"]);
});

describe("messages", () => {
  test("of a developer become system messages", () => {
    expect(messagesOf({ role: "developer", content: "Be kind." })).toEqual([
      { role: "system", content: "Be kind." },
    ]);
  });

  test("keep their text parts apart by line breaks, except an answer's, which are one text", () => {
    const content = ["Hel", "lo"].map((text) => ({ type: "text", text }));
    expect(messagesOf({ role: "user", content }, { role: "assistant", content })).toEqual([
      { role: "user", content: "Hel\nlo" },
      { role: "assistant", content: "Hello" },
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

  test("of the role thinking, as Continue sends them, are the reasoning of the answer after them", () => {
    const call = { id: "a", type: "function", function: { name: "look", arguments: "{}" } };
    const [, answer, , last] = messagesOf(
      hello,
      { role: "thinking", content: "I have to look.", signature: "x" },
      { role: "assistant", content: " ", tool_calls: [call] },
      { role: "tool", tool_call_id: "a", content: "rain" },
      { role: "thinking", content: "Interrupted." },
      hello,
    );
    expect(answer).toMatchObject({
      role: "assistant",
      reasoning: "I have to look.",
      toolCalls: [{ id: "a" }],
    });
    expect(last).toEqual({ role: "assistant", content: "", reasoning: "Interrupted." });
  });

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

  test("may have null and other servers' fields", () => {
    const dumped = { annotations: null, audio: null, function_call: null, tool_calls: null, refusal: null };
    expect(messagesOf({ role: "assistant", content: null, reasoning: "Hm.", ...dumped })).toEqual([
      { role: "assistant", content: "", reasoning: "Hm." },
    ]);
    const details = [
      { type: "reasoning.text", text: "H" },
      { type: "reasoning.encrypted", data: "x" },
      { summary: "m." },
    ];
    expect(messagesOf({ role: "assistant", content: "Yes", reasoning_details: details })).toEqual([
      { role: "assistant", content: "Yes", reasoning: "Hm." },
    ]);
    expect(messagesOf({ role: "user", content: null, name: null })).toEqual([{ role: "user", content: "" }]);
  });

  test("of the assistant have their reasoning in any field or part that isn't empty", () => {
    const why = { content: "Yes", reasoning: "Hm." };
    const texts = [{ type: "text", text: "H" }, { text: "m." }];
    const yes = { type: "text", text: "Yes" };
    for (const form of [
      { content: "Yes", reasoning_content: "", reasoning: "Hm." },
      { content: "Yes", reasoning_content: "Hm.", reasoning: "Hm." },
      { content: [{ type: "thinking", thinking: "Hm.", signature: "x" }, yes] },
      { content: [{ type: "thinking", thinking: texts }, yes] },
    ]) {
      expect(messagesOf({ ...form, role: "assistant" })).toEqual([{ role: "assistant", ...why }]);
    }
  });

  test("with calls of custom tools have their input as arguments", () => {
    const call = { id: "call_a", type: "custom", custom: { name: "shell", input: "ls" } };
    expect(
      messagesOf(
        { role: "assistant", content: null, tool_calls: [call] },
        { role: "tool", tool_call_id: "call_a", content: "file" },
      ),
    ).toMatchObject([
      { toolCalls: [{ id: "call_a", name: "shell", arguments: '{"input":"ls"}' }] },
      { toolCallId: "call_a", toolName: "shell" },
    ]);
  });

  test("with empty ids of calls mean the same as without ids", () => {
    const called = (name: string) => ({ id: "", function: { name, arguments: "{}" } });
    const result = (content: string) => ({ role: "tool", tool_call_id: "", content });
    expect(
      messagesOf(
        { role: "assistant", tool_calls: [called("look"), called("listen")] },
        result("Rain"),
        result("Wind"),
      ),
    ).toMatchObject([
      {},
      { toolCallId: "call_1", toolName: "look", content: "Rain" },
      { toolCallId: "call_2", toolName: "listen", content: "Wind" },
    ]);
  });

  test("with calls without ids get their results in the order of the calls", () => {
    const called = (name: string) => ({ function: { name, arguments: { a: 1 } } });
    const calls = { role: "assistant", tool_calls: [called("look"), called("listen")] };
    const results = ["Rain", "Wind"].map((content) => ({ role: "tool", content }));
    expect(messagesOf(calls, ...results)).toMatchObject([
      {
        toolCalls: [
          { id: "call_1", name: "look", arguments: '{"a":1}' },
          { id: "call_2", name: "listen" },
        ],
      },
      { toolCallId: "call_1", toolName: "look", content: "Rain" },
      { toolCallId: "call_2", toolName: "listen", content: "Wind" },
    ]);
    expect(faultOf({ messages: [calls, ...results, { role: "tool", content: "?" }] }).path).toBe(
      "messages[3].tool_call_id",
    );
  });

  test("in the older form of calls mean the same", () => {
    const old = { role: "assistant", content: null, function_call: { name: "look", arguments: "" } };
    expect(messagesOf(old, { role: "function", name: "look", content: "Rain" })).toMatchObject([
      { toolCalls: [{ id: "call_1", name: "look", arguments: "" }] },
      { role: "tool", toolCallId: "call_1", toolName: "look", content: "Rain" },
    ]);
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

  test("that only another server can run are left out by name", () => {
    const ignored = new IgnoredFields(false);
    const more = [...tools, { type: "custom", custom: { name: "x" } }, { type: "web_search" }];
    const { options } = questionOf(check(chatRequest, { messages: [hello], tools: more }), ignored);
    expect(options.toolUse?.tools).toEqual(offered);
    expect(ignored.names).toEqual(["tools[] of type custom", "tools[] of type web_search"]);
    expect(optionsOf({ tools: [{ type: "web_search" }] })).not.toHaveProperty("toolUse");
    const forced = { tools: [{ type: "web_search" }], tool_choice: { type: "web_search" } };
    expect(faultOf(forced).path).toBe("tool_choice");
  });

  test("may be reduced to the allowed ones", () => {
    const allowed = (name: string, mode: string) => ({
      type: "allowed_tools",
      allowed_tools: { mode, tools: [{ type: "function", function: { name } }] },
    });
    expect(optionsOf({ tools, tool_choice: allowed("look", "required") }).toolUse).toEqual({
      tools: offered.slice(0, 1),
      choice: "required",
      parallel: true,
    });
    const path = "tool_choice.allowed_tools.tools";
    expect(faultOf({ tools, tool_choice: allowed("smell", "auto") }).path).toBe(path);
  });

  test("in the older form are called one at a time", () => {
    const functions = tools.map((tool) => tool.function);
    expect(optionsOf({ functions }).toolUse).toEqual({ tools: offered, choice: "auto", parallel: false });
    expect(optionsOf({ functions, function_call: { name: "look" } }).toolUse).toEqual({
      tools: offered.slice(0, 1),
      choice: "required",
      parallel: false,
    });
    expect(faultOf({ functions, function_call: { name: "smell" } }).path).toBe("function_call.name");
  });

  test("may be many, with the long names that clients make for MCP", () => {
    const name = `mcp__${"a".repeat(100)}__server.example/list:all`;
    const many = Array.from({ length: 300 }, (_, index) => ({ function: { name: `${name}${index}` } }));
    expect(optionsOf({ tools: many }).toolUse?.tools.length).toBe(300);
    expect(faultOf({ tools: [{ function: { name: 'a"b' } }] }).path).toBe("tools[0].function.name");
  });
});
