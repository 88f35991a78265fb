/** Which of several paths Tab completes. */
import { expect, test } from "bun:test";
import { lastWord } from "../../../src/cli/chat/complete.ts";

test.each([
  ["", ""],
  ["no", "no"],
  ["a.txt ", ""],
  ["a.txt  no", "no"],
  ['"it\'s.txt" no', "no"],
  ['\'a "b".txt\' "my no', '"my no'],
  ["a\\ b\\ c", "a\\ b\\ c"],
  ["it\\'s.txt 'my no", "'my no"],
  ['"a b"c d', "d"],
])("the last path of %j is %j", (line, word) => {
  expect(lastWord(line)).toBe(word);
});

test("a long line takes no time", () => {
  expect(lastWord(`${"a ".repeat(50_000)}"b`)).toBe('"b');
  expect(lastWord(`${" ".repeat(100_000)}"`)).toBe('"');
});
