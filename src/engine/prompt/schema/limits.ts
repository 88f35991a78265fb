/**
 * Limits the size of a schema. It is processed by recursion, here and in llama.cpp's converter. A
 * stack overflow there ends the process: at about 3,000 levels or 5,000 references in v0.5.0
 * (Linux). Real schemas are much smaller.
 */

const maxDepth = 260;
const maxReferences = 500;

/** @param schema parsed JSON @throws Error if it exceeds a limit */
export function checkSchema(schema: unknown): void {
  let references = 0;
  let level = [schema];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) throw new Error(`it is nested deeper than ${maxDepth} levels`);
    level = level.flatMap((value) => {
      if (typeof value !== "object" || value === null) return [];
      if ("$ref" in value) references += 1;
      return Object.values(value);
    });
    if (references > maxReferences) throw new Error(`it has over ${maxReferences} references`);
  }
}
