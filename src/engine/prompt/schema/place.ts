/** Schemas and where they stand in their documents. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type SchemaObject = { readonly [keyword: string]: unknown };

/** One schema as somebody sent it. */
export type Document = {
  /** Tells places of several documents apart. */
  name: string;
  root: unknown;
  /** What can't be enforced is refused; else it is left out: see {@link SchemaGrammar}. */
  isStrict: boolean;
};

export type Place = {
  schema: unknown;
  /** "$.properties.a" */
  path: string;
  document: Document;
  /** Objects have only the properties that are named in it, as those that we write. */
  isClosed: boolean;
};

/** Places that one value has to fit, all of them; none: any value fits. */
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

/** What stands under a key or an index of a place, or deeper. */
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

/** Equal for places that are the same. */
export function keyOf({ path, document, isClosed }: Place): string {
  return `${document.name} ${path}${isClosed ? " closed" : ""}`;
}

/** @throws SchemaError where the reference leads out of the document, or to nothing in it */
export function referred(place: Place, reference: unknown): Place {
  const path = pathOf(place.path, "$ref");
  if (typeof reference !== "string" || !/^#(\/|$)/.test(reference)) {
    throw new SchemaError(path, `${shown(reference)} is no reference within the schema, as "#/$defs/name"`);
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

/** A value in a message. */
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

/** An array or an object. */
export function isObject(value: unknown): value is SchemaObject {
  return typeof value === "object" && value !== null;
}

/** A value's own, and nothing that every object has. */
export function own(value: SchemaObject, key: string | number): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
