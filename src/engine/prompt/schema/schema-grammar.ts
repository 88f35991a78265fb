/**
 * Converts JSON schemas to a grammar.
 *
 * A strict schema is one that the answer must follow (response_format, --json-schema). All its
 * keywords are enforced, or it is refused with the path of the keyword that can't be. Other schemas
 * describe a tool's arguments. Clients send dozens of generated ones with each request and check
 * the arguments themselves. To refuse one would make all tools unusable, so keywords that can't be
 * enforced are ignored; the model still sees them in its prompt.
 *
 * The grammar allows one of the ways to write a value: required properties first, then optional
 * ones, in the schema's order. Without additionalProperties, a schema that names properties allows
 * no others.
 */
import {
  type Expression,
  either,
  type RuleName,
  Rules,
  ruleNamed,
} from "../../../llama/grammar/expression.ts";
import {
  jsonArray,
  jsonBoolean,
  jsonInteger,
  jsonNull,
  jsonNumber,
  jsonObject,
  jsonValue,
  oneOf,
  textOf,
} from "../../../llama/grammar/json-text.ts";
import { Languages, TooComplex } from "../../../llama/grammar/language.ts";
import { arrayExpression } from "./arrays.ts";
import { type Assertions, noAssertions, typesOf } from "./assertions.ts";
import type { Type } from "./keywords.ts";
import { numberLanguage } from "./numbers.ts";
import { type Conversion, objectExpression } from "./objects.ts";
import { type Document, keyOf, type Place, type Places, rootOf, SchemaError } from "./place.ts";
import { stringExpression } from "./strings.ts";
import { Validator } from "./validator.ts";

export class SchemaGrammar {
  readonly rules = new Rules();
  readonly languages = new Languages();
  readonly #validator = new Validator(this.languages);
  readonly #conversion: Conversion;
  readonly #known = new Map<string, string>();
  /** The document's schemas by rule name, to check that each has a value. */
  readonly #places = new Map<string, Place>();

  constructor() {
    this.#conversion = {
      rules: this.rules,
      languages: this.languages,
      validator: this.#validator,
      valueOf: (places, hint) => this.#valueOf(places, hint),
    };
  }

  /**
   * @returns the expression of all values that fit
   * @throws SchemaError with the path of what can't be used, or that no value fits
   */
  add(document: Document): Expression {
    try {
      this.#places.clear();
      const root = this.#valueOf([rootOf(document)], "root");
      this.#checkPossible(root.name, document);
      return root;
    } catch (error) {
      if (error instanceof RangeError || error instanceof TooComplex) {
        throw new SchemaError("$", error.message);
      }
      throw error;
    }
  }

  /** @returns GBNF */
  print(root: Expression): string {
    return this.rules.print(root);
  }

  #valueOf(places: Places, hint: string): RuleName {
    const key = [...new Set(places.map(keyOf))].sort().join(" + ");
    const known = this.#known.get(key);
    if (known !== undefined) return ruleNamed(known);
    const name = this.rules.reserve(hint);
    this.#known.set(key, name);
    const [only, ...others] = places;
    if (only !== undefined && others.length === 0 && only.schema !== false) this.#places.set(name, only);
    return this.rules.define(
      name,
      either(...this.#validator.alternatives(places).map((assertions) => this.#alternative(assertions))),
    );
  }

  #alternative(assertions: Assertions): Expression {
    const { values } = assertions;
    this.languages.begin();
    if (values !== undefined) {
      const fitting = values.filter((value) =>
        this.#validator.fits({ ...assertions, values: undefined }, value),
      );
      return oneOf(this.rules, [...new Set(fitting.map((value) => JSON.stringify(value)))]);
    }
    if (assertions.isBare) return jsonValue(this.rules);
    return either(...Array.from(typesOf(assertions), (type) => this.#ofType(assertions, type)));
  }

  #ofType(assertions: Assertions, type: Type): Expression {
    const { rules } = this;
    const { isStrict } = assertions;
    switch (type) {
      case "null":
        return jsonNull();
      case "boolean":
        return jsonBoolean();
      case "integer":
      case "number":
        return this.#number(assertions, type === "integer");
      case "string":
        return stringExpression(rules, this.languages, assertions.string, isStrict);
      case "array":
        return isFree(assertions, "array")
          ? jsonArray(rules)
          : arrayExpression(this.#conversion, assertions.array, isStrict);
      case "object":
        return isFree(assertions, "object")
          ? jsonObject(rules)
          : objectExpression(this.#conversion, assertions.object, isStrict);
    }
  }

  #number(assertions: Assertions, isWhole: boolean): Expression {
    const { min, max, multiples } = assertions.number;
    const isUnrestricted = multiples.every(({ of }) => isWhole && of === 1);
    if (min === undefined && max === undefined && isUnrestricted) {
      return isWhole ? jsonInteger(this.rules) : jsonNumber(this.rules);
    }
    const key = JSON.stringify([min, max, multiples.map(({ of }) => of), isWhole]);
    try {
      return this.rules.shared(`number ${key}`, () =>
        textOf(this.rules, this.languages, numberLanguage(this.languages, assertions.number, isWhole)),
      );
    } catch (error) {
      if (!(error instanceof TooComplex || error instanceof RangeError)) throw error;
      if (assertions.isStrict) throw new SchemaError(multiples[0]?.path ?? "$", error.message);
      return this.#number({ ...assertions, number: { ...assertions.number, multiples: [] } }, isWhole);
    }
  }

  /** A schema that no value satisfies is an error, unless it is false or one branch of several. */
  #checkPossible(root: string, { isStrict }: Document): void {
    const finite = this.rules.finite();
    const names = isStrict ? [root, ...this.#places.keys()] : [root];
    const endless = names.find((name) => !finite.has(name));
    if (endless === undefined) return;
    let path = this.#places.get(endless)?.path ?? "$";
    const seen = new Set<string>();
    for (let name: string | undefined = endless; name !== undefined; ) {
      if (seen.has(name)) throw new SchemaError(path, "only an endless value fits it");
      seen.add(name);
      path = this.#places.get(name)?.path ?? path;
      name = this.rules.neededBy(name).find((one) => !finite.has(one));
    }
    throw new SchemaError(path, "no value fits it");
  }
}

/** There are no assertions about values of this type. */
function isFree(assertions: Assertions, type: "array" | "object"): boolean {
  return Bun.deepEquals(assertions[type], noAssertions(assertions.isStrict)[type]);
}
