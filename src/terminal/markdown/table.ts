/**
 * Tables as aligned columns with thin rules, or, where they don't fit, as a list of fields.
 *
 * The widths come from the first rows, so that a long table can be printed part by part.
 */
import { parseInline } from "./inline.ts";
import { bold, dim, type MarkdownStyle, paint, type Span } from "./style.ts";
import { splitCells } from "./table-cells.ts";
import { widthOf, wrap } from "./wrap.ts";

/** What records that come later need to know. It does not depend on the window. */
export type TableShape = {
  readonly header: readonly Cell[];
  readonly alignments: readonly Alignment[];
  readonly columns: readonly ColumnWidth[];
};

export type Table = { readonly shape: TableShape; readonly records: readonly Cell[][] };

type Cell = readonly Span[];
type Alignment = "left" | "center" | "right";
/** Widths of the widest content and of the longest word. */
type ColumnWidth = { readonly content: number; readonly word: number };
/** `wraps`: at least one cell has more than one row. */
type Grid = { readonly widths: readonly number[]; readonly wraps: boolean };
/** A table in a row of `space` columns; without a grid it is a list of fields. */
type Layout = { shape: TableShape; grid: Grid | undefined; space: number; style: MarkdownStyle };

const separator: Span = { text: " │ ", style: dim };
const fieldGap: Span = { text: "  ", style: 0 };
/** Narrower columns are hard to read if their content is wider. */
const minCellWidth = 12;
/** Records that wrap to more rows are easier to read as fields. */
const maxCellHeight = 8;

/**
 * @param lines the header, the delimiter row and the first records
 * @param growing the last cell is still being written
 */
export function parseTable(lines: readonly string[], style: MarkdownStyle, growing: boolean): Table {
  const [header = [], delimiters = []] = lines.slice(0, 2).map((line) => splitCells(line));
  const names = header.map((cell) => parseInline(cell, style, { base: bold, breaks: true }));
  const last = lines.length - 1;
  const records = lines.slice(2).map((line, at) => {
    return parseCells(splitCells(line, header.length), style, growing && at + 2 === last);
  });
  const columns = [names, ...records].reduce<readonly ColumnWidth[]>(widenedBy, []);
  return { shape: { header: names, alignments: delimiters.map(alignmentOf), columns }, records };
}

/** @param space columns of a row @returns rows of the table's beginning */
export function renderTable({ shape, records }: Table, space: number, style: MarkdownStyle): string[] {
  const layout = { shape, grid: fit(shape.columns, space), space, style };
  const [first, ...rest] = records;
  return [
    ...headerRows(layout, first === undefined),
    ...(first === undefined ? [] : recordRows(first, layout)),
    ...rest.flatMap((cells) => [...divider(layout), ...recordRows(cells, layout)]),
  ];
}

/**
 * One more record, below those of {@link renderTable}.
 *
 * @returns its rows, and the shape for the next record: columns get wider while they fit
 */
export function renderNextRecord(
  line: string,
  shape: TableShape,
  options: { space: number; style: MarkdownStyle; growing: boolean },
): { rows: string[]; shape: TableShape } {
  const { space, style, growing } = options;
  const cells = parseCells(splitCells(line, shape.header.length), style, growing);
  const next = widened(shape, cells, space);
  const layout = { shape: next, grid: fit(next.columns, space), space, style };
  return { rows: [...divider(layout), ...recordRows(joined(cells, next), layout)], shape: next };
}

/** @returns the same shape if wider columns would change the kind of layout */
function widened(shape: TableShape, cells: readonly Cell[], space: number): TableShape {
  const columns = widenedBy(shape.columns, cells);
  if (columns === shape.columns) return shape;
  const [before, after] = [fit(shape.columns, space), fit(columns, space)];
  return before?.wraps === after?.wraps ? { ...shape, columns } : shape;
}

/** @returns the same columns if the cells fit them */
function widenedBy(columns: readonly ColumnWidth[], cells: readonly Cell[]): readonly ColumnWidth[] {
  let wide: ColumnWidth[] | undefined;
  for (const [at, cell] of cells.entries()) {
    const { content, word } = measured(cell);
    const column = columns[at];
    if (column !== undefined && content <= column.content && word <= column.word) continue;
    wide ??= [...columns];
    wide[at] = {
      content: Math.max(content, column?.content ?? 1),
      word: Math.max(word, column?.word ?? 1),
    };
  }
  return wide ?? columns;
}

/** Cells for which there is no column are added to the last one. */
function joined(cells: readonly Cell[], { columns }: TableShape): readonly Cell[] {
  const rest = cells.slice(columns.length - 1);
  if (rest.length < 2) return cells;
  const last = rest.flatMap((cell, at) => (at > 0 ? [{ text: " | ", style: 0 }, ...cell] : cell));
  return [...cells.slice(0, columns.length - 1), last];
}

function headerRows(layout: Layout, isAll: boolean): string[] {
  const { shape, grid, space, style } = layout;
  if (grid !== undefined) return [...gridRows(shape.header, layout, grid), rule(grid, style)];
  if (!isAll) return [];
  const names = shape.header.flatMap((cell, at) => (at > 0 ? [separator, ...cell] : cell));
  return wrap(names, space).map((row) => paint(row, style));
}

/** Rows between two records. */
function divider({ grid, style }: Layout): string[] {
  if (grid === undefined) return [""];
  return grid.wraps ? [rule(grid, style)] : [];
}

function recordRows(cells: readonly Cell[], layout: Layout): string[] {
  return layout.grid === undefined ? fieldRows(cells, layout) : gridRows(cells, layout, layout.grid);
}

/** `Name  value` for each cell; the names are a column, or stand above if it would cut their words. */
function fieldRows(cells: readonly Cell[], { shape, space, style }: Layout): string[] {
  const names = shape.header.map((cell) =>
    cell.map((span) => ({ ...span, style: (span.style & ~bold) | dim })),
  );
  const widest = Math.max(...names.map((name) => contentWidth(name)));
  const nameWidth = Math.min(widest, Math.max(1, Math.floor(space / 3)));
  const isCut = names.some((name) => measured(name).word > nameWidth);
  const valueWidth = Math.max(1, space - nameWidth - fieldGap.text.length);
  return cells.flatMap((cell, at) => {
    if (cell.length === 0) return [];
    if (isCut) {
      const above = wrapCell(names[at] ?? [], space);
      const below = wrap(cell, Math.max(1, space - fieldGap.text.length)).map((row) => [fieldGap, ...row]);
      return [...above, ...below].map((row) => paint(withoutPadding(row), style));
    }
    const name = wrapCell(names[at] ?? [], nameWidth);
    const value = wrap(cell, valueWidth);
    return Array.from({ length: Math.max(name.length, value.length) }, (_, row) => {
      const label = padded(name[row] ?? [], nameWidth, "left");
      return paint(withoutPadding([...label, fieldGap, ...(value[row] ?? [])]), style);
    });
  });
}

function gridRows(cells: readonly Cell[], { shape, style }: Layout, { widths }: Grid): string[] {
  const wrapped = widths.map((width, at) => wrapCell(cells[at] ?? [], width));
  const height = Math.max(...wrapped.map((rows) => rows.length));
  return Array.from({ length: height }, (_, row) => {
    const spans = wrapped.flatMap((rows, at) => {
      const cell = padded(rows[row] ?? [], widths[at]!, shape.alignments[at] ?? "left");
      return at > 0 ? [separator, ...cell] : cell;
    });
    return paint(withoutPadding(spans), style);
  });
}

function rule({ widths }: Grid, { colors }: MarkdownStyle): string {
  return colors.dim(widths.map((width) => "─".repeat(width)).join("─┼─"));
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
function wrapCell(cell: Cell, width: number): Span[][] {
  const hasUnbroken = cell.some((span) => span.unbroken);
  return wrap(hasUnbroken ? cell.map((span) => ({ ...span, unbroken: false })) : cell, width);
}

function padded(cell: Cell, width: number, alignment: Alignment): Span[] {
  const space = Math.max(0, width - contentWidth(cell));
  const left = { left: 0, center: Math.floor(space / 2), right: space }[alignment];
  return [blank(left), ...cell, blank(space - left)].filter((span) => span.text !== "");
}

function blank(width: number): Span {
  return { text: " ".repeat(width), style: 0 };
}

/** Padding at a row's end is not printed. */
function withoutPadding(spans: readonly Span[]): Span[] {
  const end = spans.findLastIndex((span) => span.style !== 0 || span.text.trim() !== "");
  const last = spans[end];
  if (last !== separator) return spans.slice(0, end + 1);
  return [...spans.slice(0, end), { ...last, text: last.text.trimEnd() }];
}

function parseCells(sources: readonly string[], style: MarkdownStyle, growing: boolean): Cell[] {
  return sources.map((source, at) => {
    return parseInline(source, style, { breaks: true, growing: growing && at === sources.length - 1 });
  });
}

function measured(cell: Cell): ColumnWidth {
  const words = textOf(cell).split(/\s+/);
  return { content: Math.max(1, contentWidth(cell)), word: Math.max(...words.map(widthOf)) };
}

function contentWidth(spans: Cell): number {
  const text = textOf(spans);
  return text.includes("\n") ? Math.max(...text.split("\n").map(widthOf)) : widthOf(text);
}

function textOf(spans: Cell): string {
  return spans.length === 1 ? spans[0]!.text : spans.map((span) => span.text).join("");
}

function alignmentOf(delimiter: string): Alignment {
  if (!delimiter.endsWith(":")) return "left";
  return delimiter.startsWith(":") ? "center" : "right";
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
