/** The assertions about one value: the keywords of all its schemas, merged. */
import { isSame, Keywords, type Type, typeOfKeyword, types } from "./keywords.ts";
import { type Json, type Place, type Places, pathOf, type SchemaObject, within } from "./place.ts";

export type Bound = { value: number; isExclusive: boolean };

export type NumberAssertions = {
  min: Bound | undefined;
  max: Bound | undefined;
  multiples: readonly { of: number; path: string }[];
};

export type StringAssertions = {
  /** Characters. */
  min: number;
  max: number;
  patterns: readonly { pattern: string; path: string }[];
  formats: readonly string[];
};

export type ArrayAssertions = {
  min: number;
  max: number;
  /** Schemas of the first items. */
  prefix: readonly Places[];
  /** Schemas of the items after them; undefined: there are none. */
  rest: Places | undefined;
  /** The path of `uniqueItems`, if it is true. */
  unique: string | undefined;
  /** Items without a schema are not allowed (`unevaluatedItems`). */
  isSealed: boolean;
};

/** The keywords of one schema for objects. */
export type ObjectPart = {
  properties: ReadonlyMap<string, Place>;
  patterns: readonly { pattern: string; path: string; place: Place }[];
  /** Schema of all other properties; undefined: there is none. */
  others: Place | undefined;
  /** Schema of property names. */
  names: Place | undefined;
  /** It names properties. The grammar has no others, though the schema allows them. */
  isClosed: boolean;
};

export type ObjectAssertions = {
  min: number;
  max: number;
  required: readonly string[];
  parts: readonly ObjectPart[];
  /** Properties without a schema are not allowed (`unevaluatedProperties`). */
  isSealed: boolean;
  /** The path of the last schema that added to these assertions. */
  path: string;
};

export type Assertions = {
  /** Types by the keyword `type`; without it, the types that other keywords apply to. */
  types: ReadonlySet<Type>;
  hasTypes: boolean;
  /** The allowed values, by enum and const. */
  values: readonly Json[] | undefined;
  number: NumberAssertions;
  string: StringAssertions;
  array: ArrayAssertions;
  object: ObjectAssertions;
  /** There are no assertions. */
  isBare: boolean;
  isStrict: boolean;
};

const endless = Number.POSITIVE_INFINITY;
/** The grammar allows up to 16 digits, more than the precision of a double. */
const maxNumber = 1e16;

export function noAssertions(isStrict: boolean): Assertions {
  return {
    types: new Set(),
    hasTypes: false,
    values: undefined,
    number: { min: undefined, max: undefined, multiples: [] },
    string: { min: 0, max: endless, patterns: [], formats: [] },
    array: { min: 0, max: endless, prefix: [], rest: undefined, unique: undefined, isSealed: false },
    object: { min: 0, max: endless, required: [], parts: [], isSealed: false, path: "" },
    isBare: true,
    isStrict,
  };
}

/** The types of values that may fit. */
export function typesOf({ types: named, isBare }: Assertions): ReadonlySet<Type> {
  return isBare ? new Set(types.filter((type) => type !== "integer")) : named;
}

/** Merges the keywords of one more schema. @returns undefined if no type or no value is left */
export function withKeywords(
  assertions: Assertions,
  place: Place & { schema: SchemaObject },
): Assertions | undefined {
  const keywords = new Keywords(place);
  const known = withTypes(assertions, keywords, Object.keys(place.schema));
  if (known.hasTypes && known.types.size === 0) return undefined;
  const values = commonValues(assertions.values, keywords.values());
  if (values?.length === 0) return undefined;
  return {
    ...known,
    values,
    isBare: known.isBare && values === undefined,
    number: withNumber(assertions.number, keywords, place),
    string: withString(assertions.string, keywords, place),
    array: withArray(assertions.array, keywords, place),
    object: withObject(assertions.object, keywords, place),
  };
}

function withTypes(assertions: Assertions, keywords: Keywords, names: readonly string[]): Assertions {
  const own = keywords.types();
  if (own !== undefined) {
    const common = assertions.hasTypes ? commonTypes(assertions.types, own) : own;
    // "number" includes "integer".
    const types = common.has("number") ? new Set([...common].filter((type) => type !== "integer")) : common;
    return { ...assertions, types, hasTypes: true, isBare: false };
  }
  const implied = names.flatMap((name) => typeOfKeyword[name] ?? []);
  if (isKnownFormat(keywords.raw("format"))) implied.push("string");
  if (assertions.hasTypes || implied.length === 0) return assertions;
  return { ...assertions, types: new Set([...assertions.types, ...implied]), isBare: false };
}

function commonTypes(a: ReadonlySet<Type>, b: ReadonlySet<Type>): ReadonlySet<Type> {
  const has = (set: ReadonlySet<Type>, type: Type): boolean =>
    set.has(type) || (type === "integer" && set.has("number"));
  return new Set(types.filter((type) => has(a, type) && has(b, type)));
}

function commonValues(
  a: readonly Json[] | undefined,
  b: readonly Json[] | undefined,
): readonly Json[] | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a.filter((one) => b.some((other) => isSame(one, other)));
}

function withNumber(assertions: NumberAssertions, keywords: Keywords, { path }: Place): NumberAssertions {
  const bounds = (name: "inimum" | "aximum"): Bound[] => {
    // In draft 4, exclusiveMinimum and exclusiveMaximum are booleans.
    const exclusive = keywords.raw(`exclusiveM${name}`);
    return [`m${name}`, `exclusiveM${name}`].flatMap((keyword) => {
      const value = typeof keywords.raw(keyword) === "boolean" ? undefined : keywords.number(keyword);
      const isOut = value !== undefined && (name === "inimum" ? value : -value) >= maxNumber;
      if (isOut) keywords.refuse(keyword, "numbers have up to 16 digits, so none is that large");
      return value === undefined || isOut
        ? []
        : [{ value, isExclusive: keyword !== `m${name}` || exclusive === true }];
    });
  };
  const multiple = keywords.number("multipleOf");
  const isMultiple = multiple !== undefined && multiple > 0;
  if (multiple !== undefined && !isMultiple) keywords.refuse("multipleOf", "it must be over 0");
  const more = isMultiple ? [{ of: multiple, path: pathOf(path, "multipleOf") }] : [];
  return {
    min: tightest([assertions.min, ...bounds("inimum")], 1),
    max: tightest([assertions.max, ...bounds("aximum")], -1),
    multiples: [...assertions.multiples, ...more],
  };
}

function tightest(bounds: readonly (Bound | undefined)[], sign: 1 | -1): Bound | undefined {
  return bounds.reduce((a, b) => {
    if (a === undefined || b === undefined) return a ?? b;
    if (a.value === b.value) return a.isExclusive ? a : b;
    return (b.value - a.value) * sign > 0 ? b : a;
  }, undefined);
}

function withString(assertions: StringAssertions, keywords: Keywords, { path }: Place): StringAssertions {
  const pattern = keywords.text("pattern");
  const format = keywords.text("format");
  return {
    min: Math.max(assertions.min, keywords.count("minLength") ?? 0),
    max: Math.min(assertions.max, keywords.count("maxLength") ?? endless),
    patterns:
      pattern === undefined
        ? assertions.patterns
        : [...assertions.patterns, { pattern, path: pathOf(path, "pattern") }],
    formats: format === undefined ? assertions.formats : [...assertions.formats, format],
  };
}

function withArray(assertions: ArrayAssertions, keywords: Keywords, place: Place): ArrayAssertions {
  const min = Math.max(assertions.min, keywords.count("minItems") ?? 0);
  const max = Math.min(assertions.max, keywords.count("maxItems") ?? endless);
  const unique = keywords.flag("uniqueItems") ? pathOf(place.path, "uniqueItems") : assertions.unique;
  const isSealed = assertions.isSealed || (keywords.raw("unevaluatedItems") ?? true) !== true;
  const tuple = keywords.raw("prefixItems");
  if (tuple !== undefined && !Array.isArray(tuple))
    keywords.refuse("prefixItems", "it must be a list of schemas");
  // Before draft 2020-12, prefixItems was a list in items, and items was additionalItems.
  const list = ["prefixItems", "items"].find((name) => Array.isArray(keywords.raw(name)));
  const others = list === "items" ? "additionalItems" : "items";
  const listed = list === undefined ? [] : (keywords.raw(list) as unknown[]);
  const prefix = listed.map((_, index) => within(place, list as string, index));
  const rest = keywords.raw(others) === undefined ? [] : [within(place, others)];
  if (prefix.length === 0 && rest.length === 0) return { ...assertions, min, max, unique, isSealed };
  const length = Math.max(prefix.length, assertions.prefix.length);
  const both = Array.from({ length }, (_, index): Places => {
    const own = prefix[index];
    return [...(assertions.prefix[index] ?? assertions.rest ?? []), ...(own === undefined ? rest : [own])];
  });
  const hasRest = assertions.rest !== undefined || rest.length > 0;
  const rests = hasRest ? [...(assertions.rest ?? []), ...rest] : undefined;
  return { min, max, unique, isSealed, prefix: both, rest: rests };
}

function withObject(assertions: ObjectAssertions, keywords: Keywords, place: Place): ObjectAssertions {
  const min = Math.max(assertions.min, keywords.count("minProperties") ?? 0);
  const max = Math.min(assertions.max, keywords.count("maxProperties") ?? endless);
  const required = [...new Set([...assertions.required, ...keywords.names("required")])];
  const properties = keywords
    .entries("properties")
    .map((name) => [name, within(place, "properties", name)] as const);
  const patterns = keywords.entries("patternProperties").map((pattern) => {
    const found = within(place, "patternProperties", pattern);
    return { pattern, path: found.path, place: found };
  });
  const others =
    keywords.raw("additionalProperties") === undefined ? undefined : within(place, "additionalProperties");
  const names = keywords.raw("propertyNames") === undefined ? undefined : within(place, "propertyNames");
  const isNamed = properties.length > 0 || patterns.length > 0 || keywords.raw("properties") !== undefined;
  const isClosed = isNamed && others === undefined;
  const closing =
    isClosed && place.isClosed ? { ...within(place, "additionalProperties"), schema: false } : others;
  const part: ObjectPart = { properties: new Map(properties), patterns, others: closing, names, isClosed };
  const isPart = isNamed || others !== undefined || names !== undefined;
  return {
    min,
    max,
    required,
    parts: isPart ? [...assertions.parts, part] : assertions.parts,
    isSealed: assertions.isSealed || (keywords.raw("unevaluatedProperties") ?? true) !== true,
    path: isPart || min !== assertions.min || max !== assertions.max ? place.path : assertions.path,
  };
}

/** Formats that the grammar enforces; all others are annotations, as the specification allows. */
export const formatPatterns: Readonly<Record<string, string>> = (() => {
  const date = "\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])";
  const zone = "(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)";
  const time = `(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{3})?${zone}`;
  const hex = "[\\da-fA-F]";
  return {
    date: `^${date}$`,
    time: `^${time}$`,
    "date-time": `^${date}T${time}$`,
    uuid: `^${hex}{8}-${hex}{4}-${hex}{4}-${hex}{4}-${hex}{12}$`,
  };
})();

export function isKnownFormat(format: unknown): boolean {
  return typeof format === "string" && Object.hasOwn(formatPatterns, format);
}
