/**
 * The HTTP server: checks access to a route, lets it answer, and turns every failure into an error
 * in the shape of the API that was called. routes.ts finds routes.
 */
import { untilAborted } from "../base/pause.ts";
import { isEventStream } from "./answer/event-stream.ts";
import { Waiting } from "./answer/waiting.ts";
import { ApiError, errorResponse, fieldNames, loggedReason, toApiError } from "./api-error.ts";
import { type Exchange, newId, type Route, type ServerFacts, type Service } from "./exchange.ts";
import { Guard, type GuardOptions } from "./guard.ts";
import { IgnoredFields } from "./request/ignored-fields.ts";
import { RequestRecord } from "./request-record.ts";
import { dialectOf, type Found, findRoute, missing, targetOf } from "./routes.ts";
import { loadingRetrySeconds } from "./system.ts";

export type ServerOptions = {
  facts: ServerFacts;
  hostname: string;
  /** 0: any free port. */
  port: number;
  guard: GuardOptions;
  /** Gets a log line for each request, see request-record.ts. */
  onRequest?: (line: string) => void;
  /** Log lines have the numbers of answers, and ids of requests. */
  isVerbose?: boolean;
  /** Gets failures of the server itself. */
  onFailure?: (error: unknown) => void;
  /** Milliseconds that a request waits for models that are still loading. */
  loadingPatience?: number;
};

export type RunningServer = {
  readonly url: URL;
  /** Listens on one more port of the same address. @throws as startServer */
  listen(port: number): URL;
  /** Until this is called, requests wait. Those that wait too long get 503 with Retry-After. */
  serve(loaded: Omit<Service, keyof ServerFacts>): void;
  /**
   * Refuses new requests and lets running ones end.
   * @param patience milliseconds until running requests are cut off
   */
  stop(patience: number): Promise<void>;
};

/** A request as it came. */
type Incoming = {
  request: Request;
  query: URLSearchParams;
  pathname: string;
  record: RequestRecord;
  /** Seconds without traffic after which the connection is closed; 0: never. */
  allowIdle(seconds: number): void;
};

/** Seconds after which an idle connection is closed, unless an answer is being made. */
const idleSeconds = 30;

/** Long enough to load most models from disk; a download takes longer, and the client gets 503. */
const defaultLoadingPatience = 30_000;

/** Names the fields of a request that had no effect. */
const ignoredHeader = "x-anechat-ignored";

/** Names of ignored fields are logged once, until there are this many. */
const maxLoggedNames = 1000;

/** Milliseconds in which requests that are cut off can send their error. */
const cutMs = 500;

/** @throws as Bun.serve, such as with code EADDRINUSE */
export function startServer(options: ServerOptions): RunningServer {
  const { facts, onRequest, onFailure } = options;
  const guard = new Guard(options.guard);
  const ending = new AbortController();
  const { promise: whenReady, resolve: setReady } = Promise.withResolvers<Service>();
  let service: Service | undefined;
  let isEnding = false;

  /** Requests that are not over. */
  const inFlight = new Set<Promise<void>>();
  /** Routes and ignored fields that the log has named. */
  const logged = new Set<string>();

  const handle = (request: Request, server: Bun.Server<undefined>): Promise<Response> => {
    const { pathname, searchParams: query } = targetOf(request);
    const record = new RequestRecord({
      id: newId("req_"),
      method: request.method,
      pathname,
      now: facts.now,
      isVerbose: options.isVerbose === true,
      write: (line) => onRequest?.(line),
    });
    inFlight.add(record.finished);
    void record.finished.then(() => inFlight.delete(record.finished));
    const allowIdle = (seconds: number): void => server.timeout(request, seconds);
    return respond({ request, query, pathname, record, allowIdle });
  };

  const respond = async (incoming: Incoming): Promise<Response> => {
    const { request, pathname, record } = incoming;
    const found = findRoute(request.method, pathname);
    const dialect = found.route?.dialect ?? dialectOf(pathname);
    let response: Response;
    try {
      response = await routed(incoming, found);
    } catch (thrown) {
      const error = toApiError(thrown, undefined, fieldNames(found.route?.path ?? pathname));
      if (error.kind === "failed") onFailure?.(thrown);
      response = errorResponse(error, dialect, record.id);
      if (error.kind === "methodNotAllowed") response.headers.set("Allow", found.allowed.join(", "));
      record.because(request.signal.aborted ? "the client disconnected" : loggedReason(error));
    }
    for (const [name, value] of Object.entries(guard.corsHeaders(request))) response.headers.set(name, value);
    response.headers.set("x-request-id", record.id);
    // https://platform.claude.com/docs/en/api/errors
    if (dialect === "anthropic") response.headers.set("request-id", record.id);
    facts.metrics.request(found.route?.path ?? "other", response.status);
    record.status = response.status;
    if (!isEventStream(response)) record.end();
    return response;
  };

  /** @throws ApiError, and whatever the route's handler throws */
  const routed = async (incoming: Incoming, found: Found): Promise<Response> => {
    const { request, pathname } = incoming;
    const { route, allowed } = found;
    // Before any other check, so that a refused request doesn't learn which paths exist.
    guard.check(request, route?.isOpen === true || request.method === "OPTIONS");
    if (request.method === "OPTIONS") return new Response(null, { status: 204 });
    if (route === undefined) throw missing(request.method, pathname, allowed);
    if (isEnding) throw shuttingDown();
    const isTrusted = guard.trusts(request);
    if (service === undefined && route.whileLoading !== undefined)
      return route.whileLoading(facts, isTrusted);
    const loaded = service ?? (await whenLoaded(incoming));
    const about = { service: loaded, params: found.params, key: guard.keyOf(request), isTrusted };
    return answered(route, about, incoming);
  };

  /** @throws ApiError `busy` after waiting too long, or when the server shuts down */
  const whenLoaded = async ({ request, allowIdle }: Incoming): Promise<Service> => {
    allowIdle(0);
    const patience = options.loadingPatience ?? defaultLoadingPatience;
    const signal = AbortSignal.any([request.signal, ending.signal, AbortSignal.timeout(patience)]);
    try {
      return await untilAborted(whenReady, signal);
    } catch {
      allowIdle(idleSeconds);
      if (isEnding) throw shuttingDown();
      throw new ApiError("busy", "The server is still loading its models", {
        retryAfter: loadingRetrySeconds,
      });
    }
  };

  const answered = async (
    route: Route,
    about: Pick<Exchange, "service" | "params" | "key" | "isTrusted">,
    { request, query, record, allowIdle }: Incoming,
  ): Promise<Response> => {
    const { dialect, path } = route;
    const ignored = new IgnoredFields(facts.isStrict);
    const leaving = new AbortController();
    // No idle limit while the answer is being made. It applies again to the next request.
    allowIdle(0);
    let response: Response | undefined;
    try {
      response = await route.handle({
        ...about,
        request,
        requestId: record.id,
        query,
        dialect,
        ignored,
        waiting: new Waiting(),
        stats: record.stats,
        signal: AbortSignal.any([request.signal, leaving.signal, ending.signal]),
        abandon: () => {
          leaving.abort();
          record.because("the client disconnected");
          record.end();
        },
        written: () => {
          allowIdle(idleSeconds);
          record.end();
        },
        failed: (thrown) => {
          const error = toApiError(thrown);
          record.because(`failed after its headers were sent: ${loggedReason(error)}`);
          if (error.kind === "failed") onFailure?.(thrown);
        },
      });
      nameIgnored(response, path, ignored);
      return response;
    } finally {
      if (response === undefined || !isEventStream(response)) allowIdle(idleSeconds);
    }
  };

  /** In a header, and in the log the first time. */
  const nameIgnored = ({ headers }: Response, path: string, ignored: IgnoredFields): void => {
    const { header } = ignored;
    if (header === undefined) return;
    headers.set(ignoredHeader, header);
    const names = ignored.names.filter((name) => !logged.has(`${path} ${name}`));
    if (names.length === 0 || logged.size > maxLoggedNames) return;
    for (const name of names) logged.add(`${path} ${name}`);
    onRequest?.(`  ${path} ignores: ${names.join(", ")}`);
  };

  const listener = {
    hostname: options.hostname,
    port: options.port,
    idleTimeout: idleSeconds,
    // readBody() has its own limit. It answers with an error in the API's shape; Bun's has no body.
    maxRequestBodySize: Number.MAX_SAFE_INTEGER,
    development: false,
    // In production Bun lets several servers share a port by default. Each then gets some requests.
    reusePort: false,
    fetch: handle,
    // A failure outside of a route. Bun's default answer would show our source code.
    error: (thrown: unknown) => {
      onFailure?.(thrown);
      return errorResponse(toApiError(thrown), "own");
    },
  };
  const server = Bun.serve(listener);
  const servers = [server];
  return {
    url: server.url,
    listen: (port) => {
      const other = Bun.serve({ ...listener, port });
      servers.push(other);
      return other.url;
    },
    serve: (loaded) => {
      service = { ...facts, ...loaded };
      setReady(service);
    },
    stop: async (patience) => {
      isEnding = true;
      const { promise: late, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, patience);
      await Promise.race([service?.pool.end(), late]);
      clearTimeout(timer);
      ending.abort();
      // Waiting requests get their error, and conversations save what was generated so far.
      // An engine that doesn't react can't delay this.
      const finished = Promise.allSettled([...inFlight, service?.conversations.idle()]).then(() =>
        Bun.sleep(0),
      );
      await Promise.race([finished, Bun.sleep(cutMs)]);
      await Promise.race([Promise.all(servers.map((one) => one.stop(true))), Bun.sleep(cutMs)]);
    },
  };
}

function shuttingDown(): ApiError {
  return new ApiError("busy", "The server is shutting down");
}
