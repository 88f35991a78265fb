/**
 * Decides whether a value fits schemas, which is needed for enum and const, and whether any value
 * can fit, which is needed for oneOf.
 */
import { automatonOf } from "../../../llama/grammar/automaton.ts";
import { type Language, type Languages, TooComplex } from "../../../llama/grammar/language.ts";
import { alternativesOf } from "./alternatives.ts";
import { type Assertions, type ObjectAssertions, type ObjectPart, typesOf } from "./assertions.ts";
import { isSame, type Type } from "./keywords.ts";
import { decimalOf, numberLanguage } from "./numbers.ts";
import { isObject, type Json, keyOf, type Place, type Places } from "./place.ts";
import { patternLanguage, stringLanguage } from "./strings.ts";

/** Maximum branches of a oneOf that are compared in pairs. */
const maxBranches = 64;
/** Deeper levels are not checked and count as possible. */
const maxDepth = 12;

export class Validator {
  readonly #languages: Languages;
  readonly #exclusive = new Map<string, boolean>();

  constructor(languages: Languages) {
    this.#languages = languages;
  }

  /** @throws SchemaError as {@link alternativesOf} */
  alternatives(places: Places): Assertions[] {
    return alternativesOf(places, (branches) => this.#areExclusive(branches));
  }

  accepts(places: Places, value: Json): boolean {
    return (
      places.length === 0 || this.alternatives(places).some((assertions) => this.fits(assertions, value))
    );
  }

  fits(assertions: Assertions, value: Json): boolean {
    const { types, hasTypes, values } = assertions;
    if (hasTypes && !typesOfValue(value).some((type) => types.has(type))) return false;
    if (values !== undefined && !values.some((one) => isSame(one, value))) return false;
    if (typeof value === "number") return this.#fitsNumber(assertions, value);
    if (typeof value === "string") {
      return this.#languages.has(
        stringLanguage(this.#languages, assertions.string, assertions.isStrict),
        value,
      );
    }
    if (Array.isArray(value)) return this.#fitsArray(assertions, value);
    return !isObject(value) || this.#fitsObject(assertions.object, value as { [key: string]: Json });
  }

  /** The schemas that a property of this name must fit. */
  placesOf(parts: readonly ObjectPart[], name: string): Places {
    return parts.flatMap((part): Place[] => {
      const { names, others } = part;
      // A name that is not allowed becomes a property without a value.
      if (names !== undefined && !this.accepts([names], name)) return [{ ...names, schema: false }];
      const own = part.properties.get(name);
      const matching = part.patterns.filter((one) => {
        const language = patternLanguage(this.#languages, one, one.place.document.isStrict);
        return language !== undefined && this.#languages.has(language, name);
      });
      const found = [...(own === undefined ? [] : [own]), ...matching.map(({ place }) => place)];
      return found.length > 0 || others === undefined ? found : [others];
    });
  }

  #fitsNumber({ number }: Assertions, value: number): boolean {
    const { min, max, multiples } = number;
    if (min !== undefined && (min.isExclusive ? value <= min.value : value < min.value)) return false;
    if (max !== undefined && (max.isExclusive ? value >= max.value : value > max.value)) return false;
    return multiples.every(({ of }) => isMultiple(value, of));
  }

  #fitsArray({ array }: Assertions, value: readonly Json[]): boolean {
    const { min, max, prefix, rest = [], unique } = array;
    if (value.length < min || value.length > max) return false;
    if (array.isSealed && array.rest === undefined && value.length > prefix.length) return false;
    if (
      unique !== undefined &&
      value.some((one, at) => value.slice(0, at).some((other) => isSame(one, other)))
    ) {
      return false;
    }
    return value.every((item, at) => this.accepts(prefix[at] ?? rest, item));
  }

  #fitsObject(assertions: ObjectAssertions, value: { readonly [key: string]: Json }): boolean {
    const names = Object.keys(value);
    if (names.length < assertions.min || names.length > assertions.max) return false;
    if (!assertions.required.every((name) => Object.hasOwn(value, name))) return false;
    return names.every((name) => {
      const places = this.placesOf(assertions.parts, name);
      return !(assertions.isSealed && places.length === 0) && this.accepts(places, value[name] as Json);
    });
  }

  /**
   * See AreExclusive in alternatives.ts. A recursive oneOf is assumed to be exclusive while it is
   * compared.
   */
  #areExclusive(branches: Places): boolean {
    const key = branches.map(keyOf).join(" ");
    const known = this.#exclusive.get(key);
    if (known !== undefined) return known;
    this.#exclusive.set(key, true);
    const areExclusive = this.#compared(branches);
    this.#exclusive.set(key, areExclusive);
    return areExclusive;
  }

  #compared(branches: Places): boolean {
    const alternatives = branches.flatMap((branch) => this.alternatives([branch]));
    const listed = alternatives.flatMap(({ values }) => values ?? []);
    if (alternatives.every(({ values }) => values !== undefined)) {
      return new Set(listed.map((value) => JSON.stringify(value))).size === listed.length;
    }
    if (branches.length > maxBranches) return false;
    return branches.every((one, at) =>
      branches.every(
        (other, index) => index === at || this.#isImpossible([{ ...one, isClosed: true }, other], 0),
      ),
    );
  }

  #isImpossible(places: Places, depth: number): boolean {
    if (depth > maxDepth) return false;
    return this.alternatives(places).every((assertions) => !this.#isPossible(assertions, depth));
  }

  #isPossible(assertions: Assertions, depth: number): boolean {
    const { values, isStrict } = assertions;
    if (values !== undefined)
      return values.some((value) => this.fits({ ...assertions, values: undefined }, value));
    const possible: Record<Type, () => boolean> = {
      null: () => true,
      boolean: () => true,
      integer: () => this.#hasTexts(() => numberLanguage(this.#languages, assertions.number, true)),
      number: () => this.#hasTexts(() => numberLanguage(this.#languages, assertions.number, false)),
      string: () => this.#hasTexts(() => stringLanguage(this.#languages, assertions.string, isStrict)),
      array: () => this.#isArrayPossible(assertions, depth),
      object: () => this.#isObjectPossible(assertions, depth),
    };
    return Array.from(typesOf(assertions)).some((type) => possible[type]());
  }

  #isArrayPossible({ array }: Assertions, depth: number): boolean {
    const { min, max, prefix, rest = [] } = array;
    if (min > max) return false;
    const first = prefix[0] ?? rest;
    return min === 0 || first.length === 0 || !this.#isImpossible(first, depth + 1);
  }

  #isObjectPossible({ object }: Assertions, depth: number): boolean {
    const { min, max, required, parts } = object;
    if (min > max || required.length > max) return false;
    return required.every((name) => {
      const places = this.placesOf(parts, name);
      if (object.isSealed && places.length === 0) return false;
      return places.length === 0 || !this.#isImpossible(places, depth + 1);
    });
  }

  /** A language that is too complex counts as possible. */
  #hasTexts(language: () => Language): boolean {
    try {
      return automatonOf(this.#languages, language()).length > 0;
    } catch (error) {
      if (error instanceof TooComplex || error instanceof RangeError) return true;
      throw error;
    }
  }
}

function typesOfValue(value: Json): readonly Type[] {
  if (value === null) return ["null"];
  if (Array.isArray(value)) return ["array"];
  if (typeof value === "number") return Number.isInteger(value) ? ["integer", "number"] : ["number"];
  return [typeof value as "boolean" | "string" | "object"];
}

/** Computed with decimal digits, so that 0.3 is a multiple of 0.1. */
function isMultiple(value: number, of: number): boolean {
  const [a, b] = [decimalOf(value), decimalOf(of)];
  const places = Math.max(a.fraction.length, b.fraction.length);
  const whole = ({ whole, fraction }: typeof a): bigint => BigInt(whole + fraction.padEnd(places, "0"));
  return whole(a) % whole(b) === 0n;
}
