/**
 * Where a terminal puts the text of one logical row. A row that is wider than the window continues
 * in the next physical rows (soft wrap), as terminals do it: a wide character that doesn't fit at
 * the edge leaves the last cell empty, and a tab is as many empty cells as it was when it was
 * written ({@link tabWidthAt}).
 */
import { OpenStyles } from "./open-styles.ts";
import { tabWidthAt } from "./tabs.ts";

/** A place in the window: physical rows and columns, from 0. */
export type Place = { row: number; column: number };

export type RowLayout = {
  /** Physical rows, at least 1. */
  height: number;
  /** Where the text ends. After a full row the column is the window's width. */
  end: Place;
};

/** A place in a row's text. */
export type Cut = Place & {
  /** Index in the text. */
  index: number;
  /** Sequences that set the styles which are active there. */
  styles: string;
};

const start: Place = { row: 0, column: 0 };
export const rowStart: Cut = { ...start, index: 0, styles: "" };

const styleSequence = /\x1b(?:\[[\d;]*m|\]8;[^\x07\x1b]*(?:\x07|\x1b\\))/y;
const ascii = /^[\x20-\x7e]*$/;
/** Characters that change the one before them. */
const extender = /^[\p{M}\p{Emoji_Modifier}\p{RI}\u200c\u200d]/u;

/** @param row text with SGR styles and links (OSC 8), without a line break */
export function layoutOf(row: string, columns: number): RowLayout {
  if (!row.includes("\t")) {
    const width = Bun.stringWidth(row);
    if (width <= columns) return { height: 1, end: { row: 0, column: width } };
    if (ascii.test(row)) {
      const last = Math.ceil(width / columns) - 1;
      return { height: last + 1, end: { row: last, column: width - last * columns } };
    }
  }
  let end = start;
  for (const { after } of charactersOf(row, columns)) end = after;
  return { height: end.row + 1, end };
}

/** @param offset cells from the beginning of the row */
export function placeOf(row: string, offset: number, columns: number): Place {
  if (offset <= columns && layoutOf(row, columns).height === 1) return { row: 0, column: offset };
  let cells = 0;
  let place = start;
  for (const { width, after } of charactersOf(row, columns)) {
    if (cells >= offset) break;
    cells += width;
    place = after;
  }
  return place;
}

/**
 * The last place up to which both texts look the same, so that the terminal can continue from
 * there. Writing there keeps the soft wraps: the place is never at the edge of the window.
 */
export function divergence(before: string, after: string, columns: number): Cut {
  let same = 0;
  while (same < before.length && same < after.length && before[same] === after[same]) same += 1;
  const styles = new OpenStyles();
  let cut = rowStart;
  for (const { index, text, isStyle, after: place } of charactersOf(after, columns)) {
    const end = index + text.length;
    if (end > same) break;
    if (isStyle) styles.apply(text);
    const isExtended = [before, after].some((whole) => extender.test(whole.slice(end, end + 2)));
    if (place.column < columns && !isExtended) cut = { ...place, index: end, styles: styles.sequence };
  }
  return cut;
}

/** The beginning of a physical row of a text; `physicalRow` counts from 0. */
export function cutAtRow(row: string, physicalRow: number, columns: number): Cut {
  const styles = new OpenStyles();
  for (const { index, text, isStyle, after } of charactersOf(row, columns)) {
    if (after.row >= physicalRow) return { index, row: physicalRow, column: 0, styles: styles.sequence };
    if (isStyle) styles.apply(text);
  }
  return rowStart;
}

type Character = {
  index: number;
  text: string;
  /** A sequence that moves nothing. */
  isStyle: boolean;
  /** Cells. */
  width: number;
  /** Where the cursor is after it. */
  after: Place;
};

/** Characters and style sequences in order. */
function* charactersOf(row: string, columns: number): Generator<Character> {
  let place = start;
  let offset = 0;
  for (let at = 0; at < row.length; ) {
    styleSequence.lastIndex = at;
    const sequence = styleSequence.exec(row)?.[0];
    if (sequence !== undefined) {
      yield { index: at, text: sequence, isStyle: true, width: 0, after: place };
      at += sequence.length;
      continue;
    }
    const next = row.indexOf("\x1b", at + 1);
    const run = row.slice(at, next === -1 ? row.length : next);
    for (const { segment, index } of graphemesOf(run)) {
      const width = segment === "\t" ? tabWidthAt(offset) : Bun.stringWidth(segment);
      place = segment === "\t" ? afterBlanks(place, width, columns) : afterCharacter(place, width, columns);
      offset += width;
      yield { index: at + index, text: segment, isStyle: false, width, after: place };
    }
    at += run.length;
  }
}

function afterCharacter({ row, column }: Place, width: number, columns: number): Place {
  const wraps = column > 0 && column + width > columns;
  return wraps ? { row: row + 1, column: width } : { row, column: Math.min(columns, column + width) };
}

/** @param count of cells, each of which may be the first of a row */
function afterBlanks({ row, column }: Place, count: number, columns: number): Place {
  const rows = Math.max(0, Math.ceil((column + count) / columns) - 1);
  return { row: row + rows, column: column + count - rows * columns };
}

function* graphemesOf(text: string): Generator<{ segment: string; index: number }> {
  if (!/^[\t\x20-\x7e]*$/.test(text)) {
    segmenter ??= new Intl.Segmenter();
    yield* segmenter.segment(text);
    return;
  }
  for (let index = 0; index < text.length; index += 1) yield { segment: text[index]!, index };
}

// Made when it is first needed: it takes milliseconds.
let segmenter: Intl.Segmenter | undefined;
