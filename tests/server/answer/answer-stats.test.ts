/** The numbers of answers in a line of the log. */
import { expect, test } from "bun:test";
import type { ChatEvent } from "../../../src/protocol/chat.ts";
import { AnswerStats } from "../../../src/server/answer/answer-stats.ts";

type Done = Extract<ChatEvent, { type: "done" }>;

const done = (completionTokens: number, generationMs: number, finish: Done["finish"] = "stop"): Done => ({
  type: "done",
  finish,
  usage: {
    promptTokens: 40,
    cachedTokens: 32,
    completionTokens,
    contextUsed: 0,
    contextSize: 0,
    contextLimit: 0,
  },
  timings: { promptMs: 20, firstTokenMs: 31, generationMs, totalMs: 200 },
});

function textOf(model: string | undefined, ...answers: Done[]): string {
  const stats = new AnswerStats();
  stats.model = model;
  for (const answer of answers) stats.add(answer);
  return stats.text;
}

test("of one answer: tokens, time to the first of them, speed after it, and why it ended", () => {
  expect(textOf("demo", done(12, 110))).toBe(
    "model demo, prompt 40 tokens (32 cached), 12 new, first after 0.03 s, 100.0 tokens/s, stop",
  );
});

test("of several choices: their tokens and their speed together, and each reason once", () => {
  expect(textOf("demo", done(12, 110), done(12, 220, "length"), done(5, 50, "length"))).toBe(
    "model demo, prompt 40 tokens (32 cached), 29 new, first after 0.03 s, 118.2 tokens/s, stop and length",
  );
});

test("of an answer with one token: no speed", () => {
  expect(textOf("demo", done(1, 0, "length"))).toBe(
    "model demo, prompt 40 tokens (32 cached), 1 new, first after 0.03 s, length",
  );
});

test("without an answer: the model, if there is one", () => {
  expect([textOf("demo"), textOf(undefined)]).toEqual(["model demo", ""]);
});
