/** /set: the forms that people type, and where each value comes from. */
import { describe, expect, test } from "bun:test";
import {
  parseAssignment,
  resolveKey,
  samplingText,
  settingRows,
  withSetting,
} from "../../../src/cli/chat/settings.ts";

describe("/set", () => {
  test.each([
    "temperature 0.5",
    "temperature=0.5",
    "temperature = 0.5",
    "parameter temperature 0.5",
    "PARAMETER temperature=0.5",
    "  temperature   0.5 ",
  ])("reads %j", (argument) => {
    expect(parseAssignment(argument)).toEqual({ key: "temperature", value: "0.5" });
  });

  test("keeps the spaces and signs of a value", () => {
    expect(parseAssignment("stop a = b")).toEqual({ key: "stop", value: "a = b" });
    expect(() => parseAssignment("stop")).toThrow("Which value? /set stop VALUE");
    expect(() => parseAssignment("=5")).toThrow("Which setting? /set KEY VALUE");
  });

  test.each([
    ["temperature", "temperature"],
    ["temp", "temperature"],
    ["--top-k", "top-k"],
    ["TOP_P", "top-p"],
    ["repeat_penalty", "repeat-penalty"],
    ["max", "max-tokens"],
    ["num_predict", "max-tokens"],
    ["th", "think"],
    ["show_thinking", "show-thinking"],
  ])("takes %j for %s", (typed, key) => {
    expect(resolveKey(typed)).toBe(key);
  });

  test.each([
    ["temprature", "Did you mean temperature?"],
    ["top", "Did you mean top-k or top-p?"],
    ["num_ctx", "when you start anechat"],
    ["colour", "The keys are: temperature, "],
  ])("refuses %j with advice", (typed, hint) => {
    try {
      resolveKey(typed);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: "usage", hint: expect.stringContaining(hint) });
    }
  });

  test("checks values as the flags do", () => {
    expect(() => withSetting({}, "temperature", "warm")).toThrow("temperature: Must be a number");
    expect(withSetting({ maxAnswerTokens: 5 }, "max-tokens", "default")).toEqual({});
  });

  test("alone shows every value with its source: set here, flag, the model's file, default", () => {
    const given = { sampling: { temperature: 0.3, topP: 0.8 } };
    const options = withSetting(withSetting(given, "top-p", "0.5"), "max-tokens", "100");
    const file: Record<string, number> = {
      "general.sampling.top_k": 20,
      "general.sampling.min_p": 0.05000000074,
    };
    const rows = settingRows({ options, given, metadata: (key) => file[key] });
    const shown = Object.fromEntries(rows.map(({ key, value, source }) => [key, `${value}: ${source}`]));
    expect(shown).toMatchObject({
      temperature: "0.3: flag or config",
      "top-p": "0.5: set here",
      "top-k": "20: the model's",
      "min-p": "0.05: the model's",
      "repeat-penalty": "1: default",
      seed: "random: default",
      "max-tokens": "100: set here",
      stop: "none: default",
      think: "default: the model's",
    });
    const thinking = { thinking: true, reasoningEffort: "low" } as const;
    expect(samplingText({ ...given, ...thinking })).toBe("temperature 0.3, top-p 0.8, think low");
    expect(settingRows({ options: { thinking: false }, given: {}, metadata: undefined }).at(-1)).toEqual({
      key: "think",
      value: "off",
      source: "set here",
    });
    const remote = settingRows({ options: {}, given: {}, metadata: undefined });
    expect(remote[0]).toEqual({ key: "temperature", value: "not sent", source: "the endpoint's" });
  });
});
