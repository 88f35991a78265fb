/** Two answers side by side, complete or growing. */
import { describe, expect, test } from "bun:test";
import { createColors } from "../../src/terminal/colors.ts";
import { PairView } from "../../src/terminal/pair-view.ts";
import { GrowingMarkdown, plainRows, type Side, sideBySide } from "../../src/terminal/side-by-side.ts";
import { Screen } from "../fixtures/screen.ts";

const colors = createColors({}, {});
const styled = createColors({ TERM: "xterm", NO_COLOR: "1" }, { isTTY: true });
const side = (text: string, heading = "model"): Side => ({
  heading,
  rows: plainRows(text),
  footer: "3 tokens",
});

describe("two answers", () => {
  test("are side by side, each in its own lines", () => {
    const rows = sideBySide(side("one two three", "a"), side("eins", "b"), 70, colors);
    expect(rows.map((row) => row.trimEnd())).toEqual([
      "a                                 │ b",
      "one two three                     │ eins",
      "3 tokens                          │ 3 tokens",
    ]);
  });

  test("are broken at a space, which is on neither row", () => {
    const text = "Sorry, I'm a tiny model. Please ask me in other words.";
    const rows = sideBySide(side(text), side(text), 80, colors);
    expect(rows.slice(1, 3).map((row) => row.trimEnd())).toEqual([
      "Sorry, I'm a tiny model. Please ask me │ Sorry, I'm a tiny model. Please ask me",
      "in other words.                        │ in other words.",
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
    const text = `${"漢字かな交じり文 ".repeat(20)}${"x".repeat(300)}\n\n\`\`\`\n${"y".repeat(200)}\n`;
    const markdown = new GrowingMarkdown(colors);
    markdown.write(text);
    const heading = "a name that is far too long ".repeat(9);
    const grown: Side = { heading, rows: (width) => markdown.rows(width), footer: "" };
    for (const wide of [side(text, heading), grown]) {
      for (const row of sideBySide(wide, side("short\n\n\tlines\nof it"), columns, colors)) {
        expect(Bun.stringWidth(row)).toBeLessThanOrEqual(columns);
      }
    }
  });

  test("can't control the terminal", () => {
    const evil = new GrowingMarkdown(colors);
    for (const part of ["\x1b", "[2Jgone", "\x07", "\ud83d"]) evil.write(part);
    const rows = sideBySide(
      side("\x1b[2Jgone"),
      { heading: "\x07", rows: (width) => evil.rows(width), footer: "" },
      80,
      colors,
    );
    expect(rows.join("")).not.toMatch(/[\x00-\x1f]/);
  });
});

test("markdown that grows has the same rows however it is cut, also after a change of width", () => {
  const text =
    "# Title\n\nSome **bold** words, and `code`.\n\n- one\n- two\n\n```js\nlet x = 1;\n```\n\nThe end.";
  const whole = new GrowingMarkdown(colors);
  whole.write(text);
  const parts = new GrowingMarkdown(colors);
  for (const [index, character] of [...text].entries()) {
    parts.write(character);
    parts.rows(index % 50 === 49 ? 31 : 40);
  }
  expect(parts.rows(40)).toEqual(whole.rows(40));
});

/** A terminal that a view writes to. */
class Window {
  readonly screen: Screen;
  #resized = (): void => {};
  readonly isTTY = true;
  columns: number;
  rows: number;

  constructor(columns: number, rows: number) {
    this.columns = columns;
    this.rows = rows;
    this.screen = new Screen(columns, rows);
  }

  write(text: string): void {
    this.screen.write(text.replaceAll(/(?<!\r)\n/g, "\r\n"));
  }

  on(_event: "resize", listener: () => void): void {
    this.#resized = listener;
  }

  off(): void {
    this.#resized = () => {};
  }

  resize(columns: number, rows: number): void {
    this.columns = columns;
    this.rows = rows;
    this.screen.resize(columns, rows);
    this.#resized();
  }
}

describe("growing answers", () => {
  test("are seen in both columns, the second beside the first", () => {
    const window = new Window(80, 20);
    const view = new PairView(window, styled, ["a", "b"]);
    view.write(0, "The capital");
    view.write(0, " is **Lima**.");
    expect(window.screen.text).toMatch(/^The capital is Lima\. +│$/m);
    view.write(1, "It is");
    expect(window.screen.text).toMatch(/^The capital is Lima\. +│ It is$/m);
  });

  test("show their ends until they are complete, and then every row once", () => {
    const window = new Window(80, 12);
    const view = new PairView(window, styled, ["a", "b"]);
    for (let line = 1; line <= 30; line += 1) view.write(0, `left ${line}.\n\n`);
    expect(window.screen.text).toContain("left 30.");
    expect(window.screen.text).not.toContain("left 1.");
    for (let line = 1; line <= 20; line += 1) {
      view.write(1, `right ${line}.\n\n`);
      expect(window.screen.text).toContain(`right ${line}.`);
    }
    view.label(1, { footer: "done" });
    view.end();
    for (let line = 1; line <= 30; line += 1) {
      expect(window.screen.text.split(`left ${line}.`)).toHaveLength(2);
      expect(window.screen.text.split(`right ${line}.`)).toHaveLength(line <= 20 ? 2 : 1);
    }
    expect(window.screen.text).toMatch(/│ done$/m);
  });

  test.each([
    [100, 60],
    [100, 50],
    [60, 140],
  ])("are printed once, as a whole, when the window goes from %d to %d columns", (from, to) => {
    const window = new Window(from, 24);
    const view = new PairView(window, styled, ["first", "second"]);
    for (let line = 1; line <= 30; line += 1) view.write(0, `left ${line}.\n\n`);
    view.write(1, "right 1.");
    window.resize(to, 24);
    view.write(1, " right 2.");
    view.end();
    window.resize(from, 24);
    // A terminal may keep rows of the preview above, if it has wrapped them off the screen.
    const { text } = window.screen;
    const printed = text.slice(text.lastIndexOf("first"));
    for (const shown of ["first", "second", "left 1.", "left 30.", "right 1. right 2."]) {
      expect({ shown, times: printed.split(shown).length - 1 }).toEqual({ shown, times: 1 });
    }
  });
});
