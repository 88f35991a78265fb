import { expect, test } from "bun:test";
import { createColors } from "../../../src/terminal/colors.ts";
import { colored, readable, rendered, withoutColor } from "../../fixtures/markdown.ts";

test("line breaks of a paragraph are line breaks", () => {
  const poem = "Roses are red,\n  Violets are blue.\n\nAnna Smith\n12 Main Street\nLondon";
  expect(rendered(poem).join("\n")).toBe(poem);
});

test("headings are bold, and stand apart", () => {
  expect(rendered("# One `x` #\n## Two\ntext\n### Three\nFour\n====\n#hashtag")).toEqual([
    "<b><u>One </u></b><b><u><code>x</code></u></b>",
    "",
    "<b>Two</b>",
    "text",
    "",
    "<b>Three</b>",
    "",
    "<b><u>Four</u></b>",
    "#hashtag",
  ]);
});

test("a line of dashes is a rule, not the underline of the text above", () => {
  expect(rendered("Text\n---\nmore", 20)).toEqual(["Text", `<dim>${"─".repeat(20)}</dim>`, "more"]);
});

test("list items hang, nest and keep the source's spacing", () => {
  const text =
    "1. First item\n   - nested and long\n     more\n   * [x] done\n10) Tenth\n\n    In the item.\n\nAfter";
  expect(rendered(text, 16)).toEqual([
    "1. First item",
    "   • nested and",
    "     long",
    "     more",
    "   [x] done",
    "10) Tenth",
    "",
    "    In the item.",
    "",
    "After",
  ]);
});

test("wide markers of a list are shown narrow, also of nested items", () => {
  expect(rendered("*   **One**\n    *   two\n        more\n*   three")).toEqual([
    "• <b>One</b>",
    "  • two",
    "    more",
    "• three",
  ]);
});

test("a line that is not indented does not belong to the item or quote above", () => {
  expect(rendered("- item\ntext\n> quote\ntext")).toEqual(["• item", "text", "<dim>│ </dim>quote", "text"]);
});

test("a quote may contain lists, code, tables and quotes", () => {
  const text = "> a\n> - b\n> ```\n> *c*\n> ```\n> > d\n>\n> | e | f |\n> |---|---|\n> | g | h |";
  expect(readable(rendered(text))).toEqual([
    "│ a",
    "│ • b",
    "│",
    "*c*",
    "│",
    "│ │ d",
    "│",
    "│ e │ f",
    "│ ──┼──",
    "│ g │ h",
  ]);
});

test("Python's prompt is no quote", () => {
  expect(rendered(">>> import os\n>>> os.name")).toEqual([">>> import os", ">>> os.name"]);
});

test("code is one row per line, at the left edge, exactly as written", () => {
  const long = `x = "${"y".repeat(300)}"`;
  const text = `Run:\n- item\n  \`\`\`python title=a.py\n  def f():\n  \treturn 1\n\n  ${long}\n  \`\`\`\nDone`;
  expect(rendered(text, 40, { colors: withoutColor, hyperlinks: false })).toEqual([
    "Run:",
    "• item",
    "",
    withoutColor.dim("python title=a.py"),
    "def f():",
    "\treturn 1",
    "",
    long,
    "",
    "Done",
  ]);
});

test("code without a language only stands apart", () => {
  expect(rendered("a\n```\n*b*\n```\nc\n~~~\n```\n~~~")).toEqual(["a", "", "*b*", "", "c", "", "```"]);
});

test("a fence may begin in an item's first line, and needs no indented end", () => {
  expect(readable(rendered("1. ```sh\n   ls\n```\n2. next"))).toEqual(["1.", "", "sh", "ls", "", "2. next"]);
});

test("a diff is green and red, with colours of the terminal's palette", () => {
  expect(rendered("```diff\n@@ -1 +1 @@\n-old\n+new\n same\n```")).toEqual([
    "<dim>diff</dim>",
    "<code>@@ -1 +1 @@</code>",
    "<red>-old</red>",
    "<green>+new</green>",
    " same",
  ]);
});

test("indented code and blocks of LaTeX are kept line by line", () => {
  const text =
    "Code:\n\n    a *b* c\n      \\(d\n\nMath:\n$$\n  x_1 * y_2 \\\\\n| z *\n$$\n\\[\n\\begin{aligned} *a* &= *b* \\\\ \\end{aligned}\n\\]\n*end*";
  expect(rendered(text, 20).join("\n")).toBe(text.replace("*end*", "<i>end</i>"));
});

test("LaTeX without an end ends at an empty line", () => {
  expect(rendered("$$\nx *y* z\n\n*it*")).toEqual(["$$", "x *y* z", "", "<i>it</i>"]);
});

test("without styles, all is shown as it was written", () => {
  const none = createColors({}, {});
  const text =
    "# Head\n\n**b** `c` [d](https://e.f)\n- g\n```py\n\thhhh hhhh hhhh hhhh hhhh hhhh\n```\n| i | j |\n|---|---|";
  expect(rendered(text, 26, { colors: none, hyperlinks: false }).join("\n")).toBe(text);
  expect(rendered("**a** long sentence", 10, { colors: none, hyperlinks: false })).toEqual([
    "**a** long",
    "sentence",
  ]);
});

test("control characters never reach the rows, in whatever block", () => {
  const evil = "\x1b[31m\x9b2J\u202e&#27;[0m";
  const text = `# ${evil}\n- ${evil}\n> ${evil}\n\n| ${evil} |\n|---|\n| ${evil} |\n\n\`\`\`${evil}\n${evil}\n\`\`\`\n[a](http://b.c/${evil}) ![${evil}](x)`;
  for (const row of rendered(text, 80, { colors: colored, hyperlinks: true })) {
    const rest = row.replace(/\x1b\[\d{1,2}m|\x1b\]8;[!-~]*\x1b\\/g, "");
    expect(rest).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202a-\u202e]/);
  }
});

test("a numbered task keeps its number", () => {
  expect(rendered("1. [ ] one\n2. [x] two\n   more")).toEqual(["1. [ ] one", "2. [x] two", "       more"]);
});

test("code in a quote has no bar, so that it can be copied", () => {
  const text =
    "- item\n  > Run:\n  > ```sh\n  > ls\n  >\n  >   cd\n  > ```\n  > > $$\n  > > x\n  > > $$\n  > end";
  expect(readable(rendered(text))).toEqual([
    "• item",
    "  │ Run:",
    "  │",
    "  │ sh",
    "ls",
    "",
    "  cd",
    "  │",
    "$$",
    "x",
    "$$",
    "  │ end",
  ]);
});
