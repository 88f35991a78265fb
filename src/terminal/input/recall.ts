/** Goes through the earlier inputs. Changed entries keep their changes until the submit. */
import { editorOf } from "./editor.ts";
import { type InputState, nothingToUndo } from "./state.ts";

/** @param index of an entry; `history.length` is the draft. Others change nothing. */
export function recall(state: InputState, index: number): InputState {
  const { history, historyIndex } = state;
  if (index < 0 || index > history.length || index === historyIndex) return state;
  const changed = withChanges(state);
  return {
    ...state,
    changed,
    historyIndex: index,
    editor: editorOf(changed.get(index) ?? history[index] ?? ""),
    undo: state.left.get(index) ?? nothingToUndo,
    left: new Map(state.left).set(historyIndex, { ...state.undo, run: undefined }),
  };
}

/** Removes what is typed, and makes it the newest entries, so that Up brings it back. */
export function cleared(state: InputState): InputState {
  const history = [...unsent(state), state.editor.text].reduce(withEntry, state.history);
  return {
    ...state,
    history,
    historyIndex: history.length,
    changed: new Map(),
    editor: editorOf(""),
    undo: nothingToUndo,
    left: new Map(),
  };
}

/** The history with one more entry, unless it is blank or the same as the last one. */
export function withEntry(history: readonly string[], text: string): readonly string[] {
  return text.trim() === "" || text === history.at(-1) ? history : [...history, text];
}

/**
 * What is typed besides the shown text: the draft and changed entries, in the history's order. The
 * line forgets them when it is submitted or cleared.
 */
export function unsent(state: InputState): string[] {
  const { history, historyIndex } = state;
  return Array.from(withChanges(state))
    .filter(([index, text]) => index !== historyIndex && text.trim() !== "" && text !== history[index])
    .sort(([a], [b]) => a - b)
    .map(([, text]) => text);
}

function withChanges({ changed, history, historyIndex, editor }: InputState): ReadonlyMap<number, string> {
  if (editor.text === history[historyIndex] && !changed.has(historyIndex)) return changed;
  return new Map(changed).set(historyIndex, editor.text);
}
