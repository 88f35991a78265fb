/** All routes, and how a request finds its own. */
import { countTokens, messages } from "./anthropic/messages.ts";
import { ApiError, type Dialect } from "./api-error.ts";
import { conversationRoutes } from "./conversations/routes.ts";
import type { Route } from "./exchange.ts";
import { llamaRoutes } from "./llama/routes.ts";
import { ollamaRoutes } from "./ollama/routes.ts";
import { chatCompletions } from "./openai/chat.ts";
import { completions } from "./openai/completions.ts";
import { embeddings } from "./openai/embeddings.ts";
import { inputTokenRoutes } from "./openai/input-tokens.ts";
import { models, oneModel } from "./openai/models.ts";
import { rerankRoutes } from "./openai/rerank.ts";
import { createResponse } from "./openai/responses/create.ts";
import { storedResponseRoutes } from "./openai/responses/stored.ts";
import { openApi } from "./openapi.ts";
import { candidates, matchPath } from "./paths.ts";
import { health, metrics, root } from "./system.ts";

const documented: readonly Route[] = [
  root,
  chatCompletions,
  completions,
  createResponse,
  ...storedResponseRoutes,
  ...inputTokenRoutes,
  embeddings,
  ...rerankRoutes,
  models,
  oneModel,
  messages,
  countTokens,
  ...conversationRoutes,
  ...llamaRoutes,
  ...ollamaRoutes,
  health,
  metrics,
];

const openapi: Route = {
  method: "GET",
  path: "/openapi.json",
  dialect: "own",
  summary: "This description of the API",
  isOpen: true,
  handle: ({ service }) => Response.json(openApi(documented, service.version)),
  whileLoading: ({ version }) => Response.json(openApi(documented, version)),
};

export const routes: readonly Route[] = [...documented, openapi];

/** "/v1/responses/{id}/cancel" before "/v1/responses/{id}", which matches more paths. */
const bySuffix = routes.toSorted((a, b) => Number(a.path.endsWith("}")) - Number(b.path.endsWith("}")));

/** `allowed`: the methods of a path without a route for this method. */
export type Found = { route: Route | undefined; params: Record<string, string>; allowed: string[] };

/**
 * The path and query of a request. `request.url` has no origin if HTTP/1.0 came without a Host
 * header, and is not a valid URL if that header is malformed.
 */
export function targetOf({ url }: Request): URL {
  const target = url.replace(/^[a-z]+:\/\/[^/?#]*/i, "");
  return new URL(`http://localhost${target.startsWith("/") ? target : `/${target}`}`);
}

/**
 * HEAD is handled as GET; Bun leaves out the body. Bun.serve's `routes` can't replace this: they
 * match the raw target, so "/v1/../health" would find no route, and wildcards don't capture.
 */
export function findRoute(method: string, pathname: string): Found {
  const routeMethod = method === "HEAD" ? "GET" : method;
  for (const { path, deployment } of candidates(pathname)) {
    const allowed: string[] = [];
    for (const route of bySuffix) {
      const params = matchPath(route.path, path);
      if (params === undefined) continue;
      const all = deployment === undefined ? params : { ...params, deployment };
      if (route.method === routeMethod) return { route, params: all, allowed: [] };
      allowed.push(...(route.method === "GET" ? ["GET", "HEAD"] : [route.method]));
    }
    if (allowed.length > 0) return { route: undefined, params: {}, allowed };
  }
  return { route: undefined, params: {}, allowed: [] };
}

/** The error for a request without a route: 405 if the path has other methods, else 404. */
export function missing(method: string, pathname: string, allowed: readonly string[]): ApiError {
  if (allowed.length > 0) {
    return new ApiError("methodNotAllowed", `${pathname} takes ${allowed.join(" or ")}, not ${method}`);
  }
  if (pathname.startsWith("/v1/messages/batches")) {
    return new ApiError("notFound", "There are no batches here: send each request to /v1/messages");
  }
  return new ApiError("notFound", `There is nothing at ${pathname.slice(0, 200)}: see /openapi.json`);
}

/** The API that a path without a route belongs to. */
export function dialectOf(pathname: string): Dialect {
  const meant = [...candidates(pathname)].map(({ path }) => path);
  if (meant.some((path) => path.startsWith("/v1/messages"))) return "anthropic";
  if (meant.some((path) => path.startsWith("/api/") && !path.startsWith("/api/v1/"))) return "ollama";
  return /^\/+(?:v1|openai)\//.test(pathname) ? "openai" : "own";
}
