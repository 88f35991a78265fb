/** A kubeconfig's plug-in for credentials (client.authentication.k8s.io): told what kubectl tells it. */
import { resolve } from "node:path";
import type { Cluster } from "@kubernetes/client-node/dist/config_types.js";
import { readBytes, sizeLimits } from "../base/read-file.ts";

export type PlugIn = {
  apiVersion?: string | null | undefined;
  command: string;
  args?: string[] | null | undefined;
  env?: unknown[] | null | undefined;
  provideClusterInfo?: boolean | null | undefined;
};

/** @param folder of the kubeconfig, which a command with a slash is relative to; others are looked for in $PATH */
export function locatedPlugIn(plugIn: PlugIn, folder: string): PlugIn {
  const { command, args, env } = plugIn;
  return {
    ...plugIn,
    command: /[/\\]/.test(command) ? resolve(folder, command) : command,
    args: args ?? [],
    env: env ?? [],
  };
}

/** Which version of the protocol is spoken, that nobody is there to answer, and which cluster it is, for who wants that. */
export function informedPlugIn(plugIn: PlugIn, cluster: Cluster): PlugIn {
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
    // Whoever speaks with the cluster needs it, too, and says then what is wrong with it.
    return undefined;
  }
}
