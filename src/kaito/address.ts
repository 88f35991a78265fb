/**
 * Addresses of Kaito workspaces, as users type them and chats store them:
 * `kaito:context/namespace/workspace#model`. This file sends no requests.
 */
import { AnechatError } from "../base/errors.ts";

export type WorkspaceAddress = {
  /** A context of the kubeconfig; if undefined, the current one, or the cluster of this pod. */
  context: string | undefined;
  /** If undefined, the context's. */
  namespace: string | undefined;
  workspace: string;
  /** The workspace's name of the model; if undefined, its only one. */
  model: string | undefined;
};

const scheme = "kaito:";

export function isWorkspaceAddress(text: string): boolean {
  return text.startsWith(scheme);
}

/**
 * Context and namespace are optional: `kaito:workspace`, `kaito:namespace/workspace`,
 * `kaito:context//workspace`.
 *
 * @returns undefined if it isn't a workspace's address
 * @throws AnechatError `usage` for names that Kubernetes doesn't allow
 */
export function parseWorkspaceAddress(text: string): WorkspaceAddress | undefined {
  if (!isWorkspaceAddress(text)) return undefined;
  const [, path = "", model] = /^([^#]*)(?:#(.*))?$/s.exec(text.slice(scheme.length)) ?? [];
  const [workspace = "", namespace = "", context = "", ...more] = path.split("/").reverse();
  if (workspace === "" || more.length > 0) {
    throw new AnechatError("usage", `${text} is not the address of a Kaito workspace`, {
      hint: "Use kaito:workspace, kaito:namespace/workspace or kaito:context/namespace/workspace.",
    });
  }
  return workspaceAddress({ context: unescaped(context), namespace, workspace, model });
}

/**
 * Makes an address from names that a user typed. Empty names count as missing.
 * @throws AnechatError `usage` for invalid names, which could change the path in Kubernetes' API
 */
export function workspaceAddress({
  context,
  namespace,
  workspace,
  model,
}: Partial<WorkspaceAddress> & Pick<WorkspaceAddress, "workspace">): WorkspaceAddress {
  return {
    context: context || undefined,
    namespace: namespace ? checked(namespace, "namespace") : undefined,
    workspace: checked(workspace, "workspace"),
    model: model?.trim() || undefined,
  };
}

export function formatWorkspaceAddress({ context, namespace, workspace, model }: WorkspaceAddress): string {
  const before = context !== undefined ? `${escaped(context)}/${namespace ?? ""}/` : "";
  const within = context === undefined && namespace !== undefined ? `${namespace}/` : "";
  return `${scheme}${before}${within}${workspace}${model === undefined ? "" : `#${model}`}`;
}

/** A context's name may have any characters: EKS uses `arn:aws:eks:…:cluster/name`. */
const escaped = (context: string): string => context.replace(/[%/#]/g, encodeURIComponent);

function unescaped(context: string): string {
  try {
    return decodeURIComponent(context);
  } catch {
    return context;
  }
}

/** Namespaces and workspaces have names that are DNS labels (RFC 1123), as services have. */
function checked(name: string, what: string): string {
  if (/^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/.test(name)) return name;
  throw new AnechatError("usage", `"${name}" can't be the name of a ${what}`, {
    hint: "Such a name in Kubernetes has at most 63 lower-case letters, digits and dashes.",
  });
}
