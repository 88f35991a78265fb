/**
 * A workspace of Kaito, as people type it and as chats remember it: `kaito:context/namespace/workspace#model`. Nothing is
 * asked of anybody here.
 */
import { AnechatError } from "../base/errors.ts";

export type WorkspaceAddress = {
  /** Of the kubeconfig; undefined: its current one, or the cluster that this program runs in. */
  context: string | undefined;
  /** undefined: the context's. */
  namespace: string | undefined;
  workspace: string;
  /** As the workspace calls it; undefined: the only one it serves. */
  model: string | undefined;
};

const scheme = "kaito:";

export function isWorkspaceAddress(text: string): boolean {
  return text.startsWith(scheme);
}

/**
 * What stands in front may be left out: `kaito:workspace`, `kaito:namespace/workspace`, `kaito:context//workspace`.
 *
 * @returns undefined for what is no such address
 * @throws AnechatError `usage` for names that Kubernetes doesn't allow
 */
export function parseWorkspaceAddress(text: string): WorkspaceAddress | undefined {
  if (!isWorkspaceAddress(text)) return undefined;
  const [, path = "", model] = /^([^#]*)(?:#(.*))?$/s.exec(text.slice(scheme.length)) ?? [];
  const [workspace = "", namespace = "", context = "", ...more] = path.split("/").reverse();
  if (workspace === "" || more.length > 0) {
    throw new AnechatError("usage", `${text} names no workspace of Kaito`, {
      hint: "It has to look like kaito:workspace, kaito:namespace/workspace or kaito:context/namespace/workspace.",
    });
  }
  return workspaceAddress({ context: unescaped(context), namespace, workspace, model });
}

/**
 * From names that were typed; empty ones are missing ones.
 * @throws AnechatError `usage` for names that Kubernetes doesn't allow: they would lead to other places of its API
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

/** Contexts may be called anything: EKS names them `arn:aws:eks:…:cluster/name`. */
const escaped = (context: string): string => context.replace(/[%/#]/g, encodeURIComponent);

function unescaped(context: string): string {
  try {
    return decodeURIComponent(context);
  } catch {
    return context;
  }
}

/** Names are labels of DNS (RFC 1123), workspaces' as those of the services that they get. */
function checked(name: string, what: string): string {
  if (/^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/.test(name)) return name;
  throw new AnechatError("usage", `"${name}" can't be the name of a ${what}`, {
    hint: "Kubernetes' names have at most 63 lower-case letters, digits and dashes.",
  });
}
