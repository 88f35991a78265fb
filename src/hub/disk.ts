/** Checks for enough free disk space before something is written. */
import { existsSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { AnechatError } from "../base/errors.ts";
import { formatBytes } from "../base/format.ts";

/** The error's message and hint, and how many more bytes must stay free. */
type SpaceNeeded = { message: (bytes: string) => string; hint: string; reserve: number };

const forDownload: SpaceNeeded = {
  message: (bytes) => `The download needs ${bytes}`,
  hint: "Free some space, choose a smaller quantization, or set HF_HOME to another disk.",
  // A full disk breaks other programs.
  reserve: 100_000_000,
};

/**
 * @param folder for the bytes; need not exist yet
 * @throws AnechatError `diskFull`
 */
export function checkFreeSpace(folder: string, bytes: number, needed: SpaceNeeded = forDownload): void {
  const free = freeBytes(folder);
  if (free === undefined || bytes + needed.reserve <= free) return;
  const message = `${needed.message(formatBytes(bytes))}, but only ${formatBytes(free)} are free in ${folder}`;
  throw new AnechatError("diskFull", message, { hint: needed.hint });
}

/** Whether two folders, which need not exist yet, are on the same file system. */
export function isSameDisk(one: string, other: string): boolean {
  return statSync(existingFolder(one)).dev === statSync(existingFolder(other)).dev;
}

/** Free bytes for this user; undefined if the system doesn't report them. */
export function freeBytes(folder: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(existingFolder(folder));
    return bavail * bsize;
  } catch {
    return undefined;
  }
}

function existingFolder(folder: string): string {
  let existing = folder;
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing);
  return existing;
}
