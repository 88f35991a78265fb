/**
 * Undo and redo of the input line. Letters typed in a row, and deletions in a row, are one step, as
 * in editors.
 */
import type { Editor } from "./editor.ts";
import type { InputState, Undo } from "./state.ts";

/** More steps than anyone undoes; a bound for their memory. */
const maxSteps = 500;

/** The state after an edit, with a step to undo it. */
export function recorded(before: InputState, after: InputState): InputState {
  const [from, to] = [before.editor, after.editor];
  if (from.text === to.text) {
    // Moving the cursor ends a run.
    return from.cursor === to.cursor ? after : { ...after, undo: { ...after.undo, run: undefined } };
  }
  const run = runOf(from, to);
  const { past, run: current } = before.undo;
  const joins = run !== undefined && run === current;
  return { ...after, undo: { past: joins ? past : [...past, from].slice(-maxSteps), future: [], run } };
}

export function undo(state: InputState): InputState {
  const { past, future } = state.undo;
  const editor = past.at(-1);
  if (editor === undefined) return state;
  return {
    ...state,
    editor,
    undo: { past: past.slice(0, -1), future: [...future, state.editor], run: undefined },
  };
}

export function redo(state: InputState): InputState {
  const { past, future } = state.undo;
  const editor = future.at(-1);
  if (editor === undefined) return state;
  return {
    ...state,
    editor,
    undo: { past: [...past, state.editor], future: future.slice(0, -1), run: undefined },
  };
}

/** A change of a few characters at the cursor joins a run; a space or a line break ends one. */
function runOf(from: Editor, to: Editor): Undo["run"] {
  const grown = to.text.length - from.text.length;
  if (Math.abs(grown) > 4) return undefined;
  if (grown < 0) return to.cursor <= from.cursor ? "deleting" : undefined;
  const typed = to.text.slice(from.cursor, to.cursor);
  return typed.length === grown && !/\s/.test(typed) ? "typing" : undefined;
}
