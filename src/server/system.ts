/** What tells of the server itself: whether it is well, and what it has done. */
import type { Route, ServerFacts, Service } from "./exchange.ts";

/**
 * For whoever watches over it, and for `anechat ps`, which asks whether it is the server it takes it for. That it is
 * well is all that those without the key learn where one is needed.
 */
export const health: Route = {
  method: "GET",
  path: "/health",
  dialect: "own",
  summary: "Whether the server answers; with the key, if one is needed, also what it has loaded",
  isOpen: true,
  handle: ({ service, isTrusted }) =>
    Response.json({ status: "ok", ...(isTrusted ? healthOf(service, service.pool) : {}) }),
  // Not well yet: whoever passes requests on to it is to wait.
  whileLoading: (facts, isTrusted) =>
    Response.json(
      { status: "loading", ...(isTrusted ? healthOf(facts, { loaded: [], running: 0 }) : {}) },
      { status: 503, headers: { "Retry-After": String(loadingRetrySeconds) } },
    ),
};

/** After so many seconds a server that loads its models may be asked again. */
export const loadingRetrySeconds = 2;

export const metrics: Route = {
  method: "GET",
  path: "/metrics",
  dialect: "own",
  summary: "Figures for Prometheus",
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

function healthOf(
  { version, instance }: ServerFacts,
  { loaded, running }: { loaded: readonly { name: string }[] } & Pick<Service["pool"], "running">,
): object {
  return { version, instance, models: loaded.map(({ name }) => name), running };
}
