/**
 * HTTP client of a cluster's API, with the credentials that client-node makes. client-node's own
 * HTTP client isn't used: it passes TLS settings to undici dispatchers, which Bun ignores, so no
 * private certificate authority would be trusted.
 */
import type { RequestOptions } from "node:https";
import type { KubeConfig } from "@kubernetes/client-node/dist/config.js";
import { z } from "zod";
import { AnechatError } from "../base/errors.ts";
import { bypassProxyIfLocal } from "../base/network.ts";
import { untilAborted } from "../base/pause.ts";
import { type Fetch, readText } from "../remote/client.ts";
import { parseJson } from "../remote/wire.ts";
import {
  badTlsError,
  credentialsError,
  noCredentialsError,
  type Place,
  plugInError,
  refusedError,
  unexpectedResponseError,
  unreachableError,
} from "./errors.ts";
import type { Access } from "./kubeconfig.ts";
import { type Tls, tlsFault } from "./tls.ts";

/** The API's reply to a GET of an object. */
export type Reply =
  | { kind: "found"; object: unknown }
  | { kind: "forbidden"; message: string }
  /** @property isKindKnown whether the cluster has this kind of object */
  | { kind: "missing"; isKindKnown: boolean };

/** The Status object that Kubernetes sends with a refusal. */
const statusShape = z.object({ kind: z.literal("Status"), message: z.string().nullish() });

const readTimeoutMs = 30_000;

type Credentials = { headers: Record<string, string>; tls: Tls };

export class Cluster {
  readonly #access: Access;
  #kubeConfig: KubeConfig;
  #pending: Promise<Credentials> | undefined;
  readonly #secrets = new Set<string>();

  constructor(access: Access) {
    this.#access = access;
    this.#kubeConfig = access.kubeConfig();
  }

  /** The API's address, without a slash at its end; Rancher's have a path. */
  get server(): string {
    return this.#access.cluster.server.replace(/\/+$/, "");
  }

  get place(): Place {
    const { context, user } = this.#access;
    return { context, server: this.server, user: user.name, secrets: [...this.#secrets] };
  }

  /**
   * Reads an object.
   *
   * @param path "/api/v1/…"
   * @throws AnechatError `network`, `noAccess`, `badConfig`; the signal's reason
   */
  async read(path: string, signal: AbortSignal): Promise<Reply> {
    let response: Response;
    let text: string;
    let credentials: Credentials | undefined;
    try {
      credentials = await untilAborted(this.#credentials(), signal);
      // The timeout doesn't include getting credentials, which may open a login in a browser.
      const limited = AbortSignal.any([signal, AbortSignal.timeout(readTimeoutMs)]);
      const init: BunFetchRequestInit = { redirect: "manual", signal: limited };
      response = await this.#send(this.server + path, init, credentials);
      text = await readText(response);
    } catch (error) {
      if (error instanceof AnechatError || signal.aborted) throw error;
      const fault = tlsFault(credentials?.tls ?? {});
      throw fault === undefined ? unreachableError(error, this.place) : badTlsError(fault, this.place);
    }
    if (response.status === 401) throw this.unauthorized();
    const body = parseJson(text);
    const message = statusMessage(body);
    if (response.status === 403) return { kind: "forbidden", message: message ?? "" };
    // For an unknown kind, the body is plain text and not a Status.
    if (response.status === 404) return { kind: "missing", isKindKnown: message !== undefined };
    if (!response.ok) throw refusedError(response.status, message ?? "", this.place);
    if (typeof body !== "object" || body === null) {
      throw unexpectedResponseError("something that is not a Kubernetes object", this.place);
    }
    return { kind: "found", object: body };
  }

  /**
   * Like the global fetch, with the current credentials; expired ones are renewed. The response
   * comes from the cluster, or from the server that it forwards the request to.
   * @throws AnechatError if there are no credentials
   */
  readonly fetch: Fetch = async (address, init) => {
    const credentials = await untilAborted(this.#credentials(), init.signal ?? undefined);
    return this.#send(address, init, credentials);
  };

  /**
   * Call it after a 401 of the cluster: the next request gets new credentials, even if a plug-in
   * cached these.
   */
  unauthorized(): AnechatError {
    this.#kubeConfig = this.#access.kubeConfig();
    return credentialsError(this.place);
  }

  async #send(address: string, init: BunFetchRequestInit, credentials: Credentials): Promise<Response> {
    const headers = new Headers(init.headers);
    for (const [name, value] of Object.entries(credentials.headers)) headers.set(name, value);
    const { proxyUrl } = this.#access.cluster;
    return globalThis.fetch(address, {
      ...init,
      headers,
      tls: credentials.tls,
      ...(proxyUrl ? { proxy: proxyUrl } : bypassProxyIfLocal(address)),
    });
  }

  /** Parallel requests share one call of a plug-in, which may ask for a login. */
  #credentials(): Promise<Credentials> {
    this.#pending ??= this.#makeCredentials().finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #makeCredentials(): Promise<Credentials> {
    const options: RequestOptions = {};
    try {
      await this.#kubeConfig.applyToHTTPSOptions(options);
    } catch (error) {
      const { exec } = this.#access.user;
      throw exec?.command === undefined || isFileError(error)
        ? noCredentialsError(error, this.place)
        : plugInError(String(exec.command), exec.installHint, error, this.place);
    }
    const { auth, ca, cert, key, rejectUnauthorized, servername } = options;
    const headers = Object.fromEntries(
      Object.entries(options.headers ?? {}).map(([name, value]) => [name, String(value).trim()]),
    );
    if (auth) headers.Authorization = `Basic ${Buffer.from(auth).toString("base64")}`;
    const token = headers.Authorization?.replace(/^\w+ /, "");
    for (const secret of [token, this.#access.user.password, String(key ?? "")]) {
      // Very short strings aren't secret, and replacing them would garble messages.
      if (secret && secret.length >= 6) this.#secrets.add(secret);
    }
    const tls = { ca, cert, key, rejectUnauthorized, serverName: servername };
    return {
      headers,
      tls: Object.fromEntries(Object.entries(tls).filter(([, value]) => value !== undefined)),
    };
  }
}

/** The message of a Kubernetes Status; undefined for anything else. */
export function statusMessage(body: unknown): string | undefined {
  const parsed = statusShape.safeParse(body);
  return parsed.success ? (parsed.data.message ?? "") : undefined;
}

/** Whether a certificate or a token file can't be read, which isn't the plug-in's fault. */
function isFileError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && error.syscall === "open";
}
