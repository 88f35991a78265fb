/** The input line in a window that changes its size. */
import { describe, expect, test } from "bun:test";
import type { Reflow } from "../../../src/terminal/capabilities.ts";
import { createColors } from "../../../src/terminal/colors.ts";
import { History } from "../../../src/terminal/history.ts";
import { LineEditor } from "../../../src/terminal/input/line-editor.ts";
import type { EndOfInput } from "../../../src/terminal/key-source.ts";
import type { Key } from "../../../src/terminal/keys.ts";
import { keyOf } from "../../fixtures/input.ts";
import { randomFrom } from "../../fixtures/random.ts";
import { Screen } from "../../fixtures/screen.ts";

/** An input line that reads the keys of a test, one at a time. */
function inputOn(screen: Screen, reflow?: Reflow) {
  let take: ((key: Key | EndOfInput) => void) | undefined;
  const keys = {
    hasBuffered: false,
    buffered: [],
    onBuffered: () => ({ [Symbol.dispose]() {} }),
    next: () => new Promise<Key | EndOfInput>((resolve) => (take = resolve)),
  };
  const editor = new LineEditor({
    keys,
    output: screen,
    reflow,
    colors: createColors({ TERM: "xterm", NO_COLOR: "1" }, { isTTY: true }),
    history: History.inMemory(),
    complete: () => ({ from: 0, candidates: [] }),
  });
  const result = editor.read();
  return {
    result,
    async press(key: string): Promise<void> {
      take?.(keyOf(key));
      for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
    },
  };
}

/** What the rows at the end of the screen say, without the labels of the prompt. */
const said = (screen: Screen): string => screen.lines.join("").replaceAll(/\s|prompt ?-> ?|-> ?/g, "");

describe.each([undefined, "cuts"] as const)(
  "on a terminal that cuts the cursor's row (known as: %p)",
  (reflow) => {
    test("the whole input is shown after the window became narrower", async () => {
      const screen = new Screen(80, 12);
      screen.write("before\n");
      const { press } = inputOn(screen, reflow);
      await press('"a question that has fifty letters, more or less ok"');
      screen.resize(30, 12);
      expect(screen.lines).toEqual(
        ["before", "prompt -> a question that has ", "fifty letters, more or less ok"].map((row) =>
          row.trimEnd(),
        ),
      );
      await press('"!"');
      expect(screen.lines.at(-1)).toBe("!");
    });

    test("a search below the input keeps the input above it", async () => {
      const screen = new Screen(88, 12);
      screen.write("before\n");
      const { press } = inputOn(screen, reflow);
      await press("ctrl+r");
      await press('"some words that nothing contains"');
      screen.resize(30, 10);
      await press("ctrl+g");
      expect(screen.lines).toEqual(["before", "prompt ->"]);
      await press('"x"');
      expect(screen.lines.at(-1)).toBe("prompt -> x");
    });

    test.each([1, 2, 3, 4])("no key is typed without being seen, whatever the sizes (%i)", async (seed) => {
      const random = randomFrom(seed);
      for (let round = 0; round < 30; round += 1) {
        const screen = new Screen(80, 20);
        screen.write("before\n");
        const { press, result } = inputOn(screen, reflow);
        let typed = "";
        for (let count = 0; count < 10; count += 1) {
          if (random(3) === 0) screen.resize(20 + random(70), 14 + random(10));
          const word = ["words ", "漢字 ", "a longer text that wraps "][random(3)]!;
          const key = random(4) === 0 ? "ctrl+j" : `"${word}"`;
          typed += key === "ctrl+j" ? "" : word;
          await press(key);
          expect(said(screen)).toEndWith(typed.replaceAll(" ", ""));
        }
        await press("enter");
        expect((await result).type).toBe("line");
        expect(said(screen)).toEndWith(typed.replaceAll(" ", ""));
      }
    });
  },
);

describe.each([undefined, "wraps"] as const)(
  "on a terminal that wraps all rows again (known as: %p)",
  (reflow) => {
    test.each([1, 2, 3, 4])("the whole input is shown, whatever the sizes (%i)", async (seed) => {
      const random = randomFrom(seed);
      for (let round = 0; round < 30; round += 1) {
        const screen = new Screen(80, 20, { reflowCursorLine: true });
        screen.write("before\n");
        const { press } = inputOn(screen, reflow);
        let typed = "";
        for (let count = 0; count < 10; count += 1) {
          if (random(3) === 0) screen.resize(20 + random(70), 14 + random(10));
          const word = ["words ", "漢字 ", "a longer text that wraps "][random(3)]!;
          const key = random(4) === 0 ? "ctrl+j" : `"${word}"`;
          typed += key === "ctrl+j" ? "" : word;
          await press(key);
          expect(said(screen)).toEndWith(typed.replaceAll(" ", ""));
          expect(screen.lines[0]).toBe("before");
          // What is known isn't shown twice.
          if (reflow !== undefined) expect(screen.text.split("prompt ->")).toHaveLength(2);
        }
      }
    });
  },
);
