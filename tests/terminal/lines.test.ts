/** Colours, the line of statistics, and progress lines. */
import { describe, expect, test } from "bun:test";
import { createColors } from "../../src/terminal/colors.ts";
import { showProgress } from "../../src/terminal/progress.ts";
import { formatStats } from "../../src/terminal/stats.ts";
import { Screen } from "../fixtures/screen.ts";

const colors = createColors({ TERM: "xterm", NO_COLOR: "1" }, { isTTY: true });

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ TERM: "dumb" }, true, false],
  [{ TERM: "unknown" }, true, false],
  [{ NO_COLOR: "1" }, true, false],
  [{ NO_COLOR: "" }, true, true],
  [{ NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
  [{ FORCE_COLOR: "1" }, false, true],
  [{ FORCE_COLOR: "0" }, true, false],
])("colours with %j on a terminal (%p): %p", (env, isTTY, expected) => {
  expect(createColors({ TERM: "xterm", ...env }, { isTTY }).isColorSupported).toBe(expected);
});

describe("stats", () => {
  const done = (completionTokens: number, generationMs: number) =>
    formatStats({
      type: "done",
      finish: "stop",
      usage: {
        promptTokens: 268,
        cachedTokens: 0,
        completionTokens,
        contextUsed: 310,
        contextSize: 8192,
        contextLimit: 131_072,
      },
      timings: { promptMs: 110, firstTokenMs: 120, generationMs, totalMs: 120 + generationMs },
    });

  test("tokens, speed, first token, context", () => {
    expect(done(42, 575)).toBe("42 tokens · 71.3 tokens/s · first token 0.12 s · context 310/8192");
  });

  test("an unknown context size isn't shown, and an estimate is marked", () => {
    const usage = {
      promptTokens: 7,
      cachedTokens: 0,
      completionTokens: 3,
      contextUsed: 10,
      contextSize: Number.POSITIVE_INFINITY,
      contextLimit: Number.POSITIVE_INFINITY,
      isEstimated: true,
    };
    const timings = { promptMs: 110, firstTokenMs: 120, generationMs: 1000, totalMs: 1120 };
    expect(formatStats({ type: "done", finish: "stop", usage, timings })).toBe(
      "about 3 tokens · 2.0 tokens/s · first token 0.12 s · context 10",
    );
  });

  test("values that were not measured aren't shown", () => {
    expect(done(1, 0)).toBe("1 token · first token 0.12 s · context 310/8192");
    expect(done(0, 0)).toBe("0 tokens · context 310/8192");
  });
});

describe("progress", () => {
  function start(
    output: Screen | { write(text: string): void },
    label = "Loading model tiny.gguf",
    quiet = false,
  ) {
    let tick = (): void => {};
    let running = true;
    const progress = showProgress({
      output,
      colors,
      label,
      quiet,
      every: (action) => {
        tick = action;
        return () => {
          running = false;
        };
      },
    });
    return { progress, tick: () => tick(), isRunning: () => running };
  }

  test("the line advances and ends with 100%", () => {
    const screen = new Screen(60, 5);
    const { progress, tick, isRunning } = start(screen);
    expect(screen.lines).toEqual(["Loading model tiny.gguf... ◒"]);
    progress.update(0.426);
    tick();
    expect(screen.lines).toEqual(["Loading model tiny.gguf... ◐ 42%"]);
    progress.done("Model loaded successfully! (1.2B, Q4_K_M, context 8192, CPU)");
    progress.done("twice");
    expect(screen.lines).toEqual([
      "Loading model tiny.gguf... 100%",
      "Model loaded successfully! (1.2B, Q4_K_M, context 8192, CPU)",
    ]);
    expect(isRunning()).toBe(false);
  });

  test("cleared, it leaves nothing", () => {
    const screen = new Screen(60, 5);
    {
      using progress = start(screen).progress;
      progress.update(1);
    }
    expect(screen.lines).toEqual([]);
    expect(screen.cursor).toEqual({ row: 0, column: 0 });
  });

  test("a note is printed above the line, complete", () => {
    const screen = new Screen(30, 5);
    const { progress } = start(screen, "Connecting");
    progress.say("host answered 503. Trying again in 2.00 s.");
    expect(screen.lines).toEqual(["host answered 503. Trying agai", "n in 2.00 s.", "Connecting... ◒"]);
    progress.clear();
    expect(screen.lines.at(-1)).not.toContain("Connecting");
  });

  test("a narrow window shortens the label, not the progress", () => {
    const screen = new Screen(20, 5);
    const { progress, tick } = start(screen);
    progress.update(0.5);
    tick();
    expect(screen.lines).toEqual(["Loading mo…... ◐ 50%"]);
  });

  test("a file name can't control the terminal", () => {
    const screen = new Screen(60, 5);
    start(screen, "Loading model \x1b]0;x\x07.gguf").progress.clear();
    expect(screen.written).not.toContain("\x07");
  });

  test("a log gets a few plain lines, or none if quiet", () => {
    let written = "";
    const output = {
      write: (text: string) => {
        written += text;
      },
    };
    const { progress } = start(output, "Loading model a");
    for (let percent = 0; percent <= 100; percent += 1) progress.update(percent / 100);
    progress.done("Done");
    expect(written).toBe(
      "Loading model a...\nLoading model a... 25%\nLoading model a... 50%\nLoading model a... 75%\nDone\n",
    );
    written = "";
    start(output, "Loading model a", true).progress.done("Done");
    expect(written).toBe("");
  });
});
