/**
 * An answer as server-sent events. An event is written once the client has read the one before, so
 * a slow client delays only itself. If a client disconnects, or reads nothing for too long, its
 * answer is cancelled, which frees its slot for others.
 */
import { formatEvent } from "../formats/sse.ts";
import { ApiError } from "./api-error.ts";
import type { Exchange } from "./exchange.ts";

export type StreamEvent = { event?: string; data: string };

const contentType = "text/event-stream; charset=utf-8";

/**
 * Waits for the first event: a failure before it still gets its own HTTP status.
 * @param onError makes the last event of a stream that fails
 */
export async function eventStream(
  events: AsyncIterable<StreamEvent>,
  { service, abandon, written }: Pick<Exchange, "service" | "abandon" | "written">,
  onError: (thrown: unknown) => StreamEvent,
): Promise<Response> {
  const iterator = events[Symbol.asyncIterator]();
  let next: IteratorResult<StreamEvent> | undefined = await iterator.next();
  const encoder = new TextEncoder();
  let stalled: ReturnType<typeof setTimeout> | undefined;
  const leave = (): void => {
    clearTimeout(stalled);
    abandon();
    // Ends the generators that the events come from.
    void iterator.return?.(undefined);
  };
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      clearTimeout(stalled);
      const send = (event: StreamEvent): void => controller.enqueue(encoder.encode(formatEvent(event)));
      const end = (): void => {
        written();
        controller.close();
      };
      try {
        const { done, value } = next ?? (await iterator.next());
        next = undefined;
        if (done) return end();
        send(value);
      } catch (thrown) {
        send(onError(thrown));
        return end();
      }
      stalled = setTimeout(() => {
        leave();
        send(onError(new ApiError("timeout", "The client read nothing for too long")));
        // If the client doesn't read this either, the limit for idle connections closes it.
        end();
      }, service.limits.stall);
    },
    cancel: leave,
  });
  return new Response(body, {
    headers: {
      "Content-Type": contentType,
      "Cache-Control": "no-cache",
      // Keeps nginx from buffering events.
      "X-Accel-Buffering": "no",
    },
  });
}

/** Whether the response is still being written after its handler has returned. */
export function isEventStream({ headers }: Response): boolean {
  return headers.get("Content-Type") === contentType;
}
