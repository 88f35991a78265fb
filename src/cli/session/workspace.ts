/**
 * Opens a Kaito workspace: finds the cluster and the workspace's service, and uses it as an
 * endpoint. Imported lazily, because it loads the code for Kubernetes.
 */
import { formatWorkspaceAddress, workspaceAddress } from "../../kaito/address.ts";
import { Cluster } from "../../kaito/cluster.ts";
import { namespaceText } from "../../kaito/errors.ts";
import { readAccess } from "../../kaito/kubeconfig.ts";
import { findWorkspace } from "../../kaito/workspace.ts";
import { WorkspaceBackend } from "../../kaito/workspace-backend.ts";
import { sanitizeLine } from "../../terminal/sanitize.ts";
import { type Io, interruptible } from "../io.ts";
import type { WorkspaceModel } from "../model/obtain-model.ts";
import { connectionProgress, contextText } from "./remote.ts";
import type { RemoteSession, SessionOptions } from "./session.ts";

/** @throws AnechatError `badConfig`, `network`, `noAccess`, `modelNotFound`, `usage` */
export async function openWorkspace(
  { address }: WorkspaceModel,
  io: Io,
  { flags, signal }: SessionOptions,
): Promise<RemoteSession> {
  const access = readAccess(address.context, io.env);
  const cluster = new Cluster(access);
  const namespace = address.namespace ?? access.namespace;
  // With context and namespace from the kubeconfig, whose current context may change later.
  const found = workspaceAddress({ ...address, context: access.context, namespace });
  using connecting = connectionProgress(`Connecting to workspace ${address.workspace}`, flags, io);
  const finding = findWorkspace(cluster, namespace, address.workspace, signal);
  const workspace = await interruptible(finding, signal);
  const backend = new WorkspaceBackend(workspace, cluster, address.model);
  await connecting.connect(backend, signal);
  const name = backend.model ?? "";
  const where = namespaceText(namespace, access);
  const models = [...new Set([name, workspace.preset ?? name])].join(", preset ");
  connecting.done(
    sanitizeLine(`Connected to workspace ${workspace.name} (${models}) in ${where}${contextText(backend)}.`),
  );
  const withModel = (model: string): string => formatWorkspaceAddress({ ...found, model });
  return {
    kind: "remote",
    name,
    answering: { name, hash: "", source: withModel(name) },
    backend,
    place: `workspace ${workspace.name} in ${where}`,
    sibling: withModel,
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
