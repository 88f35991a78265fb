import { describe, expect, test } from "bun:test";
import { reasoningMarks } from "../../../src/engine/prompt/reasoning-marks.ts";

const marks = { thinkingStart: "<think>", thinkingEnds: ["</think>"] };

function isOpen(generationPrompt: string, begun = ""): boolean | undefined {
  return reasoningMarks({ ...marks, generationPrompt }, begun)?.isOpen;
}

describe("a prompt ends within reasoning", () => {
  test("if its template opens it", () => {
    expect(isOpen("<assistant><think>\n")).toBe(true);
    expect(isOpen("<assistant>")).toBe(false);
    expect(isOpen("<assistant><think>\n\n</think>\n\n")).toBe(false);
  });

  test("if a thought was cut, or the begun answer opens one", () => {
    expect(isOpen("<assistant><think>\nI wonder")).toBe(true);
    expect(isOpen("<assistant><think></think><think>\nI", "<think>\nI")).toBe(true);
  });

  test("but not where the begun answer speaks of the mark", () => {
    const begun = "The tag <think> opens it ";
    expect(isOpen(`<assistant><think>Hm.</think>\n${begun}`, begun)).toBe(false);
    expect(isOpen(`<assistant>${begun.trim()}`, begun)).toBe(false);
  });
});

test("a model whose marks are unknown has none", () => {
  expect(reasoningMarks({ thinkingStart: "", thinkingEnds: [], generationPrompt: "" })).toBeUndefined();
});
