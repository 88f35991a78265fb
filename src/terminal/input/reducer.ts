/**
 * The input line as a reducer: (state, key) → state and effect, with a table of all keys. It knows
 * no terminal: `view.ts` draws the state, and `keys.ts` parses the keys.
 */
import type { Key } from "../keys.ts";
import {
  type Editor,
  editorOf,
  insert,
  lineEnd,
  lineStart,
  moveTo,
  nextGrapheme,
  nextWord,
  previousGrapheme,
  previousSpaceWord,
  previousWord,
  removeTo,
  verticalMove,
} from "./editor.ts";

export type InputState = {
  readonly editor: Editor;
  /** Earlier inputs, oldest first. */
  readonly history: readonly string[];
  /** The entry that is shown; `history.length` is the draft. */
  readonly historyIndex: number;
  /** The text before going back in the history. */
  readonly draft: string;
  /** The text that Ctrl+K, U or W removed last, for Ctrl+Y. */
  readonly killed: string;
  readonly completion: Completion | undefined;
};

/** The candidates after Tab; `index` is -1 until another Tab selects one. */
export type Completion = { readonly candidates: readonly string[]; readonly index: number };

type InputEffect =
  | { type: "submit"; text: string }
  /** Ctrl+D on an empty line. */
  | { type: "eof" }
  /** Ctrl+C. */
  | { type: "interrupt" }
  | { type: "clear-screen" }
  /** Everything must be painted again. */
  | { type: "redraw" };

/** Completions of an input: whole texts, not endings. */
export type Complete = (text: string) => readonly string[];

export type Step = { state: InputState; effect?: InputEffect };

/** @param text the initial text */
export function initialState(history: readonly string[], text = ""): InputState {
  return {
    editor: editorOf(text),
    history,
    historyIndex: history.length,
    draft: "",
    killed: "",
    completion: undefined,
  };
}

export function reduce(state: InputState, key: Key, complete: Complete): Step {
  if (key.type !== "press") return { state: edit(state, insert(state.editor, key.text)) };
  if (key.name === "tab" || key.name === "shift+tab") {
    return { state: completeNext(state, key.name === "tab" ? 1 : -1, complete) };
  }
  const action = keyTable.get(key.name);
  // An unknown key changes nothing, and keeps the candidates.
  return action === undefined ? { state } : action({ ...state, completion: undefined });
}

type Action = (state: InputState) => Step;

const moving =
  (target: (editor: Editor) => number): Action =>
  (state) => ({ state: { ...state, editor: moveTo(state.editor, target(state.editor)) } });

const removing =
  (target: (editor: Editor) => number): Action =>
  (state) => ({ state: edit(state, removeTo(state.editor, target(state.editor))) });

const killing =
  (target: (editor: Editor) => number): Action =>
  (state) => {
    const { text, cursor } = state.editor;
    const other = target(state.editor);
    const killed = text.slice(Math.min(cursor, other), Math.max(cursor, other));
    return { state: { ...edit(state, removeTo(state.editor, other)), killed: killed || state.killed } };
  };

const vertical =
  (lines: -1 | 1): Action =>
  (state) => {
    const target = verticalMove(state.editor, lines);
    if (target === undefined) return { state: recall(state, state.historyIndex + lines) };
    return { state: { ...state, editor: moveTo(state.editor, target) } };
  };

const newLine: Action = (state) => ({ state: edit(state, insert(state.editor, "\n")) });

const enter: Action = (state) => {
  const { text, cursor } = state.editor;
  if (cursor === text.length && /(?<!\\)(\\\\)*\\$/.test(text)) {
    return { state: edit(state, insert(removeTo(state.editor, cursor - 1), "\n")) };
  }
  return { state: { ...state, editor: moveTo(state.editor, text.length) }, effect: { type: "submit", text } };
};

const deleteOrEnd: Action = (state) =>
  state.editor.text === "" ? { state, effect: { type: "eof" } } : removing(nextGrapheme)(state);

/**
 * Ctrl+T: swaps the character before the cursor with the one after it; at a line's end, the last
 * two.
 */
const transpose: Action = (state) => {
  const { editor } = state;
  const middle = editor.cursor === lineEnd(editor) ? previousGrapheme(editor) : editor.cursor;
  const start = previousGrapheme(moveTo(editor, middle));
  const end = nextGrapheme(moveTo(editor, middle));
  if (middle <= lineStart(editor) || start === middle || end === middle) return { state };
  const { text } = editor;
  const swapped = text.slice(middle, end) + text.slice(start, middle);
  return { state: edit(state, { text: text.slice(0, start) + swapped + text.slice(end), cursor: end }) };
};

/** The names are those of `keys.ts`. */
const keyTable: ReadonlyMap<string, Action> = new Map<string, Action>([
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
  ["ctrl+end", moving((editor) => editor.text.length)],

  ["up", vertical(-1)],
  ["down", vertical(1)],
  ["ctrl+p", (state) => ({ state: recall(state, state.historyIndex - 1) })],
  ["ctrl+n", (state) => ({ state: recall(state, state.historyIndex + 1) })],

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
  ["ctrl+y", (state) => ({ state: edit(state, insert(state.editor, state.killed)) })],
  ["ctrl+t", transpose],

  ["ctrl+c", (state) => ({ state, effect: { type: "interrupt" } })],
  ["ctrl+l", (state) => ({ state, effect: { type: "clear-screen" } })],
  ["resume", (state) => ({ state, effect: { type: "redraw" } })],
  // Closes the candidates, as every key of the table does.
  ["escape", (state) => ({ state })],
]);

function edit(state: InputState, editor: Editor): InputState {
  return { ...state, editor, completion: undefined };
}

function recall(state: InputState, index: number): InputState {
  const { history, historyIndex } = state;
  if (index < 0 || index > history.length || index === historyIndex) return state;
  const draft = historyIndex === history.length ? state.editor.text : state.draft;
  return { ...state, draft, historyIndex: index, editor: editorOf(history[index] ?? draft) };
}

function completeNext(state: InputState, step: 1 | -1, complete: Complete): InputState {
  const offered = state.completion;
  if (offered !== undefined) {
    const count = offered.candidates.length;
    // With no selection, going back selects the last one.
    const from = offered.index === -1 && step === -1 ? 0 : offered.index;
    const index = (from + step + count) % count;
    return { ...state, editor: editorOf(offered.candidates[index]!), completion: { ...offered, index } };
  }
  const { text, cursor } = state.editor;
  if (cursor !== text.length) return state;
  const candidates = complete(text);
  if (candidates.length === 0) return state;
  const prefix = commonPrefix(candidates);
  const editor = prefix.length > text.length ? editorOf(prefix) : state.editor;
  const completion = candidates.length === 1 ? undefined : { candidates, index: -1 };
  return { ...state, editor, completion };
}

function commonPrefix(texts: readonly string[]): string {
  let prefix = texts[0] ?? "";
  for (const text of texts) while (!text.startsWith(prefix)) prefix = prefix.slice(0, -1);
  return prefix;
}
