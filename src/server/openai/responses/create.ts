/** POST /v1/responses: an answer as a list of items, or as a stream of events that build it. */
import { type Answers, answer, truncatedField } from "../../answer/choices.ts";
import type { StreamEvent } from "../../answer/event-stream.ts";
import { withModel } from "../../answer/with-model.ts";
import { type Exchange, post } from "../../exchange.ts";
import { nameWithoutEffect } from "../../request/thinking.ts";
import { Meter } from "../meter.ts";
import { contextOf } from "./context.ts";
import { EventWriter, type ResponseEvent } from "./event-writer.ts";
import { questionOf, refuseImpossible, wantsLogprobs } from "./question.ts";
import {
  cancelledResponse,
  endedResponse,
  failedResponse,
  type Head,
  headOf,
  type ResponseObject,
  responseInProgress,
} from "./response.ts";
import { type ResponsesRequest, responsesRequest } from "./schema.ts";

export const createResponse = post(
  "/v1/responses",
  "openai",
  "Answers with a list of items",
  responsesRequest,
  create,
);

/** The value of `include` that asks for reasoning in a form that clients send back. */
const encodedReasoning = "reasoning.encrypted_content";

async function create(request: ResponsesRequest, exchange: Exchange): Promise<Response> {
  refuseImpossible(request);
  const { service, key, ignored, signal } = exchange;
  const responses = service.responses.of(key);
  const context = await contextOf(request, responses);
  const { question, names } = questionOf(request, context.items, ignored);
  return withModel(request, exchange, async (lease) => {
    nameWithoutEffect(question.options, service.pool.facts(lease.name), ignored);
    const answers = await answer(lease.model, question, exchange);
    const head = headOf(request, lease.name, Math.floor(service.now() / 1000));
    const writer = new EventWriter(names, {
      reasoning: {
        asSummary: (request.reasoning?.summary ?? request.reasoning?.generate_summary) !== undefined,
        encoded: request.include?.includes(encodedReasoning) === true,
      },
      hasLogprobs: wantsLogprobs(request),
    });
    const meter = new Meter({ perPrompt: 1, reportsProgress: request.return_progress === true });
    const hasTimings = request.timings_per_token === true;
    const keep = async (response: ResponseObject): Promise<void> => {
      if (head.store !== true) return;
      const { output, ...body } = response;
      const previous = request.previous_response_id;
      const created = head.created_at * 1000;
      await responses.keep({ id: head.id, created, previous, body, input: context.own, output });
    };
    const parts = { head, writer, meter, hasTimings, keep, signal, now: service.now };
    const events = responseEvents(answers, parts);
    if (request.stream) {
      return {
        events: serialized(events),
        onError: (error) =>
          serialize(
            writer.event("response.failed", { response: failedResponse(head, writer.output, error) }),
          ),
      };
    }
    let last: ResponseEvent | undefined;
    for await (const event of events) last = event;
    return Response.json(last?.response);
  });
}

type Writing = {
  head: Head;
  writer: EventWriter;
  meter: Meter;
  /** Deltas and the whole response have llama-server's `timings`. */
  hasTimings: boolean;
  keep(response: ResponseObject): Promise<void>;
  signal: AbortSignal;
  now(): number;
};

/** The last event has the whole response, which is stored before. */
async function* responseEvents(
  answers: Answers,
  { head, writer, meter, hasTimings, keep, signal, now }: Writing,
): AsyncGenerator<ResponseEvent, void> {
  let isStored = false;
  try {
    const response = responseInProgress(head);
    let hasBegun = false;
    for await (const { event } of answers.events) {
      if (!hasBegun) {
        // Clients wait for an event, not for the comments of a stream.
        yield writer.event("response.created", { response });
        yield writer.event("response.in_progress", { response });
        hasBegun = true;
      }
      for (const progress of meter.update({ choice: 0, event })) {
        yield writer.event("response.in_progress", { response, ...progress });
      }
      const timings = hasTimings ? { timings: meter.timings } : {};
      if (event.type !== "done") {
        for (const written of writer.write(event)) {
          yield written.type.endsWith(".delta") ? { ...written, ...timings } : written;
        }
        continue;
      }
      const isCut = event.finish === "length" || event.finish === "context";
      // All of it is written before the client reads it, since it may leave first.
      const rest = [...writer.end(isCut)];
      const completed = Math.floor(now() / 1000);
      const ended = endedResponse(head, writer.output, { done: event, completed });
      const whole = { ...ended, ...truncatedField(answers), ...timings };
      isStored = true;
      await keep(whole);
      yield* rest;
      yield writer.event(isCut ? "response.incomplete" : "response.completed", {
        response: whole,
        ...timings,
      });
    }
  } finally {
    if (!isStored && signal.aborted) {
      for (const _ of writer.end(true));
      await keep(cancelledResponse(head, writer.output));
    }
  }
}

async function* serialized(events: AsyncIterable<ResponseEvent>): AsyncGenerator<StreamEvent, void> {
  for await (const event of events) yield serialize(event);
}

function serialize(event: ResponseEvent): StreamEvent {
  return { event: event.type, data: JSON.stringify(event) };
}
