/** Strings: their patterns, formats and lengths as one language, and as grammar. */
import { allChars } from "../../../llama/grammar/char-set.ts";
import { type Expression, type Rules, sequence, text } from "../../../llama/grammar/expression.ts";
import { jsonChar, jsonCharOf, jsonString, jsonStringOf } from "../../../llama/grammar/json-text.ts";
import { type Language, type Languages, TooComplex } from "../../../llama/grammar/language.ts";
import { PatternError, parsePattern } from "../../../llama/grammar/pattern.ts";
import { languageOf } from "../../../llama/grammar/pattern-language.ts";
import { repeated } from "../../../llama/grammar/repetition.ts";
import { formatPatterns, isKnownFormat, type StringAssertions } from "./assertions.ts";
import { SchemaError } from "./place.ts";

/** @throws SchemaError for a pattern that can't be enforced; where that isn't strict, it is left out */
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
  const { least, most } = assertions;
  const quoted = (char: Expression, from: number, to: number): Expression =>
    sequence(text('"'), repeated(rules, char, from, to), text('"'));
  const language = textLanguage(languages, assertions, isStrict);
  if (language === languages.all) {
    return least === 0 && most === Number.POSITIVE_INFINITY
      ? jsonString(rules)
      : quoted(jsonChar(rules), least, most);
  }
  const { term } = language;
  if (term.kind === "repeat" && term.of.term.kind === "chars") {
    const [from, to] = [Math.max(term.least, least), Math.min(term.most, most)];
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
    return quoted(jsonChar(rules), least, most);
  }
}

/** Of patterns; of formats only where there is no pattern, which is more exact. */
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

/** @returns undefined for a pattern that can't be enforced @throws SchemaError instead, where that is strict */
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

function lengthLanguage(languages: Languages, { least, most }: StringAssertions): Language {
  return languages.repeat(languages.chars(allChars), least, most);
}
