/** Files that a command is told to read or write. */
import { readFileSync, writeFileSync } from "node:fs";
import { AnechatError, errorCode, writeFailure } from "../base/errors.ts";

/** @throws AnechatError `usage` */
export function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new AnechatError("usage", `${path} can't be read (${errorCode(cause)})`, { cause });
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
