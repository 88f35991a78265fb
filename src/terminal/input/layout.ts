/**
 * Where the characters of the input stand on the screen. Rows are filled to the last column and
 * continue below, as in a shell; wide characters never straddle the edge.
 */
import type { Position } from "../live-region.ts";
import { sanitizeLine } from "../sanitize.ts";
import { type Editor, graphemes, lineEnd, lineStart } from "./editor.ts";

/** Further lines are aligned below the first, after the prompt's arrow. */
export function labelOf(prompt: string, isFirstLine: boolean): string {
  if (isFirstLine) return prompt;
  const mark = "-> ";
  return prompt.endsWith(mark) ? mark.padStart(prompt.length) : " ".repeat(prompt.length);
}

export type Wrapped = {
  readonly rows: string[];
  /** The index in the text where each row begins. */
  readonly starts: number[];
  /** Where `cursor` is. */
  readonly cursor?: Position;
};

/**
 * Wraps one line with its label.
 * @param cursor the index in `text` to locate
 */
export function wrap(text: string, columns: number, cursor?: number): Wrapped {
  const rows: string[] = [];
  const starts = [0];
  let row = "";
  let width = 0;
  let place: Position | undefined;
  const breakRow = (index: number): void => {
    rows.push(row);
    starts.push(index);
    row = "";
    width = 0;
  };
  /** Adds characters that are each `cells` wide and one code unit long. */
  const addRun = (from: number, to: number, cells: number): void => {
    for (let at = from; at < to; ) {
      if (width + cells > columns && row !== "") breakRow(at);
      const fitting = Math.max(1, Math.floor((columns - width) / cells));
      const end = Math.min(to, at + fitting);
      if (cursor !== undefined && cursor >= at && cursor < end) {
        place = { row: rows.length, column: width + (cursor - at) * cells };
      }
      row += text.slice(at, end);
      width += (end - at) * cells;
      at = end;
    }
  };
  const addCluster = (segment: string, index: number): void => {
    for (const [at, shown] of shownParts(segment).entries()) {
      const cells = Bun.stringWidth(shown);
      if (width + cells > columns && row !== "") breakRow(index);
      // A cursor inside a cluster is shown at the cluster's beginning.
      if (at === 0 && cursor !== undefined && cursor >= index && cursor < index + segment.length) {
        place = { row: rows.length, column: Math.min(width, columns - 1) };
      }
      row += shown;
      width += cells;
    }
  };
  for (let index = 0; index < text.length; ) {
    const run = runAt(text, index);
    if (run.cells === undefined) {
      const clusters = graphemes().segment(text.slice(index, run.end));
      for (const { segment, index: at } of clusters) addCluster(segment, index + at);
    } else addRun(index, run.end, run.cells);
    index = run.end;
  }
  rows.push(row);
  if (cursor === text.length) place = endPlace(rows, starts, text.length, width, columns);
  return place === undefined ? { rows, starts } : { rows, starts, cursor: place };
}

/**
 * Latin, Greek and Cyrillic letters, and Chinese, Japanese and Korean ones: nearly all text. Next to
 * each other each of them is a grapheme cluster, so that a pasted megabyte need not be segmented for
 * each key. The ones before and after another character may belong to it, as a letter does to its
 * accent: they are segmented with it.
 */
const narrow = "\\x20-\\x7e\\xa1-\\xa8\\xaa-\\xac\\xaf-\\u02ff\\u0391-\\u03ff\\u0400-\\u0482\\u048a-\\u052f";
const wide = "\\u3041-\\u3096\\u30a1-\\u30fa\\u4e00-\\u9fff\\uac00-\\ud7a3";
const narrowRun = new RegExp(`[${narrow}]+(?=[${narrow}${wide}]|$)`, "y");
const wideRun = new RegExp(`[${wide}]+(?=[${narrow}${wide}]|$)`, "y");
const otherRun = new RegExp(`[${narrow}${wide}]?(?:[^${narrow}${wide}]+[${narrow}${wide}]?)+`, "y");

/** The run of similar characters from `index` on. @returns no `cells` if it must be segmented */
function runAt(text: string, index: number): { end: number; cells?: number } {
  for (const [pattern, cells] of [
    [narrowRun, 1],
    [wideRun, 2],
  ] as const) {
    pattern.lastIndex = index;
    if (pattern.test(text)) return { end: pattern.lastIndex, cells };
  }
  otherRun.lastIndex = index;
  return { end: otherRun.test(text) ? otherRun.lastIndex : text.length };
}

/** A text as it is shown. */
export function shownText(text: string): string {
  return Array.from(graphemes().segment(text), ({ segment }) => shownParts(segment).join("")).join("");
}

/** A tab is four spaces. Control characters of a name that Tab completed are shown visibly. */
function shownParts(segment: string): readonly string[] {
  if (segment === "\t") return ["    "];
  const safe = sanitizeLine(segment);
  return safe === segment ? [segment] : [...safe];
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
