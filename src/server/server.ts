/**
 * The HTTP server: finds the route, lets in who may, and turns whatever goes wrong into an answer in the
 * shape of the API that was called. What routes do is in the folders beside; what it runs on, in Bun.serve.
 */
import { ApiError, type Dialect, errorResponse, fieldNames, toApiError } from "./api-error.ts";
import { isEventStream } from "./event-stream.ts";
import type { Exchange, Route, Service } from "./exchange.ts";
import { Guard, type GuardOptions } from "./guard.ts";
import { routes } from "./routes.ts";

export type ServerOptions = {
  service: Service;
  hostname: string;
  /** 0: any that is free. */
  port: number;
  guard: GuardOptions;
  /** Every request, for a log. No header and no body of it. */
  onRequest?: (line: string) => void;
  /** What went wrong in the server itself. */
  onFailure?: (error: unknown) => void;
};

export type RunningServer = {
  readonly url: URL;
  /** No new requests; those that run may end. @param patience milliseconds, then they are cut off */
  stop(patience: number): Promise<void>;
};

/** So many seconds may a connection say nothing while no answer is being made. */
const idleSeconds = 30;

/** @throws as Bun.serve, such as with code EADDRINUSE */
export function startServer(options: ServerOptions): RunningServer {
  const { service, onRequest, onFailure } = options;
  const guard = new Guard(options.guard);
  const ending = new AbortController();
  let isEnding = false;

  const handle = async (request: Request, server: Bun.Server<undefined>): Promise<Response> => {
    const started = service.now();
    const { pathname } = new URL(request.url);
    const found = findRoute(request.method, pathname);
    const dialect = found.route?.dialect ?? dialectOf(pathname);
    let response: Response;
    try {
      // Before anything is said of what there is.
      guard.check(request, found.route?.isOpen === true || request.method === "OPTIONS");
      if (request.method === "OPTIONS") response = new Response(null, { status: 204 });
      else if (found.route === undefined) throw missing(request.method, pathname, found.allowed);
      else if (isEnding) throw new ApiError("busy", "The server is ending.", { retryAfter: 1 });
      else {
        const { route, params } = found;
        response = await answered(route, params, request, (seconds) => server.timeout(request, seconds));
      }
    } catch (thrown) {
      const error = toApiError(thrown, undefined, fieldNames(pathname));
      if (error.kind === "failed") onFailure?.(thrown);
      const allow = found.allowed.length > 0 ? { Allow: found.allowed.join(", ") } : {};
      response = errorResponse(error, dialect, error.kind === "methodNotAllowed" ? allow : {});
    }
    for (const [name, value] of Object.entries(guard.corsHeaders(request))) response.headers.set(name, value);
    service.metrics.request(found.route?.path ?? "other", response.status);
    onRequest?.(
      `${request.method} ${pathname.slice(0, 200)} ${response.status} ${service.now() - started} ms`,
    );
    return response;
  };

  const answered = async (
    route: Route,
    params: Exchange["params"],
    request: Request,
    allowIdle: (seconds: number) => void,
  ): Promise<Response> => {
    const leaving = new AbortController();
    const signal = AbortSignal.any([request.signal, leaving.signal, ending.signal]);
    const written = (): void => allowIdle(idleSeconds);
    const abandon = (): void => leaving.abort();
    // However long an answer takes; the connection's next request finds the clock going again.
    allowIdle(0);
    let response: Response | undefined;
    try {
      const isTrusted = guard.trusts(request);
      response = await route.handle({ request, service, params, isTrusted, signal, abandon, written });
      return response;
    } finally {
      if (response === undefined || !isEventStream(response)) written();
    }
  };

  const server = Bun.serve({
    hostname: options.hostname,
    port: options.port,
    idleTimeout: idleSeconds,
    // readBody() refuses in words what is over the limit; Bun's refusal has none.
    maxRequestBodySize: Number.MAX_SAFE_INTEGER,
    development: false,
    // Without a word about it, Bun lets several servers share a port in production, and each gets some of the requests.
    reusePort: false,
    fetch: handle,
  });
  return {
    url: server.url,
    stop: async (patience) => {
      isEnding = true;
      const { promise: late, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, patience);
      await Promise.race([service.pool.idle(), late]);
      clearTimeout(timer);
      ending.abort();
      await server.stop(true);
    },
  };
}

type Found = { route: Route | undefined; params: Record<string, string>; allowed: string[] };

function findRoute(method: string, pathname: string): Found {
  const allowed: string[] = [];
  for (const route of routes) {
    const params = matchPath(route.path, pathname);
    if (params === undefined) continue;
    if (route.method === method) return { route, params, allowed: [] };
    allowed.push(route.method);
  }
  return { route: undefined, params: {}, allowed };
}

/** @param pattern "/v1/models/{id}"; the last part may hold slashes, as names of models do */
function matchPath(pattern: string, pathname: string): Record<string, string> | undefined {
  const path = pathname.length > 1 ? pathname.replace(/\/$/, "") : pathname;
  const name = /\{(\w+)\}$/.exec(pattern)?.[1];
  if (name === undefined) return pattern === path ? {} : undefined;
  const prefix = pattern.slice(0, -name.length - 2);
  if (!path.startsWith(prefix) || path.length === prefix.length) return undefined;
  try {
    return { [name]: decodeURIComponent(path.slice(prefix.length)) };
  } catch {
    return undefined;
  }
}

function missing(method: string, pathname: string, allowed: readonly string[]): ApiError {
  if (allowed.length > 0) {
    return new ApiError("methodNotAllowed", `${pathname} takes ${allowed.join(" or ")}, not ${method}.`);
  }
  return new ApiError("notFound", `There is nothing at ${pathname.slice(0, 200)}: see /openapi.json.`);
}

function dialectOf(pathname: string): Dialect {
  if (pathname.startsWith("/v1/messages")) return "anthropic";
  return pathname.startsWith("/v1/") ? "openai" : "own";
}
