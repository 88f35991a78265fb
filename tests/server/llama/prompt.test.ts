/** Prompts in each of llama-server's shapes. */
import { describe, expect, test } from "bun:test";
import { promptSchema, promptsOf } from "../../../src/server/llama/prompt.ts";
import { tokensOf } from "../../../src/server/request/pieces.ts";

const parsed = (prompt: unknown) => promptsOf(promptSchema.parse(prompt), "prompt");

describe("a prompt", () => {
  test.each([
    ["a text", "Once", [["Once"]]],
    ["token ids", [1, 2], [[1, 2]]],
    ["texts between token ids", [1, "Once", 2], [[1, "Once", 2]]],
    ["several texts", ["a", "b"], [["a"], ["b"]]],
    ["several prompts of any shape", ["a", [1, "b"], { prompt_string: "c" }], [["a"], [1, "b"], ["c"]]],
    ["an object with a text", { prompt_string: "Once" }, [["Once"]]],
  ])("is %s", (_, prompt, expected) => {
    expect(parsed(prompt)).toEqual(expected);
  });

  test.each([[[]], [[[]]], [[-1]], [[1.5]], [{}], [null], [[2 ** 31]]])("is not %j", (prompt) => {
    expect(promptSchema.safeParse(prompt).success).toBe(false);
  });

  test("with an image or a sound is refused, with its place", () => {
    const prompt = ["a", { prompt_string: "b <__media__>", multimodal_data: ["aGk="] }];
    expect(() => parsed(prompt)).toThrow("prompt[1].multimodal_data: this model takes text only");
  });
});

test("only a text at a prompt's begin gets the tokens that begin a prompt", async () => {
  const asked: [string, boolean, boolean][] = [];
  const tokenize = async (text: string, special: { addSpecial: boolean; parseSpecial: boolean }) => {
    asked.push([text, special.addSpecial, special.parseSpecial]);
    return [text.length];
  };
  expect(await tokensOf({ tokenize }, ["abc", 7, "de"])).toEqual([3, 7, 2]);
  expect(await tokensOf({ tokenize }, [7, "abc"])).toEqual([7, 3]);
  expect(asked).toEqual([
    ["abc", true, true],
    ["de", false, true],
    ["abc", false, true],
  ]);
});
