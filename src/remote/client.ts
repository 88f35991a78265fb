/**
 * One endpoint over HTTP: sends requests there and nowhere else, waits and tries again where that may help, and tells
 * refusals from answers. What the answers mean is for the backend.
 */
import { AnechatError } from "../base/errors.ts";
import { directIfHere } from "../base/network.ts";
import type { Waiting } from "../protocol/backend.ts";
import { routeOf } from "./endpoint.ts";
import {
  type Asked,
  isPassingFault,
  isPassingStatus,
  isTimeout,
  networkError,
  redirectError,
  statusError,
  strangeError,
} from "./errors.ts";
import { modelsShape, parseJson, type Refusal, refusalOf } from "./wire.ts";

export type Fetch = (address: string, init: BunFetchRequestInit) => Promise<Response>;

/** How an endpoint is spoken with. */
export type EndpointOptions = {
  /** From parseEndpoint(). */
  endpoint: string;
  apiKey?: string;
  /** Where the key comes from, for errors: "$OPENAI_API_KEY". */
  keySource?: string;
  /** Sent with each request. */
  headers?: Readonly<Record<string, string>>;
  /** Another way to the endpoint than straight over the network. */
  fetch?: Fetch;
  /** What it means that nobody answers there; if missing, that the endpoint can't be reached. @param error what `fetch` threw */
  unreachable?: (error: unknown) => AnechatError;
  /** What errors call it; its host, if missing. */
  name?: string;
  /** What `fetch` sends besides and no error may show. */
  secrets?: () => readonly string[];
};

/** Time and chance, so that tests have neither. */
export type ClientTools = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Rejects when the signal is aborted. */
  sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void>;
  /** 0 to 1. */
  random(): number;
};
export type RemoteModelInfo = {
  name: string;
  /** Tokens; undefined where the server doesn't tell. */
  contextLimit: number | undefined;
  /** It is vLLM's, which knows a few words more than OpenAI's API. */
  isVllm: boolean;
};

/** A refusal, with what is needed to say more of it. */
export class RefusedError extends AnechatError {
  readonly status: number;
  readonly refusal: Refusal | undefined;

  constructor(status: number, refusal: Refusal | undefined, asked: Asked) {
    const error = statusError(status, refusal, asked);
    super(error.code, error.message, error.hint === undefined ? {} : { hint: error.hint, cause: error });
    this.status = status;
    this.refusal = refusal;
  }
}

const statusTries = 5;
const faultTries = 3;
const firstWaitMs = 500;
const longestWaitMs = 8_000;
/** Waiting of one request, all together: longer nobody waits without being asked. */
const patienceMs = 60_000;
/** A list is there at once, or not at all; an answer may take its time. */
const listTimeoutMs = 30_000;
/** Of a body that isn't streamed. */
const largestBody = 4 * 1024 * 1024;

export class EndpointClient {
  readonly #options: EndpointOptions;
  readonly #tools: ClientTools;

  constructor(options: EndpointOptions, tools: ClientTools) {
    this.#options = options;
    this.#tools = tools;
  }

  get endpoint(): string {
    return this.#options.endpoint;
  }

  /** @param model that is spoken of */
  asked(model?: string): Asked {
    const { endpoint, name, apiKey, keySource, headers = {}, secrets: others } = this.#options;
    const secrets = [apiKey ?? "", ...Object.values(headers), ...(others?.() ?? [])].filter(
      (text) => text.length >= 6,
    );
    return {
      endpoint,
      name,
      model,
      secrets,
      keySource: apiKey === undefined ? undefined : (keySource ?? "yours"),
    };
  }

  /** @throws AnechatError; undefined where the server has no such list */
  async models(
    signal?: AbortSignal,
    onWait?: (waiting: Waiting) => void,
  ): Promise<RemoteModelInfo[] | undefined> {
    const patience = AbortSignal.timeout(listTimeoutMs);
    const limited = signal === undefined ? patience : AbortSignal.any([signal, patience]);
    const requests = this.open("/models", undefined, limited);
    let response: Response;
    try {
      for (;;) {
        const step = await requests.next();
        if (step.done) {
          response = step.value;
          break;
        }
        onWait?.(step.value);
      }
    } catch (error) {
      const isThere =
        !(error instanceof RefusedError) || error.code === "noAccess" || isPassingStatus(error.status);
      if (isThere) throw error;
      return undefined;
    }
    const parsed = modelsShape.safeParse(parseJson(await readText(response)));
    if (!parsed.success) throw strangeError("something that is no list of models", this.asked());
    return parsed.data.data.map(({ id, max_model_len, context_length, meta }) => ({
      name: id,
      contextLimit: max_model_len || context_length || meta?.n_ctx || meta?.n_ctx_train || undefined,
      isVllm: typeof max_model_len === "number",
    }));
  }

  /**
   * Asks until there is an answer that isn't worth another try. The body is the caller's to close: by the signal.
   *
   * @param body sent as JSON by POST; GET without
   * @returns a response with a status of 200 to 299
   * @throws RefusedError, and AnechatError `network`; what the signal's abort throws
   */
  async *open(
    path: string,
    body: unknown,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<Waiting, Response> {
    let waited = 0;
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await this.#tryOnce(path, body, signal);
      if (outcome instanceof Response) return outcome;
      const { error, tries, retryAfter } = outcome;
      const milliseconds = retryAfter ?? this.#backOff(attempt);
      if (attempt >= tries || waited + milliseconds > patienceMs) throw withWait(error, retryAfter);
      waited += milliseconds;
      yield { type: "waiting", reason: error.message, milliseconds };
      await this.#tools.sleep(milliseconds, signal);
    }
  }

  async #tryOnce(path: string, body: unknown, signal: AbortSignal | undefined): Promise<Response | Failure> {
    let response: Response;
    try {
      response = await this.#send(path, body, signal);
    } catch (error) {
      const isOurs = signal?.aborted && !isTimeout(error);
      if (isOurs || error instanceof AnechatError) throw error;
      const tries = isPassingFault(error) ? faultTries : 1;
      const { unreachable = (thrown) => networkError(thrown, this.asked()) } = this.#options;
      return { error: unreachable(error), tries, retryAfter: undefined };
    }
    const { status, headers } = response;
    if (response.ok) return response;
    if (status >= 300 && status < 400) throw redirectError(status, headers.get("location"), this.asked());
    // A login page is no reason.
    const refusal = refusalOf(parseJson(await readText(response).catch(() => "")));
    return {
      error: new RefusedError(status, refusal, this.asked()),
      tries: isPassingStatus(status) ? statusTries : 1,
      retryAfter: retryAfterOf(headers, this.#tools.now()),
    };
  }

  /** The one place where a request leaves. Redirects aren't followed: they could take the key and the words along. */
  #send(path: string, body: unknown, signal: AbortSignal | undefined): Promise<Response> {
    const { endpoint, apiKey, headers: own = {}, fetch: send = globalThis.fetch } = this.#options;
    const headers = new Headers(own);
    if (apiKey !== undefined) headers.set("authorization", `Bearer ${apiKey}`);
    if (body !== undefined) headers.set("content-type", "application/json");
    const address = routeOf(endpoint, path);
    return send(address, {
      ...directIfHere(address),
      method: body === undefined ? "GET" : "POST",
      headers,
      redirect: "manual",
      // A large prompt may be read for longer than Bun's five minutes; Ctrl+C ends it.
      timeout: false,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    } as BunFetchRequestInit);
  }

  /** Twice as long each time, and half of it by chance, so that many clients don't come back at once. */
  #backOff(attempt: number): number {
    const full = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempt - 1));
    return Math.round(full / 2 + (full / 2) * this.#tools.random());
  }
}

type Failure = { error: AnechatError; tries: number; retryAfter: number | undefined };

/** Milliseconds; it has seconds or a date (RFC 9110, 10.2.3). @param now milliseconds since 1970 */
export function retryAfterOf(headers: Headers, now: number): number | undefined {
  const text = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+(?:\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** A wait that we don't make for the user is told. */
function withWait(error: AnechatError, milliseconds: number | undefined): AnechatError {
  if (milliseconds === undefined || milliseconds === 0) return error;
  return new AnechatError(error.code, error.message, {
    hint: `It asks to wait ${Math.ceil(milliseconds / 1000)} s.`,
    cause: error,
  });
}

/** A body that isn't streamed, up to a limit: the rest is nothing we could read. */
export async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > largestBody) break;
  }
  return text + decoder.decode();
}
