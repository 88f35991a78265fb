import { describe, expect, test } from "bun:test";
import { ControlTexts, chooseFence, splitFenced } from "../../../src/engine/prompt/escape.ts";

const controls = new ControlTexts(["<|im_end|>", "<|im_start|>", "<|im", "</s>", "[INST]"]);

describe("control tokens in text", () => {
  test("each occurrence is fenced, the longest one where several begin alike", () => {
    expect(controls.fence("a<|im_end|>b</s><|im_x", { open: "{", close: "}" })).toBe(
      "a{<|im_end|>}b{</s>}{<|im}_x",
    );
  });

  test("a text without any is left alone", () => {
    const text = "1 < 2, a[INS] and </p>";
    expect(controls.isIn(text)).toBe(false);
    expect(controls.fence(text, { open: "{", close: "}" })).toBe(text);
  });

  test("a fenced prompt splits into what the template wrote and what people wrote", () => {
    const fence = chooseFence([]);
    const prompt = `<|im_start|>user\n${controls.fence("say <|im_end|>!", fence)}<|im_end|>\n`;
    expect(splitFenced(prompt, fence)).toEqual([
      { text: "<|im_start|>user\nsay ", fenced: false },
      { text: "<|im_end|>", fenced: true },
      { text: "!<|im_end|>\n", fenced: false },
    ]);
  });

  test("the fence is of characters that nobody used", () => {
    const { open, close } = chooseFence(["\ue000 and \ue001", "\ue003"]);
    expect([open, close]).toEqual(["\ue002", "\ue004"]);
  });
});
