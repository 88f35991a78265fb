/**
 * Completion of the input line. Tab inserts what all candidates have in common, and then selects
 * one after the other. After `@`, and after `/` at the beginning, the list opens by itself and
 * narrows as the user types.
 */
import { atBorder, type Editor, editorOf, graphemes, moveTo, previousGrapheme } from "./editor.ts";
import {
  type Candidate,
  type Completion,
  type Completions,
  edit,
  type InputContext,
  type InputState,
} from "./state.ts";

/**
 * Tab (1) or Shift+Tab (-1). The first Tab inserts only what is certain, as in a shell; the next
 * ones select.
 */
export function completeNext(state: InputState, step: 1 | -1, context: InputContext): InputState {
  const open = state.completion;
  if (open?.isTabbed) return select(state, open, step);
  const { from, candidates } = open ?? completionsOf(state, context);
  const [only] = candidates;
  if (only === undefined) return state;
  if (candidates.length === 1) return refreshed(accept(state, from, only), context);
  const typed = state.editor.text.slice(from, state.editor.cursor);
  const common = commonPrefix(candidates.map(({ value }) => value));
  const editor = continues(typed, common) ? replaced(state.editor, from, common) : state.editor;
  return { ...state, editor, completion: { from, candidates, index: -1, before: editor, isTabbed: true } };
}

/** Selects the next candidate, or after the last one none. */
export function select(state: InputState, open: Completion, step: 1 | -1): InputState {
  const places = open.candidates.length + 1;
  const index = ((open.index + 1 + step + places) % places) - 1;
  const candidate = open.candidates[index];
  const editor = candidate === undefined ? open.before : replaced(open.before, open.from, candidate.value);
  return { ...state, editor, completion: { ...open, index } };
}

/** Keeps the selected candidate, and closes the list; after a folder, the next one opens. */
export function acceptSelected(state: InputState, open: Completion, context: InputContext): InputState {
  const candidate = open.candidates[open.index];
  if (candidate === undefined) return state;
  return refreshed(accept(edit(state, open.before), open.from, candidate), context);
}

/** The state with the list that opens by itself for its text, or without a list. */
export function refreshed(state: InputState, context: InputContext): InputState {
  const from = openWord(state.editor)?.from;
  if (from === undefined) return { ...state, completion: undefined, closedList: undefined };
  if (from === state.closedList) return { ...state, completion: undefined };
  const { candidates, from: start } = completionsOf(state, context);
  const typed = state.editor.text.slice(start, state.editor.cursor);
  const isDone = candidates.length === 1 && candidates[0]?.value === typed;
  const completion =
    candidates.length === 0 || isDone
      ? undefined
      : { from: start, candidates, index: -1, before: state.editor, isTabbed: false };
  return { ...state, completion, closedList: undefined };
}

/** Closes the list until another word begins. */
export function closeList(state: InputState): InputState {
  return { ...state, completion: undefined, closedList: openWord(state.editor)?.from };
}

/** Longer words are not completed. */
const maxWord = 4096;

/** A word before the cursor that opens a list by itself; `from` is the index of its first sign. */
type OpenWord = { readonly kind: "command" | "mention"; readonly from: number };

/** The word before the cursor, if it is "@…", or "/…" at the beginning of the text. */
export function openWord({ text, cursor }: Editor): OpenWord | undefined {
  const before = text.slice(Math.max(0, cursor - maxWord), cursor);
  if (/^\/[\w?-]*$/.test(before) && before.length === cursor) return { kind: "command", from: 0 };
  const mention = /(?:^|\s)@(?:"[^"\n]*|'[^'\n]*|(?:\\.|[^\s\\"'])*)$/.exec(before);
  return mention === null ? undefined : { kind: "mention", from: cursor - mention[0].trimStart().length };
}

function completionsOf({ editor }: InputState, { complete }: InputContext): Completions {
  return complete(editor.text, editor.cursor);
}

function accept(state: InputState, from: number, { value, isFinal = true }: Candidate): InputState {
  const editor = replaced(state.editor, from, value);
  const needsSpace = isFinal && !/^\s/.test(editor.text.slice(editor.cursor));
  return edit(state, needsSpace ? replaced(editor, editor.cursor, " ") : editor);
}

/** The text with `value` between `from` and the cursor; the cursor is after it. */
function replaced(editor: Editor, from: number, value: string): Editor {
  const text = editor.text.slice(0, from) + value + editor.text.slice(editor.cursor);
  return moveTo({ text, cursor: from }, from + value.length);
}

/** Whether `text` is more of what is typed, quoted or not. */
function continues(typed: string, text: string): boolean {
  const [begun, whole] = [typed, text].map((one) => one.replace(/["'\\]/g, "").toLowerCase());
  return whole !== begun && whole!.startsWith(begun!);
}

/** What all texts begin with, in whole characters. */
function commonPrefix([first = "", ...others]: readonly string[]): string {
  let prefix = "";
  for (const { segment } of graphemes().segment(first)) {
    const longer = prefix + segment;
    if (!others.every((text) => text.startsWith(longer))) break;
    prefix = longer;
  }
  // The others may go on with a mark of its last character.
  const isWhole = others.every((text) => atBorder({ text, cursor: prefix.length }).cursor === prefix.length);
  return isWhole ? prefix : prefix.slice(0, previousGrapheme(editorOf(prefix)));
}
