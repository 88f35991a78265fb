/** vi's operators d, c and y: which part of the text a motion or a text object gives them. */
import { type Editor, lineEnd, lineStart, moveTo, nextGrapheme, removeTo } from "../editor.ts";
import { edit, type InputState, type Step } from "../state.ts";
import type { Command } from "./command.ts";
import { type Find, findCharacter, firstNonBlank, motions, type Span, textObject } from "./motions.ts";
import type { ViState } from "./state.ts";

/** d, c or y with a motion, a text object or, doubled, whole lines. */
export function operate(state: InputState, command: Command): Step {
  const span = spanOf(state, command);
  if (span === undefined) return { state };
  const { editor } = state;
  const isLinewise = span.isLinewise === true;
  const killed = editor.text.slice(span.from, span.to);
  const vi = { ...(state.vi as ViState), killedLines: isLinewise, ...findOf(command) };
  const kept = { ...state, killed: killed === "" && !isLinewise ? state.killed : killed, vi };
  switch (command.operator) {
    case "y":
      return { state: edit(kept, yanked(editor, span)) };
    case "c":
      return { state: { ...edit(kept, cut(editor, span)), vi: { ...vi, mode: "insert" } } };
    default:
      return { state: edit(kept, isLinewise ? cutLines(editor, span) : cut(editor, span)) };
  }
}

/** The cursor goes back to where the text begins; inside its line it stays. */
function yanked(editor: Editor, { from, isLinewise }: Span): Editor {
  return isLinewise && lineStart(editor) === from ? editor : moveTo(editor, Math.min(from, editor.cursor));
}

function cut(editor: Editor, { from, to }: Span): Editor {
  return removeTo(moveTo(editor, from), to);
}

/** Removes lines with a line break: the one behind them, or before them at the end of the text. */
function cutLines(editor: Editor, { from, to }: Span): Editor {
  const isAtEnd = to === editor.text.length;
  const rest = cut(editor, isAtEnd ? { from: Math.max(0, from - 1), to } : { from, to: to + 1 });
  return moveTo(rest, firstNonBlank(rest));
}

function spanOf(state: InputState, command: Command): Span | undefined {
  const { editor } = state;
  const { operator, name, argument } = command;
  const lines = name === operator ? linesBelow(editor, command.count - 1) : linesOf(editor, command);
  if (lines !== undefined) return lines;
  if (name === "i" || name === "a") return textObject(editor, name, argument);
  // cw changes to the word's end, and not the space after it.
  const isOnSpace = /\s/.test(editor.text[editor.cursor] ?? " ");
  const motion = operator === "c" && !isOnSpace ? (changeMotions[name] ?? name) : name;
  const target = targetOf(state, { ...command, name: motion });
  if (target === undefined) return undefined;
  const [from, to] = [Math.min(editor.cursor, target.index), Math.max(editor.cursor, target.index)];
  if (target.isInclusive) return { from, to: nextGrapheme({ text: editor.text, cursor: to }) };
  // A motion to the beginning of a line leaves the line break before it; so does w to a later word.
  const end = motion === "w" || motion === "W" ? /\n\s*$/ : /\n$/;
  const broken = editor.text.slice(from, to).search(end);
  return { from, to: broken === -1 ? to : from + broken };
}

const changeMotions: Readonly<Record<string, string>> = { w: "this word", W: "this WORD" };

/** The lines of the motions that go from line to line. @returns undefined if there is no such line */
function linesOf(editor: Editor, { name, argument, count }: Command): Span | undefined {
  const { text } = editor;
  const to = lineEnd(editor);
  if (name === "G") return { from: lineStart(editor), to: text.length, isLinewise: true };
  if (name === "g" && argument === "g") return { from: 0, to, isLinewise: true };
  if (name === "j") return to === text.length ? undefined : linesBelow(editor, count);
  if (name !== "k" || lineStart(editor) === 0) return undefined;
  let from = lineStart(editor);
  for (let line = 0; line < count; line += 1) from = lineStart({ text, cursor: Math.max(0, from - 1) });
  return { from, to, isLinewise: true };
}

/** The cursor's line and `count` more ones, as far as there are any. */
function linesBelow(editor: Editor, count: number): Span {
  let to = lineEnd(editor);
  for (let line = 0; line < count && to < editor.text.length; line += 1) {
    to = lineEnd({ text: editor.text, cursor: to + 1 });
  }
  return { from: lineStart(editor), to, isLinewise: true };
}

type PlaceOf = { readonly index: number; readonly isInclusive: boolean };

export function targetOf(
  { editor, vi }: InputState,
  { name, argument, count }: Command,
): PlaceOf | undefined {
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

export function findOf({ name, argument }: Command): Partial<ViState> {
  return /^[fFtT]$/.test(name) ? { lastFind: { kind: name, character: argument } } : {};
}
