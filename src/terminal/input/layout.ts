/**
 * Where the characters of the input stand on the screen. Rows are filled to the last column and
 * continue below, as in a shell; wide characters never straddle the edge.
 */
import type { Position } from "../live-region.ts";
import { sanitizeLine } from "../sanitize.ts";
import { type Editor, graphemes, lineEnd, lineStart } from "./editor.ts";

/** One row: its text as shown, and where each of its characters stands in the line. */
export type Row = {
  readonly shown: string;
  /** The index in the line where the row begins. */
  readonly start: number;
};

/** Further lines are aligned below the first, after the prompt's arrow. */
export function labelOf(prompt: string, isFirstLine: boolean): string {
  if (isFirstLine) return prompt;
  const mark = "-> ";
  return prompt.endsWith(mark) ? mark.padStart(prompt.length) : " ".repeat(prompt.length);
}

/**
 * Wraps one line with its label.
 * @param cursor the index in `text` to locate
 */
export function wrap(
  text: string,
  columns: number,
  cursor?: number,
): { rows: string[]; starts: number[]; cursor?: Position } {
  // Most text is ASCII. A pasted megabyte must not be segmented for each key.
  if (/^[\x20-\x7e]*$/.test(text)) return wrapAscii(text, columns, cursor);
  const rows: string[] = [];
  const starts = [0];
  let row = "";
  let width = 0;
  let place: Position | undefined;
  for (const { segment, index } of graphemes().segment(text)) {
    for (const [at, shown] of shownParts(segment).entries()) {
      const shownWidth = Bun.stringWidth(shown);
      if (width + shownWidth > columns && row !== "") {
        rows.push(row);
        starts.push(index);
        row = "";
        width = 0;
      }
      // A cursor inside a cluster is shown at the cluster's beginning.
      if (at === 0 && cursor !== undefined && cursor >= index && cursor < index + segment.length) {
        place = { row: rows.length, column: width };
      }
      row += shown;
      width += shownWidth;
    }
  }
  rows.push(row);
  if (cursor === text.length) place = endPlace(rows, starts, text.length, width, columns);
  return place === undefined ? { rows, starts } : { rows, starts, cursor: place };
}

/** A tab is four spaces. Control characters of a name that Tab completed are shown visibly. */
function shownParts(segment: string): readonly string[] {
  if (segment === "\t") return ["    "];
  const safe = sanitizeLine(segment);
  return safe === segment ? [segment] : [...safe];
}

function wrapAscii(
  text: string,
  columns: number,
  cursor: number | undefined,
): { rows: string[]; starts: number[]; cursor?: Position } {
  const rows: string[] = [];
  const starts: number[] = [];
  for (let at = 0; at < text.length || at === 0; at += columns) {
    rows.push(text.slice(at, at + columns));
    starts.push(at);
  }
  if (cursor === undefined) return { rows, starts };
  if (cursor < text.length) {
    return { rows, starts, cursor: { row: Math.floor(cursor / columns), column: cursor % columns } };
  }
  return { rows, starts, cursor: endPlace(rows, starts, text.length, rows.at(-1)!.length, columns) };
}

/** After a full row the cursor is at the beginning of the next row, which must exist. */
function endPlace(
  rows: string[],
  starts: number[],
  length: number,
  width: number,
  columns: number,
): Position {
  if (width < columns) return { row: rows.length - 1, column: width };
  rows.push("");
  starts.push(length);
  return { row: rows.length - 1, column: 0 };
}

type Layout = { readonly prompt: string; readonly columns: number };

/**
 * The cursor one row up or down, as the user sees the rows.
 * @param goal the column to aim for; missing: the cursor's
 * @returns undefined if there is no such row
 */
export function verticalMove(
  editor: Editor,
  step: -1 | 1,
  { prompt, columns }: Layout,
  goal?: number,
): { cursor: number; goal: number } | undefined {
  const start = lineStart(editor);
  const here = wrapLine(editor.text, start, editor.cursor, prompt, columns);
  const place = here.cursor ?? { row: 0, column: 0 };
  const column = goal ?? place.column;
  const within = place.row + step;
  if (within >= 0 && within < here.rows.length) {
    return { cursor: start + here.indexAt(within, column), goal: column };
  }
  const end = lineEnd(editor);
  if (step === -1 ? start === 0 : end === editor.text.length) return undefined;
  const other = step === -1 ? lineStart({ text: editor.text, cursor: start - 1 }) : end + 1;
  const there = wrapLine(editor.text, other, undefined, prompt, columns);
  return { cursor: other + there.indexAt(step === -1 ? there.rows.length - 1 : 0, column), goal: column };
}

function wrapLine(text: string, start: number, cursor: number | undefined, prompt: string, columns: number) {
  const label = labelOf(prompt, start === 0);
  const line = text.slice(start, lineEnd({ text, cursor: start }));
  const wrapped = wrap(
    label + line,
    columns,
    cursor === undefined ? undefined : label.length + cursor - start,
  );
  /** The index in the line of a column of a row; never inside the label. */
  const indexAt = (row: number, column: number): number => {
    const from = wrapped.starts[row] ?? 0;
    const to = wrapped.starts[row + 1] ?? label.length + line.length;
    const index = columnIndex((label + line).slice(from, to), column, row + 1 < wrapped.rows.length);
    return Math.max(0, from + index - label.length);
  };
  return { ...wrapped, indexAt };
}

/** @param isFull the row continues below: its end belongs to the next row */
function columnIndex(row: string, column: number, isFull: boolean): number {
  let width = 0;
  let last = 0;
  for (const { index, segment } of graphemes().segment(row)) {
    last = index;
    for (const part of shownParts(segment)) width += Bun.stringWidth(part);
    if (width > column) return index;
  }
  return isFull ? last : row.length;
}
