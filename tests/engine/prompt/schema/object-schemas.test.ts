/** The grammar of a JSON schema accepts what fits: objects and combinations. */
import { describe, expect, test } from "bun:test";
import { SchemaGrammar } from "../../../../src/engine/prompt/schema/schema-grammar.ts";
import { checkGrammar } from "../../../../src/llama/grammar/check.ts";
import { matches } from "../../../fixtures/gbnf-matcher.ts";
import { check, grammarOf } from "../../../fixtures/schema-rows.ts";

describe("objects", () => {
  const ab = { a: { type: "string" }, b: { type: "integer" } };
  check([
    [{ type: "object" }, ["{}", '{"a":1,"b":{"c":[]}}'], ["", "[]"]],
    [{ type: "object", additionalProperties: false }, ["{}", "{ }"], ['{"a":1}']],
    [
      { properties: ab },
      ["{}", '{"a":"x"}', '{"b":1}', '{ "a": "x", "b": 1 }', '{\n  "a": "x"\n}'],
      ['{"b":1,"a":"x"}', '{"c":1}'],
    ],
    [{ properties: ab, required: ["b"] }, ['{"b":1}', '{"b":1,"a":"x"}'], ["{}", '{"a":"x","b":1}']],
    [
      { properties: ab, required: ["c"], additionalProperties: { type: "null" } },
      ['{"c":null,"a":"","d":null}'],
      ['{"a":""}', '{"c":1}'],
    ],
    [{ type: "object", required: ["a"] }, ['{"a":1}', '{"a":1,"b":2}'], ["{}"]],
    [
      { properties: { a: { type: "string" } }, additionalProperties: { type: "integer" } },
      ["{}", '{"a":"x","c":1,"d":2}', '{"aa":1}', '{"":1}'],
      ['{"c":"x"}', '{"a":1}', '{"\\":1}'],
    ],
    [
      { properties: { "": { type: "null" }, a: true }, additionalProperties: true },
      ['{"":null,"a":[],"b":{}}'],
      ['{"":1}'],
    ],
    [{ properties: { 'q"\n': { type: "null" } }, required: ['q"\n'] }, ['{"q\\"\\n":null}'], ["{}"]],
    [
      { properties: JSON.parse('{"__proto__": {"type": "null"}}') },
      ['{"__proto__":null}'],
      ['{"__proto__":1}'],
    ],
    [{ properties: { a: true, b: false, c: {} } }, ['{"a":1,"c":2}'], ['{"b":1}']],
    [
      { properties: { ...ab, c: true }, minProperties: 2, maxProperties: 2 },
      ['{"a":"","b":1}', '{"a":"","c":1}'],
      ["{}", '{"a":""}', '{"a":"","b":1,"c":1}'],
    ],
    [
      { additionalProperties: { type: "integer" }, minProperties: 1, maxProperties: 2 },
      ['{"x":1}', '{"x":1,"y":2}'],
      ["{}", '{"x":1,"y":2,"z":3}'],
    ],
    [{ patternProperties: { "^x-": { type: "integer" } } }, ["{}", '{"x-a":1}'], ['{"y":1}', '{"x-a":""}']],
    [
      { properties: { "x-a": true }, patternProperties: { "^x-": { type: "integer" } } },
      ['{"x-a":1,"x-b":2}'],
      ['{"x-a":""}'],
    ],
    [
      { patternProperties: { "^x": { minimum: 2 }, y$: { maximum: 4 } }, additionalProperties: false },
      ['{"xy":3,"xa":9,"ay":1}'],
      ['{"xy":5}', '{"xa":1}'],
    ],
    [
      { propertyNames: { pattern: "^[a-z]+$" }, additionalProperties: { type: "null" } },
      ['{"ab":null}'],
      ['{"A":null}'],
    ],
    [{ propertyNames: { enum: ["a", "b"] }, type: "object" }, ['{"a":1,"b":2}'], ['{"c":1}']],
    [{ propertyNames: { type: "string" }, additionalProperties: true }, ['{"a":1}'], []],
    [
      { properties: ab, unevaluatedProperties: false, $schema: "x", $id: "y", title: "t", "x-order": 1 },
      ['{"a":""}'],
      ['{"c":1}'],
    ],
    [
      {
        properties: {
          a: {
            type: "string",
            description: "d",
            default: "x",
            examples: [1],
            deprecated: true,
            readOnly: true,
          },
        },
      },
      ['{"a":"y"}'],
      [],
    ],
    [
      {
        type: "object",
        properties: { number: { properties: { root: { type: "null" } }, required: ["root"] } },
        required: ["number"],
      },
      ['{"number":{"root":null}}'],
      ["{}"],
    ],
  ]);
});

describe("unevaluated properties and items", () => {
  const named = { properties: { a: true } };
  check([
    [{ type: "object", unevaluatedProperties: false }, ["{}"], ['{"a":1}']],
    [{ ...named, required: ["a"], unevaluatedProperties: false }, ['{"a":1}'], ['{"a":1,"b":2}']],
    [
      { allOf: [named, { properties: { b: true } }], unevaluatedProperties: false },
      ['{"a":1,"b":2}'],
      ['{"c":1}'],
    ],
    [{ additionalProperties: { type: "null" }, unevaluatedProperties: false }, ['{"b":null}'], ['{"b":1}']],
    [{ type: "object", required: ["a"], unevaluatedProperties: true }, ['{"a":1,"b":2}'], ["{}"]],
    [{ type: "array", unevaluatedItems: false }, ["[]"], ["[1]"]],
    [{ prefixItems: [{ type: "null" }], unevaluatedItems: false }, ["[null]"], ["[null,1]"]],
    [
      { enum: [{}, { a: 1 }, { b: 1 }], ...named, unevaluatedProperties: false },
      ["{}", '{"a":1}'],
      ['{"b":1}'],
    ],
  ]);
});

describe("combinations", () => {
  const foo = { properties: { a: { type: "number" } } };
  const list = {
    type: "object",
    properties: { value: { type: "integer" }, next: { anyOf: [{ $ref: "#/$defs/list" }, { type: "null" }] } },
    required: ["value", "next"],
  };
  check([
    [{}, ["1", '{"a":[1]}', "null", '"x"'], [""]],
    [true, ["[]"], []],
    [{ description: "anything" }, ["1.5", "{}"], []],
    [{ type: ["string", "null"] }, ['"a"', "null"], ["1"]],
    [
      { $ref: "#/$defs/list", $defs: { list } },
      ['{"value":1,"next":{"value":2,"next":null}}'],
      ['{"value":1}'],
    ],
    [{ $ref: "#/$defs/a~1b%20c", $defs: { "a/b c": { type: "null" } } }, ["null"], ["1"]],
    [{ $ref: "#/items/1", items: [{}, { type: "null" }] }, [], ["1"]],
    [
      { type: "array", items: { anyOf: [{ $ref: "#" }, { type: "null" }] } },
      ["[]", "[[null],[[]]]"],
      ["[1]"],
    ],
    [
      { $ref: "#/$defs/s", maxLength: 2, $defs: { s: { type: "string", minLength: 1 } } },
      ['"a"', '"ab"'],
      ['""', '"abc"'],
    ],
    [
      { type: "object", anyOf: [foo, { properties: { b: { type: "null" } } }] },
      ["{}", '{"a":1}', '{"b":null}'],
      ['{"a":1,"b":null}', "1"],
    ],
    [
      { allOf: [foo, { anyOf: [{ properties: { c: true } }, { properties: { d: true } }] }] },
      ['{"a":1,"c":2}', '{"a":1,"d":2}'],
      ['{"c":1,"d":2}'],
    ],
    [
      {
        allOf: [{ $ref: "#/$defs/x" }, { $ref: "#/$defs/y" }],
        $defs: { x: { enum: ["a", "b", "c"] }, y: { enum: ["b", "c", "d"] } },
      },
      ['"b"', '"c"'],
      ['"a"', '"d"'],
    ],
    [{ allOf: [{ type: "string" }], description: "as pydantic writes it" }, ['"a"'], ["{}"]],
    [
      { type: "object", properties: { a: true, b: true }, anyOf: [{ required: ["a"] }, { required: ["b"] }] },
      ['{"a":1}', '{"b":1}'],
      ["{}"],
    ],
    [{ oneOf: [{ type: "string" }, { type: "null" }] }, ['"a"', "null"], ["1"]],
    [
      { oneOf: Array.from({ length: 100 }, (_, at) => ({ const: `c${at}`, title: `${at}` })) },
      ['"c99"'],
      ['"c"'],
    ],
    [
      {
        oneOf: [
          { properties: { k: { const: 1 }, x: true }, required: ["k"] },
          { properties: { k: { const: 2 } }, required: ["k"] },
        ],
      },
      ['{"k":1,"x":0}', '{"k":2}'],
      ['{"k":3}'],
    ],
    [
      {
        oneOf: [
          { properties: { a: true }, required: ["a"] },
          { properties: { b: true }, required: ["b"] },
        ],
      },
      ['{"a":1}', '{"b":1}'],
      ['{"a":1,"b":1}'],
    ],
    [
      {
        oneOf: [
          { type: "integer", maximum: 5 },
          { type: "integer", minimum: 6 },
        ],
      },
      ["5", "6"],
      [],
    ],
  ]);
});

test("a recursive oneOf whose branches differ in one property is exclusive", () => {
  const kind = (name: string) => ({
    type: "object",
    properties: { child: { $ref: "#/$defs/node" }, kind: { const: name } },
    required: ["child", "kind"],
  });
  const node = { oneOf: [kind("a"), kind("b"), { type: "null" }] };
  const parsed = grammarOf({ $ref: "#/$defs/node", $defs: { node } });
  expect(matches(parsed, '{"child":{"child":null,"kind":"b"},"kind":"a"}')).toBe(true);
  expect(matches(parsed, '{"child":null,"kind":"c"}')).toBe(false);
});

test("several schemas make one grammar, each with its own references", () => {
  const grammar = new SchemaGrammar();
  const schema = (type: string) => ({ $ref: "#/$defs/x", $defs: { x: { type } } });
  const one = grammar.add({ name: "one", root: schema("null"), isStrict: true });
  const other = grammar.add({ name: "other", root: schema("boolean"), isStrict: true });
  const parsed = checkGrammar(grammar.print({ kind: "either", of: [one, other] }));
  expect(["null", "true", "1"].filter((text) => matches(parsed, text))).toEqual(["null", "true"]);
});
