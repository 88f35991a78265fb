/**
 * Error messages for refusals of the Hub and for network errors.
 * The order of the rules is huggingface_hub's (utils/_http.py, hf_raise_for_status).
 * No message contains a token or a signed address.
 */
import { AnechatError, errorCode } from "../base/errors.ts";
import { systemReason } from "../base/system-errors.ts";

/** The request that an error message is about. */
export type HubRequest = {
  endpoint: string;
  repo: string;
  revision?: string | undefined;
  path?: string;
  hasToken: boolean;
};

/** @param response of the Hub itself, with status 400 or above */
export function hubError(response: Response, request: HubRequest): AnechatError {
  const { endpoint, repo, revision = "main", path, hasToken } = request;
  const code = response.headers.get("x-error-code");
  const message = response.headers.get("x-error-message") ?? "";
  const page = `${endpoint}/${repo}`;
  if (code === "RevisionNotFound") {
    return new AnechatError("modelNotFound", `${repo} has no revision "${revision}"`, {
      hint: `See its branches and tags at ${page}/tree/main`,
    });
  }
  if (code === "EntryNotFound") {
    return new AnechatError("modelNotFound", `${repo} has no file ${path ?? ""} at revision "${revision}"`, {
      hint: `See its files at ${page}/tree/${revision}`,
    });
  }
  if (code === "GatedRepo") {
    return new AnechatError("noAccess", `${repo} is gated: you have to accept its terms first`, {
      hint: hasToken
        ? `Your token has no access yet. Request it at ${page}`
        : `Accept them at ${page}, then set HF_TOKEN to a token of your account.`,
    });
  }
  if (message === "Access to this resource is disabled.") {
    return new AnechatError("noAccess", `${repo} was disabled on the Hub`, {
      hint: `${page} may say why. Choose another model.`,
    });
  }
  const isBadToken = message === "Invalid credentials in Authorization header";
  if (response.status === 401 && isBadToken) {
    return new AnechatError("noAccess", "The Hub doesn't accept your token", {
      hint: `Set a valid HF_TOKEN from ${endpoint}/settings/tokens, or unset it for public models.`,
    });
  }
  if (code === "RepoNotFound" || response.status === 401 || response.status === 404) {
    return new AnechatError("modelNotFound", `There is no ${repo} on the Hub, or it is private`, {
      hint: hasToken
        ? "Check its name, and that your token may read it."
        : "Check its name. For a private or gated model, set HF_TOKEN.",
    });
  }
  if (response.status === 403) {
    return new AnechatError("noAccess", `The Hub doesn't allow your token to read ${repo}`, {
      hint: `Grant it read access at ${endpoint}/settings/tokens`,
    });
  }
  if (response.status === 429) {
    return new AnechatError("network", "The Hub received too many requests from this machine", {
      hint: hasToken
        ? "Wait a few minutes."
        : "Wait a few minutes, or set HF_TOKEN: the limit is higher with a token.",
    });
  }
  const reason = message === "" ? "" : `: ${message}`;
  return new AnechatError("network", `The Hub answered ${response.status} for ${repo}${reason}`, {
    hint: response.status >= 500 ? "It may be down: try again later." : `See ${page}`,
  });
}

/** Whether a retry may help. */
export function isTransient(status: number): boolean {
  return [408, 429, 500, 502, 503, 504].includes(status);
}

/**
 * How long the Hub asks to wait, in milliseconds; undefined if it doesn't.
 * `RateLimit: "resolvers";r=0;t=55` means that no request is left for 55 seconds
 * (draft-ietf-httpapi-ratelimit-headers). Otherwise `Retry-After` counts, in seconds.
 */
export function retryAfterMs(headers: Headers): number | undefined {
  const left = /;\s*r=(\d+)/.exec(headers.get("ratelimit") ?? "")?.[1];
  const reset = /;\s*t=(\d+)/.exec(headers.get("ratelimit") ?? "")?.[1];
  if (left === "0" && reset !== undefined) return (Number(reset) + 1) * 1000;
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  return Number.isInteger(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

/**
 * How often to try when fetch throws this error. A bad certificate won't change, and someone
 * who is offline should see the error soon.
 */
export function maxTriesAfter(error: unknown): number {
  const code = errorCode(error);
  if (certificateCode.test(code)) return 1;
  return nameCode.test(code) || refusedCode.test(code) ? 2 : 5;
}

const nameCode = /ENOTFOUND|EAI_AGAIN|DNS/i;
const certificateCode = /CERT|TLS|SSL|UNABLE_TO|SELF_SIGNED/i;
const refusedCode = /REFUSED|FailedToOpenSocket/i;

/** @param error thrown by fetch. Its message may contain an address, so only its code is shown */
export function networkError(error: unknown, host: string): AnechatError {
  const code = errorCode(error);
  const sentence = (): { message: string; hint: string } => {
    if (nameCode.test(code)) {
      return {
        message: `${host} can't be found`,
        hint: "Is this machine online? Check the connection and DNS.",
      };
    }
    if (certificateCode.test(code)) {
      return {
        message: `${host} has a certificate that isn't trusted (${code})`,
        hint:
          "Check this machine's clock. " +
          "If a proxy uses its own certificate authority, set NODE_EXTRA_CA_CERTS.",
      };
    }
    if (refusedCode.test(code)) {
      return {
        message: `${host} can't be reached`,
        hint: "Is this machine online? Check the connection and proxies.",
      };
    }
    if (/TIMEOUT|TimeoutError/i.test(code) || (error instanceof Error && error.name === "TimeoutError")) {
      return { message: `${host} didn't answer in time`, hint: "Try again, or check the connection." };
    }
    return {
      message: `The connection to ${host} broke${code === "" ? "" : `: ${systemReason(code) ?? code}`}`,
      hint: "Try again: what was fetched is kept.",
    };
  };
  const { message, hint } = sentence();
  return new AnechatError("network", message, { hint, cause: error });
}
