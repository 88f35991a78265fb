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

/** Letters, digits and marks: what words are made of, as in readline. */
const wordCharacter = /[\p{L}\p{N}\p{M}_]/u;

/** The start of the word before the cursor. */
export function previousWord({ text, cursor }: Editor): number {
  const inside = runStart(text, cursor, (character) => !wordCharacter.test(character));
  return runStart(text, inside, (character) => wordCharacter.test(character));
}

/** As {@link previousWord}, but words end only at white space, as for Ctrl+W. */
export function previousSpaceWord({ text, cursor }: Editor): number {
  const inside = runStart(text, cursor, (character) => /\s/.test(character));
  return runStart(text, inside, (character) => /\S/.test(character));
}

/** The end of the word after the cursor. */
export function nextWord({ text, cursor }: Editor): number {
  const after = /^[^\p{L}\p{N}\p{M}_]*[\p{L}\p{N}\p{M}_]+/u.exec(text.slice(cursor));
  return after === null ? text.length : cursor + after[0].length;
}

/**
 * Where the run of such characters before `index` begins. (A regular expression with `$` would try
 * every start: a pasted megabyte without a space would take hours.)
 */
function runStart(text: string, index: number, isInRun: (character: string) => boolean): number {
  let start = index;
  while (start > 0) {
    const isPair = /[\uDC00-\uDFFF]/.test(text[start - 1]!) && /[\uD800-\uDBFF]/.test(text[start - 2] ?? "");
    const before = start - (isPair ? 2 : 1);
    if (!isInRun(text.slice(before, start))) break;
    start = before;
  }
  return start;
}

export function lineStart({ text, cursor }: Editor): number {
  return cursor === 0 ? 0 : text.lastIndexOf("\n", cursor - 1) + 1;
}

export function lineEnd({ text, cursor }: Editor): number {
  const end = text.indexOf("\n", cursor);
  return end === -1 ? text.length : end;
}

/**
 * The editor with its cursor between two characters. A change can join what stands before and after
 * the cursor to one character, such as two halves of a flag: then the cursor goes behind it.
 */
export function atBorder(editor: Editor): Editor {
  const { text, cursor } = editor;
  if (cursor === 0 || cursor === text.length) return editor;
  if (/^[\x20-\x7e]{2}$/.test(text.slice(cursor - 1, cursor + 1))) return editor;
  const from = windowStart(text, cursor);
  const around = graphemes().segment(text.slice(from, cursor + segmentWindow));
  const found = around.containing(cursor - from);
  if (found === undefined || from + found.index === cursor) return editor;
  return { text, cursor: from + found.index + found.segment.length };
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
