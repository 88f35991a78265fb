/** Reads and writes text files that the user named. */
import { writeFileSync } from "node:fs";
import { decodeText, NotTextError } from "../base/decode-text.ts";
import { AnechatError, errorCode, writeFailure } from "../base/errors.ts";
import { readBytes, readFailure, sizeLimits } from "../base/read-file.ts";
import type { Io } from "./io.ts";

type ReadOptions = {
  /** For a note while a pipe is silent; without it, a pipe is refused. */
  io?: Io;
  /** The flag that named the file, for error messages. */
  flag?: string;
  /** In bytes. */
  limit?: number;
  hint?: string;
};

/** @throws AnechatError `usage` for a file that is unreadable, too large, or not text */
export function readText(
  path: string,
  { io, flag, limit = sizeLimits.collection, hint }: ReadOptions = {},
): string {
  const onSilence = (): void => io?.note(`Waiting for ${path}, which has sent nothing yet.`);
  try {
    return decodeText(readBytes(path, { limit, ...(io === undefined ? {} : { onSilence }) }));
  } catch (cause) {
    const message =
      cause instanceof NotTextError ? `${path} ${cause.message}` : readFailure(path, cause, "usage").message;
    throw new AnechatError("usage", flag === undefined ? message : `${flag}: ${message}`, {
      ...(hint === undefined ? {} : { hint }),
      cause,
    });
  }
}

/**
 * Only the owner may read a new file.
 * @param replace an existing file; otherwise that is an error
 * @throws AnechatError `usage`, `noAccess`, `diskFull`
 */
export function writeText(path: string, text: string, replace = true): void {
  try {
    writeFileSync(path, text, { mode: 0o600, flag: replace ? "w" : "wx" });
  } catch (cause) {
    if (errorCode(cause) === "EEXIST") {
      throw new AnechatError("usage", `${path} exists already`, { hint: "--force replaces it.", cause });
    }
    throw writeFailure(path, cause);
  }
}
