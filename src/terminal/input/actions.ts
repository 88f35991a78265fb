/** What keys do to the input line, as functions that the key table combines. */
import { isOpenBlock } from "./block-quotes.ts";
import {
  type Editor,
  insert,
  lineEnd,
  lineStart,
  moveTo,
  nextGrapheme,
  previousGrapheme,
  removeTo,
} from "./editor.ts";
import { verticalMove } from "./layout.ts";
import { cleared, recall } from "./recall.ts";
import { type Action, edit, type InputEffect, type InputState } from "./state.ts";

/** A place in the text: an index between two characters. */
export type Target = (editor: Editor) => number;

export const moving =
  (target: Target): Action =>
  (state) => ({ state: edit(state, moveTo(state.editor, target(state.editor))) });

export const removing =
  (target: Target): Action =>
  (state) => ({ state: edit(state, removeTo(state.editor, target(state.editor))) });

/** Removes, and keeps the removed text for Ctrl+Y. */
export const killing =
  (target: Target): Action =>
  (state) => {
    const { text, cursor } = state.editor;
    const other = target(state.editor);
    const killed = text.slice(Math.min(cursor, other), Math.max(cursor, other));
    return { state: { ...edit(state, removeTo(state.editor, other)), killed: killed || state.killed } };
  };

export const inserting =
  (text: string): Action =>
  (state) => ({ state: edit(state, insert(state.editor, text)) });

export const changing =
  (change: (state: InputState) => InputState): Action =>
  (state) => ({ state: change(state) });

export const causing =
  (effect: InputEffect): Action =>
  (state) => ({ state, effect });

/** Up and Down: a row of the text, and before the first or after the last one the history. */
export const vertical =
  (step: -1 | 1): Action =>
  (state, context) => {
    const moved = verticalMove(state.editor, step, context, goalOf(state));
    if (moved === undefined) return { state: recall(state, state.historyIndex + step) };
    return { state: withCursor(state, moved) };
  };

/** Alt+Up and Alt+Down: only rows of the text. */
export const verticalWithin =
  (step: -1 | 1): Action =>
  (state, context) => {
    const moved = verticalMove(state.editor, step, context, goalOf(state));
    return { state: moved === undefined ? state : withCursor(state, moved) };
  };

function goalOf({ goal, editor }: InputState): number | undefined {
  return goal?.editor === editor ? goal.column : undefined;
}

function withCursor(state: InputState, moved: { cursor: number; goal: number }): InputState {
  const editor = moveTo(state.editor, moved.cursor);
  return { ...state, editor, goal: { column: moved.goal, editor } };
}

/** Submits, unless the text says that it continues: a backslash at its end, or an open block. */
export const enter: Action = (state, context) => {
  const { text, cursor } = state.editor;
  if (cursor === text.length && /(?<!\\)(\\\\)*\\$/.test(text)) {
    return { state: edit(state, insert(removeTo(state.editor, cursor - 1), "\n")) };
  }
  if (isOpenBlock(text)) return { state: edit(state, insert(state.editor, "\n")) };
  return submit(state, context);
};

export const submit: Action = (state) => {
  const { text } = state.editor;
  return { state: edit(state, moveTo(state.editor, text.length)), effect: { type: "submit", text } };
};

/** Ctrl+D: deletes, or leaves if the line is empty. */
export const deleteOrEnd: Action = (state, context) =>
  state.editor.text === "" ? { state, effect: { type: "eof" } } : removing(nextGrapheme)(state, context);

/** Ctrl+C: clears the line; pressed twice on an empty one, it leaves. */
export const clearOrLeave: Action = (state) => {
  const { text } = state.editor;
  if (text !== "") return { state: cleared(state), effect: { type: "cleared", text } };
  if (state.armed === "ctrl+c") return { state, effect: { type: "eof" } };
  return { state: { ...state, armed: "ctrl+c", notice: "Press Ctrl+C again to leave" } };
};

/** Escape: pressed twice on an empty line, it edits the last question. */
export const escapeLine: Action = (state) => {
  if (state.editor.text !== "") return { state };
  if (state.armed === "escape") return { state, effect: { type: "edit-last" } };
  return { state: { ...state, armed: "escape" } };
};

/** Ctrl+O: shows the last answer's thoughts, if no text would be lost. */
export const showThoughts: Action = (state) => {
  if (state.editor.text === "") return { state, effect: { type: "thoughts" } };
  return { state: { ...state, notice: "Ctrl+O shows thoughts on an empty line" } };
};

/**
 * Ctrl+T: swaps the character before the cursor with the one after it; at a line's end, the last
 * two.
 */
export const transpose: Action = (state) => {
  const { editor } = state;
  const middle = editor.cursor === lineEnd(editor) ? previousGrapheme(editor) : editor.cursor;
  const start = previousGrapheme(moveTo(editor, middle));
  const end = nextGrapheme(moveTo(editor, middle));
  if (middle <= lineStart(editor) || start === middle || end === middle) return { state };
  const { text } = editor;
  const swapped = text.slice(middle, end) + text.slice(start, middle);
  return { state: edit(state, { text: text.slice(0, start) + swapped + text.slice(end), cursor: end }) };
};
