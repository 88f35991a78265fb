/**
 * What can be wrong with a kubeconfig, a cluster and a workspace of Kaito, each in one sentence with advice. A cluster's
 * own words are kept short and without secrets; who shows them makes them safe to print.
 */
import { AnechatError, errorCode } from "../base/errors.ts";
import { nearestWord } from "../base/suggest.ts";
import { listed, networkError, quoted } from "../remote/errors.ts";
import type { TlsFault } from "./tls.ts";

/** Which cluster is spoken of. */
export type Place = {
  /** undefined: the cluster that this program runs in. */
  context: string | undefined;
  /** Of its API. */
  server: string;
  /** Who we are there. */
  user: string;
  /** Never to be shown. */
  secrets: readonly string[];
};

/** What Kubernetes' rules of access call a request. */
export type Permission = {
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

/** @param files where kubectl would look */
export function noConfigError(files: readonly string[]): AnechatError {
  return configError(`No cluster is known here: there is no kubeconfig at ${files.join(", ")}`, {
    hint: "Who runs the cluster gives you one; another place is named by KUBECONFIG=FILE.",
  });
}

/** @param names of those that are there @param name undefined where nobody named one */
export function noContextError(name: string | undefined, names: readonly string[]): AnechatError {
  const advice = names.length === 0 ? "There is none at all: see --help." : `There are: ${listed(names)}.`;
  if (name === undefined) {
    return new AnechatError("usage", "Your kubeconfig doesn't say which context is the current one", {
      hint: `--context NAME does. ${advice}`,
    });
  }
  const nearest = nearestWord(name, names);
  return new AnechatError("usage", `There is no context "${name}" in your kubeconfig`, {
    hint: nearest === undefined ? advice : `Did you mean "${nearest}"?`,
  });
}

/** Why a cluster couldn't be spoken with. @param error what fetch threw */
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
    ? "The kubeconfig says whom to trust: certificate-authority-data of the cluster, or its tls-server-name."
    : `Does "kubectl ${contextFlag(place)}get namespaces" reach it? A VPN may be off, or the cluster stopped.`;
  return new AnechatError("network", message.charAt(0).toUpperCase() + message.slice(1), {
    // The clock is this machine's, whoever is asked.
    hint: hint?.startsWith("Check this machine's clock") ? hint : advice,
    cause: error,
  });
}

/** Certificates or a key that no connection can be made with. */
export function badTlsError(fault: TlsFault, place: Place): AnechatError {
  const { context, user } = place;
  const what = {
    authority: `The certificate-authority of ${context === undefined ? "this cluster" : `context ${context}`} is no certificate`,
    certificate: `The client-certificate of user ${user} is no certificate`,
    key: `The client-key of user ${user} is no private key, or one that wants a passphrase`,
    pair: `The client-certificate and the client-key of user ${user} don't belong together`,
  }[fault];
  return configError(what);
}

/** 401: whoever we say we are, the cluster doesn't believe it. */
export function credentialsError(place: Place): AnechatError {
  if (place.context === undefined) {
    return new AnechatError(
      "noAccess",
      "The cluster doesn't accept the credentials of this pod's service account (401)",
      {
        hint: "Kubernetes renews them by itself: the account may have been deleted. A new pod gets new ones.",
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

/** 403: the cluster knows who we are. @param said its own words */
export function forbiddenError(permission: Permission, said: string, place: Place): AnechatError {
  const { verb, resource, namespace } = permission;
  // Who that is, the cluster doesn't know: nobody has to be granted anything.
  if (said.includes('User "system:anonymous"')) {
    return new AnechatError(
      "noAccess",
      `The cluster doesn't know who you are (403): no credentials of user ${place.user} reached it`,
      { hint: `The kubeconfig may have none: ${loginAdvice(place)}` },
    );
  }
  return new AnechatError(
    "noAccess",
    `You may not ${verb} ${resource} in ${namespaceText(namespace, place)} (403)${quoted(said, place)}`,
    { hint: `An admin of the cluster has to grant it: a Role with the verb ${verb} on ${resource}.` },
  );
}

/** @param said the cluster's own words */
export function refusedError(status: number, said: string, place: Place): AnechatError {
  const host = new URL(place.server).host;
  return new AnechatError("network", `The cluster at ${host} answered ${status}${quoted(said, place)}`, {
    hint: "It may be starting or busy, or something else than a cluster answers there.",
  });
}

/** @param what it answers with */
export function strangeClusterError(what: string, place: Place): AnechatError {
  return new AnechatError("network", `The cluster at ${new URL(place.server).host} answers with ${what}`, {
    hint: "Is that the address of Kubernetes' API? A login page or a proxy may stand between.",
  });
}

/** The program that the kubeconfig names for getting credentials. @param installHint the kubeconfig's own */
export function plugInError(
  command: string,
  installHint: unknown,
  error: unknown,
  place: Place,
): AnechatError {
  if (errorCode(error) === "ENOENT") {
    const own = typeof installHint === "string" ? quoted(installHint, place).slice(2) : "";
    return new AnechatError("noAccess", `The kubeconfig's credential plug-in ${command} isn't installed`, {
      hint: own === "" ? "Install it, or see that it is on the PATH." : own,
    });
  }
  // What a plug-in prints may be the token itself: of its output nothing is shown, of its complaints all.
  const isOutput = error instanceof SyntaxError || error instanceof TypeError;
  const said = isOutput
    ? ": it printed no ExecCredential"
    : quoted(error instanceof Error ? error.message : String(error), place);
  return new AnechatError("noAccess", `The kubeconfig's credential plug-in ${command} failed${said}`, {
    hint: `Does "kubectl ${contextFlag(place)}get namespaces" work? A login may have expired.`,
  });
}

/** Any other way to credentials: a file, an identity provider. */
export function noCredentialsError(error: unknown, place: Place): AnechatError {
  const path = error instanceof Error && "path" in error ? String(error.path) : "";
  if (path !== "") {
    return configError(
      `${path} can't be read (${errorCode(error)}): it has to hold credentials or a certificate`,
      place.context === undefined
        ? { hint: "Kubernetes puts it there, unless automountServiceAccountToken is false." }
        : {},
    );
  }
  const said = quoted(error instanceof Error ? error.message : String(error), place);
  return new AnechatError("noAccess", `There are no credentials for user ${place.user}${said}`, {
    hint: "Log in again as you do for kubectl.",
  });
}

export function noKaitoError(place: Place): AnechatError {
  const where = place.context === undefined ? "This cluster" : `The cluster of context ${place.context}`;
  return new AnechatError(
    "modelNotFound",
    `${where} doesn't have Kaito: it knows no workspaces of kaito.sh`,
    {
      hint: "Is it the right context? See https://kaito-project.github.io/kaito for installing Kaito.",
    },
  );
}

/** @param names of those that are there; undefined where we may not know */
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
        ? "Which there are you may not see: check the name, and the namespace (-n)."
        : names.length === 0
          ? "There are none in it: another namespace is chosen with -n."
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
    hint: "What it makes is an adapter: a workspace with that under inference.adapters can be chatted with.",
  });
}

/** As Kubernetes has it. */
export type Condition = { type: string; status: string; reason: string; message: string };

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
      ? ": Kaito hasn't looked at it yet"
      : lines.join("");
  return new AnechatError("network", `Workspace '${name}' is not ready for inference${why}`, {
    hint: isDeleted
      ? `See "kubectl ${contextFlag(place)}get workspaces -n ${namespace}" for others.`
      : "Its nodes and its model may take many minutes to come. " +
        `"kubectl ${contextFlag(place)}describe workspace ${name} -n ${namespace}" says more.`,
  });
}

export function noServiceError(name: string, namespace: string, place: Place): AnechatError {
  return new AnechatError(
    "network",
    `Workspace '${name}' has no service in ${namespaceText(namespace, place)}`,
    {
      hint: `Kaito makes it: see "kubectl ${contextFlag(place)}describe workspace ${name} -n ${namespace}".`,
    },
  );
}

/** The API server knows where the service would lead, and there is nothing. */
export function noEndpointsError(name: string, namespace: string, place: Place): AnechatError {
  return new AnechatError("network", `The service of workspace '${name}' leads nowhere yet`, {
    hint:
      "Its pods may not have started: see " +
      `"kubectl ${contextFlag(place)}get pods -l kaito.sh/workspace=${name} -n ${namespace}".`,
  });
}

/** 401 and 403 of the model's own server. @param said its own words */
export function lockedModelError(status: number, said: string, name: string, place: Place): AnechatError {
  return new AnechatError(
    "noAccess",
    `The model of workspace '${name}' refuses the request (${status})${quoted(said, place)}`,
    {
      hint: "If it asks for a key: an API server passes none on, so it has to answer without one inside the cluster.",
    },
  );
}

function loginAdvice(place: Place): string {
  return `log in again as you do for kubectl, then see "kubectl ${contextFlag(place)}auth whoami".`;
}

/** For commands that can be copied. */
function contextFlag({ context }: Pick<Place, "context">): string {
  if (context === undefined) return "";
  return /^[\w.:/@-]+$/.test(context)
    ? `--context ${context} `
    : `--context '${context.replaceAll("'", `'\\''`)}' `;
}
