/** Requests of Ollama's clients as the engine gets them. */
import { describe, expect, test } from "bun:test";
import { z } from "zod";
import { ToolCallCollector } from "../../../src/server/ollama/answer.ts";
import { decodeContext, encodeContext } from "../../../src/server/ollama/context.ts";
import { generateOptions } from "../../../src/server/ollama/options.ts";
import { message, messagesOf, tool, toolUseOf } from "../../../src/server/ollama/question.ts";
import { answerFields } from "../../../src/server/ollama/schema.ts";
import { check } from "../../../src/server/request/check.ts";
import { IgnoredFields } from "../../../src/server/request/ignored-fields.ts";

function optionsOf(fields: object) {
  const ignored = new IgnoredFields(true);
  const request = check(z.object(answerFields), { model: "m", ...fields });
  return { ...generateOptions(request, ignored), ignored: ignored.names };
}

function translated(...messages: object[]) {
  return messagesOf(check(z.array(message), messages), new IgnoredFields(false));
}

describe("options", () => {
  test("become those of the engine; below 1, num_predict is no limit", () => {
    expect(
      optionsOf({ options: { temperature: 0, top_k: 40.0, seed: 3, num_predict: 7, stop: "a" } }),
    ).toEqual({
      sampling: { temperature: 0, topK: 40, seed: 3 },
      maxTokens: 7,
      stop: ["a"],
      ignored: [],
    });
    for (const num_predict of [0, -1, -2])
      expect(optionsOf({ options: { num_predict } }).maxTokens).toBe(Infinity);
  });

  test("of the runner are named, also in strict mode", () => {
    expect(optionsOf({ options: { num_ctx: 4096, mirostat: 1 } }).ignored).toEqual([
      "options.num_ctx",
      "options.mirostat",
    ]);
  });

  test("a format is a schema, and think is a switch or a level", () => {
    expect(optionsOf({ format: "json" }).sampling).toEqual({ jsonSchema: '{"type":"object"}' });
    expect(optionsOf({ format: { enum: [1] } }).sampling).toEqual({ jsonSchema: '{"enum":[1]}' });
    expect(optionsOf({ format: "" }).sampling).toEqual({});
    expect(optionsOf({ think: false }).thinking).toBe(false);
    expect(optionsOf({ think: "low" })).toMatchObject({ thinking: true, reasoningEffort: "low" });
  });

  test("a wrong value is refused with its path", () => {
    expect(() => optionsOf({ options: { temperature: "hot" } })).toThrow(/^options\.temperature: /);
    expect(() => optionsOf({ keep_alive: "soon" })).toThrow(/^keep_alive: must be seconds/);
  });

  test.each([
    ["5m", 300],
    ["1.5h", 5400],
    ["-1", -1],
    ["-1m", -60],
    ["100ms", 0.1],
    [0, 0],
    ["0", 0],
  ])("keep_alive %p is %p seconds", (keep_alive, seconds) => {
    expect(check(z.object(answerFields), { model: "m", keep_alive }).keep_alive).toBeCloseTo(seconds);
  });
});

describe("messages", () => {
  test("of the role thinking, as Continue sends them, are the reasoning of the answer after them", () => {
    const history = [
      { role: "user", content: "Hi" },
      { role: "thinking", content: "A greeting." },
      { role: "assistant", content: "Hello!" },
      { role: "thinking", content: "Interrupted." },
      { role: "user", content: "Again." },
    ];
    expect(translated(...history)).toEqual([
      { role: "user", content: "Hi" },
      { role: "assistant", content: "Hello!", reasoning: "A greeting." },
      { role: "assistant", content: "", reasoning: "Interrupted." },
      { role: "user", content: "Again." },
    ]);
  });

  test("of a developer become system messages", () => {
    expect(translated({ role: "developer", content: "Be brief." })).toEqual([
      { role: "system", content: "Be brief." },
    ]);
  });
});

describe("tool calls", () => {
  const calls = [
    { function: { name: "look", arguments: { city: "Lima" } } },
    { function: { name: "add", arguments: { a: 1 } } },
  ];

  test("get ids, and results find them by the tool's name or by order", () => {
    const [, first, second] = translated(
      { role: "assistant", content: "", tool_calls: calls },
      { role: "tool", tool_name: "add", content: "1" },
      { role: "tool", content: "Rain" },
    );
    expect(first).toMatchObject({ toolCallId: "call_0_1", toolName: "add" });
    expect(second).toMatchObject({ toolCallId: "call_0_0", toolName: "look" });
  });

  test("have their arguments as JSON text", () => {
    const [answer] = translated({ role: "assistant", tool_calls: calls });
    expect(answer?.toolCalls?.[0]?.arguments).toBe('{"city":"Lima"}');
  });

  test("of an answer are whole, with an object of arguments", () => {
    const collector = new ToolCallCollector();
    const part = (index: number, json: string, name?: string) =>
      collector.add({ type: "toolCall", index, arguments: json, ...(name === undefined ? {} : { name }) });
    expect(part(0, '{"a"', "f")).toBeUndefined();
    expect(part(0, ":1}")).toBeUndefined();
    expect(part(1, '{"b":', "g")?.function).toEqual({ index: 0, name: "f", arguments: { a: 1 } });
    // Cut by the limit of tokens.
    expect(collector.end()?.function).toEqual({ index: 1, name: "g", arguments: {} });
    expect(collector.end()).toBeUndefined();
  });

  test("tools that only another server runs are left out and named", () => {
    const ignored = new IgnoredFields(false);
    const tools = check(z.array(tool), [
      { type: "web_search" },
      { type: "function", function: { name: "look" } },
    ]);
    expect(toolUseOf(tools, ignored)?.tools.map(({ name }) => name)).toEqual(["look"]);
    expect(ignored.names).toEqual(["tools[] of type web_search"]);
  });
});

test("a person's image is refused, and one of a tool is left out", () => {
  expect(() => translated({ role: "user", content: "x", images: ["aGk="] })).toThrow(
    "messages[0].images: this model can't see images",
  );
  expect(translated({ role: "tool", content: "x", images: ["aGk="] })).toHaveLength(1);
});

describe("a context", () => {
  test("gives the conversation back", () => {
    const messages = [
      { role: "user", content: "Grüße 🦙 <|end|>" },
      { role: "assistant", content: '"Hi"\n' },
    ] as const;
    expect(decodeContext(encodeContext(messages))).toEqual([...messages]);
    expect(decodeContext([])).toEqual([]);
  });

  test.each([[[1, 2, 3]], [[300]], [[-1]], [[0x5b, 0x31, 0x5d]], [[0xff]]])(
    "of other numbers %p is refused",
    (numbers) => {
      expect(() => decodeContext(numbers)).toThrow("context: it is not from an answer of this server");
    },
  );
});
