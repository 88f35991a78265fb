/** Leases a model for a request until its answer is complete or its stream has ended. */
import { type Exchange, keepAliveOf } from "../exchange.ts";
import type { Lease } from "../model-pool.ts";
import { type EventSource, eventStream } from "./event-stream.ts";

/** The fields that every API's requests to a model have. */
type ModelFields = {
  model?: string | null | undefined;
  keep_alive?: number | string | null | undefined;
  stream?: boolean | null | undefined;
};

/**
 * @param fields which model, by default the server's first, and how long it stays loaded
 * @param work makes the whole answer, or the events of a stream
 * @throws as ModelPool.lease, and what `work` throws
 */
export async function withModel(
  fields: ModelFields,
  exchange: Exchange,
  work: (lease: Lease) => Promise<Response | EventSource>,
): Promise<Response> {
  const made = leased(fields, exchange, work);
  if (!fields.stream) return onlyWhole(await made);
  const source = made.then((answer) => {
    if (answer instanceof Response) throw new Error("a stream was asked for");
    return answer;
  });
  return eventStream(source, exchange);
}

async function leased(
  { model, keep_alive: keepAlive }: ModelFields,
  exchange: Exchange,
  work: (lease: Lease) => Promise<Response | EventSource>,
): Promise<Response | EventSource> {
  const lease = await exchange.service.pool.lease(model ?? undefined, keepAliveOf(keepAlive));
  exchange.stats.model = lease.name;
  let isStreaming = false;
  try {
    const answer = await work(lease);
    if (answer instanceof Response) return answer;
    isStreaming = true;
    return { ...answer, events: released(answer.events, lease) };
  } finally {
    if (!isStreaming) lease[Symbol.dispose]();
  }
}

function onlyWhole(answer: Response | EventSource): Response {
  if (answer instanceof Response) return answer;
  throw new Error("a whole answer was asked for");
}

/** Releases the model when the stream ends. */
async function* released<T>(events: AsyncIterable<T>, lease: Disposable): AsyncGenerator<T, void> {
  using _lease = lease;
  yield* events;
}
