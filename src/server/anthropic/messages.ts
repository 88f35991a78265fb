/** /v1/messages and /v1/messages/count_tokens: https://docs.anthropic.com/en/api/messages */
import type { Usage } from "../../protocol/chat.ts";
import { type Answers, answer, type Choice, collectChoices, type Done } from "../answer/choices.ts";
import type { StreamEvent } from "../answer/event-stream.ts";
import { withModel } from "../answer/with-model.ts";
import { type Exchange, newId, post } from "../exchange.ts";
import type { Lease } from "../model-pool.ts";
import { truncatedField } from "../openai/chat.ts";
import { messagesOf, promptOptions, questionOf } from "./question.ts";
import { type CountRequest, countRequest, type MessagesRequest, messagesRequest } from "./schema.ts";

export const messages = post("/v1/messages", "anthropic", "Answers a conversation", messagesRequest, create);

export const countTokens = post(
  "/v1/messages/count_tokens",
  "anthropic",
  "Counts the tokens of a prompt",
  countRequest,
  count,
);

async function count(request: CountRequest, exchange: Exchange): Promise<Response> {
  using lease = await exchange.service.pool.lease(request.model);
  return Response.json({ input_tokens: await tokensOf(request, lease, exchange.signal) });
}

/** Tokens of the prompt with all its messages. */
function tokensOf(request: CountRequest, { model }: Lease, signal: AbortSignal): Promise<number> {
  return model.engine.countTokens(messagesOf(request), { ...promptOptions(request), signal });
}

async function create(request: MessagesRequest, exchange: Exchange): Promise<Response> {
  const question = questionOf(request);
  return withModel(request, exchange, async (lease) => {
    const answers = await answer(lease.model, question, exchange);
    const head = { id: newId("msg_"), type: "message", role: "assistant", model: lease.name };
    const stops = request.stop_sequences ?? [];
    if (request.stream) {
      // The first event needs the prompt's tokens; how many were cached is known only at the end.
      const promptTokens = answers.promptTokens ?? (await tokensOf(request, lease, exchange.signal));
      const events = streamEvents(answers, head, stops, promptTokens);
      return { events };
    }
    const [choice] = await collectChoices(answers, 1);
    if (choice === undefined) throw new Error("an answer ended without a result");
    return Response.json({
      ...head,
      content: contentOf(choice),
      ...stopOf(choice.done, stops, choice.toolCalls.length > 0),
      usage: usageOf(choice.done.usage),
      ...truncatedField(answers),
    });
  });
}

function contentOf({ text, reasoning, toolCalls }: Choice): object[] {
  return [
    ...(reasoning === "" ? [] : [{ type: "thinking", thinking: reasoning, signature: "" }]),
    ...(text === "" && toolCalls.length > 0 ? [] : [{ type: "text", text }]),
    ...toolCalls.map(({ name, arguments: json }) => ({
      type: "tool_use",
      id: newId("toolu_"),
      name,
      input: inputOf(json),
    })),
  ];
}

/** A truncated answer ends in incomplete JSON, which can only be passed on as a string. */
function inputOf(json: string): object {
  try {
    const input: unknown = JSON.parse(json);
    return typeof input === "object" && input !== null ? input : { value: input };
  } catch {
    return { _incomplete: json };
  }
}

function stopOf({ finish, stoppedBy }: Done, stops: readonly string[], hasCalls: boolean) {
  // The model's template may have stop strings, too; those are not reported.
  const sequence = stoppedBy !== undefined && stops.includes(stoppedBy) ? stoppedBy : null;
  if (finish === "length" || finish === "context") return { stop_reason: "max_tokens", stop_sequence: null };
  if (sequence !== null) return { stop_reason: "stop_sequence", stop_sequence: sequence };
  return { stop_reason: hasCalls ? "tool_use" : "end_turn", stop_sequence: null };
}

/** Anthropic counts cached tokens separately. */
function usageOf({ promptTokens, cachedTokens, completionTokens }: Usage) {
  return {
    input_tokens: promptTokens - cachedTokens,
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: cachedTokens,
    output_tokens: completionTokens,
  };
}

function streamEvent(event: { type: string; [key: string]: unknown }): StreamEvent {
  return { event: event.type, data: JSON.stringify(event) };
}

async function* streamEvents(
  answers: Answers,
  head: object,
  stops: readonly string[],
  promptTokens: number,
): AsyncGenerator<StreamEvent, void> {
  const writer = new BlockWriter();
  let hasBegun = false;
  const begin = (): StreamEvent =>
    streamEvent({
      type: "message_start",
      message: {
        ...head,
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: { input_tokens: promptTokens, output_tokens: 0 },
      },
    });
  for await (const { event } of answers.events) {
    if (event.type === "queued" || event.type === "progress") continue;
    if (!hasBegun) yield begin();
    hasBegun = true;
    if (event.type === "text") yield* writer.write("text", "text_delta", "text", event.text);
    else if (event.type === "reasoning") {
      yield* writer.write("thinking", "thinking_delta", "thinking", event.text);
    } else if (event.type === "toolCall") yield* writer.call(event);
    else if (event.type === "done") {
      yield* writer.end();
      const delta = stopOf(event, stops, writer.hasCalls);
      const last = { type: "message_delta", delta, usage: usageOf(event.usage), ...truncatedField(answers) };
      yield streamEvent(last);
      yield streamEvent({ type: "message_stop" });
    }
  }
}

type BlockType = "text" | "thinking" | "tool_use";

/** Writes content blocks one after the other: each starts, gets deltas and stops. */
class BlockWriter {
  hasCalls = false;
  #open: { type: BlockType; call?: number } | undefined;
  #index = -1;

  *write(type: "text" | "thinking", delta: string, key: string, text: string): Generator<StreamEvent> {
    if (this.#open?.type !== type) {
      yield* this.#begin(
        { type },
        type === "text" ? { type, text: "" } : { type, thinking: "", signature: "" },
      );
    }
    yield this.#delta({ type: delta, [key]: text });
  }

  *call(event: { index: number; name?: string; arguments: string }): Generator<StreamEvent> {
    if (this.#open?.call !== event.index) {
      this.hasCalls = true;
      const block = { type: "tool_use", id: newId("toolu_"), name: event.name ?? "", input: {} };
      yield* this.#begin({ type: "tool_use", call: event.index }, block);
    }
    if (event.arguments !== "")
      yield this.#delta({ type: "input_json_delta", partial_json: event.arguments });
  }

  *end(): Generator<StreamEvent> {
    if (this.#open === undefined) return;
    yield streamEvent({ type: "content_block_stop", index: this.#index });
    this.#open = undefined;
  }

  *#begin(open: { type: BlockType; call?: number }, block: object): Generator<StreamEvent> {
    yield* this.end();
    this.#open = open;
    this.#index += 1;
    yield streamEvent({ type: "content_block_start", index: this.#index, content_block: block });
  }

  #delta(delta: object): StreamEvent {
    return streamEvent({ type: "content_block_delta", index: this.#index, delta });
  }
}
