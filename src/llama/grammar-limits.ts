/**
 * How deep a grammar or a schema may go. llama.cpp's parsers call themselves for what is nested, on a stack
 * whose end is the end of the process: about 10,000 parentheses, 100,000 rules, 3,000 levels or 5,000
 * references of a schema (v0.5.0, Linux). Nobody's own come near a tenth of it.
 */

const deepestParentheses = 500;
const mostRules = 10_000;
const deepestSchema = 260;
const mostReferences = 500;

/** @param gbnf whatever somebody sent; what is wrong in it besides is for its parser @throws Error */
export function checkGrammar(gbnf: string): void {
  // Strings, sets of characters and comments hold parentheses that are none.
  const marks = gbnf.match(/"(?:\\.|[^"\\])*"|\[(?:\\.|[^\]\\])*\]|#[^\n]*|::=|[()]/gs) ?? [];
  let depth = 0;
  let rules = 0;
  for (const mark of marks) {
    if (mark === "(") depth += 1;
    else if (mark === ")") depth -= 1;
    else if (mark === "::=") rules += 1;
    if (depth > deepestParentheses)
      throw new Error(`it has over ${deepestParentheses} parentheses within each other`);
    if (rules > mostRules) throw new Error(`it has over ${mostRules} rules`);
  }
}

/** @param schema as JSON.parse gives it @throws Error */
export function checkSchema(schema: unknown): void {
  let references = 0;
  let level = [schema];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestSchema) throw new Error(`it is nested deeper than ${deepestSchema} levels`);
    level = level.flatMap((value) => {
      if (typeof value !== "object" || value === null) return [];
      if ("$ref" in value) references += 1;
      return Object.values(value);
    });
    if (references > mostReferences) throw new Error(`it has over ${mostReferences} references`);
  }
}
