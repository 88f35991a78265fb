/** The names of models in Ollama's API. */
import { ApiError } from "../api-error.ts";
import type { ModelPool } from "../model-pool.ts";
import { latest, servedName } from "../served-name.ts";

/** "demo" → "demo:latest". Clients add the tag to a name without one, and compare names. */
export function taggedName(name: string): string {
  return name.includes(":") ? name : name + latest;
}

/**
 * As servedName(), also for a model that was downloaded just now, and for any name that the server
 * answers to.
 * @throws ApiError `notFound` in Ollama's words, which clients look for to offer a download
 */
export function requireServed(given: string, pool: Pick<ModelPool, "names" | "rescan" | "has">): string {
  const known = servedName(given, pool.names);
  if (known !== undefined) return known;
  pool.rescan();
  const name = servedName(given, pool.names);
  if (name !== undefined) return name;
  if (pool.has(given)) return given;
  throw new ApiError("notFound", `model ${JSON.stringify(given)} not found, try pulling it first`);
}

/** The model of a request about one. @throws ApiError `invalid` */
export function nameIn({ model, name }: { model?: string | undefined; name?: string | undefined }): string {
  const given = model ?? name;
  if (given !== undefined) return given;
  throw new ApiError("invalid", "model: it is missing", { path: "model" });
}
