/**
 * Access control: keys, `Origin` and `Host`. By default the server listens on loopback and needs no
 * key. Every program on this machine may use it, but web pages in this machine's browsers may not:
 *
 * - Requests of pages carry their `Origin`. It is refused unless it was allowed.
 * - A page can make its own host name point at this machine (DNS rebinding). Its requests carry
 *   that name in `Host`. Without keys, only IP addresses, localhost and allowed names are accepted.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import { isIP } from "node:net";
import { ApiError } from "./api-error.ts";

export type GuardOptions = {
  /** Any of them gives access. If there are none, no key is needed. */
  keys: readonly string[];
  /** Gives no access, but shows server details in /health. `anechat ps` of this user has it. */
  healthKey?: string;
  /** Origins whose pages may send requests, or "*". */
  origins: readonly string[];
  /** Names that `Host` may have besides IP addresses and localhost. */
  hosts: readonly string[];
};

export class Guard {
  readonly #digests: readonly Buffer[];
  readonly #healthDigests: readonly Buffer[];
  readonly #origins: ReadonlySet<string>;
  readonly #hosts: ReadonlySet<string>;

  constructor({ keys, healthKey, origins, hosts }: GuardOptions) {
    this.#digests = keys.map(digest);
    this.#healthDigests = healthKey === undefined ? this.#digests : [...this.#digests, digest(healthKey)];
    this.#origins = new Set(origins);
    this.#hosts = new Set(hosts.map(hostName));
  }

  /**
   * @param open needs no key; `Host` and `Origin` are still checked
   * @throws ApiError `forbidden`, `unauthorized`
   */
  check(request: Request, open: boolean): void {
    const host = request.headers.get("Host") ?? "";
    // Browsers always send Host. HTTP/1.0 clients, such as health checks, may not.
    if (this.#digests.length === 0 && host !== "" && !this.#isOurs(host)) {
      throw new ApiError(
        "forbidden",
        `Host ${shown(host)} is not allowed. Add --allow-host ${shown(hostName(host))}.`,
      );
    }
    const origin = request.headers.get("Origin");
    if (origin !== null && !this.#allows(origin, host)) {
      throw new ApiError("forbidden", `Origin ${shown(origin)} is not allowed. Add --cors ${shown(origin)}.`);
    }
    if (!open && this.#digests.length > 0 && !matches(request.headers, this.#digests)) {
      throw new ApiError(
        "unauthorized",
        "An API key is required. Send Authorization: Bearer KEY or x-api-key: KEY.",
      );
    }
  }

  /** The client's key, which identifies the client; undefined if the server has no keys. */
  keyOf({ headers }: Request): string | undefined {
    return givenKeys(headers).find((key) => isAmong(key, this.#digests));
  }

  /** Whether an open route may show this caller server details. */
  trusts({ headers }: Request): boolean {
    return this.#digests.length === 0 || matches(headers, this.#healthDigests);
  }

  /** Headers that let a page of an allowed origin read the answer. */
  corsHeaders({ headers }: Request): Record<string, string> {
    const origin = headers.get("Origin");
    if (origin === null || !(this.#origins.has("*") || this.#origins.has(origin))) return {};
    return {
      "Access-Control-Allow-Origin": origin,
      "Access-Control-Allow-Methods": "GET, POST, DELETE, OPTIONS",
      "Access-Control-Allow-Headers":
        headers.get("Access-Control-Request-Headers") ?? "Authorization, Content-Type, x-api-key",
      "Access-Control-Expose-Headers": "x-anechat-ignored, x-request-id, request-id, Retry-After",
      "Access-Control-Max-Age": "600",
      Vary: "Origin",
    };
  }

  #isOurs(host: string): boolean {
    const name = hostName(host);
    return isIP(name) !== 0 || name === "localhost" || name.endsWith(".localhost") || this.#hosts.has(name);
  }

  #allows(origin: string, host: string): boolean {
    if (this.#origins.has("*") || this.#origins.has(origin)) return true;
    // A page that this server itself serves.
    return origin === `http://${host}` && this.#isOurs(host);
  }
}

function matches(headers: Headers, digests: readonly Buffer[]): boolean {
  return givenKeys(headers).some((key) => isAmong(key, digests));
}

function givenKeys(headers: Headers): string[] {
  const bearer = /^Bearer +(.+)$/i.exec(headers.get("Authorization") ?? "")?.[1];
  return [bearer, headers.get("x-api-key")].filter((key) => key !== undefined && key !== null);
}

/** Compares with every digest in constant time. */
function isAmong(key: string, digests: readonly Buffer[]): boolean {
  return digests.map((known) => timingSafeEqual(known, digest(key))).some((same) => same);
}

/** Comparing in constant time needs values of one length. */
function digest(key: string): Buffer {
  return createHash("sha256").update(key).digest();
}

/** Without port and brackets. */
function hostName(host: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d+)?$/.exec(host)?.[1];
  return (bracketed ?? host.replace(/:\d+$/, "")).toLowerCase();
}

function shown(name: string): string {
  return JSON.stringify(name.slice(0, 80));
}
