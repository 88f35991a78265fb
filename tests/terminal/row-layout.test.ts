/** Where rows end, compared with the cursor of a terminal emulator. */
import { expect, test } from "bun:test";
import { cutAtRow, divergence, layoutOf } from "../../src/terminal/row-layout.ts";
import { withFixedTabs } from "../../src/terminal/tabs.ts";
import { randomFrom } from "../fixtures/random.ts";
import { Screen } from "../fixtures/screen.ts";

const pieces = [
  "word ",
  "x",
  "漢",
  "é",
  "e\u0301",
  "\x1b[1mb\x1b[22m",
  "\t",
  "    ",
  "\x1b]8;;http://a.b\x07link\x1b]8;;\x07",
];

test("a row's height and end are the terminal's, with wide characters, tabs and links", () => {
  for (let seed = 1; seed <= 400; seed += 1) {
    const random = randomFrom(seed);
    const columns = 4 + random(30);
    let row = "";
    for (let count = random(40); count > 0; count -= 1) row += pieces[random(pieces.length)]!;
    const fixed = withFixedTabs(row, columns);
    const screen = new Screen(columns, 100);
    screen.write(fixed);
    const { height, end } = layoutOf(fixed, columns);
    expect({ seed, ...screen.cursor }).toEqual({ seed, ...end });
    expect(height).toBe(end.row + 1);
  }
});

test("a row that grows is continued where it ended, with its style", () => {
  expect(divergence("ab\x1b[2mcd\x1b[22m", "ab\x1b[2mcde\x1b[22m", 80)).toEqual({
    row: 0,
    column: 4,
    index: 8,
    styles: "\x1b[2m",
  });
});

test("it is never continued at the edge, where the soft wrap would be lost", () => {
  expect(divergence("abcd", "abcdef", 4)).toEqual({ row: 0, column: 3, index: 3, styles: "" });
});

test("nor between a letter and its accent", () => {
  expect(divergence("abe", "abe\u0301", 80).index).toBe(2);
});

test("a physical row begins with the style that is active there", () => {
  expect(cutAtRow("ab\x1b[1mcdef\x1b[22m", 1, 4)).toEqual({ row: 1, column: 0, index: 8, styles: "\x1b[1m" });
});
