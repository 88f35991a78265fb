/** A kubeconfig's credential plug-in (client.authentication.k8s.io), called as kubectl calls it. */
import { resolve } from "node:path";
import type { Cluster } from "@kubernetes/client-node/dist/config_types.js";
import { readBytes, sizeLimits } from "../base/read-file.ts";

type PlugIn = {
  apiVersion?: string | null | undefined;
  command: string;
  args?: string[] | null | undefined;
  env?: unknown[] | null | undefined;
  provideClusterInfo?: boolean | null | undefined;
};

/**
 * @param folder of the kubeconfig. A command with a slash is relative to it; others are found in
 *   $PATH
 */
export function resolvePlugIn(plugIn: PlugIn, folder: string): PlugIn {
  const { command, args, env } = plugIn;
  return {
    ...plugIn,
    command: /[/\\]/.test(command) ? resolve(folder, command) : command,
    args: args ?? [],
    env: env ?? [],
  };
}

/**
 * Adds $KUBERNETES_EXEC_INFO: the API version, that no user can answer, and the cluster if
 * requested.
 */
export function withExecInfo(plugIn: PlugIn, cluster: Cluster): PlugIn {
  const { apiVersion, env, provideClusterInfo } = plugIn;
  const spec = { interactive: false, ...(provideClusterInfo ? { cluster: clusterInfo(cluster) } : {}) };
  const value = JSON.stringify({ apiVersion, kind: "ExecCredential", spec });
  return { ...plugIn, env: [...(env ?? []), { name: "KUBERNETES_EXEC_INFO", value }] };
}

function clusterInfo(cluster: Cluster): Record<string, unknown> {
  const { server, tlsServerName, skipTLSVerify, proxyUrl } = cluster;
  return {
    server,
    "tls-server-name": tlsServerName,
    "insecure-skip-tls-verify": skipTLSVerify || undefined,
    "certificate-authority-data": authorityData(cluster),
    "proxy-url": proxyUrl,
  };
}

function authorityData({ caData, caFile }: Cluster): string | undefined {
  if (caData || !caFile) return caData;
  try {
    return Buffer.from(readBytes(caFile, { limit: sizeLimits.small })).toString("base64");
  } catch {
    // The connection to the cluster needs this file, too, and reports the error.
    return undefined;
  }
}
