/** The tokens of a stream, counted while it is written. */
import { expect, test } from "bun:test";
import type { ChatEvent } from "../../../src/protocol/chat.ts";
import { Meter } from "../../../src/server/openai/meter.ts";

const token: ChatEvent = { type: "token", chosen: { token: 1, bytes: [97], logprob: 0 }, likeliest: [] };
const progress = (evaluated: number): ChatEvent => ({ type: "progress", evaluated, total: 6, cached: 4 });
const done: ChatEvent = {
  type: "done",
  finish: "stop",
  usage: {
    promptTokens: 10,
    cachedTokens: 4,
    completionTokens: 2,
    contextUsed: 12,
    contextSize: 99,
    contextLimit: 99,
  },
  timings: { promptMs: 30, firstTokenMs: 31, generationMs: 9, totalMs: 40 },
};

function meterAt(times: { now: number }, perPrompt = 1, reportsProgress = true): Meter {
  return new Meter({ perPrompt, reportsProgress, now: () => times.now });
}

test("the progress of the prompt begins with what was cached, and ends with all of it", () => {
  const times = { now: 0 };
  const meter = meterAt(times);
  times.now = 5;
  const reports = [0, 3, 6].flatMap((evaluated) => meter.update({ choice: 0, event: progress(evaluated) }));
  expect(reports).toEqual(
    [4, 7, 10].map((processed) => ({ prompt_progress: { total: 10, cache: 4, processed, time_ms: 5 } })),
  );
  expect(meter.update({ choice: 1, event: progress(6) })).toEqual([]);
});

test("no progress is reported unless it is wanted", () => {
  expect(meterAt({ now: 0 }, 1, false).update({ choice: 0, event: progress(6) })).toEqual([]);
});

test("usage and timings grow with each token, and end as the engine counts them", () => {
  const times = { now: 100 };
  const meter = meterAt(times);
  meter.update({ choice: 0, event: progress(6) });
  times.now = 130;
  meter.update({ choice: 0, event: token });
  times.now = 140;
  meter.update({ choice: 0, event: token });
  meter.update({ choice: 0, event: { ...token, isEnd: true } });
  expect(meter.usage).toMatchObject({ prompt_tokens: 10, completion_tokens: 2, total_tokens: 12 });
  expect(meter.timings).toMatchObject({ prompt_n: 6, prompt_ms: 30, predicted_n: 2, predicted_ms: 10 });
  meter.update({ choice: 0, event: done });
  expect(meter.usage).toMatchObject({ completion_tokens: 2, prompt_tokens_details: { cached_tokens: 4 } });
  expect(meter.timings).toMatchObject({ cache_n: 4, prompt_per_second: 200, predicted_per_second: 100 });
});

test("timings are those of the first answer, also if another begins before it", () => {
  const times = { now: 0 };
  const meter = meterAt(times);
  times.now = 10;
  meter.update({ choice: 1, event: token });
  times.now = 30;
  meter.update({ choice: 0, event: token });
  times.now = 35;
  expect(meter.timings).toMatchObject({ prompt_ms: 30, predicted_n: 1, predicted_ms: 5 });
});

test("answers that share a prompt count it once, and each its reasoning", () => {
  const meter = meterAt({ now: 0 }, 2);
  const reasoned = { ...done, usage: { ...done.usage, reasoningTokens: 1 } };
  for (const choice of [3, 0, 1, 2]) meter.update({ choice, event: reasoned });
  expect(meter.usage).toEqual({
    prompt_tokens: 20,
    completion_tokens: 8,
    total_tokens: 28,
    prompt_tokens_details: { cached_tokens: 8 },
    completion_tokens_details: { reasoning_tokens: 4 },
  });
});

test("the time in which a request waits for its turn is not the prompt's", () => {
  const meter = meterAt({ now: 0 });
  const timings = { queuedMs: 1000, promptMs: 1030, firstTokenMs: 1031, generationMs: 9, totalMs: 1040 };
  meter.update({ choice: 0, event: { ...done, timings } });
  expect(meter.timings).toMatchObject({ prompt_ms: 30, prompt_per_second: 200, predicted_ms: 10 });
});
