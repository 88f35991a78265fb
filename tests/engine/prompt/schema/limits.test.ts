/** Schemas that could overflow a stack are refused; real ones are accepted. */
import { describe, expect, test } from "bun:test";
import { checkSchema } from "../../../../src/engine/prompt/schema/limits.ts";

const nested = (depth: number, inner: unknown, wrap: (value: unknown) => unknown): unknown => {
  let value = inner;
  for (let level = 0; level < depth; level += 1) value = wrap(value);
  return value;
};

describe("a schema", () => {
  test("of many properties and some depth is fine", () => {
    const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, name) => [name, { type: "string" }]));
    checkSchema({ type: "object", properties: wide });
    checkSchema(nested(100, { type: "string" }, (items) => ({ type: "array", items })));
  });

  test("that is nested too deeply or has too many references is refused", () => {
    expect(() => checkSchema(nested(20_000, true, (items) => ({ items })))).toThrow("levels");
    expect(() => checkSchema(nested(20_000, true, (items) => [items]))).toThrow("levels");
    const definitions = Array.from({ length: 600 }, (_, at) => [`d${at}`, { $ref: `#/$defs/d${at + 1}` }]);
    expect(() => checkSchema({ $defs: Object.fromEntries(definitions) })).toThrow("references");
  });
});
