/** Settings for the Hub, from the same environment variables as in huggingface_hub. */
import { join } from "node:path";
import { AnechatError } from "../base/errors.ts";
import { type Environment, expandPath, homeFolder } from "../base/paths.ts";
import { readText, sizeLimits } from "../base/read-file.ts";
import { hubCacheFolder, hubHomeFolder } from "./cache.ts";

export type HubSettings = {
  /** Without a slash at the end. */
  endpoint: string;
  /** Sent only to the endpoint's host. */
  token: string | undefined;
  /** No request may be sent. */
  offline: boolean;
  cache: string;
  /** Whether the cache's snapshots are links to its blobs. */
  links: boolean;
  proxies: Proxies;
};

type Proxies = {
  http: string | undefined;
  https: string | undefined;
  /** Hosts that are reached directly, as NO_PROXY lists them. */
  direct: readonly string[];
};

export function hubSettings(env: Environment, home: string = homeFolder(env)): HubSettings {
  return {
    endpoint: (env.HF_ENDPOINT || "https://huggingface.co").replace(/\/+$/, ""),
    token: readToken(env, home),
    offline: isOn(env.HF_HUB_OFFLINE) || isOn(env.TRANSFORMERS_OFFLINE),
    cache: hubCacheFolder(env, home),
    links: !isOn(env.HF_HUB_DISABLE_SYMLINKS),
    proxies: {
      http: env.http_proxy || env.HTTP_PROXY || undefined,
      https: env.https_proxy || env.HTTPS_PROXY || undefined,
      direct: (env.no_proxy || env.NO_PROXY || "")
        .split(",")
        .map((host) => host.trim().toLowerCase())
        .filter((host) => host !== ""),
    },
  };
}

/** Checked only before a request is sent. @throws AnechatError `badConfig` */
export function checkEndpoint({ endpoint }: Pick<HubSettings, "endpoint">): void {
  if (isWebAddress(endpoint)) return;
  throw new AnechatError("badConfig", `HF_ENDPOINT: "${endpoint}" is not a web address`, {
    hint: "Unset it, or set it to an address that begins with https://, such as a mirror's.",
  });
}

/**
 * The proxy for an address, or undefined.
 * @throws AnechatError `badConfig` for an invalid one, which isn't shown: it may contain a password
 */
export function proxyFor(address: string, proxies: Proxies): string | undefined {
  const { protocol, hostname, host } = new URL(address);
  const isDirect = proxies.direct.some((entry) => {
    if (entry === "*" || entry === host) return true;
    const domain = entry.replace(/^\*?\./, "");
    return hostname === domain || hostname.endsWith(`.${domain}`);
  });
  if (isDirect) return undefined;
  const proxy = protocol === "https:" ? proxies.https : proxies.http;
  if (proxy === undefined || isWebAddress(proxy)) return proxy;
  const variable = protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY";
  throw new AnechatError("badConfig", `${variable}: The value is not the address of an HTTP proxy`, {
    hint: "Unset it, or set it to an address such as http://proxy.example:3128.",
  });
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** The token's form isn't checked: tokens of a browser login look different from others. */
function readToken(env: Environment, home: string): string | undefined {
  const named = env.HF_TOKEN || env.HUGGING_FACE_HUB_TOKEN;
  if (named?.trim()) return named.trim();
  if (isOn(env.HF_HUB_DISABLE_IMPLICIT_TOKEN)) return undefined;
  try {
    const named = env.HF_TOKEN_PATH;
    const path = named ? expandPath(named, env, home) : join(hubHomeFolder(env, home), "token");
    return readText(path, { limit: sizeLimits.small }).trim() || undefined;
  } catch {
    return undefined; // Not logged in.
  }
}

function isOn(value: string | undefined): boolean {
  return ["1", "ON", "YES", "TRUE"].includes(value?.toUpperCase() ?? "");
}
