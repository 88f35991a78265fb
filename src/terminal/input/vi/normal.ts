/**
 * vi's normal mode for the input line: counts, the operators d, c and y with motions and text
 * objects, and the single-key commands of POSIX sh's vi mode.
 */
import type { Key } from "../../keys.ts";
import { causing, submit, vertical } from "../actions.ts";
import {
  type Editor,
  insert,
  lineEnd,
  lineStart,
  moveTo,
  nextGrapheme,
  previousGrapheme,
  removeTo,
} from "../editor.ts";
import { keyTable } from "../keymap.ts";
import { startSearch } from "../search.ts";
import { type Action, edit, type InputContext, type InputState, type Step } from "../state.ts";
import { redo, undo } from "../undo.ts";
import {
  type Find,
  findCharacter,
  motions,
  onCharacter,
  otherCase,
  type Span,
  textObject,
} from "./motions.ts";
import type { ViState } from "./state.ts";

type Reduce = (state: InputState, key: Key, context: InputContext) => Step;

/** Keys that stand for a motion. */
const motionKeys: Readonly<Record<string, string>> = {
  left: "h",
  right: "l",
  backspace: "h",
  home: "0",
  end: "$",
  "ctrl+left": "b",
  "ctrl+right": "w",
};

/** @param reduce plays the keys of the last change again, for "." */
export function viKey(state: InputState, key: Key, context: InputContext, reduce: Reduce): Step {
  const vi = state.vi as ViState;
  const calm: InputState = { ...state, notice: undefined, armed: undefined, chord: undefined };
  if (key.type === "paste") return { state: edit(calm, insert(calm.editor, key.text)) };
  if (key.type === "text") {
    const [first = "", ...others] = Array.from(key.text);
    if (others.length === 0) {
      const isRepeat = first === "." && vi.pending === "";
      return isRepeat ? repeated(calm, context, reduce) : typed(calm, first, context);
    }
    // Several letters of one read are commands, and perhaps text, one after the other.
    let step: Step = { state };
    for (const text of [first, ...others]) step = reduce(step.state, { type: "text", text }, context);
    return step;
  }
  const { name } = key;
  if (name === "escape") {
    if (vi.pending !== "") return { state: pending(calm, "") };
    return keyTable.get("escape")?.({ ...calm, armed: state.armed }, context) ?? { state: calm };
  }
  const motion = motionKeys[name];
  if (motion !== undefined) return typed(calm, motion, context);
  if (name === "ctrl+r") return { state: onLine(redo(pending(calm, ""))) };
  const action = name === "enter" ? submit : keyTable.get(name);
  const step = action?.({ ...pending(calm, ""), armed: state.armed }, context);
  return step === undefined ? { state: calm } : { ...step, state: onLine(step.state) };
}

function typed(state: InputState, character: string, context: InputContext): Step {
  const vi = state.vi as ViState;
  const keys = vi.pending + character;
  const command = parse(keys);
  if (command === "incomplete") return { state: pending(state, keys) };
  const ready = pending(state, "");
  if (command === undefined) return { state: ready };
  const step = command.operator === undefined ? single(ready, command, context) : operate(ready, command);
  const hasChanged = step.state.editor.text !== state.editor.text || step.state.vi?.mode === "insert";
  const isRepeatable = hasChanged && !/^\d*[uU]$/.test(keys) && step.effect === undefined;
  if (!isRepeatable || step.state.vi === undefined) return { ...step, state: onLine(step.state) };
  const change = Array.from(keys, (text): Key => ({ type: "text", text }));
  const next = step.state.vi;
  const remembered: ViState =
    next.mode === "insert" ? { ...next, recording: change } : { ...next, lastChange: change };
  return { ...step, state: onLine({ ...step.state, vi: remembered }) };
}

type Command = {
  readonly count: number;
  readonly operator?: string;
  readonly name: string;
  /** The character of f, F, t, T and r, or the name of a text object. */
  readonly argument: string;
};

/** Counts larger than this are a cat on the keyboard. */
const maxCount = 10_000;

/** @returns undefined for a sequence that is no command */
function parse(keys: string): Command | "incomplete" | undefined {
  const [, first = "", operator = "", second = "", rest = ""] =
    /^([1-9]\d*)?([dcy](?!$)|[dcy]$)?([1-9]\d*)?(.*)$/su.exec(keys) ?? [];
  const count = Math.min(Number(first || 1) * Number(second || 1), maxCount);
  if (rest === "") return "incomplete";
  const [name = "", ...more] = Array.from(rest);
  const needsArgument = /[fFtTrg]/.test(name) || (operator !== "" && /[ia]/.test(name));
  if (needsArgument && more.length === 0) return "incomplete";
  return { count, name, argument: more.join(""), ...(operator === "" ? {} : { operator }) };
}

/** d, c or y with a motion, a text object or, doubled, whole lines. */
function operate(state: InputState, command: Command): Step {
  const span = spanOf(state, command);
  if (span === undefined) return { state };
  const { editor } = state;
  const { operator } = command;
  const vi = { ...(state.vi as ViState), killedLines: span.isLinewise === true, ...findOf(command) };
  const killed = editor.text.slice(span.from, span.to).replace(span.isLinewise ? /^\n|\n$/ : /^$/, "");
  const kept = { ...state, killed: killed === "" ? state.killed : killed, vi };
  if (operator === "y") return { state: edit(kept, moveTo(editor, Math.min(span.from, editor.cursor))) };
  if (operator === "c") {
    const changed = span.isLinewise ? withoutBreak(editor.text, span) : span;
    return { state: { ...edit(kept, cut(editor, changed)), vi: { ...vi, mode: "insert" } } };
  }
  return { state: edit(kept, cut(editor, span)) };
}

/** cc keeps the line's break: only its text is replaced. */
function withoutBreak(text: string, { from, to }: Span): Span {
  if (text[to - 1] === "\n") return { from, to: to - 1 };
  return text[from] === "\n" ? { from: from + 1, to } : { from, to };
}

function cut(editor: Editor, { from, to }: Span): Editor {
  return removeTo(moveTo(editor, from), to);
}

function spanOf(state: InputState, command: Command): Span | undefined {
  const { editor } = state;
  const { operator, name, argument, count } = command;
  if (name === operator) return linesSpan(editor, count);
  if (name === "i" || name === "a") return textObject(editor, name, argument);
  // cw changes to the word's end, and not the space after it.
  const isOnSpace = /\s/.test(editor.text[editor.cursor] ?? " ");
  const motion = operator === "c" && !isOnSpace ? (changeMotions[name] ?? name) : name;
  const target = targetOf(state, { ...command, name: motion });
  if (target === undefined) return undefined;
  const [from, to] = [Math.min(editor.cursor, target.index), Math.max(editor.cursor, target.index)];
  const end = target.isInclusive ? nextGrapheme({ text: editor.text, cursor: to }) : to;
  // dw on the last word of a line leaves its line break.
  const broken = motion === "w" || motion === "W" ? editor.text.slice(from, end).search(/\n\s*$/) : -1;
  return { from, to: broken > 0 ? from + broken : end };
}

const changeMotions: Readonly<Record<string, string>> = { w: "this word", W: "this WORD" };

/** dd: the line with its break, the one before it if it is the last. */
function linesSpan(editor: Editor, count: number): Span {
  const from = lineStart(editor);
  let to = lineEnd(editor);
  for (let line = 1; line < count && to < editor.text.length; line += 1) {
    to = lineEnd({ text: editor.text, cursor: to + 1 });
  }
  if (to < editor.text.length) return { from, to: to + 1, isLinewise: true };
  return { from: Math.max(0, from - 1), to, isLinewise: true };
}

type PlaceOf = { readonly index: number; readonly isInclusive: boolean };

function targetOf({ editor, vi }: InputState, { name, argument, count }: Command): PlaceOf | undefined {
  if (name === "g") return argument === "g" ? { index: 0, isInclusive: false } : undefined;
  if (name === "G") return { index: editor.text.length, isInclusive: false };
  const find = findMotion(name, argument, vi?.lastFind);
  const motion = motions.get(name);
  if (find === undefined && motion === undefined) return undefined;
  let place = editor;
  for (let time = 0; time < count; time += 1) {
    const index: number | undefined =
      find === undefined
        ? motion?.to(place)
        : findCharacter(place, find, time > 0 || name === ";" || name === ",");
    if (index === undefined) return undefined;
    if (index === place.cursor && time > 0) break;
    place = moveTo(place, index);
  }
  const isForward = find !== undefined && place.cursor >= editor.cursor && /[ft]/.test(find.kind);
  return { index: place.cursor, isInclusive: motion?.isInclusive === true || isForward };
}

function findMotion(name: string, argument: string, last: ViState["lastFind"]): Find | undefined {
  if (/^[fFtT]$/.test(name)) return { kind: name, character: argument };
  if (name === ";") return last;
  if (name !== "," || last === undefined) return undefined;
  const { kind, character } = last;
  return { kind: kind === kind.toLowerCase() ? kind.toUpperCase() : kind.toLowerCase(), character };
}

function findOf({ name, argument }: Command): Partial<ViState> {
  return /^[fFtT]$/.test(name) ? { lastFind: { kind: name, character: argument } } : {};
}

/** A command without an operator. */
function single(state: InputState, command: Command, context: InputContext): Step {
  const { editor } = state;
  const { name, count, argument } = command;
  const alias = operatorAliases[name];
  if (alias !== undefined) {
    const [operator = "", motion = ""] = Array.from(alias);
    return operate(state, { count, operator, name: motion, argument: "" });
  }
  const target = targetOf(state, command);
  if (target !== undefined) {
    const vi = { ...(state.vi as ViState), ...findOf(command) };
    return { state: { ...edit(state, moveTo(editor, target.index)), vi } };
  }
  if (name === "r") {
    let end = editor.cursor;
    for (let time = 0; time < count && end < lineEnd(editor); time += 1)
      end = nextGrapheme(moveTo(editor, end));
    const replaced = insert(removeTo(editor, end), argument.repeat(end > editor.cursor ? count : 0));
    return {
      state: edit(state, moveTo(replaced, Math.max(editor.cursor, replaced.cursor - argument.length))),
    };
  }
  const action = singles.get(name);
  if (action === undefined) return { state };
  let step: Step = { state };
  for (let time = 0; time < (repeats.has(name) ? count : 1) && step.effect === undefined; time += 1) {
    step = action(step.state, context);
  }
  return step;
}

/** Commands that are short for an operator with a motion. */
const operatorAliases: Readonly<Record<string, string>> = {
  x: "dl",
  X: "dh",
  D: "d$",
  C: "c$",
  Y: "yy",
  s: "cl",
  S: "cc",
};

/** Commands that a count repeats. */
const repeats: ReadonlySet<string> = new Set(["j", "k", "p", "P", "u", "U", "~"]);

const inserting =
  (place: (editor: Editor) => Editor): Action =>
  (state) => ({
    state: { ...edit(state, place(state.editor)), vi: { ...(state.vi as ViState), mode: "insert" } },
  });

const singles: ReadonlyMap<string, Action> = new Map<string, Action>([
  ["i", inserting((editor) => editor)],
  ["I", inserting((editor) => moveTo(editor, lineStart(editor)))],
  ["a", inserting((editor) => moveTo(editor, Math.min(nextGrapheme(editor), lineEnd(editor))))],
  ["A", inserting((editor) => moveTo(editor, lineEnd(editor)))],
  ["o", inserting((editor) => insert(moveTo(editor, lineEnd(editor)), "\n"))],
  [
    "O",
    inserting((editor) => {
      const start = lineStart(editor);
      return moveTo(insert(moveTo(editor, start), "\n"), start);
    }),
  ],
  ["j", vertical(1)],
  ["k", vertical(-1)],
  ["p", (state) => ({ state: put(state, "after") })],
  ["P", (state) => ({ state: put(state, "before") })],
  ["u", (state) => ({ state: undo(state) })],
  ["U", (state) => ({ state: redo(state) })],
  [
    "~",
    ({ editor, ...state }) => {
      const end = Math.min(nextGrapheme(editor), lineEnd(editor));
      const letter = otherCase(editor.text.slice(editor.cursor, end));
      return { state: { ...state, editor: insert(removeTo(editor, end), letter) } };
    },
  ],
  ["/", (state) => ({ state: startSearch(state) })],
  ["?", (state) => ({ state: startSearch(state) })],
  ["v", causing({ type: "open-editor" })],
]);

/** p and P: the removed text, after the cursor's character or before it; lines below or above. */
function put(state: InputState, where: "before" | "after"): InputState {
  const { editor, killed } = state;
  if (killed === "") return state;
  if ((state.vi as ViState).killedLines) {
    const place = where === "after" ? lineEnd(editor) : lineStart(editor);
    const text = where === "after" ? `\n${killed}` : `${killed}\n`;
    const put = insert(moveTo(editor, place), text);
    return edit(state, moveTo(put, where === "after" ? place + 1 : place));
  }
  const place = where === "after" ? Math.min(nextGrapheme(editor), lineEnd(editor)) : editor.cursor;
  const put = insert(moveTo(editor, place), killed);
  return edit(state, moveTo(put, previousGrapheme(put)));
}

/** ".": plays the keys of the last change again. */
function repeated(state: InputState, context: InputContext, reduce: Reduce): Step {
  const { lastChange } = state.vi as ViState;
  let next = state;
  for (const key of lastChange) next = reduce(next, key, context).state;
  return { state: { ...next, vi: { ...(next.vi as ViState), lastChange } } };
}

function pending(state: InputState, keys: string): InputState {
  return { ...state, vi: { ...(state.vi as ViState), pending: keys } };
}

function onLine(state: InputState): InputState {
  if (state.vi?.mode !== "normal") return state;
  const editor = onCharacter(state.editor);
  const { goal } = state;
  // j and k go on to the same column after a shorter line.
  return { ...state, editor, goal: goal?.editor === state.editor ? { ...goal, editor } : goal };
}
