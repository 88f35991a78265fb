/**
 * The input line as a reducer: (state, key) → state and effect. It knows no terminal: `view.ts`
 * draws the state, and `keys.ts` parses the keys.
 */
import type { Key } from "../keys.ts";
import { acceptSelected, closeList, completeNext, refreshed, select } from "./completion.ts";
import { atBorder, insert } from "./editor.ts";
import { chordTable, keyTable } from "./keymap.ts";
import { searchKey } from "./search.ts";
import { edit, type InputContext, type InputState, type Step } from "./state.ts";
import { recorded } from "./undo.ts";
import { rememberedKey, viNormal } from "./vi/mode.ts";
import { viKey } from "./vi/normal.ts";

export function reduce(state: InputState, key: Key, context: InputContext): Step {
  const isAgain = key.type === "press" && key.name === state.armed;
  const armed = isAgain ? state.armed : undefined;
  const before: InputState = { ...state, notice: undefined, armed, chord: undefined };
  const step = react(state, before, key, context);
  const editor = atBorder(step.state.editor);
  const after = editor === step.state.editor ? step.state : edit(step.state, editor);
  return { ...step, state: settled(state, after, key, context) };
}

/** @param before the state without what lasts for one key only */
function react(state: InputState, before: InputState, key: Key, context: InputContext): Step {
  // After Ctrl+Z and fg, all is as it was: a search, a command that isn't complete.
  if (key.type === "press" && key.name === "resume") return { state, effect: { type: "redraw" } };
  if (state.search !== undefined) {
    const step = searchKey(before, state.search, key);
    return step.rest === undefined ? step : react(step.state, step.state, key, context);
  }
  if (state.vi?.mode === "normal") return viKey(before, key, context, reduce);
  if (key.type !== "press") return { state: edit(before, insert(before.editor, key.text)) };
  if (state.chord !== undefined) return chordTable.get(key.name)?.(before, context) ?? { state: before };
  const listed = listKey(before, key.name, context);
  if (listed !== undefined) return { state: listed };
  if (key.name === "escape" && state.vi !== undefined) return { state: viNormal(before, state.vi) };
  const action = keyTable.get(key.name);
  return action?.(before, context) ?? { state: before };
}

/** The keys of an open list, and Tab. */
function listKey(state: InputState, name: string, context: InputContext): InputState | undefined {
  if (name === "tab") return completeNext(state, 1, context);
  if (name === "shift+tab") return completeNext(state, -1, context);
  const open = state.completion;
  if (open === undefined) return undefined;
  // In vi's insert mode Escape closes the list and leaves the mode.
  if (name === "escape") return state.vi === undefined ? closeList(state) : undefined;
  if (name === "down") return select(state, open, 1);
  if (name === "up") return select(state, open, -1);
  return name === "enter" && open.index !== -1 ? acceptSelected(state, open, context) : undefined;
}

/** What follows from a change of the text: a step to undo, a list that opens or closes. */
function settled(before: InputState, after: InputState, key: Key, context: InputContext): InputState {
  const isUndone = after.undo !== before.undo;
  let state = isUndone ? after : recorded(before, after);
  const hasChanged = state.editor !== before.editor;
  const isSameList = state.completion !== before.completion || state.search !== undefined;
  if (hasChanged && !isSameList) {
    // Moving through a text opens no list: it would take Up and Down.
    const isTyped = state.editor.text !== before.editor.text && state.historyIndex === before.historyIndex;
    const mayOpen = isTyped && state.vi?.mode !== "normal";
    state = mayOpen ? refreshed(state, context) : { ...state, completion: undefined };
  }
  return state.vi === undefined ? state : rememberedKey(before, state, key);
}
