import { describe, expect, test } from "bun:test";
import { OpenAnswers } from "../../../src/engine/client/open-answers.ts";
import type { ChatEvent } from "../../../src/protocol/chat.ts";

const done: ChatEvent = {
  type: "done",
  finish: "stop",
  usage: {
    promptTokens: 1,
    cachedTokens: 0,
    completionTokens: 1,
    contextUsed: 2,
    contextSize: 8,
    contextLimit: 8,
  },
  timings: { promptMs: 1, firstTokenMs: 1, generationMs: 1, totalMs: 2 },
};

async function all(events: AsyncIterable<ChatEvent>): Promise<string[]> {
  const types: string[] = [];
  for await (const { type } of events) types.push(type);
  return types;
}

describe("open answers", () => {
  test("get their events, and are finished with the last", async () => {
    const answers = new OpenAnswers();
    const events = answers.open(1);
    answers.pass(1, { type: "text", text: "Hi" });
    expect(answers.has(1)).toBe(true);
    answers.pass(1, done);
    expect(answers.has(1)).toBe(false);
    expect(await all(events)).toEqual(["text", "done"]);
  });

  test("are all cancelled only if each of them is", () => {
    const answers = new OpenAnswers();
    answers.open(1);
    answers.open(2);
    expect(answers.cancel(1)).toBe(true);
    expect(answers.areAllCancelled).toBe(false);
    answers.cancel(2);
    expect(answers.areAllCancelled).toBe(true);
  });

  test("that are finished can't be cancelled, and don't count as cancelled", () => {
    const answers = new OpenAnswers();
    answers.open(1);
    answers.pass(1, done);
    // Its reader has not read all events yet.
    expect(answers.cancel(1)).toBe(false);
    answers.open(2);
    expect(answers.areAllCancelled).toBe(false);
    answers.cancel(2);
    expect(answers.areAllCancelled).toBe(true);
  });

  test("fail with the given error, and are finished", async () => {
    const answers = new OpenAnswers();
    const events = answers.open(1);
    answers.fail(1, new Error("gone"));
    expect(answers.size).toBe(0);
    expect(await all(events).catch((error: Error) => error.message)).toBe("gone");
  });
});
