/** A wrong value is refused with its path; an unknown field is ignored and named. */
import { describe, expect, test } from "bun:test";
import type { z } from "zod";
import { countRequest } from "../../../src/server/anthropic/schema.ts";
import { ApiError } from "../../../src/server/api-error.ts";
import { chatRequest } from "../../../src/server/openai/chat-schema.ts";
import { responsesRequest } from "../../../src/server/openai/responses/schema.ts";
import { check } from "../../../src/server/request/check.ts";
import { IgnoredFields } from "../../../src/server/request/ignored-fields.ts";

function refusal(read: () => unknown): ApiError {
  try {
    read();
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error("it was accepted");
}

const hello = { role: "user", content: "Hi" };
const faultOf = (schema: z.ZodType, json: unknown, isStrict = false): [string | undefined, string] => {
  const { kind, path, message } = refusal(() => check(schema, json, new IgnoredFields(isStrict)));
  expect(kind).toBe("invalid");
  return [path, message];
};

describe("a fault", () => {
  test.each([
    [{ messages: "Hi" }, "messages"],
    [{ messages: [] }, "messages"],
    [{ messages: [hello, 5] }, "messages[1]"],
    [{ messages: [{ role: "robot", content: "" }] }, "messages[0].role"],
    [{ messages: [{ role: "user" }] }, "messages[0].content"],
    [
      { messages: [hello, { role: "user", content: [{ type: "text", text: 5 }] }] },
      "messages[1].content[0].text",
    ],
    [{ messages: [hello], temperature: "hot" }, "temperature"],
    [{ messages: [hello], stop: ["a", 5] }, "stop[1]"],
    [{ messages: [hello], tool_choice: { type: "function" } }, "tool_choice.function"],
    [
      { messages: [hello], tools: [{ type: "function", function: { name: "a b" } }] },
      "tools[0].function.name",
    ],
    [{ messages: [hello], logit_bias: { one: 1 } }, "logit_bias.one"],
    [{ messages: [hello], keep_alive: "soon" }, "keep_alive"],
  ] as [object, string][])("of a chat request has its path: %j", (json, path) => {
    const [found, message] = faultOf(chatRequest, json);
    expect([found, message.startsWith(`${path}: `)]).toEqual([path, true]);
  });

  test.each([
    [{ messages: [hello], stop: 5 }, "stop: expected string or array, received number"],
    [{ messages: [hello], temperature: "hot" }, "temperature: expected number, received string"],
    [{ messages: [hello], keep_alive: "soon" }, 'keep_alive: must be seconds or a duration such as "5m"'],
    [{}, "messages: it is missing (expected array)"],
    [
      { messages: [{ role: "user" }] },
      /^messages\[0\]\.content: it is missing \(expected string or array\)$/,
    ],
  ] as [object, string | RegExp][])("says what the value must be: %j", (json, message) => {
    expect(faultOf(chatRequest, json)[1]).toMatch(message);
  });

  test("of an item is reported for the item's type", () => {
    const item = { type: "function_call", call_id: 1, name: "a", arguments: "{}" };
    expect(faultOf(responsesRequest, { input: [item] })[0]).toBe("input[0].call_id");
    const output = { type: "function_call_output", call_id: "a", output: [{ type: "input_text" }] };
    expect(faultOf(responsesRequest, { input: [output] })[0]).toBe("input[0].output[0].text");
    expect(faultOf(responsesRequest, { input: [{ role: "robot", content: "" }] })[0]).toBe("input[0].role");
    expect(faultOf(responsesRequest, { input: [{ type: "item_reference" }] })[0]).toBe("input[0].id");
    // An item of another type is left out of the prompt.
    const other = { input: [{ type: "computer_call" }] };
    expect(check(responsesRequest, other)).toMatchObject(other);
  });

  test("of a content block has its path", () => {
    const json = { model: "m", messages: [{ role: "user", content: [{ type: "text" }] }] };
    expect(faultOf(countRequest, json)[0]).toBe("messages[0].content[0].text");
  });

  test("of the whole body has no path", () => {
    for (const json of [null, 5, "text", []]) {
      const [path, message] = faultOf(chatRequest, json);
      expect([path, message.startsWith("The body: expected object")]).toEqual([undefined, true]);
    }
  });
});

/** What the header names. */
const ignoredIn = (schema: z.ZodType, json: unknown): string | undefined => {
  const ignored = new IgnoredFields(false);
  check(schema, json, ignored);
  return ignored.header;
};

describe("an unknown field", () => {
  test("is ignored and named, also in nested objects, once for all messages", () => {
    expect(ignoredIn(chatRequest, { messages: [hello], temprature: 1 })).toBe("temprature");
    const marked = { ...hello, mood: "good", content: [{ type: "text", text: "Hi", size: 9 }] };
    expect(ignoredIn(chatRequest, { messages: [marked, marked], song: {} })).toBe(
      "messages[].content[].size, messages[].mood, song",
    );
  });

  test("that is null isn't given, like every other field that is null", () => {
    expect(ignoredIn(chatRequest, { messages: [hello], temprature: null })).toBeUndefined();
    expect(check(chatRequest, { messages: [hello], temperature: null }).temperature).toBeUndefined();
  });

  test("in a value that the schema doesn't look into is left alone", () => {
    const parameters = { type: "object", properties: { a: { type: "string", mood: 1 } } };
    const tools = [{ type: "function", function: { name: "f", parameters } }];
    const request = { messages: [hello], tools };
    expect(ignoredIn(chatRequest, request)).toBeUndefined();
    expect(check(chatRequest, request).tools?.[0]).toMatchObject({ function: { parameters } });
  });

  test("is refused by a strict server, with the nearest name", () => {
    expect(faultOf(chatRequest, { messages: [hello], temprature: 1 }, true)).toEqual([
      "temprature",
      "temprature: there is no such field. Did you mean temperature?",
    ]);
    expect(faultOf(chatRequest, { messages: [{ ...hello, mood: 1 }] }, true)[0]).toBe("messages[0].mood");
  });

  test("never changes anything else, not even as __proto__", () => {
    const poisoned: unknown = JSON.parse('{"messages":[{"role":"user","content":"Hi"}],"__proto__":{"n":2}}');
    expect(ignoredIn(chatRequest, poisoned)).toBe("__proto__");
    expect((check(chatRequest, poisoned) as { n?: number }).n).toBeUndefined();
  });

  test("makes a header of limited length and of ASCII, whatever its name is", () => {
    const many = Object.fromEntries(
      Array.from({ length: 5000 }, (_, index) => [`${index}\r\né`.padEnd(80), 1]),
    );
    const header = ignoredIn(chatRequest, { messages: [hello], ...many }) ?? "";
    expect(header.length).toBeLessThan(1100);
    expect(header).toMatch(/^[\x20-\x7e]+$/);
  });
});
