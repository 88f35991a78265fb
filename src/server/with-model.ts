/** Leases a model for a request until its answer is complete or its stream has ended. */
import { eventStream, type StreamEvent } from "./event-stream.ts";
import { type Exchange, keepAliveOf } from "./exchange.ts";
import type { Lease } from "./model-pool.ts";

/** The fields that every API's requests to a model have. */
type ModelFields = { model?: string | undefined; keep_alive?: number | string | undefined };

/** Answers with a stream of events. @param onError makes the last event of a stream that fails */
export type Stream = (
  events: AsyncIterable<StreamEvent>,
  onError: (thrown: unknown) => StreamEvent,
) => Promise<Response>;

/**
 * @param fields which model, by default the server's first, and how long it stays loaded
 * @param work makes the answer, or streams it
 * @throws as ModelPool.lease, and what `work` throws
 */
export async function withModel(
  { model, keep_alive: keepAlive }: ModelFields,
  exchange: Exchange,
  work: (lease: Lease, stream: Stream) => Promise<Response>,
): Promise<Response> {
  const lease = await exchange.service.pool.lease(model, keepAliveOf(keepAlive));
  let isStreaming = false;
  const stream: Stream = async (events, onError) => {
    const response = await eventStream(released(events, lease), exchange, onError);
    isStreaming = true;
    return response;
  };
  try {
    return await work(lease, stream);
  } finally {
    if (!isStreaming) lease[Symbol.dispose]();
  }
}

/** Releases the model when the stream ends. */
async function* released<T>(events: AsyncIterable<T>, lease: Disposable): AsyncGenerator<T, void> {
  using _lease = lease;
  yield* events;
}
