import { expect, test } from "bun:test";
import { readable, rendered } from "../../fixtures/markdown.ts";

const table = (...lines: string[]): string => lines.join("\n");

test("a table that fits has aligned columns, thin rules and styled cells", () => {
  const text = table("| A | Name | N |", "|:-:|---|--:|", "| **x** | `y` | 1 |", "| ab漢 | ✅ z | 22 |");
  expect(rendered(text, 40)).toEqual([
    " <b>A</b>  <dim> │ </dim><b>Name</b><dim> │ </dim> <b>N</b>",
    "<dim>─────┼──────┼───</dim>",
    " <b>x</b>  <dim> │ </dim><code>y</code>   <dim> │ </dim> 1",
    "ab漢<dim> │ </dim>✅ z<dim> │ </dim>22",
  ]);
});

test("a table needs no empty line before it, and stands apart", () => {
  expect(readable(rendered("Text:\n| a | b |\n|---|---|\n| 1 | 2 |\nnot a row"))).toEqual([
    "Text:",
    "",
    "a │ b",
    "──┼──",
    "1 │ 2",
    "",
    "not a row",
  ]);
});

test("cells wrap if a readable width remains, and rules divide the rows", () => {
  const text = table(
    "| Fruit | Text |",
    "|---|---|",
    "| Apple | grows on trees and is eaten |",
    "| Pear | too |",
  );
  expect(readable(rendered(text, 25))).toEqual([
    "Fruit │ Text",
    "──────┼──────────────────",
    "Apple │ grows on trees",
    "      │ and is eaten",
    "──────┼──────────────────",
    "Pear  │ too",
  ]);
});

test("a table that doesn't fit is a list of fields", () => {
  const columns = Array.from({ length: 14 }, (_, at) => at);
  const row = (cell: (at: number) => string): string => `| ${columns.map(cell).join(" | ")} |`;
  const text = table(
    row((at) => `col${at}`),
    row(() => "---"),
    row((at) => `value${at}`),
    row((at) => `*v${at}*`),
  );
  const rows = rendered(text, 60);
  expect(readable(rows)).toEqual([
    ...columns.map((at) => `${`col${at}`.padEnd(5)}  value${at}`),
    "",
    ...columns.map((at) => `${`col${at}`.padEnd(5)}  v${at}`),
  ]);
  expect(rows[0]).toBe("<dim>col0</dim>   value0");
});

test("values of fields wrap beside their names", () => {
  const text = table("| Name | What |", "|---|---|", "| x | a long sentence that wraps |");
  expect(readable(rendered(text, 18))).toEqual([
    "Name  x",
    "What  a long",
    "      sentence",
    "      that wraps",
  ]);
});

test("pipes in code, in LaTeX and after a backslash end no cell", () => {
  const text = table("| A | B |", "|---|---|", "| `a|b` | $|x|$ |", "| c \\| d | `e\\|f` |");
  expect(readable(rendered(text, 40)).slice(2)).toEqual(["a|b   │ $|x|$", "c | d │ e|f"]);
});

test("rows with too many or too few cells lose nothing", () => {
  const text = table("| A | B |", "|---|---|", "| 1 |", "| 1 | 2 | 3 | 4 |");
  expect(readable(rendered(text, 40))).toEqual([
    "A │ B │   │",
    "──┼───┼───┼──",
    "1 │   │   │",
    "1 │ 2 │ 3 │ 4",
  ]);
});

test("<br> in a cell is a line break", () => {
  expect(readable(rendered("| A | B |\n|---|---|\n| a<br>b<br/>c | d |"))).toEqual([
    "A │ B",
    "──┼──",
    "a │ d",
    "b │",
    "c │",
  ]);
});

test("a table without end is printed part by part, and loses nothing", () => {
  const lines = Array.from(
    { length: 2000 },
    (_, at) => `| row ${at} | some text | ${at % 7 === 0 ? "a | b" : "x"} |`,
  );
  const rows = readable(rendered(table("| A | B | C |", "|---|---|---|", ...lines), 60));
  expect(rows).toHaveLength(2002);
  for (const [at, row] of rows.slice(2).entries()) expect(row).toStartWith(`row ${at}`.padEnd(7));
});

test("columns of a long table get wider with their content, and extra cells get a column", () => {
  const lines = Array.from({ length: 1200 }, (_, at) => `| ${at} |`);
  const rows = readable(rendered(table("| N | B |", "|--:|---|", ...lines, "| 5 | 6 | extra |"), 40));
  expect(rows).toHaveLength(1203);
  expect(rows.at(-1)).toEndWith("5 │ 6 │ extra");
});

test("what interrupts a paragraph ends a table, too", () => {
  expect(readable(rendered("| a | b |\n|---|---|\n> c | d\n\n| e |\n|---|\n- f | g"))).toEqual([
    "a │ b",
    "──┼──",
    "",
    "│ c | d",
    "",
    "e",
    "─",
    "",
    "• f | g",
  ]);
});

test("a line of dashes below a line with a pipe is no table", () => {
  expect(readable(rendered("a |\n---\nb"))).toEqual(["a |", "─".repeat(40), "b"]);
});

test("where names of fields would be cut, they stand above their values", () => {
  const text =
    "| Feature | Description |\n|---|---|\n| Lists | Ordered and unordered lists of things |\n| Links | x |";
  expect(readable(rendered(text, 20))).toEqual([
    "Feature",
    "  Lists",
    "Description",
    "  Ordered and",
    "  unordered lists of",
    "  things",
    "",
    "Feature",
    "  Links",
    "Description",
    "  x",
  ]);
});
