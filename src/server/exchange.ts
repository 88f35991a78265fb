/** A route, what its handler works with, and what the handlers of all APIs share. */
import { z } from "zod";
import { durationPattern, parseDuration } from "../base/duration.ts";
import type { AnswerStats } from "./answer/answer-stats.ts";
import type { Waiting } from "./answer/waiting.ts";
import type { Dialect } from "./api-error.ts";
import type { Conversations } from "./conversations/conversations.ts";
import type { Metrics } from "./metrics.ts";
import type { ModelLibrary } from "./model-library.ts";
import type { ModelPool } from "./model-pool.ts";
import type { ResponseStore } from "./openai/responses/store.ts";
import { check } from "./request/check.ts";
import { optional } from "./request/fields.ts";
import type { IgnoredFields } from "./request/ignored-fields.ts";
import { type BodyLimits, readJson } from "./request/read-body.ts";

/** What the server has from its start on. */
export type ServerFacts = {
  metrics: Metrics;
  limits: BodyLimits & {
    /** Milliseconds after which a client that doesn't read its stream is disconnected. */
    stall: number;
  };
  /** Refuses requests with unknown fields. */
  isStrict: boolean;
  /** /slots answers; it shows how busy the server is. */
  showsSlots?: boolean;
  /** The version of anechat. */
  version: string;
  /** Identifies this run of the server: another process may have its address later. */
  instance: string;
  /** Milliseconds since 1970. */
  now(): number;
};

/** What the server has once its models are loaded. */
export type Service = ServerFacts & {
  pool: ModelPool;
  conversations: Conversations;
  /** The models on disk, which clients may change. */
  library: ModelLibrary;
  responses: ResponseStore;
};

export type Exchange = {
  request: Request;
  /** In the response's headers and, for --verbose, in the log. */
  requestId: string;
  /** Of the route. */
  dialect: Dialect;
  /** What has no effect; named in the response. */
  ignored: IgnoredFields;
  /** What the answer waits for. */
  waiting: Waiting;
  /** For the log. */
  stats: AnswerStats;
  service: Service;
  /**
   * The parameters of the path: `{id}` is here as "id". `deployment` is the model that a path of
   * Azure names.
   */
  params: Readonly<Record<string, string>>;
  /** The query string. */
  query: URLSearchParams;
  /** The client's API key; undefined if the server has no keys. */
  key: string | undefined;
  /** The client gave a valid key, or none is needed; open routes omit details for other callers. */
  isTrusted: boolean;
  /** Aborted when the client disconnects or the server shuts down. */
  signal: AbortSignal;
  /** Aborts `signal`. To be called when the client has disconnected. */
  abandon(): void;
  /** To be called when the last event of a stream is written. */
  written(): void;
  /** To be called when an answer fails after its headers were sent. */
  failed(thrown: unknown): void;
};

export type Route = {
  method: "GET" | "POST" | "DELETE";
  /** "/v1/models/{id}" */
  path: string;
  dialect: Dialect;
  /** One line for openapi.json. */
  summary: string;
  /** Needs no key. */
  isOpen?: true;
  body?: z.ZodType;
  /** Query parameters and their descriptions; with a JSON Schema if it isn't any text. */
  query?: Readonly<Record<string, string | { description: string; schema: object }>>;
  /** JSON Schemas of parameters of the path that aren't any text. */
  params?: Readonly<Record<string, object>>;
  handle(exchange: Exchange): Promise<Response> | Response;
  /** Answers while the server loads its models. Without it, requests wait for them. */
  whileLoading?(facts: ServerFacts, isTrusted: boolean): Response;
};

type BodyHandler<T extends z.ZodType> = (body: z.output<T>, exchange: Exchange) => Promise<Response>;

export function post<T extends z.ZodType>(
  path: string,
  dialect: Dialect,
  summary: string,
  body: T,
  handle: BodyHandler<T>,
): Route {
  return withBody("POST", path, dialect, summary, body, handle);
}

/** A route with a body, which is checked before the handler gets it. */
export function withBody<T extends z.ZodType>(
  method: Route["method"],
  path: string,
  dialect: Dialect,
  summary: string,
  body: T,
  handle: BodyHandler<T>,
): Route {
  return {
    method,
    path,
    dialect,
    summary,
    body,
    handle: async (exchange) => {
      const json = withDeployment(
        await readJson(exchange.request, exchange.service.limits),
        exchange.params.deployment,
      );
      return handle(check(body, json, exchange.ignored), exchange);
    },
  };
}

/** The model that the path names, unless the body names one. */
function withDeployment(json: unknown, model: string | undefined): unknown {
  if (model === undefined || typeof json !== "object" || json === null || Array.isArray(json)) return json;
  return { model, ...json };
}

/** Fields that anechat adds to every API. */
export const ownFields = {
  truncate: optional(
    z.boolean().meta({
      description:
        "Drop the oldest turns if the prompt exceeds the context; `truncated` counts the messages.",
    }),
  ),
  keep_alive: optional(
    z
      .union([z.number(), z.string().regex(durationPattern, 'must be seconds or a duration such as "5m"')])
      .meta({
        description:
          'How long the model stays loaded afterwards: seconds, "5m", "1h30m", 0, or -1 to keep it loaded.',
      }),
  ),
};

/** @param prefix of the API's ids, with its separator: "chatcmpl-", "call_" */
export function newId(prefix: string): string {
  return prefix + crypto.randomUUID().replaceAll("-", "");
}

/** @returns milliseconds; negative: the model stays loaded */
export function keepAliveOf(value: number | string | null | undefined): number | undefined {
  if (value === null || value === undefined) return undefined;
  return typeof value === "string" ? parseDuration(value) : value * 1000;
}
