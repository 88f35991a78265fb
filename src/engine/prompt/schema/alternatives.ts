/** A schema as alternatives: references followed, allOf put together, anyOf and oneOf taken apart. */
import { type Assertions, noAssertions, withKeywords } from "./assertions.ts";
import { checkKeywords, Keywords } from "./keywords.ts";
import {
  isObject,
  keyOf,
  type Place,
  type Places,
  pathOf,
  referred,
  SchemaError,
  type SchemaObject,
  within,
} from "./place.ts";

/** Of one value: anyOf within allOf multiplies them. */
const mostAlternatives = 1000;

/** Whether what fits one branch of a oneOf, as we write it, never fits another one. */
export type AreExclusive = (branches: Places) => boolean;

/** What is still to be looked at: schemas that all have to fit, or one of several. */
type Step =
  /** `from`: the places that led to it without any value between. */
  { place: Place; from: readonly string[] } | { choice: Places; from: readonly string[] };

/**
 * @returns what the schemas say together, one for each way that is left; none: nothing fits
 * @throws SchemaError
 */
export function alternativesOf(paths: Places, areExclusive: AreExclusive): Assertions[] {
  const isStrict = paths.some(({ document }) => document.isStrict);
  const steps = paths.map((place): Step => ({ place, from: [] }));
  return expanded(noAssertions(isStrict), steps, new Set(), areExclusive);
}

function expanded(
  assertions: Assertions,
  [step, ...later]: readonly Step[],
  done: ReadonlySet<string>,
  areExclusive: AreExclusive,
): Assertions[] {
  if (step === undefined) return [assertions];
  if ("choice" in step) {
    const found: Assertions[] = [];
    for (const place of step.choice) {
      found.push(...expanded(assertions, [{ place, from: step.from }, ...later], done, areExclusive));
      if (found.length > mostAlternatives) {
        throw new SchemaError(
          place.path,
          `it and what it stands in have over ${mostAlternatives} combinations`,
        );
      }
    }
    return found;
  }
  const { place, from } = step;
  const { schema } = place;
  const key = keyOf(place);
  if (schema === true || done.has(key)) return expanded(assertions, later, done, areExclusive);
  if (schema === false) return [];
  if (!isObject(schema) || Array.isArray(schema)) {
    throw new SchemaError(place.path, "a schema has to be an object, true or false");
  }
  checkKeywords({ ...place, schema });
  const known = withKeywords(assertions, { ...place, schema });
  if (known === undefined) return [];
  const next = stepsOf({ ...place, schema }, from, areExclusive);
  return expanded(known, [...next, ...later], new Set([...done, key]), areExclusive);
}

function stepsOf(
  place: Place & { schema: SchemaObject },
  before: readonly string[],
  areExclusive: AreExclusive,
): Step[] {
  const from = [...before, keyOf(place)];
  const keywords = new Keywords(place);
  const branches = (name: string): Place[] =>
    Array.from({ length: keywords.alternatives(name) }, (_, index) => within(place, name, index));
  const steps: Step[] = [];
  const reference = keywords.raw("$ref");
  if (reference !== undefined) {
    const target = referred(place, reference);
    if (from.includes(keyOf(target))) {
      throw new SchemaError(pathOf(place.path, "$ref"), "it refers to itself without an end");
    }
    steps.push({ place: target, from });
  }
  for (const one of branches("allOf")) steps.push({ place: one, from });
  const any = branches("anyOf");
  if (any.length > 0) steps.push({ choice: any, from });
  const one = branches("oneOf");
  if (one.length > 0) {
    if (place.document.isStrict && !areExclusive(one)) {
      throw new SchemaError(pathOf(place.path, "oneOf"), "a value could fit several of them; use anyOf");
    }
    steps.push({ choice: one, from });
  }
  return steps;
}
