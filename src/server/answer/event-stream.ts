/**
 * An answer as a stream of events. Its headers are sent as soon as the request is accepted, and
 * while it waits, a comment every few seconds keeps the connection open. An event is written once
 * the client has read the one before, so a slow client delays only itself. If a client disconnects,
 * or reads nothing for too long, its answer is cancelled, which frees its slot for others.
 */
import { formatComment, formatEvent } from "../../formats/sse.ts";
import { ApiError, type Dialect, errorEvent, toApiError } from "../api-error.ts";
import type { Exchange } from "../exchange.ts";

/** A server-sent event. In newline-delimited JSON, `data` is the line, and `event` isn't sent. */
export type StreamEvent = { event?: string; data: string };

/** Where the events of an answer come from. */
export type EventSource = {
  events: AsyncIterable<StreamEvent>;
  /** Makes the last event of a stream that fails; by default errorEvent() of the route's API. */
  onError?: (error: ApiError) => StreamEvent;
};

type StreamFormat = {
  contentType: string;
  encode(event: StreamEvent): string;
  /** What clients skip. @param text one line */
  comment(text: string): string;
  /** The event that the API has for keeping a connection open. */
  ping?: StreamEvent;
};

/** https://html.spec.whatwg.org/multipage/server-sent-events.html */
const serverSentEvents: StreamFormat = {
  contentType: "text/event-stream; charset=utf-8",
  encode: formatEvent,
  comment: formatComment,
};

/** It has no comments, but space before a JSON value is allowed everywhere. */
const newlineDelimitedJson: StreamFormat = {
  contentType: "application/x-ndjson",
  encode: ({ data }) => `${data}\n`,
  comment: () => " ",
};

/** Anthropic's API sends such events, too: https://platform.claude.com/docs/en/build-with-claude/streaming */
const withPings: StreamFormat = {
  ...serverSentEvents,
  ping: { event: "ping", data: '{"type":"ping"}' },
};

function formatOf(dialect: Dialect): StreamFormat {
  if (dialect === "anthropic") return withPings;
  return dialect === "ollama" ? newlineDelimitedJson : serverSentEvents;
}

/** Milliseconds between two signs of life of a stream that waits. */
const defaultIdleMs = 5000;

type Parts = Pick<
  Exchange,
  "service" | "abandon" | "written" | "failed" | "waiting" | "dialect" | "requestId"
>;

/**
 * Answers when the first event is there, or the request is accepted, or a few seconds have passed:
 * a failure before that still gets its own HTTP status.
 * @param idleMs milliseconds between two comments
 * @throws what `source` or its first event throws before that
 */
export async function eventStream(
  source: Promise<EventSource>,
  { service, abandon, written, failed, waiting, dialect, requestId }: Parts,
  idleMs = defaultIdleMs,
): Promise<Response> {
  const format = formatOf(dialect);
  let iterator: AsyncIterator<StreamEvent> | undefined;
  let onError = (error: ApiError): StreamEvent => errorEvent(error, dialect, requestId);
  let hasFirst = false;
  const first = source.then(async (made) => {
    iterator = made.events[Symbol.asyncIterator]();
    onError = made.onError ?? onError;
    const result = await iterator.next();
    hasFirst = true;
    return result;
  });
  await firstOf([first, waiting.accepted], idleMs);

  const encoder = new TextEncoder();
  let next: Promise<IteratorResult<StreamEvent>> | undefined = first;
  let idle: ReturnType<typeof setInterval> | undefined;
  let stalled: ReturnType<typeof setTimeout> | undefined;
  let hasLeft = false;
  const leave = (): void => {
    hasLeft = true;
    clearInterval(idle);
    clearTimeout(stalled);
    abandon();
    // Ends the generators that the events come from. Only those that have begun release what they hold.
    if (iterator !== undefined) void iterator.return?.(undefined);
    else void first.then(() => iterator?.return?.(undefined)).catch(() => {});
  };
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      clearTimeout(stalled);
      const write = (text: string): void => controller.enqueue(encoder.encode(text));
      const ping = format.ping === undefined ? "" : format.encode(format.ping);
      const comment = (more: string): void => {
        if ((controller.desiredSize ?? 0) > 0) write(format.comment(waiting.text) + more);
      };
      const end = (): void => {
        written();
        controller.close();
      };
      try {
        // Bun sends the headers with the first bytes of the body.
        if (next !== undefined && !hasFirst) comment("");
        idle = setInterval(() => comment(ping), idleMs);
        const { done, value } = await (next ?? (iterator as AsyncIterator<StreamEvent>).next());
        clearInterval(idle);
        next = undefined;
        if (hasLeft) return;
        if (done) return end();
        write(format.encode(value));
      } catch (thrown) {
        clearInterval(idle);
        // The answer was cancelled, and nobody reads why.
        if (hasLeft) return;
        failed(thrown);
        write(format.encode(onError(toApiError(thrown))));
        return end();
      }
      stalled = setTimeout(() => {
        const late = new ApiError("timeout", "The client read nothing for too long");
        failed(late);
        leave();
        write(format.encode(onError(late)));
        // If the client doesn't read this either, the limit for idle connections closes it.
        end();
      }, service.limits.stall);
    },
    cancel: leave,
  });
  const response = new Response(body, {
    headers: {
      "Content-Type": format.contentType,
      "Cache-Control": "no-cache",
      // Keeps nginx from buffering events.
      "X-Accel-Buffering": "no",
    },
  });
  streams.add(response);
  return response;
}

const streams = new WeakSet<Response>();

/** Whether the response is still being written after its handler has returned. */
export function isEventStream(response: Response): boolean {
  return streams.has(response);
}

/** Settles as the first of the promises, or resolves after this time. */
async function firstOf(promises: readonly Promise<unknown>[], milliseconds: number): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  try {
    await Promise.race([...promises, late]);
  } finally {
    clearTimeout(timer);
  }
}
