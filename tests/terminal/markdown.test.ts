import { expect, test } from "bun:test";
import { createAnswerView } from "../../src/terminal/answer-view.ts";
import type { Colors } from "../../src/terminal/colors.ts";
import { MarkdownFlow } from "../../src/terminal/markdown/flow.ts";
import { sanitize } from "../../src/terminal/sanitize.ts";
import { colored, withoutColor } from "../fixtures/markdown.ts";
import { Screen } from "../fixtures/screen.ts";

const plain = withoutColor;

// Code is narrow here: rows that are wider than the window are LiveRegion's.
const sample = `# Head *x*

## Two
Some **bold**, *it*, \`code\` and a long line that is wrapped.
Second line.

Steps:
- one
- two
  - nested three with quite a long text that should wrap around somewhere
    more

1. **A**: text

   \`\`\`python
   def f
     "s"
   \`\`\`
   After the code.
2. b

   para

| A | B |
|---|--:|
| 1 | 2 |
| long cell | 漢字 |

> quote here
> more

\`\`\`ts
let x
/* a
b*/ 1
\`\`\`
***
<b>html</b> 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字

Setext
---
- [x] done
- [ ] not

~~~
*f
`;

/** A whole text as rows, without streaming. */
function renderAnswer(text: string, columns: number, colors: Colors): string[] {
  const flow = new MarkdownFlow({ colors, hyperlinks: false });
  return [...flow.push(sanitize(text), columns), ...flow.finish(columns)];
}

function stream(text: string, chunked: Iterable<string>, screen: Screen, colors = colored): string {
  const view = createAnswerView({ output: screen, colors, style: "markdown" });
  for (const chunk of chunked) view.write(chunk);
  view.end();
  const rows = renderAnswer(text, screen.columns, colors).map((row) => Bun.stripANSI(row).trimEnd());
  expect(screen.lines).toEqual(rows);
  expect(screen.cursor).toEqual({ row: rows.length, column: 0 });
  expect(screen.listenerCount).toBe(0);
  return screen.text;
}

function* chunks(text: string, seed: number): Generator<string> {
  let state = seed;
  for (let at = 0; at < text.length; ) {
    state = (state * 1103515245 + 12345) % 2147483648;
    const length = 1 + (state % 9);
    yield text.slice(at, at + length);
    at += length;
  }
}

test.each([
  [80, 40],
  [50, 20],
  [20, 30],
])("an answer looks the same for any chunks, in %i × %i", (columns, rows) => {
  const whole = stream(sample, [sample], new Screen(columns, rows));
  expect(stream(sample, sample, new Screen(columns, rows))).toBe(whole);
  for (let seed = 1; seed < 6; seed += 1) {
    expect(stream(sample, chunks(sample, seed), new Screen(columns, rows), plain)).toBe(
      stream(sample, [sample], new Screen(columns, rows), plain),
    );
  }
});

test("no row is wider than the window", () => {
  for (const columns of [5, 12, 33]) {
    for (const row of renderAnswer(sample, columns, colored)) {
      expect(Bun.stringWidth(row)).toBeLessThanOrEqual(columns);
    }
  }
});

test("the layout of text, a list, code and a link", () => {
  expect(
    renderAnswer("Hi:\n- a\n- b\n```js\nlet x\n```\nBye https://x.y", 40, colored).map(Bun.stripANSI),
  ).toEqual(["Hi:", "• a", "• b", "", "js", "let x", "", "Bye https://x.y"]);
});

test("text is shown as it arrives, before its line or block ends", () => {
  const screen = new Screen(40, 10);
  const view = createAnswerView({ output: screen, colors: colored, style: "markdown" });
  view.write("Hello wor");
  expect(screen.text).toBe("Hello wor");
  view.write("ld, **bo");
  // Bold from its first letter.
  expect(screen.text).toBe("Hello world, bo");
  view.write("ld**\n\n```py\nx = ");
  expect(screen.text).toBe("Hello world, bold\n\npy\nx =");
  view.end();
});

test("an ambiguous marker waits for its next character", () => {
  const screen = new Screen(40, 10);
  const view = createAnswerView({ output: screen, colors: colored, style: "markdown" });
  view.write("Text\n-");
  expect(screen.text).toBe("Text");
  view.write(" item");
  expect(screen.text).toBe("Text\n• item");
  view.end();
});

test("only rows that change are written", () => {
  const screen = new Screen(20, 10);
  const view = createAnswerView({ output: screen, colors: plain, style: "markdown" });
  view.write("one two three four five six ");
  const before = screen.written.length;
  view.write("seven");
  expect(screen.written.slice(before)).not.toContain("one");
  view.end();
});

// Rows that have scrolled away stay as they are, so the columns of a table may get wider below.
test.each([
  [50, 6],
  [20, 10],
  [20, 4],
  [30, 3],
])("an answer is on the screen once, completely, in a window of %i × %i", (columns, rows) => {
  const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "");
  const whole = letters(stream(sample, [sample], new Screen(columns, rows)));
  for (let seed = 1; seed < 6; seed += 1) {
    const screen = new Screen(columns, rows);
    const view = createAnswerView({ output: screen, colors: colored, style: "markdown" });
    for (const chunk of chunks(sample, seed)) view.write(chunk);
    view.end();
    expect(letters(screen.text)).toBe(whole);
  }
});

test("each row of a table that gets wider at its end is printed once, in a low window", () => {
  const cells = Array.from({ length: 30 }, (_, row) => `cell ${row} of thirty`);
  const rows = [...cells.map((cell) => `| ${cell} | y |`), "| a much wider cell at the end | z |"];
  const screen = new Screen(40, 8);
  const view = createAnswerView({ output: screen, colors: plain, style: "markdown" });
  for (const piece of `| a | b |\n|---|---|\n${rows.join("\n")}\n`) view.write(piece);
  view.end();
  for (const cell of [...cells, "a much wider cell at the end"]) {
    expect(screen.lines.filter((line) => line.includes(`${cell} `))).toHaveLength(1);
  }
});

test("an endless paragraph stays cheap and loses nothing", () => {
  const text = "word ".repeat(8000).trimEnd();
  const screen = new Screen(80, 24);
  const shown = stream(text, text.match(/.{1,400}/gs)!, screen, plain);
  expect(shown.split(/\s+/)).toHaveLength(8000);
});

test("the growing block fills a wider window", () => {
  const screen = new Screen(10, 10);
  const view = createAnswerView({ output: screen, colors: plain, style: "markdown" });
  view.write("one two three four");
  expect(screen.lines).toEqual(["one two", "three four"]);
  screen.resize(30, 10);
  expect(screen.lines).toEqual(["one two three four"]);
  view.end();
});

test.each([
  ["raw escapes", "\x1b[31mred\x1b]0;title\x07 \x9b2J"],
  ["escapes as character references", "&#27;[31m &#x1b;]8;;x &#x9B;1m &#x202e; `&#27;`"],
  ["escapes in code", "```\n\x1b[2J &#27;\n```"],
  ["escapes in a link", "[a\x1b](http://x\x1b[1m) ![i](\x1b)"],
  ["bidi overrides", "a \u202e b \u2066 c"],
])("%s never reach the terminal", (_name, text) => {
  const screen = new Screen(60, 10);
  // The screen throws on unknown sequences.
  stream(text, text, screen);
  const unstyled = screen.written.replace(/\x1b\[(\?2026[hl]|[\d;]*[ABGJKm])/g, "");
  expect(unstyled).not.toMatch(/[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]/);
});

test("without colours there are styles, but no colour", () => {
  const screen = new Screen(60, 40);
  stream(sample, [sample], screen, plain);
  const styles = new Set(screen.written.match(/\x1b\[[\d;]*m/g));
  expect([...styles].sort()).toEqual([
    "\x1b[1m",
    "\x1b[22m",
    "\x1b[23m",
    "\x1b[24m",
    "\x1b[2m",
    "\x1b[3m",
    "\x1b[4m",
  ]);
});

test("reasoning is dimmed and separate from the answer", () => {
  const screen = new Screen(30, 20);
  const view = createAnswerView({ output: screen, colors: colored, style: "markdown" });
  view.reasoning("\nLet me think\n\nabout **it**");
  view.reasoning(" more\n\n");
  view.write("Done.");
  view.end();
  expect(screen.lines).toEqual(["Let me think", "", "about **it** more", "", "Done."]);
  expect(screen.written).toContain(colored.dim("Let me think"));
});

test("a stopped answer keeps its text and is marked", () => {
  for (const style of ["markdown", "plain"] as const) {
    const screen = new Screen(30, 20);
    const view = createAnswerView({ output: screen, colors: plain, style });
    view.write("Half an ans");
    view.interrupt();
    expect(screen.lines).toEqual(["Half an ans", "(stopped)"]);
    expect(screen.cursor).toEqual({ row: 2, column: 0 });
  }
});

test("plain style prints the text without layout, sanitized", () => {
  const screen = new Screen(40, 20);
  const view = createAnswerView({ output: screen, colors: plain, style: "plain" });
  view.reasoning("why");
  view.write("# T\r");
  view.write("\n**b** \x1b[2J");
  view.end();
  expect(screen.lines).toEqual(["why", "", "# T", "**b** ␛[2J"]);
});
