/**
 * Tools for models whose chat template has none: the system prompt describes them, and a grammar
 * makes a call one JSON object. output/generic-tool-parser.ts reads the calls.
 */
import { charsOf } from "../../llama/grammar/char-set.ts";
import { type Expression, either, repeat, sequence, text } from "../../llama/grammar/expression.ts";
import { bracketed, space, textOf } from "../../llama/grammar/json-text.ts";
import { Languages } from "../../llama/grammar/language.ts";
import type { Message, ToolUse } from "../../protocol/chat.ts";
import { asPlainMessage, toolCallsKey } from "./plain-messages.ts";
import type { SchemaGrammar } from "./schema/schema-grammar.ts";

/** The messages without tool roles, which any template can render. */
export function withGenericTools(messages: readonly Message[], { tools, choice }: ToolUse): Message[] {
  const form = `{"${toolCallsKey}": [{"name": "…", "arguments": {…}}]}`;
  const instructions = [
    "You can call these tools:",
    ...tools.map((tool) => JSON.stringify(tool)),
    choice === "required"
      ? `Answer with calls alone: ${form}`
      : `To call some, answer with nothing but ${form}`,
  ].join("\n");
  const [first, ...rest] = messages.map(asPlainMessage);
  if (first?.role === "system")
    return [{ ...first, content: `${first.content}\n\n${instructions}` }, ...rest];
  return [{ role: "system", content: instructions }, ...(first === undefined ? [] : [first]), ...rest];
}

/**
 * An answer that calls tools. @param parameters of the tools, in order @param blank what may follow
 * the first brace
 */
export function callExpression(
  { rules }: SchemaGrammar,
  { tools, parallel }: Pick<ToolUse, "tools" | "parallel">,
  parameters: readonly Expression[],
  blank = space(rules),
): Expression {
  const colon = sequence(space(rules), text(":"), space(rules));
  const comma = sequence(text(","), space(rules));
  const calls = tools.map(({ name }, index) => {
    const named = sequence(text('"name"'), colon, text(JSON.stringify(name)), comma);
    return sequence(named, text('"arguments"'), colon, parameters[index] as Expression);
  });
  const call = rules.add("call", bracketed(rules, "{}", either(...calls), true));
  const more = repeat(sequence(comma, call), 0, Number.POSITIVE_INFINITY);
  const list = bracketed(rules, "[]", parallel ? sequence(call, more) : call, true);
  return sequence(text("{"), blank, text(JSON.stringify(toolCallsKey)), colon, list, space(rules), text("}"));
}

/**
 * A call, or any text that does not begin as a call does. The grammar itself decides between them,
 * so no token can begin a call and then continue as text.
 */
export function textOrCall(
  schemas: SchemaGrammar,
  toolUse: Pick<ToolUse, "tools" | "parallel">,
  parameters: readonly Expression[],
): Expression {
  const { rules } = schemas;
  const languages = new Languages();
  const blanks = charsOf(" \t\r\n");
  const anyBlanks = languages.repeat(languages.chars(blanks), 0);
  const begins = languages.sequence(
    anyBlanks,
    languages.text("{"),
    anyBlanks,
    languages.text(JSON.stringify(toolCallsKey)),
    languages.all,
  );
  const answer = textOf(rules, languages, languages.not(begins));
  const blank = repeat({ kind: "chars", set: blanks }, 0, Number.POSITIVE_INFINITY);
  return either(answer, sequence(blank, callExpression(schemas, toolUse, parameters, blank)));
}
