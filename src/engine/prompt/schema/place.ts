/** Schemas and their places in documents: paths, references, and errors with a path. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type SchemaObject = { readonly [keyword: string]: unknown };

/** A whole schema from a request. */
export type Document = {
  /** Identifies the document in {@link keyOf}. */
  name: string;
  root: unknown;
  /**
   * Refuse keywords that can't be enforced, instead of ignoring them: see {@link SchemaGrammar}.
   */
  isStrict: boolean;
};

export type Place = {
  schema: unknown;
  /** "$.properties.a" */
  path: string;
  document: Document;
  /** Objects have only the properties that the schema names, as in the grammar. */
  isClosed: boolean;
};

/** The schemas that one value must fit, all of them. If there are none, any value fits. */
export type Places = readonly Place[];

export class SchemaError extends Error {
  override readonly name = "SchemaError";

  constructor(path: string, what: string) {
    super(`${path}: ${what}`);
  }
}

export function rootOf(document: Document): Place {
  return { schema: document.root, path: "$", document, isClosed: false };
}

/** The place at these keys and indexes within another. */
export function within(place: Place, ...steps: readonly (string | number)[]): Place {
  const schema = steps.reduce(
    (value: unknown, step) => (isObject(value) ? own(value, step) : undefined),
    place.schema,
  );
  return { ...place, schema, path: pathOf(place.path, ...steps) };
}

export function pathOf(path: string, ...steps: readonly (string | number)[]): string {
  return steps.reduce<string>((before, step) => {
    if (typeof step === "number") return `${before}[${step}]`;
    return /^[\w$-]+$/.test(step) ? `${before}.${step}` : `${before}[${JSON.stringify(step)}]`;
  }, path);
}

/** Identifies a place, for maps. */
export function keyOf({ path, document, isClosed }: Place): string {
  return `${document.name} ${path}${isClosed ? " closed" : ""}`;
}

/** @throws SchemaError if the reference leads out of the document, or has no target */
export function referred(place: Place, reference: unknown): Place {
  const path = pathOf(place.path, "$ref");
  if (typeof reference !== "string" || !/^#(\/|$)/.test(reference)) {
    throw new SchemaError(
      path,
      `${shown(reference)} is not a reference within the schema, such as "#/$defs/name"`,
    );
  }
  let found: Place = { ...rootOf(place.document), isClosed: place.isClosed };
  for (const token of reference.split("/").slice(1)) {
    const key = decoded(token).replaceAll("~1", "/").replaceAll("~0", "~");
    const { schema } = found;
    const step = Array.isArray(schema) && /^\d+$/.test(key) ? Number(key) : key;
    if (!isObject(schema) || own(schema, step) === undefined) {
      throw new SchemaError(path, `there is no ${shown(reference)} in the schema`);
    }
    found = within(found, step);
  }
  return found;
}

/** A value as shown in an error message. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "undefined";
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}

function decoded(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}

/** Whether it is an object or an array. */
export function isObject(value: unknown): value is SchemaObject {
  return typeof value === "object" && value !== null;
}

/** An own property; undefined for inherited ones. */
export function own(value: SchemaObject, key: string | number): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
