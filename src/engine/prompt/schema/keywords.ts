/** The keywords of JSON Schema, drafts 4 to 2020-12: how their values are read, and which can't be enforced. */
import { type Json, own, type Place, pathOf, SchemaError, type SchemaObject, shown } from "./place.ts";

export const types = ["null", "boolean", "integer", "number", "string", "array", "object"] as const;

export type Type = (typeof types)[number];

/** Of which values a keyword speaks. */
export const speaksOf: Readonly<Record<string, Type>> = {
  minimum: "number",
  maximum: "number",
  exclusiveMinimum: "number",
  exclusiveMaximum: "number",
  multipleOf: "number",
  minLength: "string",
  maxLength: "string",
  pattern: "string",
  items: "array",
  prefixItems: "array",
  additionalItems: "array",
  minItems: "array",
  maxItems: "array",
  uniqueItems: "array",
  unevaluatedItems: "array",
  properties: "object",
  required: "object",
  additionalProperties: "object",
  patternProperties: "object",
  propertyNames: "object",
  minProperties: "object",
  maxProperties: "object",
  unevaluatedProperties: "object",
};

/** They bind, and no grammar of reasonable size says what they say. */
const unenforceable = [
  "not",
  "if",
  "contains",
  "dependencies",
  "dependentRequired",
  "dependentSchemas",
  "$dynamicRef",
  "$recursiveRef",
];

const combining = ["type", "enum", "const", "allOf", "anyOf", "oneOf", "$ref", "format"];

/**
 * What is no keyword is an annotation by the specification: title, default, examples, x-order, discriminator.
 * But a keyword in another spelling is a mistake that would bind nothing.
 */
const byPlainName = new Map(
  [...Object.keys(speaksOf), ...unenforceable, ...combining].map((name) => [plainName(name), name]),
);

function plainName(name: string): string {
  return name.replace(/[_-]/g, "").toLowerCase();
}

/** @throws SchemaError for keywords that can't be enforced, where the document is strict, and for what nothing can fit */
export function checkKeywords({ schema, path, document }: Place & { schema: SchemaObject }): void {
  checkOrder(schema, path);
  if (!document.isStrict) return;
  for (const name of Object.keys(schema)) {
    if (unenforceable.includes(name) && !bindsNothing(name, schema)) {
      throw new SchemaError(pathOf(path, name), "this keyword can't be enforced");
    }
    const known = byPlainName.get(plainName(name));
    if (known !== undefined && known !== name) {
      throw new SchemaError(pathOf(path, name), `there is no such keyword; is ${known} meant?`);
    }
  }
}

function bindsNothing(name: string, schema: SchemaObject): boolean {
  const value = schema[name];
  if (name === "not") return value === false;
  if (name === "if") return own(schema, "then") === undefined && own(schema, "else") === undefined;
  const isEmpty = typeof value === "object" && value !== null && Object.keys(value).length === 0;
  return name.startsWith("depend") && isEmpty;
}

/** A least that is more than the most, in one schema, is a mistake and no constraint. */
function checkOrder(schema: SchemaObject, path: string): void {
  const pairs = [
    ["minLength", "maxLength"],
    ["minItems", "maxItems"],
    ["minProperties", "maxProperties"],
    ["minimum", "maximum"],
    ["exclusiveMinimum", "maximum"],
    ["minimum", "exclusiveMaximum"],
    ["exclusiveMinimum", "exclusiveMaximum"],
  ] as const;
  for (const [least, most] of pairs) {
    const [low, high] = [own(schema, least), own(schema, most)];
    if (typeof low !== "number" || typeof high !== "number") continue;
    const isExclusive = least.startsWith("excl") || most.startsWith("excl");
    if (low > high || (low === high && isExclusive)) {
      throw new SchemaError(path, `nothing fits: ${least} is ${low}, and ${most} is ${high}`);
    }
  }
}

/** Reads the keywords of one schema. What isn't as it should be is refused where the document is strict, else left out. */
export class Keywords {
  readonly #place: Place & { schema: SchemaObject };

  constructor(place: Place & { schema: SchemaObject }) {
    this.#place = place;
  }

  /** @returns undefined where it isn't there */
  raw(name: string): unknown {
    return own(this.#place.schema, name);
  }

  /** What can't be used is refused, or left out. */
  refuse(name: string, what: string): undefined {
    const { document, path } = this.#place;
    if (document.isStrict) throw new SchemaError(pathOf(path, name), what);
    return undefined;
  }

  count(name: string): number | undefined {
    const value = this.raw(name);
    if (value === undefined || (Number.isInteger(value) && (value as number) >= 0))
      return value as number | undefined;
    return this.refuse(name, "it has to be a whole number, 0 or more");
  }

  number(name: string): number | undefined {
    const value = this.raw(name);
    if (value === undefined || Number.isFinite(value)) return value as number | undefined;
    return this.refuse(name, "it has to be a number");
  }

  flag(name: string): boolean {
    const value = this.raw(name);
    if (value === undefined || typeof value === "boolean") return value ?? false;
    return this.refuse(name, "it has to be true or false") ?? false;
  }

  text(name: string): string | undefined {
    const value = this.raw(name);
    if (value === undefined || typeof value === "string") return value;
    return this.refuse(name, "it has to be a string");
  }

  names(name: string): readonly string[] {
    const value = this.raw(name);
    if (value === undefined) return [];
    if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value;
    return this.refuse(name, "it has to be a list of strings") ?? [];
  }

  /** Names and what stands under them. */
  entries(name: string): readonly string[] {
    const value = this.raw(name);
    if (value === undefined) return [];
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return Object.keys(value);
    return this.refuse(name, "it has to be an object") ?? [];
  }

  /** @returns the number of alternatives @throws SchemaError if they aren't a list, or there are none */
  alternatives(name: string): number {
    const value = this.raw(name);
    if (value === undefined) return 0;
    if (Array.isArray(value) && value.length > 0) return value.length;
    throw new SchemaError(pathOf(this.#place.path, name), "it has to be a list of schemas, one at least");
  }

  /** @throws SchemaError for types that aren't known */
  types(): ReadonlySet<Type> | undefined {
    const value = this.raw("type");
    if (value === undefined) return undefined;
    const names: unknown[] = Array.isArray(value) ? value : [value];
    const unknown = names.find((name) => !types.includes(name as Type));
    if (unknown === undefined && names.length > 0) return new Set(names as Type[]);
    const path = pathOf(this.#place.path, "type");
    throw new SchemaError(
      path,
      unknown === undefined ? "it names no type" : `there is no type ${shown(unknown)}`,
    );
  }

  /** Of enum and const. @throws SchemaError if there are none */
  values(): readonly Json[] | undefined {
    const listed = this.raw("enum");
    const path = pathOf(this.#place.path, "enum");
    if (listed !== undefined && (!Array.isArray(listed) || listed.length === 0)) {
      throw new SchemaError(path, "it has to be a list of values, one at least");
    }
    const values = listed as readonly Json[] | undefined;
    const constant = this.raw("const") as Json | undefined;
    for (const value of [...(values ?? []), ...(constant === undefined ? [] : [constant])]) {
      if (hasInexact(value))
        this.refuse(values === undefined ? "const" : "enum", "a number of over 16 digits");
    }
    if (constant === undefined) return values;
    return values === undefined || values.some((value) => isSame(value, constant)) ? [constant] : [];
  }
}

/** JSON.parse rounds them: they can't be written as they were meant. */
function hasInexact(value: Json): boolean {
  if (typeof value === "number") return Number.isInteger(value) && !Number.isSafeInteger(value);
  return typeof value === "object" && value !== null && Object.values(value).some(hasInexact);
}

export function isSame(a: Json, b: Json): boolean {
  return Bun.deepEquals(a, b);
}
