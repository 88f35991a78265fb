/**
 * Separates text from tool calls for models without tool calls in their chat template: an answer
 * that is one JSON object `{"tool_calls": […]}` is calls. prompt/generic-tools.ts asks the model
 * for that form.
 */
import type { ToolCall } from "../../protocol/chat.ts";
import { toolCallsKey } from "../prompt/plain-messages.ts";
import type { OutputEvent, OutputParser } from "./output-parser.ts";

/** Text that may still become a call is withheld. Calls are passed on when they are complete. */
export class GenericToolParser implements OutputParser {
  readonly #inner: OutputParser;
  #withheld = "";
  #isText = false;

  /** @param inner separates reasoning from text */
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
      this.#withheld += event.text;
      if (couldBeCall(this.#withheld)) continue;
      this.#isText = true;
      events.push({ type: "text", text: this.#withheld });
    }
    if (!isPartial && !this.#isText && this.#withheld !== "") events.push(...eventsOf(this.#withheld));
    return events;
  }

  [Symbol.dispose](): void {
    this.#inner[Symbol.dispose]();
  }
}

function couldBeCall(text: string): boolean {
  const opening = `{"${toolCallsKey}"`;
  const dense = text.replace(/\s/g, "");
  return opening.startsWith(dense) || dense.startsWith(opening);
}

type Call = Pick<ToolCall, "name" | "arguments">;

/** Text in another form is passed on as text, so that nothing is lost. */
function eventsOf(text: string): OutputEvent[] {
  const calls = callsOf(text);
  if (calls.length === 0) return [{ type: "text", text }];
  return calls.map((call, index) => ({ type: "toolCall", index, ...call }));
}

/**
 * The calls that are complete. If the answer was cut in the first, it is that one, with what there
 * is of its arguments.
 */
function callsOf(text: string): Call[] {
  const list = new RegExp(`^\\s*\\{\\s*"${toolCallsKey}"\\s*:\\s*\\[\\s*`).exec(text)?.[0];
  if (list === undefined) return [];
  const { complete, rest } = elementsOf(text.slice(list.length));
  const isWholeOrCut = !/^\s*\]/.test(rest) || /^\s*\]\s*(?:\}\s*)?$/.test(rest);
  const calls = complete.map(callOf).filter((call) => call !== undefined);
  if (!isWholeOrCut || calls.length < complete.length) return [];
  if (calls.length > 0) return calls;
  const cut = cutCallOf(rest);
  return cut === undefined ? [] : [cut];
}

function callOf(json: string): Call | undefined {
  try {
    const { name, arguments: value } = JSON.parse(json) as { name: unknown; arguments: unknown };
    if (typeof name !== "string" || value === undefined) return undefined;
    return { name, arguments: JSON.stringify(value) };
  } catch {
    return undefined;
  }
}

function cutCallOf(json: string): Call | undefined {
  const opening = /^[\s,]*\{\s*"name"\s*:\s*("(?:[^"\\]|\\.)*")\s*,\s*"arguments"\s*:\s*/s.exec(json);
  if (opening === null) return undefined;
  try {
    return { name: JSON.parse(opening[1] as string) as string, arguments: json.slice(opening[0].length) };
  } catch {
    return undefined;
  }
}

/** The objects of a list whose opening bracket was read, and the text after the last whole one. */
function elementsOf(text: string): { complete: string[]; rest: string } {
  const complete: string[] = [];
  let start = 0;
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string;
    if (isInString) {
      if (character === "\\") at += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"') {
      isInString = true;
    } else if ("{[".includes(character)) {
      if (depth === 0) start = at;
      depth += 1;
    } else if ("}]".includes(character)) {
      depth -= 1;
      if (depth < 0) break;
      if (depth === 0) {
        complete.push(text.slice(start, at + 1));
        start = at + 1;
      }
    }
  }
  return { complete, rest: text.slice(start) };
}
