/**
 * One cluster's API: the one place where a request to it leaves, with the credentials that client-node has for it. Its own
 * HTTP client isn't used: it hands TLS to undici's dispatchers, which Bun reads over, so that no private authority would
 * be trusted.
 */
import type { RequestOptions } from "node:https";
import type { KubeConfig } from "@kubernetes/client-node/dist/config.js";
import { z } from "zod";
import { AnechatError } from "../base/errors.ts";
import { directIfHere } from "../base/network.ts";
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
  strangeClusterError,
  unreachableError,
} from "./errors.ts";
import type { Access } from "./kubeconfig.ts";
import { type Tls, tlsFault } from "./tls.ts";

/** What the API says of an object; "forbidden" and "missing" with the reason. */
export type Reply =
  | { kind: "found"; object: unknown }
  | { kind: "forbidden"; said: string }
  /** @property isKindKnown whether there could be such an object here */
  | { kind: "missing"; isKindKnown: boolean };

/** Kubernetes' own way of refusing. */
const statusShape = z.object({ kind: z.literal("Status"), message: z.string().nullish() });

/** An object is there at once, or not at all. */
const readTimeoutMs = 30_000;

type Credentials = { headers: Record<string, string>; tls: Tls };

export class Cluster {
  readonly #access: Access;
  #keyring: KubeConfig;
  #asking: Promise<Credentials> | undefined;
  readonly #secrets = new Set<string>();

  constructor(access: Access) {
    this.#access = access;
    this.#keyring = access.keyring();
  }

  /** Of the API, without a slash at its end; Rancher's have a path. */
  get server(): string {
    return this.#access.cluster.server.replace(/\/+$/, "");
  }

  get place(): Place {
    const { context, user } = this.#access;
    return { context, server: this.server, user: user.name, secrets: [...this.#secrets] };
  }

  /** @param path "/api/v1/…" @throws AnechatError `network`, `noAccess`, `badConfig`; what the signal's abort throws */
  async read(path: string, signal: AbortSignal): Promise<Reply> {
    let response: Response;
    let text: string;
    let credentials: Credentials | undefined;
    try {
      credentials = await untilAborted(this.#credentials(), signal);
      // A login in a browser may take its time, the cluster may not.
      const patience = AbortSignal.any([signal, AbortSignal.timeout(readTimeoutMs)]);
      const init: BunFetchRequestInit = { redirect: "manual", signal: patience };
      response = await this.#send(this.server + path, init, credentials);
      text = await readText(response);
    } catch (error) {
      if (error instanceof AnechatError || signal.aborted) throw error;
      const fault = tlsFault(credentials?.tls ?? {});
      throw fault === undefined ? unreachableError(error, this.place) : badTlsError(fault, this.place);
    }
    if (response.status === 401) throw this.turnedAway();
    const body = parseJson(text);
    const said = refusalIn(body);
    if (response.status === 403) return { kind: "forbidden", said: said ?? "" };
    // Of what it doesn't know at all it says so in plain text.
    if (response.status === 404) return { kind: "missing", isKindKnown: said !== undefined };
    if (!response.ok) throw refusedError(response.status, said ?? "", this.place);
    if (typeof body !== "object" || body === null) {
      throw strangeClusterError("something that is no object of Kubernetes", this.place);
    }
    return { kind: "found", object: body };
  }

  /**
   * As `fetch`, with the credentials of the moment: those of a plug-in expire, and are made anew in time. Who answers may
   * be the cluster, or whoever it passes the request on to.
   * @throws AnechatError where there are no credentials
   */
  readonly fetch: Fetch = async (address, init) => {
    const credentials = await untilAborted(this.#credentials(), init.signal ?? undefined);
    return this.#send(address, init, credentials);
  };

  /** After the cluster's 401: the next request asks for new credentials, of a plug-in that still held these for valid, too. */
  turnedAway(): AnechatError {
    this.#keyring = this.#access.keyring();
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
      ...(proxyUrl ? { proxy: proxyUrl } : directIfHere(address)),
    });
  }

  /** Asked for once where many want them at the same time: a plug-in may ask for a login. */
  #credentials(): Promise<Credentials> {
    this.#asking ??= this.#askForCredentials().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #askForCredentials(): Promise<Credentials> {
    const options: RequestOptions = {};
    try {
      await this.#keyring.applyToHTTPSOptions(options);
    } catch (error) {
      const { exec } = this.#access.user;
      throw exec?.command === undefined || isOfFile(error)
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
      // Shorter ones hide nothing, and would take words apart.
      if (secret && secret.length >= 6) this.#secrets.add(secret);
    }
    const tls = { ca, cert, key, rejectUnauthorized, serverName: servername };
    return {
      headers,
      tls: Object.fromEntries(Object.entries(tls).filter(([, value]) => value !== undefined)),
    };
  }
}

/** The words of a Status of Kubernetes; undefined for anything else. */
export function refusalIn(body: unknown): string | undefined {
  const parsed = statusShape.safeParse(body);
  return parsed.success ? (parsed.data.message ?? "") : undefined;
}

/** Of a certificate or a token that can't be read: that isn't the plug-in's fault. */
function isOfFile(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && error.syscall === "open";
}
