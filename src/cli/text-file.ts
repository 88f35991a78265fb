/** Files that a command is told to read or write. */
import { writeFileSync } from "node:fs";
import { AnechatError, errorCode, writeFailure } from "../base/errors.ts";
import { readFailure, readText as readWhole, sizeLimits } from "../base/read-file.ts";
import type { Io } from "./io.ts";

type ReadOptions = {
  /** Says that a pipe is waited for; without it a pipe won't do. */
  io?: Io;
  /** As an error calls the file; its path, if missing. */
  name?: string;
  /** In bytes. */
  limit?: number;
  hint?: string;
};

/** @throws AnechatError `usage` for what can't be read, or is no text of such a size */
export function readText(
  path: string,
  { io, name = path, limit = sizeLimits.collection, hint }: ReadOptions = {},
): string {
  const onSilence = (): void => io?.note(`Waiting for ${path}: nothing has come of it yet.`);
  try {
    return readWhole(path, { limit, ...(io === undefined ? {} : { onSilence }) });
  } catch (cause) {
    throw readFailure(name, cause, "usage", hint);
  }
}

/**
 * For its owner's eyes alone, where it is new.
 * @param replace what is there; otherwise that is an error
 * @throws AnechatError `usage`, `noAccess`, `diskFull`
 */
export function writeText(path: string, text: string, replace = true): void {
  try {
    writeFileSync(path, text, { mode: 0o600, flag: replace ? "w" : "wx" });
  } catch (cause) {
    if (errorCode(cause) === "EEXIST") {
      throw new AnechatError("usage", `${path} is there already`, { hint: "--force replaces it.", cause });
    }
    throw writeFailure(path, cause);
  }
}
