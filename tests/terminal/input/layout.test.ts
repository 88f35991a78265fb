/** Where the characters of a line stand on the screen. */
import { describe, expect, test } from "bun:test";
import { shownText, wrap } from "../../../src/terminal/input/layout.ts";
import { randomFrom } from "../../fixtures/random.ts";

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The rows of a line, one cluster after the other: the simplest way to wrap. */
function rowsOf(text: string, columns: number): { rows: string[]; starts: number[] } {
  const rows = [""];
  const starts = [0];
  let width = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    const cells = Bun.stringWidth(shownText(segment));
    if (width + cells > columns && rows.at(-1) !== "") {
      rows.push("");
      starts.push(index);
      width = 0;
    }
    rows.push(rows.pop() + shownText(segment));
    width += cells;
  }
  return { rows, starts };
}

describe("wrapping", () => {
  const letters =
    "a b é ß я 漢 字 한 か ガ Ω … ᄒ ᅡ क्ष ก็ 👍 👩‍👩‍👧 🇩🇪 🇩 © ©\ufe0f 1\ufe0f\u20e3 e\u0301 か\u3099 ｶﾞ \u0301 \u200d".split(
      " ",
    );

  test.each([1, 2, 3, 4])("puts no character across the edge, in any script (%i)", (seed) => {
    const random = randomFrom(seed);
    for (let count = 0; count < 1500; count += 1) {
      const text = Array.from({ length: random(30) }, () => letters[random(letters.length)]).join("");
      const columns = 2 + random(14);
      const { rows, starts } = wrap(text, columns);
      expect({ rows, starts }).toEqual(rowsOf(text, columns));
    }
  });

  test.each([1, 2])("shows the cursor where its character is (%i)", (seed) => {
    const random = randomFrom(seed + 10);
    for (let count = 0; count < 1500; count += 1) {
      const text = Array.from({ length: random(30) }, () => letters[random(letters.length)]).join("");
      const columns = 2 + random(14);
      const borders = [...Array.from(segmenter.segment(text), ({ index }) => index), text.length];
      const index = borders[random(borders.length)]!;
      const { starts, cursor } = wrap(text, columns, index);
      const { row, column } = cursor ?? { row: -1, column: -1 };
      expect(starts[row]).toBeLessThanOrEqual(index);
      // A mark without a width may be behind a full row.
      const width = Bun.stringWidth(shownText(text.slice(starts[row], index)));
      expect(column).toBe(Math.min(width, columns - 1));
    }
  });

  test("of a megabyte in one line takes milliseconds, also with letters that are not ASCII", () => {
    for (const text of ["some wörds ".repeat(90_000), "漢字".repeat(200_000), "x".repeat(1_000_000)]) {
      const start = performance.now();
      for (let key = 0; key < 5; key += 1) wrap(text, 80, text.length);
      // A bound that only segmenting each character misses: the bench measures the time itself.
      expect((performance.now() - start) / 5).toBeLessThan(60);
    }
  });
});
