/** What is written under a JSON schema fits it. */
import { describe, expect, test } from "bun:test";
import { SchemaGrammar } from "../../../src/engine/schema/schema-grammar.ts";
import type { Gbnf } from "../../../src/llama/grammar/gbnf.ts";
import { checkGrammar } from "../../../src/llama/grammar-limits.ts";
import { matches } from "../../fixtures/gbnf-matcher.ts";

function grammarOf(root: unknown, isStrict = true): Gbnf {
  const grammar = new SchemaGrammar();
  return checkGrammar(grammar.print(grammar.add({ name: "", root, isStrict })));
}

type Row = [schema: unknown, fitting: readonly string[], others: readonly string[]];

/** Each row has JSON texts that fit its schema, and others. */
function check(rows: readonly Row[]): void {
  test.each(rows.map((row) => [JSON.stringify(row[0]).slice(0, 120), ...row] as const))(
    "%s",
    (_, schema, fitting, others) => {
      const grammar = grammarOf(schema);
      expect(fitting.filter((text) => !matches(grammar, text))).toEqual([]);
      expect(others.filter((text) => matches(grammar, text))).toEqual([]);
    },
  );
}

const letters = (count: number): string => JSON.stringify("x".repeat(count));

describe("strings", () => {
  check([
    [
      { type: "string" },
      ['"a"', '""', '"\\u00e9\\n\\""', '"\\ud83d\\ude00"', '"😀"'],
      ['"\n"', '"\\ud83d"', "a", '"'],
    ],
    [
      { minLength: 2, maxLength: 4 },
      ['"ab"', '"\\n\\n\\n"', '"😀😀"', '"\\ud83d\\ude00a"'],
      ['"a"', '"abcde"', '"\\ud83d\\ude00"'],
    ],
    [{ type: "string", minLength: 1000 }, [letters(1000), letters(1001)], [letters(999)]],
    [
      { type: "string", maxLength: 5000 },
      ['""', letters(129), letters(4095), letters(4999), letters(5000)],
      [letters(5001)],
    ],
    [
      { type: "string", minLength: 200, maxLength: 300 },
      [letters(200), letters(257), letters(300)],
      [letters(199), letters(301)],
    ],
    [{ type: "string", maxLength: 2_147_483_647 }, ['""', letters(300)], []],
    [
      { enum: ["red", 'a"b', null, 42, ["x", { y: 1.5 }]] },
      ['"red"', '"a\\"b"', "null", "42", '["x",{"y":1.5}]'],
      ['"re"'],
    ],
    [{ const: ' \r\n\t"\\ \u007f é😀' }, [JSON.stringify(' \r\n\t"\\ \u007f é😀')], ['""']],
    [{ type: "string", enum: ["a", 1, "bb"], minLength: 2 }, ['"bb"'], ['"a"', "1"]],
    [{ format: "date" }, ['"2024-02-29"'], ['"2024-13-01"', '"x"', "1"]],
    [{ type: "string", format: "time" }, ['"10:00:00Z"', '"23:59:59.123+02:00"'], ['"24:00:00Z"', '"10:00"']],
    [{ type: "string", format: "date-time" }, ['"2024-02-29T10:00:00Z"'], ['"2024-02-29"']],
    [{ type: "string", format: "uuid" }, ['"123e4567-e89b-12d3-a456-426614174000"'], ['"123e4567"']],
  ]);
});

describe("patterns", () => {
  check([
    [{ type: "string", pattern: "^\\d{3}$" }, ['"123"'], ['"12"', '"1234"', '"abc"']],
    [{ pattern: "^\\w{1,4}$" }, ['"a_9Z"'], ['""', '"a-b"', '"abcde"']],
    [{ type: "string", pattern: "[0-9]+" }, ['"a1b"', '"1"', '"\\n1\\""'], ['""', '"a"', '""1"']],
    [
      { type: "string", pattern: "^[^a]*$" },
      ['"b\\"\\\\"', '"\\u0001\\u007F\\u001b"', '"\\n"'],
      ['"a"', '"\n"', '"\\"', '"\\u0061"'],
    ],
    [{ type: "string", pattern: "^.$" }, ['"a"', '"\\""', '"\\t"', '"😀"'], ['"\\n"', '"ab"', '"""']],
    [
      { type: "string", pattern: "^\\s$" },
      ['" "', '"\\t"', '"\\n"', '"\\u000b"', '"\u00a0"'],
      ['"a"', '"\t"'],
    ],
    [{ type: "string", pattern: '^"$' }, ['"\\""'], ['"""']],
    [{ type: "string", pattern: "^a\\/b\\-c\\.d$" }, ['"a/b-c.d"'], ['"a/b-cxd"']],
    [{ type: "string", pattern: "^abc?d*efg+(hij)?kl$" }, ['"abddefgghijkl"', '"abcefgkl"'], ['"abckl"']],
    [{ type: "string", pattern: "^A|B|C$" }, ['"Ax"', '"xBx"', '"xC"'], ['"xA"', '"Cx"']],
    [{ type: "string", pattern: "^(?:(?:ab)+c)?d$" }, ['"d"', '"ababcd"'], ['"abd"']],
    [{ type: "string", pattern: "^[a-z]+$", maxLength: 3 }, ['"abc"'], ['"abcd"', '""']],
    [{ type: "string", pattern: "^[a-z]+$", maxLength: 10_000 }, [letters(10_000)], [letters(10_001)]],
    [{ type: "string", pattern: "^[a-z]+-[a-z]+$", minLength: 5 }, ['"ab-cd"'], ['"a-b"']],
    [{ type: "string", pattern: "^\\d+$", format: "date" }, ['"123"'], ['"2024-02-29"']],
    [
      { type: "string", allOf: [{ pattern: "^ab" }, { pattern: "yz$" }] },
      ['"abyz"', '"ab yz"'],
      ['"ab"', '"yz"'],
    ],
    [
      {
        type: "string",
        format: "email",
        pattern: "^(?!\\.)(?!.*\\.\\.)([a-z.]*)[a-z]@([a-z]*\\.)+[a-z]{2,}$",
      },
      ['"a.b@c.de"'],
      ['".a@c.de"', '"a..b@c.de"', '"a@b"'],
    ],
  ]);
});

describe("numbers", () => {
  check([
    [{ type: "integer" }, ["0", "-12", "123456789012345"], ["01", "1.5", "", "1e5"]],
    [{ type: "number" }, ["0", "-1.25", "1e5", "2E-3"], ["01", ".5", "1."]],
    [{ type: "integer", minimum: 0 }, ["0", "10"], ["-1", "01"]],
    [{ minimum: 10, type: "integer" }, ["10", "99", "100"], ["9", "0", "1"]],
    [{ type: "integer", minimum: 100 }, ["100", "999", "12345"], ["10", "99", "1"]],
    [{ type: "integer", maximum: 30 }, ["30", "29", "0", "-1", "-100"], ["31", "100"]],
    [{ type: "integer", maximum: -5 }, ["-5", "-10", "-123"], ["-4", "0", "5", "-05"]],
    [{ type: "integer", minimum: -123, maximum: 42 }, ["-123", "-99", "0", "42"], ["-124", "43", "100"]],
    [{ type: "integer", exclusiveMinimum: 1.5, exclusiveMaximum: 4 }, ["2", "3"], ["1", "4"]],
    [{ type: "integer", minimum: 1, exclusiveMinimum: true }, ["2"], ["1"]],
    [
      { type: "integer", minimum: -9007199254740991, maximum: 9007199254740991 },
      ["9007199254740991", "-1"],
      ["9007199254740992"],
    ],
    [{ type: "integer", minimum: -(2 ** 63), maximum: 2 ** 63 }, ["0", "-9999999999999999"], []],
    [{ type: "number", minimum: 0, maximum: 1 }, ["0", "1", "0.5", "1.00"], ["1.1", "-0.1", "00.5", "2"]],
    [{ type: "number", exclusiveMinimum: 0 }, ["0.001", "1", "10.5"], ["0", "0.0", "-1"]],
    [
      { type: "number", minimum: -1.5, maximum: 2.25 },
      ["-1.5", "-1.49", "0", "2.250"],
      ["-1.51", "2.26", "-2", "3"],
    ],
    [{ type: "number", multipleOf: 0.01 }, ["1", "0.01", "-3.10", "1.550"], ["1.555"]],
    [{ type: "number", multipleOf: 0.25, minimum: 0, maximum: 2 }, ["0", "0.25", "2.0"], ["0.3", "2.25"]],
    [{ type: "integer", multipleOf: 7 }, ["0", "7", "-14", "700"], ["1", "8"]],
    [{ type: "integer", multipleOf: 1000 }, ["0", "1000", "-25000"], ["100", "1001"]],
    [{ type: ["number", "integer"], multipleOf: 1 }, ["3", "3.0"], ["3.5"]],
  ]);
});

describe("arrays", () => {
  check([
    [{ type: "array" }, ["[]", '[1, "a", [null]]'], ["", "[1"]],
    [{ items: { type: "boolean" }, minItems: 2 }, ["[true,false]", "[true, true, true]"], ["[true]", "[]"]],
    [{ items: { type: "boolean" }, maxItems: 0 }, ["[]"], ["[true]"]],
    [{ items: { type: "boolean" }, maxItems: 1 }, ["[]", "[true]"], ["[true,true]"]],
    [
      { items: { type: "integer" }, minItems: 200, maxItems: 201 },
      [`[${"1,".repeat(199)}1]`, `[${"1,".repeat(200)}1]`],
      [`[${"1,".repeat(198)}1]`, `[${"1,".repeat(201)}1]`],
    ],
    [{ prefixItems: [{ type: "string" }, { type: "number" }] }, ['["a",1.5]'], ['["a"]', '["a",1,2]', "[]"]],
    [{ items: [{ format: "date" }, { type: "null" }] }, ['["2024-02-29", null]'], ["[]"]],
    [
      { prefixItems: [{ type: "null" }], items: { type: "integer" }, maxItems: 3 },
      ["[null]", "[null,1,2]"],
      ["[1]", "[null,1,2,3]"],
    ],
    [{ items: [{ type: "null" }], additionalItems: { type: "integer" } }, ["[null,1]"], ["[null,null]"]],
    [{ type: "array", items: false }, ["[]"], ["[1]"]],
    [
      { items: { enum: ["a", "b", "c"] }, uniqueItems: true, minItems: 1 },
      ['["a"]', '["a","c"]', '["a","b","c"]'],
      ["[]", '["a","a"]'],
    ],
    [{ items: { type: "string" }, uniqueItems: true, maxItems: 1 }, ['["a"]'], ['["a","b"]']],
  ]);
});

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

test("several schemas are one grammar, each with its own references", () => {
  const grammar = new SchemaGrammar();
  const schema = (type: string) => ({ $ref: "#/$defs/x", $defs: { x: { type } } });
  const one = grammar.add({ name: "one", root: schema("null"), isStrict: true });
  const other = grammar.add({ name: "other", root: schema("boolean"), isStrict: true });
  const parsed = checkGrammar(grammar.print({ kind: "either", of: [one, other] }));
  expect(["null", "true", "1"].filter((text) => matches(parsed, text))).toEqual(["null", "true"]);
});
