/**
 * Tools for models whose chat template has no words for them: they are told of in the system prompt, and
 * called by an answer that is one JSON object, which a grammar binds.
 */
import { charsOf } from "../../llama/grammar/char-set.ts";
import { type Expression, either, repeat, sequence, text } from "../../llama/grammar/expression.ts";
import { bracketed, space, textOf } from "../../llama/grammar/json-text.ts";
import { Languages } from "../../llama/grammar/language.ts";
import type { Message, ToolCall, ToolUse } from "../../protocol/chat.ts";
import type { OutputEvent, OutputParser } from "../output/output-parser.ts";
import type { SchemaGrammar } from "./schema/schema-grammar.ts";

const key = "tool_calls";

/** The messages in words that any template has. */
export function withGenericTools(messages: readonly Message[], { tools, choice }: ToolUse): Message[] {
  const form = `{"${key}": [{"name": "…", "arguments": {…}}]}`;
  const told = [
    "You can call these tools:",
    ...tools.map((tool) => JSON.stringify(tool)),
    choice === "required"
      ? `Answer with calls alone: ${form}`
      : `To call some, answer with nothing but ${form}`,
  ].join("\n");
  const [first, ...rest] = messages.map(inPlainWords);
  if (first?.role === "system") return [{ ...first, content: `${first.content}\n\n${told}` }, ...rest];
  return [{ role: "system", content: told }, ...(first === undefined ? [] : [first]), ...rest];
}

function inPlainWords(message: Message): Message {
  if (message.role === "tool") {
    return { role: "user", content: `Result of ${message.toolName ?? "the tool"}: ${message.content}` };
  }
  if (message.toolCalls === undefined) return message;
  const calls = message.toolCalls.map(({ name, arguments: json }) => ({ name, arguments: parsed(json) }));
  return { role: "assistant", content: JSON.stringify({ [key]: calls }) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

/** An answer that calls. @param parameters of the tools, in their order @param blank what may follow its first brace */
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
  return sequence(text("{"), blank, text(JSON.stringify(key)), colon, list, space(rules), text("}"));
}

/**
 * Any text but one that begins as a call does, or a call: what decides between them is in the grammar itself,
 * so that no token can begin a call and leave it again.
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
    languages.text(JSON.stringify(key)),
    languages.all,
  );
  const answer = textOf(rules, languages, languages.not(begins));
  const blank = repeat({ kind: "chars", set: blanks }, 0, Number.POSITIVE_INFINITY);
  return either(answer, sequence(blank, callExpression(schemas, toolUse, parameters, blank)));
}

/** Tells calls from text; what could still become a call is held back, and calls come when they are whole. */
export class GenericToolParser implements OutputParser {
  readonly #inner: OutputParser;
  #held = "";
  #isText = false;

  /** @param inner tells reasoning apart */
  constructor(inner: OutputParser) {
    this.#inner = inner;
  }

  push(text: string, isPartial: boolean): OutputEvent[] {
    const events: OutputEvent[] = [];
    for (const event of this.#inner.push(text, isPartial)) {
      if (event.type !== "text" || this.#isText) {
        events.push(event);
        continue;
      }
      this.#held += event.text;
      if (couldBeCall(this.#held)) continue;
      this.#isText = true;
      events.push({ type: "text", text: this.#held });
    }
    if (!isPartial && !this.#isText && this.#held !== "") events.push(...callsOf(this.#held));
    return events;
  }

  [Symbol.dispose](): void {
    this.#inner[Symbol.dispose]();
  }
}

function couldBeCall(text: string): boolean {
  const opening = `{"${key}"`;
  const dense = text.replace(/\s/g, "");
  return opening.startsWith(dense) || dense.startsWith(opening);
}

/** What was cut, or is of another form after all, is text: nothing of it may get lost. */
function callsOf(text: string): OutputEvent[] {
  try {
    const calls = (JSON.parse(text) as { [key]: Pick<ToolCall, "name" | "arguments">[] })[key];
    return calls.map(({ name, arguments: json }, index) => ({
      type: "toolCall",
      index,
      name,
      arguments: JSON.stringify(json),
    }));
  } catch {
    return [{ type: "text", text }];
  }
}
