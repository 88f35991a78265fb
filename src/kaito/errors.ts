/**
 * Errors for a kubeconfig, a cluster and a Kaito workspace, with hints. Messages of the cluster are
 * shortened, and secrets are removed. Sanitize them before printing.
 */
import { AnechatError, errorCode, messageOf, reasonOf } from "../base/errors.ts";
import { nearestWord } from "../base/suggest.ts";
import { listed, networkError, quoted } from "../remote/errors.ts";
import type { TlsFault } from "./tls.ts";

/** The cluster that an error is about. */
export type Place = {
  /** undefined in a pod: the cluster that it runs in. */
  context: string | undefined;
  /** The address of its API. */
  server: string;
  /** The kubeconfig's name of the user. */
  user: string;
  /** Replaced in messages of the cluster. */
  secrets: readonly string[];
};

/** A permission in the terms of Kubernetes' RBAC. */
type Permission = {
  verb: "get" | "create";
  /** "workspaces.kaito.sh" */
  resource: string;
  namespace: string;
};

/** "namespace default of context prod" */
export function namespaceText(namespace: string, { context }: Pick<Place, "context">): string {
  return `namespace ${namespace} of ${context === undefined ? "this cluster" : `context ${context}`}`;
}

export function configError(
  message: string,
  { hint = 'See "kubectl config view".', cause }: { hint?: string; cause?: unknown } = {},
): AnechatError {
  return new AnechatError("badConfig", message, { hint, cause });
}

/** @param files that kubectl would read */
export function noConfigError(files: readonly string[]): AnechatError {
  return configError(`No Kubernetes cluster is configured: there is no kubeconfig at ${files.join(", ")}`, {
    hint: "The cluster's admin can give you one. Set KUBECONFIG=FILE if it is elsewhere.",
  });
}

/** @param name undefined if none was named @param names of the contexts */
export function noContextError(name: string | undefined, names: readonly string[]): AnechatError {
  const advice = names.length === 0 ? "There are no contexts: see --help." : `There are: ${listed(names)}.`;
  if (name === undefined) {
    return new AnechatError("usage", "Your kubeconfig has no current context", {
      hint: `Choose one with --context NAME. ${advice}`,
    });
  }
  const nearest = nearestWord(name, names);
  return new AnechatError("usage", `There is no context "${name}" in your kubeconfig`, {
    hint: nearest === undefined ? advice : `Did you mean "${nearest}"?`,
  });
}

/** @param error thrown by fetch */
export function unreachableError(error: unknown, place: Place): AnechatError {
  const { message, hint } = networkError(error, {
    endpoint: place.server,
    name: `the cluster at ${new URL(place.server).host}`,
    model: undefined,
    secrets: place.secrets,
    keySource: undefined,
  });
  const isTrust = /CERT|UNABLE_TO|ALTNAME/.test(errorCode(error));
  const advice = isTrust
    ? "Check certificate-authority-data and tls-server-name of the cluster in the kubeconfig."
    : `Does "kubectl ${contextFlag(place)}get namespaces" reach it? A VPN may be off, or the cluster stopped.`;
  return new AnechatError("network", message.charAt(0).toUpperCase() + message.slice(1), {
    // A hint about this machine's clock applies to a cluster, too.
    hint: hint?.startsWith("Check this machine's clock") ? hint : advice,
    cause: error,
  });
}

/** Unusable certificates or an unusable key. */
export function badTlsError(fault: TlsFault, place: Place): AnechatError {
  const { context, user } = place;
  const where = context === undefined ? "this cluster" : `context ${context}`;
  const what = {
    authority: `The certificate-authority of ${where} is not a certificate`,
    certificate: `The client-certificate of user ${user} is not a certificate`,
    key: `The client-key of user ${user} is not a private key, or it has a passphrase`,
    pair: `The client-certificate and the client-key of user ${user} don't belong together`,
  }[fault];
  return configError(what);
}

/** 401: the cluster rejects the credentials. */
export function credentialsError(place: Place): AnechatError {
  if (place.context === undefined) {
    return new AnechatError(
      "noAccess",
      "The cluster doesn't accept the credentials of this pod's service account (401)",
      {
        hint: "Kubernetes renews them. Was the account deleted? A new pod gets new ones.",
      },
    );
  }
  return new AnechatError(
    "noAccess",
    `The cluster doesn't accept the credentials of user ${place.user} (401)`,
    {
      hint: `They may have expired: ${loginAdvice(place)}`,
    },
  );
}

/** 403: the user lacks a permission. @param message of the cluster */
export function forbiddenError(permission: Permission, message: string, place: Place): AnechatError {
  const { verb, resource, namespace } = permission;
  // The request had no credentials. A grant wouldn't help.
  if (message.includes('User "system:anonymous"')) {
    return new AnechatError(
      "noAccess",
      `The cluster doesn't know who you are (403): no credentials of user ${place.user} reached it`,
      { hint: `The kubeconfig may have none: ${loginAdvice(place)}` },
    );
  }
  return new AnechatError(
    "noAccess",
    `You may not ${verb} ${resource} in ${namespaceText(namespace, place)} (403)${quoted(message, place)}`,
    { hint: `An admin of the cluster has to grant it: a Role with the verb ${verb} on ${resource}.` },
  );
}

/** @param message of the cluster */
export function refusedError(status: number, message: string, place: Place): AnechatError {
  const host = new URL(place.server).host;
  return new AnechatError("network", `The cluster at ${host} answered ${status}${quoted(message, place)}`, {
    hint: "It may be starting or busy, or the server there is not a cluster.",
  });
}

/** @param what the server returned */
export function unexpectedResponseError(what: string, place: Place): AnechatError {
  return new AnechatError("network", `The cluster at ${new URL(place.server).host} returned ${what}`, {
    hint: "Is that the address of a Kubernetes API? A login page or a proxy may have answered.",
  });
}

/** The kubeconfig's credential plug-in failed. @param installHint from the kubeconfig */
export function plugInError(
  command: string,
  installHint: unknown,
  error: unknown,
  place: Place,
): AnechatError {
  if (errorCode(error) === "ENOENT") {
    const own = typeof installHint === "string" ? quoted(installHint, place).slice(2) : "";
    return new AnechatError("noAccess", `The kubeconfig's credential plug-in ${command} isn't installed`, {
      hint: own === "" ? "Install it, or add its folder to the PATH." : own,
    });
  }
  // Only the plug-in's stderr is shown. Its stdout may contain the token.
  const isOutput = error instanceof SyntaxError || error instanceof TypeError;
  const reason = isOutput ? ": it printed no ExecCredential" : quoted(messageOf(error), place);
  return new AnechatError("noAccess", `The kubeconfig's credential plug-in ${command} failed${reason}`, {
    hint: `Does "kubectl ${contextFlag(place)}get namespaces" work? A login may have expired.`,
  });
}

/** Credentials from a file or an identity provider failed. */
export function noCredentialsError(error: unknown, place: Place): AnechatError {
  const path = error instanceof Error && "path" in error ? String(error.path) : "";
  if (path !== "") {
    return configError(
      `${path} can't be read: ${reasonOf(error)}. It should contain credentials or a certificate.`,
      place.context === undefined
        ? { hint: "Kubernetes creates it, unless automountServiceAccountToken is false." }
        : {},
    );
  }
  const reason = quoted(messageOf(error), place);
  return new AnechatError("noAccess", `There are no credentials for user ${place.user}${reason}`, {
    hint: "Log in again as you do for kubectl.",
  });
}

export function noKaitoError(place: Place): AnechatError {
  const where = place.context === undefined ? "This cluster" : `The cluster of context ${place.context}`;
  return new AnechatError("modelNotFound", `${where} doesn't have Kaito: it has no workspaces.kaito.sh`, {
    hint: "Is it the right context? To install Kaito: https://kaito-project.github.io/kaito",
  });
}

/** @param names of the workspaces; undefined if we may not list them */
export function noWorkspaceError(
  name: string,
  namespace: string,
  names: readonly string[] | undefined,
  place: Place,
): AnechatError {
  const nearest = nearestWord(name, names ?? []);
  const hint =
    nearest !== undefined
      ? `Did you mean "${nearest}"?`
      : names === undefined
        ? "You may not list the workspaces there: check the name, and the namespace (-n)."
        : names.length === 0
          ? "The namespace has no workspaces: choose another one with -n."
          : `There are: ${listed(names)}.`;
  return new AnechatError(
    "modelNotFound",
    `There is no workspace "${name}" in ${namespaceText(namespace, place)}`,
    {
      hint,
    },
  );
}

export function tuningError(name: string): AnechatError {
  return new AnechatError("modelNotFound", `Workspace '${name}' is for tuning a model, not for inference`, {
    hint: "It makes an adapter. Chat with a workspace that lists it under inference.adapters.",
  });
}

/** A condition in a Kubernetes status. */
type Condition = { type: string; status: string; reason: string; message: string };

export function notReadyError(
  name: string,
  namespace: string,
  conditions: readonly Condition[],
  isDeleted: boolean,
  place: Place,
): AnechatError {
  const lines = conditions.map(({ type, status, reason, message }) => {
    const because = [reason === "" ? "" : ` (${reason})`, message === "" ? "" : `: ${message}`].join("");
    return `\n  ${quoted(`${type}: ${status}${because}`, place).slice(2)}`;
  });
  const why = isDeleted
    ? ": it is being deleted"
    : conditions.length === 0
      ? ": Kaito hasn't processed it yet"
      : lines.join("");
  return new AnechatError("network", `Workspace '${name}' is not ready for inference${why}`, {
    hint: isDeleted
      ? `See "kubectl ${contextFlag(place)}get workspaces -n ${namespace}" for others.`
      : "Its nodes and its model may take many minutes to start. See " +
        `"kubectl ${contextFlag(place)}describe workspace ${name} -n ${namespace}".`,
  });
}

export function noServiceError(name: string, namespace: string, place: Place): AnechatError {
  return new AnechatError(
    "network",
    `Workspace '${name}' has no service in ${namespaceText(namespace, place)}`,
    {
      hint:
        "Kaito has to create it: see " +
        `"kubectl ${contextFlag(place)}describe workspace ${name} -n ${namespace}".`,
    },
  );
}

/** The service exists, but it has no endpoints. */
export function noEndpointsError(name: string, namespace: string, place: Place): AnechatError {
  return new AnechatError("network", `The service of workspace '${name}' has no endpoints yet`, {
    hint:
      "Its pods may not have started: see " +
      `"kubectl ${contextFlag(place)}get pods -l kaito.sh/workspace=${name} -n ${namespace}".`,
  });
}

/** 401 and 403 of the model's server. @param message of that server */
export function modelRefusedError(status: number, message: string, name: string, place: Place): AnechatError {
  return new AnechatError(
    "noAccess",
    `The model of workspace '${name}' refuses the request (${status})${quoted(message, place)}`,
    {
      hint:
        "A Kubernetes API server doesn't forward keys: " +
        "the model has to answer without one inside the cluster.",
    },
  );
}

function loginAdvice(place: Place): string {
  return `log in again as you do for kubectl, then see "kubectl ${contextFlag(place)}auth whoami".`;
}

/** For commands that the user can copy. */
function contextFlag({ context }: Pick<Place, "context">): string {
  if (context === undefined) return "";
  return /^[\w.:/@-]+$/.test(context)
    ? `--context ${context} `
    : `--context '${context.replaceAll("'", `'\\''`)}' `;
}
