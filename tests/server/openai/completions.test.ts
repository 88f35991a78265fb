/** best_of: which answers of several are returned. */
import { expect, test } from "bun:test";
import type { Choice, Done } from "../../../src/server/answer/choices.ts";
import { bestOf } from "../../../src/server/openai/completions.ts";

function choice(text: string, ...logprobs: number[]): Choice {
  const tokens = logprobs.map((logprob) => ({
    type: "token" as const,
    chosen: { token: 1, bytes: [97], logprob },
    likeliest: [],
  }));
  return { text, reasoning: "", toolCalls: [], tokens, promptTokens: [], done: {} as Done };
}

const textsOf = (choices: readonly Choice[]): string[] => choices.map(({ text }) => text);

test("the likeliest answers on average are returned, best first, whatever their length", () => {
  const choices = [choice("unlikely", -3), choice("long", -1, -1, -1, -1), choice("short", -2)];
  expect(textsOf(bestOf(choices, 2))).toEqual(["long", "short"]);
});

test("all answers stay in their order", () => {
  expect(textsOf(bestOf([choice("a", -3), choice("b", -1)], 2))).toEqual(["a", "b"]);
});
