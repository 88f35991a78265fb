/**
 * Regular languages as terms: sequences, repetitions, unions, intersections and complements of
 * character sets. The derivative of a language by a character is the language of what may follow
 * that character (Brzozowski 1964; Owens, Reppy, Turon 2009). Equal terms are one object, so that
 * there are finitely many derivatives.
 */
import { allChars, type CharSet, hasChar, intersection, keyOf, union } from "./char-set.ts";

export type Language = { readonly id: number; readonly hasEmpty: boolean; readonly term: Term };

type Term =
  | { kind: "chars"; set: CharSet }
  | { kind: "empty" }
  | { kind: "sequence"; first: Language; rest: Language }
  | { kind: "repeat"; of: Language; min: number; max: number }
  | { kind: "either"; of: readonly Language[] }
  | { kind: "both"; of: readonly Language[] }
  | { kind: "not"; of: Language }
  | Multiple;

/** Unsigned decimal numbers that are multiples of `divisor` / 10^`places`. */
type Multiple = { kind: "multiple"; divisor: number; remainder: number; places: number; isFraction: boolean };

/** Maximum term operations for one language. */
const maxWork = 200_000;
/** Maximum term operations of one {@link Languages}: about a second. */
const maxTotalWork = 1_000_000;

export class TooComplex extends Error {
  override readonly name = "TooComplex";
}

/** Makes languages. Languages of two instances must not be combined. */
export class Languages {
  /** No text. */
  readonly none: Language;
  /** Only the empty text. */
  readonly empty: Language;
  /** All texts. */
  readonly all: Language;
  readonly #terms = new Map<string, Language>();
  readonly #derivatives = new Map<string, Language>();
  #work = 0;
  #totalWork = 0;

  constructor() {
    this.none = this.chars([]);
    this.empty = this.#make("e", true, { kind: "empty" });
    this.all = this.repeat(this.chars(allChars), 0);
  }

  /** Starts the next language and its own work limit: a too complex one affects only itself. */
  begin(): void {
    this.#work = 0;
  }

  chars(set: CharSet): Language {
    return this.#make(`c${keyOf(set)}`, false, { kind: "chars", set });
  }

  text(text: string): Language {
    const chars = Array.from(text, (char) => char.codePointAt(0) as number);
    return this.sequence(...chars.map((code) => this.chars([[code, code]])));
  }

  sequence(...parts: readonly Language[]): Language {
    return parts.reduceRight((rest, first) => this.#pair(first, rest), this.empty);
  }

  repeat(of: Language, min: number, max = Number.POSITIVE_INFINITY): Language {
    if (of === this.none) return min === 0 ? this.empty : this.none;
    if (max === 0 || of === this.empty) return this.empty;
    if (min === 1 && max === 1) return of;
    const { term } = of;
    const isStar = term.kind === "repeat" && term.max === Number.POSITIVE_INFINITY && of.hasEmpty;
    if (isStar) return of;
    const from = of.hasEmpty ? 0 : min;
    return this.#make(`r${of.id} ${from} ${max}`, from === 0, { kind: "repeat", of, min: from, max });
  }

  either(...parts: readonly Language[]): Language {
    const of = new Set<Language>();
    let set: CharSet = [];
    for (const part of flattened(parts, "either")) {
      if (part === this.all) return this.all;
      if (part.term.kind === "chars") set = union(set, part.term.set);
      else of.add(part);
    }
    if (set.length > 0) of.add(this.chars(set));
    const hasEmpty = Array.from(of).some((part) => part !== this.empty && part.hasEmpty);
    if (hasEmpty) of.delete(this.empty);
    return this.#several(of, "either", this.none);
  }

  both(...parts: readonly Language[]): Language {
    const of = new Set<Language>();
    let set: CharSet | undefined;
    for (const part of flattened(parts, "both")) {
      if (part === this.all) continue;
      if (part.term.kind === "chars")
        set = set === undefined ? part.term.set : intersection(set, part.term.set);
      else of.add(part);
    }
    if (set?.length === 0) return this.none;
    if (set !== undefined) of.add(this.chars(set));
    const isContradiction = Array.from(of).some(({ term }) => term.kind === "not" && of.has(term.of));
    if (isContradiction) return this.none;
    if (of.has(this.empty)) return Array.from(of).every(({ hasEmpty }) => hasEmpty) ? this.empty : this.none;
    return this.#several(of, "both", this.all);
  }

  not(of: Language): Language {
    if (of === this.none) return this.all;
    if (of === this.all) return this.none;
    if (of.term.kind === "not") return of.term.of;
    return this.#make(`n${of.id}`, !of.hasEmpty, { kind: "not", of });
  }

  /** Unsigned decimal numbers that are multiples of `divisor` / 10^`places`. */
  multiple(divisor: number, places: number): Language {
    return this.#multiple({ kind: "multiple", divisor, remainder: 0, places, isFraction: false });
  }

  /** The language of what may follow a character. */
  derivative(language: Language, code: number): Language {
    const key = `${language.id} ${code}`;
    const known = this.#derivatives.get(key);
    if (known !== undefined) return known;
    this.#worked(1);
    const derived = this.#derive(language.term, code);
    this.#derivatives.set(key, derived);
    return derived;
  }

  has(language: Language, text: string): boolean {
    return Array.from(text).reduce(
      (left, char) => this.derivative(left, char.codePointAt(0) as number),
      language,
    ).hasEmpty;
  }

  #derive(term: Term, code: number): Language {
    const by = (of: Language): Language => this.derivative(of, code);
    switch (term.kind) {
      case "chars":
        return hasChar(term.set, code) ? this.empty : this.none;
      case "empty":
        return this.none;
      case "sequence": {
        const next = this.#pair(by(term.first), term.rest);
        return term.first.hasEmpty ? this.either(next, by(term.rest)) : next;
      }
      case "repeat":
        return this.#pair(by(term.of), this.repeat(term.of, Math.max(0, term.min - 1), term.max - 1));
      case "either":
        return this.either(...term.of.map(by));
      case "both":
        return this.both(...term.of.map(by));
      case "not":
        return this.not(by(term.of));
      case "multiple":
        return this.#nextDigit(term, code);
    }
  }

  #nextDigit(term: Multiple, code: number): Language {
    if (code === 0x2e && !term.isFraction) return this.#multiple({ ...term, isFraction: true });
    const digit = code - 0x30;
    if (digit < 0 || digit > 9) return this.none;
    const isPast = term.isFraction && term.places === 0;
    if (isPast) return digit === 0 ? this.#multiple(term) : this.none;
    const remainder = (term.remainder * 10 + digit) % term.divisor;
    return this.#multiple({ ...term, remainder, places: term.places - (term.isFraction ? 1 : 0) });
  }

  #multiple(term: Multiple): Language {
    const { divisor, remainder, places, isFraction } = term;
    const hasEmpty = (remainder * 10 ** places) % divisor === 0;
    return this.#make(`m${divisor} ${remainder} ${places} ${isFraction}`, hasEmpty, term);
  }

  #pair(first: Language, rest: Language): Language {
    if (first === this.none || rest === this.none) return this.none;
    if (first === this.empty) return rest;
    if (rest === this.empty) return first;
    if (first === this.all && rest === this.all) return this.all;
    if (first.term.kind === "sequence")
      return this.#pair(first.term.first, this.#pair(first.term.rest, rest));
    const hasEmpty = first.hasEmpty && rest.hasEmpty;
    return this.#make(`s${first.id} ${rest.id}`, hasEmpty, { kind: "sequence", first, rest });
  }

  #several(parts: ReadonlySet<Language>, kind: "either" | "both", neutral: Language): Language {
    this.#worked(parts.size);
    const of = Array.from(parts).sort((a, b) => a.id - b.id);
    if (of.length <= 1) return of[0] ?? neutral;
    const hasEmpty = kind === "either" ? of.some((part) => part.hasEmpty) : of.every((part) => part.hasEmpty);
    return this.#make(`${kind}${of.map(({ id }) => id).join(" ")}`, hasEmpty, { kind, of });
  }

  #worked(parts: number): void {
    this.#work += parts;
    this.#totalWork += parts;
    if (this.#work > maxWork || this.#totalWork > maxTotalWork) throw new TooComplex("it is too complex");
  }

  #make(key: string, hasEmpty: boolean, term: Term): Language {
    const known = this.#terms.get(key);
    if (known !== undefined) return known;
    const made = { id: this.#terms.size, hasEmpty, term };
    this.#terms.set(key, made);
    return made;
  }
}

/** The first character of each range of characters with the same derivative, including 0. */
export function borders(language: Language): Set<number> {
  const found = new Set([0]);
  const seen = new Set<Language>();
  const todo = [language];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const { term } = next;
    if (term.kind === "chars") for (const [first, last] of term.set) found.add(first).add(last + 1);
    else if (term.kind === "sequence") todo.push(term.first, ...(term.first.hasEmpty ? [term.rest] : []));
    else if (term.kind === "repeat" || term.kind === "not") todo.push(term.of);
    else if (term.kind === "either" || term.kind === "both") todo.push(...term.of);
    else if (term.kind === "multiple") for (const code of numberChars) found.add(code).add(code + 1);
  }
  return found;
}

const numberChars = Array.from(".0123456789", (char) => char.charCodeAt(0));

function flattened(parts: readonly Language[], kind: "either" | "both"): Language[] {
  return parts.flatMap((part) => (part.term.kind === kind ? part.term.of : [part]));
}
