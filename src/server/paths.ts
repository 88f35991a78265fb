/**
 * Paths as clients write them. Many build them from an address with or without /v1, or end the
 * address with a slash, so several paths lead to one route.
 */

/** A path of a route, and what another part of the requested path said. */
export type Candidate = { path: string; deployment?: string };

/** What other servers put before OpenAI's and Anthropic's paths. */
const prefixes = ["/openai", "/anthropic", "/v1"] as const;

/**
 * The paths that a requested one may mean, in this order; the first that has a route counts. As it
 * is, it comes first, so a route never loses its own path to another.
 *
 * - `//v1//models` is `/v1/models`.
 * - `/openai/v1/models`, `/anthropic/v1/messages` and `/v1/v1/models` are without the first part.
 * - `/models` is `/v1/models`.
 * - `/openai/deployments/NAME/chat/completions` is `/v1/chat/completions` with the model NAME (Azure).
 */
export function* candidates(pathname: string): Generator<Candidate> {
  yield { path: pathname };
  const clean = pathname.replace(/\/{2,}/g, "/");
  if (clean !== pathname) yield { path: clean };
  const azure = /^\/openai\/deployments\/([^/]+)(\/.+)$/.exec(clean);
  if (azure !== null) {
    const [, name = "", rest = ""] = azure;
    const deployment = decoded(name);
    if (deployment !== undefined) yield { path: `/v1${rest}`, deployment };
    return;
  }
  const prefix = prefixes.find((one) => clean.startsWith(`${one}/`));
  const short = prefix === undefined ? clean : clean.slice(prefix.length);
  if (short.startsWith("/v1/")) yield { path: short };
  else if (prefix !== "/v1") yield { path: `/v1${short}` };
}

/**
 * @param pattern "/v1/models/{model}", where the parameter is the rest of the path, slashes
 *   included; or "/v1/responses/{id}/cancel", where it is one part of it
 */
export function matchPath(pattern: string, pathname: string): Record<string, string> | undefined {
  const path = pathname.replace(/(?<=.)\/$/, "");
  const [prefix = "", name, suffix = ""] = pattern.split(/[{}]/);
  if (name === undefined) return path === pattern ? {} : undefined;
  if (path.length <= prefix.length + suffix.length) return undefined;
  if (!path.startsWith(prefix) || !path.endsWith(suffix)) return undefined;
  const value = path.slice(prefix.length, path.length - suffix.length);
  if (suffix !== "" && value.includes("/")) return undefined;
  const text = decoded(value);
  return text === undefined ? undefined : { [name]: text };
}

/** @returns undefined for a wrong percent-encoding */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
