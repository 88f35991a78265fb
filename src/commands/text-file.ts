/** Files that a command is told to read or write. */
import { readFileSync } from "node:fs";
import { AnechatError, errorCode } from "../base/errors.ts";

/** @throws AnechatError `usage` */
export function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new AnechatError("usage", `${path} can't be read (${errorCode(cause)})`, { cause });
  }
}
