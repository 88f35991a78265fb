/** Errors in the shape of each API, and what they must not reveal. */
import { describe, expect, test } from "bun:test";
import { AnechatError, type ErrorCode } from "../../src/base/errors.ts";
import {
  ApiError,
  type ApiErrorKind,
  errorBody,
  errorEvent,
  errorResponse,
  fieldNames,
  loggedReason,
  toApiError,
} from "../../src/server/api-error.ts";

const fault = new ApiError("invalid", "messages[0].role: expected one of …", { path: "messages[0].role" });

test("an error has the shape of the API that was called", () => {
  const { message } = fault;
  expect(errorBody(fault, "openai")).toEqual({
    error: { message, type: "invalid_request_error", param: "messages[0].role", code: null },
  });
  expect(errorBody(fault, "anthropic")).toEqual({
    type: "error",
    error: { type: "invalid_request_error", message },
  });
  expect(errorBody(fault, "own")).toEqual({ error: { code: "invalid", message, field: "messages[0].role" } });
});

test("Anthropic's shape has no field for a path: it is in the message, once", () => {
  const error = new ApiError("notFound", "There is no model.", { path: "model" });
  expect(errorBody(error, "anthropic")).toEqual({
    type: "error",
    error: { type: "not_found_error", message: "model: There is no model." },
  });
});

test("without a path, OpenAI's and our own shape have null", () => {
  const error = new ApiError("failed", "No.");
  expect(errorBody(error, "openai")).toMatchObject({ error: { param: null, type: "server_error" } });
  expect(errorBody(error, "own")).toMatchObject({ error: { field: null } });
});

test.each([
  ["invalid", 400, "invalid_request_error"],
  ["contextExceeded", 400, "invalid_request_error"],
  ["unauthorized", 401, "authentication_error"],
  ["forbidden", 403, "permission_error"],
  ["notFound", 404, "not_found_error"],
  ["methodNotAllowed", 405, "invalid_request_error"],
  ["timeout", 408, "timeout_error"],
  ["tooLarge", 413, "request_too_large"],
  ["failed", 500, "api_error"],
  ["notImplemented", 501, "invalid_request_error"],
  ["busy", 503, "overloaded_error"],
] as [ApiErrorKind, number, string][])("%s has status %d, and Anthropic's type %s", (kind, status, type) => {
  const error = new ApiError(kind, "Words.");
  expect(errorResponse(error, "own").status).toBe(status);
  expect(errorBody(error, "anthropic")).toMatchObject({ error: { type } });
});

test("errors have OpenAI's codes", () => {
  const codes = (["contextExceeded", "unauthorized", "notFound", "busy"] as const).map(
    (kind) => (errorBody(new ApiError(kind, "Words."), "openai") as { error: { code: string } }).error.code,
  );
  expect(codes).toEqual(["context_length_exceeded", "invalid_api_key", "unknown_url", null] as string[]);
  const noModel = new ApiError("notFound", "Words.", { path: "model" });
  expect(errorBody(noModel, "openai")).toMatchObject({ error: { code: "model_not_found", param: "model" } });
});

test("a busy server sends Retry-After, and a missing key WWW-Authenticate", async () => {
  const busy = errorResponse(new ApiError("busy", "Full.", { retryAfter: 2 }), "openai");
  expect(busy.headers.get("Retry-After")).toBe("2");
  const ended = errorResponse(new ApiError("busy", "It ended."), "openai");
  expect(Number(ended.headers.get("Retry-After"))).toBeGreaterThan(0);
  const locked = errorResponse(new ApiError("unauthorized", "A key."), "openai");
  expect(locked.headers.get("WWW-Authenticate")).toBe("Bearer");
  const compressed = errorResponse(new ApiError("unsupported", "Words."), "openai");
  expect(compressed.headers.get("Accept-Encoding")).toBe("gzip, deflate, br, zstd");
  const other = errorResponse(fault, "own");
  expect([...other.headers.keys()]).toEqual(["content-type"]);
  expect(await other.json()).toEqual(errorBody(fault, "own"));
});

test("Anthropic's errors have the request's id in the body, and details for programs", async () => {
  const details = { error_code: "thread_unsupported_request" };
  const error = new ApiError("invalid", "No threads.", { details });
  const id = "req_1";
  const body = { request_id: id, error: { details } };
  expect(await errorResponse(error, "anthropic", id).json()).toMatchObject(body);
  expect(JSON.parse(errorEvent(error, "anthropic", id).data)).toMatchObject(body);
  expect(errorBody(error, "openai", id)).not.toHaveProperty("request_id");
});

describe("a thrown error", () => {
  test.each([
    ["usage", "invalid"],
    ["inputTooLong", "contextExceeded"],
    ["modelNotFound", "notFound"],
    ["notEnoughMemory", "busy"],
    ["interrupted", "busy"],
    ["badModel", "failed"],
    ["unexpected", "failed"],
  ] as [ErrorCode, ApiErrorKind][])("of the code %s is %s to a client, with its hint", (code, kind) => {
    const error = toApiError(new AnechatError(code, "What was wrong.", { hint: "What to do." }));
    expect([error.kind, error.message]).toEqual([kind, "What was wrong. What to do."]);
  });

  test("about the server's files names them without their folders", () => {
    const full = new AnechatError(
      "diskFull",
      "The disk is full: /home/anna/data/chats.sqlite can't be written",
    );
    expect(toApiError(full).message).toBe("The disk is full: chats.sqlite can't be written");
    const windows = new AnechatError("badModel", "C:\\Users\\Anna\\x.gguf is damaged");
    expect(toApiError(windows).message).toBe("x.gguf is damaged");
    for (const folder of [
      "/Volumes/Anna Smith/models",
      "/home/o'neil",
      "c:\\Users\\Anna Smith",
      "\\\\anna\\models",
    ]) {
      const path = `${folder}${folder.includes("\\") ? "\\" : "/"}my x.gguf`;
      const damaged = new AnechatError("badModel", `${path} is damaged: it ends too soon`, {
        hint: `Delete ${path}.`,
      });
      expect(toApiError(damaged).message).toBe("my x.gguf is damaged: it ends too soon. Delete my x.gguf.");
    }
    // What a client has sent is returned unchanged.
    const own = new AnechatError("usage", 'pattern: "/a/b/c" matches nothing');
    expect(toApiError(own).message).toBe('pattern: "/a/b/c" matches nothing');
  });

  test("that is an ApiError stays the same", () => {
    expect(toApiError(fault)).toBe(fault);
  });

  test("of any other type is an internal failure, without its stack", () => {
    for (const thrown of [new TypeError("x is undefined"), "words", undefined, null, { a: 1 }]) {
      const error = toApiError(thrown);
      expect(error.kind).toBe("failed");
      expect(JSON.stringify(errorBody(error, "openai"))).not.toContain(".ts");
    }
  });
});

test.each([
  ["/v1/chat/completions", "response_format"],
  ["/v1/responses", "text.format"],
  ["/v1/messages", "output_config.format"],
  ["/api/v1/generate", "json_schema"],
])("an invalid schema is named by the field of %s", (route, path) => {
  const thrown = new AnechatError("usage", "The JSON schema can't be used: $.a", { field: "jsonSchema" });
  expect(toApiError(thrown, undefined, fieldNames(route))).toMatchObject({ kind: "invalid", path });
});

test("an error and its hint are two sentences", () => {
  const { message } = toApiError(new AnechatError("usage", "It can't be", { hint: "Leave it." }));
  expect(message).toBe("It can't be. Leave it.");
});

test("the log has the reason of a refusal without the client's words", () => {
  const logged = (message: string): string => loggedReason(new ApiError("invalid", message, { path: "a" }));
  expect(logged('no earlier message calls "secret"')).toBe('a: no earlier message calls "…"');
  expect(logged('it is not valid JSON: Unexpected identifier "secret')).not.toContain("secret");
  expect(logged("$.pattern: a '(' without a ')' (at 1 in /(secret/x/)")).toBe(
    "a: $.pattern: a '(' without a ')' (at 1 in /…/)",
  );
});
