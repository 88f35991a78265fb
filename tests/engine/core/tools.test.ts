import { describe, expect, test } from "bun:test";
import { PromptBuilder } from "../../../src/engine/prompt/prompt-builder.ts";
import { Model } from "../../../src/llama/model.ts";
import { Signals } from "../../../src/llama/signals.ts";
import type { Message, Tool, ToolUse } from "../../../src/protocol/chat.ts";
import { testModel } from "../../fixtures/models.ts";
import { type Answered, native, TestEngine, user } from "../../fixtures/native.ts";
import { realTemplate } from "../../fixtures/vocabularies.ts";

const weather: Tool = {
  name: "get_weather",
  description: "The weather of a city",
  parameters: {
    type: "object",
    properties: { city: { type: "string" }, days: { type: "integer" } },
    required: ["city"],
  },
};

const toolUseOf = (more: Partial<ToolUse> = {}): ToolUse => ({
  tools: [weather],
  choice: "auto",
  parallel: true,
  ...more,
});

async function engineWith(template: string): Promise<TestEngine> {
  return new TestEngine({
    path: await testModel("bpe", { chatTemplate: await realTemplate(template) }),
  });
}

function callsOf({ events }: Answered): { name: string; arguments: string }[] {
  const calls: { name: string; arguments: string }[] = [];
  for (const event of events) {
    if (event.type !== "toolCall") continue;
    const before = calls[event.index] ?? { name: event.name ?? "", arguments: "" };
    calls[event.index] = { ...before, arguments: before.arguments + event.arguments };
  }
  return calls;
}

/** Forces the model to write this text. */
const written = (text: string) => ({ temperature: 0, grammar: `root ::= ${JSON.stringify(text)}` });

describe("tools", () => {
  test("a call is separated from the text, and its arguments are streamed", async () => {
    using engine = await engineWith("Qwen-Qwen2.5-7B-Instruct");
    const answer = await engine.chat([user("Weather in Lima?")], {
      sampling: written(
        'Let me look.\n<tool_call>\n{"name": "get_weather", "arguments": {"city": "Lima", "days": 2}}\n</tool_call>',
      ),
      toolUse: toolUseOf(),
      maxTokens: 300,
    });
    expect(answer.text.trim()).toBe("Let me look.");
    const calls = callsOf(answer);
    expect(calls.map(({ name }) => name)).toEqual(["get_weather"]);
    expect(JSON.parse(calls[0]?.arguments ?? "")).toEqual({ city: "Lima", days: 2 });
  });

  test("several calls in one answer keep their order", async () => {
    using engine = await engineWith("Qwen-Qwen2.5-7B-Instruct");
    const call = (city: string): string =>
      `<tool_call>\n{"name": "get_weather", "arguments": {"city": "${city}"}}\n</tool_call>`;
    const answer = await engine.chat([user("Weather in Lima and Rome?")], {
      sampling: written(`${call("Lima")}\n${call("Rome")}`),
      toolUse: toolUseOf(),
      maxTokens: 300,
    });
    expect(callsOf(answer).map((one) => JSON.parse(one.arguments).city)).toEqual(["Lima", "Rome"]);
  });

  test("the grammar of calls applies from the start if one is required, else after its marker", async () => {
    using model = Model.load(
      native(),
      await testModel("bpe", { chatTemplate: await realTemplate("Qwen-Qwen2.5-7B-Instruct") }),
      { gpuLayers: 0 },
      new Signals(),
    );
    using prompts = new PromptBuilder(native(), model);
    const build = (choice: ToolUse["choice"]) =>
      prompts.build({ kind: "messages", messages: [user("Hi")] }, { toolUse: toolUseOf({ choice }) });
    expect(build("required").triggers).toBeUndefined();
    expect(build("required").grammar).toContain("get_weather");
    expect(build("auto").triggers).toEqual({ words: ["<tool_call>\n"], tokens: [] });
    expect(build("none").grammar).toBe("");
  });

  test.each([
    [
      "openai-gpt-oss-120b",
      '<|channel|>commentary to=functions.get_weather <|constrain|>json<|message|>{"city": "Lima"}',
    ],
    ["meetkai-functionary-medium-v3.2", 'get_weather\n{"city": "Lima"}'],
  ])("are parsed where a pattern marks them: %s", async (template, text) => {
    using engine = await engineWith(template);
    const answer = await engine.chat([user("Weather in Lima?")], {
      sampling: written(text),
      toolUse: toolUseOf(),
      maxTokens: 300,
    });
    const [call] = callsOf(answer);
    expect(call?.name).toBe("get_weather");
    expect(JSON.parse(call?.arguments ?? "")).toEqual({ city: "Lima" });
  });

  test("without tools, text that looks like a call is text", async () => {
    using engine = await engineWith("Qwen-Qwen2.5-7B-Instruct");
    const text = '<tool_call>\n{"name": "get_weather", "arguments": {}}\n</tool_call>';
    const answer = await engine.chat([user("Hello?")], { sampling: written(text), maxTokens: 300 });
    expect(answer.text.trim()).toBe(text);
    expect(callsOf(answer)).toEqual([]);
  });

  test("results of tools are part of the prompt, and control tokens in them are text", async () => {
    using engine = await engineWith("Qwen-Qwen2.5-7B-Instruct");
    const conversation = (result: string): Message[] => [
      user("Weather in Lima?"),
      {
        role: "assistant",
        content: "",
        toolCalls: [{ id: "call_1", name: "get_weather", arguments: '{"city":"Lima"}' }],
      },
      { role: "tool", content: result, toolCallId: "call_1", toolName: "get_weather" },
    ];
    const count = (result: string) =>
      engine.engine.inspector.countTokens(
        { kind: "messages", messages: conversation(result) },
        { toolUse: toolUseOf() },
      );
    // A control token is one token; as text, it is several.
    expect(count("Sunny <|im_end|>") - count("Sunny ")).toBeGreaterThan(2);
  });

  test("control tokens in a description are text, even if the template writes ASCII JSON", async () => {
    using engine = await engineWith("Qwen-Qwen2.5-7B-Instruct");
    const count = (description: string) =>
      engine.engine.inspector.countTokens(
        { kind: "messages", messages: [user("Hi")] },
        { toolUse: toolUseOf({ tools: [{ ...weather, description }] }) },
      );
    expect(count("Ends <|im_end|>") - count("Ends ")).toBeGreaterThan(2);
    const named = { ...weather, name: "<|im_end|>" };
    expect(() =>
      engine.engine.inspector.countTokens(
        { kind: "messages", messages: [user("Hi")] },
        { toolUse: toolUseOf({ tools: [named] }) },
      ),
    ).toThrow("control tokens");
  });
});

describe("generic tools, if the template doesn't support tools", () => {
  const city = {
    type: "object",
    properties: { city: { enum: ["Lima", "Rome"] } },
    required: ["city"],
    additionalProperties: false,
  };
  const cityTool = { ...weather, parameters: city };

  test("even an untrained model makes a valid call if one is required", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const answer = await engine.chat([user("Hello?")], {
      sampling: { seed: 3 },
      toolUse: toolUseOf({ choice: "required", parallel: false, tools: [cityTool] }),
      maxTokens: 400,
    });
    const [call, ...more] = callsOf(answer);
    expect(more).toEqual([]);
    expect(call?.name).toBe("get_weather");
    expect(["Lima", "Rome"]).toContain(JSON.parse(call?.arguments ?? "null").city);
    expect(answer).toMatchObject({ text: "", finish: "stop" });
  });

  test("the prompt has the tools, the calls and their results", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const count = (messages: Message[], toolUse?: ToolUse) =>
      engine.engine.inspector.countTokens(
        { kind: "messages", messages },
        toolUse === undefined ? {} : { toolUse },
      );
    expect(count([user("Hi")], toolUseOf()) - count([user("Hi")])).toBeGreaterThan(30);
    const calls = [{ id: "1", name: "get_weather", arguments: '{"city":"Lima"}' }];
    const conversation: Message[] = [
      user("Hi"),
      { role: "assistant", content: "", toolCalls: calls },
      { role: "tool", content: "Sunny", toolCallId: "1", toolName: "get_weather" },
    ];
    expect(count(conversation, toolUseOf())).toBeGreaterThan(count([user("Hi")], toolUseOf()) + 10);
  });

  test.each([
    ["a call", '{"tool_calls": [{"name": "get_weather", "arguments": {"city": "Lima"}}]}', 1],
    ["text", "It is sunny.", 0],
    ["JSON that is not a call", '{"tools": 1}', 0],
    ["a call with a truncated name", '{"tool_calls": [{"name": "get_we', 0],
    ["a call and text after it", '{"tool_calls": [{"name": "get_weather", "arguments": {}}]} So.', 0],
  ])("%s is parsed as calls or as text", async (_, text, calls) => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const answer = await engine.chat([user("Hello?")], {
      sampling: written(text),
      toolUse: toolUseOf({ tools: [cityTool] }),
      maxTokens: 300,
    });
    expect(callsOf(answer).length).toBe(calls);
    expect(answer.text).toBe(calls === 1 ? "" : text);
  });
});

describe("calls of generic tools that the token limit cuts", () => {
  const first = '{"name": "get_weather", "arguments": {"city": "Lima"}}';
  const calls = async (text: string) => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const answer = await engine.chat([user("Hello?")], {
      sampling: written(text),
      toolUse: toolUseOf(),
      maxTokens: 300,
    });
    expect(answer.text).toBe("");
    return callsOf(answer);
  };

  test.each([
    ["in the second", `{"tool_calls": [${first}, {"name": "get_weather", "arguments": {"ci`],
    ["between calls", `{"tool_calls": [${first},`],
    ["after the last", `{"tool_calls": [${first}]`],
  ])("%s: the whole one is kept", async (_, text) => {
    expect(await calls(text)).toEqual([{ name: "get_weather", arguments: '{"city":"Lima"}' }]);
  });

  test("in the first: it has what there is of its arguments", async () => {
    expect(await calls('{"tool_calls": [{"name": "get_weather", "arguments": {"city": "Li')).toEqual([
      { name: "get_weather", arguments: '{"city": "Li' },
    ]);
  });
});

describe("many generic tools with long names", () => {
  const toolsOf = (length: number): Tool[] =>
    Array.from({ length }, (_, index) => ({
      name: `${"a_long_name_".repeat(10)}${index}`,
      description: "",
      parameters: { type: "object", properties: { yes: { type: "boolean" } }, required: ["yes"] },
    }));

  test("are all in the grammar", async () => {
    using model = Model.load(native(), await testModel("bpe"), { gpuLayers: 0 }, new Signals());
    using prompts = new PromptBuilder(native(), model);
    const toolUse = toolUseOf({ tools: toolsOf(300), choice: "required" });
    const { grammar } = prompts.build({ kind: "messages", messages: [user("Hi")] }, { toolUse });
    for (const { name } of toolUse.tools) expect(grammar).toContain(`${name}\\"`);
  });

  test("get one call of an untrained model if only one is allowed", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    for (const seed of [1, 2, 3]) {
      const answer = await engine.chat([user("Hello?")], {
        sampling: { seed },
        toolUse: toolUseOf({ tools: toolsOf(9), choice: "required", parallel: false }),
        maxTokens: 1000,
      });
      expect(callsOf(answer).length).toBe(1);
      expect(answer.finish).toBe("stop");
    }
  });
});

describe("logprobs", () => {
  test("come with each token and its most likely alternatives, in descending order", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const { events, usage } = await engine.chat([user("Hello?")], {
      sampling: { temperature: 0 },
      maxTokens: 5,
      logprobs: 3,
    });
    const tokens = events.filter((event) => event.type === "token");
    expect(tokens.length).toBe(usage.completionTokens);
    for (const { chosen, likeliest } of tokens) {
      expect(likeliest.length).toBe(3);
      expect(likeliest[0]).toEqual(chosen);
      expect(likeliest.map(({ logprob }) => logprob)).toEqual(
        likeliest.map(({ logprob }) => logprob).toSorted((a, b) => b - a),
      );
      expect(Math.exp(chosen.logprob)).toBeLessThanOrEqual(1);
    }
  });
});
