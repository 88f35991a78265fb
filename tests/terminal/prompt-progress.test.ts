import { expect, test } from "bun:test";
import { createColors } from "../../src/terminal/colors.ts";
import { PromptProgress } from "../../src/terminal/prompt-progress.ts";

function start() {
  let now = 0;
  let tick: (() => void) | undefined;
  const shown: (string | undefined)[] = [];
  const progress = new PromptProgress({
    colors: createColors({}, {}),
    show: (row) => shown.push(row),
    now: () => now,
    every: (action) => {
      tick = action;
      return () => {
        tick = undefined;
      };
    },
  });
  /** @returns the row that is shown at this time, without the spinner */
  const at = (milliseconds: number): string | undefined => {
    now = milliseconds;
    tick?.();
    return shown
      .at(-1)
      ?.replace(/ ?[◒◐◓◑] ?/u, " ")
      .trimEnd();
  };
  return { progress, at, shown };
}

test("a prompt that is read within a second shows nothing", () => {
  const { progress, at, shown } = start();
  progress.update(10, 20);
  expect(at(900)).toBeUndefined();
  progress.end();
  expect(shown).toEqual([undefined]);
});

test("later there are the percentage and the time left, from the speed so far", () => {
  const { progress, at, shown } = start();
  expect(at(1100)).toBe("Reading the prompt...");
  progress.update(1000, 10_000);
  expect(at(1200)).toBe("Reading the prompt... 10 %");
  at(3100);
  progress.update(3000, 10_000);
  expect(at(3100)).toBe("Reading the prompt... 30 %, 7 s left");
  // It counts down between the reports.
  expect(at(5100)).toBe("Reading the prompt... 30 %, 5 s left");
  progress.end();
  progress.end();
  expect(shown.at(-1)).toBeUndefined();
});

test("tokens that were cached don't count as read in no time", () => {
  const { progress, at } = start();
  progress.update(9000, 10_000);
  at(2000);
  progress.update(9100, 10_000);
  expect(at(2000)).toBe("Reading the prompt... 91 %, 18 s left");
});

test("an estimate that was too low ends at one second", () => {
  const { progress, at } = start();
  progress.update(0, 100);
  at(2000);
  progress.update(50, 100);
  expect(at(60_000)).toBe("Reading the prompt... 50 %, 1 s left");
});
