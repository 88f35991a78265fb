/**
 * HTTP client of one endpoint: sends requests only there, retries transient errors, and throws
 * errors for refusals. It doesn't parse answers; the backend does.
 */
import { AnechatError } from "../base/errors.ts";
import { bypassProxyIfLocal } from "../base/network.ts";
import type { Waiting } from "../protocol/backend.ts";
import { routeOf } from "./endpoint.ts";
import {
  isTimeout,
  isTransientFault,
  isTransientStatus,
  networkError,
  protocolError,
  redirectError,
  statusError,
  type Target,
} from "./errors.ts";
import { modelsShape, parseJson, type Refusal, refusalOf } from "./wire.ts";

export type Fetch = (address: string, init: BunFetchRequestInit) => Promise<Response>;

/** How to reach an endpoint. */
export type EndpointOptions = {
  /** From parseEndpoint(). */
  endpoint: string;
  apiKey?: string;
  /** Where the key comes from, for errors: "$OPENAI_API_KEY". */
  keySource?: string;
  /** Sent with each request. */
  headers?: Readonly<Record<string, string>>;
  /** Sends the requests instead of the global fetch. */
  fetch?: Fetch;
  /**
   * Makes the error for a failed connection; default networkError().
   * @param error thrown by `fetch`
   */
  unreachable?: (error: unknown) => AnechatError;
  /** The endpoint's name in errors; default its host. */
  name?: string;
  /** Further secrets that `fetch` sends, and that no error may contain. */
  secrets?: () => readonly string[];
};

/** Time and randomness, passed in for tests. */
export type ClientTools = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Rejects when the signal is aborted. */
  sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void>;
  /** 0 to 1. */
  random(): number;
};

type RemoteModelInfo = {
  name: string;
  /** Tokens; undefined if the server doesn't report it. */
  contextLimit: number | undefined;
  /** Whether the server is vLLM, which has parameters that OpenAI's API lacks. */
  isVllm: boolean;
  /** llama-server, or a server that lists its models as it does. */
  isLlamaServer: boolean;
};

/** A refused request, with the status and body that the backend needs for a better message. */
export class RefusedError extends AnechatError {
  readonly status: number;
  readonly refusal: Refusal | undefined;

  constructor(status: number, refusal: Refusal | undefined, target: Target) {
    const error = statusError(status, refusal, target);
    super(error.code, error.message, error.hint === undefined ? {} : { hint: error.hint, cause: error });
    this.status = status;
    this.refusal = refusal;
  }
}

const maxStatusTries = 5;
const maxFaultTries = 3;
const firstWaitMs = 500;
const maxWaitMs = 8_000;
/** The sum of all waits of one request. A longer wait is an error. */
const maxTotalWaitMs = 60_000;
/** For lists of models only. An answer has no time limit. */
const listTimeoutMs = 30_000;
/** Characters of a body that isn't streamed. */
const maxBodyLength = 4 * 1024 * 1024;

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

  /** What errors need to know. @param model that the error is about */
  target(model?: string): Target {
    const { endpoint, name, apiKey, keySource, headers = {}, secrets: moreSecrets } = this.#options;
    const secrets = [apiKey ?? "", ...Object.values(headers), ...(moreSecrets?.() ?? [])].filter(
      (text) => text.length >= 6,
    );
    return {
      endpoint,
      name,
      model,
      secrets,
      keySource: apiKey === undefined ? undefined : (keySource ?? "this request"),
    };
  }

  /** Lists the models. @returns undefined if the server has no such list @throws AnechatError */
  async models(
    signal?: AbortSignal,
    onWait?: (waiting: Waiting) => void,
  ): Promise<RemoteModelInfo[] | undefined> {
    const timeout = AbortSignal.timeout(listTimeoutMs);
    const limited = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
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
      const mayHaveList =
        !(error instanceof RefusedError) || error.code === "noAccess" || isTransientStatus(error.status);
      if (mayHaveList) throw error;
      return undefined;
    }
    const parsed = modelsShape.safeParse(parseJson(await readText(response)));
    if (!parsed.success) throw protocolError("something that is not a list of models", this.target());
    return parsed.data.data.map(({ id, max_model_len, context_length, meta }) => ({
      name: id,
      contextLimit: max_model_len || context_length || meta?.n_ctx || meta?.n_ctx_train || undefined,
      isVllm: typeof max_model_len === "number",
      isLlamaServer: meta !== null && meta !== undefined,
    }));
  }

  /**
   * Sends a request, and retries transient errors. Abort the signal to close the response's body.
   *
   * @param body sent as JSON with POST; undefined sends GET
   * @returns a response with a status of 200 to 299
   * @throws RefusedError, AnechatError `network`, or the signal's reason
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
      if (attempt >= tries || waited + milliseconds > maxTotalWaitMs) throw withWait(error, retryAfter);
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
      const isAborted = signal?.aborted && !isTimeout(error);
      if (isAborted || error instanceof AnechatError) throw error;
      const tries = isTransientFault(error) ? maxFaultTries : 1;
      const { unreachable = (thrown) => networkError(thrown, this.target()) } = this.#options;
      return { error: unreachable(error), tries, retryAfter: undefined };
    }
    const { status, headers } = response;
    if (response.ok) return response;
    if (status >= 300 && status < 400) throw redirectError(status, headers.get("location"), this.target());
    // A body that isn't JSON, such as a login page, has no reason to show.
    const refusal = refusalOf(parseJson(await readText(response).catch(() => "")));
    return {
      error: new RefusedError(status, refusal, this.target()),
      tries: isTransientStatus(status) ? maxStatusTries : 1,
      retryAfter: retryAfterOf(headers, this.#tools.now()),
    };
  }

  /**
   * Sends every request of this client. It follows no redirects, which could forward key and text.
   */
  #send(path: string, body: unknown, signal: AbortSignal | undefined): Promise<Response> {
    const { endpoint, apiKey, headers: extra = {}, fetch: send = globalThis.fetch } = this.#options;
    const headers = new Headers(extra);
    if (apiKey !== undefined) headers.set("authorization", `Bearer ${apiKey}`);
    if (body !== undefined) headers.set("content-type", "application/json");
    const address = routeOf(endpoint, path);
    return send(address, {
      ...bypassProxyIfLocal(address),
      method: body === undefined ? "GET" : "POST",
      headers,
      redirect: "manual",
      // The prefill of a large prompt may exceed Bun's timeout of five minutes. Ctrl+C stops it.
      timeout: false,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    } as BunFetchRequestInit);
  }

  /** Exponential backoff; half of it is random, so that many clients don't retry together. */
  #backOff(attempt: number): number {
    const full = Math.min(maxWaitMs, firstWaitMs * 2 ** (attempt - 1));
    return Math.round(full / 2 + (full / 2) * this.#tools.random());
  }
}

type Failure = { error: AnechatError; tries: number; retryAfter: number | undefined };

/**
 * Milliseconds. Retry-After has seconds or a date (RFC 9110, 10.2.3).
 * @param now milliseconds since 1970
 */
function retryAfterOf(headers: Headers, now: number): number | undefined {
  const text = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+(?:\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Adds the wait that the server asked for, if it is too long to wait here. */
function withWait(error: AnechatError, milliseconds: number | undefined): AnechatError {
  if (milliseconds === undefined || milliseconds === 0) return error;
  return new AnechatError(error.code, error.message, {
    hint: `Retry after ${Math.ceil(milliseconds / 1000)} s.`,
    cause: error,
  });
}

/** Reads a body that isn't streamed. What exceeds the limit is cut off. */
export async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > maxBodyLength) break;
  }
  return text + decoder.decode();
}
