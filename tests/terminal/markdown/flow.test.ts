import { expect, test } from "bun:test";
import { MarkdownFlow } from "../../../src/terminal/markdown/flow.ts";
import { linked, readable, rendered, streamed, tagged } from "../../fixtures/markdown.ts";
import { randomFrom } from "../../fixtures/random.ts";

const sample = `# Head *x*

Some **bold**, *it*, \`code\` and [link](http://a.b/c), <http://x.y> and https://x.y/z in a long line.
Second line with $x_1$.

- one
- two
  - nested three with quite a long text that should wrap around somewhere
    more

1. **A**: text

   \`\`\`python
   def f(x):
   \treturn """s  # no comment
   # still a string"""
   \`\`\`
   After the code.
2. b

| A | B |
|---|--:|
| 1 | 2 |
| long cell | 漢字 |

> quote here
> - more
> \`\`\`js
> /* a
> b */
> \`\`\`

$$
a * b
$$
***
漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字、漢字漢字漢字

Title
===
- [x] done

    indented

~~~
unclosed **fence
`;

test.each([80, 50, 20, 7, 1])(
  "rows of %i columns do not depend on how the text was cut into chunks",
  (columns) => {
    const whole = rendered(sample, columns, linked);
    expect(streamed(sample, columns, linked)).toEqual(whole);
    for (let seed = 0; seed < 10; seed += 1) {
      const random = randomFrom(seed);
      const chunks: string[] = [];
      for (let at = 0; at < sample.length; at += chunks.at(-1)!.length) {
        chunks.push(sample.slice(at, at + 1 + random(30)));
      }
      expect(streamed(chunks, columns, linked)).toEqual(whole);
    }
  },
);

/** What the screen shows after each character of a text. */
function previews(text: string, columns = 80): string[][] {
  const flow = new MarkdownFlow(tagged);
  const final: string[] = [];
  return Array.from(text, (character) => {
    final.push(...flow.push(character, columns));
    return [...final, ...flow.preview(columns)];
  });
}

test("half a marker is never shown", () => {
  const text = "A **b** (`c`) ~~d~~ **e `f` g**, (**h**) ***i*** end.\n\n- **j**: `k`\n";
  for (const rows of previews(text)) expect(readable(rows).join("\n")).not.toMatch(/[*`~]/);
});

test("bold text and code are styled from their first letter", () => {
  const flow = new MarkdownFlow(tagged);
  flow.push("Hello **wor", 80);
  expect(flow.preview(80)).toEqual(["Hello <b>wor</b>"]);
  flow.push("ld** and `co", 80);
  expect(flow.preview(80)).toEqual(["Hello <b>world</b> and <code>co</code>"]);
});

test("a link's address is not shown while it is written", () => {
  const shown = new Set(previews("[text](https://a.b/c)").map((rows) => rows.join("\n")));
  expect([...shown].filter((text) => text.includes("https"))).toEqual(["text (<u>https://a.b/c</u>)"]);
});

test("a line of markers is not shown before it is decided", () => {
  const shown = previews("Text\n---\n- item\n```py\nx\n```\n").map((rows) => readable(rows).join("\n"));
  for (const text of shown) expect(text).not.toMatch(/^[-`]+$/m);
});

test.each([
  ["code", "Here:\n```python\ndef f():\n    x = 1\n    # sta", "rt\n    y = 2\n# end\n```\nBye"],
  ["a comment", "```js\n/* a\n", "b */ let c\n"],
  ["a list", "1. one\n   - two th", "ree\n   - four\n\n2. five"],
  ["a table", "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 ", "| 4 |\n| 5 | 6 |\n\nText"],
  ["a quote", "> a\n> b", " c\n> d"],
  ["LaTeX", "$$\na *b", "* c\n$$\n*it*"],
  ["bold text", "Some **bold te", "xt** here"],
  ["a paragraph that ended", "One.\n\n", "Two."],
])("a cut answer goes on inside %s", (_name, before, after) => {
  expectContinued(before, after, 40);
});

test("a cut answer goes on wherever it was cut", () => {
  for (let at = 1; at < sample.length; at += 1) expectContinued(sample.slice(0, at), sample.slice(at), 30);
});

/** The rows of the continuation complete those on the screen to the rows of the whole answer. */
function expectContinued(before: string, after: string, columns: number): void {
  const shown = rendered(before, columns);
  const whole = rendered(before + after, columns);
  const flow = new MarkdownFlow(tagged, before);
  const added: string[] = [];
  for (const character of after) {
    added.push(...flow.push(character, columns));
    flow.preview(columns);
  }
  added.push(...flow.finish(columns));
  const kept = whole.length - added.length;
  expect({ before, added }).toEqual({ before, added: whole.slice(kept) });
  // An empty row between two blocks is not needed where the continuation begins.
  const isGap = kept === shown.length + 1 && whole[kept - 1] === "";
  expect(whole.slice(0, isGap ? kept - 1 : kept)).toEqual(shown.slice(0, kept));
  // Nothing that was complete on the screen is printed again, unless it looks different now.
  if (kept < shown.length - 1) expect(added[0]).not.toBe(shown[kept]);
}

test("a continuation previews only what is new", () => {
  const flow = new MarkdownFlow(tagged, "```py\na = 1\nb = ");
  expect(flow.preview(40)).toEqual([]);
  flow.push("2", 40);
  expect(flow.preview(40)).toEqual(["b = <yellow>2</yellow>"]);
  flow.push("\nc", 40);
  expect(flow.preview(40)).toEqual(["c"]);
});

test("a long line of code is one row, and its preview stays short", () => {
  const line = `x = [${"1, ".repeat(10_000)}]`;
  const flow = new MarkdownFlow(tagged);
  expect(flow.push("```\n", 80)).toEqual([]);
  for (let at = 0; at < line.length; at += 500) {
    expect(flow.push(line.slice(at, at + 500), 80)).toEqual([]);
    expect(flow.preview(80).join("\n").length).toBeLessThanOrEqual(4096);
  }
  expect(flow.push("\n```\n", 80)).toEqual([line]);
});

test("a paragraph without end is printed part by part, and loses nothing", () => {
  const words = Array.from({ length: 20_000 }, (_, at) => `w${at}`);
  const rows = streamed(words.join(" ").match(/.{1,300}/gs)!, 80);
  expect(rows.join(" ").split(" ")).toEqual(words);
});
