/** What a preset adds to requests. */
import { describe, expect, test } from "bun:test";
import type { GenerateOptions, Message } from "../../src/protocol/chat.ts";
import { inputWithPreset, optionsWithPreset, type ServedPreset } from "../../src/server/preset.ts";

const examples: Message[] = [
  { role: "user", content: "Who?" },
  { role: "assistant", content: "Me." },
];
const preset: ServedPreset = {
  model: "demo",
  systemPrompt: "Be Mario.",
  examples,
  options: { sampling: { temperature: 0, grammar: "root ::= x" }, maxAnswerTokens: 9, stop: ["x"] },
};
const question: Message = { role: "user", content: "Hi" };

describe("a request to a preset", () => {
  test("gets the system prompt and the examples", () => {
    expect(inputWithPreset({ kind: "messages", messages: [question] }, preset)).toEqual({
      kind: "messages",
      messages: [{ role: "system", content: "Be Mario." }, ...examples, question],
    });
  });

  test("keeps its own system prompt", () => {
    const system: Message = { role: "system", content: "Be Luigi." };
    expect(inputWithPreset({ kind: "messages", messages: [system, question] }, preset)).toEqual({
      kind: "messages",
      messages: [system, ...examples, question],
    });
  });

  test("with a raw text stays as it is", () => {
    expect(inputWithPreset({ kind: "text", text: "Hi" }, preset)).toEqual({ kind: "text", text: "Hi" });
  });

  test("keeps its own options, and a constraint excludes the preset's", () => {
    const own = { sampling: { temperature: 1, jsonSchema: "{}" }, maxTokens: 3, stop: ["y"] };
    expect(optionsWithPreset(own, preset)).toEqual(own);
  });

  test("without options gets the preset's, also for no limit of tokens", () => {
    const unlimited = { maxTokens: Number.POSITIVE_INFINITY };
    expect(optionsWithPreset<GenerateOptions>(unlimited, preset)).toEqual({
      ...preset.options,
      ...unlimited,
    });
  });
});

test("a request that says how to reason replaces all that the preset says of it", () => {
  const thinking = { ...preset, options: { thinking: true, reasoningEffort: "high", reasoningBudget: 9 } };
  expect(optionsWithPreset<GenerateOptions>({ thinking: false }, thinking)).toEqual({
    thinking: false,
    sampling: {},
  });
  expect(optionsWithPreset<GenerateOptions>({}, thinking)).toEqual({ ...thinking.options, sampling: {} });
});

test("without a preset nothing changes", () => {
  const options = { maxTokens: 1 };
  expect(optionsWithPreset(options, undefined)).toBe(options);
});
