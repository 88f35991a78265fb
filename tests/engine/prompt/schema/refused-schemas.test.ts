/**
 * A schema with what a grammar can't enforce is refused with its path. In a tool's schema it is
 * ignored.
 */
import { describe, expect, test } from "bun:test";
import { matches } from "../../../fixtures/gbnf-matcher.ts";
import { grammarOf } from "../../../fixtures/schema-rows.ts";

describe("is refused with its path:", () => {
  test.each<[unknown, string]>([
    [{ type: "string", minLength: 5, maxLength: 2 }, "$: no value fits: minLength is 5, and maxLength is 2"],
    [{ items: { minItems: 2, maxItems: 1 } }, "$.items: no value fits: minItems"],
    [{ type: "object", minProperties: 2, maxProperties: 1 }, "$: no value fits: minProperties"],
    [{ type: "integer", minimum: 5, maximum: 3 }, "$: no value fits: minimum is 5, and maximum is 3"],
    [{ type: "number", exclusiveMinimum: 3, maximum: 3 }, "$: no value fits: exclusiveMinimum is 3"],
    [{ type: "integer", minimum: 0.2, maximum: 0.8 }, "$: no value fits it"],
    [{ type: "integer", minimum: 1e18 }, "$.minimum: numbers have up to 16 digits"],
    [{ type: "integer", exclusiveMaximum: -1e18 }, "$.exclusiveMaximum: numbers have up to 16 digits"],
    [{ const: 2 ** 60 }, "$.const: a number has over 16 digits"],
    [{ type: "integer", multipleOf: 65_537 }, "$.multipleOf: it is too large or has too many digits"],
    [{ multipleOf: 1e300 }, "$.multipleOf: it is too large or has too many digits"],
    [{ multipleOf: 0 }, "$.multipleOf: it must be over 0"],
    [
      { properties: { a: { pattern: "^a{5,2}$" } } },
      "$.properties.a.pattern: {5,2} has the minimum 5 and the maximum 2",
    ],
    [{ properties: { "a b": { pattern: "\\bx" } } }, '$.properties["a b"].pattern: \\b, a word boundary'],
    [{ pattern: "(a" }, "$.pattern: a '(' without a ')'"],
    [
      { pattern: "^[a-z]+-[a-z]+$", maxLength: 64_000 },
      "$.pattern: it needs an automaton of over 3000 states",
    ],
    [{ enum: [] }, "$.enum: it must be a list of values"],
    [{ enum: ["a"], type: "integer" }, "$: no value fits it"],
    [{ type: "kaboom" }, '$.type: there is no type "kaboom"'],
    [{ type: 123 }, "$.type: there is no type 123"],
    [{ type: [] }, "$.type: it must not be empty"],
    [{ minLength: "3" }, "$.minLength: it must be an integer"],
    [{ minItems: -1 }, "$.minItems: it must be an integer"],
    [{ maximum: "3" }, "$.maximum: it must be a number"],
    [{ pattern: 3 }, "$.pattern: it must be a string"],
    [{ uniqueItems: 1 }, "$.uniqueItems: it must be true or false"],
    [{ required: true }, "$.required: it must be a list of strings"],
    [{ properties: [] }, "$.properties: it must be an object"],
    [{ properties: { a: 1 } }, "$.properties.a: a schema must be an object, true or false"],
    [{ prefixItems: {} }, "$.prefixItems: it must be a list of schemas"],
    [{ anyOf: [] }, "$.anyOf: it must be a list of schemas"],
    [{ anyOf: {} }, "$.anyOf: it must be a list of schemas"],
    [[], "$: a schema must be an object, true or false"],
    [false, "$: no value fits it"],
    [{ allOf: [{ type: "string" }, { type: "integer" }] }, "$: no value fits it"],
    [
      { properties: { a: { allOf: [{ pattern: "^a" }, { pattern: "^b" }] } } },
      "$.properties.a: no value fits it",
    ],
    [{ properties: { a: false }, required: ["a"] }, "$: no value fits it"],
    [{ type: "object", required: ["a"], unevaluatedProperties: false }, "$: no value fits it"],
    [{ type: "array", minItems: 1, unevaluatedItems: false }, "$: no value fits it"],
    [{ properties: {}, required: ["a"], additionalProperties: false }, "$: no value fits it"],
    [
      { items: { $ref: "http://example.com/x" } },
      '$.items.$ref: "http://example.com/x" is not a reference within',
    ],
    [{ $ref: "#/$defs/x" }, '$.$ref: there is no "#/$defs/x" in the schema'],
    [{ $ref: "#" }, "$.$ref: it refers to itself endlessly"],
    [{ anyOf: [{ $ref: "#" }, { type: "null" }] }, "$.anyOf[0].$ref: it refers to itself endlessly"],
    [
      { properties: { next: { $ref: "#" } }, required: ["next"] },
      "$.properties.next: only an endless value fits it",
    ],
    [{ items: { $ref: "#" }, minItems: 1 }, "$.items: only an endless value fits it"],
    [
      { items: { type: "string" }, uniqueItems: true },
      "$.uniqueItems: it can be enforced only for items of an enum",
    ],
    [{ additionalProperties: true, minProperties: 2 }, "$.minProperties: it can't be enforced"],
    [
      { oneOf: [{ type: "integer" }, { type: "number" }] },
      "$.oneOf: a value could fit several branches; use anyOf",
    ],
    [
      { oneOf: [{ properties: { a: true } }, { properties: { b: true } }] },
      "$.oneOf: a value could fit several",
    ],
    [{ not: { type: "string" } }, "$.not: this keyword can't be enforced"],
    [{ properties: { a: { if: {}, else: {} } } }, "$.properties.a.if: this keyword can't be enforced"],
    [{ contains: { const: 1 } }, "$.contains: this keyword can't be enforced"],
    [{ dependentRequired: { a: ["b"] } }, "$.dependentRequired: this keyword can't be enforced"],
    [{ minlength: 3 }, "$.minlength: unknown keyword; did you mean minLength?"],
    [
      { additional_properties: false },
      "$.additional_properties: unknown keyword; did you mean additionalProperties?",
    ],
    [
      { properties: Object.fromEntries(Array.from({ length: 1500 }, (_, at) => [`p${at}`, {}])) },
      "$: it has over 1000 optional properties",
    ],
    [
      { allOf: Array.from({ length: 11 }, () => ({ anyOf: [{ minimum: 1 }, { maximum: 1 }] })) },
      "it has over 1000 combinations",
    ],
  ])("%j", (schema, message) => {
    expect(() => grammarOf(schema)).toThrow(message);
  });
});

describe("a schema that isn't strict, such as a tool's, is used without what can't be enforced:", () => {
  test.each<[unknown, string, string]>([
    [{ type: "string", pattern: "\\bx(?<=y)" }, '"a"', "1"],
    [{ type: "string", pattern: "(?P<x>a)", minLength: 2 }, '"ab"', '"a"'],
    [
      { type: "array", items: { type: "integer" }, uniqueItems: true, contains: { const: 1 } },
      "[2,2]",
      '["a"]',
    ],
    [{ type: "object", properties: { a: { type: "null" } }, not: { required: ["a"] } }, '{"a":null}', "1"],
    [{ oneOf: [{ type: "integer" }, { type: "number" }] }, "1.5", '"a"'],
    [{ type: "integer", minimum: 1e18 }, "5", "1.5"],
    [
      { type: "object", patternProperties: { a: {}, b: {}, c: {}, d: {}, e: { type: "null" } } },
      '{"x":1}',
      "1",
    ],
    [{ type: "string", required: true, minLength: "x" }, '"a"', "1"],
    [{ type: "object", additionalProperties: { type: "null" }, minProperties: 3 }, '{"a":null}', '{"a":1}'],
  ])("%j", (schema, fitting, other) => {
    expect(matches(grammarOf(schema, false), fitting)).toBe(true);
    expect(matches(grammarOf(schema, false), other)).toBe(false);
  });

  test("but an invalid schema, or one that no value fits, is refused, too", () => {
    expect(() => grammarOf({ type: "kaboom" }, false)).toThrow("$.type");
    expect(() => grammarOf({ $ref: "#/$defs/x" }, false)).toThrow("$.$ref");
    expect(() => grammarOf({ properties: { a: { minLength: 3, maxLength: 1 } } }, false)).toThrow(
      "$.properties.a",
    );
  });
});
