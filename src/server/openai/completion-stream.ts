/** The chunks of a streamed text completion. */
import type { ChatEvent } from "../../protocol/chat.ts";
import type { ChoiceEvent } from "../answer/choices.ts";
import type { StreamEvent } from "../answer/event-stream.ts";
import type { CompletionRequest } from "./completion-schema.ts";
import { aligned, TextLogprobs, type TextToken, textToken } from "./logprobs.ts";
import { Meter } from "./meter.ts";
import { finishReason } from "./usage.ts";

export type CompletionStreamParts = {
  request: CompletionRequest;
  /** The first fields of each chunk. */
  head: object;
  /** What comes before the answers, for each prompt. */
  echoes: readonly string[];
};

export async function* completionChunks(
  events: AsyncIterable<ChoiceEvent>,
  { request, head, echoes }: CompletionStreamParts,
): AsyncGenerator<StreamEvent, void> {
  const { n = 1, stream_options: options, timings_per_token: hasTimings = false } = request;
  const hasLogprobs = request.logprobs !== undefined;
  const writers = echoes.flatMap((echo, prompt) =>
    Array.from({ length: n }, (_, choice) => new ChoiceWriter(prompt * n + choice, echo, hasLogprobs)),
  );
  const meter = new Meter({ perPrompt: n, reportsProgress: request.return_progress === true });
  const isMetered = options?.continuous_usage_stats === true;
  const hasUsage = options?.include_usage === true || isMetered;
  const chunk = (fields: object): StreamEvent => ({ data: JSON.stringify({ ...head, ...fields }) });
  const usage = (): object => (isMetered ? { usage: meter.usage } : {});
  for await (const choiceEvent of events) {
    for (const progress of meter.update(choiceEvent)) yield chunk({ choices: [], ...progress, ...usage() });
    const { choice, event } = choiceEvent;
    for (const written of writers[choice]?.chunksOf(event) ?? []) {
      yield chunk({ choices: [written], ...usage(), ...(hasTimings ? { timings: meter.timings } : {}) });
    }
  }
  if (hasUsage) {
    yield chunk({ choices: [], usage: meter.usage, ...(hasTimings ? { timings: meter.timings } : {}) });
  }
  yield { data: "[DONE]" };
}

type Written = { index: number; text: string; logprobs: object | null; finish_reason: string | null };

/** Turns one answer's events into the choices of chunks. */
class ChoiceWriter {
  readonly #index: number;
  readonly #hasLogprobs: boolean;
  readonly #logprobs = new TextLogprobs();
  /** What is not sent yet. */
  #echo: string;
  #promptTokens: TextToken[] = [];
  #tokens: TextToken[] = [];

  constructor(index: number, echo: string, hasLogprobs: boolean) {
    this.#index = index;
    this.#echo = echo;
    this.#hasLogprobs = hasLogprobs;
  }

  *chunksOf(event: ChatEvent): Generator<Written> {
    if (event.type === "promptToken") this.#promptTokens.push(textToken(event));
    if (event.type === "token") {
      yield* this.#echoed();
      if (this.#hasLogprobs) this.#tokens.push(textToken(event));
    } else if (event.type === "text") {
      yield* this.#echoed();
      yield this.#chunk(event.text);
    } else if (event.type === "done") {
      yield* this.#echoed();
      yield this.#chunk("", finishReason(event));
    }
  }

  /** The prompt, before the answer. */
  *#echoed(): Generator<Written> {
    const echo = this.#echo;
    if (echo === "") return;
    this.#echo = "";
    this.#tokens = aligned(this.#promptTokens, echo);
    yield this.#chunk(echo);
  }

  #chunk(text: string, finish: string | null = null): Written {
    const logprobs = this.#tokens.length === 0 ? null : this.#logprobs.next(this.#tokens);
    this.#tokens = [];
    return { index: this.#index, text, logprobs, finish_reason: finish };
  }
}
