/**
 * Expands schemas into alternatives: follows references, merges allOf, and makes one alternative
 * for each branch of anyOf and oneOf.
 */
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

/** For one value. Several anyOf within allOf multiply them. */
const maxAlternatives = 1000;

/** Whether a value that the grammar allows for one branch of a oneOf never fits another branch. */
export type AreExclusive = (branches: Places) => boolean;

/** Work left: a schema that must fit, or a choice of one. */
type Step =
  /** `from`: keys of the schemas already followed to this one; detects cycles. */
  { place: Place; from: readonly string[] } | { choice: Places; from: readonly string[] };

/**
 * @returns the merged assertions of the schemas, one for each combination of branches; none: no
 *   value fits
 * @throws SchemaError
 */
export function alternativesOf(places: Places, areExclusive: AreExclusive): Assertions[] {
  const isStrict = places.some(({ document }) => document.isStrict);
  const steps = places.map((place): Step => ({ place, from: [] }));
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
      if (found.length > maxAlternatives) {
        throw new SchemaError(
          place.path,
          `together with the schemas around it, it has over ${maxAlternatives} combinations`,
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
    throw new SchemaError(place.path, "a schema must be an object, true or false");
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
      throw new SchemaError(pathOf(place.path, "$ref"), "it refers to itself endlessly");
    }
    steps.push({ place: target, from });
  }
  for (const one of branches("allOf")) steps.push({ place: one, from });
  const any = branches("anyOf");
  if (any.length > 0) steps.push({ choice: any, from });
  const one = branches("oneOf");
  if (one.length > 0) {
    if (place.document.isStrict && !areExclusive(one)) {
      throw new SchemaError(pathOf(place.path, "oneOf"), "a value could fit several branches; use anyOf");
    }
    steps.push({ choice: one, from });
  }
  return steps;
}
