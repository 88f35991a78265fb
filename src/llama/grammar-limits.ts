/**
 * What llama.cpp's grammars may be made of: what would take it memory, time or stack without end is refused
 * before it sees it.
 */
import { checkGbnf } from "./grammar/check.ts";
import { type Gbnf, parseGbnf, placeOf } from "./grammar/gbnf.ts";

const deepestSchema = 260;
const mostReferences = 500;

/** @param text whatever somebody sent @throws GrammarError that says what is wrong, and where */
export function checkGrammar(text: string): Gbnf {
  const gbnf = parseGbnf(text);
  checkGbnf(gbnf, (at) => placeOf(text, at));
  return gbnf;
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
