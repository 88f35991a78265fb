/** The checks of a case file, which an answer has to pass. */
import { z } from "zod";
import { AnechatError, messageOf, reasonOf } from "../../base/errors.ts";
import { promptShape } from "../prompts-file.ts";

const texts = z.union([z.string(), z.array(z.string()).min(1)]);

/** A line of a case file: a prompt and checks of its answer, which must all pass. */
export const caseShape = promptShape.extend({
  /** Texts that the answer must contain; case is ignored. */
  contains: texts.optional(),
  /** Texts that it must not contain; case is ignored. */
  excludes: texts.optional(),
  /** A JavaScript pattern that must match somewhere; flags i and s. */
  regex: z.string().optional(),
  /** The whole answer is one of these, ignoring outer white space. */
  exact: texts.optional(),
  /** The answer is JSON that matches this JSON Schema. */
  "json-schema": z.record(z.string(), z.unknown()).optional(),
  /** Whether the model should refuse. */
  refuses: z.boolean().optional(),
});

export type Checks = Pick<
  z.infer<typeof caseShape>,
  "contains" | "excludes" | "regex" | "exact" | "json-schema" | "refuses"
>;

/** @returns what is wrong with an answer; empty if it passes */
export type Check = (answer: string, isRefusal: boolean) => string[];

/**
 * @returns undefined for a case without checks
 * @throws AnechatError `usage` for an invalid regular expression or schema
 */
export function compileChecks(checks: Checks, where: string): Check | undefined {
  const parts: Check[] = [];
  const { contains, excludes, regex, exact, "json-schema": schema, refuses } = checks;
  for (const text of listOf(contains)) {
    parts.push((answer) => (holds(answer, text) ? [] : [`does not contain ${JSON.stringify(text)}`]));
  }
  for (const text of listOf(excludes)) {
    parts.push((answer) => (holds(answer, text) ? [`contains ${JSON.stringify(text)}`] : []));
  }
  if (regex !== undefined) {
    const pattern = compileRegex(regex, where);
    parts.push((answer) => (pattern.test(answer) ? [] : [`does not match /${regex}/`]));
  }
  if (exact !== undefined) {
    const expected = listOf(exact).map((text) => text.trim());
    parts.push((answer) =>
      expected.includes(answer.trim())
        ? []
        : [`is not ${expected.map((text) => JSON.stringify(text)).join(" or ")}`],
    );
  }
  if (schema !== undefined) parts.push(schemaCheck(schema, where));
  if (refuses !== undefined) {
    parts.push((_, isRefusal) =>
      isRefusal === refuses ? [] : [refuses ? "is not a refusal" : "is a refusal"],
    );
  }
  return parts.length === 0
    ? undefined
    : (answer, isRefusal) => parts.flatMap((check) => check(answer, isRefusal));
}

function schemaCheck(schema: Record<string, unknown>, where: string): Check {
  let shape: z.ZodType;
  try {
    shape = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
  } catch (cause) {
    throw new AnechatError("usage", `${where}: the JSON schema can't be used: ${messageOf(cause)}`, {
      cause,
    });
  }
  return (answer) => {
    let value: unknown;
    try {
      value = JSON.parse(answer);
    } catch (error) {
      return [`is not JSON: ${reasonOf(error)}`];
    }
    const { success, error } = shape.safeParse(value);
    return success
      ? []
      : error.issues.map(({ path, message }) => `${path.join(".") || "the JSON"}: ${message}`);
  };
}

function compileRegex(source: string, where: string): RegExp {
  try {
    return new RegExp(source, "is");
  } catch (cause) {
    throw new AnechatError("usage", `${where}: ${messageOf(cause)}`, { cause });
  }
}

function holds(answer: string, text: string): boolean {
  return answer.toLowerCase().includes(text.toLowerCase());
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return typeof value === "string" ? [value] : (value ?? []);
}
