/**
 * Rewrites patterns for llama.cpp's schema converter, which matches the escaped JSON text as a
 * whole.
 */
import {
  type CharSet,
  charSet,
  charsOf,
  complement,
  difference,
  hasChar,
  intersection,
} from "../../../llama/grammar/char-set.ts";
import { maxRepetitions } from "../../../llama/grammar/gbnf.ts";
import { type Pattern, PatternError, parsePattern } from "../../../llama/grammar/pattern.ts";

/** Characters that need no escape in a JSON string. */
const plain = difference(
  complement(
    charSet([
      [0, 0x1f],
      [0x7f, 0x7f],
    ]),
  ),
  charsOf('"\\'),
);
/** The converter's "." could not be used: it includes characters that end the string. */
const anyChars = `${classOf(plain)}*`;

/**
 * @returns the pattern itself if the converter supports it, else one that matches the same texts or
 *   some of them; undefined if there is none
 */
export function converterPattern(pattern: string): string | undefined {
  try {
    const written = whole(parsePattern(pattern));
    return written !== undefined && isSupported(pattern) ? pattern : written;
  } catch (error) {
    if (error instanceof PatternError) return undefined;
    throw error;
  }
}

/**
 * Anchored, without parts that the converter interprets differently or that could end the string.
 */
function isSupported(pattern: string): boolean {
  return /^\^(?:[^\\."^$[\](){}?]|\[[^\\"^\]]+\]|\((?:\?:)?|\)|\{\d+(?:,\d*)?\}|(?<![(*+?}])\?)*\$$/.test(
    pattern,
  );
}

function whole(pattern: Pattern): string | undefined {
  const branches = pattern.kind === "either" ? pattern.of : [pattern];
  const written = branches.map((branch) => {
    const parts = branch.kind === "sequence" ? branch.parts : [branch];
    const [isStart, isEnd] = [parts[0]?.kind === "start", parts.length > 0 && parts.at(-1)?.kind === "end"];
    const inner = parts.slice(isStart ? 1 : 0, isEnd ? -1 : undefined).map(textOf);
    if (inner.includes(undefined)) return undefined;
    return `${isStart ? "" : anyChars}${inner.join("")}${isEnd ? "" : anyChars}`;
  });
  if (written.includes(undefined)) return undefined;
  return written.length === 1 ? `^${written[0]}$` : `^(?:${written.join("|")})$`;
}

function textOf(pattern: Pattern): string | undefined {
  switch (pattern.kind) {
    case "chars":
      return charText(pattern.set);
    case "sequence": {
      const parts = pattern.parts.map(textOf);
      return parts.includes(undefined) ? undefined : parts.join("");
    }
    case "either": {
      const of = pattern.of.map(textOf);
      return of.includes(undefined) ? undefined : `(?:${of.join("|")})`;
    }
    case "repeat":
      return repeatText(pattern);
    default:
      return undefined;
  }
}

function repeatText({ of, min, max }: Extract<Pattern, { kind: "repeat" }>): string | undefined {
  const text = textOf(of);
  // Repeating something that may be empty would be left recursion.
  if (
    text === undefined ||
    canBeEmpty(of) ||
    Math.max(min, max === Number.POSITIVE_INFINITY ? 0 : max) > maxRepetitions
  ) {
    return undefined;
  }
  const counts = max === Number.POSITIVE_INFINITY ? `{${min},}` : `{${min},${max}}`;
  const short = { "{0,}": "*", "{1,}": "+", "{0,1}": "?" }[counts] ?? (min === max ? `{${min}}` : counts);
  return (text.startsWith("[") && of.kind === "chars" ? text : `(?:${text})`) + short;
}

function canBeEmpty(pattern: Pattern): boolean {
  if (pattern.kind === "sequence") return pattern.parts.every(canBeEmpty);
  if (pattern.kind === "either") return pattern.of.some(canBeEmpty);
  return pattern.kind === "repeat" && (pattern.min === 0 || canBeEmpty(pattern.of));
}

/** For several characters: only those that need no escape. */
function charText(set: CharSet): string | undefined {
  const [only, ...more] = set;
  if (only !== undefined && more.length === 0 && only[0] === only[1]) {
    const escaped = JSON.stringify(String.fromCodePoint(only[0])).slice(1, -1);
    return escaped.replace(/[\\^$.[\]()|{}*+?]/g, "\\$&");
  }
  const usable = intersection(set, plain);
  return usable.length === 0 ? undefined : classOf(usable);
}

function classOf(set: CharSet): string {
  const others = complement(set);
  const ranges = (of: CharSet): string =>
    of
      .map(([first, last]) => (first === last ? classChar(first) : `${classChar(first)}-${classChar(last)}`))
      .join("");
  return others.length < set.length ? `[^${ranges(others)}]` : `[${ranges(set)}]`;
}

function classChar(code: number): string {
  const isPlain = code < 0x7f && hasChar(plain, code) && !"]^-[\\".includes(String.fromCharCode(code));
  if (isPlain) return String.fromCharCode(code);
  if (code <= 0xff) return `\\x${code.toString(16).toUpperCase().padStart(2, "0")}`;
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, "0")}`
    : `\\u${code.toString(16).padStart(4, "0")}`;
}
