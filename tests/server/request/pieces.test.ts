/** Lists of token ids and texts are checked in one loop, and long texts are refused. */
import { expect, test } from "bun:test";
import { pieces, tokenIds, tokensOf } from "../../../src/server/request/pieces.ts";

test("a list has token ids and texts, and the first other value is named by its place", () => {
  expect(pieces.parse([1, "a", 0, 0x7fffffff])).toEqual([1, "a", 0, 0x7fffffff]);
  for (const wrong of [-1, 1.5, 0x80000000, null, [1], Number.NaN]) {
    expect(pieces.safeParse([1, wrong, wrong]).error?.issues).toMatchObject([{ path: [1] }]);
  }
  for (const list of [[], "a", 5, null, {}]) expect(pieces.safeParse(list).success).toBe(false);
  expect(tokenIds.safeParse([]).success).toBe(true);
  expect(tokenIds.safeParse(["a"]).error?.issues).toMatchObject([{ path: [0] }]);
});

test("texts become tokens where they stand, and only a text at the begin gets BOS", async () => {
  const asked: [string, boolean][] = [];
  const engine = {
    tokenize: (text: string, { addSpecial }: { addSpecial: boolean }) => {
      asked.push([text, addSpecial]);
      return Promise.resolve([text.length]);
    },
  };
  expect(await tokensOf(engine, ["ab", 7, "abc"])).toEqual([2, 7, 3]);
  expect(await tokensOf(engine, [7, "a"])).toEqual([7, 1]);
  expect(asked).toEqual([
    ["ab", true],
    ["abc", false],
    ["a", false],
  ]);
});

test("a text that would keep the engine busy for long is refused before it is tokenized", async () => {
  const engine = { tokenize: () => Promise.reject(new Error("it was tokenized")) };
  await expect(tokensOf(engine, ["é".repeat(500_001)])).rejects.toMatchObject({
    code: "usage",
    message: expect.stringContaining("the limit is 1.0 MB"),
  });
});
