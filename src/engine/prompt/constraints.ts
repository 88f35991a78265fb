/** What an answer has to follow, a grammar or JSON schemas, as the sampler takes it: GBNF. */
import { AnechatError } from "../../base/errors.ts";
import { checkGrammar } from "../../llama/grammar/check.ts";
import { type Expression, either } from "../../llama/grammar/expression.ts";
import { GrammarError, mostRepetitions, placeOf } from "../../llama/grammar/gbnf.ts";
import type { SamplingOptions, Tool, ToolUse } from "../../protocol/chat.ts";
import { callExpression, textOrCall } from "./generic-tools.ts";
import { checkSchema } from "./schema/limits.ts";
import { SchemaGrammar } from "./schema/schema-grammar.ts";
import { forConverter } from "./schema/tool-schema.ts";

/** What binds an answer's text; `isJson`: reasoning may come before it. */
export type Constraint = { gbnf: string; isJson: boolean };

/** Requests that follow each other mostly have the same tools and schemas. */
const mostRemembered = 8;

export class Constraints {
  readonly #remembered = new Map<string, unknown>();

  /** @returns undefined where nothing binds an answer @throws AnechatError `usage` for what can't be used */
  of({ grammar, jsonSchema }: Pick<SamplingOptions, "grammar" | "jsonSchema">): Constraint | undefined {
    if (grammar !== undefined) {
      return this.#once(`grammar ${grammar}`, () => ({ gbnf: checkedGrammar(grammar), isJson: false }));
    }
    if (jsonSchema === undefined) return undefined;
    return this.#once(`schema ${jsonSchema}`, () => {
      const schemas = new SchemaGrammar();
      return { gbnf: printed(schemas, answerSchema(schemas, jsonSchema), "jsonSchema"), isJson: true };
    });
  }

  /**
   * For tools that a model calls with JSON, its template having no words for them.
   * @param jsonSchema of an answer that calls none; missing: any text
   * @throws AnechatError `usage` for what can't be used
   */
  ofCalls(toolUse: ToolUse, jsonSchema: string | undefined): Constraint {
    return this.#once(`calls ${JSON.stringify([toolUse, jsonSchema])}`, () => {
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

  /** The tools with schemas that llama.cpp's converter takes. @throws AnechatError `usage` for what is no schema */
  convertible(tools: readonly Tool[]): readonly Tool[] {
    return this.#once(`tools ${JSON.stringify(tools)}`, () => {
      const schemas = new SchemaGrammar();
      return tools.map((tool, index) => {
        toolSchema(schemas, tool, index);
        return { ...tool, parameters: usable(nameOf(tool), "tools", () => forConverter(tool.parameters)) };
      });
    });
  }

  #once<T>(key: string, make: () => T): T {
    const known = this.#remembered.get(key) as T | undefined;
    const value = known ?? make();
    this.#remembered.delete(key);
    this.#remembered.set(key, value);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > mostRemembered && oldest !== undefined) this.#remembered.delete(oldest);
    return value;
  }
}

/** A schema that stands for another one until llama.cpp has made a grammar around it: see {@link filledIn}. */
export const placeholder = { const: "anechat: the schema of the answer" };

/** The grammar that llama.cpp made for {@link placeholder}, and what it stands for. @returns undefined where it isn't there */
export function filledIn(grammar: string, { gbnf }: Constraint): string | undefined {
  const mark = JSON.stringify(JSON.stringify(placeholder.const));
  if (!grammar.includes(mark)) return undefined;
  const name = "answer-as-asked";
  return `${grammar.replaceAll(mark, name)}\n${gbnf.replace(/^root ::=/, `${name} ::=`)}`;
}

function answerSchema(schemas: SchemaGrammar, jsonSchema: string): Expression {
  return usable("The JSON schema", "jsonSchema", () => {
    const root: unknown = JSON.parse(jsonSchema);
    checkSchema(root);
    return schemas.add({ name: "answer", root, isStrict: true });
  });
}

function toolSchema(schemas: SchemaGrammar, tool: Tool, index: number): Expression {
  return usable(nameOf(tool), "tools", () => {
    checkSchema(tool.parameters);
    return schemas.add({ name: `tool ${index}`, root: tool.parameters, isStrict: false });
  });
}

function nameOf({ name }: Tool): string {
  return `The schema of the tool ${name}`;
}

/** Small schemas can be large grammars. */
function printed(schemas: SchemaGrammar, root: Expression, field: "jsonSchema" | "tools"): string {
  const what = field === "tools" ? "The tools" : "The JSON schema";
  return usable(what, field, () => {
    const gbnf = schemas.print(root);
    checkGrammar(gbnf);
    return gbnf;
  });
}

/** Of a grammar that somebody wrote, a maximum over what llama.cpp counts to would bind nothing. */
function checkedGrammar(text: string): string {
  return usable("The grammar", "grammar", () => {
    const { unbounded } = checkGrammar(text);
    const [first] = unbounded;
    if (first === undefined) return text;
    throw new GrammarError(
      `the maximum ${first.most} at ${placeOf(text, first.at)} is over ${mostRepetitions} repetitions, which are the most`,
    );
  });
}

function usable<T>(what: string, field: "grammar" | "jsonSchema" | "tools", work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AnechatError("usage", `${what} can't be used: ${reason}`, {
      ...(field === "grammar" ? { hint: "It has to be GBNF with a rule named root." } : {}),
      field,
      cause,
    });
  }
}
