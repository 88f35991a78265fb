/** What the input line holds between two keys, and what a key can cause besides a new state. */
import { type Editor, editorOf } from "./editor.ts";
import { type ViState, viInsert } from "./vi/state.ts";

export type InputState = {
  readonly editor: Editor;
  readonly undo: Undo;
  /** Earlier inputs, oldest first. */
  readonly history: readonly string[];
  /** The entry that is shown; `history.length` is the draft. */
  readonly historyIndex: number;
  /** The changed texts of entries, and the draft, by index: they last until the input is submitted. */
  readonly changed: ReadonlyMap<number, string>;
  /** What can be undone in the entries that were left, and in the draft, by index. */
  readonly left: ReadonlyMap<number, Undo>;
  /** The text that Ctrl+K, U or W removed last, for Ctrl+Y. */
  readonly killed: string;
  /** The column that Up and Down aim for, as long as `editor` is the one that they left. */
  readonly goal: { readonly column: number; readonly editor: Editor } | undefined;
  readonly completion: Completion | undefined;
  /** The start of the word whose list Escape has closed. */
  readonly closedList: number | undefined;
  readonly search: Search | undefined;
  /** The first key of a two-key command: Ctrl+X. */
  readonly chord: "ctrl+x" | undefined;
  /** A line below the input, until the next key. */
  readonly notice: string | undefined;
  /** The last key was this one, on an empty line: pressed again, it has a meaning. */
  readonly armed: "ctrl+c" | "escape" | undefined;
  /** Undefined without vi keys. */
  readonly vi: ViState | undefined;
};

/** What undo and redo go back and forth to. */
export type Undo = {
  /** Earlier texts, oldest first. */
  readonly past: readonly Editor[];
  /** Texts that were undone, the next one to redo last. */
  readonly future: readonly Editor[];
  /** The kind of changes that still join the last step. */
  readonly run: "typing" | "deleting" | "inserting" | undefined;
};

export const nothingToUndo: Undo = { past: [], future: [], run: undefined };

/** Ctrl+R: the line shows the entry that was found. */
export type Search = {
  readonly query: string;
  /** Whether an entry has the query; the line keeps the last one that had. */
  readonly isFound: boolean;
  /** There is no older entry (-1) or no newer one (1) that has it. */
  readonly end: -1 | 1 | undefined;
  /** What to restore when the search is cancelled. */
  readonly before: { readonly editor: Editor; readonly historyIndex: number };
};

export type Candidate = {
  /** The text to insert. */
  readonly value: string;
  /** How the list names it: short. */
  readonly label: string;
  /** Shown beside the label, if there is room. */
  readonly hint?: string;
  /** False: more follows, as after a folder's slash. */
  readonly isFinal?: boolean;
};

/** What may replace the text between `from` and the cursor. */
export type Completions = { readonly from: number; readonly candidates: readonly Candidate[] };

/** An open list of candidates. */
export type Completion = Completions & {
  /** The selected candidate, which is in the text; -1: none. */
  readonly index: number;
  /** The text before one was selected. */
  readonly before: Editor;
  /** Tab has inserted what is certain: the next Tab selects. */
  readonly isTabbed: boolean;
};

export type InputEffect =
  | { type: "submit"; text: string }
  /** Ctrl+D, or Ctrl+C twice, on an empty line. */
  | { type: "eof" }
  /** Escape twice on an empty line. */
  | { type: "edit-last" }
  /** Ctrl+O on an empty line. */
  | { type: "thoughts" }
  /** Ctrl+C removed this draft. */
  | { type: "cleared"; text: string }
  | { type: "open-editor" }
  | { type: "clear-screen" }
  /** Everything must be painted again. */
  | { type: "redraw" };

export type Step = { readonly state: InputState; readonly effect?: InputEffect };

export type InputContext = {
  /** Completions of a text at the cursor. */
  complete(text: string, cursor: number): Completions;
  /** "prompt -> " */
  readonly prompt: string;
  /** The window's width: Up and Down move by the rows that the user sees. */
  readonly columns: number;
};

export type Action = (state: InputState, context: InputContext) => Step;

type InitialOptions = {
  /** The initial text. */
  text?: string;
  vi?: boolean;
};

export function initialState(
  history: readonly string[],
  { text = "", vi = false }: InitialOptions = {},
): InputState {
  return {
    editor: editorOf(text),
    undo: nothingToUndo,
    history,
    historyIndex: history.length,
    changed: new Map(),
    left: new Map(),
    killed: "",
    goal: undefined,
    completion: undefined,
    closedList: undefined,
    search: undefined,
    chord: undefined,
    notice: undefined,
    armed: undefined,
    vi: vi ? viInsert : undefined,
  };
}

export function edit(state: InputState, editor: Editor): InputState {
  return { ...state, editor };
}
