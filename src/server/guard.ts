/**
 * Who may come in. By default the server listens on loopback, where every program of this machine may
 * speak with it; but so may every web page in a browser of this machine, unless it is kept out:
 *
 * - A page of another origin says so in `Origin`, and is refused unless it was allowed.
 * - A page whose own name was made to point at this machine (DNS rebinding) says that name in `Host`.
 *   Without a key, only addresses and names that nobody else can hold are answered.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import { isIP } from "node:net";
import { ApiError } from "./api-error.ts";

export type GuardOptions = {
  /** Any of them opens; none: no key is asked for. */
  keys: readonly string[];
  /** Opens nothing, and is told what those with a key are: for this user's `anechat ps`, which has none. */
  healthKey?: string;
  /** Origins of pages that may ask, or "*". */
  origins: readonly string[];
  /** Names besides addresses and localhost by which the server may be called. */
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
   * @param open anyone may ask this, if not from anywhere
   * @throws ApiError `forbidden`, `unauthorized`
   */
  check(request: Request, open: boolean): void {
    const host = request.headers.get("Host") ?? "";
    // Browsers always say whom they call; HTTP/1.0 needs not, and health checks don't.
    if (this.#digests.length === 0 && host !== "" && !this.#isOurs(host)) {
      throw new ApiError("forbidden", `This server isn't called ${shown(host)}: --allow-host names it.`);
    }
    const origin = request.headers.get("Origin");
    if (origin !== null && !this.#allows(origin, host)) {
      throw new ApiError("forbidden", `Pages of ${shown(origin)} may not ask here: --cors allows them.`);
    }
    if (!open && this.#digests.length > 0 && !matches(request.headers, this.#digests)) {
      throw new ApiError("unauthorized", "A key is needed: Authorization: Bearer KEY, or x-api-key: KEY.");
    }
  }

  /** The key that opened, which tells clients apart; undefined where none is asked for. */
  keyOf({ headers }: Request): string | undefined {
    return givenKeys(headers).find((key) => isAmong(key, this.#digests));
  }

  /** Whether who asks, where anyone may, may also hear what runs here: whoever gave a key, or all where none is asked for. */
  trusts({ headers }: Request): boolean {
    return this.#digests.length === 0 || matches(headers, this.#healthDigests);
  }

  /** What lets a page of an allowed origin read the answer. */
  corsHeaders({ headers }: Request): Record<string, string> {
    const origin = headers.get("Origin");
    if (origin === null || !(this.#origins.has("*") || this.#origins.has(origin))) return {};
    return {
      "Access-Control-Allow-Origin": origin,
      "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
      "Access-Control-Allow-Headers":
        headers.get("Access-Control-Request-Headers") ?? "Authorization, Content-Type, x-api-key",
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
    // A page of the server's own, should it ever have one.
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

/** All of them are compared, each in the same time whatever it begins with. */
function isAmong(key: string, digests: readonly Buffer[]): boolean {
  return digests.map((known) => timingSafeEqual(known, digest(key))).some((same) => same);
}

/** Of one length, as a comparison in constant time needs it. */
function digest(key: string): Buffer {
  return createHash("sha256").update(key).digest();
}

/** Without port and brackets. */
function hostName(host: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d+)?$/.exec(host)?.[1];
  return (bracketed ?? host.replace(/:\d+$/, "")).toLowerCase();
}

function shown(name: string): string {
  return JSON.stringify(name.slice(0, 100));
}
