/** What would overrun a parser's stack is refused, and what people write isn't. */
import { describe, expect, test } from "bun:test";
import { checkGrammar, checkSchema } from "../../src/llama/grammar-limits.ts";

const nested = (depth: number, inner: unknown, wrap: (value: unknown) => unknown): unknown => {
  let value = inner;
  for (let level = 0; level < depth; level += 1) value = wrap(value);
  return value;
};

describe("a grammar", () => {
  test("of many alternatives and rules is fine", () => {
    checkGrammar(`root ::= ${"(word | number) ".repeat(3000)}\nword ::= [a-z]+\nnumber ::= [0-9]+`);
    checkGrammar(Array.from({ length: 3000 }, (_, rule) => `r${rule} ::= "a"`).join("\n"));
  });

  test("of parentheses without end is refused", () => {
    expect(() => checkGrammar(`root ::= ${"(".repeat(20_000)}`)).toThrow("parentheses");
    expect(() => checkGrammar(`root ::= ${'( "a" '.repeat(501)}`)).toThrow("parentheses");
  });

  test("may have any number of them where they are letters", () => {
    const many = "(".repeat(5000);
    checkGrammar(`root ::= "${many}" [${many}] # ${many}\nother ::= "\\"${many}" [\\]${many}]`);
  });

  test("of rules without end is refused", () => {
    const rules = Array.from({ length: 10_001 }, (_, rule) => `r${rule} ::= r${rule + 1}`);
    expect(() => checkGrammar(rules.join("\n"))).toThrow("rules");
  });
});

describe("a schema", () => {
  test("of many properties and some depth is fine", () => {
    const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, name) => [name, { type: "string" }]));
    checkSchema({ type: "object", properties: wide });
    checkSchema(nested(100, { type: "string" }, (items) => ({ type: "array", items })));
  });

  test("that is nested or refers without end is refused", () => {
    expect(() => checkSchema(nested(20_000, true, (items) => ({ items })))).toThrow("levels");
    expect(() => checkSchema(nested(20_000, true, (items) => [items]))).toThrow("levels");
    const definitions = Array.from({ length: 600 }, (_, at) => [`d${at}`, { $ref: `#/$defs/d${at + 1}` }]);
    expect(() => checkSchema({ $defs: Object.fromEntries(definitions) })).toThrow("references");
  });
});
