/**
 * What a client is told when its request can't be answered: an HTTP status, a sentence, and where in the
 * request the fault is. Each API has its own shape for it.
 */
import { type AnechatError, toAnechatError } from "../base/errors.ts";

/** Whose shapes a route speaks. */
export type Dialect = "openai" | "anthropic" | "own";

const statuses = {
  invalid: 400,
  contextExceeded: 400,
  unauthorized: 401,
  forbidden: 403,
  notFound: 404,
  methodNotAllowed: 405,
  timeout: 408,
  tooLarge: 413,
  failed: 500,
  busy: 503,
} as const;

export type ApiErrorKind = keyof typeof statuses;

export class ApiError extends Error {
  readonly kind: ApiErrorKind;
  /** Where in the request, as "messages[0].content". */
  readonly path: string | undefined;
  /** Seconds after which it may be tried again; `busy` always has some. */
  readonly retryAfter: number | undefined;

  constructor(kind: ApiErrorKind, message: string, more: { path?: string; retryAfter?: number } = {}) {
    super(message);
    this.kind = kind;
    this.path = more.path;
    // Whoever is sent away because of what is so just now is told when to come back.
    this.retryAfter = more.retryAfter ?? (kind === "busy" ? 1 : undefined);
  }

  get status(): number {
    return statuses[this.kind];
  }
}

/** What the clients of a route call the engine's options that can be at fault. */
export function fieldNames(route: string): Readonly<Record<string, string>> {
  const schema = route.startsWith("/api/") ? "json_schema" : "response_format";
  return {
    grammar: "grammar",
    tools: "tools",
    jsonSchema: route === "/v1/responses" ? "text.format" : schema,
  };
}

/**
 * Whatever was thrown, as what a client may know of it.
 * @param path where in the request it comes from, if one place is known
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
  return new ApiError(kindOf(error), message, where === undefined ? {} : { path: where });
}

function isAboutFiles({ code }: AnechatError): boolean {
  return ["noAccess", "diskFull", "modelNotFound", "badModel", "unexpected"].includes(code);
}

/**
 * Where the server's files lie is for its log: folders are called after people. "/home/anna/x.gguf" → "x.gguf"
 * Names of folders may have spaces. So all goes from where a path begins to the last separator before ": " or ", ".
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
    // The server ends, or the model was freed: another try may find it.
    case "interrupted":
      return "busy";
    default:
      return "failed";
  }
}

/** The JSON that says so. */
export function errorBody(error: ApiError, dialect: Dialect): unknown {
  const { message, path } = error;
  switch (dialect) {
    case "openai":
      return {
        error: { message, type: openAiTypes[error.kind], param: path ?? null, code: openAiCode(error) },
      };
    case "anthropic":
      return { type: "error", error: { type: anthropicTypes[error.kind], message: withPath(error) } };
    case "own":
      return { error: { code: error.kind, message, field: path ?? null } };
  }
}

/** @param headers to be sent along */
export function errorResponse(
  error: ApiError,
  dialect: Dialect,
  headers: Record<string, string> = {},
): Response {
  const response = Response.json(errorBody(error, dialect), { status: error.status, headers });
  if (error.retryAfter !== undefined) response.headers.set("Retry-After", String(error.retryAfter));
  if (error.kind === "unauthorized") response.headers.set("WWW-Authenticate", "Bearer");
  return response;
}

function withPath({ message, path }: ApiError): string {
  return path === undefined || message.startsWith(path) ? message : `${path}: ${message}`;
}

function openAiCode({ kind, path }: ApiError): string | null {
  if (kind === "contextExceeded") return "context_length_exceeded";
  if (kind === "unauthorized") return "invalid_api_key";
  if (kind !== "notFound") return null;
  return path === "model" ? "model_not_found" : "unknown_url";
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
  failed: "server_error",
  busy: "server_error",
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
  failed: "api_error",
  busy: "overloaded_error",
} as const satisfies Record<ApiErrorKind, string>;
