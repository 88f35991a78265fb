/**
 * Tables as aligned columns with thin rules, or, where they don't fit, as a list of fields.
 *
 * The widths come from the first rows, so that a long table can be printed part by part.
 */
import { parseInline } from "./inline.ts";
import { bold, dim, type MarkdownStyle, paint, type Span } from "./style.ts";
import { splitCells } from "./table-cells.ts";
import { linesOf, widthOf, wrap } from "./wrap.ts";

/** What rows that come later need to know. It does not depend on the window. */
export type TableShape = {
  readonly header: readonly string[];
  readonly alignments: readonly Alignment[];
  readonly columns: readonly ColumnWidth[];
};

/** `growing`: the last cell is still being written. */
export type TableView = { style: MarkdownStyle; columns: number; growing: boolean };

type Alignment = "left" | "center" | "right";
/** Widths of the widest content and of the longest word. */
type ColumnWidth = { readonly content: number; readonly word: number };
/** `wraps`: at least one cell has more than one row. */
type Grid = { widths: readonly number[]; wraps: boolean };

const separator: Span = { text: " │ ", style: dim };
/** Narrower columns are hard to read if their content is wider. */
const minCellWidth = 12;
/** Records that wrap to more rows are easier to read as fields. */
const maxCellHeight = 8;

/** @param lines the header, the delimiter row and the first rows */
export function shapeOf(lines: readonly string[], style: MarkdownStyle): TableShape {
  const header = splitCells(lines[0]!);
  const rows = lines.slice(2).map((line) => splitCells(line, header.length));
  const delimiters = splitCells(lines[1]!);
  const count = Math.max(header.length, ...rows.map((row) => row.length));
  const columns = Array.from({ length: count }, (_, column) =>
    [header, ...rows].map((row) => measured(row[column] ?? "", style)).reduce(wider),
  );
  const alignments = Array.from({ length: count }, (_, column) => alignmentOf(delimiters[column] ?? ""));
  return { header, alignments, columns };
}

/** @returns rows of the table's beginning */
export function renderTable(lines: readonly string[], shape: TableShape, view: TableView): string[] {
  const grid = fit(shape.columns, view.columns);
  const last = lines.length - 1;
  const records = lines.slice(2).map((line, at) => {
    return renderRecord(line, shape, grid, { ...view, growing: view.growing && at + 2 === last });
  });
  const header = shape.header.map((cell) => parseInline(cell, view.style, { base: bold, breaks: true }));
  if (grid === undefined) {
    if (records.length > 0) return records.flatMap((rows, at) => (at > 0 ? ["", ...rows] : rows));
    const names = header.flatMap((cell, at) => (at > 0 ? [separator, ...cell] : cell));
    return wrap(names, view.columns).map((row) => paint(row, view.style));
  }
  const line = rule(grid, view.style);
  return [
    ...gridRows(header, shape, grid, view.style),
    line,
    ...records.flatMap((rows, at) => (at > 0 && grid.wraps ? [line, ...rows] : rows)),
  ];
}

/** @returns rows of one more record, below those of {@link renderTable} */
export function renderTableRow(line: string, shape: TableShape, view: TableView): string[] {
  const grid = fit(shape.columns, view.columns);
  const rows = renderRecord(line, shape, grid, view);
  if (grid === undefined) return ["", ...rows];
  return grid.wraps ? [rule(grid, view.style), ...rows] : rows;
}

function renderRecord(line: string, shape: TableShape, grid: Grid | undefined, view: TableView): string[] {
  const sources = splitCells(line, shape.header.length);
  const count = shape.columns.length;
  // A later row may have more cells than the columns that are already printed.
  const last = sources.slice(count - 1).join(" | ");
  const shown = sources.length > count ? [...sources.slice(0, count - 1), last] : sources;
  const cells = shown.map((source, at) => {
    const growing = view.growing && at === shown.length - 1;
    return parseInline(source, view.style, { breaks: true, growing });
  });
  return grid === undefined ? fieldRows(cells, shape, view) : gridRows(cells, shape, grid, view.style);
}

/** `Name  value` for each cell; the names are a column. */
function fieldRows(cells: readonly Span[][], shape: TableShape, view: TableView): string[] {
  const names = shape.header.map((cell) => parseInline(cell, view.style, { base: dim }));
  const limit = Math.max(1, Math.floor(view.columns / 3));
  const nameWidth = Math.min(limit, Math.max(...names.map((name) => contentWidth(name))));
  const valueWidth = Math.max(1, view.columns - nameWidth - 2);
  return cells.flatMap((cell, at) => {
    if (cell.length === 0) return [];
    const name = wrapCell(names[at] ?? [], nameWidth);
    const value = wrapCell(cell, valueWidth);
    return Array.from({ length: Math.max(name.length, value.length) }, (_, row) => {
      const label = padded(name[row] ?? [], nameWidth, "left");
      return paint(trimmed([...label, { text: "  ", style: 0 }, ...(value[row] ?? [])]), view.style);
    });
  });
}

function gridRows(cells: readonly Span[][], shape: TableShape, grid: Grid, style: MarkdownStyle): string[] {
  const wrapped = grid.widths.map((width, at) => wrapCell(cells[at] ?? [], width));
  const height = Math.max(...wrapped.map((rows) => rows.length));
  return Array.from({ length: height }, (_, row) => {
    const spans = wrapped.flatMap((rows, at) => {
      const cell = padded(rows[row] ?? [], grid.widths[at]!, shape.alignments[at]!);
      return at > 0 ? [separator, ...cell] : cell;
    });
    return paint(trimmed(spans), style);
  });
}

function rule(grid: Grid, style: MarkdownStyle): string {
  return style.colors.dim(grid.widths.map((width) => "─".repeat(width)).join("─┼─"));
}

/** @returns undefined if the columns can't be read in so little space */
function fit(columns: readonly ColumnWidth[], space: number): Grid | undefined {
  const available = space - separator.text.length * (columns.length - 1);
  const content = columns.map((column) => column.content);
  if (sum(content) <= available) return { widths: content, wraps: false };
  const least = columns.map(({ content, word }) => Math.min(content, Math.max(minCellWidth, word)));
  if (sum(least) > available) return undefined;
  const widthsAt = (level: number): number[] =>
    columns.map(({ content }, at) => Math.max(least[at]!, Math.min(content, level)));
  let level = available;
  while (sum(widthsAt(level)) > available) level -= 1;
  const widths = widthsAt(level);
  let rest = available - sum(widths);
  for (const [at, width] of widths.entries()) {
    if (rest === 0 || width === content[at]) continue;
    widths[at] = width + 1;
    rest -= 1;
  }
  const isTall = widths.some((width, at) => content[at]! > width * maxCellHeight);
  return isTall ? undefined : { widths, wraps: true };
}

/** Cells have no unbroken addresses: they would push the other columns aside. */
function wrapCell(cell: readonly Span[], width: number): Span[][] {
  return wrap(
    cell.map((span) => ({ ...span, unbroken: false })),
    width,
  );
}

function padded(cell: readonly Span[], width: number, alignment: Alignment): Span[] {
  const space = Math.max(0, width - contentWidth(cell));
  const left = { left: 0, center: Math.floor(space / 2), right: space }[alignment];
  return [blank(left), ...cell, blank(space - left)].filter((span) => span.text !== "");
}

function blank(width: number): Span {
  return { text: " ".repeat(width), style: 0 };
}

/** Without the padding at a row's end. */
function trimmed(spans: readonly Span[]): Span[] {
  const end = spans.findLastIndex((span) => span.style !== 0 || span.text.trim() !== "");
  return spans.slice(0, end + 1);
}

function measured(source: string, style: MarkdownStyle): ColumnWidth {
  const spans = parseInline(source, style, { breaks: true });
  const words = spans
    .map((span) => span.text)
    .join("")
    .split(/\s+/);
  return { content: Math.max(1, contentWidth(spans)), word: Math.max(...words.map(widthOf)) };
}

function wider(one: ColumnWidth, other: ColumnWidth): ColumnWidth {
  return { content: Math.max(one.content, other.content), word: Math.max(one.word, other.word) };
}

function contentWidth(spans: readonly Span[]): number {
  return Math.max(...linesOf(spans).map((line) => widthOf(line.map((span) => span.text).join(""))));
}

function alignmentOf(delimiter: string): Alignment {
  if (!delimiter.endsWith(":")) return "left";
  return delimiter.startsWith(":") ? "center" : "right";
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
