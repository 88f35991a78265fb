/**
 * Expressions for objects: required properties first, then optional ones, in the schema's order.
 */
import {
  type Expression,
  either,
  nothing,
  type Rules,
  sequence,
  text,
} from "../../../llama/grammar/expression.ts";
import { bracketed, jsonString, jsonStringOf, jsonValue, space } from "../../../llama/grammar/json-text.ts";
import { type Language, type Languages, TooComplex } from "../../../llama/grammar/language.ts";
import type { ObjectAssertions, ObjectPart } from "./assertions.ts";
import { members } from "./members.ts";
import { type Place, type Places, SchemaError } from "./place.ts";
import { patternLanguage, stringLanguage } from "./strings.ts";
import type { Validator } from "./validator.ts";

/** A name can match any subset of the patterns, and each subset needs an expression. */
const maxPatterns = 4;

/** What all parts of the conversion share. */
export type Conversion = {
  rules: Rules;
  languages: Languages;
  validator: Validator;
  /** The expression of a value that fits all these schemas. */
  valueOf(places: Places, hint: string): Expression;
};

/** @throws SchemaError */
export function objectExpression(
  conversion: Conversion,
  assertions: ObjectAssertions,
  isStrict: boolean,
): Expression {
  const { rules, validator } = conversion;
  const { parts, required, isSealed, path } = assertions;
  const colon = sequence(text(":"), space(rules));
  const member = (name: string): Expression => {
    const places = validator.placesOf(parts, name);
    const value = isSealed && places.length === 0 ? nothing : conversion.valueOf(places, name);
    return rules.add(`${name}-kv`, sequence(text(JSON.stringify(name)), space(rules), colon, value));
  };
  const named = [
    ...new Set([...parts.flatMap(({ properties }) => properties.keys().toArray()), ...required]),
  ];
  const extras = extraMembers(conversion, assertions, named, isStrict).map(({ name, value }) =>
    sequence(name, colon, value),
  );
  const extra = extras.length === 0 ? undefined : rules.add("extra-kv", either(...extras));
  const counts = countsOf(assertions, named.length, extra !== undefined, isStrict);
  try {
    const { inner, isFull } = members(rules, {
      required: named.filter((name) => required.includes(name)).map(member),
      optional: named.filter((name) => !required.includes(name)).map(member),
      extra,
      ...counts,
    });
    return bracketed(rules, "{}", inner, isFull);
  } catch (error) {
    if (error instanceof RangeError) throw new SchemaError(path, error.message);
    throw error;
  }
}

/** The grammar can't prevent a model from writing an extra name twice, which counts once. */
function countsOf(
  { min, max, required, path }: ObjectAssertions,
  named: number,
  hasExtra: boolean,
  isStrict: boolean,
): { min: number; max: number } {
  const isSure = min <= Math.max(1, required.length) || !hasExtra;
  if (isSure) return { min, max: hasExtra || max < named ? max : Number.POSITIVE_INFINITY };
  if (isStrict) {
    throw new SchemaError(`${path}.minProperties`, "it can't be enforced if properties may have any name");
  }
  return { min: Math.max(1, required.length), max };
}

/**
 * Properties that the schema doesn't name, for each subset of the patterns that their names match.
 */
function extraMembers(
  conversion: Conversion,
  { parts, isSealed }: ObjectAssertions,
  named: readonly string[],
  isStrict: boolean,
): { name: Expression; value: Expression }[] {
  const { languages } = conversion;
  const known = parts.flatMap(({ patterns }) =>
    patterns.flatMap(({ pattern, path, place }) => {
      const language = patternLanguage(languages, { pattern, path }, isStrict);
      return language === undefined ? [] : [{ place, language }];
    }),
  );
  const [first] = known;
  if (first !== undefined && known.length > maxPatterns) {
    if (!isStrict) return [{ name: jsonString(conversion.rules), value: jsonValue(conversion.rules) }];
    throw new SchemaError(first.place.path, `over ${maxPatterns} name patterns can't be enforced`);
  }
  const free = languages.not(languages.either(...named.map((name) => languages.text(name))));
  const names = languages.both(free, ...parts.flatMap((part) => nameLanguage(conversion, part)));
  return Array.from({ length: 2 ** known.length }, (_, subset) => {
    const matched = known.filter((_, index) => (subset & (1 << index)) !== 0);
    const places = placesOf(
      parts,
      matched.map(({ place }) => place),
    );
    if (places === undefined || (isSealed && places.length === 0)) return [];
    const others = known
      .filter((one) => !matched.includes(one))
      .map(({ language }) => languages.not(language));
    const language = languages.both(names, ...matched.map((one) => one.language), ...others);
    const name = nameExpression(conversion, language, parts, isStrict);
    return name === undefined ? [] : [{ name, value: conversion.valueOf(places, "extra") }];
  }).flat();
}

/** @returns undefined if the grammar has no such property */
function placesOf(parts: readonly ObjectPart[], matched: Places): Places | undefined {
  const places: Place[] = [];
  for (const { patterns, others, isClosed } of parts) {
    const own = patterns.map(({ place }) => place).filter((place) => matched.includes(place));
    if (own.length === 0 && isClosed) return undefined;
    if (own.length === 0 && others?.schema === false) return undefined;
    places.push(...own, ...(own.length === 0 && others !== undefined ? [others] : []));
  }
  return places;
}

function nameLanguage({ validator, languages }: Conversion, { names }: ObjectPart): Language[] {
  if (names === undefined) return [];
  const alternatives = validator.alternatives([names]).map((assertions) => {
    if (assertions.hasTypes && !assertions.types.has("string")) return languages.none;
    const texts = assertions.values?.filter((value) => typeof value === "string");
    const listed =
      texts === undefined ? languages.all : languages.either(...texts.map((one) => languages.text(one)));
    return languages.both(listed, stringLanguage(languages, assertions.string, assertions.isStrict));
  });
  return [languages.either(...alternatives)];
}

function nameExpression(
  { rules, languages }: Conversion,
  language: Language,
  parts: readonly ObjectPart[],
  isStrict: boolean,
): Expression | undefined {
  if (language === languages.none) return undefined;
  try {
    return jsonStringOf(rules, languages, language);
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    const place = parts.map(({ others, names }) => names ?? others).find((one) => one !== undefined);
    if (isStrict) throw new SchemaError(place?.path ?? "$", `the names of its properties: ${error.message}`);
    return undefined;
  }
}
