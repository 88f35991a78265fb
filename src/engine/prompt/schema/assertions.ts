/** What schemas say of one value, put together: all keywords of all of them. */
import { isSame, Keywords, speaksOf, type Type, types } from "./keywords.ts";
import { type Json, type Place, type Places, pathOf, type SchemaObject, within } from "./place.ts";

export type Bound = { value: number; isExclusive: boolean };

export type NumberAssertions = {
  least: Bound | undefined;
  most: Bound | undefined;
  /** What they are whole multiples of. */
  multiples: readonly { of: number; path: string }[];
};

export type StringAssertions = {
  /** Characters. */
  least: number;
  most: number;
  patterns: readonly { pattern: string; path: string }[];
  formats: readonly string[];
};

export type ArrayAssertions = {
  least: number;
  most: number;
  /** Of the first items. */
  prefix: readonly Places[];
  /** Of the items behind them; undefined: nothing is said of these. */
  rest: Places | undefined;
  /** Where it says that no two items are the same. */
  unique: string | undefined;
  /** Items of which nothing is said are not allowed. */
  isSealed: boolean;
};

/** The keywords of one schema that speak of objects. */
export type ObjectPart = {
  properties: ReadonlyMap<string, Place>;
  patterns: readonly { pattern: string; path: string; place: Place }[];
  /** Of all other properties; undefined: nothing is said of these. */
  others: Place | undefined;
  /** Of properties' names. */
  names: Place | undefined;
  /** It names properties, and others are not written though they could be. */
  isClosed: boolean;
};

export type ObjectAssertions = {
  least: number;
  most: number;
  required: readonly string[];
  parts: readonly ObjectPart[];
  /** Properties of which nothing is said are not allowed. */
  isSealed: boolean;
  /** Where the last of this is said. */
  path: string;
};

export type Assertions = {
  /** Kinds of values; where nothing says them, those of which something is said. */
  types: ReadonlySet<Type>;
  hasTypes: boolean;
  /** What it has to be one of. */
  values: readonly Json[] | undefined;
  number: NumberAssertions;
  string: StringAssertions;
  array: ArrayAssertions;
  object: ObjectAssertions;
  /** Nothing is said at all. */
  isBare: boolean;
  isStrict: boolean;
};

const endless = Number.POSITIVE_INFINITY;
/** Numbers are written with up to 16 digits, more than a double holds. */
const largestNumber = 1e16;

export function noAssertions(isStrict: boolean): Assertions {
  return {
    types: new Set(),
    hasTypes: false,
    values: undefined,
    number: { least: undefined, most: undefined, multiples: [] },
    string: { least: 0, most: endless, patterns: [], formats: [] },
    array: { least: 0, most: endless, prefix: [], rest: undefined, unique: undefined, isSealed: false },
    object: { least: 0, most: endless, required: [], parts: [], isSealed: false, path: "" },
    isBare: true,
    isStrict,
  };
}

/** Kinds of values that fit, as far as their kind goes. */
export function typesOf({ types: named, isBare }: Assertions): ReadonlySet<Type> {
  return isBare ? new Set(types.filter((type) => type !== "integer")) : named;
}

/** The assertions, and what the keywords of one more schema say. @returns undefined where no kind of value, or no value of a list, is left */
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
    // Whole numbers are numbers.
    const types = common.has("number") ? new Set([...common].filter((type) => type !== "integer")) : common;
    return { ...assertions, types, hasTypes: true, isBare: false };
  }
  const spoken = names.flatMap((name) => speaksOf[name] ?? []);
  const isFormatted = isKnownFormat(keywords.raw("format"));
  if (isFormatted) spoken.push("string");
  if (assertions.hasTypes || spoken.length === 0) return assertions;
  return { ...assertions, types: new Set([...assertions.types, ...spoken]), isBare: false };
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
    // In draft 4 it says of the other one that it is exclusive.
    const exclusive = keywords.raw(`exclusiveM${name}`);
    return [`m${name}`, `exclusiveM${name}`].flatMap((keyword) => {
      const value = typeof keywords.raw(keyword) === "boolean" ? undefined : keywords.number(keyword);
      const isOut = value !== undefined && (name === "inimum" ? value : -value) >= largestNumber;
      if (isOut) keywords.refuse(keyword, "numbers are written with up to 16 digits: none is so large");
      return value === undefined || isOut
        ? []
        : [{ value, isExclusive: keyword !== `m${name}` || exclusive === true }];
    });
  };
  const multiple = keywords.number("multipleOf");
  const isMultiple = multiple !== undefined && multiple > 0;
  if (multiple !== undefined && !isMultiple) keywords.refuse("multipleOf", "it has to be over 0");
  const more = isMultiple ? [{ of: multiple, path: pathOf(path, "multipleOf") }] : [];
  return {
    least: tightest([assertions.least, ...bounds("inimum")], 1),
    most: tightest([assertions.most, ...bounds("aximum")], -1),
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
    least: Math.max(assertions.least, keywords.count("minLength") ?? 0),
    most: Math.min(assertions.most, keywords.count("maxLength") ?? endless),
    patterns:
      pattern === undefined
        ? assertions.patterns
        : [...assertions.patterns, { pattern, path: pathOf(path, "pattern") }],
    formats: format === undefined ? assertions.formats : [...assertions.formats, format],
  };
}

function withArray(assertions: ArrayAssertions, keywords: Keywords, place: Place): ArrayAssertions {
  const least = Math.max(assertions.least, keywords.count("minItems") ?? 0);
  const most = Math.min(assertions.most, keywords.count("maxItems") ?? endless);
  const unique = keywords.flag("uniqueItems") ? pathOf(place.path, "uniqueItems") : assertions.unique;
  const isSealed = assertions.isSealed || (keywords.raw("unevaluatedItems") ?? true) !== true;
  const tuple = keywords.raw("prefixItems");
  if (tuple !== undefined && !Array.isArray(tuple))
    keywords.refuse("prefixItems", "it has to be a list of schemas");
  // Before draft 2020-12 a list of items was what prefixItems is now, and additionalItems what items is.
  const list = ["prefixItems", "items"].find((name) => Array.isArray(keywords.raw(name)));
  const others = list === "items" ? "additionalItems" : "items";
  const listed = list === undefined ? [] : (keywords.raw(list) as unknown[]);
  const prefix = listed.map((_, index) => within(place, list as string, index));
  const rest = keywords.raw(others) === undefined ? [] : [within(place, others)];
  if (prefix.length === 0 && rest.length === 0) return { ...assertions, least, most, unique, isSealed };
  const length = Math.max(prefix.length, assertions.prefix.length);
  const both = Array.from({ length }, (_, index): Places => {
    const own = prefix[index];
    return [...(assertions.prefix[index] ?? assertions.rest ?? []), ...(own === undefined ? rest : [own])];
  });
  const isSaid = assertions.rest !== undefined || rest.length > 0;
  const rests = isSaid ? [...(assertions.rest ?? []), ...rest] : undefined;
  return { least, most, unique, isSealed, prefix: both, rest: rests };
}

function withObject(assertions: ObjectAssertions, keywords: Keywords, place: Place): ObjectAssertions {
  const least = Math.max(assertions.least, keywords.count("minProperties") ?? 0);
  const most = Math.min(assertions.most, keywords.count("maxProperties") ?? endless);
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
    least,
    most,
    required,
    parts: isPart ? [...assertions.parts, part] : assertions.parts,
    isSealed: assertions.isSealed || (keywords.raw("unevaluatedProperties") ?? true) !== true,
    path: isPart || least !== assertions.least || most !== assertions.most ? place.path : assertions.path,
  };
}

/** Formats that a grammar enforces; all others are annotations, as the specification has it. */
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
