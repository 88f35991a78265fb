/**
 * Reads a Kaito workspace: whether it is ready, its preset, and the address of its model. A
 * workspace is an object of the API group kaito.sh, and its service has the same name.
 */
import { z } from "zod";
import type { Fetch } from "../remote/client.ts";
import { readText } from "../remote/client.ts";
import { parseJson, refusalOf } from "../remote/wire.ts";
import { type Cluster, type Reply, statusMessage } from "./cluster.ts";
import {
  forbiddenError,
  modelRefusedError,
  noEndpointsError,
  noKaitoError,
  noServiceError,
  notReadyError,
  noWorkspaceError,
  tuningError,
  unexpectedResponseError,
} from "./errors.ts";

export type Workspace = {
  name: string;
  namespace: string;
  /** Kaito's name of the model; undefined if the workspace has a pod template instead. */
  preset: string | undefined;
  /** Base URL of its OpenAI-compatible API. */
  endpoint: string;
  /** Sends requests through the API server, which forwards them to the service. */
  fetch: Fetch;
};

/** Newest first. The fields read here are the same in both. */
const versions = ["v1beta1", "v1alpha1"];

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");

const conditionShape = z.object({ type: z.string(), status: z.string(), reason: text, message: text });

/** From api/v1beta1/workspace_types.go. A workspace has no `spec`: its fields are at the top. */
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

/** Kaito's port (pkg/workspace/manifests), used if we may not read the service. */
const defaultPort = 80;

/**
 * Reads a workspace that is ready for inference.
 * @throws AnechatError if Kaito, the workspace, a permission or its service is missing, or if it
 *   isn't ready
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
    endpoint: `${cluster.server}/api/v1/namespaces/${namespace}/services/http:${name}:${port ?? defaultPort}/proxy/v1`,
    fetch: serviceFetch(cluster, namespace, name, port !== undefined),
  };
}

/** InferenceReady decides; older versions of Kaito have only the other two conditions. */
function isReady(conditions: readonly { type: string; status: string }[]): boolean {
  const status = (type: string): string | undefined => conditions.find((one) => one.type === type)?.status;
  return (status("InferenceReady") ?? status("WorkspaceSucceeded") ?? status("WorkspaceReady")) === "True";
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
        reply.message,
        cluster.place,
      );
    }
    if (reply.kind === "found") {
      const parsed = workspaceShape.safeParse(reply.object);
      if (parsed.success) return parsed.data;
      throw unexpectedResponseError("a workspace without a workspace's fields", cluster.place);
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

/**
 * @returns undefined if we may not read the service; sending requests to it is another permission
 */
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
  if (!parsed.success) throw unexpectedResponseError("a service without ports", cluster.place);
  const { ports } = parsed.data.spec;
  return (ports.find((port) => port.name === "http") ?? ports[0])?.port ?? defaultPort;
}

/**
 * Distinguishes refusals of the API server from responses of the model's server.
 * @param isSeen whether the service is known to exist
 */
function serviceFetch(cluster: Cluster, namespace: string, name: string, isSeen: boolean): Fetch {
  return async (address, init) => {
    const response = await cluster.fetch(address, chunked(init));
    const { status, headers } = response;
    if (status !== 401 && status !== 403 && status !== 404) return response;
    const body = await readText(response);
    const message = statusMessage(parseJson(body));
    // An API server adds this header to every response. A proxy before it, such as Rancher,
    // doesn't.
    const isFromModel = message === undefined && headers.has("audit-id");
    if (status === 404) {
      if (message === undefined) return new Response(body, response);
      const error = isSeen ? noEndpointsError : noServiceError;
      throw error(name, namespace, cluster.place);
    }
    if (isFromModel) {
      throw modelRefusedError(status, refusalOf(parseJson(body))?.message ?? "", name, cluster.place);
    }
    if (status === 401) throw cluster.unauthorized();
    const verb = init.method === "POST" ? "create" : "get";
    throw forbiddenError({ verb, resource: "services/proxy", namespace }, message ?? "", cluster.place);
  };
}

/**
 * Sends the body chunked, without a Content-Length. With a length, the API server's proxy may cut
 * off the answer of a fast model, which begins before the proxy has seen the end of the request
 * (golang/go#40747).
 */
function chunked(init: BunFetchRequestInit): BunFetchRequestInit {
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
