/** The chunks of a streamed chat completion. */
import type { ChatEvent } from "../../protocol/chat.ts";
import type { Answers } from "../answer/choices.ts";
import type { StreamEvent } from "../answer/event-stream.ts";
import { newId } from "../exchange.ts";
import type { ChatRequest } from "./chat-schema.ts";
import { usesOldForm } from "./chat-tools.ts";
import { chatLogprobs } from "./logprobs.ts";
import { Meter } from "./meter.ts";
import { finishReason } from "./usage.ts";

export type StreamParts = {
  request: ChatRequest;
  /** The first fields of each chunk. */
  head: object;
  /** Further fields of the last chunk, which has the usage. */
  last: object;
};

export async function* chatChunks(
  { events }: Answers,
  { request, head, last }: StreamParts,
): AsyncGenerator<StreamEvent, void> {
  const { n = 1, stream_options: options, timings_per_token: hasTimings = false } = request;
  const writers = Array.from({ length: n }, (_, index) => new ChoiceWriter(index, request));
  const meter = new Meter({ perPrompt: n, reportsProgress: request.return_progress === true });
  const isMetered = options?.continuous_usage_stats === true;
  const hasUsage = options?.include_usage === true || isMetered;
  const chunk = (fields: object): StreamEvent => ({
    data: JSON.stringify({ ...head, object: "chat.completion.chunk", ...fields }),
  });
  // As OpenAI does, the field is null where another chunk has it.
  const usage = (): object => (isMetered ? { usage: meter.usage } : hasUsage ? { usage: null } : {});
  for await (const choiceEvent of events) {
    for (const progress of meter.update(choiceEvent)) yield chunk({ choices: [], ...progress, ...usage() });
    const { choice, event } = choiceEvent;
    for (const { isFirst, ...written } of writers[choice]?.chunksOf(event) ?? []) {
      const timings = hasTimings && !isFirst ? { timings: meter.timings } : {};
      yield chunk({ choices: [written], ...usage(), ...timings });
    }
  }
  if (hasUsage) {
    yield chunk({
      choices: [],
      usage: meter.usage,
      ...(hasTimings ? { timings: meter.timings } : {}),
      ...last,
    });
  }
  yield { data: "[DONE]" };
}

type Written = {
  index: number;
  delta: object;
  logprobs: object | null;
  finish_reason: string | null;
  /** The chunk that only begins the message. */
  isFirst?: true;
};

/** Turns one answer's events into the choices of chunks. */
class ChoiceWriter {
  readonly #index: number;
  readonly #hasLogprobs: boolean;
  readonly #isOld: boolean;
  #hasBegun = false;
  #hasCalls = false;
  /** Tokens whose text has not been sent yet. */
  #tokens: Extract<ChatEvent, { type: "token" }>[] = [];

  constructor(index: number, request: ChatRequest) {
    this.#index = index;
    this.#hasLogprobs = request.logprobs === true;
    this.#isOld = usesOldForm(request);
  }

  *chunksOf(event: ChatEvent): Generator<Written> {
    switch (event.type) {
      case "queued":
      case "progress":
      case "promptToken":
        return;
      case "token":
        if (this.#hasLogprobs) this.#tokens.push(event);
        return;
      case "text":
        yield* this.#begin();
        yield this.#chunk({ content: event.text });
        return;
      case "reasoning":
        yield* this.#begin();
        yield this.#chunk({ reasoning_content: event.text });
        return;
      case "toolCall":
        yield* this.#begin();
        this.#hasCalls = true;
        yield this.#chunk(this.#call(event));
        return;
      case "done": {
        yield* this.#begin();
        const calls = this.#isOld ? "function_call" : "tool_calls";
        yield this.#chunk({}, finishReason(event, this.#hasCalls ? calls : undefined));
      }
    }
  }

  #call({ index, name, arguments: json }: Extract<ChatEvent, { type: "toolCall" }>): object {
    const call = { ...(name === undefined ? {} : { name }), arguments: json };
    if (this.#isOld) return { function_call: call };
    const begun = name === undefined ? {} : { id: newId("call_"), type: "function" };
    return { tool_calls: [{ index, ...begun, function: call }] };
  }

  *#begin(): Generator<Written> {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    const delta = { role: "assistant", content: null };
    yield { index: this.#index, delta, logprobs: null, finish_reason: null, isFirst: true };
  }

  #chunk(delta: object, finish: string | null = null): Written {
    const logprobs = this.#tokens.length === 0 ? null : chatLogprobs(this.#tokens);
    this.#tokens = [];
    return { index: this.#index, delta, logprobs, finish_reason: finish };
  }
}
