/**
 * Tools' schemas for chat templates that have words for tools. There llama.cpp's own converter (v0.5.0) makes
 * the grammar, of the same JSON that the model reads in its prompt: so as little as possible is changed. What
 * the converter passes over stays. What would make it fail, run without an end or write what is no JSON is put
 * in other words, or left out.
 */
import { mostRepetitions } from "../../../llama/grammar/gbnf.ts";
import { isObject, own, type Place, referred, rootOf, SchemaError, type SchemaObject } from "./place.ts";
import { converterPattern } from "./tool-pattern.ts";

type Mutable = { [keyword: string]: unknown };

/** The converter takes time with the third power of them. */
const mostOptional = 300;
/** Schemas put together that refer to each other. */
const mostFolds = 500;
/** With what stands between them, items are more rules than one. */
const mostItems = 600;
/** Numbers of more digits than these lead the converter astray. */
const largestNumber = 1e15;
const widest = Number.MAX_SAFE_INTEGER;

/** @param schema that SchemaGrammar took @throws SchemaError for what can't be put in other words */
export function forConverter(schema: unknown): unknown {
  const copy: unknown = structuredClone(schema);
  if (!isObject(copy)) return {};
  return new Rewriting(copy).of(copy, "$") ?? {};
}

class Rewriting {
  readonly #root: SchemaObject;
  readonly #done = new Set<unknown>();
  #folds = 0;

  constructor(root: SchemaObject) {
    this.#root = root;
  }

  /** @returns undefined where no value fits */
  of(schema: unknown, path: string): Mutable | undefined {
    if (schema === false) return undefined;
    if (!isObject(schema) || Array.isArray(schema)) return {};
    if (this.#done.has(schema)) return schema;
    this.#done.add(schema);
    const node = schema as Mutable;
    this.#fold(node);
    for (const name of ["$defs", "definitions"]) this.#named(node, name, path);
    this.#reference(node);
    this.#alternatives(node, path);
    this.#strings(node);
    this.#numbers(node);
    this.#arrays(node, path);
    this.#objects(node, path);
    return node;
  }

  /** The converter follows allOf only for some kinds of schemas: its parts become one. */
  #fold(node: Mutable): void {
    const [only, ...more] = Array.isArray(node.allOf) ? node.allOf : [];
    if (
      isObject(only) &&
      more.length === 0 &&
      only.$ref !== undefined &&
      !Object.keys(node).some(isBinding)
    ) {
      delete node.allOf;
      node.$ref = only.$ref;
    }
    for (let parts = node.allOf; Array.isArray(parts); parts = node.allOf) {
      delete node.allOf;
      for (const part of parts) {
        const target = isObject(part) && part.$ref !== undefined ? this.#target(part.$ref) : part;
        this.#folds += 1;
        if (isObject(target) && this.#folds < mostFolds) merge(node, structuredClone(target) as Mutable);
      }
    }
  }

  /** It resolves "#/a/b" and nothing else, and the schema is rewritten where it stands. */
  #reference(node: Mutable): void {
    if (node.$ref === undefined) return;
    const isRead = typeof node.$ref === "string" && /^#\/[^~%]*$/.test(node.$ref);
    const target = this.#target(node.$ref);
    if (isRead && isObject(target)) {
      this.of(target, String(node.$ref));
      return;
    }
    delete node.$ref;
    const type = isObject(target) ? own(target, "type") : undefined;
    if (type !== undefined) node.type = type;
  }

  #target(reference: unknown): unknown {
    const place: Place = rootOf({ name: "", root: this.#root, isStrict: false });
    try {
      return referred(place, reference).schema;
    } catch {
      return undefined;
    }
  }

  /** Beside alternatives the converter passes over everything else. */
  #alternatives(node: Mutable, path: string): void {
    for (const name of ["anyOf", "oneOf"]) {
      const branches = node[name];
      if (!Array.isArray(branches)) {
        delete node[name];
        continue;
      }
      const beside = Object.fromEntries(Object.entries(node).filter(([keyword]) => isBinding(keyword)));
      const possible = branches.flatMap((branch, index) => {
        const place = `${path}.${name}[${index}]`;
        const found = this.of(branch, place);
        if (found === undefined || Object.keys(beside).length === 0) return found ?? [];
        const both = structuredClone(found);
        merge(both, structuredClone(beside));
        return this.of(both, place) ?? [];
      });
      if (possible.length > 0) node[name] = possible;
      else delete node[name];
    }
  }

  #strings(node: Mutable): void {
    keepCount(node, "minLength", mostRepetitions);
    keepCount(node, "maxLength", 2 ** 31 - 1);
    if (node.pattern !== undefined) {
      const pattern = typeof node.pattern === "string" ? converterPattern(node.pattern) : undefined;
      if (pattern === undefined) describePattern(node);
      else node.pattern = pattern;
    }
    if (node.format !== undefined && typeof node.format !== "string") delete node.format;
  }

  /** The converter looks at the bounds of whole numbers alone. */
  #numbers(node: Mutable): void {
    for (const end of ["inimum", "aximum"]) {
      // Of draft 4.
      if (node[`exclusiveM${end}`] === true) node[`exclusiveM${end}`] = node[`m${end}`];
      for (const name of [`m${end}`, `exclusiveM${end}`]) {
        const value = node[name];
        const isUsable = typeof value === "number" && Math.abs(value) < largestNumber * 10;
        if (value !== undefined && !isUsable) delete node[name];
      }
    }
    if (![node.type].flat().includes("integer")) return;
    const [least, most] = [wholeBound(node, "minimum", 1), wholeBound(node, "maximum", -1)];
    if (least !== undefined && most !== undefined && least > most) {
      for (const name of ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]) delete node[name];
    } else if (most === undefined && least !== undefined && Math.abs(least) >= largestNumber) {
      node.maximum = widest;
    } else if (least === undefined && most !== undefined && (most < 0 || most >= largestNumber)) {
      // With no minimum it would write "-05" under a maximum below zero.
      node.minimum = -widest;
    }
  }

  #arrays(node: Mutable, path: string): void {
    keepCount(node, "minItems", mostItems);
    keepCount(node, "maxItems", mostItems);
    if (node.prefixItems !== undefined && !Array.isArray(node.prefixItems)) delete node.prefixItems;
    for (const name of ["items", "prefixItems"]) {
      const items = node[name];
      if (Array.isArray(items))
        node[name] = items.map((item, index) => this.of(item, `${path}.${name}[${index}]`) ?? {});
      else if (items !== undefined) {
        const item = this.of(items, `${path}.${name}`);
        node[name] = item ?? {};
        if (item === undefined) node.maxItems = 0;
      }
    }
  }

  #objects(node: Mutable, path: string): void {
    const names = this.#named(node, "properties", path);
    const required = Array.isArray(node.required) ? node.required : [];
    if (names.filter((name) => !required.includes(name)).length > mostOptional) {
      throw new SchemaError(path, `it has over ${mostOptional} properties that may be left out`);
    }
    const others = node.additionalProperties;
    if (others === undefined || typeof others === "boolean") {
      // By patterns some are allowed, which the converter doesn't know.
      if (others === false && names.length === 0 && isObject(node.patternProperties))
        delete node.additionalProperties;
    } else node.additionalProperties = this.of(others, `${path}.additionalProperties`) ?? false;
    // It would write keys that are no JSON beside those that are named.
    if (names.length > 0 && node.additionalProperties !== false) delete node.additionalProperties;
  }

  /** @returns the names of those that a value can fit */
  #named(node: Mutable, keyword: string, path: string): string[] {
    const schemas = node[keyword];
    if (schemas === undefined) return [];
    if (!isObject(schemas) || Array.isArray(schemas)) {
      delete node[keyword];
      return [];
    }
    const found = Object.entries(schemas).flatMap(([name, schema]) => {
      const rewritten = this.of(schema, `${path}.${keyword}.${name}`);
      return rewritten === undefined ? [] : [[name, rewritten] as const];
    });
    node[keyword] = Object.fromEntries(found);
    return found.map(([name]) => name);
  }
}

/** As the converter reads a bound. @param sign 1 of a minimum, -1 of a maximum */
function wholeBound(node: Mutable, name: "minimum" | "maximum", sign: 1 | -1): number | undefined {
  const inclusive = node[name] as number | undefined;
  const exclusive = node[name === "minimum" ? "exclusiveMinimum" : "exclusiveMaximum"] as number | undefined;
  if (inclusive !== undefined) return Math.ceil(inclusive * sign) * sign;
  return exclusive === undefined ? undefined : (Math.floor(exclusive * sign) + 1) * sign;
}

/** Keywords that say which values fit. */
const binding: ReadonlySet<string> = new Set([
  ...["type", "enum", "const", "properties", "required", "additionalProperties", "items", "prefixItems"],
  ...["minItems", "maxItems", "minLength", "maxLength", "pattern", "format"],
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"],
]);

function isBinding(keyword: string): boolean {
  return binding.has(keyword);
}

/** What one schema says and another doesn't, and all properties of both. */
function merge(node: Mutable, other: Mutable): void {
  for (const [keyword, value] of Object.entries(other)) {
    const before = node[keyword];
    if (before === undefined) node[keyword] = value;
    else if (keyword === "properties" && isObject(before) && isObject(value))
      node[keyword] = { ...value, ...before };
    else if (keyword === "required" && Array.isArray(before) && Array.isArray(value)) {
      node[keyword] = [...new Set([...before, ...value])];
    }
  }
}

/** The model still learns of a pattern that the converter has no words for. */
function describePattern(node: Mutable): void {
  const { pattern, description } = node;
  delete node.pattern;
  if (typeof pattern !== "string") return;
  const before = typeof description === "string" ? `${description} ` : "";
  node.description = `${before}(pattern: ${pattern})`;
}

/** Leaves out what is no count, or one too large. */
function keepCount(node: Mutable, name: string, most: number): void {
  const value = node[name];
  const isUsable = Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
  if (value !== undefined && !isUsable) delete node[name];
}
