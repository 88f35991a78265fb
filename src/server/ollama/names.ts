/**
 * Models' names as Ollama's clients write them. There every name has a tag, and `latest` may be left
 * out; Hugging Face's models begin with `hf.co/`.
 */
import { quantizationOf } from "../../hub/variants.ts";
import { ApiError } from "../api-error.ts";
import type { ModelPool } from "../model-pool.ts";

const latest = ":latest";

/** "demo" → "demo:latest". Clients add the tag to a name without one, and compare names. */
export function taggedName(name: string): string {
  return name.includes(":") ? name : name + latest;
}

/**
 * The served model that a client means.
 * @param names of the served models
 * @returns undefined if there is none, or if there are several
 */
export function servedName(given: string, names: readonly string[]): string | undefined {
  const plain = withoutTag(given).replace(/^(?:hf\.co|(?:www\.)?huggingface\.co)\//i, "");
  const exact = [given, withoutTag(given), plain].find((name) => names.includes(name));
  if (exact !== undefined) return exact;
  const lowerCase = plain.toLowerCase();
  const rules: ((name: string) => boolean)[] = [
    (name) => name.toLowerCase() === lowerCase,
    (name) => withQuantization(name).toLowerCase() === lowerCase,
    (name) => repoOf(name).toLowerCase() === lowerCase,
  ];
  for (const rule of rules) {
    const matching = names.filter(rule);
    if (matching.length === 1) return matching[0];
  }
  return undefined;
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

function withoutTag(name: string): string {
  return name.endsWith(latest) ? name.slice(0, -latest.length) : name;
}

/** "owner/name:model-Q4_K_M.gguf" → "owner/name:Q4_K_M" */
function withQuantization(name: string): string {
  const file = name.slice(repoOf(name).length + 1);
  return file === "" ? name : `${repoOf(name)}:${quantizationOf(file)}`;
}

function repoOf(name: string): string {
  const [repo = ""] = name.split(":");
  return repo;
}
