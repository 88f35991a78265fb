/**
 * A workspace of Kaito: whether it answers questions, what of, and where. A workspace is an object of the group kaito.sh;
 * its service has its name.
 */
import { z } from "zod";
import type { Fetch } from "../remote/client.ts";
import { readText } from "../remote/client.ts";
import { parseJson, refusalOf } from "../remote/wire.ts";
import { type Cluster, type Reply, refusalIn } from "./cluster.ts";
import {
  forbiddenError,
  lockedModelError,
  noEndpointsError,
  noKaitoError,
  noServiceError,
  notReadyError,
  noWorkspaceError,
  strangeClusterError,
  tuningError,
} from "./errors.ts";

export type Workspace = {
  name: string;
  namespace: string;
  /** Kaito's name of its model; undefined where a template of pods stands in its place. */
  preset: string | undefined;
  /** Base of its OpenAI-compatible API. */
  endpoint: string;
  /** The way there: through the API server, which passes it on to the service. */
  fetch: Fetch;
};

/** Newest first. What is read of a workspace is the same in both. */
const versions = ["v1beta1", "v1alpha1"];

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");

const conditionShape = z.object({ type: z.string(), status: z.string(), reason: text, message: text });

/** What of api/v1beta1/workspace_types.go matters here. Kaito has no `spec`: its fields stand at the top. */
const workspaceShape = z.object({
  metadata: z.object({ name: z.string(), deletionTimestamp: z.string().nullish() }),
  inference: z.object({ preset: z.object({ name: z.string() }).nullish() }).nullish(),
  tuning: z.unknown().optional(),
  status: z.object({ conditions: z.array(conditionShape).nullish() }).nullish(),
});

const workspacesShape = z.object({ items: z.array(z.object({ metadata: z.object({ name: z.string() }) })) });

const serviceShape = z.object({
  spec: z.object({ ports: z.array(z.object({ name: z.string().nullish(), port: z.number().int() })).min(1) }),
});

/** Kaito's own (pkg/workspace/manifests), for who may not look. */
const usualPort = 80;

/**
 * Reads a workspace that is ready for inference.
 * @throws AnechatError that says what is missing: Kaito, the workspace, a permission, its being ready, its service
 */
export async function findWorkspace(
  cluster: Cluster,
  namespace: string,
  name: string,
  signal: AbortSignal,
): Promise<Workspace> {
  const { metadata, inference, tuning, status } = await readWorkspace(cluster, namespace, name, signal);
  const isDeleted = Boolean(metadata.deletionTimestamp);
  const conditions = status?.conditions ?? [];
  if (!inference && tuning) throw tuningError(name);
  if (isDeleted || !isReady(conditions)) {
    throw notReadyError(name, namespace, conditions, isDeleted, cluster.place);
  }
  const port = await servicePort(cluster, namespace, name, signal);
  return {
    name,
    namespace,
    preset: inference?.preset?.name,
    endpoint: `${cluster.server}/api/v1/namespaces/${namespace}/services/http:${name}:${port ?? usualPort}/proxy/v1`,
    fetch: throughService(cluster, namespace, name, port !== undefined),
  };
}

/** Kaito says by one condition that questions are answered, and by the other that all went well: older ones had but that. */
function isReady(conditions: readonly { type: string; status: string }[]): boolean {
  const said = (type: string): string | undefined => conditions.find((one) => one.type === type)?.status;
  return (said("InferenceReady") ?? said("WorkspaceSucceeded") ?? said("WorkspaceReady")) === "True";
}

async function readWorkspace(
  cluster: Cluster,
  namespace: string,
  name: string,
  signal: AbortSignal,
): Promise<z.infer<typeof workspaceShape>> {
  for (const version of versions) {
    const folder = `/apis/kaito.sh/${version}/namespaces/${namespace}/workspaces`;
    const reply = await cluster.read(`${folder}/${name}`, signal);
    if (reply.kind === "forbidden") {
      throw forbiddenError(
        { verb: "get", resource: "workspaces.kaito.sh", namespace },
        reply.said,
        cluster.place,
      );
    }
    if (reply.kind === "found") {
      const parsed = workspaceShape.safeParse(reply.object);
      if (parsed.success) return parsed.data;
      throw strangeClusterError("a workspace that isn't one", cluster.place);
    }
    if (reply.isKindKnown) {
      throw noWorkspaceError(name, namespace, namesIn(await cluster.read(folder, signal)), cluster.place);
    }
  }
  throw noKaitoError(cluster.place);
}

function namesIn(reply: Reply): string[] | undefined {
  const parsed = workspacesShape.safeParse(reply.kind === "found" ? reply.object : undefined);
  return parsed.success ? parsed.data.items.map(({ metadata }) => metadata.name) : undefined;
}

/** @returns undefined for who may not look: who may ask the service need not be allowed to */
async function servicePort(
  cluster: Cluster,
  namespace: string,
  name: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  const reply = await cluster.read(`/api/v1/namespaces/${namespace}/services/${name}`, signal);
  if (reply.kind === "missing") throw noServiceError(name, namespace, cluster.place);
  if (reply.kind === "forbidden") return undefined;
  const parsed = serviceShape.safeParse(reply.object);
  if (!parsed.success) throw strangeClusterError("a service without ports", cluster.place);
  const { ports } = parsed.data.spec;
  return (ports.find((port) => port.name === "http") ?? ports[0])?.port ?? usualPort;
}

/**
 * What the API server itself refuses is told from what the model's server says.
 * @param isSeen whether we know that there is such a service
 */
function throughService(cluster: Cluster, namespace: string, name: string, isSeen: boolean): Fetch {
  return async (address, init) => {
    const response = await cluster.fetch(address, inPieces(init));
    const { status, headers } = response;
    if (status !== 401 && status !== 403 && status !== 404) return response;
    const body = await readText(response);
    const said = refusalIn(parseJson(body));
    // By that header an API server marks all that it had a hand in: who doesn't, Rancher for example, stands before it.
    const isOfModel = said === undefined && headers.has("audit-id");
    if (status === 404) {
      if (said === undefined) return new Response(body, response);
      const error = isSeen ? noEndpointsError : noServiceError;
      throw error(name, namespace, cluster.place);
    }
    if (isOfModel) {
      throw lockedModelError(status, refusalOf(parseJson(body))?.message ?? "", name, cluster.place);
    }
    if (status === 401) throw cluster.turnedAway();
    const verb = init.method === "POST" ? "create" : "get";
    throw forbiddenError({ verb, resource: "services/proxy", namespace }, said ?? "", cluster.place);
  };
}

/**
 * A body whose length isn't told before it ends. The API server's proxy passes on that it has ended only when it has seen so
 * itself; a length it passes on at once, and cuts the answer of a model that is faster than its own look at the end
 * (golang/go#40747).
 */
function inPieces(init: BunFetchRequestInit): BunFetchRequestInit {
  const { body } = init;
  if (typeof body !== "string") return init;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(body));
      controller.close();
    },
  });
  return { ...init, body: stream };
}
