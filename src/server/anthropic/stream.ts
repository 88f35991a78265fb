/** Streams of /v1/messages: https://platform.claude.com/docs/en/build-with-claude/streaming */
import type { ChatEvent } from "../../protocol/chat.ts";
import { type Answers, truncatedField } from "../answer/choices.ts";
import type { StreamEvent } from "../answer/event-stream.ts";
import { type ReplyOptions, stopOf, textBlock, thinkingBlock, toolUseBlock, usageOf } from "./reply.ts";
import { signatureOf } from "./signature.ts";

/**
 * `message_start` is sent as soon as the prompt is accepted, with all its tokens: how many of them
 * are cached is in the last event.
 * @param head the first fields of the message
 */
export async function* streamEvents(
  answers: Answers,
  head: object,
  options: ReplyOptions,
): AsyncGenerator<StreamEvent, void> {
  const writer = new BlockWriter(options.showsThinking);
  let hasBegun = false;
  for await (const { event } of answers.events) {
    if (event.type === "queued") {
      if (!hasBegun) yield messageStart(head, event.promptTokens);
      hasBegun = true;
    } else if (event.type === "text") yield* writer.text(event.text);
    else if (event.type === "reasoning") yield* writer.reasoning(event.text);
    else if (event.type === "toolCall") yield* writer.call(event);
    else if (event.type === "done") {
      if (!writer.hasAnswer && !options.isEmpty) yield* writer.text("");
      yield* writer.end();
      const delta = { ...stopOf(event, options.stops, writer.hasCalls), stop_details: null };
      const last = { type: "message_delta", delta, usage: usageOf(event.usage), ...truncatedField(answers) };
      yield streamEvent(last);
      yield streamEvent({ type: "message_stop" });
    }
  }
}

function messageStart(head: object, promptTokens: number): StreamEvent {
  const usage = usageOf({ promptTokens, cachedTokens: 0, completionTokens: 0 });
  const message = { ...head, content: [], stop_reason: null, stop_sequence: null, usage };
  return streamEvent({ type: "message_start", message });
}

function streamEvent(event: { type: string; [key: string]: unknown }): StreamEvent {
  return { event: event.type, data: JSON.stringify(event) };
}

type OpenBlock =
  | { type: "text" }
  | { type: "tool_use"; call: number }
  /** `reasoning`: its whole text so far. */
  | { type: "thinking"; reasoning: string };

/** Writes content blocks one after the other: each starts, gets deltas and stops. */
class BlockWriter {
  /** There was a text or a call. */
  hasAnswer = false;
  hasCalls = false;
  readonly #showsThinking: boolean;
  #open: OpenBlock | undefined;
  #index = -1;

  constructor(showsThinking: boolean) {
    this.#showsThinking = showsThinking;
  }

  *text(text: string): Generator<StreamEvent> {
    this.hasAnswer = true;
    if (this.#open?.type !== "text") yield* this.#begin({ type: "text" }, textBlock(""));
    if (text !== "") yield this.#delta({ type: "text_delta", text });
  }

  *reasoning(thinking: string): Generator<StreamEvent> {
    if (this.#open?.type !== "thinking") {
      yield* this.#begin({ type: "thinking", reasoning: "" }, thinkingBlock("", ""));
    }
    if (this.#open?.type === "thinking") this.#open.reasoning += thinking;
    if (this.#showsThinking) yield this.#delta({ type: "thinking_delta", thinking });
  }

  *call(event: Extract<ChatEvent, { type: "toolCall" }>): Generator<StreamEvent> {
    this.hasAnswer = true;
    this.hasCalls = true;
    if (this.#open?.type !== "tool_use" || this.#open.call !== event.index) {
      yield* this.#begin({ type: "tool_use", call: event.index }, toolUseBlock(event.name ?? "", {}));
    }
    if (event.arguments !== "")
      yield this.#delta({ type: "input_json_delta", partial_json: event.arguments });
  }

  *end(): Generator<StreamEvent> {
    if (this.#open === undefined) return;
    if (this.#open.type === "thinking") {
      const signature = signatureOf(this.#open.reasoning, this.#showsThinking);
      yield this.#delta({ type: "signature_delta", signature });
    }
    yield streamEvent({ type: "content_block_stop", index: this.#index });
    this.#open = undefined;
  }

  *#begin(open: OpenBlock, block: object): Generator<StreamEvent> {
    yield* this.end();
    this.#open = open;
    this.#index += 1;
    yield streamEvent({ type: "content_block_start", index: this.#index, content_block: block });
  }

  #delta(delta: object): StreamEvent {
    return streamEvent({ type: "content_block_delta", index: this.#index, delta });
  }
}
