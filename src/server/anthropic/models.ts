/**
 * Models as Anthropic's API lists them, for requests to /v1/models with its header
 * `anthropic-version`. https://platform.claude.com/docs/en/api/models/list
 */
import { describeModel } from "../describe-model.ts";
import type { ModelPool } from "../model-pool.ts";

type Models = Pick<ModelPool, "facts" | "opened">;

export function isForAnthropic({ headers }: Request): boolean {
  return headers.has("anthropic-version");
}

/** All models are on one page. */
export function modelPage(names: readonly string[], pool: Models): object {
  return {
    data: names.map((name) => modelInfo(name, name, pool)),
    has_more: false,
    first_id: names[0] ?? null,
    last_id: names.at(-1) ?? null,
  };
}

/**
 * @param id by which requests name it @param name by which the pool finds it
 * @throws ApiError `notFound`
 */
export function modelInfo(id: string, name: string, pool: Models): object {
  const { facts, contextLength = null } = describeModel(name, pool);
  return {
    type: "model",
    id,
    display_name: id,
    created_at: new Date(facts.created * 1000).toISOString(),
    max_input_tokens: contextLength,
    max_tokens: contextLength,
    capabilities: null,
    lifecycle: "active",
    line: null,
    deprecated_at: null,
    retires_at: null,
  };
}
