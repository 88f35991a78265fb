/** The grammar of a JSON schema accepts what fits: strings, numbers and arrays. */
import { describe } from "bun:test";
import { check } from "../../../fixtures/schema-rows.ts";

const letters = (count: number): string => JSON.stringify("x".repeat(count));

const cities = Array.from({ length: 5000 }, (_, at) => `city ${at * 7919}`);

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
    [{ enum: cities }, ['"city 7919"', `"city ${4999 * 7919}"`], ['"city 1"', '"city 79190000"', '"city "']],
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
