/** Which model a request of llama-server's API means: in the body, or as `?model=`. */
import type { Exchange } from "../exchange.ts";
import type { OpenedModel } from "../model-pool.ts";

type ModelFields = { model?: string | undefined };

/** The request with the model of the query, unless its body has one. */
export function modelField<T extends ModelFields>(request: T, { query }: Pick<Exchange, "query">): T {
  const model = request.model ?? query.get("model") ?? undefined;
  return model === undefined ? request : { ...request, model };
}

/**
 * The model of `?model=`, by default the first, if it is loaded: what only looks at a model doesn't
 * load it.
 * @throws ApiError `notFound`
 */
export function loadedModel({ query, service: { pool } }: Exchange): OpenedModel | undefined {
  return pool.opened(pool.ownName(query.get("model") ?? undefined));
}
