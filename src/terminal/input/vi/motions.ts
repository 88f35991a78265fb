/** Motions and text objects of vi: where a command begins and ends. */
import {
  type Editor,
  graphemes,
  lineEnd,
  lineStart,
  moveTo,
  nextGrapheme,
  previousGrapheme,
} from "../editor.ts";

/** The text a motion covers; `isLinewise`: whole lines, without the break behind the last one. */
export type Span = { readonly from: number; readonly to: number; readonly isLinewise?: boolean };

/** The last f, F, t or T. */
export type Find = { readonly kind: string; readonly character: string };

const word = /[\p{L}\p{N}\p{M}_]/u;

/** Letters, punctuation and white space are the classes of w, b and e; W, B and E know two. */
function classOf(character: string | undefined, isBig: boolean): "space" | "word" | "mark" {
  if (character === undefined || /\s/.test(character)) return "space";
  return isBig || word.test(character) ? "word" : "mark";
}

function at(text: string, index: number): string | undefined {
  const code = text.codePointAt(index);
  return code === undefined ? undefined : String.fromCodePoint(code);
}

const after = (text: string, index: number): number => nextGrapheme({ text, cursor: index });
const before = (text: string, index: number): number => previousGrapheme({ text, cursor: index });

function nextWordStart({ text, cursor }: Editor, isBig: boolean): number {
  let index = cursor;
  const kind = classOf(at(text, index), isBig);
  while (index < text.length && kind !== "space" && classOf(at(text, index), isBig) === kind) {
    index = after(text, index);
  }
  while (index < text.length && classOf(at(text, index), isBig) === "space") index = after(text, index);
  return index;
}

function previousWordStart({ text, cursor }: Editor, isBig: boolean): number {
  let index = cursor;
  while (index > 0 && classOf(at(text, before(text, index)), isBig) === "space") index = before(text, index);
  const kind = classOf(at(text, before(text, index)), isBig);
  while (index > 0 && classOf(at(text, before(text, index)), isBig) === kind) index = before(text, index);
  return index;
}

/**
 * The last character of a word: a command includes it.
 * @param from where the word may begin
 */
function wordEnd(text: string, from: number, isBig: boolean): number {
  let index = from;
  while (index < text.length && classOf(at(text, index), isBig) === "space") index = after(text, index);
  const kind = classOf(at(text, index), isBig);
  while (index < text.length) {
    const next = after(text, index);
    if (next >= text.length || classOf(at(text, next), isBig) !== kind) break;
    index = next;
  }
  return Math.min(index, before(text, text.length));
}

export function firstNonBlank(editor: Editor): number {
  const start = lineStart(editor);
  const line = editor.text.slice(start, lineEnd(editor));
  return start + (/\S/.exec(line)?.index ?? 0);
}

/** f, F, t and T, inside the line. @returns undefined if the character isn't there */
export function findCharacter(
  editor: Editor,
  { kind, character }: Find,
  isAgain = false,
): number | undefined {
  const { text, cursor } = editor;
  const isBack = kind === "F" || kind === "T";
  const stops = kind === "t" || kind === "T";
  // t, repeated, would find the same character again.
  const skipped = isAgain && stops ? 1 : 0;
  if (isBack) {
    const found = text.lastIndexOf(character, cursor - 1 - skipped);
    if (cursor === 0 || found < lineStart(editor)) return undefined;
    return stops ? after(text, found) : found;
  }
  const found = text.indexOf(character, after(text, cursor) + skipped);
  if (found === -1 || found >= lineEnd(editor)) return undefined;
  return stops ? before(text, found) : found;
}

/** The motions to one place; `isInclusive`: a command covers the character there. */
type Motion = { to(editor: Editor): number; isInclusive?: boolean };

export const motions: ReadonlyMap<string, Motion> = new Map<string, Motion>([
  ["h", { to: (editor) => Math.max(lineStart(editor), previousGrapheme(editor)) }],
  ["l", { to: (editor) => Math.min(lineEnd(editor), nextGrapheme(editor)) }],
  ["w", { to: (editor) => nextWordStart(editor, false) }],
  ["W", { to: (editor) => nextWordStart(editor, true) }],
  ["b", { to: (editor) => previousWordStart(editor, false) }],
  ["B", { to: (editor) => previousWordStart(editor, true) }],
  ["e", { to: ({ text, cursor }) => wordEnd(text, after(text, cursor), false), isInclusive: true }],
  ["E", { to: ({ text, cursor }) => wordEnd(text, after(text, cursor), true), isInclusive: true }],
  // Of cw and cW, on a word: they stay in it.
  ["this word", { to: ({ text, cursor }) => wordEnd(text, cursor, false), isInclusive: true }],
  ["this WORD", { to: ({ text, cursor }) => wordEnd(text, cursor, true), isInclusive: true }],
  ["0", { to: lineStart }],
  ["^", { to: firstNonBlank }],
  ["$", { to: (editor) => lineEnd(editor) }],
]);

const brackets: Readonly<Record<string, readonly [open: string, close: string]>> = {
  "(": ["(", ")"],
  ")": ["(", ")"],
  b: ["(", ")"],
  "[": ["[", "]"],
  "]": ["[", "]"],
  "{": ["{", "}"],
  "}": ["{", "}"],
  B: ["{", "}"],
  "<": ["<", ">"],
  ">": ["<", ">"],
};

/** A text object: iw, aw, i", a(, … @returns undefined if there is none around the cursor */
export function textObject(editor: Editor, kind: "i" | "a", name: string): Span | undefined {
  if (name === "w" || name === "W") return wordObject(editor, kind, name === "W");
  if (name === '"' || name === "'" || name === "`") return quoteObject(editor, kind, name);
  const pair = brackets[name];
  return pair === undefined ? undefined : bracketObject(editor, kind, pair);
}

function wordObject({ text, cursor }: Editor, kind: "i" | "a", isBig: boolean): Span {
  const of = classOf(at(text, cursor), isBig);
  let [from, to] = [cursor, cursor];
  while (from > 0 && classOf(at(text, before(text, from)), isBig) === of && text[from - 1] !== "\n") {
    from = before(text, from);
  }
  while (to < text.length && classOf(at(text, to), isBig) === of && text[to] !== "\n") to = after(text, to);
  if (kind === "i") return { from, to };
  const spaced = to;
  while (text[to] === " ") to += 1;
  if (to === spaced) while (from > 0 && text[from - 1] === " ") from -= 1;
  return { from, to };
}

function quoteObject(editor: Editor, kind: "i" | "a", quote: string): Span | undefined {
  const start = lineStart(editor);
  const line = editor.text.slice(start, lineEnd(editor));
  const places = Array.from(line.matchAll(new RegExp(quote, "g")), ({ index }) => start + index);
  for (let index = 0; index + 1 < places.length; index += 2) {
    const [open = 0, close = 0] = places.slice(index, index + 2);
    if (close < editor.cursor) continue;
    return kind === "i" ? { from: open + 1, to: close } : { from: open, to: close + 1 };
  }
  return undefined;
}

function bracketObject(
  { text, cursor }: Editor,
  kind: "i" | "a",
  [open, close]: readonly [string, string],
): Span | undefined {
  let depth = 0;
  let from = text[cursor] === close ? cursor - 1 : cursor;
  for (; from >= 0; from -= 1) {
    if (text[from] === close) depth += 1;
    else if (text[from] === open && depth-- === 0) break;
  }
  if (from < 0) return undefined;
  depth = 0;
  for (let to = from + 1; to < text.length; to += 1) {
    if (text[to] === open) depth += 1;
    else if (text[to] === close && depth-- === 0) {
      return kind === "i" ? { from: from + 1, to } : { from, to: to + 1 };
    }
  }
  return undefined;
}

/** In normal mode the cursor is on a character, never behind the last one of a line. */
export function onCharacter(editor: Editor): Editor {
  const { cursor } = editor;
  const isBehind = cursor === lineEnd(editor) && cursor > lineStart(editor);
  return isBehind ? moveTo(editor, previousGrapheme(editor)) : editor;
}

/** The other case of each letter, for ~. */
export function otherCase(text: string): string {
  return Array.from(graphemes().segment(text), ({ segment }) =>
    segment === segment.toLowerCase() ? segment.toUpperCase() : segment.toLowerCase(),
  ).join("");
}
