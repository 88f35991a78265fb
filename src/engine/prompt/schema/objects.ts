/** Objects: their properties in the order of the schema, those that are required first. */
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

/** A set of patterns stands for each of its subsets that a name can match. */
const mostPatterns = 4;

/** What grammars of values are made with. */
export type Conversion = {
  rules: Rules;
  languages: Languages;
  validator: Validator;
  /** Of a value that fits all of them. */
  valueOf(paths: Places, hint: string): Expression;
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
    const paths = validator.placesOf(parts, name);
    const value = isSealed && paths.length === 0 ? nothing : conversion.valueOf(paths, name);
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

/** A name that isn't in the schema may be written twice, and counts once. */
function countsOf(
  { least, most, required, path }: ObjectAssertions,
  named: number,
  hasExtra: boolean,
  isStrict: boolean,
): { least: number; most: number } {
  const isSure = least <= Math.max(1, required.length) || !hasExtra;
  if (isSure) return { least, most: hasExtra || most < named ? most : Number.POSITIVE_INFINITY };
  if (isStrict) {
    throw new SchemaError(`${path}.minProperties`, "it can't be enforced where properties have any names");
  }
  return { least: Math.max(1, required.length), most };
}

/** Properties that the schema doesn't name: by the patterns that their names match, none of them included. */
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
  if (first !== undefined && known.length > mostPatterns) {
    if (!isStrict) return [{ name: jsonString(conversion.rules), value: jsonValue(conversion.rules) }];
    throw new SchemaError(first.place.path, `over ${mostPatterns} patterns of names can't be enforced`);
  }
  const free = languages.not(languages.either(...named.map((name) => languages.text(name))));
  const names = languages.both(free, ...parts.flatMap((part) => nameLanguage(conversion, part)));
  return Array.from({ length: 2 ** known.length }, (_, subset) => {
    const matched = known.filter((_, index) => (subset & (1 << index)) !== 0);
    const paths = placesOf(
      parts,
      matched.map(({ place }) => place),
    );
    if (paths === undefined || (isSealed && paths.length === 0)) return [];
    const others = known
      .filter((one) => !matched.includes(one))
      .map(({ language }) => languages.not(language));
    const language = languages.both(names, ...matched.map((one) => one.language), ...others);
    const name = nameExpression(conversion, language, parts, isStrict);
    return name === undefined ? [] : [{ name, value: conversion.valueOf(paths, "extra") }];
  }).flat();
}

/** @returns undefined where such a property is not written */
function placesOf(parts: readonly ObjectPart[], matched: Places): Places | undefined {
  const paths: Place[] = [];
  for (const { patterns, others, isClosed } of parts) {
    const own = patterns.map(({ place }) => place).filter((place) => matched.includes(place));
    if (own.length === 0 && isClosed) return undefined;
    if (own.length === 0 && others?.schema === false) return undefined;
    paths.push(...own, ...(own.length === 0 && others !== undefined ? [others] : []));
  }
  return paths;
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
