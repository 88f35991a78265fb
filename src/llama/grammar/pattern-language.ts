/** Converts a pattern to the regular language of the texts in which it is found. */
import type { Language, Languages } from "./language.ts";
import { type Pattern, PatternError } from "./pattern.ts";

/** Repetitions of lookaheads and anchors are expanded up to this number. */
const maxCopies = 8;

/** @throws PatternError for what is not supported, or TooComplex */
export function languageOf(languages: Languages, pattern: Pattern): Language {
  const { all } = languages;
  const translate = new Translation(languages);
  const atStart = translate.before(pattern, all, true);
  // The pattern may be found anywhere. Behind the start, "^" never matches.
  const later = translate.before(pattern, all, false);
  return languages.either(atStart, languages.sequence(languages.not(languages.empty), later));
}

class Translation {
  readonly #languages: Languages;

  constructor(languages: Languages) {
    this.#languages = languages;
  }

  /**
   * @param rest what follows the pattern
   * @param isStart whether the pattern is at the start of the text
   * @returns the texts that begin with the pattern and continue with the rest
   */
  before(pattern: Pattern, rest: Language, isStart: boolean): Language {
    const languages = this.#languages;
    switch (pattern.kind) {
      case "chars":
        return languages.sequence(languages.chars(pattern.set), rest);
      case "sequence":
        return this.#sequence(pattern.parts, rest, isStart);
      case "either":
        return languages.either(...pattern.of.map((one) => this.before(one, rest, isStart)));
      case "repeat":
        return this.#repeat(pattern, rest, isStart);
      case "start":
        return isStart ? rest : languages.none;
      case "end":
        return languages.both(rest, languages.empty);
      case "ahead": {
        const ahead = this.before(pattern.of, languages.all, isStart);
        return languages.both(pattern.isNegated ? languages.not(ahead) : ahead, rest);
      }
    }
  }

  #sequence(parts: readonly Pattern[], rest: Language, isStart: boolean): Language {
    let isFirst = isStart;
    const starts = parts.map((part) => {
      const start = isFirst;
      isFirst &&= longest(part) === 0;
      return start;
    });
    for (const [at, part] of parts.entries()) {
      const before = parts.slice(0, at);
      const isUnclear = isStart && !starts[at] && before.every((one) => shortest(one) === 0);
      if (isUnclear && hasStart(part)) {
        throw new PatternError("a '^' after a part that may be empty is not supported");
      }
    }
    return parts.reduceRight((after, part, at) => this.before(part, after, starts[at] as boolean), rest);
  }

  #repeat(
    { of, min, max }: Extract<Pattern, { kind: "repeat" }>,
    rest: Language,
    isStart: boolean,
  ): Language {
    const languages = this.#languages;
    if (!isPositional(of)) {
      return languages.sequence(languages.repeat(this.before(of, languages.empty, false), min, max), rest);
    }
    if (max > maxCopies) {
      throw new PatternError("a '^', '$' or lookahead within a repetition is not supported");
    }
    if (max > 1 && hasStart(of)) throw new PatternError("a repeated '^' is not supported");
    let language = rest;
    for (let copy = max; copy > 0; copy -= 1) {
      const one = this.before(of, language, isStart && copy === 1);
      language = copy > min ? languages.either(rest, one) : one;
    }
    return language;
  }
}

/** Whether a match depends on the position in the text. */
function isPositional(pattern: Pattern): boolean {
  if (pattern.kind === "repeat") return isPositional(pattern.of);
  if (pattern.kind === "chars") return false;
  return partsOf(pattern)?.some(isPositional) ?? true;
}

function hasStart(pattern: Pattern): boolean {
  if (pattern.kind === "repeat" || pattern.kind === "ahead") return hasStart(pattern.of);
  return pattern.kind === "start" || (partsOf(pattern)?.some(hasStart) ?? false);
}

function partsOf(pattern: Pattern): readonly Pattern[] | undefined {
  if (pattern.kind === "sequence") return pattern.parts;
  return pattern.kind === "either" ? pattern.of : undefined;
}

/** Length of its longest text in characters. */
function longest(pattern: Pattern): number {
  if (pattern.kind === "chars") return 1;
  if (pattern.kind === "repeat") return pattern.max === 0 ? 0 : longest(pattern.of) * pattern.max || 0;
  if (pattern.kind === "sequence") return pattern.parts.reduce((sum, part) => sum + longest(part), 0);
  return pattern.kind === "either" ? Math.max(...pattern.of.map(longest)) : 0;
}

function shortest(pattern: Pattern): number {
  if (pattern.kind === "chars") return 1;
  if (pattern.kind === "repeat") return shortest(pattern.of) * pattern.min;
  if (pattern.kind === "sequence") return pattern.parts.reduce((sum, part) => sum + shortest(part), 0);
  return pattern.kind === "either" ? Math.min(...pattern.of.map(shortest)) : 0;
}
