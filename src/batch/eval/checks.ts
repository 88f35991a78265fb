/** What an answer is held against: the checks of a case file. */
import { z } from "zod";
import { AnechatError } from "../../base/errors.ts";
import { promptShape } from "../prompts-file.ts";

const texts = z.union([z.string(), z.array(z.string()).min(1)]);

/** A line of a case file: a prompt and what its answer has to be like. All checks have to hold. */
export const caseShape = promptShape.extend({
  /** Texts that are in it, whatever their capitals. */
  contains: texts.optional(),
  /** None of which is in it. */
  excludes: texts.optional(),
  /** JavaScript's, found anywhere in it; flags i and s. */
  regex: z.string().optional(),
  /** All of it, but for blank space around. */
  exact: texts.optional(),
  /** It is JSON that fits this JSON Schema. */
  "json-schema": z.record(z.string(), z.unknown()).optional(),
  /** The model is to refuse, or not to. */
  refuses: z.boolean().optional(),
});

export type Checks = Pick<
  z.infer<typeof caseShape>,
  "contains" | "excludes" | "regex" | "exact" | "json-schema" | "refuses"
>;

/** Takes an answer. @returns what is wrong with it; nothing, if it passes */
export type Check = (answer: string, isRefusal: boolean) => string[];

/**
 * @returns undefined for a case without checks
 * @throws AnechatError `usage` for a regular expression or a schema that can't be used
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
    const wanted = listOf(exact).map((text) => text.trim());
    parts.push((answer) =>
      wanted.includes(answer.trim())
        ? []
        : [`is not ${wanted.map((text) => JSON.stringify(text)).join(" or ")}`],
    );
  }
  if (schema !== undefined) parts.push(schemaCheck(schema, where));
  if (refuses !== undefined) {
    parts.push((_, isRefusal) => (isRefusal === refuses ? [] : [refuses ? "is no refusal" : "is a refusal"]));
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
    throw new AnechatError("usage", `${where}: the JSON schema can't be used: ${reasonOf(cause)}`, { cause });
  }
  return (answer) => {
    let value: unknown;
    try {
      value = JSON.parse(answer);
    } catch (error) {
      return [`is no JSON: ${reasonOf(error)}`];
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
    throw new AnechatError("usage", `${where}: ${reasonOf(cause)}`, { cause });
  }
}

function holds(answer: string, text: string): boolean {
  return answer.toLowerCase().includes(text.toLowerCase());
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return typeof value === "string" ? [value] : (value ?? []);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
