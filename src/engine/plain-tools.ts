/**
 * Tools for models whose chat template has no words for them: they are told of in the system prompt, and
 * called by an answer that is one JSON object, which a grammar binds.
 */
import type { Message, ToolCall, ToolUse } from "./protocol.ts";
import type { PartEvent, Splitter } from "./splitter.ts";

const key = "tool_calls";

/** What begins a call; the grammar applies from its brace on. */
export const plainCallPattern = `^\\s*(\\{\\s*"${key}")`;

/** The messages in words that any template has. */
export function withPlainTools(messages: readonly Message[], { tools, choice }: ToolUse): Message[] {
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

/** JSON Schema of an answer that calls. */
export function plainCallSchema({ tools, parallel }: ToolUse): object {
  const call = ({ name, parameters }: ToolUse["tools"][number]): object => ({
    type: "object",
    properties: { name: { const: name }, arguments: parameters },
    required: ["name", "arguments"],
    additionalProperties: false,
  });
  return {
    type: "object",
    properties: {
      [key]: {
        type: "array",
        items: { anyOf: tools.map(call) },
        minItems: 1,
        ...(parallel ? {} : { maxItems: 1 }),
      },
    },
    required: [key],
    additionalProperties: false,
  };
}

/** Tells calls from text; what could still become a call is held back, and calls come when they are whole. */
export class PlainToolsSplitter implements Splitter {
  readonly #inner: Splitter;
  #held = "";
  #isText = false;

  /** @param inner tells reasoning apart */
  constructor(inner: Splitter) {
    this.#inner = inner;
  }

  push(text: string, isPartial: boolean): PartEvent[] {
    const events: PartEvent[] = [];
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
function callsOf(text: string): PartEvent[] {
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
