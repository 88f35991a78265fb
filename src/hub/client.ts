/** What the Hub is asked: which commit a name means, which files it has, and where a file's bytes are. */
import { z } from "zod";
import { AnechatError } from "../base/errors.ts";
import { directIfHere } from "../base/network.ts";
import { askedToWait, type HubRequest, hubError, isPassing, networkError, triesAfter } from "./errors.ts";
import { isSafePath } from "./name.ts";
import { checkEndpoint, type HubSettings, proxyFor } from "./settings.ts";
import type { RepoFile } from "./variants.ts";

export type HubFile = RepoFile & {
  /** Hexadecimal; of files in large file storage, as all weights are. */
  sha256: string | undefined;
  /** Git's own hash of the content, of every other file. */
  gitSha1: string;
};

export type FileLocation = {
  /** Where its bytes come from now; signed, and so for a while only. */
  address: string;
  /** Whether the token goes along: only to the Hub itself. */
  isHub: boolean;
  /** Names the content. */
  etag: string;
  bytes: number | undefined;
};

/** The world outside, so that tests have no network and no waiting. */
export type ClientTools = {
  fetch: (address: string, init: BunFetchRequestInit) => Promise<Response>;
  /** Rejects when the signal is aborted. */
  sleep: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
  /** A line for the user: the Hub asked to wait. */
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

const tries = 5;
const firstWaitMs = 1_000;
const longestWaitMs = 8_000;
/** Longer than this nobody waits without being asked. */
const patienceMs = 5 * 60_000;
const answerTimeoutMs = 30_000;
const mostRedirects = 5;
const mostPages = 1_000;

export class HubClient {
  readonly #settings: HubSettings;
  readonly #tools: ClientTools;

  /** @throws AnechatError `badConfig` for an endpoint that is no address */
  constructor(settings: HubSettings, tools: ClientTools) {
    checkEndpoint(settings);
    this.#settings = settings;
    this.#tools = tools;
  }

  /** The commit that a branch, tag or commit of a repo means now. */
  async commitOf(repo: string, revision = "main", signal?: AbortSignal): Promise<string> {
    const address = `${this.#settings.endpoint}/api/models/${repo}/revision/${encodeURIComponent(revision)}`;
    const response = await this.#ask(address, { repo, revision }, signal);
    return (await this.#json(response, modelInfo, repo)).sha;
  }

  /**
   * All files of a commit.
   * @throws AnechatError badModel for a path that tries to leave its folder
   */
  async files(repo: string, commit: string, signal?: AbortSignal): Promise<HubFile[]> {
    const files: HubFile[] = [];
    let next: string | undefined =
      `${this.#settings.endpoint}/api/models/${repo}/tree/${commit}?recursive=true`;
    for (let page = 0; next !== undefined && page < mostPages; page++) {
      const response: Response = await this.#ask(next, { repo, revision: commit }, signal);
      for (const entry of await this.#json(response, treePage, repo)) {
        if (entry.type !== "file") continue;
        if (!isSafePath(entry.path)) {
          throw new AnechatError("badModel", `${repo} has a file whose path leads out of its folder`, {
            hint: "Don't use this repo.",
          });
        }
        // It becomes a file's name.
        if (entry.lfs === undefined && !/^[0-9a-f]{40}$/.test(entry.oid)) {
          throw this.#strange(repo, "a file without a usable hash");
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

  /** The most downloaded repo that says it is a GGUF of this one; undefined where there is none. */
  async ggufOf(repo: string, signal?: AbortSignal): Promise<string | undefined> {
    const query = new URLSearchParams({ sort: "downloads", direction: "-1", limit: "1" });
    for (const filter of ["gguf", `base_model:quantized:${repo}`]) query.append("filter", filter);
    const address = `${this.#settings.endpoint}/api/models?${query}`;
    const response = await this.#ask(address, { repo, revision: "main" }, signal);
    return (await this.#json(response, foundModels, repo))[0]?.id;
  }

  /** Where to get a file. To be asked again when the address has expired. */
  async locate(repo: string, commit: string, path: string, signal?: AbortSignal): Promise<FileLocation> {
    const encoded = path.split("/").map(encodeURIComponent).join("/");
    const asked = `${this.#settings.endpoint}/${repo}/resolve/${commit}/${encoded}`;
    const request = { repo, revision: commit, path };
    const response = await this.#ask(asked, request, signal, "HEAD");
    const { headers } = response;
    const etag = (headers.get("x-linked-etag") ?? headers.get("etag") ?? "")
      .replace(/^W\//, "")
      .replaceAll('"', "");
    // The name of a content, and nothing else.
    if (!/^[\w.-]+$/.test(etag)) throw this.#strange(repo, "a file without a usable ETag");
    const redirect = headers.get("location");
    const address = redirect === null ? response.url || asked : new URL(redirect, asked).href;
    const size = headers.get("x-linked-size") ?? (redirect === null ? headers.get("content-length") : null);
    return {
      address,
      isHub: this.#isHub(address),
      etag,
      bytes: size === null || !/^\d+$/.test(size) ? undefined : Number(size),
    };
  }

  /** Bytes `from` to `to`, inclusive. The caller looks at the status: 206, or 200 where ranges aren't known. */
  range(location: FileLocation, from: number, to: number, signal?: AbortSignal): Promise<Response> {
    const headers = { range: `bytes=${from}-${to}` };
    return this.#send(location.address, signal === undefined ? { headers } : { headers, signal });
  }

  /** With its patience: passing faults and relative redirects (a renamed repo) are no answer. */
  async #ask(
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
        // A renamed repo is a relative redirect; an absolute one leads to where the bytes are.
        const isRelative = !/^https?:/i.test(location);
        if (!isRelative && method === "HEAD") return response;
        const next = new URL(location, target).href;
        if (!this.#isHub(next)) throw this.#strange(about.repo, "a redirect to another host");
        if (++redirects > mostRedirects) throw this.#strange(about.repo, "a circle of redirects");
        target = next;
        continue;
      }
      if (response.ok) return response;
      const error = hubError(response, request);
      if (!isPassing(response.status) || attempt >= tries) throw error;
      await this.#wait(response, attempt++, error, signal);
    }
  }

  /** @returns undefined where the network failed in a way that may pass */
  async #tryOnce(
    address: string,
    init: { method: string; signal: AbortSignal | undefined },
    attempt: number,
  ): Promise<Response | undefined> {
    try {
      return await this.#send(address, { ...init, signal: withTimeout(init.signal) });
    } catch (error) {
      if (init.signal?.aborted || error instanceof AnechatError) throw error;
      if (attempt >= triesAfter(error)) throw networkError(error, new URL(address).host);
      return undefined;
    }
  }

  async #wait(response: Response, attempt: number, error: AnechatError, signal: AbortSignal | undefined) {
    const asked = askedToWait(response.headers);
    if (asked !== undefined && asked > patienceMs) throw error;
    if (asked !== undefined) this.#tools.note(`The Hub asks to wait ${Math.ceil(asked / 1000)} s.`);
    await this.#tools.sleep(asked ?? backOff(attempt), signal);
  }

  /** The one place where a request leaves: offline means none does, and the token only goes home. */
  #send(address: string, init: BunFetchRequestInit): Promise<Response> {
    if (this.#settings.offline) {
      throw new AnechatError("network", "HF_HUB_OFFLINE is set, and this needs the Hub", {
        hint: "Unset it, or use a model that is downloaded.",
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
      ...directIfHere(address),
    });
  }

  #isHub(address: string): boolean {
    return new URL(address).origin === new URL(this.#settings.endpoint).origin;
  }

  /** `Link: <address>; rel="next"`; followed only on the Hub itself. */
  #nextPage(response: Response): string | undefined {
    const address = /<([^>]+)>\s*;\s*rel="?next"?/.exec(response.headers.get("link") ?? "")?.[1];
    if (address === undefined) return undefined;
    const next = new URL(address, this.#settings.endpoint).href;
    return this.#isHub(next) ? next : undefined;
  }

  async #json<T>(response: Response, schema: z.ZodType<T>, repo: string): Promise<T> {
    const parsed = schema.safeParse(await response.json().catch(() => undefined));
    if (parsed.success) return parsed.data;
    throw this.#strange(repo, "something that isn't the Hub's protocol");
  }

  #strange(repo: string, what: string): AnechatError {
    return new AnechatError(
      "network",
      `${new URL(this.#settings.endpoint).host} answers with ${what} for ${repo}`,
      {
        hint: "Check HF_ENDPOINT, and whether a proxy or a login page stands between.",
      },
    );
  }
}

function backOff(attempt: number): number {
  return Math.min(longestWaitMs, firstWaitMs * 2 ** (attempt - 1));
}

function withTimeout(signal: AbortSignal | undefined): AbortSignal {
  const timeout = AbortSignal.timeout(answerTimeoutMs);
  return signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
}
