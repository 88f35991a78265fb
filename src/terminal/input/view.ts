/**
 * Draws the input line as a function of its state and the window's size. Rows are filled to the
 * last column and continue below, as in a shell; wide characters never straddle the edge. If the
 * input is taller than the window, the part around the cursor is shown.
 */
import type { Colors } from "../colors.ts";
import type { Position } from "../live-region.ts";
import { fitted } from "../output.ts";
import { sanitizeLine } from "../sanitize.ts";
import { graphemes } from "./editor.ts";
import type { Completion, InputState } from "./reducer.ts";

type Frame = { rows: string[]; cursor: Position };

type ViewOptions = {
  /** "prompt -> " */
  prompt: string;
  columns: number;
  /** The most rows; Infinity shows all. */
  height: number;
  colors: Colors;
};

export function view(state: InputState, options: ViewOptions): Frame {
  const { prompt, columns, height, colors } = options;
  const { text, cursor } = state.editor;
  const hints = state.completion === undefined ? [] : hintRows(state.completion, columns, colors);
  // Further lines are aligned below the first, after the prompt's arrow.
  const mark = "-> ";
  const further = prompt.endsWith(mark) ? mark.padStart(prompt.length) : " ".repeat(prompt.length);

  const rows: string[] = [];
  let position: Position = { row: 0, column: 0 };
  let start = 0;
  for (const line of text.split("\n")) {
    const label = start === 0 ? prompt : further;
    const cursorInLine = cursor - start;
    const holdsCursor = cursorInLine >= 0 && cursorInLine <= line.length;
    const wrapped = wrap(label + line, columns, holdsCursor ? label.length + cursorInLine : undefined);
    if (wrapped.cursor !== undefined) {
      position = { row: rows.length + wrapped.cursor.row, column: wrapped.cursor.column };
    }
    const [first = "", ...rest] = wrapped.rows;
    rows.push(first.startsWith(label) ? colors.cyan(label) + first.slice(label.length) : first, ...rest);
    start += line.length + 1;
  }

  const room = Math.max(1, height - hints.length);
  const top = Math.min(Math.max(0, position.row - Math.floor(room / 2)), Math.max(0, rows.length - room));
  return {
    rows: [...rows.slice(top, top + room), ...hints],
    cursor: { row: position.row - top, column: position.column },
  };
}

/** @param cursor the index in `text` to locate */
function wrap(
  text: string,
  columns: number,
  cursor: number | undefined,
): { rows: string[]; cursor?: Position } {
  // Most text is ASCII. A pasted megabyte must not be segmented for each key.
  if (/^[\x20-\x7e]*$/.test(text)) return wrapAscii(text, columns, cursor);
  const rows: string[] = [];
  let row = "";
  let width = 0;
  let place: Position | undefined;
  for (const { segment, index } of graphemes().segment(text)) {
    // A name that Tab completed may contain control characters: they stay, but are shown visibly.
    const safe = sanitizeLine(segment);
    const parts = segment === "\t" ? ["    "] : safe === segment ? [segment] : [...safe];
    for (const [at, shown] of parts.entries()) {
      const shownWidth = Bun.stringWidth(shown);
      if (width + shownWidth > columns && row !== "") {
        rows.push(row);
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
  if (cursor === text.length) place = endPlace(rows, width, columns);
  return place === undefined ? { rows } : { rows, cursor: place };
}

function wrapAscii(
  text: string,
  columns: number,
  cursor: number | undefined,
): { rows: string[]; cursor?: Position } {
  const rows: string[] = [];
  for (let at = 0; at < text.length; at += columns) rows.push(text.slice(at, at + columns));
  if (rows.length === 0) rows.push("");
  if (cursor === undefined) return { rows };
  if (cursor === text.length) return { rows, cursor: endPlace(rows, rows.at(-1)!.length, columns) };
  return { rows, cursor: { row: Math.floor(cursor / columns), column: cursor % columns } };
}

/** After a full row the cursor is at the beginning of the next row, which must exist. */
function endPlace(rows: string[], width: number, columns: number): Position {
  if (width >= columns) {
    rows.push("");
    return { row: rows.length - 1, column: 0 };
  }
  return { row: rows.length - 1, column: width };
}

/** The candidates in rows; if there are too many, the rows around the selected one. */
function hintRows({ candidates, index }: Completion, columns: number, colors: Colors): string[] {
  const rows: string[] = [];
  let row = "";
  let width = 0;
  let chosenRow = 0;
  for (const [at, candidate] of candidates.entries()) {
    // A candidate that is wider than the window is cut.
    const shown = fitted(sanitizeLine(candidate), columns);
    const added = Bun.stringWidth(shown);
    if (width > 0 && width + 2 + added > columns) {
      rows.push(row);
      row = "";
      width = 0;
    }
    if (at === index) chosenRow = rows.length;
    row += (width === 0 ? "" : "  ") + (at === index ? colors.inverse(shown) : colors.dim(shown));
    width += (width === 0 ? 0 : 2) + added;
  }
  rows.push(row);
  const top = Math.min(Math.max(0, chosenRow - 1), Math.max(0, rows.length - maxHintRows));
  return rows.slice(top, top + maxHintRows);
}

const maxHintRows = 4;
