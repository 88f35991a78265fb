/**
 * How large a schema may be. It is followed by recursion, here and in llama.cpp's converter, whose stack's end is
 * the end of the process: about 3,000 levels or 5,000 references of v0.5.0 (Linux). Nobody's own come near.
 */

const deepestSchema = 260;
const mostReferences = 500;

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
