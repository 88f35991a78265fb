/** The parts of an answer that /api/chat and /api/generate share: durations and tool calls. */
import type { ChatEvent } from "../../protocol/chat.ts";
import type { Done } from "../answer/choices.ts";
import { readMs } from "../answer/timings.ts";

/** When a request arrived and when it got its model, by performance.now(). */
export type Times = { arrived: number; leased: number };

/** The last object of an answer: why it ended, its tokens, and its times in nanoseconds. */
export function doneFields({ finish, usage, timings }: Done, { arrived, leased }: Times): object {
  return {
    done: true,
    done_reason: finish === "length" || finish === "context" ? "length" : "stop",
    total_duration: nanoseconds(performance.now() - arrived),
    load_duration: nanoseconds(leased - arrived),
    prompt_eval_count: usage.promptTokens,
    prompt_eval_duration: nanoseconds(readMs(timings)),
    eval_count: usage.completionTokens,
    eval_duration: nanoseconds(timings.generationMs),
  };
}

/** At least 1: clients divide by durations. */
export function nanoseconds(milliseconds: number): number {
  return Math.max(1, Math.round(milliseconds * 1e6));
}

/** A call, with its arguments as an object. */
export type OllamaToolCall = {
  id: string;
  function: { index: number; name: string; arguments: Record<string, unknown> };
};

/** Puts the parts of tool calls together. A call is complete when the next begins, or at the end. */
export class ToolCallCollector {
  #open: { index: number; name: string; json: string } | undefined;

  /** @returns the call that is complete now */
  add({
    index,
    name = "",
    arguments: json,
  }: Extract<ChatEvent, { type: "toolCall" }>): OllamaToolCall | undefined {
    if (this.#open?.index === index) {
      this.#open.json += json;
      return undefined;
    }
    const complete = this.end();
    this.#open = { index, name, json };
    return complete;
  }

  /** @returns the call that was open */
  end(): OllamaToolCall | undefined {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return undefined;
    const { index, name, json } = open;
    const id = `call_${crypto.randomUUID().slice(0, 8)}`;
    return { id, function: { index, name, arguments: objectOf(json) } };
  }
}

/** Arguments that were cut by the limit of tokens have no valid JSON: the call is still named. */
function objectOf(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Falls through to no arguments.
  }
  return {};
}
