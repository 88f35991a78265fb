/** Words for the schemas of requests, shared by all APIs. */
import { z } from "zod";

/** An optional field. Clients also send null for what isn't given. */
export function optional<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? undefined);
}

/**
 * A field of the API that only advises a server or its operator, such as a cache hint: it is
 * accepted with any value, and has no effect.
 */
export const advisory = z.unknown().optional().meta({ description: "Accepted; it has no effect here." });

type JsonSchema = Record<string, unknown>;

/** A field of an API that is refused in words if it is given. */
export const refused = optional(z.unknown().meta({ type: "null", description: "Refused if it is given." }));

/**
 * For the description of a request, as JSON Schema: exactly one of these fields is given. The
 * translation checks it, since it has the better words.
 */
export function exactlyOne(...names: readonly string[]): JsonSchema {
  const given = (name: string): object => ({
    required: [name],
    properties: Object.fromEntries(
      names.map((other) => [other, other === name ? { not: { type: "null" } } : { type: "null" }]),
    ),
  });
  return { oneOf: names.map(given) };
}

/** For the description of a request: these values are not given together. */
export function notTogether(values: Readonly<Record<string, object>>): JsonSchema {
  return { not: { required: Object.keys(values), properties: values } };
}

/** A JSON Schema of any value but null. */
export const notNull = { not: { type: "null" } } as const;

/**
 * An object of a type that this server doesn't know, in a list where known types have schemas. The
 * translation decides whether it can be left out.
 * @param known the types that have schemas, whose faults must not be hidden by this one
 */
export function otherThan(...known: readonly string[]) {
  // Without "abort", zod would report this refusal instead of the fault of the known type.
  const type = z.string().refine((name) => !known.includes(name), { abort: true });
  return z.looseObject({ type });
}

/** An object with the key if the value is defined, else an empty object. */
export function defined<K extends string, T>(key: K, value: T | null | undefined): { [P in K]?: T } {
  return value === null || value === undefined ? {} : ({ [key]: value } as { [P in K]?: T });
}
