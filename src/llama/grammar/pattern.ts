/**
 * Parses ECMAScript regular expressions as used in JSON schemas: with flag "u", except that any
 * punctuation character may be escaped. Backreferences, lookbehinds, word boundaries and Unicode
 * properties are rejected.
 */
import { type CharSet, charSet, charsOf, complement, type Range, union } from "./char-set.ts";

export type Pattern =
  | { kind: "chars"; set: CharSet }
  | { kind: "sequence"; parts: readonly Pattern[] }
  | { kind: "either"; of: readonly Pattern[] }
  /** Greedy or lazy: both match the same texts. */
  | { kind: "repeat"; of: Pattern; min: number; max: number }
  | { kind: "start" }
  | { kind: "end" }
  /** A lookahead. */
  | { kind: "ahead"; of: Pattern; isNegated: boolean };

export class PatternError extends Error {
  override readonly name = "PatternError";
}

/** @throws PatternError */
export function parsePattern(text: string): Pattern {
  return new Parser(text).parse();
}

const maxDepth = 100;
const maxRepetitions = 100_000;

const digits: CharSet = [[0x30, 0x39]];
const wordChars = union(
  digits,
  charSet([
    [0x41, 0x5a],
    [0x61, 0x7a],
    [0x5f, 0x5f],
  ]),
);
const spaces = union(
  charSet([
    [0x2000, 0x200a],
    [0x9, 0xd],
  ]),
  charsOf(" \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff"),
);
const anyButLineEnds = complement(charsOf("\n\r\u2028\u2029"));

const classes: Readonly<Record<string, CharSet>> = {
  d: digits,
  w: wordChars,
  s: spaces,
  D: complement(digits),
  W: complement(wordChars),
  S: complement(spaces),
};

const controls: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13 };

class Parser {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): Pattern {
    const pattern = this.#either();
    if (this.#at < this.#text.length) throw this.#fault("a ')' without a '('");
    return pattern;
  }

  #either(): Pattern {
    const of = [this.#sequence()];
    while (this.#takes("|")) of.push(this.#sequence());
    return of.length === 1 ? (of[0] as Pattern) : { kind: "either", of };
  }

  #sequence(): Pattern {
    const parts: Pattern[] = [];
    while (this.#at < this.#text.length && !this.#sees("|") && !this.#sees(")")) {
      parts.push(this.#repeated(this.#part()));
    }
    return parts.length === 1 ? (parts[0] as Pattern) : { kind: "sequence", parts };
  }

  #part(): Pattern {
    if (this.#takes("^")) return { kind: "start" };
    if (this.#takes("$")) return { kind: "end" };
    if (this.#takes("(")) return this.#group();
    if (this.#takes("[")) return { kind: "chars", set: this.#class() };
    if (this.#takes(".")) return { kind: "chars", set: anyButLineEnds };
    if (this.#sees("\\")) return { kind: "chars", set: this.#escape(false) };
    if (/[*+?]/.test(this.#text.charAt(this.#at)) || this.#counts() !== undefined) {
      throw this.#fault("nothing to repeat");
    }
    return { kind: "chars", set: charsOf(this.#char()) };
  }

  #group(): Pattern {
    const opening = this.#at - 1;
    this.#depth += 1;
    if (this.#depth > maxDepth) throw this.#fault(`over ${maxDepth} nested groups`);
    const kind = /\?(?:[:=!]|<[=!]|<[\p{ID_Start}$_][\p{ID_Continue}$]*>|)/uy;
    kind.lastIndex = this.#at;
    const mark = kind.exec(this.#text)?.[0] ?? "";
    if (mark === "?<=" || mark === "?<!") throw this.#fault("a lookbehind, which is not supported", opening);
    if (mark === "?") throw this.#fault("a group of an unsupported kind", opening);
    this.#at += mark.length;
    const of = this.#either();
    if (!this.#takes(")")) throw this.#fault("a '(' without a ')'", opening);
    this.#depth -= 1;
    return mark === "?=" || mark === "?!" ? { kind: "ahead", of, isNegated: mark === "?!" } : of;
  }

  #repeated(of: Pattern): Pattern {
    const at = this.#at;
    const counts = this.#counts();
    if (counts === undefined) return of;
    this.#at += counts.length;
    this.#takes("?");
    if (of.kind === "start" || of.kind === "end" || of.kind === "ahead") {
      throw this.#fault("nothing to repeat", at);
    }
    const { min, max } = counts;
    if (max < min) {
      const shown = this.#text.slice(at, at + counts.length);
      throw this.#fault(`${shown} has the minimum ${min} and the maximum ${max}`, at);
    }
    if (min > maxRepetitions) throw this.#fault(`over ${maxRepetitions} repetitions`, at);
    if (this.#counts() !== undefined) throw this.#fault("nothing to repeat");
    return { kind: "repeat", of, min, max };
  }

  /** The quantifier that comes next, if any. Does not consume it. */
  #counts(): { min: number; max: number; length: number } | undefined {
    const simple = { "*": [0, Number.POSITIVE_INFINITY], "+": [1, Number.POSITIVE_INFINITY], "?": [0, 1] }[
      this.#text.charAt(this.#at)
    ];
    if (simple !== undefined) return { min: simple[0] as number, max: simple[1] as number, length: 1 };
    const braces = /\{(\d+)(,(\d*))?\}/y;
    braces.lastIndex = this.#at;
    const found = braces.exec(this.#text);
    if (found === null) return undefined;
    const min = Number(found[1]);
    const max = found[2] === undefined ? min : found[3] === "" ? Number.POSITIVE_INFINITY : Number(found[3]);
    return { min, max, length: found[0].length };
  }

  /** Reads a character class after its "[". */
  #class(): CharSet {
    const opening = this.#at - 1;
    const isNegated = this.#takes("^");
    let set: CharSet = [];
    while (!this.#takes("]")) {
      if (this.#at >= this.#text.length) throw this.#fault("a '[' without a ']'", opening);
      const at = this.#at;
      const first = this.#classChar();
      const isRange = this.#sees("-") && this.#text.charAt(this.#at + 1) !== "]";
      const one = onlyChar(first);
      // Next to a class such as \w, "-" is a literal.
      if (!isRange || one === undefined) {
        set = union(set, first);
        continue;
      }
      this.#at += 1;
      const last = this.#classChar();
      const other = onlyChar(last);
      if (other === undefined) set = union(union(set, first), union(last, charsOf("-")));
      else if (other < one) throw this.#fault(`${this.#text.slice(at, this.#at)} is not a valid range`, at);
      else set = union(set, charSet([[one, other] as Range]));
    }
    return isNegated ? complement(set) : set;
  }

  #classChar(): CharSet {
    return this.#sees("\\") ? this.#escape(true) : charsOf(this.#char());
  }

  #escape(isInClass: boolean): CharSet {
    const at = this.#at;
    this.#at += 1;
    const char = this.#char();
    const known = classes[char];
    if (known !== undefined) return known;
    const control = controls[char];
    if (control !== undefined) return [[control, control]];
    if (char === "b" && isInClass) return [[8, 8]];
    if (char === "0" && !/\d/.test(this.#text.charAt(this.#at))) return [[0, 0]];
    const code = this.#code(char);
    if (code !== undefined) return charSet([[code, code]]);
    if (/[\p{ID_Continue}]/u.test(char) && char !== "_") {
      const names: Record<string, string> = {
        b: "a word boundary",
        B: "a word boundary",
        p: "a Unicode property",
      };
      names.P = "a Unicode property";
      names.k = "a backreference";
      const name = names[char] ?? (/\d/.test(char) ? "a backreference" : "an unknown escape");
      throw this.#fault(`\\${char}, ${name}, which is not supported`, at);
    }
    return charsOf(char);
  }

  /** Reads the rest of \cX, \x41, \u0041, \u{1F600} or an escaped surrogate pair. */
  #code(kind: string): number | undefined {
    const forms = {
      c: /[a-zA-Z]/y,
      x: /[\da-fA-F]{2}/y,
      u: /[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|[\da-fA-F]{4}|\{[\da-fA-F]+\}/y,
    };
    const form = forms[kind as keyof typeof forms];
    if (form === undefined) return undefined;
    form.lastIndex = this.#at;
    const found = form.exec(this.#text)?.[0];
    if (found === undefined) throw this.#fault(`\\${kind} without its digits`);
    this.#at += found.length;
    if (kind === "c") return found.charCodeAt(0) % 32;
    const [high, low] = found
      .replace(/[{}]/g, "")
      .split("\\u")
      .map((hex) => Number.parseInt(hex, 16));
    if (low !== undefined) return ((high as number) - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000;
    return high;
  }

  #char(): string {
    const code = this.#text.codePointAt(this.#at);
    if (code === undefined) throw this.#fault("a \\ at the end");
    const char = String.fromCodePoint(code);
    this.#at += char.length;
    return char;
  }

  #sees(char: string): boolean {
    return this.#text.charAt(this.#at) === char;
  }

  #takes(char: string): boolean {
    const isThere = this.#sees(char);
    if (isThere) this.#at += 1;
    return isThere;
  }

  #fault(what: string, at = this.#at): PatternError {
    return new PatternError(`${what} (at ${at + 1} in /${shortened(this.#text)}/)`);
  }
}

function onlyChar(set: CharSet): number | undefined {
  const [only, ...more] = set;
  return only !== undefined && more.length === 0 && only[0] === only[1] ? only[0] : undefined;
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
