/**
 * An answer as server-sent events. Nothing is written before the client has taken what came before, so a
 * slow one waits for itself alone; one that has gone is noticed, and its answer ends.
 */
import { formatEvent } from "../formats/sse.ts";

export type StreamEvent = { event?: string; data: string };

/**
 * The first event is waited for: what fails before it is still an answer of its own, with its own status.
 * @param onGone the client has left before the end
 * @param onError what a stream that breaks off says last
 */
export async function eventStream(
  events: AsyncIterable<StreamEvent>,
  onGone: () => void,
  onError: (thrown: unknown) => StreamEvent,
): Promise<Response> {
  const iterator = events[Symbol.asyncIterator]();
  let next: IteratorResult<StreamEvent> | undefined = await iterator.next();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = next ?? (await iterator.next());
        next = undefined;
        if (done) controller.close();
        else controller.enqueue(encoder.encode(formatEvent(value)));
      } catch (thrown) {
        controller.enqueue(encoder.encode(formatEvent(onError(thrown))));
        controller.close();
      }
    },
    cancel() {
      onGone();
      // Ends the generators behind it, whichever waits.
      void iterator.return?.(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-cache",
      // nginx would hold events back.
      "X-Accel-Buffering": "no",
    },
  });
}
