import { expect, test } from "bun:test";
import { Brackets } from "../../../src/terminal/markdown/brackets.ts";
import { randomFrom } from "../../fixtures/random.ts";

test("a place is inside the innermost bracket that is closed behind it", () => {
  const brackets = new Brackets("a (b [c] d) e");
  expect(brackets.endAround(0)).toBe(Number.POSITIVE_INFINITY);
  expect(brackets.endAround(3)).toBe(10);
  expect(brackets.endAround(6)).toBe(7);
  expect(brackets.endAround(9)).toBe(10);
  expect(brackets.endAround(12)).toBe(Number.POSITIVE_INFINITY);
});

test("brackets without a partner have no effect", () => {
  expect(new Brackets("a) (b [c) d").endAround(7)).toBe(8);
  expect(new Brackets("a) ]b (c").endAround(7)).toBe(Number.POSITIVE_INFINITY);
});

test("pairs are those that a scan for each place finds", () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const random = randomFrom(seed);
    const text = Array.from({ length: random(40) }, () => "()ab"[random(4)]).join("");
    const brackets = new Brackets(text);
    for (let at = 0; at < text.length; at += 1) {
      if ("()".includes(text[at]!)) continue;
      expect({ text, at, end: brackets.endAround(at) }).toEqual({ text, at, end: scanned(text, at) });
    }
  }
});

/** The first ")" behind `at` that has its "(" before `at`. */
function scanned(text: string, at: number): number {
  const opened: number[] = [];
  for (const [index, character] of [...text].entries()) {
    if (character === "(") opened.push(index);
    const begin = character === ")" ? opened.pop() : undefined;
    if (begin !== undefined && begin < at && index > at) return index;
  }
  return Number.POSITIVE_INFINITY;
}
