/** The routes of stored responses: a client reads and removes its own. */
import type { StoredResponse } from "../../../chat/store/response-table.ts";
import { ApiError } from "../../api-error.ts";
import type { Exchange, Route } from "../../exchange.ts";

const path = "/v1/responses/{id}";
const dialect = "openai";

const get: Route = {
  method: "GET",
  path,
  dialect,
  summary: "A stored response",
  query: { include: "Accepted; it has no effect here", stream: "Must be false: a stored response is whole" },
  handle: async (exchange) => {
    if (exchange.query.get("stream") === "true") {
      throw new ApiError("invalid", "stream: a stored response can't be streamed again", { path: "stream" });
    }
    const { body, output } = await found(exchange);
    return Response.json({ ...body, output });
  },
};

const remove: Route = {
  method: "DELETE",
  path,
  dialect,
  summary: "Removes a stored response",
  handle: async ({ service, key, params }) => {
    const id = idOf(params);
    if (!(await service.responses.of(key).remove(id))) throw missing(id);
    return Response.json({ id, object: "response", deleted: true });
  },
};

const cancel: Route = {
  method: "POST",
  path: `${path}/cancel`,
  dialect,
  summary: "Refused: only answers in the background could be cancelled",
  handle: async (exchange) => {
    await found(exchange);
    throw new ApiError("invalid", "The response isn't made in the background, so it can't be cancelled");
  },
};

const orders = ["asc", "desc"] as const;

const inputItems: Route = {
  method: "GET",
  path: `${path}/input_items`,
  dialect,
  summary: "The items that a stored response was asked with",
  query: {
    limit: {
      description: "How many items; 20 by default",
      schema: { type: "integer", minimum: 1, maximum: 100 },
    },
    order: { description: "desc by default: the newest first", schema: { enum: orders } },
    after: "The id of an item; those after it are listed",
    include: "Accepted; it has no effect here",
  },
  handle: async (exchange) => {
    const { query } = exchange;
    const limit = Number(query.get("limit") ?? 20);
    if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
      throw new ApiError("invalid", "limit: it must be a number from 1 to 100", { path: "limit" });
    }
    const order = query.get("order") ?? "desc";
    if (!orders.some((one) => one === order)) {
      throw new ApiError("invalid", "order: it must be asc or desc", { path: "order" });
    }
    const { input } = await found(exchange);
    const sorted = order === "asc" ? input : input.toReversed();
    const after = query.get("after");
    const start = after === null ? 0 : sorted.findIndex(({ id }) => id === after) + 1;
    if (after !== null && start === 0) {
      throw new ApiError("notFound", "after: the response has no such item", { path: "after" });
    }
    const data = sorted.slice(start, start + limit);
    return Response.json({
      object: "list",
      data,
      first_id: data[0]?.id ?? null,
      last_id: data.at(-1)?.id ?? null,
      has_more: start + limit < sorted.length,
    });
  },
};

/** The longer paths first: the parameter of the others would take them. */
export const storedResponseRoutes: readonly Route[] = [inputItems, cancel, get, remove];

/** @throws ApiError `notFound` */
async function found({ service, key, params }: Exchange): Promise<StoredResponse> {
  const id = idOf(params);
  const response = await service.responses.of(key).load(id);
  if (response === undefined) throw missing(id);
  return response;
}

const idOf = (params: Exchange["params"]): string => params.id ?? "";

function missing(id: string): ApiError {
  return new ApiError("notFound", `No response ${JSON.stringify(id.slice(0, 100))} is stored`, {
    path: "response_id",
  });
}
