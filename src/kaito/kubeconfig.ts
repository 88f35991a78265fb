/**
 * Where a cluster is and who we are there, as kubectl finds it: $KUBECONFIG, ~/.kube/config, or the pod that this
 * program runs in. What client-node reads otherwise than kubectl is made the same here. Nothing is asked of a cluster.
 */
import { delimiter, dirname, join, resolve } from "node:path";
import { KubeConfig } from "@kubernetes/client-node/dist/config.js";
import type { Cluster, User } from "@kubernetes/client-node/dist/config_types.js";
import { z } from "zod";
import { errorCode } from "../base/errors.ts";
import { type Environment, homeFolder } from "../base/paths.ts";
import { readText, sizeLimits } from "../base/read-file.ts";
import { configError, noConfigError, noContextError } from "./errors.ts";
import { informedPlugIn, locatedPlugIn } from "./plug-in.ts";

/** One context, with all that requests need. */
export type Access = {
  /** Its name; undefined in a pod, which has none. */
  context: string | undefined;
  /** Where nobody names another. */
  namespace: string;
  cluster: Cluster;
  user: User;
  /** Knows this cluster and this user alone; what it makes credentials of, it keeps for as long as they are valid. */
  keyring(): KubeConfig;
};

/**
 * @param context undefined: the current one
 * @param root in front of a service account's files, which lie below /var/run
 * @throws AnechatError `badConfig`, and `usage` for a context that isn't there
 */
export function readAccess(context: string | undefined, env: Environment, root = ""): Access {
  const config = filesOf(env)
    .map(readConfig)
    .filter((one) => one !== undefined);
  if (config.length === 0) return accessOfPod(context, env, root);
  const contexts = firstOfName(config.flatMap((one) => one.contexts));
  const current = config.map(({ currentContext }) => currentContext).find(Boolean);
  const wanted = context ?? current;
  const chosen = contexts.find(({ name }) => name === wanted);
  if (chosen === undefined) {
    throw noContextError(
      wanted,
      contexts.map(({ name }) => name),
    );
  }
  const { name, namespace = "default" } = chosen;
  const cluster = config.flatMap((one) => one.clusters).find((one) => one.name === chosen.cluster);
  if (cluster === undefined)
    throw configError(`Context ${name} is of cluster ${chosen.cluster}, which is missing`);
  const user = config.flatMap((one) => one.users).find((one) => one.name === chosen.user);
  if (user === undefined && chosen.user !== undefined) {
    throw configError(`Context ${name} is of user ${chosen.user}, who is missing`);
  }
  return access(name, namespace, cluster, user);
}

function filesOf(env: Environment): string[] {
  const files = (env.KUBECONFIG ?? "").split(delimiter).filter((file) => file !== "");
  return files.length > 0 ? files : [join(homeFolder(env), ".kube", "config")];
}

/** In a pod Kubernetes says by two variables where it is, and puts a token where everybody expects it. */
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
    throw configError(`The server of cluster ${name} is no address with https:// in front`);
  if (proxyUrl && !isWebAddress(proxyUrl)) {
    throw configError(`The proxy-url of cluster ${name} isn't that of an HTTP proxy`, {
      hint: "anechat speaks no SOCKS: with a tunnel of your own to the cluster none is needed.",
    });
  }
  const user = known.exec ? { ...known, exec: informedPlugIn(known.exec, cluster) } : known;
  // client-node takes http:// only from who says that there is no TLS to check, and a "kubectl proxy" has none.
  const isPlain = server.startsWith("http:");
  const keyring = (): KubeConfig => {
    const config = new KubeConfig();
    config.loadFromClusterAndUser(isPlain ? { ...cluster, skipTLSVerify: true } : cluster, user);
    return config;
  };
  return { context, namespace, cluster, user, keyring };
}

/** What of a kubeconfig client-node doesn't read, or reads otherwise. */
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

/** @returns undefined for a file that isn't there, as kubectl has it */
function readConfig(path: string): KubeConfig | undefined {
  let text: string;
  try {
    // kubectl reads pipes, too: KUBECONFIG=<(command).
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
    const reason = cause instanceof z.ZodError ? "it doesn't look as kubectl writes it" : messageOf(cause);
    throw configError(`${path} is no kubeconfig: ${reason}`, { cause });
  }
  config.makePathsAbsolute(dirname(path));
  return config;
}

/** @param folder of the file, which its paths are relative to */
function adapted({ users, ...config }: z.infer<typeof fileShape>, folder: string): unknown {
  return {
    ...config,
    users: (users ?? []).map(({ user, ...named }) => {
      const { tokenFile, exec, ...others } = user ?? {};
      if (exec) return { ...named, user: { ...others, exec: locatedPlugIn(exec, folder) } };
      if (!tokenFile) return { ...named, user: others };
      // client-node knows such a file under a name of its own. It is read again as it changes, and goes before a token.
      const provider = { name: "tokenFile", config: { tokenFile: resolve(folder, tokenFile) } };
      return { ...named, user: { ...others, token: undefined, "auth-provider": provider } };
    }),
  };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** Of two files that name the same, kubectl takes the first. */
function firstOfName<T extends { name: string }>(list: readonly T[]): T[] {
  return list.filter(({ name }, index) => list.findIndex((one) => one.name === name) === index);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
