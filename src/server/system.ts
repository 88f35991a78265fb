/** Routes about the server itself: its addresses, health and metrics. */
import type { Route, ServerFacts, Service } from "./exchange.ts";

/** Clients look here for a server, and people in their browsers. */
export const root: Route = {
  method: "GET",
  path: "/",
  dialect: "own",
  summary: "The addresses of the APIs, as text",
  isOpen: true,
  handle: () => addresses(),
  whileLoading: () => addresses(),
};

function addresses(): Response {
  const lines = [
    "anechat is running. Its APIs, below this address:",
    "",
    "  OpenAI      /v1",
    "  Anthropic   /           (clients add /v1/messages)",
    "  Ollama      /           (clients add /api/chat)",
    "  all routes  /openapi.json",
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}

/**
 * For health checks, and for `anechat ps`, which compares `instance`. Where a key is needed,
 * callers without it see only `status`.
 */
export const health: Route = {
  method: "GET",
  path: "/health",
  dialect: "own",
  summary: "Readiness; with the API key also the loaded models",
  isOpen: true,
  handle: ({ service, isTrusted }) =>
    Response.json({ status: "ok", ...(isTrusted ? healthOf(service, inProgress(service)) : {}) }),
  // 503 makes load balancers wait.
  whileLoading: (facts, isTrusted) =>
    Response.json(
      { status: "loading", ...(isTrusted ? healthOf(facts, { loaded: [], running: 0 }) : {}) },
      { status: 503, headers: { "Retry-After": String(loadingRetrySeconds) } },
    ),
};

/** Seconds for Retry-After while the models are loading. */
export const loadingRetrySeconds = 2;

export const metrics: Route = {
  method: "GET",
  path: "/metrics",
  dialect: "own",
  summary: "Metrics for Prometheus",
  handle: ({ service: { pool, metrics } }) => {
    const { loaded, queued } = pool;
    const text = metrics.text({
      running: pool.running - queued.behindOthers,
      queued: queued.behindOthers + queued.forModel,
      loadedModels: loaded.length,
      modelMemory: loaded.reduce((sum, { model }) => sum + model.memory, 0),
    });
    return new Response(text, { headers: { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" } });
  },
};

/** Also counts requests that wait for their model, whose headers may be sent already. */
function inProgress({ pool }: Service): Pick<Service["pool"], "loaded" | "running"> {
  return { loaded: pool.loaded, running: pool.running + pool.queued.forModel };
}

function healthOf(
  { version, instance }: ServerFacts,
  { loaded, running }: { loaded: readonly { name: string }[] } & Pick<Service["pool"], "running">,
): object {
  return { version, instance, models: loaded.map(({ name }) => name), running };
}
