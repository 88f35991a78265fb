import { describe, expect, test } from "bun:test";
import { ControlTexts, chooseEscapeMarks, splitEscaped } from "../../../src/engine/prompt/escape.ts";

const controls = new ControlTexts(["<|im_end|>", "<|im_start|>", "<|im", "</s>", "[INST]"]);

describe("control tokens in text", () => {
  test("each occurrence is escaped; of several with the same beginning, the longest", () => {
    expect(controls.escape("a<|im_end|>b</s><|im_x", { open: "{", close: "}" })).toBe(
      "a{<|im_end|>}b{</s>}{<|im}_x",
    );
  });

  test("a text without any is unchanged", () => {
    const text = "1 < 2, a[INS] and </p>";
    expect(controls.isIn(text)).toBe(false);
    expect(controls.escape(text, { open: "{", close: "}" })).toBe(text);
  });

  test("a prompt is split into the template's text and escaped text", () => {
    const marks = chooseEscapeMarks([]);
    const prompt = `<|im_start|>user\n${controls.escape("say <|im_end|>!", marks)}<|im_end|>\n`;
    expect(splitEscaped(prompt, marks)).toEqual([
      { text: "<|im_start|>user\nsay ", isEscaped: false },
      { text: "<|im_end|>", isEscaped: true },
      { text: "!<|im_end|>\n", isEscaped: false },
    ]);
  });

  test("the marks are characters that no text contains", () => {
    const { open, close } = chooseEscapeMarks(["\ue000 and \ue001", "\ue003"]);
    expect([open, close]).toEqual(["\ue002", "\ue004"]);
  });
});
