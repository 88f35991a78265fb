/**
 * Parses GBNF like llama.cpp (llama-grammar.cpp, v0.5.0): repetitions are expanded into rules, as
 * in llama.cpp's memory. A grammar that would be too large is rejected before it is expanded.
 */
import { allChars, type CharSet, charSet, difference, type Range } from "./char-set.ts";

/** Limits of the expanded grammar. Handwritten grammars need less than a tenth. */
const maxElements = 2_000_000;
const maxRules = 200_000;
/** llama.cpp's parser recurses for parentheses, and a stack overflow ends the process. */
const maxParentheses = 500;
/** llama.cpp's MAX_REPETITION_THRESHOLD, for one part. It treats a larger maximum as unlimited. */
export const maxRepetitions = 2000;

/** A part of an alternative: another rule, a character of a set, or a token of the vocabulary. */
export type Item = { rule: number } | { chars: CharSet; at: number } | { token: string };

export type Rule = {
  /** An unnamed part of a rule has the rule's name. */
  name: string;
  /** Offset of its definition in the text. */
  at: number;
  alternatives: readonly (readonly Item[])[];
};

export type Gbnf = {
  rules: readonly Rule[];
  root: number;
  /** Repetitions whose maximum llama.cpp treats as unlimited. */
  unbounded: readonly { at: number; max: number }[];
};

export class GrammarError extends Error {
  override readonly name = "GrammarError";
}

/** @throws GrammarError with the position at which the text is invalid or too large */
export function parseGbnf(text: string): Gbnf {
  return new Parser(text).parse();
}

/** "line 2, column 7" */
export function placeOf(text: string, at: number): string {
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return `line ${before.length}, column ${Array.from(before.at(-1) ?? "").length + 1}`;
}

/** llama.cpp ends a text at U+0000, so an answer can't contain it. */
const answerChars = difference(allChars, [[0, 0]]);

class Parser {
  readonly #text: string;
  readonly #symbols = new Map<string, number>();
  readonly #rules: (Rule | undefined)[] = [];
  /** Per rule: the offset of the first use of its name. */
  readonly #seen: number[] = [];
  readonly #unbounded: { at: number; max: number }[] = [];
  #at = 0;
  #elements = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): Gbnf {
    const end = this.#text.indexOf("\0");
    if (end !== -1) throw new GrammarError(`a NUL character at ${placeOf(this.#text, end)}`);
    this.#space(true);
    while (this.#char !== "") this.#rule();
    const rules = Array.from(this.#seen, (at, id) => {
      const rule = this.#rules[id];
      if (rule !== undefined) return rule;
      const name = this.#symbols.entries().find(([, symbol]) => symbol === id)?.[0];
      throw new GrammarError(`the rule ${name} is not defined, but used at ${placeOf(this.#text, at)}`);
    });
    const root = this.#symbols.get("root");
    if (root === undefined) throw new GrammarError("it has no rule named root");
    return { rules, root, unbounded: this.#unbounded };
  }

  get #char(): string {
    return this.#text.charAt(this.#at);
  }

  #rule(): void {
    const at = this.#at;
    const name = this.#name();
    const id = this.#symbol(name, at);
    this.#space(false);
    if (!this.#text.startsWith("::=", this.#at)) throw this.#expecting("::=");
    this.#at += 3;
    this.#space(true);
    this.#rules[id] = { name, at, alternatives: this.#alternatives(name, false) };
    if (!["\r", "\n", ""].includes(this.#char)) throw this.#expecting("a new line or the end");
    this.#space(true);
  }

  #alternatives(name: string, isNested: boolean): Item[][] {
    const alternatives = [this.#sequence(name, isNested)];
    while (this.#char === "|") {
      this.#at += 1;
      this.#space(true);
      alternatives.push(this.#sequence(name, isNested));
    }
    return alternatives;
  }

  #sequence(name: string, isNested: boolean): Item[] {
    const items: Item[] = [];
    let start = 0;
    /** How many rules one repetition of the last part adds, as llama.cpp counts them. */
    let weight = 1;
    for (;;) {
      const at = this.#at;
      const char = this.#char;
      const repeats = this.#repetition(isNested);
      if (repeats !== undefined) {
        weight = this.#repeat(items, start, { ...repeats, at, name, weight });
        continue;
      }
      const symbols = this.#seen.length;
      const part = this.#part(name);
      if (part === undefined) return items;
      start = items.length;
      weight = char === "(" ? Math.max(1, this.#seen.length - symbols) : 1;
      items.push(...part);
      this.#count(
        part.reduce((sum, item) => sum + ("chars" in item ? item.chars.length : 1), 0),
        at,
      );
      this.#space(isNested);
    }
  }

  /** @returns undefined if no part follows, as at the end of a sequence */
  #part(name: string): Item[] | undefined {
    const char = this.#char;
    if (char === '"') return this.#literal();
    if (char === "[") return this.#class();
    if (char === "<" || char === "!") return [this.#token()];
    if (char === ".") {
      this.#at += 1;
      return [{ chars: answerChars, at: this.#at - 1 }];
    }
    if (char === "(") return [this.#group(name)];
    if (!isWordChar(char)) return undefined;
    const at = this.#at;
    return [{ rule: this.#symbol(this.#name(), at) }];
  }

  #literal(): Item[] {
    const items: Item[] = [];
    this.#at += 1;
    while (this.#char !== '"') {
      const at = this.#at;
      const code = this.#code();
      items.push(this.#chars([[code, code]], false, at));
    }
    this.#at += 1;
    return items;
  }

  #class(): Item[] {
    const at = this.#at;
    this.#at += 1;
    const isNegated = this.#char === "^";
    if (isNegated) this.#at += 1;
    const ranges: Range[] = [];
    while (this.#char !== "]") {
      const first = this.#code();
      let last = first;
      if (this.#char === "-" && this.#text.charAt(this.#at + 1) !== "]") {
        this.#at += 1;
        last = this.#code();
      }
      ranges.push([first, last]);
    }
    this.#at += 1;
    return [this.#chars(ranges, isNegated, at)];
  }

  #chars(ranges: readonly Range[], isNegated: boolean, at: number): Item {
    const [only] = ranges;
    // The common case: a character of a literal.
    if (ranges.length === 1 && only !== undefined && only[0] > 0 && only[0] === only[1] && !isNegated) {
      return { chars: ranges, at };
    }
    const named = charSet(ranges);
    const chars = difference(isNegated ? difference(allChars, named) : named, [[0, 0]]);
    if (chars.length > 0) return { chars, at };
    const shown = this.#text.slice(at, this.#at);
    throw new GrammarError(`no character matches ${shown} at ${placeOf(this.#text, at)}`);
  }

  #token(): Item {
    const found = /!?<(?:\[\d+\]|[^[>][^>]*)?>/y;
    found.lastIndex = this.#at;
    const token = found.exec(this.#text)?.[0];
    if (token === undefined) throw this.#expecting("a token such as <[123]> or <text>");
    this.#at += token.length;
    return { token };
  }

  #group(name: string): Item {
    this.#depth += 1;
    if (this.#depth > maxParentheses) {
      throw new GrammarError(`it has over ${maxParentheses} nested parentheses`);
    }
    const at = this.#at;
    this.#at += 1;
    this.#space(true);
    const id = this.#unnamed(at);
    this.#rules[id] = { name, at, alternatives: this.#alternatives(name, true) };
    if (this.#char !== ")") throw this.#expecting("')'");
    this.#at += 1;
    this.#depth -= 1;
    return { rule: id };
  }

  /** Reads "*", "+", "?" or "{2,5}", if one follows. @returns `max` undefined if unlimited */
  #repetition(isNested: boolean): { min: number; max: number | undefined } | undefined {
    const char = this.#char;
    if (!["*", "+", "?", "{"].includes(char)) return undefined;
    const at = this.#at;
    this.#at += 1;
    this.#space(isNested);
    if (char !== "{") return { min: char === "+" ? 1 : 0, max: char === "?" ? 1 : undefined };
    const min = this.#integer(isNested);
    let max: number | undefined = min;
    if (this.#char === ",") {
      this.#at += 1;
      this.#space(isNested);
      max = /\d/.test(this.#char) ? this.#integer(isNested) : undefined;
    }
    if (this.#char !== "}") throw this.#expecting("'}'");
    this.#at += 1;
    this.#space(isNested);
    const shown = this.#text.slice(at, this.#at).trimEnd();
    if (min > maxRepetitions) {
      throw new GrammarError(
        `${shown} at ${placeOf(this.#text, at)} is over the limit of ${maxRepetitions} repetitions`,
      );
    }
    if (max === undefined) return { min, max };
    if (max < min) {
      throw new GrammarError(
        `${shown} at ${placeOf(this.#text, at)} has the minimum ${min} and the maximum ${max}`,
      );
    }
    if (max > maxRepetitions) this.#unbounded.push({ at, max });
    return { min, max: max > maxRepetitions ? undefined : max };
  }

  /**
   * Expands the last part: S{2,4} to S S S', where S' ::= S S'' | and S'' ::= S |.
   * @returns the part's new weight
   */
  #repeat(
    items: Item[],
    start: number,
    part: { min: number; max: number | undefined; at: number; name: string; weight: number },
  ): number {
    const { min, max, at, name, weight } = part;
    if (start === items.length) {
      throw new GrammarError(`there is nothing to repeat before ${placeOf(this.#text, at)}`);
    }
    const repeated = items.slice(start);
    const times = Math.max(1, max || min);
    if (weight * times > maxRepetitions) {
      throw new GrammarError(
        `nested repetitions at ${placeOf(this.#text, at)} multiply to over ${maxRepetitions}`,
      );
    }
    const optional = max === undefined ? 1 : max - min;
    this.#count((min + optional) * (repeated.length + 2), at);
    items.length = min === 0 ? start : items.length;
    for (let copy = 1; copy < min; copy += 1) items.push(...repeated);
    let rest: number | undefined;
    for (let copy = 0; copy < optional; copy += 1) {
      const id = this.#unnamed(at);
      const next = max === undefined ? id : rest;
      const one = next === undefined ? repeated : [...repeated, { rule: next }];
      this.#rules[id] = { name, at, alternatives: [one, []] };
      rest = id;
    }
    if (rest !== undefined) items.push({ rule: rest });
    return weight * times;
  }

  #count(elements: number, at: number): void {
    this.#elements += elements;
    if (this.#elements <= maxElements) return;
    throw new GrammarError(`it expands to over ${maxElements} elements, at ${placeOf(this.#text, at)}`);
  }

  #symbol(name: string, at: number): number {
    const known = this.#symbols.get(name);
    if (known !== undefined) return known;
    const id = this.#unnamed(at);
    this.#symbols.set(name, id);
    return id;
  }

  #unnamed(at: number): number {
    if (this.#seen.length >= maxRules) throw new GrammarError(`it has over ${maxRules} rules`);
    return this.#seen.push(at) - 1;
  }

  #name(): string {
    const start = this.#at;
    while (isWordChar(this.#char)) this.#at += 1;
    if (this.#at === start) throw this.#expecting("the name of a rule");
    return this.#text.slice(start, this.#at);
  }

  #integer(isNested: boolean): number {
    const start = this.#at;
    while (/\d/.test(this.#char)) this.#at += 1;
    if (this.#at === start) throw this.#expecting("a number");
    const value = Number(this.#text.slice(start, this.#at));
    this.#space(isNested);
    return value;
  }

  /** Reads a character or an escape. @returns its code point */
  #code(): number {
    const char = this.#text.codePointAt(this.#at);
    if (char === undefined) throw new GrammarError("it ends inside a literal or a character class");
    if (char !== 0x5c) {
      this.#at += char > 0xffff ? 2 : 1;
      return char;
    }
    const escaped = this.#text.charAt(this.#at + 1);
    const digits = { x: 2, u: 4, U: 8 }[escaped];
    if (digits !== undefined) {
      const hex = this.#text.slice(this.#at + 2, this.#at + 2 + digits);
      if (!/^[\da-fA-F]+$/.test(hex) || hex.length < digits) {
        throw this.#expecting(`${digits} hexadecimal digits after \\${escaped}`);
      }
      this.#at += 2 + digits;
      return Number.parseInt(hex, 16);
    }
    const code =
      { t: 9, r: 13, n: 10 }[escaped] ?? ('\\"[]-'.includes(escaped) ? escaped.charCodeAt(0) : Number.NaN);
    if (Number.isNaN(code)) {
      throw new GrammarError(`the escape \\${escaped} at ${placeOf(this.#text, this.#at)} is unknown`);
    }
    this.#at += 2;
    return code;
  }

  /** @param newline whether to skip line ends, too, as inside parentheses */
  #space(newline: boolean): void {
    const space = newline ? /(?:[ \t\r\n]|#[^\r\n]*)*/y : /(?:[ \t]|#[^\r\n]*)*/y;
    space.lastIndex = this.#at;
    this.#at += space.exec(this.#text)?.[0].length ?? 0;
  }

  #expecting(what: string): GrammarError {
    const place = this.#char === "" ? "its end" : placeOf(this.#text, this.#at);
    return new GrammarError(`expecting ${what} at ${place}`);
  }
}

function isWordChar(char: string): boolean {
  return /[a-zA-Z0-9-]/.test(char);
}
