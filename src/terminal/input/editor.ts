/**
 * A text with a cursor, and the editing operations as pure functions. The cursor is a UTF-16 index
 * and always between grapheme clusters: what users see as one character (é, 👩‍👩‍👧, 한) is moved over
 * and deleted as one.
 */

export type Editor = { readonly text: string; readonly cursor: number };

export function editorOf(text: string): Editor {
  return { text, cursor: text.length };
}

export function insert({ text, cursor }: Editor, added: string): Editor {
  return { text: text.slice(0, cursor) + added + text.slice(cursor), cursor: cursor + added.length };
}

export function moveTo(editor: Editor, cursor: number): Editor {
  return { text: editor.text, cursor: Math.min(Math.max(cursor, 0), editor.text.length) };
}

/** Removes the text between the cursor and `other`. */
export function removeTo({ text, cursor }: Editor, other: number): Editor {
  const from = Math.min(cursor, other);
  return { text: text.slice(0, from) + text.slice(Math.max(cursor, other)), cursor: from };
}

export function previousGrapheme({ text, cursor }: Editor): number {
  if (cursor === 0) return 0;
  const from = windowStart(text, cursor);
  let last = from;
  for (const { index } of graphemes().segment(text.slice(from, cursor))) last = from + index;
  return last;
}

export function nextGrapheme({ text, cursor }: Editor): number {
  for (const { segment } of graphemes().segment(text.slice(cursor, cursor + segmentWindow))) {
    return cursor + segment.length;
  }
  return cursor;
}

/**
 * The start of the word before the cursor; words are runs of letters and digits, as in readline.
 */
export function previousWord({ text, cursor }: Editor): number {
  const before = /[\p{L}\p{N}\p{M}_]+[^\p{L}\p{N}\p{M}_]*$/u.exec(text.slice(0, cursor));
  return before === null ? 0 : before.index;
}

/** As {@link previousWord}, but words end only at white space, as for Ctrl+W. */
export function previousSpaceWord({ text, cursor }: Editor): number {
  const before = /\S+\s*$/.exec(text.slice(0, cursor));
  return before === null ? 0 : before.index;
}

export function nextWord({ text, cursor }: Editor): number {
  const after = /^[^\p{L}\p{N}\p{M}_]*[\p{L}\p{N}\p{M}_]+/u.exec(text.slice(cursor));
  return after === null ? text.length : cursor + after[0].length;
}

export function lineStart({ text, cursor }: Editor): number {
  return cursor === 0 ? 0 : text.lastIndexOf("\n", cursor - 1) + 1;
}

export function lineEnd({ text, cursor }: Editor): number {
  const end = text.indexOf("\n", cursor);
  return end === -1 ? text.length : end;
}

/** The same column one line up or down; undefined if there is no such line. */
export function verticalMove(editor: Editor, lines: -1 | 1): number | undefined {
  const start = lineStart(editor);
  const column = Bun.stringWidth(editor.text.slice(start, editor.cursor));
  let target: number;
  if (lines === -1) {
    if (start === 0) return undefined;
    target = lineStart({ text: editor.text, cursor: start - 1 });
  } else {
    const end = lineEnd(editor);
    if (end === editor.text.length) return undefined;
    target = end + 1;
  }
  return indexAtColumn(editor.text, target, column);
}

function indexAtColumn(text: string, start: number, column: number): number {
  const line = text.slice(start, lineEnd({ text, cursor: start }));
  let width = 0;
  for (const { index, segment } of graphemes().segment(line)) {
    width += Bun.stringWidth(segment);
    if (width > column) return start + index;
  }
  return start + line.length;
}

// Enough context for graphemes, so that an arrow key doesn't segment a pasted megabyte.
const segmentWindow = 256;

function windowStart(text: string, cursor: number): number {
  const from = Math.max(0, cursor - segmentWindow);
  return /[\uDC00-\uDFFF]/.test(text[from] ?? "") ? from + 1 : from;
}

let segmenter: Intl.Segmenter | undefined;

/** Shared, because it has no state and takes a millisecond to create. */
export function graphemes(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return segmenter;
}
