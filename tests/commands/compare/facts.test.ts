/** Where two answers part, in words. */
import { describe, expect, test } from "bun:test";
import { firstDifference } from "../../../src/batch/difference.ts";
import { differenceText, factsOf } from "../../../src/commands/compare/facts.ts";
import type { Answer } from "../../../src/commands/compare/pair.ts";

const answer = (text: string): Answer => ({
  model: "m",
  text,
  tokens: 1,
  finish: "stop",
  tokensPerSecond: null,
  firstTokenMs: 1,
  memory: null,
});

const said = (first: string, second: string): string =>
  differenceText({
    prompt: "",
    answers: [answer(first), answer(second)],
    difference: firstDifference(first, second) ?? null,
  });

test("an answer that was cut says so", () => {
  expect(factsOf(answer("Yes"))).toBe("1 token · first token 0.00 s · elsewhere");
  expect(factsOf({ ...answer("Yes"), finish: "length" })).toStartWith("1 token (cut) · ");
  expect(factsOf({ ...answer("Yes"), finish: "context" })).toStartWith("1 token (cut) · ");
});

describe("the difference of two answers", () => {
  test("is none if both were cut before their first word", () => {
    const cut: Answer = { ...answer(""), finish: "length" };
    const text = differenceText({ prompt: "", answers: [cut, cut], difference: null });
    expect(text).toBe("Both answers were cut before their first word.");
  });

  test.each([
    ["same", "same", "The answers are the same."],
    ["Yes, it is", "No, it isn't", 'They differ from the first word: "Yes," against "No,".'],
    [
      "Paris is the capital of France today",
      "Paris is the capital of Italy",
      'The same up to "…is the capital of", then "France" against "Italy".',
    ],
    ["One two", "One too", 'The same up to "One", then "two" against "too".'],
    ["One two", "One twofold", 'The same up to "One", then "two" against "twofold".'],
    ["One two", "One two three", 'The same up to "One two", then the end against "three".'],
    ["", "Yes", 'They differ from the first word: the end against "Yes".'],
    ["a\n\nb c", "a\n\nb d", 'The same up to "a b", then "c" against "d".'],
  ])("%j and %j: %s", (first, second, text) => expect(said(first, second)).toBe(text));
});
