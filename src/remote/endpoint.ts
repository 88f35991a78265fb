/**
 * Addresses of OpenAI-compatible servers and of their models: `https://host/v1#model`. Only this
 * file joins paths to an endpoint. It sends no requests.
 */
import { AnechatError } from "../base/errors.ts";
import { isLoopback } from "../base/network.ts";

/** A model at an endpoint, as users type it and chats store it. */
export type RemoteAddress = {
  /** From parseEndpoint(). */
  endpoint: string;
  /** If undefined, the server's only model. */
  model: string | undefined;
};

/** Ends of addresses that are often copied, too. */
const routes = /\/(?:chat\/completions|completions|models)$/;
/** Google's addresses have a version before "openai". */
const version = /\/v\d[^/]*(?:\/openai)?$/;

/**
 * Normalizes an endpoint's address, without a slash at its end. `http://host:8000` becomes
 * `http://host:8000/v1`, where OpenAI-compatible servers have their API. A path that ends in a
 * version is kept, and so is one that ends in `/chat/completions` without a version.
 *
 * @throws AnechatError `usage`. The message shows only the host, since an address may contain a
 *   secret
 */
export function parseEndpoint(text: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new AnechatError("usage", "An endpoint's address must begin with http:// or https://", {
      hint: "For example: --endpoint http://localhost:8000/v1",
    });
  }
  if (url.username !== "" || url.password !== "") {
    throw new AnechatError("usage", `The address of ${url.host} contains a password, which is never sent`, {
      hint: "Put the key into an environment variable, and name the variable with --api-key-env.",
    });
  }
  if (url.search !== "") {
    throw new AnechatError("usage", `The address of ${url.host} has a query string`, {
      hint: "Remove the question mark and what follows it. Pass a key with --api-key-env.",
    });
  }
  const path = url.pathname.replace(/\/+$/, "");
  const base = path.replace(routes, "");
  if (version.test(base)) return url.origin + base;
  return url.origin + (base === path ? `${path}/v1` : `${base}/chat/completions`);
}

/** @param endpoint from parseEndpoint() @param path "/models" */
export function routeOf(endpoint: string, path: string): string {
  return endpoint.replace(routes, "") + path;
}

/**
 * `https://host/v1#model`.
 * @returns undefined if it isn't a web address
 * @throws AnechatError `usage`
 */
export function parseAddress(text: string): RemoteAddress | undefined {
  if (!isAddress(text)) return undefined;
  const hash = text.indexOf("#");
  const model = hash === -1 ? "" : text.slice(hash + 1).trim();
  return {
    endpoint: parseEndpoint(hash === -1 ? text : text.slice(0, hash)),
    model: model === "" ? undefined : model,
  };
}

export function formatAddress({ endpoint, model }: RemoteAddress): string {
  return model === undefined ? endpoint : `${endpoint}#${model}`;
}

export function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text.trim());
}

/** Whether requests, with the key, cross a network unencrypted. */
export function isPlaintextHttp(endpoint: string): boolean {
  const { protocol, hostname } = new URL(endpoint);
  return protocol === "http:" && !isLoopback(hostname);
}
