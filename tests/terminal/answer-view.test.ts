/** What is on the screen while an answer comes. */
import { describe, expect, test } from "bun:test";
import { type AnswerViewOptions, createAnswerView } from "../../src/terminal/answer-view.ts";
import { createColors } from "../../src/terminal/colors.ts";
import type { TypedAhead } from "../../src/terminal/typed-ahead.ts";
import { Screen } from "../fixtures/screen.ts";

const colors = createColors({ NO_COLOR: "1" }, { isTTY: true });

/** Text that is typed while an answer comes. */
class Typing implements TypedAhead {
  #text = "";
  #listener = (): void => {};

  type(text: string): void {
    this.#text = text;
    this.#listener();
  }

  frame() {
    if (this.#text === "") return { rows: [], cursor: { row: 0, column: 0 } };
    const rows = `prompt -> ${this.#text}`.split("\n");
    return { rows, cursor: { row: rows.length - 1, column: rows.at(-1)!.length } };
  }

  onChange(listener: () => void): Disposable {
    this.#listener = listener;
    return {
      [Symbol.dispose]: () => {
        this.#listener = () => {};
      },
    };
  }
}

function open(options: Partial<AnswerViewOptions> = {}, columns = 40, rows = 12) {
  const screen = new Screen(columns, rows);
  const typing = new Typing();
  const view = createAnswerView({
    output: screen,
    colors,
    style: "markdown",
    typedAhead: typing,
    ...options,
  });
  return { screen, typing, view };
}

test("after Ctrl+Z and fg, the growing rows are below what the shell has written", () => {
  let resume = (): void => {};
  const onResume = (listener: () => void): Disposable => {
    resume = listener;
    return { [Symbol.dispose]: () => {} };
  };
  const { screen, typing, view } = open({ onResume });
  view.write("One.\n\nThe second one");
  typing.type("next");
  const before = ["One.", "", "The second one", "", "prompt -> next"];
  expect(screen.lines).toEqual(before);
  screen.write("\n$ fg\n");
  resume();
  expect(screen.lines).toEqual([...before, "$ fg", "The second one", "", "prompt -> next"]);
  expect(screen.cursor).toEqual({ row: 8, column: 14 });
  view.write(" grows");
  expect(screen.lines.slice(-4)).toEqual(["$ fg", "The second one grows", "", "prompt -> next"]);
});

describe.each(["markdown", "plain"] as const)("what is typed ahead, in style %s", (style) => {
  test("is shown before the answer begins", () => {
    const { screen, typing } = open({ style });
    typing.type("n");
    expect(screen.lines).toEqual(["", "prompt -> n"]);
    expect(screen.cursor).toEqual({ row: 1, column: 11 });
  });

  test("is below the growing answer, with the cursor in it", () => {
    const { screen, typing, view } = open({ style });
    view.reasoning("Let me think");
    typing.type("next");
    expect(screen.lines).toEqual(["Let me think", "", "prompt -> next"]);
    view.write("It is ");
    typing.type("next question");
    view.write("four.");
    expect(screen.lines).toEqual(["Let me think", "", "It is four.", "", "prompt -> next question"]);
    expect(screen.cursor).toEqual({ row: 4, column: 23 });
  });

  test("is left to the prompt when the answer ends", () => {
    const { screen, typing, view } = open({ style });
    typing.type("next");
    view.write("Done.\n");
    view.end();
    expect(screen.lines).toEqual(["Done."]);
    expect(screen.cursor).toEqual({ row: 1, column: 0 });
    typing.type("later");
    expect(screen.lines).toEqual(["Done."]);
  });

  test("is repainted alone: the answer isn't written again", () => {
    const { screen, typing, view } = open({ style });
    view.write("A long answer");
    typing.type("a");
    const before = screen.written.length;
    typing.type("ab");
    expect(screen.written.slice(before)).toBe("\x1b[?2026hb\x1b[?2026l");
    view.end();
  });

  test("stays when the answer fills the window", () => {
    const { screen, typing, view } = open({ style }, 40, 8);
    typing.type("next");
    for (let row = 1; row <= 30; row += 1) view.write(`row ${row}\n\n`);
    expect(screen.lines.at(-1)).toBe("prompt -> next");
    view.end();
    const rows = screen.lines.filter((line) => line !== "");
    expect(rows).toEqual(Array.from({ length: 30 }, (_, row) => `row ${row + 1}`));
  });
});

test("progress is a row of the same region, and makes room for the answer", () => {
  const { screen, typing, view } = open();
  view.status("Reading the prompt... 10 %");
  typing.type("next");
  view.note("(The oldest turn left out)");
  expect(screen.lines).toEqual([
    "(The oldest turn left out)",
    "Reading the prompt... 10 %",
    "",
    "prompt -> next",
  ]);
  view.status(undefined);
  view.write("Hello");
  view.end();
  expect(screen.lines).toEqual(["(The oldest turn left out)", "Hello"]);
});

test("an answer without text leaves nothing", () => {
  const { screen, view } = open();
  view.status("Reading the prompt...");
  view.status(undefined);
  view.end();
  expect(screen.lines).toEqual([]);
  expect(screen.cursor).toEqual({ row: 0, column: 0 });
});

test.each([
  [undefined, 100],
  [60, 60],
  [0, 150],
])("with a text width of %p, text is at most %i columns wide in a window of 150", (textWidth, expected) => {
  const { screen, view } = open({ textWidth }, 150, 40);
  view.write("word ".repeat(200));
  view.end();
  const widest = Math.max(...screen.lines.map((line) => line.length));
  expect(widest).toBeLessThanOrEqual(expected);
  expect(widest).toBeGreaterThan(expected - 6);
});

test("a plain line is copied whole, however long it is", () => {
  const { screen, view } = open({ style: "plain" }, 20, 5);
  const line = Array.from({ length: 100 }, (_, index) => `word${index}`).join(" ");
  for (const piece of `${line}\nend`) view.write(piece);
  view.end();
  expect(screen.logicalLines).toEqual([line, "end"]);
});

describe("an answer that continues a cut one", () => {
  test("goes on inside the code, with the line that was cut", () => {
    const { screen, view } = open({ continues: "Here:\n```py\nx = 1\n    # incre" });
    view.write("ment\nx += 1\n```\nDone.");
    view.end();
    expect(screen.lines[0]).toEndWith("    # increment");
    expect(screen.lines[1]).toEndWith("x += 1");
    expect(screen.lines.at(-1)).toBe("Done.");
  });

  test("goes on inside the table", () => {
    const { screen, view } = open({ continues: "| a | b |\n|---|---|\n| 1 | 2 |\n" });
    view.write("| 3 | 4 |\n");
    view.end();
    expect(screen.lines[0]).toMatch(/3 +\W 4/);
    expect(screen.lines.join("\n")).not.toContain("1");
  });

  test("goes on in the sentence", () => {
    const { screen, view } = open({ continues: "one two three four five six seven eight ni" });
    view.write("ne ten");
    view.end();
    expect(screen.lines).toEqual(["nine ten"]);
  });
});

test("a dumb terminal gets the text as it was written, and no control sequence", () => {
  const { screen, view } = open({ style: "dumb" });
  view.status("Reading the prompt... 10 %");
  view.status("Reading the prompt... 20 %");
  view.reasoning("why");
  view.write("# **T** \x1b[2J");
  view.note("note");
  view.interrupt();
  expect(screen.written).toBe("Reading the prompt... 10 %\nwhy\n\n# **T** ␛[2J\nnote\n(stopped)\n");
});
