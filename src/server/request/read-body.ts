/** Reads the JSON of a request's body within limits. check.ts checks its fields. */
import { reasonOf } from "../../base/errors.ts";
import { ApiError } from "../api-error.ts";
import { checkEncodings, decodeBody } from "./content-encoding.ts";

export type BodyLimits = {
  /** Of the body, as it is sent and after decompression. */
  bytes: number;
  /** Milliseconds in which the whole body has to arrive, decompression included. */
  milliseconds: number;
};

/** How deep a body may be nested: later code recurses as deep, and its stack is limited. */
const maxNesting = 256;

/** @throws ApiError `invalid`, `tooLarge`, `timeout`, `unsupported` for an unknown encoding */
export async function readJson(request: Request, limits: BodyLimits): Promise<unknown> {
  return parse(await readText(request, limits));
}

async function readText(request: Request, { bytes, milliseconds }: BodyLimits): Promise<string> {
  const tooLarge = (): ApiError => new ApiError("tooLarge", `The body is larger than ${bytes} bytes`);
  if (Number(request.headers.get("Content-Length") ?? 0) > bytes) throw tooLarge();
  const encodings = checkEncodings(request.headers.get("Content-Encoding"));
  if (request.body === null) return "";
  const reader = request.body.getReader();
  const { promise: late, reject } = Promise.withResolvers<never>();
  late.catch(() => {});
  const timer = setTimeout(() => {
    reject(new ApiError("timeout", `The body did not arrive within ${milliseconds / 1000} seconds`));
  }, milliseconds);
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late]);
      if (done) break;
      size += value.length;
      if (size > bytes) throw tooLarge();
      chunks.push(value);
    }
    return decode(await Promise.race([decodeBody(Buffer.concat(chunks), encodings, bytes), late]));
  } catch (error) {
    void reader.cancel().catch(() => {});
    if (error instanceof ApiError) throw error;
    throw new ApiError("invalid", "The body ended before it was complete");
  } finally {
    clearTimeout(timer);
  }
}

/** Leaves out a byte order mark. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ApiError("invalid", "The body is not valid UTF-8");
  }
}

function parse(text: string): unknown {
  if (text.trim() === "") throw new ApiError("invalid", "The body is empty. It must be JSON.");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const reason = reasonOf(error);
    throw new ApiError("invalid", `The body is not valid JSON: ${reason}`);
  }
  checkValues(json);
  return json;
}

/**
 * Refuses two things that are valid JSON: unpaired surrogates, which UTF-8 can't encode, and deep
 * nesting. Goes level by level instead of recursing, so it has no limit itself.
 */
function checkValues(json: unknown): void {
  let level = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxNesting) {
      throw new ApiError("invalid", `The body is nested deeper than ${maxNesting} levels`);
    }
    level = level.flatMap((value) => {
      if (typeof value === "string" && !value.isWellFormed()) throw unpairedSurrogate();
      if (typeof value !== "object" || value === null) return [];
      if (!Array.isArray(value) && !Object.keys(value).every((key) => key.isWellFormed()))
        throw unpairedSurrogate();
      return Object.values(value);
    });
  }
}

function unpairedSurrogate(): ApiError {
  return new ApiError(
    "invalid",
    "The body contains an unpaired surrogate (\\ud800 to \\udfff), which is half a character",
  );
}
