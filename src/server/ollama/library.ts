/** Routes that change the models on disk: /api/pull and /api/delete; and those that are refused. */
import { z } from "zod";
import type { EventSource, StreamEvent } from "../answer/event-stream.ts";
import { eventStream } from "../answer/event-stream.ts";
import { ApiError } from "../api-error.ts";
import { type Exchange, post, type Route, withBody } from "../exchange.ts";
import type { PullEvent } from "../model-library.ts";
import type { ModelPool } from "../model-pool.ts";
import { optional } from "../request/fields.ts";
import { nameIn, requireServed } from "./names.ts";
import { nameFields } from "./schema.ts";

const pullRequest = z.object({
  ...nameFields,
  stream: optional(z.boolean().meta({ description: "true if it is missing" })),
});

export const pull = post("/api/pull", "ollama", "Downloads a model (Ollama)", pullRequest, download);

async function download(request: z.output<typeof pullRequest>, exchange: Exchange): Promise<Response> {
  const { library, pool } = exchange.service;
  refuseChanges(exchange);
  const events = rescanning(library.pull(hubName(nameIn(request)), exchange.signal), pool);
  if (request.stream !== false) {
    return eventStream(Promise.resolve({ events: progressLines(events) } satisfies EventSource), exchange);
  }
  for await (const _ of events);
  return Response.json({ status: "success" });
}

/** The model is served when its download ends. */
async function* rescanning(
  events: AsyncIterable<PullEvent>,
  pool: Pick<ModelPool, "rescan">,
): AsyncGenerator<PullEvent, void> {
  yield* events;
  pool.rescan();
}

/** Ollama's command shows a bar for each digest. */
async function* progressLines(events: AsyncIterable<PullEvent>): AsyncGenerator<StreamEvent, void> {
  const line = (fields: object): StreamEvent => ({ data: JSON.stringify(fields) });
  for await (const event of events) {
    if (event.type === "manifest") yield line({ status: "pulling manifest" });
    else if (event.type === "waiting")
      yield line({ status: `waiting: another process is downloading ${event.file}` });
    else {
      const { digest, completed, total } = event;
      yield line({ status: `pulling ${digest.slice(0, 12)}`, digest: `sha256:${digest}`, total, completed });
    }
  }
  yield line({ status: "success" });
}

/**
 * "hf.co/owner/name:latest" → "owner/name"
 * @throws ApiError `invalid` for the name of a model in Ollama's own library
 */
function hubName(name: string): string {
  const plain = name.replace(/^https?:\/\//i, "").replace(/:latest$/, "");
  if (plain.includes("/")) return plain;
  throw new ApiError(
    "invalid",
    `${JSON.stringify(name)} is a name of Ollama's library, which anechat doesn't use. ` +
      'Pull the model from Hugging Face: "owner/name:Q4_K_M"',
    { path: "model" },
  );
}

export const remove = withBody(
  "DELETE",
  "/api/delete",
  "ollama",
  "Removes a model (Ollama)",
  z.object(nameFields),
  removeModel,
);

async function removeModel(
  request: { model?: string | undefined; name?: string | undefined },
  exchange: Exchange,
) {
  const { pool, library } = exchange.service;
  refuseChanges(exchange);
  const name = requireServed(nameIn(request), pool);
  if (!(await pool.evict(name))) {
    throw new ApiError("busy", `${name} is answering requests and can't be removed now`);
  }
  library.remove(name);
  pool.rescan();
  return new Response(null);
}

/** @throws ApiError `forbidden` */
function refuseChanges({ service: { library } }: Exchange): void {
  if (library.refusal !== undefined) throw new ApiError("forbidden", library.refusal);
}

/** A route of Ollama that isn't served. The body isn't read. */
function refused(path: string, instead: string, method: Route["method"] = "POST"): Route {
  return {
    method,
    path,
    dialect: "ollama",
    summary: `Refused: ${instead}`,
    handle: () => {
      throw new ApiError("notImplemented", `${path} isn't supported: ${instead}`);
    },
  };
}

export const refusedRoutes: readonly Route[] = [
  refused("/api/copy", 'give a model another name with "anechat create NAME -f Modelfile" or [alias]'),
  refused("/api/create", 'run "anechat create NAME -f Modelfile" on the server\'s machine'),
  refused("/api/push", "anechat publishes no models"),
  refused("/api/blobs/{digest}", "models can't be uploaded"),
];
