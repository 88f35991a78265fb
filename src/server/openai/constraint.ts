/**
 * What the text of an answer has to follow: OpenAI's `response_format`, and what other servers call
 * `grammar` and `json_schema` (llama-server), `guided_json` and `structured_outputs` (vLLM).
 */
import { z } from "zod";
import type { SamplingOptions } from "../../protocol/chat.ts";
import { ApiError } from "../api-error.ts";
import { optional, refused } from "../request/fields.ts";

const jsonSchema = z.record(z.string(), z.unknown());

/** JSON, or its text. */
const schemaOrText = z.union([jsonSchema, z.string()]);

const choices = z.array(z.string()).min(1).max(1000);

const responseFormat = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text") }),
  // With a schema as llama-server, Ollama and Fireworks take it.
  z.object({ type: z.literal("json_object"), schema: optional(jsonSchema) }),
  z.object({
    type: z.literal("json_schema"),
    json_schema: optional(
      z.object({
        name: optional(z.string()),
        description: optional(z.string()),
        schema: optional(jsonSchema),
        strict: optional(z.boolean()),
      }),
    ),
    schema: optional(jsonSchema),
  }),
  z.object({ type: z.literal("grammar"), grammar: z.string() }),
]);

const grammar = z.string().meta({ description: "A GBNF grammar that the answer follows." });

/** Fields of both chat and text completions. */
export const constraintFields = {
  response_format: optional(responseFormat),
  grammar: optional(grammar),
  json_schema: optional(jsonSchema),
  guided_json: optional(schemaOrText),
  guided_choice: optional(choices),
  guided_grammar: optional(grammar),
  guided_regex: refused,
  structured_outputs: optional(
    z.object({
      json: optional(schemaOrText),
      json_object: optional(z.boolean()),
      choice: optional(choices),
      grammar: optional(grammar),
      regex: refused,
      structural_tag: refused,
    }),
  ),
};

type ConstraintFields = z.output<z.ZodObject<typeof constraintFields>>;

type Constraint = Pick<SamplingOptions, "jsonSchema" | "grammar">;

const anyObject = { type: "object" };

/**
 * @returns an empty object if the answer is free
 * @throws ApiError `invalid` for two different constraints, and for one that can't be followed here
 */
export function constraintOf(fields: ConstraintFields): Constraint {
  const { structured_outputs: outputs } = fields;
  const given: readonly (readonly [path: string, constraint: Constraint | undefined])[] = [
    ["response_format", ofFormat(fields.response_format)],
    ["json_schema", fields.json_schema && ofSchema(fields.json_schema)],
    ["grammar", ofGrammar(fields.grammar)],
    ["guided_json", ofSchemaOrText(fields.guided_json, "guided_json")],
    ["guided_choice", fields.guided_choice && ofChoices(fields.guided_choice)],
    ["guided_grammar", ofGrammar(fields.guided_grammar)],
    ["guided_regex", refusedIfGiven(fields.guided_regex, "guided_regex")],
    ["structured_outputs.json", ofSchemaOrText(outputs?.json, "structured_outputs.json")],
    ["structured_outputs.json_object", outputs?.json_object ? ofSchema(anyObject) : undefined],
    ["structured_outputs.choice", outputs?.choice && ofChoices(outputs?.choice)],
    ["structured_outputs.grammar", ofGrammar(outputs?.grammar)],
    ["structured_outputs.regex", refusedIfGiven(outputs?.regex, "structured_outputs.regex")],
    [
      "structured_outputs.structural_tag",
      refusedIfGiven(outputs?.structural_tag, "structured_outputs.structural_tag"),
    ],
  ];
  const set = given.flatMap(([path, constraint]) => (constraint === undefined ? [] : [{ path, constraint }]));
  const [first] = set;
  // Clients that don't know the server send the same grammar under the names of several.
  const other = set.find(({ constraint }) => !Bun.deepEquals(constraint, first?.constraint));
  if (first !== undefined && other !== undefined) {
    const { path } = other;
    throw new ApiError("invalid", `${path}: it cannot be combined with ${first.path}`, { path });
  }
  return first?.constraint ?? {};
}

function ofFormat(format: ConstraintFields["response_format"]): Constraint | undefined {
  switch (format?.type) {
    case "json_object":
      return ofSchema(format.schema ?? anyObject);
    case "json_schema":
      return ofSchema(format.json_schema?.schema ?? format.schema ?? anyObject);
    case "grammar":
      return ofGrammar(format.grammar);
  }
}

function ofSchema(schema: object): Constraint {
  return { jsonSchema: JSON.stringify(schema) };
}

function ofSchemaOrText(schema: object | string | undefined, path: string): Constraint | undefined {
  if (schema === undefined) return undefined;
  if (typeof schema !== "string") return ofSchema(schema);
  try {
    return { jsonSchema: JSON.stringify(jsonSchema.parse(JSON.parse(schema))) };
  } catch {
    throw new ApiError("invalid", `${path}: expected a JSON schema, or its text`, { path });
  }
}

/** An empty grammar is none, as in llama-server. */
function ofGrammar(grammar: string | undefined): Constraint | undefined {
  return grammar === undefined || grammar === "" ? undefined : { grammar };
}

/** The answer is exactly one of the texts. */
function ofChoices(texts: readonly string[]): Constraint {
  return { grammar: `root ::= ${texts.map(literal).join(" | ")}` };
}

/** A string literal of GBNF. */
function literal(text: string): string {
  const escaped = text.replace(
    /["\\\p{Cc}]/gu,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
  return `"${escaped}"`;
}

function refusedIfGiven(value: unknown, path: string): undefined {
  if (value === undefined || value === null) return undefined;
  const message = `${path}: it is not supported; use a JSON schema with a pattern, or a GBNF grammar`;
  throw new ApiError("invalid", message, { path });
}
