/** Holds a model for a request: until its answer is there, or the last of a stream is written, however that ends. */
import { eventStream, type StreamEvent } from "./event-stream.ts";
import { type Exchange, keepAliveOf } from "./exchange.ts";
import type { Lease } from "./model-pool.ts";

/** Of every API's requests to a model. */
type ModelFields = { model?: string | undefined; keep_alive?: number | string | undefined };

/** Answers with a stream of events. @param onError what a stream that breaks off says last */
export type Stream = (
  events: AsyncIterable<StreamEvent>,
  onError: (thrown: unknown) => StreamEvent,
) => Promise<Response>;

/**
 * @param fields which model; without a name, the one that is meant then
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

/** Gives the model back when the stream ends. */
async function* released<T>(events: AsyncIterable<T>, lease: Disposable): AsyncGenerator<T, void> {
  using _lease = lease;
  yield* events;
}
