/** Goes through the earlier inputs. Changed entries keep their changes until the submit. */
import { editorOf } from "./editor.ts";
import type { InputState } from "./state.ts";

/** @param index of an entry; `history.length` is the draft. Others change nothing. */
export function recall(state: InputState, index: number): InputState {
  const { history, historyIndex, editor } = state;
  if (index < 0 || index > history.length || index === historyIndex) return state;
  const isChanged = historyIndex === history.length || editor.text !== history[historyIndex];
  const changed = isChanged ? new Map(state.changed).set(historyIndex, editor.text) : state.changed;
  return {
    ...state,
    changed,
    historyIndex: index,
    editor: editorOf(changed.get(index) ?? history[index] ?? ""),
    undo: { past: [], future: [], run: undefined },
  };
}

/** Removes the draft, and makes it the newest entry, so that Up brings it back. */
export function cleared(state: InputState): InputState {
  const history = [...state.history, state.editor.text];
  return {
    ...state,
    history,
    historyIndex: history.length,
    changed: new Map(),
    editor: editorOf(""),
    undo: { past: [], future: [], run: undefined },
  };
}
