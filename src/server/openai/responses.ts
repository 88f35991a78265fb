/** /v1/responses: an answer as a list of items, or as a stream of events that build it. */
import type { Usage } from "../../protocol/chat.ts";
import { type Answers, answer, collectChoices, type Done } from "../answer/choices.ts";
import type { StreamEvent } from "../answer/event-stream.ts";
import { withModel } from "../answer/with-model.ts";
import { type Exchange, newId, post } from "../exchange.ts";
import { truncatedField } from "./chat.ts";
import { questionOf } from "./responses-question.ts";
import { type ResponsesRequest, responsesRequest } from "./responses-schema.ts";

export const responses = post(
  "/v1/responses",
  "openai",
  "Answers with a list of items",
  responsesRequest,
  create,
);

async function create(request: ResponsesRequest, exchange: Exchange): Promise<Response> {
  const question = questionOf(request);
  const { now } = exchange.service;
  return withModel(request, exchange, async (lease) => {
    const answers = await answer(lease.model, question, exchange);
    const head = headOf(request, lease.name, Math.floor(now() / 1000));
    if (request.stream) {
      const writer = new EventWriter(head);
      return { events: writer.events(answers), onError: ({ message }) => writer.failed(message) };
    }
    const [choice] = await collectChoices(answers, 1);
    if (choice === undefined) throw new Error("an answer ended without a result");
    const { reasoning, text, toolCalls, done } = choice;
    const output = [
      ...(reasoning === "" ? [] : [reasoningItem(newId("rs_"), reasoning)]),
      ...(text === "" && toolCalls.length > 0 ? [] : [messageItem(newId("msg_"), text, "completed")]),
      ...toolCalls.map((call) =>
        callItem(newId("fc_"), newId("call_"), call.name, call.arguments, "completed"),
      ),
    ];
    return Response.json({ ...whole(head, output, done), ...truncatedField(answers) });
  });
}

type Head = Record<string, unknown> & { id: string };

/** Repeats fields of the request, as clients expect. */
function headOf(request: ResponsesRequest, model: string, created: number): Head {
  return {
    id: newId("resp_"),
    object: "response",
    created_at: created,
    model,
    instructions: request.instructions ?? null,
    max_output_tokens: request.max_output_tokens ?? null,
    metadata: request.metadata ?? {},
    parallel_tool_calls: request.parallel_tool_calls ?? true,
    previous_response_id: null,
    reasoning: { effort: request.reasoning?.effort ?? null, summary: null },
    // Nothing is ever stored.
    store: false,
    temperature: request.temperature ?? null,
    text: request.text ?? { format: { type: "text" } },
    tool_choice: request.tool_choice ?? "auto",
    tools: request.tools ?? [],
    top_p: request.top_p ?? null,
    truncation: request.truncation ?? "disabled",
  };
}

function whole(head: Head, output: readonly object[], { finish, usage }: Done): object {
  const isCut = finish === "length" || finish === "context";
  return {
    ...head,
    status: isCut ? "incomplete" : "completed",
    error: null,
    incomplete_details: isCut ? { reason: "max_output_tokens" } : null,
    output,
    usage: usageOf(usage),
  };
}

function usageOf({ promptTokens, cachedTokens, completionTokens }: Usage): object {
  return {
    input_tokens: promptTokens,
    input_tokens_details: { cached_tokens: cachedTokens },
    output_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
  };
}

type Status = "in_progress" | "completed";

const textPart = (text: string) => ({ type: "output_text", text, annotations: [], logprobs: [] });

function messageItem(id: string, text: string, status: Status) {
  const content = status === "completed" ? [textPart(text)] : [];
  return { id, type: "message", role: "assistant", status, content };
}

function reasoningItem(id: string, text: string) {
  return {
    id,
    type: "reasoning",
    summary: [],
    content: text === "" ? [] : [{ type: "reasoning_text", text }],
  };
}

function callItem(id: string, callId: string, name: string, json: string, status: Status) {
  return { id, type: "function_call", call_id: callId, name, arguments: json, status };
}

/** The item being written. */
type Open =
  | { type: "message"; id: string; text: string }
  | { type: "reasoning"; id: string; text: string }
  | { type: "call"; id: string; callId: string; index: number; name: string; text: string };

/** Writes items one after the other: each begins, grows and ends. Events are numbered. */
class EventWriter {
  readonly #head: Head;
  readonly #output: object[] = [];
  #open: Open | undefined;
  #number = 0;

  constructor(head: Head) {
    this.#head = head;
  }

  async *events(answers: Answers): AsyncGenerator<StreamEvent, void> {
    let hasBegun = false;
    for await (const { event } of answers.events) {
      if (event.type === "queued" || event.type === "progress") continue;
      if (event.type === "token" || event.type === "promptToken") continue;
      if (!hasBegun) yield* this.#begin();
      hasBegun = true;
      if (event.type === "text") {
        if (this.#open?.type !== "message")
          yield* this.#openItem({ type: "message", id: newId("msg_"), text: "" });
        yield this.#delta("response.output_text.delta", event.text, { content_index: 0, logprobs: [] });
      } else if (event.type === "reasoning") {
        if (this.#open?.type !== "reasoning")
          yield* this.#openItem({ type: "reasoning", id: newId("rs_"), text: "" });
        yield this.#delta("response.reasoning_text.delta", event.text, { content_index: 0 });
      } else if (event.type === "toolCall") {
        if (this.#open?.type !== "call" || this.#open.index !== event.index) {
          const { index, name = "" } = event;
          yield* this.#openItem({
            type: "call",
            id: newId("fc_"),
            callId: newId("call_"),
            index,
            name,
            text: "",
          });
        }
        yield this.#delta("response.function_call_arguments.delta", event.arguments, {});
      } else {
        yield* this.#close();
        const response = { ...whole(this.#head, this.#output, event), ...truncatedField(answers) };
        const isCut = "status" in response && response.status === "incomplete";
        yield this.#event(isCut ? "response.incomplete" : "response.completed", { response });
      }
    }
  }

  failed(message: string): StreamEvent {
    const error = { code: "server_error", message };
    const response = { ...this.#head, status: "failed", error, output: this.#output };
    return this.#event("response.failed", { response });
  }

  *#begin(): Generator<StreamEvent> {
    const response = { ...this.#head, status: "in_progress", error: null, output: [], usage: null };
    yield this.#event("response.created", { response });
    yield this.#event("response.in_progress", { response });
  }

  *#openItem(open: Open): Generator<StreamEvent> {
    yield* this.#close();
    this.#open = open;
    yield this.#event("response.output_item.added", { output_index: this.#output.length, item: begun(open) });
    if (open.type === "message") {
      yield this.#event("response.content_part.added", {
        ...this.#position(open),
        content_index: 0,
        part: textPart(""),
      });
    }
  }

  #delta(type: string, delta: string, more: object): StreamEvent {
    const open = this.#open as Open;
    open.text += delta;
    return this.#event(type, { ...this.#position(open), ...more, delta });
  }

  *#close(): Generator<StreamEvent> {
    const open = this.#open;
    if (open === undefined) return;
    const { text } = open;
    const position = this.#position(open);
    if (open.type === "message") {
      const content_index = 0;
      yield this.#event("response.output_text.done", { ...position, content_index, text, logprobs: [] });
      yield this.#event("response.content_part.done", { ...position, content_index, part: textPart(text) });
    } else if (open.type === "reasoning") {
      yield this.#event("response.reasoning_text.done", { ...position, content_index: 0, text });
    } else {
      yield this.#event("response.function_call_arguments.done", {
        ...position,
        name: open.name,
        arguments: text,
      });
    }
    const item = ended(open);
    yield this.#event("response.output_item.done", { output_index: this.#output.length, item });
    this.#output.push(item);
    this.#open = undefined;
  }

  #position({ id }: Open): object {
    return { item_id: id, output_index: this.#output.length };
  }

  #event(type: string, fields: object): StreamEvent {
    const data = JSON.stringify({ type, sequence_number: this.#number, ...fields });
    this.#number += 1;
    return { event: type, data };
  }
}

function begun(open: Open): object {
  if (open.type === "message") return messageItem(open.id, "", "in_progress");
  if (open.type === "reasoning") return reasoningItem(open.id, "");
  return callItem(open.id, open.callId, open.name, "", "in_progress");
}

function ended(open: Open): object {
  if (open.type === "message") return messageItem(open.id, open.text, "completed");
  if (open.type === "reasoning") return reasoningItem(open.id, open.text);
  return callItem(open.id, open.callId, open.name, open.text, "completed");
}
