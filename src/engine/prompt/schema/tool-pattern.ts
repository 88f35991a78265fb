/** Patterns in the words that llama.cpp's schema converter reads: of the text as it stands in JSON, from end to end. */
import {
  type CharSet,
  charSet,
  charsOf,
  complement,
  difference,
  hasChar,
  intersection,
} from "../../../llama/grammar/char-set.ts";
import { mostRepetitions } from "../../../llama/grammar/gbnf.ts";
import { type Pattern, PatternError, parsePattern } from "../../../llama/grammar/pattern.ts";

/** What stands in a JSON string as it is. */
const plain = difference(
  complement(
    charSet([
      [0, 0x1f],
      [0x7f, 0x7f],
    ]),
  ),
  charsOf('"\\'),
);
/** As the converter would take it, the converter's "." being any character, also one that ends the string. */
const anyChars = `${classOf(plain)}*`;

/**
 * @returns the pattern itself where the converter reads it as it is meant, else another for the same texts or
 * for some of them; undefined where it has no words for it
 */
export function converterPattern(pattern: string): string | undefined {
  try {
    const written = whole(parsePattern(pattern));
    return written !== undefined && isRead(pattern) ? pattern : written;
  } catch (error) {
    if (error instanceof PatternError) return undefined;
    throw error;
  }
}

/** Anchored, and of nothing that means another thing to the converter, or ends the string. */
function isRead(pattern: string): boolean {
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

function repeatText({ of, least, most }: Extract<Pattern, { kind: "repeat" }>): string | undefined {
  const text = textOf(of);
  // What may be empty, repeated, would be left recursion.
  if (
    text === undefined ||
    canBeEmpty(of) ||
    Math.max(least, most === Number.POSITIVE_INFINITY ? 0 : most) > mostRepetitions
  ) {
    return undefined;
  }
  const counts = most === Number.POSITIVE_INFINITY ? `{${least},}` : `{${least},${most}}`;
  const short =
    { "{0,}": "*", "{1,}": "+", "{0,1}": "?" }[counts] ?? (least === most ? `{${least}}` : counts);
  return (text.startsWith("[") && of.kind === "chars" ? text : `(?:${text})`) + short;
}

function canBeEmpty(pattern: Pattern): boolean {
  if (pattern.kind === "sequence") return pattern.parts.every(canBeEmpty);
  if (pattern.kind === "either") return pattern.of.some(canBeEmpty);
  return pattern.kind === "repeat" && (pattern.least === 0 || canBeEmpty(pattern.of));
}

/** Of several characters, those that need no escape. */
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
