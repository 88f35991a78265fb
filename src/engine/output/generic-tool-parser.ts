/**
 * Separates text from tool calls for models without tool calls in their chat template: an answer
 * that is one JSON object `{"tool_calls": […]}` is calls. prompt/generic-tools.ts asks the model
 * for that form.
 */
import type { ToolCall } from "../../protocol/chat.ts";
import { toolCallsKey } from "../prompt/generic-tools.ts";
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
    if (!isPartial && !this.#isText && this.#withheld !== "") events.push(...callsOf(this.#withheld));
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

/** A call that was cut off or has another form is passed on as text, so that nothing is lost. */
function callsOf(text: string): OutputEvent[] {
  try {
    const calls = (JSON.parse(text) as { [toolCallsKey]: Pick<ToolCall, "name" | "arguments">[] })[
      toolCallsKey
    ];
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
