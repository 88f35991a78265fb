/**
 * The rows at the bottom of the terminal that may still change: the input line, the growing block
 * of an answer, a progress line. Painting rewrites only the rows that differ.
 *
 * The caller ensures that no row is wider than the window, and that rows to be repainted are not
 * taller than the window (rows that have scrolled away can't be reached).
 */
import { columnsOf, type TerminalOutput } from "./output.ts";

export type Position = { row: number; column: number };

const up = (rows: number): string => (rows > 0 ? `\x1b[${rows}A` : "");
const down = (rows: number): string => (rows > 0 ? `\x1b[${rows}B` : "");
const eraseToLineEnd = "\x1b[K";
const eraseBelow = "\x1b[J";
// Synchronized output: terminals that know it show a paint as one frame, others ignore it.
const beginFrame = "\x1b[?2026h";
const endFrame = "\x1b[?2026l";

export class LiveRegion {
  readonly #output: TerminalOutput;
  #painted: readonly string[] = [];
  #cursor: Position = { row: 0, column: 0 };
  #columns = 0;
  /** The cursor is at the end of a final row: the next paint starts below it. */
  #afterFinalRow = false;

  constructor(output: TerminalOutput) {
    this.#output = output;
  }

  /** Shows `rows`; the cursor is left at `cursor`, or at the end of the last row. */
  paint(rows: readonly string[], cursor?: Position): void {
    const columns = columnsOf(this.#output);
    const resized = this.#painted.length > 0 && columns !== this.#columns;
    const first = resized ? 0 : firstDifference(this.#painted, rows);
    const target = cursor ?? endOf(rows);
    const text =
      (resized ? this.#erase(columns) : "") +
      (first < Math.max(rows.length, this.#painted.length) ? this.#rewrite(rows, first, columns) : "") +
      this.#moveCursor(target);
    this.#painted = rows;
    this.#columns = columns;
    if (text !== "") this.#output.write(beginFrame + text + endFrame);
  }

  /**
   * The first `count` painted rows are final and become part of the scrollback.
   * Without a count all of them do, and the next paint starts below.
   */
  commit(count: number = this.#painted.length): void {
    if (count === 0) return;
    if (count < this.#painted.length) {
      this.#painted = this.#painted.slice(count);
      this.#cursor = { ...this.#cursor, row: this.#cursor.row - count };
      return;
    }
    const move = this.#moveCursor(endOf(this.#painted));
    if (move !== "") this.#output.write(move);
    this.#forget();
    this.#afterFinalRow = true;
  }

  /** Commits, and ends the last row, so that other output can follow. */
  end(): void {
    this.commit();
    if (this.#afterFinalRow) this.#output.write("\n");
    this.#afterFinalRow = false;
  }

  /** Erases the painted rows; the cursor is where the first one began. */
  clear(): void {
    if (this.#painted.length === 0) return;
    this.#output.write(this.#erase(columnsOf(this.#output)));
  }

  /** Call it when the screen was cleared: the next paint starts at its top. */
  screenCleared(): void {
    this.#forget();
    this.#afterFinalRow = false;
  }

  #forget(): void {
    this.#painted = [];
    this.#cursor = { row: 0, column: 0 };
  }

  #rewrite(rows: readonly string[], first: number, columns: number): string {
    let text = "";
    const previous = this.#painted;
    if (previous.length === 0) {
      text += this.#afterFinalRow ? "\r\n" : "\r";
      this.#afterFinalRow = false;
    } else if (first < previous.length) {
      text += `${up(this.#cursor.row - first)}${down(first - this.#cursor.row)}\r`;
    } else {
      text += `${down(previous.length - 1 - this.#cursor.row)}\r\n`;
    }
    const changed = rows.slice(first).map((row) => {
      // After a full row the cursor is still on its last cell, which erasing would clear.
      return Bun.stringWidth(row) < columns ? row + eraseToLineEnd : row;
    });
    text += changed.join("\r\n");
    // Erases surplus rows. If no row has changed, the cursor is at the first of them already.
    if (rows.length < previous.length) {
      text += first < rows.length ? `\r\n${eraseBelow}\x1b[A` : eraseBelow;
    }
    this.#cursor = first < rows.length ? endOf(rows) : { row: rows.length, column: 0 };
    return text;
  }

  /** Terminals rewrap rows when the window changes, so count how many rows each one takes now. */
  #erase(columns: number): string {
    const height = (width: number): number => Math.max(1, Math.ceil(width / columns));
    let above = Math.floor(Math.max(0, this.#cursor.column) / columns);
    for (const row of this.#painted.slice(0, this.#cursor.row)) above += height(Bun.stringWidth(row));
    this.#forget();
    return `${up(above)}\r${eraseBelow}`;
  }

  #moveCursor(target: Position): string {
    const from = this.#cursor;
    if (from.row === target.row && from.column === target.column) return "";
    this.#cursor = target;
    return `${up(from.row - target.row)}${down(target.row - from.row)}\x1b[${target.column + 1}G`;
  }
}

function firstDifference(before: readonly string[], after: readonly string[]): number {
  let index = 0;
  while (index < before.length && index < after.length && before[index] === after[index]) index += 1;
  return index;
}

function endOf(rows: readonly string[]): Position {
  return { row: Math.max(0, rows.length - 1), column: Bun.stringWidth(rows.at(-1) ?? "") };
}
