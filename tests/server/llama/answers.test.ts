/** Answers in llama-server's own form. */
import { describe, expect, test } from "bun:test";
import type { ChatEvent } from "../../../src/protocol/chat.ts";
import { AnswerWriter, type Head, selected, wholeAnswer } from "../../../src/server/llama/answers.ts";

const head: Head = {
  model: "m",
  settings: { n_predict: 5 },
  returnsTokens: true,
  showsProbs: true,
  showsProgress: true,
  showsTimings: true,
  responseFields: [],
};

const done: Extract<ChatEvent, { type: "done" }> = {
  type: "done",
  finish: "stop",
  stoppedBy: "END",
  usage: {
    promptTokens: 10,
    cachedTokens: 4,
    completionTokens: 3,
    contextUsed: 13,
    contextSize: 64,
    contextLimit: 64,
  },
  timings: { promptMs: 20, firstTokenMs: 21, generationMs: 9, totalMs: 30 },
};

const token = (id: number): Extract<ChatEvent, { type: "token" }> => ({
  type: "token",
  chosen: { token: id, bytes: [97], logprob: -0.5 },
  likeliest: [{ token: 9, bytes: [98], logprob: Number.NEGATIVE_INFINITY }],
});

const choice = {
  text: "a\nb",
  reasoning: "",
  toolCalls: [],
  tokens: [token(1), token(2)],
  promptTokens: [],
  done,
};

describe("a whole answer", () => {
  test("says why it ended, what it cost, and which settings were used", () => {
    expect(wholeAnswer(choice, 0, "<s> Once", head)).toMatchObject({
      index: 0,
      content: "a\nb",
      tokens: [1, 2],
      stop: true,
      model: "m",
      tokens_predicted: 3,
      tokens_evaluated: 10,
      tokens_cached: 13,
      generation_settings: { n_predict: 5 },
      prompt: "<s> Once",
      has_new_line: true,
      truncated: false,
      stop_type: "word",
      stopping_word: "END",
      // Three tokens take two steps: the first comes with the prompt.
      timings: { cache_n: 4, prompt_n: 6, prompt_ms: 20, predicted_n: 3, predicted_per_token_ms: 5 },
    });
  });

  test.each([
    ["stop", "eos", false],
    ["length", "limit", false],
    ["context", "limit", true],
  ] as const)("that ended by %s has the stop type %s", (finish, type, truncated) => {
    const { stoppedBy: _, ...rest } = done;
    const whole = wholeAnswer({ ...choice, done: { ...rest, finish } }, 0, "", head);
    expect(whole).toMatchObject({ stop_type: type, truncated, stopping_word: "" });
  });

  test("has a probability for each token, in numbers that JSON has", () => {
    const { completion_probabilities: probabilities } = wholeAnswer(choice, 0, "", head) as {
      completion_probabilities: object[];
    };
    expect(probabilities).toHaveLength(2);
    expect(probabilities[0]).toEqual({
      id: 1,
      token: "a",
      bytes: [97],
      logprob: -0.5,
      top_logprobs: [{ id: 9, token: "b", bytes: [98], logprob: -3.4028234663852886e38 }],
    });
  });

  test("has only the fields that were asked for; those of objects keep their path", () => {
    const fields = ["content", "generation_settings/n_predict", "nothing", "content/length", "__proto__"];
    expect(selected(wholeAnswer(choice, 0, "", head), fields)).toEqual({
      content: "a\nb",
      "generation_settings/n_predict": 5,
    });
  });
});

test("a stream reports the prompt's progress, then texts with their tokens, then all about it", () => {
  let time = 100;
  const writer = new AnswerWriter(3, "<s> Once", head, () => time);
  const events: ChatEvent[] = [
    { type: "queued", before: 0, promptTokens: 10 },
    { type: "progress", cached: 4, evaluated: 6, total: 6 },
    token(1),
    token(2),
    { type: "text", text: "é" },
    done,
  ];
  const written = events.flatMap((event) => {
    time += 5;
    return writer.eventsOf(event).map(({ data }) => JSON.parse(data) as Record<string, unknown>);
  });
  expect(written).toMatchObject([
    { stop: false, prompt_progress: { total: 10, cache: 4, processed: 4, time_ms: 0 } },
    { prompt_progress: { total: 10, cache: 4, processed: 10, time_ms: 10 }, timings: { prompt_n: 6 } },
    {
      index: 3,
      content: "é",
      tokens: [1, 2],
      stop: false,
      tokens_predicted: 2,
      tokens_evaluated: 10,
      timings: { cache_n: 4, prompt_ms: 10, predicted_n: 2, predicted_ms: 15 },
      completion_probabilities: [{ id: 1 }, { id: 2 }],
    },
    { index: 3, content: "", stop: true, stop_type: "word", prompt: "<s> Once" },
  ]);
  expect(written).toHaveLength(4);
});
