/** A request without a prompt loads its model. With `keep_alive` 0 it frees the model instead. */
import { type Exchange, keepAliveOf } from "../exchange.ts";

type LoadRequest = {
  /** The client's name for the model, and the served one. */
  model: string;
  served: string;
  keep_alive?: number | undefined;
  /** The fields of an empty answer. */
  part: object;
};

/** @throws as ModelPool.lease */
export async function loadOrUnload(
  { model, served, keep_alive: keepAlive, part }: LoadRequest,
  { service }: Exchange,
): Promise<Response> {
  const { pool, now } = service;
  const isUnload = keepAlive === 0;
  const isLoaded = pool.loaded.some(({ name }) => name === served);
  // The lease of a loaded model sets how long it stays.
  if (!isUnload || isLoaded) (await pool.lease(served, keepAliveOf(keepAlive)))[Symbol.dispose]();
  return Response.json({
    model,
    created_at: new Date(now()).toISOString(),
    ...part,
    done: true,
    done_reason: isUnload ? "unload" : "load",
  });
}
