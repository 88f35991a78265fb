/** A route, and what its handler has to work with. */
import { z } from "zod";
import { durationPattern, parseDuration } from "../base/duration.ts";
import type { Dialect } from "./api-error.ts";
import type { Conversations } from "./conversations/conversations.ts";
import type { Metrics } from "./metrics.ts";
import type { ModelPool } from "./model-pool.ts";
import { type BodyLimits, readBody } from "./read-body.ts";

/** What the server has from its start. */
export type ServerFacts = {
  metrics: Metrics;
  limits: BodyLimits & {
    /** Milliseconds that a client may take nothing of an answer that is there. */
    stall: number;
  };
  /** Of anechat. */
  version: string;
  /** Of this run of the server: tells it from another process that has its address. */
  instance: string;
  /** Milliseconds since 1970. */
  now(): number;
};

/** And what it has once its models are loaded. */
export type Service = ServerFacts & {
  pool: ModelPool;
  conversations: Conversations;
};

export type Exchange = {
  request: Request;
  service: Service;
  /** Of the path: `{id}` is here as "id". */
  params: Readonly<Record<string, string>>;
  /** What stands behind "?". */
  query: URLSearchParams;
  /** The key that the client gave; undefined where none is asked for. */
  key: string | undefined;
  /** Who asks gave a key, or none is needed: for routes that are open to all. */
  isTrusted: boolean;
  /** The client has gone, or the server ends. */
  signal: AbortSignal;
  /** To be called when the client is seen to have gone. */
  abandon(): void;
  /** To be called when the last of an answer that streams is written. */
  written(): void;
};

export type Route = {
  method: "GET" | "POST";
  /** "/v1/models/{id}" */
  path: string;
  dialect: Dialect;
  /** One line for openapi.json. */
  summary: string;
  /** It is answered without a key. */
  isOpen?: true;
  body?: z.ZodType;
  /** Parameters behind "?", and what they say. */
  query?: Readonly<Record<string, string>>;
  handle(exchange: Exchange): Promise<Response> | Response;
  /** The answer while the models that the server was started with are loaded; without it, that it has to be waited for. */
  whileLoading?(facts: ServerFacts, isTrusted: boolean): Response;
};

/** A route with a body: it is checked before the handler sees it. */
export function post<T extends z.ZodType>(
  path: string,
  dialect: Dialect,
  summary: string,
  body: T,
  handle: (body: z.output<T>, exchange: Exchange) => Promise<Response>,
): Route {
  return {
    method: "POST",
    path,
    dialect,
    summary,
    body,
    handle: async (exchange) =>
      handle(await readBody(exchange.request, body, exchange.service.limits), exchange),
  };
}

/** Fields that anechat adds to every API's own, for what they have no word for. */
export const ownFields = {
  truncate: z.boolean().optional().meta({
    description:
      "Leave the oldest turns out where the context has no room for all, and say so in `truncated`.",
  }),
  keep_alive: z
    .union([z.number(), z.string().regex(durationPattern)])
    .optional()
    .meta({
      description: 'How long the model stays loaded after this: seconds, "5m", "1h30m", 0, or -1 for good.',
    }),
};

/** @returns milliseconds; negative: for good */
export function keepAliveOf(value: number | string | undefined): number | undefined {
  return typeof value === "string" ? parseDuration(value) : value && value * 1000;
}
