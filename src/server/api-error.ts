/**
 * Errors as clients get them: an HTTP status, a message, and the field of the request that is at
 * fault. Each API has its own shape for them.
 */
import { type AnechatError, type Excess, toAnechatError } from "../base/errors.ts";

/** For a response's Accept-Encoding header: what the body of a request may be compressed with. */
export const acceptedEncodings = "gzip, deflate, br, zstd";

/** Which API's shapes a route uses. */
export type Dialect = "openai" | "anthropic" | "ollama" | "llama" | "own";

const statuses = {
  invalid: 400,
  contextExceeded: 400,
  unauthorized: 401,
  forbidden: 403,
  notFound: 404,
  methodNotAllowed: 405,
  timeout: 408,
  tooLarge: 413,
  unsupported: 415,
  failed: 500,
  notImplemented: 501,
  busy: 503,
} as const;

export type ApiErrorKind = keyof typeof statuses;

export class ApiError extends Error {
  readonly kind: ApiErrorKind;
  /** The field at fault, such as "messages[0].content". */
  readonly path: string | undefined;
  /** Seconds for the Retry-After header; `busy` always has them. */
  readonly retryAfter: number | undefined;
  /** For `contextExceeded`: the tokens of the prompt and of the context. */
  readonly excess: Excess | undefined;
  /** For programs, where the API has such: Anthropic's `error.details`. */
  readonly details: object | undefined;

  constructor(
    kind: ApiErrorKind,
    message: string,
    more: { path?: string; retryAfter?: number; excess?: Excess; details?: object } = {},
  ) {
    super(message);
    this.kind = kind;
    this.path = more.path;
    this.excess = more.excess;
    this.details = more.details;
    this.retryAfter = more.retryAfter ?? (kind === "busy" ? 1 : undefined);
  }

  get status(): number {
    return statuses[this.kind];
  }
}

/** The engine's options that can be at fault, and what a route's API calls them. */
export function fieldNames(route: string): Readonly<Record<string, string>> {
  return {
    grammar: "grammar",
    tools: "tools",
    tokens: tokensField(route),
    templateVariables: "chat_template_kwargs",
    text: route === "/tokenize" ? "content" : tokensField(route),
    jsonSchema: schemaField(route),
  };
}

function tokensField(route: string): string {
  if (route === "/detokenize") return "tokens";
  return route.endsWith("/embeddings") ? "input" : "prompt";
}

function schemaField(route: string): string {
  if (route.startsWith("/v1/responses")) return "text.format";
  if (route === "/v1/messages") return "output_config.format";
  if (/^\/(api\/v1\/|completions?$|infill)/.test(route)) return "json_schema";
  return route.startsWith("/api/") ? "format" : "response_format";
}

/**
 * Turns anything thrown into an error that a client may see.
 * @param path the field of the request that caused it, if that is known
 * @param names see {@link fieldNames}
 */
export function toApiError(
  thrown: unknown,
  path?: string,
  names: Readonly<Record<string, string>> = {},
): ApiError {
  if (thrown instanceof ApiError) return thrown;
  const error = toAnechatError(thrown);
  const shown = isAboutFiles(error) ? withoutFolders : (text: string) => text;
  const what = shown(error.message);
  const sentence = /[.?!]$/.test(what) ? what : `${what}.`;
  const message = error.hint === undefined ? what : `${sentence} ${shown(error.hint)}`;
  const field = error.field === undefined ? undefined : names[error.field];
  const where = error.code === "modelNotFound" ? "model" : (path ?? field);
  return new ApiError(kindOf(error), message, {
    ...(where === undefined ? {} : { path: where }),
    ...(error.excess === undefined ? {} : { excess: error.excess }),
  });
}

function isAboutFiles({ code }: AnechatError): boolean {
  return ["noAccess", "diskFull", "modelNotFound", "badModel", "unexpected"].includes(code);
}

/**
 * "/home/anna/x.gguf" → "x.gguf": clients don't see folders, which may contain names of people.
 * Folder names may contain spaces, so a path ends at its last separator before ": " or ", ".
 */
function withoutFolders(message: string): string {
  return message.replace(/(?<![^\s"'(])(?:\/|[A-Za-z]:[\\/]|\\\\)(?:(?:(?![:,] )[^"\n])*[\\/])?/g, "");
}

function kindOf({ code }: AnechatError): ApiErrorKind {
  switch (code) {
    case "usage":
      return "invalid";
    case "inputTooLong":
      return "contextExceeded";
    case "modelNotFound":
      return "notFound";
    case "notEnoughMemory":
    // The server shuts down, or the model was freed. A retry may succeed.
    case "interrupted":
      return "busy";
    default:
      return "failed";
  }
}

const maxLogged = 200;

/**
 * Why a request was refused, in one line for the log. What the client wrote is left out: an error
 * about a request's content may quote a piece of the prompt.
 */
export function loggedReason({ kind, message, path }: ApiError): string {
  const isAboutContent = kind === "invalid" || kind === "failed";
  const shown = isAboutContent ? withoutQuotations(message) : message;
  const where = path === undefined || shown.startsWith(path) ? "" : `${path}: `;
  const line = `${where}${shown}`.replace(/\s+/g, " ");
  return line.length > maxLogged ? `${line.slice(0, maxLogged)}…` : line;
}

/** Without texts in quotes, and without the pattern that an error of a JSON schema shows. */
function withoutQuotations(message: string): string {
  return message.replace(/"[^"]*"?/g, '"…"').replace(/ in \/.*\/\)/s, " in /…/)");
}

/**
 * The JSON body of the error.
 * @param requestId the same as in the response's headers; Anthropic's API has it in the body, too
 */
export function errorBody(error: ApiError, dialect: Dialect, requestId?: string): unknown {
  const { path } = error;
  const message = error.excess === undefined ? error.message : tooLongMessage(error.excess, dialect);
  switch (dialect) {
    case "openai":
      return {
        error: { message, type: openAiTypes[error.kind], param: path ?? null, code: openAiCode(error) },
      };
    case "anthropic":
      return {
        type: "error",
        error: {
          type: anthropicTypes[error.kind],
          message: withPath(message, path),
          ...(error.details === undefined ? {} : { details: error.details }),
        },
        ...(requestId === undefined ? {} : { request_id: requestId }),
      };
    case "ollama":
      return { error: withPath(message, path) };
    case "llama":
      return {
        error: {
          code: error.status,
          message: withPath(message, path),
          type: llamaTypes[error.kind],
          ...(error.excess === undefined
            ? {}
            : { n_prompt_tokens: error.excess.tokens, n_ctx: error.excess.limit }),
        },
      };
    case "own":
      return { error: { code: error.kind, message, field: path ?? null } };
  }
}

/** The event that ends a stream whose answer fails. */
export function errorEvent(
  error: ApiError,
  dialect: Dialect,
  requestId?: string,
): { event?: string; data: string } {
  const data = JSON.stringify(errorBody(error, dialect, requestId));
  return dialect === "anthropic" || dialect === "own" ? { event: "error", data } : { data };
}

/** @param requestId as in errorBody() */
export function errorResponse(error: ApiError, dialect: Dialect, requestId?: string): Response {
  const response = Response.json(errorBody(error, dialect, requestId), { status: error.status });
  if (error.retryAfter !== undefined) response.headers.set("Retry-After", String(error.retryAfter));
  if (error.kind === "unauthorized") response.headers.set("WWW-Authenticate", "Bearer");
  // RFC 9110, 15.5.16
  if (error.kind === "unsupported") response.headers.set("Accept-Encoding", acceptedEncodings);
  return response;
}

/**
 * The words of each API for a prompt that exceeds the context. Agents look for them, and then
 * shorten their conversation.
 */
function tooLongMessage({ tokens, limit }: Excess, dialect: Dialect): string {
  switch (dialect) {
    case "openai":
      return (
        `This model's maximum context length is ${limit} tokens. However, your messages resulted in ` +
        `${tokens} tokens. Please reduce the length of the messages.`
      );
    case "llama":
      return `the request exceeds the available context size (${tokens} tokens > ${limit} max)`;
    default:
      return `prompt is too long: ${tokens} tokens > ${limit} maximum`;
  }
}

function withPath(message: string, path: string | undefined): string {
  return path === undefined || message.startsWith(path) ? message : `${path}: ${message}`;
}

function openAiCode({ kind, path }: ApiError): string | null {
  if (kind === "contextExceeded") return "context_length_exceeded";
  if (kind === "unauthorized") return "invalid_api_key";
  if (kind !== "notFound") return null;
  if (path === undefined) return "unknown_url";
  if (path === "previous_response_id") return "previous_response_not_found";
  return path === "model" ? "model_not_found" : null;
}

const openAiTypes = {
  invalid: "invalid_request_error",
  contextExceeded: "invalid_request_error",
  unauthorized: "authentication_error",
  forbidden: "permission_error",
  notFound: "invalid_request_error",
  methodNotAllowed: "invalid_request_error",
  timeout: "invalid_request_error",
  tooLarge: "invalid_request_error",
  unsupported: "invalid_request_error",
  failed: "server_error",
  notImplemented: "invalid_request_error",
  busy: "server_error",
} as const satisfies Record<ApiErrorKind, string>;

/** llama.cpp's tools/server/server-common.cpp: format_error_response(). */
const llamaTypes = {
  invalid: "invalid_request_error",
  contextExceeded: "exceed_context_size_error",
  unauthorized: "authentication_error",
  forbidden: "permission_error",
  notFound: "not_found_error",
  methodNotAllowed: "not_supported_error",
  timeout: "invalid_request_error",
  tooLarge: "invalid_request_error",
  unsupported: "invalid_request_error",
  failed: "server_error",
  notImplemented: "not_supported_error",
  busy: "unavailable_error",
} as const satisfies Record<ApiErrorKind, string>;

const anthropicTypes = {
  invalid: "invalid_request_error",
  contextExceeded: "invalid_request_error",
  unauthorized: "authentication_error",
  forbidden: "permission_error",
  notFound: "not_found_error",
  methodNotAllowed: "invalid_request_error",
  timeout: "timeout_error",
  tooLarge: "request_too_large",
  unsupported: "invalid_request_error",
  failed: "api_error",
  notImplemented: "invalid_request_error",
  busy: "overloaded_error",
} as const satisfies Record<ApiErrorKind, string>;
