/** Files of prompts, whole and broken. */
import { describe, expect, test } from "bun:test";
import { splitJsonArray } from "../../src/batch/json-array.ts";
import { parsePrompts, promptShape } from "../../src/batch/prompts-file.ts";

const parsed = (text: string, name = "p.jsonl") =>
  parsePrompts(text, name, promptShape).map(({ id, messages }) => [id, messages.at(-1)?.content]);

describe("a JSON array of prompts", () => {
  test("may take any number of lines", () => {
    const text = '[\n  "a, [b]",\n  {"prompt":\n"c\\"]"}, {"id": "x", "prompt": "d"}\n]\n';
    expect(parsed(text, "p.json")).toEqual([
      ["1", "a, [b]"],
      ["2", 'c"]'],
      ["x", "d"],
    ]);
  });

  test("is cut as JSON.stringify joined it, whatever the values", () => {
    let state = 7;
    const random = (below: number): number => {
      state = (state * 1103515245 + 12345) % 2 ** 31;
      return Math.floor((state / 2 ** 31) * below);
    };
    const pieces = ["a", '"', "\\", "[", "]", "{", "}", ",", "\n", " ", "é"];
    const textOf = (): string =>
      Array.from({ length: random(6) }, () => pieces[random(pieces.length)]).join("");
    for (let round = 0; round < 2000; round += 1) {
      const values = Array.from(
        { length: random(5) },
        () => [textOf(), { prompt: textOf() }, [textOf()], random(9), null][random(5)],
      );
      const elements = splitJsonArray(JSON.stringify(values, undefined, random(3)));
      if (!Array.isArray(elements)) throw new Error(elements.fault);
      expect(elements.map(({ text }) => JSON.parse(text))).toEqual(values);
      // What isn't JSON is cut somehow, and never throws.
      splitJsonArray(`[${textOf()}${textOf()}`);
    }
  });
});

test("a field that no other field is near to is allowed", () => {
  expect(parsed('{"prompt": "a", "idx": 1, "topic": "b", "source": "c"}', "p.jsonl")).toHaveLength(1);
});

describe("a broken file is refused with its name, the line, and what is wrong", () => {
  test.each([
    ["p.jsonl", '{"prompt": "a"}\n\n{"prompt": ', "line 3: it is not valid JSON (Unexpected EOF)"],
    ["p.jsonl", '{"prompt": "a"}\n12', "line 2: it is neither a text nor an object"],
    ["p.jsonl", '{"prompt": 5}', 'line 1: "prompt" is wrong: expected string, received number'],
    ["p.jsonl", '{"promt": "a"}', 'line 1: "promt" may be misspelt: did you mean "prompt"?'],
    ["p.jsonl", '{"prompt": "a"}\n{"prompt": "a", "sytem": "b"}', 'line 2: "sytem" may be misspelt'],
    ["p.jsonl", '{"text": "a"}', "line 1: it needs either prompt or messages"],
    ["p.jsonl", '{"messages": []}', 'line 1: "messages" is wrong: it is empty'],
    ["p.jsonl", '{"prompt": "a", "messages": [{"role": "user", "content": "b"}]}', "line 1: it has both"],
    ["p.jsonl", '{"messages": [{"role": "x", "content": "b"}]}', 'line 1: "messages.0.role" is wrong'],
    ["p.json", '[\n"a",\n{"prompt": 1}\n]', 'line 3: "prompt" is wrong: expected string, received number'],
    ["p.json", '[\n"a",\n"b" "c"\n]', "line 3: it is not valid JSON"],
    ["p.json", '[\n"a",\n]', "line 3: it is not valid JSON (Unexpected EOF)"],
    ["p.json", '[\n"a"\n', "line 2: the end of the list is missing"],
    ["p.json", '["a"]\n["b"]', "line 2: there is more behind the end of the list"],
    ["p.txt", "a\nb\0c", "line 2: it holds a NUL character"],
    ["p.txt", "\n\n", "holds no prompts"],
  ])("%s: %j: %s", (name, text, message) => {
    expect(() => parsed(text, name)).toThrow(
      expect.objectContaining({ code: "usage", message: expect.stringContaining(message) }),
    );
    expect(() => parsed(text, name)).toThrow(name);
  });
});
