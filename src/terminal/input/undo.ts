/**
 * Undo and redo of the input line. Letters typed in a row, and deletions in a row, are one step, as
 * in editors.
 */
import type { Editor } from "./editor.ts";
import type { InputState, Undo } from "./state.ts";

/** More steps than anyone undoes. */
const maxSteps = 500;
/** A bound for their memory, in UTF-16 units: each step holds the whole text. */
const maxUnits = 16_000_000;

/** The state after an edit, with a step to undo it. */
export function recorded(before: InputState, after: InputState): InputState {
  const [from, to] = [before.editor, after.editor];
  if (from.text === to.text) {
    // Moving the cursor ends a run.
    return from.cursor === to.cursor ? after : { ...after, undo: { ...after.undo, run: undefined } };
  }
  const run = runOf(before, after);
  const { past, run: current } = before.undo;
  const joins = run !== undefined && run === current;
  return { ...after, undo: { past: joins ? past : bounded([...past, from]), future: [], run } };
}

/** The newest steps, at least one. */
function bounded(past: readonly Editor[]): readonly Editor[] {
  let first = past.length - 1;
  let units = past[first]?.text.length ?? 0;
  while (first > 0 && past.length - first < maxSteps) {
    units += past[first - 1]!.text.length;
    if (units > maxUnits) break;
    first -= 1;
  }
  return past.slice(first);
}

export const undo = (state: InputState): InputState => goTo(state, "past", "future");

export const redo = (state: InputState): InputState => goTo(state, "future", "past");

/** Takes the text that is next in one direction; the present one is next in the other. */
function goTo(state: InputState, from: "past" | "future", to: "past" | "future"): InputState {
  const editor = state.undo[from].at(-1);
  if (editor === undefined) return state;
  const moved = { [from]: state.undo[from].slice(0, -1), [to]: [...state.undo[to], state.editor] };
  return { ...state, editor, undo: { ...state.undo, ...moved, run: undefined } };
}

/**
 * A change of a few characters at the cursor joins a run; a space or a line break ends one. With
 * vi's keys each command is a step, together with what is typed until Escape.
 */
function runOf({ editor: from, vi }: InputState, { editor: to, vi: next }: InputState): Undo["run"] {
  if (next?.mode === "insert" && next.recording !== undefined) return "inserting";
  if (vi?.mode === "normal") return undefined;
  const grown = to.text.length - from.text.length;
  if (Math.abs(grown) > 4) return undefined;
  if (grown < 0) return to.cursor <= from.cursor ? "deleting" : undefined;
  const typed = to.text.slice(from.cursor, to.cursor);
  return typed.length === grown && !/\s/.test(typed) ? "typing" : undefined;
}
