/**
 * Rewrites tools' schemas for chat templates that support tools. For these, llama.cpp's converter
 * (v0.5.0) makes the grammar from the same JSON that the model sees in its prompt, so as little as
 * possible is changed. Keywords that the converter ignores stay. Those that would make it fail, run
 * endlessly or allow invalid JSON are replaced or removed.
 */
import { maxRepetitions } from "../../../llama/grammar/gbnf.ts";
import { isObject, own, type Place, referred, rootOf, SchemaError, type SchemaObject } from "./place.ts";
import { converterPattern } from "./tool-pattern.ts";

type Mutable = { [keyword: string]: unknown };

/** The converter's time grows with the third power of their number. */
const maxOptional = 300;
/** Maximum parts of allOf to merge; schemas may refer to each other. */
const maxFolds = 500;
/** Each item takes several rules, because of the comma. */
const maxItems = 600;
/** The converter makes mistakes with larger bounds. */
const maxNumber = 1e15;
const widestBound = Number.MAX_SAFE_INTEGER;

/** @param schema accepted by SchemaGrammar @throws SchemaError if it can't be rewritten */
export function forConverter(schema: unknown): unknown {
  const copy: unknown = structuredClone(schema);
  if (!isObject(copy)) return {};
  return new Rewriter(copy).rewrite(copy, "$") ?? {};
}

class Rewriter {
  readonly #root: SchemaObject;
  readonly #done = new Set<unknown>();
  #folds = 0;

  constructor(root: SchemaObject) {
    this.#root = root;
  }

  /** @returns undefined if no value fits */
  rewrite(schema: unknown, path: string): Mutable | undefined {
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

  /** The converter supports allOf only for some schemas, so its parts are merged. */
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
        if (isObject(target) && this.#folds < maxFolds) merge(node, structuredClone(target) as Mutable);
      }
    }
  }

  /** The converter resolves only references like "#/a/b". Their targets are rewritten in place. */
  #reference(node: Mutable): void {
    if (node.$ref === undefined) return;
    const isSupported = typeof node.$ref === "string" && /^#\/[^~%]*$/.test(node.$ref);
    const target = this.#target(node.$ref);
    if (isSupported && isObject(target)) {
      this.rewrite(target, String(node.$ref));
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

  /**
   * The converter ignores keywords beside anyOf and oneOf, so they are copied into the branches.
   */
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
        const found = this.rewrite(branch, place);
        if (found === undefined || Object.keys(beside).length === 0) return found ?? [];
        const both = structuredClone(found);
        merge(both, structuredClone(beside));
        return this.rewrite(both, place) ?? [];
      });
      if (possible.length > 0) node[name] = possible;
      else delete node[name];
    }
  }

  #strings(node: Mutable): void {
    keepCount(node, "minLength", maxRepetitions);
    keepCount(node, "maxLength", 2 ** 31 - 1);
    if (node.pattern !== undefined) {
      const pattern = typeof node.pattern === "string" ? converterPattern(node.pattern) : undefined;
      if (pattern === undefined) describePattern(node);
      else node.pattern = pattern;
    }
    if (node.format !== undefined && typeof node.format !== "string") delete node.format;
  }

  /** The converter enforces bounds of integers only. */
  #numbers(node: Mutable): void {
    for (const end of ["inimum", "aximum"]) {
      // In draft 4, it is a boolean.
      if (node[`exclusiveM${end}`] === true) node[`exclusiveM${end}`] = node[`m${end}`];
      for (const name of [`m${end}`, `exclusiveM${end}`]) {
        const value = node[name];
        const isUsable = typeof value === "number" && Math.abs(value) < maxNumber * 10;
        if (value !== undefined && !isUsable) delete node[name];
      }
    }
    if (![node.type].flat().includes("integer")) return;
    const [min, max] = [wholeBound(node, "minimum", 1), wholeBound(node, "maximum", -1)];
    if (min !== undefined && max !== undefined && min > max) {
      for (const name of ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]) delete node[name];
    } else if (max === undefined && min !== undefined && Math.abs(min) >= maxNumber) {
      node.maximum = widestBound;
    } else if (min === undefined && max !== undefined && (max < 0 || max >= maxNumber)) {
      // Without a minimum, the converter would allow "-05" under a maximum below zero.
      node.minimum = -widestBound;
    }
  }

  #arrays(node: Mutable, path: string): void {
    keepCount(node, "minItems", maxItems);
    keepCount(node, "maxItems", maxItems);
    if (node.prefixItems !== undefined && !Array.isArray(node.prefixItems)) delete node.prefixItems;
    for (const name of ["items", "prefixItems"]) {
      const items = node[name];
      if (Array.isArray(items))
        node[name] = items.map((item, index) => this.rewrite(item, `${path}.${name}[${index}]`) ?? {});
      else if (items !== undefined) {
        const item = this.rewrite(items, `${path}.${name}`);
        node[name] = item ?? {};
        if (item === undefined) node.maxItems = 0;
      }
    }
  }

  #objects(node: Mutable, path: string): void {
    const names = this.#named(node, "properties", path);
    const required = Array.isArray(node.required) ? node.required : [];
    if (names.filter((name) => !required.includes(name)).length > maxOptional) {
      throw new SchemaError(path, `it has over ${maxOptional} optional properties`);
    }
    const others = node.additionalProperties;
    if (others === undefined || typeof others === "boolean") {
      // patternProperties allow some names, but the converter doesn't support them.
      if (others === false && names.length === 0 && isObject(node.patternProperties))
        delete node.additionalProperties;
    } else node.additionalProperties = this.rewrite(others, `${path}.additionalProperties`) ?? false;
    // Beside named properties, the converter would allow keys that are not valid JSON.
    if (names.length > 0 && node.additionalProperties !== false) delete node.additionalProperties;
  }

  /** Rewrites a map of schemas. @returns the names of those that a value can fit */
  #named(node: Mutable, keyword: string, path: string): string[] {
    const schemas = node[keyword];
    if (schemas === undefined) return [];
    if (!isObject(schemas) || Array.isArray(schemas)) {
      delete node[keyword];
      return [];
    }
    const found = Object.entries(schemas).flatMap(([name, schema]) => {
      const rewritten = this.rewrite(schema, `${path}.${keyword}.${name}`);
      return rewritten === undefined ? [] : [[name, rewritten] as const];
    });
    node[keyword] = Object.fromEntries(found);
    return found.map(([name]) => name);
  }
}

/**
 * The integer bound, as the converter computes it.
 * @param sign 1 for a minimum, -1 for a maximum
 */
function wholeBound(node: Mutable, name: "minimum" | "maximum", sign: 1 | -1): number | undefined {
  const inclusive = node[name] as number | undefined;
  const exclusive = node[name === "minimum" ? "exclusiveMinimum" : "exclusiveMaximum"] as number | undefined;
  if (inclusive !== undefined) return Math.ceil(inclusive * sign) * sign;
  return exclusive === undefined ? undefined : (Math.floor(exclusive * sign) + 1) * sign;
}

/** Keywords that constrain values. */
const binding: ReadonlySet<string> = new Set([
  ...["type", "enum", "const", "properties", "required", "additionalProperties", "items", "prefixItems"],
  ...["minItems", "maxItems", "minLength", "maxLength", "pattern", "format"],
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"],
]);

function isBinding(keyword: string): boolean {
  return binding.has(keyword);
}

/** Adds the keywords that `node` doesn't have, and merges properties and required. */
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

/**
 * Moves a pattern that the converter doesn't support to the description, where the model sees it.
 */
function describePattern(node: Mutable): void {
  const { pattern, description } = node;
  delete node.pattern;
  if (typeof pattern !== "string") return;
  const before = typeof description === "string" ? `${description} ` : "";
  node.description = `${before}(pattern: ${pattern})`;
}

/** Removes a keyword that is not a count, or one that is too large. */
function keepCount(node: Mutable, name: string, max: number): void {
  const value = node[name];
  const isUsable = Number.isInteger(value) && (value as number) >= 0 && (value as number) <= max;
  if (value !== undefined && !isUsable) delete node[name];
}
