/** What an answer has to follow, in the words of several servers. */
import { expect, test } from "bun:test";
import { z } from "zod";
import { checkGrammar } from "../../../src/llama/grammar/check.ts";
import { ApiError } from "../../../src/server/api-error.ts";
import { constraintFields, constraintOf } from "../../../src/server/openai/constraint.ts";
import { check } from "../../../src/server/request/check.ts";

const request = z.object(constraintFields);
const of = (body: object) => constraintOf(check(request, body));
const schema = { type: "object", properties: { a: { type: "string" } } };

function faultOf(body: object): string | undefined {
  try {
    of(body);
  } catch (error) {
    if (error instanceof ApiError) return error.path;
    throw error;
  }
  throw new Error("it was accepted");
}

test("a schema may be in any of these fields, also without a name", () => {
  const forms = [
    { response_format: { type: "json_schema", json_schema: { name: "n", schema, strict: true } } },
    { response_format: { type: "json_schema", json_schema: { schema } } },
    { response_format: { type: "json_schema", schema } },
    { response_format: { type: "json_object", schema } },
    { json_schema: schema },
    { guided_json: schema },
    { guided_json: JSON.stringify(schema) },
    { structured_outputs: { json: schema } },
  ];
  for (const form of forms) expect(of(form)).toEqual({ jsonSchema: JSON.stringify(schema) });
});

test("without a schema any object is one", () => {
  const any = { jsonSchema: '{"type":"object"}' };
  expect(of({ response_format: { type: "json_object" } })).toEqual(any);
  expect(of({ response_format: { type: "json_schema", json_schema: { name: "n" } } })).toEqual(any);
  expect(of({ structured_outputs: { json_object: true } })).toEqual(any);
});

test("a grammar may be in any of these fields, and an empty one is none", () => {
  const grammar = 'root ::= "a"';
  for (const form of [
    { grammar },
    { guided_grammar: grammar },
    { structured_outputs: { grammar } },
    { response_format: { type: "grammar", grammar } },
  ]) {
    expect(of(form)).toEqual({ grammar });
  }
  expect(of({ grammar: "", response_format: { type: "text" }, guided_json: null })).toEqual({});
});

test("a choice becomes a grammar of exactly these texts", () => {
  const { grammar } = of({ guided_choice: ["yes", 'n"o\\', "a\nb"] });
  expect(grammar).toBe('root ::= "yes" | "n\\x22o\\x5c" | "a\\x0ab"');
  expect(() => checkGrammar(grammar ?? "")).not.toThrow();
  expect(of({ structured_outputs: { choice: ["x"] } })).toEqual({ grammar: 'root ::= "x"' });
});

test("the same constraint may have the names of several servers", () => {
  const grammar = 'root ::= "x"';
  expect(of({ grammar, guided_grammar: grammar, structured_outputs: { grammar } })).toEqual({ grammar });
});

test("two constraints, and those that can't be followed, are refused", () => {
  expect(faultOf({ response_format: { type: "json_object" }, grammar: "x" })).toBe("grammar");
  expect(faultOf({ guided_json: schema, json_schema: { type: "string" } })).toBe("guided_json");
  expect(faultOf({ guided_regex: "a+" })).toBe("guided_regex");
  expect(faultOf({ structured_outputs: { structural_tag: {} } })).toBe("structured_outputs.structural_tag");
  expect(faultOf({ response_format: { type: "structural_tag" } })).toBe("response_format.type");
  expect(faultOf({ guided_json: "{" })).toBe("guided_json");
  expect(faultOf({ guided_json: "[]" })).toBe("guided_json");
});
