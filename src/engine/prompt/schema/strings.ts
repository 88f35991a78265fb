/** Converts patterns, formats and lengths of strings to one language, and to expressions. */
import { allChars } from "../../../llama/grammar/char-set.ts";
import { type Expression, type Rules, sequence, text } from "../../../llama/grammar/expression.ts";
import { jsonChar, jsonCharOf, jsonString, jsonStringOf } from "../../../llama/grammar/json-text.ts";
import { type Language, type Languages, TooComplex } from "../../../llama/grammar/language.ts";
import { PatternError, parsePattern } from "../../../llama/grammar/pattern.ts";
import { languageOf } from "../../../llama/grammar/pattern-language.ts";
import { repeated } from "../../../llama/grammar/repetition.ts";
import { formatPatterns, isKnownFormat, type StringAssertions } from "./assertions.ts";
import { SchemaError } from "./place.ts";

/** @throws SchemaError if strict, for a pattern that can't be enforced; else it is ignored */
export function stringLanguage(
  languages: Languages,
  assertions: StringAssertions,
  isStrict: boolean,
): Language {
  return languages.both(textLanguage(languages, assertions, isStrict), lengthLanguage(languages, assertions));
}

/** @throws SchemaError as {@link stringLanguage} */
export function stringExpression(
  rules: Rules,
  languages: Languages,
  assertions: StringAssertions,
  isStrict: boolean,
): Expression {
  const { min, max } = assertions;
  const quoted = (char: Expression, from: number, to: number): Expression =>
    sequence(text('"'), repeated(rules, char, from, to), text('"'));
  const language = textLanguage(languages, assertions, isStrict);
  if (language === languages.all) {
    return min === 0 && max === Number.POSITIVE_INFINITY
      ? jsonString(rules)
      : quoted(jsonChar(rules), min, max);
  }
  const { term } = language;
  if (term.kind === "repeat" && term.of.term.kind === "chars") {
    const [from, to] = [Math.max(term.min, min), Math.min(term.max, max)];
    if (from <= to) return quoted(jsonCharOf(rules, term.of.term.set), from, to);
  }
  try {
    return jsonStringOf(rules, languages, stringLanguage(languages, assertions, isStrict));
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    if (isStrict)
      throw new SchemaError(
        assertions.patterns[0]?.path ?? "$",
        `${error.message}, with the string's length`,
      );
    return quoted(jsonChar(rules), min, max);
  }
}

/** The language of the patterns; without patterns, that of the formats, which are less exact. */
function textLanguage(
  languages: Languages,
  { patterns, formats }: StringAssertions,
  isStrict: boolean,
): Language {
  const known = patterns.length > 0 ? [] : formats.filter(isKnownFormat);
  const ofFormats = known.map((format) =>
    languageOf(languages, parsePattern(formatPatterns[format] as string)),
  );
  const ofPatterns = patterns.flatMap((one) => patternLanguage(languages, one, isStrict) ?? []);
  return languages.both(...ofFormats, ...ofPatterns);
}

/**
 * @returns undefined for a pattern that can't be enforced
 * @throws SchemaError instead, if strict
 */
export function patternLanguage(
  languages: Languages,
  { pattern, path }: { pattern: string; path: string },
  isStrict: boolean,
): Language | undefined {
  try {
    return languageOf(languages, parsePattern(pattern));
  } catch (error) {
    if (!(error instanceof PatternError || error instanceof TooComplex)) throw error;
    if (isStrict) throw new SchemaError(path, error.message);
    return undefined;
  }
}

function lengthLanguage(languages: Languages, { min, max }: StringAssertions): Language {
  return languages.repeat(languages.chars(allChars), min, max);
}
