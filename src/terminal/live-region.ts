/**
 * The rows at the bottom of the terminal that may still change: the input line, the growing block
 * of an answer, a progress line. Painting writes only from the first change on.
 *
 * A row may be wider than the window. It is written in one go, so that the terminal wraps it softly
 * and a copy of it has no line break. Rows that have scrolled away are never written again: what
 * the terminal keeps of them is final. Rows must be as {@link withFixedTabs} makes them.
 */
import type { Reflow } from "./capabilities.ts";
import { columnsOf, rowsOf, type TerminalOutput } from "./output.ts";
import {
  type Cut,
  cutAtRow,
  divergence,
  layoutOf,
  type Place,
  placeOf,
  type RowLayout,
  rowStart,
} from "./row-layout.ts";
import { withFixedTabs } from "./tabs.ts";

/**
 * `row` is an index of the painted rows, `column` counts cells from the row's beginning (Infinity:
 * the row's end).
 */
export type Position = { row: number; column: number };

const up = (rows: number): string => (rows > 0 ? `\x1b[${rows}A` : "");
const down = (rows: number): string => (rows > 0 ? `\x1b[${rows}B` : "");
const toColumn = (column: number): string => `\x1b[${column + 1}G`;
const eraseBelow = "\x1b[J";
// Synchronized output: terminals that know it show a paint as one frame, others ignore it.
const beginFrame = "\x1b[?2026h";
const endFrame = "\x1b[?2026l";

type Row = RowLayout & { text: string };

/** Where painting begins: in which row, from which of its characters, and the physical place. */
type Change = { row: number; cut: Cut; place: Place };

export class LiveRegion {
  readonly #output: TerminalOutput;
  #painted: readonly Row[] = [];
  #cursor: Position = { row: 0, column: 0 };
  #columns = 0;
  #height = 0;
  /** The window's size has changed since the last paint. */
  #wasResized = false;
  /** The first physical row that is surely on the screen. */
  #top = 0;
  /** The first row is the rest of one that {@link settle} has split: the terminal joins them. */
  #isJoined = false;
  /** The cursor is at the end of a final row: the next paint starts below it. */
  #afterFinalRow = false;

  constructor(output: TerminalOutput) {
    this.#output = output;
  }

  /** Shows `rows`; the cursor is left at `cursor`, or at the end of the last row. */
  paint(rows: readonly string[], cursor?: Position): void {
    this.#measure();
    const before = this.#painted;
    const next = rows.map((text, index) => {
      return before[index]?.text === text ? before[index] : measured(text, this.#columns);
    });
    // After a resize some terminals cut the cursor's row instead of wrapping it.
    const same = this.#wasResized ? this.#cursor.row : Number.POSITIVE_INFINITY;
    this.#wasResized = false;
    const change = firstChange(before, next, this.#columns, same);
    const from = this.#cursorPlace();
    const written =
      change === undefined ? { text: "", at: from } : this.#write(this.#reachable(change, next), next, from);
    this.#painted = next;
    this.#top = Math.max(this.#top, heightOf(next) - this.#height);
    this.#cursor = cursor ?? endOf(next);
    const text = written.text + moves(written.at, this.#cursorPlace());
    if (text !== "") this.#output.write(beginFrame + text + endFrame);
  }

  /** The window's size has changed since the last paint. */
  get hasNewSize(): boolean {
    return columnsOf(this.#output) !== this.#columns || rowsOf(this.#output) !== this.#height;
  }

  /**
   * After a change of the window's size, rows may have scrolled away. They become final, as by
   * {@link commit}; so does the first part of a row, whose rest is a row from now on.
   * @param count how many rows may become final, from the first one
   * @returns how many did, and the text of the part
   */
  settle(count: number): { rows: number; part: string } {
    this.#measure();
    if (!this.#wasResized) return { rows: 0, part: "" };
    let rows = 0;
    let height = 0;
    while (rows < count && height + this.#painted[rows]!.height <= this.#top) {
      height += this.#painted[rows]!.height;
      rows += 1;
    }
    if (rows > 0) this.#drop(rows);
    if (rows === count || this.#top === 0) return { rows, part: "" };
    const text = withFixedTabs(this.#painted[0]!.text, 0);
    const cut = cutAtRow(text, this.#top, this.#columns);
    const rest = measured(cut.styles + text.slice(cut.index), this.#columns);
    this.#painted = [rest, ...this.#painted.slice(1)];
    this.#top = 0;
    this.#isJoined = true;
    return { rows, part: text.slice(0, cut.index) };
  }

  /**
   * The first `count` painted rows are final and become part of the scrollback.
   * Without a count all of them do, and the next paint starts below.
   */
  commit(count: number = this.#painted.length): void {
    if (count === 0) return;
    if (count < this.#painted.length) {
      this.#drop(count);
      return;
    }
    this.#measure();
    this.#moveToEnd();
    this.#forget();
    this.#afterFinalRow = true;
  }

  /** Commits, and ends the last row, so that other output can follow. */
  end(): void {
    this.commit();
    if (this.#afterFinalRow) this.#output.write("\n");
    this.#afterFinalRow = false;
  }

  /**
   * Erases the painted rows; the cursor is where the first one began. After a change of the window's
   * size that place is known only with `reflow`. Without it, rows that may have scrolled away stay.
   */
  clear(reflow?: Reflow): void {
    if (this.#painted.length === 0) return;
    const before = this.#cursorPlace().row - this.#top;
    this.#measure();
    const { row } = this.#cursorPlace();
    // A terminal stops at the top of its window.
    const above = reflow === "cuts" ? before : reflow === "wraps" ? row : row - this.#top;
    this.#output.write(`${up(above)}\r${eraseBelow}`);
    this.#forget();
  }

  /** Call it when the screen was cleared: the next paint starts at its top. */
  screenCleared(): void {
    this.#forget();
    this.#afterFinalRow = false;
  }

  #forget(): void {
    this.#painted = [];
    this.#cursor = { row: 0, column: 0 };
    this.#top = 0;
    this.#isJoined = false;
  }

  #moveToEnd(): void {
    const from = this.#cursorPlace();
    this.#cursor = endOf(this.#painted);
    const move = moves(from, this.#cursorPlace());
    if (move !== "") this.#output.write(move);
  }

  #drop(count: number): void {
    if (this.#cursor.row < count) this.#moveToEnd();
    this.#top = Math.max(0, this.#top - heightOf(this.#painted, count));
    this.#painted = this.#painted.slice(count);
    this.#isJoined = false;
    this.#cursor = { ...this.#cursor, row: this.#cursor.row - count };
  }

  /**
   * Terminals wrap rows again when the window's width changes. The cursor's row on the screen may
   * stay the same then, and all rows that are added above it scroll away (xterm.js does that).
   */
  #measure(): void {
    const columns = columnsOf(this.#output);
    const height = rowsOf(this.#output);
    if (columns === this.#columns && height === this.#height) return;
    const visible = Math.min(this.#cursorPlace().row - this.#top, height - 1);
    if (columns !== this.#columns) {
      this.#painted = this.#painted.map(({ text }) => measured(text, columns));
    }
    // Where the rest of a split row begins now depends on its first part.
    const joined = this.#isJoined && columns !== this.#columns ? heightOf(this.#painted, 1) : 0;
    this.#columns = columns;
    this.#height = height;
    this.#top = Math.max(joined, this.#cursorPlace().row - visible);
    this.#wasResized = true;
  }

  /** The same change, or the first place below it that is still on the screen. */
  #reachable(change: Change, next: readonly Row[]): Change {
    const top = this.#top;
    if (change.place.row >= top) return change;
    const place = { row: top, column: 0 };
    let above = 0;
    for (const [row, { text, height }] of next.entries()) {
      if (above + height > top) return { row, cut: cutAtRow(text, top - above, this.#columns), place };
      above += height;
    }
    return { row: next.length, cut: rowStart, place };
  }

  #write({ row, cut, place }: Change, next: readonly Row[], from: Place): { text: string; at: Place } {
    const before = this.#painted;
    const [first, ...others] = next.slice(row).map(({ text }) => text);
    const rest = first === undefined ? "" : cut.styles + first.slice(cut.index);
    const body = [rest, ...others].join("\r\n");
    const at = first === undefined ? place : lastPlace(next);
    if (before.length === 0) {
      const start = this.#afterFinalRow ? "\r\n" : "\r";
      this.#afterFinalRow = false;
      return { text: start + body, at };
    }
    if (row >= before.length) return { text: `${moves(from, lastPlace(before))}\r\n${body}`, at };
    const end = lastPlace(before);
    const onlyGrows = place.row === end.row && place.column === end.column;
    return { text: moves(from, place) + (onlyGrows ? "" : eraseBelow) + body, at };
  }

  #cursorPlace(): Place {
    const { row, column } = this.#cursor;
    const { text, end } = this.#painted[row] ?? measured("", this.#columns);
    const place = column === Number.POSITIVE_INFINITY ? end : placeOf(text, column, this.#columns);
    return { row: heightOf(this.#painted, row) + place.row, column: place.column };
  }
}

function measured(text: string, columns: number): Row {
  return { text, ...layoutOf(text, columns) };
}

/** @param same the rows from this one on count as changed */
function firstChange(
  before: readonly Row[],
  after: readonly Row[],
  columns: number,
  same: number,
): Change | undefined {
  const limit = Math.min(before.length, after.length, same);
  let row = 0;
  while (row < limit && before[row]!.text === after[row]!.text) row += 1;
  if (row === before.length && row === after.length) return undefined;
  const cut = row < limit ? divergence(before[row]!.text, after[row]!.text, columns) : rowStart;
  return { row, cut, place: { row: heightOf(before, row) + cut.row, column: cut.column } };
}

/** Physical rows of the first `count` rows. */
function heightOf(rows: readonly Row[], count: number = rows.length): number {
  let height = 0;
  for (const row of rows.slice(0, count)) height += row.height;
  return height;
}

function lastPlace(rows: readonly Row[]): Place {
  const { end } = rows.at(-1)!;
  return { row: heightOf(rows, rows.length - 1) + end.row, column: end.column };
}

function endOf(rows: readonly Row[]): Position {
  return { row: Math.max(0, rows.length - 1), column: Number.POSITIVE_INFINITY };
}

function moves(from: Place, to: Place): string {
  if (from.row === to.row && from.column === to.column) return "";
  return `${up(from.row - to.row)}${down(to.row - from.row)}${toColumn(to.column)}`;
}
