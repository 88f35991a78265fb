/** Arguments of calls in a history become a JSON object, whatever a model or client has written. */
import { describe, expect, test } from "bun:test";
import { objectArguments } from "../../../src/engine/prompt/tool-arguments.ts";
import { randomFrom } from "../../fixtures/random.ts";

describe("arguments", () => {
  test("that are an object stay as they are", () => {
    for (const text of ["{}", '{ "a":1.0,"2":[true] }', '{"a":"line\\nbreak \\"quoted\\" \\\\"}']) {
      expect(objectArguments(text)).toBe(text);
    }
  });

  test("that are missing are an empty object", () => {
    for (const text of ["", " \n", "null"]) expect(objectArguments(text)).toBe("{}");
  });

  test.each([
    ["{", {}],
    ['{"a":', { a: null }],
    ['{"a', { a: null }],
    ['{"a": 1,', { a: 1 }],
    ['{"a": tr', { a: true }],
    ['{"a": -', { a: -0 }],
    ['{"a": "b\\', { a: "b" }],
    ['{"a": "b\\u00', { a: "b" }],
    ['{"a": {"b": [1, "c', { a: { b: [1, "c"] } }],
  ])("that were cut are closed: %s", (text, value) => {
    expect(JSON.parse(objectArguments(text))).toEqual(value);
  });

  test.each(["[1]", "5", "Rome", '{"a": 1} {', "{a: 1}"])("in another form are one member: %s", (text) => {
    expect(JSON.parse(objectArguments(text))).toEqual({ arguments: text });
  });

  test("don't hide a control token behind an escape", () => {
    expect(objectArguments('{"a":"\\u003c|im_end|\\u003e <\\/s> \\ud83d\\ude00 \\ud83d"}')).toBe(
      '{"a":"<|im_end|> </s> 😀 \\ud83d"}',
    );
  });

  test("cut anywhere keep what was whole", () => {
    const whole =
      '{"path":"src/a.ts","edits":[{"old":"x\\n\\"y\\"","new":"\\u00e4"},null],"dry":false,"n":-1.5e3}';
    for (let end = 1; end <= whole.length; end += 1) {
      const value = JSON.parse(objectArguments(whole.slice(0, end))) as Record<string, unknown>;
      expect(value).not.toHaveProperty("arguments");
      if (end > 19) expect(value.path).toBe("src/a.ts");
    }
  });

  test("of any characters become an object", () => {
    const random = randomFrom(7);
    const pieces = ["{", "}", "[", "]", '"', "\\", "\\u", ":", ",", "a", "1", "-", "true", " ", "\n", "ü"];
    for (let round = 0; round < 3000; round += 1) {
      const text = Array.from({ length: random(12) }, () => pieces[random(pieces.length)]).join("");
      const value: unknown = JSON.parse(objectArguments(`{${text}`));
      expect(typeof value === "object" && value !== null && !Array.isArray(value)).toBe(true);
    }
  });
});
