/**
 * Finds the cluster and the user as kubectl does: $KUBECONFIG, ~/.kube/config, or the service
 * account of the pod that this program runs in. Where client-node differs from kubectl, this file
 * adapts. It sends no requests.
 */
import { delimiter, dirname, join, resolve } from "node:path";
import { KubeConfig } from "@kubernetes/client-node/dist/config.js";
import type { Cluster, User } from "@kubernetes/client-node/dist/config_types.js";
import { z } from "zod";
import { errorCode, messageOf } from "../base/errors.ts";
import { type Environment, homeFolder } from "../base/paths.ts";
import { readText, sizeLimits } from "../base/read-file.ts";
import { configError, noConfigError, noContextError } from "./errors.ts";
import { resolvePlugIn, withExecInfo } from "./plug-in.ts";

/** A context, with all that requests need. */
export type Access = {
  /** Its name; undefined in a pod, which has none. */
  context: string | undefined;
  /** The default namespace. */
  namespace: string;
  cluster: Cluster;
  user: User;
  /**
   * A new KubeConfig with only this cluster and user. It caches credentials while they are valid.
   */
  kubeConfig(): KubeConfig;
};

/**
 * @param context undefined for the current one
 * @param root prefix for a service account's files, which are below /var/run
 * @throws AnechatError `badConfig`; `usage` for an unknown context
 */
export function readAccess(context: string | undefined, env: Environment, root = ""): Access {
  const config = filesOf(env)
    .map(readConfig)
    .filter((one) => one !== undefined);
  if (config.length === 0) return accessOfPod(context, env, root);
  const contexts = firstOfName(config.flatMap((one) => one.contexts));
  const current = config.map(({ currentContext }) => currentContext).find(Boolean);
  const contextName = context ?? current;
  const chosen = contexts.find(({ name }) => name === contextName);
  if (chosen === undefined) {
    throw noContextError(
      contextName,
      contexts.map(({ name }) => name),
    );
  }
  const { name, namespace = "default" } = chosen;
  const cluster = config.flatMap((one) => one.clusters).find((one) => one.name === chosen.cluster);
  if (cluster === undefined)
    throw configError(`Context ${name} refers to cluster ${chosen.cluster}, which is missing`);
  const user = config.flatMap((one) => one.users).find((one) => one.name === chosen.user);
  if (user === undefined && chosen.user !== undefined) {
    throw configError(`Context ${name} refers to user ${chosen.user}, which is missing`);
  }
  return access(name, namespace, cluster, user);
}

function filesOf(env: Environment): string[] {
  const files = (env.KUBECONFIG ?? "").split(delimiter).filter((file) => file !== "");
  return files.length > 0 ? files : [join(homeFolder(env), ".kube", "config")];
}

/** In a pod, Kubernetes sets two variables with its address, and mounts a token at a fixed path. */
function accessOfPod(context: string | undefined, env: Environment, root: string): Access {
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port } = env;
  if (!host || !port) throw noConfigError(filesOf(env));
  if (context !== undefined) throw noContextError(context, []);
  const config = new KubeConfig();
  config.loadFromCluster(root);
  const [cluster] = config.clusters;
  const [user] = config.users;
  const [{ namespace = "default" } = {}] = config.contexts;
  if (cluster === undefined) throw noConfigError(filesOf(env));
  return access(undefined, namespace.trim(), cluster, user);
}

function access(
  context: string | undefined,
  namespace: string,
  cluster: Cluster,
  known: User = { name: "anonymous" },
): Access {
  const { name, server, proxyUrl } = cluster;
  if (!isWebAddress(server))
    throw configError(`The server of cluster ${name} is not an address that begins with https://`);
  if (proxyUrl && !isWebAddress(proxyUrl)) {
    throw configError(`The proxy-url of cluster ${name} is not the address of an HTTP proxy`, {
      hint: "anechat doesn't support SOCKS. With your own tunnel, you need no proxy-url.",
    });
  }
  const user = known.exec ? { ...known, exec: withExecInfo(known.exec, cluster) } : known;
  // client-node accepts http:// only with skipTLSVerify. "kubectl proxy" uses http://.
  const isPlain = server.startsWith("http:");
  const kubeConfig = (): KubeConfig => {
    const config = new KubeConfig();
    config.loadFromClusterAndUser(isPlain ? { ...cluster, skipTLSVerify: true } : cluster, user);
    return config;
  };
  return { context, namespace, cluster, user, kubeConfig };
}

/** The parts of a kubeconfig that client-node ignores, or reads differently than kubectl. */
const fileShape = z.looseObject({
  users: z
    .array(
      z.looseObject({
        user: z
          .looseObject({
            tokenFile: z.string().nullish(),
            exec: z
              .looseObject({
                apiVersion: z.string().nullish(),
                command: z.string(),
                args: z.array(z.string()).nullish(),
                env: z.array(z.unknown()).nullish(),
                provideClusterInfo: z.boolean().nullish(),
              })
              .nullish(),
          })
          .nullish(),
      }),
    )
    .nullish(),
});

/** @returns undefined for a missing file, which kubectl ignores, too */
function readConfig(path: string): KubeConfig | undefined {
  let text: string;
  try {
    // A pipe is allowed, as for kubectl: KUBECONFIG=<(command).
    text = readText(path, { limit: sizeLimits.small, onSilence: () => {} });
  } catch (cause) {
    if (errorCode(cause) === "ENOENT") return undefined;
    throw configError(`${path} ${messageOf(cause)}`, { cause });
  }
  if (text.trim() === "") return undefined;
  const config = new KubeConfig();
  try {
    config.loadFromString(JSON.stringify(adapted(fileShape.parse(Bun.YAML.parse(text)), dirname(path))));
  } catch (cause) {
    const reason =
      cause instanceof z.ZodError ? "its structure is not that of a kubeconfig" : messageOf(cause);
    throw configError(`${path} is not a kubeconfig: ${reason}`, { cause });
  }
  config.makePathsAbsolute(dirname(path));
  return config;
}

/** @param folder of the file, to which its paths are relative */
function adapted({ users, ...config }: z.infer<typeof fileShape>, folder: string): unknown {
  return {
    ...config,
    users: (users ?? []).map(({ user, ...named }) => {
      const { tokenFile, exec, ...others } = user ?? {};
      if (exec) return { ...named, user: { ...others, exec: resolvePlugIn(exec, folder) } };
      if (!tokenFile) return { ...named, user: others };
      // client-node has its own name for this. The file is read again when it changes, and
      // overrides a token.
      const provider = { name: "tokenFile", config: { tokenFile: resolve(folder, tokenFile) } };
      return { ...named, user: { ...others, token: undefined, "auth-provider": provider } };
    }),
  };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** If two files define the same name, kubectl uses the first. */
function firstOfName<T extends { name: string }>(list: readonly T[]): T[] {
  return list.filter(({ name }, index) => list.findIndex((one) => one.name === name) === index);
}
