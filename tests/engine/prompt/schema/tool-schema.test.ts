/** Tools' schemas reach llama.cpp's converter unchanged, except for what it can't handle. */
import { describe, expect, test } from "bun:test";
import { type Random, seededRandom } from "../../../../scripts/random.ts";
import { Constraints } from "../../../../src/engine/prompt/constraints.ts";
import { forConverter } from "../../../../src/engine/prompt/schema/tool-schema.ts";
import { ChatTemplate } from "../../../../src/llama/chat-template.ts";
import { Model } from "../../../../src/llama/model.ts";
import { Grammar } from "../../../../src/llama/sampler.ts";
import { Signals } from "../../../../src/llama/signals.ts";
import { SchemaMaker } from "../../../fixtures/json-schema.ts";
import { testModel } from "../../../fixtures/models.ts";
import { native } from "../../../fixtures/native.ts";
import { realTemplate } from "../../../fixtures/vocabularies.ts";

test("schemas of ordinary clients are not changed", () => {
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    title: "Edit",
    additionalProperties: false,
    required: ["path"],
    $defs: { mode: { type: "string", enum: ["a", "b"] } },
    properties: {
      path: { type: "string", description: "Where", minLength: 1, maxLength: 100_000, format: "uri" },
      mode: { $ref: "#/$defs/mode", default: "a" },
      id: { type: "string", pattern: "^[a-z0-9-]+$" },
      date: { type: "string", format: "date-time" },
      offset: { type: "integer", minimum: 0, maximum: 9007199254740991 },
      ratio: { type: "number", exclusiveMinimum: 0, multipleOf: 0.1 },
      maybe: { anyOf: [{ type: "integer" }, { type: "null" }], title: "Maybe" },
      either: { type: ["string", "null"], nullable: true },
      tags: { type: "array", items: { type: "string" }, uniqueItems: true, minItems: 1, maxItems: 20 },
      env: { type: "object", additionalProperties: { type: "string" }, propertyNames: { type: "string" } },
      anything: {},
      kind: { const: "x" },
    },
    dependentRequired: { id: ["date"] },
  };
  expect(forConverter(schema)).toEqual(schema);
});

describe("is rewritten for the converter:", () => {
  test.each<[string, unknown, unknown]>([
    ["true", { properties: { a: true } }, { properties: { a: {} } }],
    ["false", { properties: { a: false, b: {} } }, { properties: { b: {} } }],
    ["items: false", { items: false }, { items: {}, maxItems: 0 }],
    ["classes of characters", { pattern: "^\\d{3}\\-\\w$" }, { pattern: "^[0-9]{3}-[0-9A-Z_a-z]$" }],
    ["escaped slashes", { pattern: "^a\\/b$" }, { pattern: "^a/b$" }],
    [
      "characters that could end the string",
      { pattern: '^.\\"$' },
      { pattern: '^[^\\x00-\\x1F\\x22\\x5C\\x7F\\u2028-\\u2029]\\\\"$' },
    ],
    [
      "unanchored",
      { pattern: "a|^b" },
      {
        pattern:
          "^(?:[^\\x00-\\x1F\\x22\\x5C\\x7F]*a[^\\x00-\\x1F\\x22\\x5C\\x7F]*|b[^\\x00-\\x1F\\x22\\x5C\\x7F]*)$",
      },
    ],
    [
      "exclusive bounds of draft 4",
      { type: "integer", minimum: 3, exclusiveMinimum: true },
      { type: "integer", minimum: 3, exclusiveMinimum: 3 },
    ],
    [
      "a maximum below zero",
      { type: "integer", maximum: -5 },
      { type: "integer", maximum: -5, minimum: -9007199254740991 },
    ],
    [
      "allOf of one reference",
      { allOf: [{ $ref: "#/$defs/x" }], default: 1, $defs: { x: { type: "integer" } } },
      { $ref: "#/$defs/x", default: 1, $defs: { x: { type: "integer" } } },
    ],
    [
      "allOf",
      { allOf: [{ type: "string" }, { maxLength: 3 }], title: "t" },
      { type: "string", maxLength: 3, title: "t" },
    ],
    [
      "alternatives beside other keywords",
      { type: "object", properties: { a: {} }, anyOf: [{ required: ["a"] }] },
      {
        type: "object",
        properties: { a: {} },
        anyOf: [{ required: ["a"], type: "object", properties: { a: {} } }],
      },
    ],
    [
      "a reference to the whole",
      { type: "object", properties: { a: { $ref: "#" } } },
      { type: "object", properties: { a: { type: "object" } } },
    ],
  ])("%s", (_, schema, expected) => {
    expect(forConverter(schema)).toEqual(expected);
  });
});

describe("is removed:", () => {
  test.each<[string, { [keyword: string]: unknown }]>([
    ["lengths over the converter's limit", { minLength: 5000, maxLength: 2 ** 40 }],
    ["numbers of items over the converter's limit", { minItems: 5000, maxItems: 5000 }],
    ["an invalid count", { minLength: "3", maxItems: -1, minItems: 1.5 }],
    ["bounds of over 16 digits", { minimum: 1e18 }],
    [
      "additional properties beside named ones",
      { additionalProperties: { type: "string" }, properties: { a: {} } },
    ],
  ])("%s", (_, { properties, ...schema }) => {
    const beside = { type: "integer", title: "t", ...(properties === undefined ? {} : { properties }) };
    expect(forConverter({ ...beside, ...schema })).toEqual(beside);
  });
});

test.each(["^(?=a)", "(?P<a>b)", "^(a*)*$", "^a{3000}$"])(
  "a pattern that the converter doesn't support is moved to the description: %s",
  (pattern) => {
    const described = { type: "string", description: `(pattern: ${pattern})` };
    expect(forConverter({ type: "string", pattern })).toEqual(described);
    expect(forConverter({ pattern, description: "A name." })).toEqual({
      description: `A name. (pattern: ${pattern})`,
    });
  },
);

test("an object with more optional properties than the converter can handle is refused", () => {
  const properties = Object.fromEntries(Array.from({ length: 301 }, (_, at) => [`p${at}`, {}]));
  expect(() => forConverter({ type: "object", properties })).toThrow("over 300 optional properties");
});

const oddities: [string, unknown][] = [
  ...([
    ["minLength", 5000],
    ["maxLength", 2 ** 32],
    ["minItems", 5000],
    ["maxItems", 100_000],
  ] as [string, unknown][]),
  ...([
    ["minimum", 1e18],
    ["maximum", -1e18],
    ["minimum", 1e15],
    ["maximum", -5],
  ] as [string, unknown][]),
  ...([
    ["pattern", "\\bx"],
    ["pattern", "(a*)*"],
    ["pattern", '^a\\-*"$'],
    ["pattern", ""],
  ] as [string, unknown][]),
  ...([
    ["required", true],
    ["items", true],
    ["items", false],
    ["items", null],
    ["prefixItems", {}],
  ] as [string, unknown][]),
  ...([
    ["additionalProperties", {}],
    ["additionalProperties", "x"],
    ["format", 3],
  ] as [string, unknown][]),
  ...([
    ["properties", { 'a"]^-\\': { type: "string" }, "": {} }],
    ["$ref", "#"],
    ["$ref", "#/$defs/x"],
  ] as [string, unknown][]),
  ...([
    ["anyOf", [true, { type: "null" }, false]],
    ["oneOf", [{ required: ["a"] }]],
    ["const", null],
  ] as [string, unknown][]),
  ...([
    ["allOf", [{ $ref: "#/$defs/list" }, { properties: { z: {} } }]],
    ["exclusiveMinimum", true],
  ] as [string, unknown][]),
];

/** A copy of the schema with odd keywords in random places. */
function odd(schema: unknown, random: Random): unknown {
  const copy = structuredClone(schema);
  const objects: { [keyword: string]: unknown }[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (!Array.isArray(value)) objects.push(value as { [keyword: string]: unknown });
    for (const inner of Object.values(value)) collect(inner);
  };
  collect(copy);
  for (let count = random.below(4); count > 0; count -= 1) {
    const [keyword, value] = oddities[random.below(oddities.length)] as [string, unknown];
    const object = objects[random.below(objects.length)];
    if (object !== undefined) object[keyword] = structuredClone(value);
  }
  return copy;
}

test.each(["Qwen-Qwen2.5-7B-Instruct", "Qwen3-Coder", "MiniMax-M3"])(
  "whatever the schema, the converter makes a usable grammar with the template of %s",
  async (name) => {
    const chatTemplate = await realTemplate(name);
    using model = Model.load(
      native(),
      await testModel("bpe", { chatTemplate }),
      { gpuLayers: 0 },
      new Signals(),
    );
    using template = new ChatTemplate(native(), model);
    const random = seededRandom(13);
    const maker = new SchemaMaker(random);
    const constraints = new Constraints();
    let used = 0;
    for (let round = 0; round < 80; round += 1) {
      const schema = odd(maker.document(), random);
      const parameters = {
        type: "object",
        properties: { p: schema },
        $defs: (schema as { $defs: unknown }).$defs,
      };
      let tools: ReturnType<Constraints["convertible"]>;
      try {
        tools = constraints.convertible([{ name: "f", description: "", parameters }]);
      } catch (error) {
        expect((error as Error).message).toStartWith("The schema of the tool f can't be used: $");
        continue;
      }
      const { grammar } = template.apply({
        messages: [{ role: "user", content: "Hi" }],
        tools: tools.map((tool) => ({ type: "function", function: tool })),
        toolChoice: "required",
        parallelToolCalls: true,
      });
      using opened = new Grammar(native(), model.vocabulary, grammar);
      expect(opened).toBeDefined();
      used += 1;
    }
    expect(used).toBeGreaterThan(40);
  },
);
