/** The Hub's HTTP API: a revision's commit, a commit's files, and where a file's bytes are. */
import { z } from "zod";
import { AnechatError } from "../base/errors.ts";
import { bypassProxyIfLocal } from "../base/network.ts";
import {
  type HubRequest,
  hubError,
  isTransient,
  maxTriesAfter,
  networkError,
  retryAfterMs,
} from "./errors.ts";
import { isSafePath } from "./name.ts";
import { checkEndpoint, type HubSettings, proxyFor } from "./settings.ts";
import type { RepoFile } from "./variants.ts";

export type HubFile = RepoFile & {
  /** Hexadecimal; only of files in Git LFS, as all weights are. */
  sha256: string | undefined;
  /** Git's blob hash. It identifies the content of all other files. */
  gitSha1: string;
};

export type FileLocation = {
  /** The URL of the bytes. It is signed and expires. */
  address: string;
  /** Whether this is the Hub itself. Only then is the token sent. */
  isHub: boolean;
  /** Identifies the content. */
  etag: string;
  bytes: number | undefined;
};

/** Network and time, passed in so that tests need neither. */
export type ClientTools = {
  fetch: (address: string, init: BunFetchRequestInit) => Promise<Response>;
  /** Rejects when the signal is aborted. */
  sleep: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
  /** Shows the user a line: the Hub asked to wait. */
  note: (line: string) => void;
};

const modelInfo = z.object({ sha: z.string().regex(/^[0-9a-f]{40}$/) });
const foundModels = z.array(z.object({ id: z.string().regex(/^[\w.-]+\/[\w.-]+$/) }));
const treePage = z.array(
  z.object({
    type: z.string(),
    path: z.string(),
    size: z.number().int().nonnegative(),
    oid: z.string(),
    lfs: z
      .object({ oid: z.string().regex(/^[0-9a-f]{64}$/), size: z.number().int().nonnegative() })
      .optional(),
  }),
);

const maxTries = 5;
const firstWaitMs = 1_000;
const maxBackOffMs = 8_000;
/** If the Hub asks to wait longer than this, its refusal is shown instead. */
const maxWaitMs = 5 * 60_000;
const answerTimeoutMs = 30_000;
const maxRedirects = 5;
const maxPages = 1_000;

export class HubClient {
  readonly #settings: HubSettings;
  readonly #tools: ClientTools;

  /** @throws AnechatError `badConfig` for an endpoint that is not a web address */
  constructor(settings: HubSettings, tools: ClientTools) {
    checkEndpoint(settings);
    this.#settings = settings;
    this.#tools = tools;
  }

  /** The commit that a branch, tag or commit of a repo currently means. */
  async commitOf(repo: string, revision = "main", signal?: AbortSignal): Promise<string> {
    const address = `${this.#settings.endpoint}/api/models/${repo}/revision/${encodeURIComponent(revision)}`;
    const response = await this.#request(address, { repo, revision }, signal);
    return (await this.#json(response, modelInfo, repo)).sha;
  }

  /**
   * All files of a commit.
   * @throws AnechatError `badModel` for a path that leaves the repo's folder
   */
  async files(repo: string, commit: string, signal?: AbortSignal): Promise<HubFile[]> {
    const files: HubFile[] = [];
    let next: string | undefined =
      `${this.#settings.endpoint}/api/models/${repo}/tree/${commit}?recursive=true`;
    for (let page = 0; next !== undefined && page < maxPages; page++) {
      const response: Response = await this.#request(next, { repo, revision: commit }, signal);
      for (const entry of await this.#json(response, treePage, repo)) {
        if (entry.type !== "file") continue;
        if (!isSafePath(entry.path)) {
          throw new AnechatError("badModel", `${repo} has a file path that leaves the repo's folder`, {
            hint: "Don't use this repo.",
          });
        }
        // The hash becomes a file name.
        if (entry.lfs === undefined && !/^[0-9a-f]{40}$/.test(entry.oid)) {
          throw this.#protocolError(repo, "a file without a usable hash");
        }
        files.push({
          path: entry.path,
          bytes: entry.lfs?.size ?? entry.size,
          sha256: entry.lfs?.oid,
          gitSha1: entry.oid,
        });
      }
      next = this.#nextPage(response);
    }
    return files;
  }

  /** The most downloaded repo that declares to hold GGUF files of this one; or undefined. */
  async ggufOf(repo: string, signal?: AbortSignal): Promise<string | undefined> {
    const query = new URLSearchParams({ sort: "downloads", direction: "-1", limit: "1" });
    for (const filter of ["gguf", `base_model:quantized:${repo}`]) query.append("filter", filter);
    const address = `${this.#settings.endpoint}/api/models?${query}`;
    const response = await this.#request(address, { repo, revision: "main" }, signal);
    return (await this.#json(response, foundModels, repo))[0]?.id;
  }

  /** Where to get a file. Call it again when the address has expired. */
  async locate(repo: string, commit: string, path: string, signal?: AbortSignal): Promise<FileLocation> {
    const encoded = path.split("/").map(encodeURIComponent).join("/");
    const url = `${this.#settings.endpoint}/${repo}/resolve/${commit}/${encoded}`;
    const request = { repo, revision: commit, path };
    const response = await this.#request(url, request, signal, "HEAD");
    const { headers } = response;
    const etag = (headers.get("x-linked-etag") ?? headers.get("etag") ?? "")
      .replace(/^W\//, "")
      .replaceAll('"', "");
    // The ETag becomes a file name.
    if (!/^[\w.-]+$/.test(etag)) throw this.#protocolError(repo, "a file without a usable ETag");
    const redirect = headers.get("location");
    const address = redirect === null ? response.url || url : new URL(redirect, url).href;
    const size = headers.get("x-linked-size") ?? (redirect === null ? headers.get("content-length") : null);
    return {
      address,
      isHub: this.#isHub(address),
      etag,
      bytes: size === null || !/^\d+$/.test(size) ? undefined : Number(size),
    };
  }

  /** Requests bytes `from` to `to`, inclusive. The status is 200 if the server ignores ranges. */
  range(location: FileLocation, from: number, to: number, signal?: AbortSignal): Promise<Response> {
    const headers = { range: `bytes=${from}-${to}` };
    return this.#send(location.address, signal === undefined ? { headers } : { headers, signal });
  }

  /** Retries transient errors, and follows relative redirects (a renamed repo). */
  async #request(
    address: string,
    about: { repo: string; revision: string; path?: string },
    signal: AbortSignal | undefined,
    method = "GET",
  ): Promise<Response> {
    const request: HubRequest = {
      ...about,
      endpoint: this.#settings.endpoint,
      hasToken: this.#settings.token !== undefined,
    };
    let target = address;
    let redirects = 0;
    for (let attempt = 1; ; ) {
      const response = await this.#tryOnce(target, { method, signal }, attempt);
      if (response === undefined) {
        await this.#tools.sleep(backOff(attempt++), signal);
        continue;
      }
      const location = response.headers.get("location");
      if (response.status >= 300 && response.status < 400 && location !== null) {
        // The redirect of a renamed repo is relative. An absolute one leads to the bytes.
        const isRelative = !/^https?:/i.test(location);
        if (!isRelative && method === "HEAD") return response;
        const next = new URL(location, target).href;
        if (!this.#isHub(next)) throw this.#protocolError(about.repo, "a redirect to another host");
        if (++redirects > maxRedirects) throw this.#protocolError(about.repo, "a redirect loop");
        target = next;
        continue;
      }
      if (response.ok) return response;
      const error = hubError(response, request);
      if (!isTransient(response.status) || attempt >= maxTries) throw error;
      await this.#wait(response, attempt++, error, signal);
    }
  }

  /** @returns undefined after a network error that is worth a retry */
  async #tryOnce(
    address: string,
    init: { method: string; signal: AbortSignal | undefined },
    attempt: number,
  ): Promise<Response | undefined> {
    try {
      return await this.#send(address, { ...init, signal: withTimeout(init.signal) });
    } catch (error) {
      if (init.signal?.aborted || error instanceof AnechatError) throw error;
      if (attempt >= maxTriesAfter(error)) throw networkError(error, new URL(address).host);
      return undefined;
    }
  }

  async #wait(response: Response, attempt: number, error: AnechatError, signal: AbortSignal | undefined) {
    const wait = retryAfterMs(response.headers);
    if (wait !== undefined && wait > maxWaitMs) throw error;
    if (wait !== undefined)
      this.#tools.note(`The Hub asked to wait. Retrying in ${Math.ceil(wait / 1000)} s.`);
    await this.#tools.sleep(wait ?? backOff(attempt), signal);
  }

  /** Every request goes through here. Offline none is sent, and only the Hub gets the token. */
  #send(address: string, init: BunFetchRequestInit): Promise<Response> {
    if (this.#settings.offline) {
      throw new AnechatError("network", "HF_HUB_OFFLINE is set, and this needs the Hub", {
        hint: "Unset it, or use a model that is already downloaded.",
      });
    }
    const { token } = this.#settings;
    const headers = new Headers(init.headers);
    headers.set("accept-encoding", "identity");
    if (token !== undefined && this.#isHub(address)) headers.set("authorization", `Bearer ${token}`);
    const proxy = proxyFor(address, this.#settings.proxies);
    return this.#tools.fetch(address, {
      ...init,
      headers,
      redirect: "manual",
      ...(proxy === undefined ? {} : { proxy }),
      ...bypassProxyIfLocal(address),
    });
  }

  #isHub(address: string): boolean {
    return new URL(address).origin === new URL(this.#settings.endpoint).origin;
  }

  /** From `Link: <address>; rel="next"`. Addresses outside the Hub are ignored. */
  #nextPage(response: Response): string | undefined {
    const address = /<([^>]+)>\s*;\s*rel="?next"?/.exec(response.headers.get("link") ?? "")?.[1];
    if (address === undefined) return undefined;
    const next = new URL(address, this.#settings.endpoint).href;
    return this.#isHub(next) ? next : undefined;
  }

  async #json<T>(response: Response, schema: z.ZodType<T>, repo: string): Promise<T> {
    const parsed = schema.safeParse(await response.json().catch(() => undefined));
    if (parsed.success) return parsed.data;
    throw this.#protocolError(repo, "something that isn't a response of the Hub's API");
  }

  #protocolError(repo: string, what: string): AnechatError {
    return new AnechatError(
      "network",
      `${new URL(this.#settings.endpoint).host} returned ${what} for ${repo}`,
      {
        hint: "Check HF_ENDPOINT. A proxy or a login page may have answered instead.",
      },
    );
  }
}

function backOff(attempt: number): number {
  return Math.min(maxBackOffMs, firstWaitMs * 2 ** (attempt - 1));
}

function withTimeout(signal: AbortSignal | undefined): AbortSignal {
  const timeout = AbortSignal.timeout(answerTimeoutMs);
  return signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
}
