/**
 * Undoes the Content-Encoding of a request's body (RFC 9110, 8.4). Some clients compress large
 * prompts. The work is done on another thread, and ends at the limit: a few bytes can stand for
 * gigabytes.
 */
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from "node:zlib";
import { errorCode } from "../../base/errors.ts";
import { ApiError } from "../api-error.ts";

type Decoder = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

/** "deflate" is the zlib format; some clients send the compressed data alone. */
const deflate: Decoder = (bytes, options) =>
  promisify(hasZlibHeader(bytes) ? inflate : inflateRaw)(bytes, options);

const decoders: Readonly<Record<string, Decoder>> = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  deflate,
  br: promisify(brotliDecompress),
  zstd: promisify(zstdDecompress),
};

/** No client needs two, and each may multiply the work. */
const maxEncodings = 2;

/** @param header Content-Encoding @throws ApiError `unsupported` */
export function checkEncodings(header: string | null): string[] {
  const names = (header ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  const unknown = names.find((name) => !Object.hasOwn(decoders, name));
  if (unknown !== undefined || names.length > maxEncodings) {
    const shown = JSON.stringify((header ?? "").slice(0, 80));
    throw new ApiError(
      "unsupported",
      `Content-Encoding ${shown} is not supported. Use gzip, deflate, br or zstd.`,
    );
  }
  return names;
}

/**
 * @param names from checkEncodings(), in the order in which they were applied
 * @param limit bytes of the result, and of each step to it
 * @throws ApiError `tooLarge`, and `invalid` for bytes that are not in that encoding
 */
export async function decodeBody(
  bytes: Uint8Array,
  names: readonly string[],
  limit: number,
): Promise<Uint8Array> {
  let decoded = bytes;
  for (const name of names.toReversed()) {
    try {
      decoded = (await decoders[name]?.(decoded, { maxOutputLength: limit })) ?? decoded;
    } catch (error) {
      if (errorCode(error) === "ERR_BUFFER_TOO_LARGE") {
        throw new ApiError("tooLarge", `The body is larger than ${limit} bytes when decompressed`);
      }
      throw new ApiError("invalid", `The body is not valid ${name}, as its Content-Encoding says`);
    }
  }
  return decoded;
}

/** RFC 1950, 2.2: the method is 8, and the first two bytes are a multiple of 31. */
function hasZlibHeader([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}
