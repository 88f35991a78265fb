import { describe, expect, test } from "bun:test";
import { createColors } from "../../src/terminal/colors.ts";
import { type Side, sideBySide } from "../../src/terminal/side-by-side.ts";

const colors = createColors({ NO_COLOR: "1" }, {});
const side = (text: string, heading = "model"): Side => ({ heading, text, footer: "3 tokens" });

describe("two answers", () => {
  test("are side by side, each in its own lines", () => {
    const rows = sideBySide(side("one two three", "a"), side("eins", "b"), 70, colors);
    expect(rows.map((row) => row.trimEnd())).toEqual([
      "a                                 │ b",
      "one two three                     │ eins",
      "3 tokens                          │ 3 tokens",
    ]);
  });

  test("are one below the other in a narrow window", () => {
    expect(sideBySide(side("one", "a"), side("eins", "b"), 40, colors)).toEqual([
      "a",
      "one",
      "3 tokens",
      "",
      "b",
      "eins",
      "3 tokens",
    ]);
  });

  test.each([20, 63, 64, 80, 133])("never exceed %d columns", (columns) => {
    const wide = side(
      "漢字かな交じり文 ".repeat(20) + "x".repeat(300),
      "a name that is far too long ".repeat(9),
    );
    for (const row of sideBySide(wide, side("short\n\n\tlines\nof it"), columns, colors)) {
      expect(Bun.stringWidth(row)).toBeLessThanOrEqual(columns);
    }
  });

  test("can't control the terminal", () => {
    expect(sideBySide(side("\x1b[2Jgone"), side("\x07"), 80, colors).join("")).not.toMatch(/[\x00-\x1f]/);
  });
});
