/**
 * Checks a request's JSON against the schema of its route. A wrong value is refused, with its path.
 * A field that the schema doesn't have is ignored and named.
 */
import type { z } from "zod";
import { nearestWord } from "../../base/suggest.ts";
import { ApiError } from "../api-error.ts";
import { IgnoredFields } from "./ignored-fields.ts";

/**
 * @param ignored collects the unknown fields
 * @param schema of `z.object`, which drops unknown fields; it must not rename or move any
 * @throws ApiError `invalid` with the first fault, or the first unknown field if those are refused
 */
export function check<T extends z.ZodType>(
  schema: T,
  json: unknown,
  ignored = new IgnoredFields(false),
): z.output<T> {
  const result = schema.safeParse(json);
  if (!result.success) {
    const { message, path } = describe(deepest(result.error.issues));
    throw new ApiError("invalid", message, path === "" ? {} : { path });
  }
  for (const path of unknownFields(json, result.data)) {
    ignored.add(pathText(path), () => {
      const nearest = path.length === 1 ? nearestWord(String(path[0]), keysOf(schema)) : undefined;
      return nearest === undefined ? undefined : `Did you mean ${nearest}?`;
    });
  }
  return result.data;
}

/** The paths that the input has and the output lacks. null is "not given", so it has no path. */
function* unknownFields(
  input: unknown,
  output: unknown,
  path: readonly PropertyKey[] = [],
): Generator<readonly PropertyKey[]> {
  // Where the schema takes any value, the output is the input.
  if (input === output || typeof input !== "object" || typeof output !== "object") return;
  if (input === null || output === null) return;
  for (const [key, value] of Object.entries(input)) {
    const inner = [...path, Array.isArray(input) ? Number(key) : key];
    if (Object.hasOwn(output, key))
      yield* unknownFields(value, (output as typeof input)[key as never], inner);
    else if (value !== null) yield inner;
  }
}

type Issue = z.core.$ZodIssue;

/**
 * If a value fits no branch of a union, the fault of the branch that matches deepest. Of branches
 * that match as deep, one whose `type` is right comes first. If none looks into the value, the
 * fault of a branch that takes its type, else all types that the branches take.
 */
function deepest(issues: readonly Issue[], base: readonly PropertyKey[] = []): Issue {
  const candidates = issues.map((issue): Issue => {
    const whole = { ...issue, path: [...base, ...issue.path] } as Issue;
    if (issue.code !== "invalid_union" || issue.errors.length === 0) return whole;
    const branches = issue.errors.filter((errors) => errors.length > 0);
    const inner = branches.map((errors) => deepest(errors, whole.path));
    const [best] = inner.toSorted(
      (a, b) => b.path.length - a.path.length || Number(isAboutType(a)) - Number(isAboutType(b)),
    );
    if (best === undefined) return whole;
    if (best.path.length > whole.path.length) return best;
    return inner.find(({ message }) => !wrongType.test(message)) ?? { ...whole, message: eitherType(inner) };
  });
  return candidates[0] as Issue;
}

const wrongType = /expected (.+), received (.+)$/;

/** "expected string" and "expected array" become "expected string or array". */
function eitherType(issues: readonly Issue[]): string {
  const parts = issues.map(({ message }) => wrongType.exec(message) ?? []);
  const types = [...new Set(parts.map(([, type]) => type))];
  return `expected ${types.join(" or ")}, received ${parts[0]?.[2]}`;
}

function isAboutType({ path }: Issue): boolean {
  return path.at(-1) === "type";
}

function describe(issue: Issue): { message: string; path: string } {
  const path = pathText(issue.path);
  const what = issue.message
    .replace(/^Invalid (?:input|option): /, "")
    .replace(/^expected (.+), received undefined$/, "it is missing (expected $1)");
  return { path, message: path === "" ? `The body: ${what}` : `${path}: ${what}` };
}

function keysOf(schema: z.ZodType): string[] {
  return "shape" in schema ? Object.keys(schema.shape as object) : [];
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${String(key)}`))
    .join("");
}
