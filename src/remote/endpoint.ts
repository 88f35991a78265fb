/**
 * Where a server of language models is, and what a model there is called: `https://host/v1#model`. The one
 * place that joins paths to an endpoint. Nothing is asked of anybody here.
 */
import { AnechatError } from "../base/errors.ts";
import { isLoopback } from "../base/network.ts";

/** A model at an endpoint, as people type it and as chats remember it. */
export type RemoteAddress = {
  /** From parseEndpoint(). */
  endpoint: string;
  /** undefined: the only one it has. */
  model: string | undefined;
};

/** What people copy along when they copy an address. */
const routes = /\/(?:chat\/completions|completions|models)$/;
/** Google has its own version before "openai". */
const version = /\/v\d[^/]*(?:\/openai)?$/;

/**
 * An endpoint's address in one form, without a slash at its end. `http://host:8000` means `http://host:8000/v1`, as
 * every OpenAI-compatible server has it; a path that ends in a version says itself where the API is, and one that
 * ends in `/chat/completions` does so without a version.
 *
 * @throws AnechatError `usage`; an address may hold a secret, so the message shows no more than its host
 */
export function parseEndpoint(text: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new AnechatError("usage", "An endpoint's address has to begin with http:// or https://", {
      hint: "For example: --endpoint http://localhost:8000/v1",
    });
  }
  if (url.username !== "" || url.password !== "") {
    throw new AnechatError("usage", `The address of ${url.host} holds a password, which is never sent so`, {
      hint: "Put the key into a variable of the environment, and name it with --api-key-env.",
    });
  }
  if (url.search !== "") {
    throw new AnechatError("usage", `The address of ${url.host} has a query behind its path`, {
      hint: "Leave out what stands behind the question mark; a key belongs to --api-key-env.",
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

/** `https://host/v1#model`. @returns undefined for what is no web address @throws AnechatError `usage` */
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

export function sameOrigin(one: string, other: string): boolean {
  return new URL(one).origin === new URL(other).origin;
}

/** Whether others on the way can read what is sent there, the key among it. */
export function isInTheClear(endpoint: string): boolean {
  const { protocol, hostname } = new URL(endpoint);
  return protocol === "http:" && !isLoopback(hostname);
}
