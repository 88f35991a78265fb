/**
 * An answer as server-sent events. Nothing is written before the client has taken what came before, so a
 * slow one waits for itself alone; one that has gone, or takes nothing for too long, loses its answer, so
 * that it doesn't keep a place from others.
 */
import { formatEvent } from "../formats/sse.ts";
import { ApiError } from "./api-error.ts";
import type { Exchange } from "./exchange.ts";

export type StreamEvent = { event?: string; data: string };

const contentType = "text/event-stream; charset=utf-8";

/**
 * The first event is waited for: what fails before it is still an answer of its own, with its own status.
 * @param onError what a stream that breaks off says last
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
    // Ends the generators behind it, whichever waits.
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
        send(onError(new ApiError("timeout", "Nothing of the answer was taken for too long.")));
        // Whoever takes nothing of this either is cut off by the clock of idle connections.
        end();
      }, service.limits.stall);
    },
    cancel: leave,
  });
  return new Response(body, {
    headers: {
      "Content-Type": contentType,
      "Cache-Control": "no-cache",
      // nginx would hold events back.
      "X-Accel-Buffering": "no",
    },
  });
}

/** Whether it goes on being written when its handler has returned. */
export function isEventStream({ headers }: Response): boolean {
  return headers.get("Content-Type") === contentType;
}
