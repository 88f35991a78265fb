/**
 * Converts what constrains an answer, a grammar, a JSON schema or tools, to GBNF for the sampler.
 */
import { AnechatError, messageOf } from "../../base/errors.ts";
import { checkGrammar } from "../../llama/grammar/check.ts";
import { type Expression, either } from "../../llama/grammar/expression.ts";
import { GrammarError, maxRepetitions, placeOf } from "../../llama/grammar/gbnf.ts";
import type { SamplingOptions, Tool, ToolUse } from "../../protocol/chat.ts";
import { callExpression, textOrCall } from "./generic-tools.ts";
import { checkSchema } from "./schema/limits.ts";
import { SchemaGrammar } from "./schema/schema-grammar.ts";
import { forConverter } from "./schema/tool-schema.ts";

/** The grammar of an answer's text. If `isJson`, reasoning may come before it. */
export type Constraint = { gbnf: string; isJson: boolean };

/** Consecutive requests often have the same tools and schemas, so the last results are cached. */
const maxCached = 8;

export class Constraints {
  /** Least recently used first. */
  readonly #results = new Map<string, unknown>();

  /**
   * @returns undefined if the answer is free
   * @throws AnechatError `usage` if the grammar or schema is invalid
   */
  of({ grammar, jsonSchema }: Pick<SamplingOptions, "grammar" | "jsonSchema">): Constraint | undefined {
    if (grammar !== undefined) {
      return this.#cached(`grammar ${grammar}`, () => ({ gbnf: checkedGrammar(grammar), isJson: false }));
    }
    if (jsonSchema === undefined) return undefined;
    return this.#cached(`schema ${jsonSchema}`, () => {
      const schemas = new SchemaGrammar();
      return { gbnf: printed(schemas, answerSchema(schemas, jsonSchema), "jsonSchema"), isJson: true };
    });
  }

  /**
   * For generic tools: the template doesn't support tools, so the model calls them with JSON.
   * @param jsonSchema of an answer without calls; missing: any text
   * @throws AnechatError `usage` if a schema is invalid
   */
  ofCalls(toolUse: ToolUse, jsonSchema: string | undefined): Constraint {
    return this.#cached(`calls ${JSON.stringify([toolUse, jsonSchema])}`, () => {
      const schemas = new SchemaGrammar();
      const parameters = toolUse.tools.map((tool, index) => toolSchema(schemas, tool, index));
      if (toolUse.choice === "auto" && jsonSchema === undefined) {
        return { gbnf: printed(schemas, textOrCall(schemas, toolUse, parameters), "tools"), isJson: false };
      }
      const calls = callExpression(schemas, toolUse, parameters);
      const isCall = toolUse.choice === "required" || jsonSchema === undefined;
      const root = isCall ? calls : either(calls, answerSchema(schemas, jsonSchema));
      return { gbnf: printed(schemas, root, "tools"), isJson: true };
    });
  }

  /**
   * The tools with schemas that llama.cpp's converter accepts.
   * @throws AnechatError `usage` if one is invalid
   */
  convertible(tools: readonly Tool[]): readonly Tool[] {
    return this.#cached(`tools ${JSON.stringify(tools)}`, () => {
      const schemas = new SchemaGrammar();
      return tools.map((tool, index) => {
        toolSchema(schemas, tool, index);
        return { ...tool, parameters: checked(nameOf(tool), "tools", () => forConverter(tool.parameters)) };
      });
    });
  }

  #cached<T>(key: string, make: () => T): T {
    const known = this.#results.get(key) as T | undefined;
    const value = known ?? make();
    this.#results.delete(key);
    this.#results.set(key, value);
    const [oldest] = this.#results.keys();
    if (this.#results.size > maxCached && oldest !== undefined) this.#results.delete(oldest);
    return value;
  }
}

/** A schema for which llama.cpp makes a grammar with reasoning: see {@link fillPlaceholder}. */
export const placeholder = { const: "anechat: the schema of the answer" };

/**
 * Replaces {@link placeholder} in llama.cpp's grammar.
 * @returns undefined if it is not in the grammar
 */
export function fillPlaceholder(grammar: string, { gbnf }: Constraint): string | undefined {
  const mark = JSON.stringify(JSON.stringify(placeholder.const));
  if (!grammar.includes(mark)) return undefined;
  const name = "answer-as-asked";
  return `${grammar.replaceAll(mark, name)}\n${gbnf.replace(/^root ::=/, `${name} ::=`)}`;
}

function answerSchema(schemas: SchemaGrammar, jsonSchema: string): Expression {
  return checked("The JSON schema", "jsonSchema", () => {
    const root: unknown = JSON.parse(jsonSchema);
    checkSchema(root);
    return schemas.add({ name: "answer", root, isStrict: true });
  });
}

function toolSchema(schemas: SchemaGrammar, tool: Tool, index: number): Expression {
  return checked(nameOf(tool), "tools", () => {
    checkSchema(tool.parameters);
    return schemas.add({ name: `tool ${index}`, root: tool.parameters, isStrict: false });
  });
}

function nameOf({ name }: Tool): string {
  return `The schema of the tool ${name}`;
}

/** Checks the grammar, too: a small schema can make one that is too large. */
function printed(schemas: SchemaGrammar, root: Expression, field: "jsonSchema" | "tools"): string {
  const what = field === "tools" ? "The tools" : "The JSON schema";
  return checked(what, field, () => {
    const gbnf = schemas.print(root);
    checkGrammar(gbnf);
    return gbnf;
  });
}

/** Refuses maximums of repetitions that llama.cpp would ignore. */
function checkedGrammar(text: string): string {
  return checked("The grammar", "grammar", () => {
    const { unbounded } = checkGrammar(text);
    const [first] = unbounded;
    if (first === undefined) return text;
    throw new GrammarError(
      `the maximum ${first.max} at ${placeOf(text, first.at)} is over the limit of ${maxRepetitions}` +
        " repetitions",
    );
  });
}

function checked<T>(what: string, field: "grammar" | "jsonSchema" | "tools", work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const reason = messageOf(cause);
    throw new AnechatError("usage", `${what} can't be used: ${reason}`, {
      ...(field === "grammar" ? { hint: "Use GBNF with a rule named root." } : {}),
      field,
      cause,
    });
  }
}
