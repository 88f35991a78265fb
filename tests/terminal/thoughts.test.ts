/** A model's reasoning on the screen. */
import { describe, expect, test } from "bun:test";
import { createAnswerView } from "../../src/terminal/answer-view.ts";
import { createColors } from "../../src/terminal/colors.ts";
import { type ThoughtsStyle, thinkingRow, thoughtRow } from "../../src/terminal/thoughts.ts";
import { Screen } from "../fixtures/screen.ts";

const colors = createColors({ NO_COLOR: "1" }, { isTTY: true });

function open(thoughts: ThoughtsStyle, rows = 12) {
  const screen = new Screen(40, rows);
  return { screen, view: createAnswerView({ output: screen, colors, style: "markdown", thoughts }) };
}

const long = Array.from({ length: 30 }, (_, i) => `Thought ${i}.`).join("\n");

describe("folded thoughts", () => {
  test("show their last rows while they come, and then one row", () => {
    const { screen, view } = open("folded");
    view.reasoning(long);
    expect(screen.lines.filter((line) => line !== "")).toEqual([26, 27, 28, 29].map((i) => `Thought ${i}.`));
    view.reasoningEnd("thought for 12 s, 340 tokens");
    view.write("It is four.");
    view.end();
    expect(screen.lines.filter((line) => line !== "")).toEqual([
      "thought for 12 s, 340 tokens",
      "It is four.",
    ]);
  });

  test("leave nothing in the scrollback, however long they are", () => {
    const { screen, view } = open("folded", 6);
    for (const line of long.split("\n")) view.reasoning(`${line}\n`);
    view.reasoningEnd("thought for 1 s");
    view.end();
    expect(screen.lines.join("\n")).not.toContain("Thought");
  });

  test("that follow each other have a row each", () => {
    const { screen, view } = open("folded");
    view.reasoning("First this.");
    view.reasoningEnd("thought for 1 s");
    view.reasoning("Then that.");
    expect(screen.lines).toContain("Then that.");
    view.reasoningEnd("thought for 2 s");
    view.write("Four.");
    view.end();
    expect(screen.lines.filter((line) => line !== "")).toEqual([
      "thought for 1 s",
      "thought for 2 s",
      "Four.",
    ]);
  });

  test("leave nothing when the window gets narrower, either", () => {
    for (const reflow of ["wraps", "cuts"] as const) {
      const screen = new Screen(40, 12, { reflowCursorLine: reflow === "wraps" });
      screen.write("before\n");
      const look = { output: screen, colors, style: "markdown", thoughts: "folded", reflow } as const;
      const view = createAnswerView(look);
      view.reasoning("Let me think about this for as long as it takes.\nOne more thing.");
      screen.resize(24, 12);
      view.reasoning(" And another one.");
      screen.resize(60, 12);
      view.reasoning(" That is all.");
      view.reasoningEnd("thought for 1 s");
      view.end();
      expect(screen.lines.filter((line) => line !== "")).toEqual(["before", "thought for 1 s"]);
    }
  });

  test("are gone if the answer is stopped within them, too", () => {
    const { screen, view } = open("folded");
    view.reasoning("Let me think");
    view.reasoningEnd("thought for 1 s, unfinished");
    view.interrupt();
    expect(screen.lines.filter((line) => line !== "")).toEqual(["thought for 1 s, unfinished", "(stopped)"]);
  });
});

test("live thoughts stay, and hidden ones never come", () => {
  const live = open("live");
  live.view.reasoning("Let me think.\n");
  live.view.reasoningEnd("thought for 1 s");
  live.view.write("Four.");
  live.view.end();
  expect(live.screen.lines.filter((line) => line !== "")).toEqual([
    "Let me think.",
    "thought for 1 s",
    "Four.",
  ]);
  const never = open("never");
  never.view.reasoning("Let me think.\n");
  expect(never.screen.lines.filter((line) => line !== "")).toEqual(["thinking… 1 s"]);
  never.view.reasoningEnd("thought for 1 s");
  expect(never.screen.lines.filter((line) => line !== "")).toEqual(["thought for 1 s"]);
});

test("the row says how long the model thought, and how many tokens, if they are known", () => {
  expect(thoughtRow({ milliseconds: 12_400, tokens: 340 })).toBe("thought for 12 s, 340 tokens");
  expect(thoughtRow({ milliseconds: 90 })).toBe("thought for 1 s");
  expect(thoughtRow({ milliseconds: 65_000, tokens: 1 })).toBe("thought for 1 min 5 s, 1 token");
  expect(thinkingRow(61_000)).toBe("thinking… 1 min 1 s");
  expect(thoughtRow({ milliseconds: 3000, isUnfinished: true })).toBe("thought for 3 s, unfinished");
});
