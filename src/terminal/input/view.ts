/**
 * Draws the input line as a function of its state and the window's size. If the input is taller
 * than the window, the part around the cursor is shown. Below it are a search, a list or a notice.
 */
import type { Colors } from "../colors.ts";
import type { Position } from "../live-region.ts";
import { fitted } from "../output.ts";
import { sanitizeLine } from "../sanitize.ts";
import { lineEnd, lineStart } from "./editor.ts";
import { labelOf, shownText, wrap } from "./layout.ts";
import { listRows } from "./list-view.ts";
import { matchOf } from "./search.ts";
import type { InputState, Search } from "./state.ts";

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
  const { columns, height } = options;
  const below = belowRows(state, options);
  const { rows, cursor } = inputRows(state, options, Math.max(1, height - below.length));
  const shown = [...rows, ...below.slice(0, Math.max(0, height - rows.length))];
  const { search } = state;
  if (search === undefined || shown.length === rows.length) return { rows: shown, cursor };
  // While a search is typed, the cursor is behind its words.
  const width = Bun.stringWidth(searchLabel + sanitizeLine(search.query));
  const place = { row: rows.length, column: Math.min(width, columns - 1) };
  return { rows: shown, cursor: place };
}

/** Rows of the text around the cursor, at most `room`. */
function inputRows(state: InputState, options: ViewOptions, room: number): Frame {
  const { text, cursor } = state.editor;
  const start = lineStart(state.editor);
  const here = lineRows(state, options, start, cursor - start);
  const { row, column } = here.cursor ?? { row: 0, column: 0 };

  // The cursor's line, then lines above and below it, as many as can be in the window.
  const above: string[][] = [];
  let position = row;
  for (let at = start; at > 0 && position < room; ) {
    at = lineStart({ text, cursor: at - 1 });
    const { rows } = lineRows(state, options, at);
    above.push(rows);
    position += rows.length;
  }
  const below: string[][] = [];
  let rest = here.rows.length - row;
  for (let end = lineEnd(state.editor); end < text.length && rest <= room; ) {
    const { rows } = lineRows(state, options, end + 1);
    below.push(rows);
    rest += rows.length;
    end = lineEnd({ text, cursor: end + 1 });
  }

  const rows = [...above.reverse(), here.rows, ...below].flat();
  const first = Math.min(Math.max(0, position - Math.floor(room / 2)), Math.max(0, rows.length - room));
  return { rows: rows.slice(first, first + room), cursor: { row: position - first, column } };
}

/** @param start of the line in the text @param cursor in the line */
function lineRows(
  state: InputState,
  { prompt, columns, colors }: ViewOptions,
  start: number,
  cursor?: number,
): { rows: string[]; cursor?: Position } {
  const { text } = state.editor;
  const end = text.indexOf("\n", start);
  const line = text.slice(start, end === -1 ? undefined : end);
  const label = labelOf(state.vi?.mode === "normal" ? prompt.replace("->", "=>") : prompt, start === 0);
  const labelled = label + line;
  const wrapped = wrap(labelled, columns, cursor === undefined ? undefined : label.length + cursor);
  const found = foundIn(state, start);
  const rows = wrapped.rows.map((row, index) => {
    const source = labelled.slice(wrapped.starts[index], wrapped.starts[index + 1]);
    const offset = label.length - wrapped.starts[index]!;
    const marks = found && { from: found.from + offset, to: found.to + offset };
    const shown = marked(row, source, marks, colors);
    const hasLabel = index === 0 && row.startsWith(label);
    return hasLabel ? colors.cyan(label) + shown.slice(label.length) : shown;
  });
  return wrapped.cursor === undefined ? { rows } : { rows, cursor: wrapped.cursor };
}

/** What a search has found, in the line that begins at `start`: the cursor is at its beginning. */
function foundIn({ search, editor: { text, cursor } }: InputState, start: number): Range | undefined {
  if (search === undefined || !search.isFound) return undefined;
  const to = cursor + search.query.length;
  if (to <= start || matchOf(text.slice(cursor, to), search.query) !== 0) return undefined;
  return { from: Math.max(0, cursor - start), to: to - start };
}

type Range = { from: number; to: number };

/**
 * The row with a marked part.
 * @param source the text that the row shows
 * @param marks in the source; it may begin or end in another row
 */
function marked(row: string, source: string, marks: Range | undefined, colors: Colors): string {
  if (marks === undefined || marks.to <= 0 || marks.from >= source.length) return row;
  const [before, inside, after] = [
    source.slice(0, Math.max(0, marks.from)),
    source.slice(Math.max(0, marks.from), marks.to),
    source.slice(marks.to),
  ].map(shownText) as [string, string, string];
  // A character that is shown as several ones may be split between two rows.
  return before + inside + after === row ? before + colors.inverse(inside) + after : row;
}

function searchNote({ isFound, end }: Search): string {
  if (!isFound) return "  (nothing found)";
  return end === undefined ? "" : `  (nothing ${end === -1 ? "older" : "newer"})`;
}

const searchLabel = "search -> ";

function belowRows(state: InputState, { columns, height, colors }: ViewOptions): string[] {
  const { search, completion, notice } = state;
  if (search !== undefined) {
    const words = `${searchLabel}${sanitizeLine(search.query)}`;
    return [fitted(`${words}${searchNote(search)}`, columns)];
  }
  if (notice !== undefined) return wrap(sanitizeLine(notice), columns).rows.map(colors.dim);
  if (completion === undefined) return [];
  return listRows(completion, { columns, colors, height: Math.floor(height / 2) });
}
