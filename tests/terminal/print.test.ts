import { describe, expect, test } from "bun:test";
import { printJson, printJsonText, printText } from "../../src/terminal/print.ts";

const hostile = "a\x1b]0;owned\x07b\u009b31mc\u202ed";

function printed(
  isTTY: boolean,
  print: (output: { write(text: string): void; isTTY: boolean }) => void,
): string {
  const parts: string[] = [];
  print({ isTTY, write: (part) => void parts.push(part) });
  return parts.join("");
}

describe("untrusted text", () => {
  test("reaches a file or a pipe unchanged", () => {
    expect(printed(false, (output) => printText(output, hostile))).toBe(hostile);
    expect(printed(false, (output) => printJson(output, [hostile]))).toBe(`${JSON.stringify([hostile])}\n`);
  });

  test("reaches a terminal with visible control characters", () => {
    expect(printed(true, (output) => printText(output, `${hostile}\n`))).toBe(
      "a␛]0;owned␇b<U+009B>31mc<U+202E>d\n",
    );
    const json = printed(true, (output) => printJson(output, [hostile]));
    expect(json).toBe('["a\\u001b]0;owned\\u0007b\\u009b31mc\\u202ed"]\n');
    expect(JSON.parse(json)).toEqual([hostile]);
    expect(printed(true, (output) => printJsonText(output, '{\n  "a": 1\n}\n'))).toBe('{\n  "a": 1\n}\n');
  });
});
