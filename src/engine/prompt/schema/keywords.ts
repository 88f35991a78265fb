/**
 * The keywords of JSON Schema, drafts 4 to 2020-12: reads their values, and refuses unsupported
 * ones.
 */
import { type Json, own, type Place, pathOf, SchemaError, type SchemaObject, shown } from "./place.ts";

export const types = ["null", "boolean", "integer", "number", "string", "array", "object"] as const;

export type Type = (typeof types)[number];

/** The type of the values that a keyword applies to. */
export const typeOfKeyword: Readonly<Record<string, Type>> = {
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

/** Keywords that no grammar of reasonable size can enforce. */
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
 * Unknown keywords are annotations by the specification: title, default, examples, x-order,
 * discriminator. But a misspelled keyword is a mistake that would have no effect.
 */
const byPlainName = new Map(
  [...Object.keys(typeOfKeyword), ...unenforceable, ...combining].map((name) => [plainName(name), name]),
);

function plainName(name: string): string {
  return name.replace(/[_-]/g, "").toLowerCase();
}

/**
 * @throws SchemaError for contradicting bounds and, if the document is strict, for unsupported
 *   keywords
 */
export function checkKeywords({ schema, path, document }: Place & { schema: SchemaObject }): void {
  checkOrder(schema, path);
  if (!document.isStrict) return;
  for (const name of Object.keys(schema)) {
    if (unenforceable.includes(name) && !bindsNothing(name, schema)) {
      throw new SchemaError(pathOf(path, name), "this keyword can't be enforced");
    }
    const known = byPlainName.get(plainName(name));
    if (known !== undefined && known !== name) {
      throw new SchemaError(pathOf(path, name), `unknown keyword; did you mean ${known}?`);
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

/** Within one schema, a minimum over its maximum is a mistake. */
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
  for (const [min, max] of pairs) {
    const [low, high] = [own(schema, min), own(schema, max)];
    if (typeof low !== "number" || typeof high !== "number") continue;
    const isExclusive = min.startsWith("excl") || max.startsWith("excl");
    if (low > high || (low === high && isExclusive)) {
      throw new SchemaError(path, `no value fits: ${min} is ${low}, and ${max} is ${high}`);
    }
  }
}

/**
 * Reads the keywords of one schema. Invalid values throw if the document is strict, else are
 * ignored.
 */
export class Keywords {
  readonly #place: Place & { schema: SchemaObject };

  constructor(place: Place & { schema: SchemaObject }) {
    this.#place = place;
  }

  /** @returns undefined if the schema doesn't have it */
  raw(name: string): unknown {
    return own(this.#place.schema, name);
  }

  /** @throws SchemaError if the document is strict */
  refuse(name: string, what: string): undefined {
    const { document, path } = this.#place;
    if (document.isStrict) throw new SchemaError(pathOf(path, name), what);
    return undefined;
  }

  count(name: string): number | undefined {
    const value = this.raw(name);
    if (value === undefined || (Number.isInteger(value) && (value as number) >= 0))
      return value as number | undefined;
    return this.refuse(name, "it must be an integer, 0 or more");
  }

  number(name: string): number | undefined {
    const value = this.raw(name);
    if (value === undefined || Number.isFinite(value)) return value as number | undefined;
    return this.refuse(name, "it must be a number");
  }

  flag(name: string): boolean {
    const value = this.raw(name);
    if (value === undefined || typeof value === "boolean") return value ?? false;
    return this.refuse(name, "it must be true or false") ?? false;
  }

  text(name: string): string | undefined {
    const value = this.raw(name);
    if (value === undefined || typeof value === "string") return value;
    return this.refuse(name, "it must be a string");
  }

  names(name: string): readonly string[] {
    const value = this.raw(name);
    if (value === undefined) return [];
    if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value;
    return this.refuse(name, "it must be a list of strings") ?? [];
  }

  /** The names in a map of schemas, such as properties. */
  entries(name: string): readonly string[] {
    const value = this.raw(name);
    if (value === undefined) return [];
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return Object.keys(value);
    return this.refuse(name, "it must be an object") ?? [];
  }

  /** @returns the length of a list of schemas @throws SchemaError if it is not a list, or empty */
  alternatives(name: string): number {
    const value = this.raw(name);
    if (value === undefined) return 0;
    if (Array.isArray(value) && value.length > 0) return value.length;
    throw new SchemaError(pathOf(this.#place.path, name), "it must be a list of schemas that is not empty");
  }

  /** @throws SchemaError for unknown types */
  types(): ReadonlySet<Type> | undefined {
    const value = this.raw("type");
    if (value === undefined) return undefined;
    const names: unknown[] = Array.isArray(value) ? value : [value];
    const unknown = names.find((name) => !types.includes(name as Type));
    if (unknown === undefined && names.length > 0) return new Set(names as Type[]);
    const path = pathOf(this.#place.path, "type");
    throw new SchemaError(
      path,
      unknown === undefined ? "it must not be empty" : `there is no type ${shown(unknown)}`,
    );
  }

  /** The values of enum and const. @throws SchemaError for an empty enum */
  values(): readonly Json[] | undefined {
    const listed = this.raw("enum");
    const path = pathOf(this.#place.path, "enum");
    if (listed !== undefined && (!Array.isArray(listed) || listed.length === 0)) {
      throw new SchemaError(path, "it must be a list of values that is not empty");
    }
    const values = listed as readonly Json[] | undefined;
    const constant = this.raw("const") as Json | undefined;
    for (const value of [...(values ?? []), ...(constant === undefined ? [] : [constant])]) {
      if (hasInexact(value))
        this.refuse(values === undefined ? "const" : "enum", "a number has over 16 digits");
    }
    if (constant === undefined) return values;
    return values === undefined || values.some((value) => isSame(value, constant)) ? [constant] : [];
  }
}

/** Whether it has integers that JSON.parse has rounded. */
function hasInexact(value: Json): boolean {
  if (typeof value === "number") return Number.isInteger(value) && !Number.isSafeInteger(value);
  return typeof value === "object" && value !== null && Object.values(value).some(hasInexact);
}

export function isSame(a: Json, b: Json): boolean {
  return Bun.deepEquals(a, b);
}
