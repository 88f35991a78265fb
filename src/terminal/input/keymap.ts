/** The table of the input line's keys. The names are those of `keys.ts`. */
import {
  causing,
  changing,
  clearOrLeave,
  deleteOrEnd,
  enter,
  escapeLine,
  inserting,
  killing,
  moving,
  removing,
  showThoughts,
  transpose,
  vertical,
  verticalWithin,
} from "./actions.ts";
import {
  insert,
  lineEnd,
  lineStart,
  nextGrapheme,
  nextWord,
  previousGrapheme,
  previousSpaceWord,
  previousWord,
} from "./editor.ts";
import { recall } from "./recall.ts";
import { startSearch } from "./search.ts";
import { type Action, edit } from "./state.ts";
import { redo, undo } from "./undo.ts";

const newLine = inserting("\n");

export const keyTable: ReadonlyMap<string, Action> = new Map<string, Action>([
  ["enter", enter],
  ["alt+enter", newLine],
  ["shift+enter", newLine],
  ["ctrl+enter", newLine],
  ["ctrl+j", newLine],

  ["left", moving(previousGrapheme)],
  ["ctrl+b", moving(previousGrapheme)],
  ["right", moving(nextGrapheme)],
  ["ctrl+f", moving(nextGrapheme)],
  ["home", moving(lineStart)],
  ["ctrl+a", moving(lineStart)],
  ["end", moving(lineEnd)],
  ["ctrl+e", moving(lineEnd)],
  ["ctrl+left", moving(previousWord)],
  ["alt+left", moving(previousWord)],
  ["alt+b", moving(previousWord)],
  ["ctrl+right", moving(nextWord)],
  ["alt+right", moving(nextWord)],
  ["alt+f", moving(nextWord)],
  ["ctrl+home", moving(() => 0)],
  ["ctrl+end", moving(({ text }) => text.length)],

  ["up", vertical(-1)],
  ["down", vertical(1)],
  ["alt+up", verticalWithin(-1)],
  ["alt+down", verticalWithin(1)],
  ["ctrl+p", changing((state) => recall(state, state.historyIndex - 1))],
  ["ctrl+n", changing((state) => recall(state, state.historyIndex + 1))],
  ["ctrl+r", changing(startSearch)],

  ["backspace", removing(previousGrapheme)],
  ["shift+backspace", removing(previousGrapheme)],
  ["delete", removing(nextGrapheme)],
  ["ctrl+d", deleteOrEnd],
  ["ctrl+w", killing(previousSpaceWord)],
  ["alt+backspace", killing(previousWord)],
  ["ctrl+backspace", killing(previousWord)],
  ["alt+d", killing(nextWord)],
  ["ctrl+delete", killing(nextWord)],
  ["ctrl+u", killing(lineStart)],
  ["ctrl+k", killing(lineEnd)],
  ["ctrl+y", changing((state) => edit(state, insert(state.editor, state.killed)))],
  ["ctrl+t", transpose],
  ["ctrl+_", changing(undo)],
  ["alt+_", changing(redo)],

  ["ctrl+x", changing((state) => ({ ...state, chord: "ctrl+x" }))],
  ["ctrl+g", causing({ type: "open-editor" })],
  ["ctrl+o", showThoughts],
  ["ctrl+c", clearOrLeave],
  ["escape", escapeLine],
  ["ctrl+l", causing({ type: "clear-screen" })],
]);

/** The second keys of commands that begin with Ctrl+X. */
export const chordTable: ReadonlyMap<string, Action> = new Map<string, Action>([
  ["ctrl+e", causing({ type: "open-editor" })],
  ["ctrl+u", changing(undo)],
  ["ctrl+r", changing(redo)],
]);
