/** Whether a download has room. */
import { existsSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { AnechatError } from "../base/errors.ts";
import { formatBytes } from "../base/format.ts";

/** Left free: a disk filled to its last byte breaks other programs. */
const reserve = 100_000_000;

/**
 * @param folder where the bytes are to go; need not exist yet
 * @throws AnechatError diskFull before the first byte, rather than at 97 %
 */
export function checkRoom(folder: string, bytes: number): void {
  const free = freeBytes(folder);
  if (free === undefined || bytes + reserve <= free) return;
  throw new AnechatError(
    "diskFull",
    `${formatBytes(bytes)} are to be fetched, and ${formatBytes(free)} are free in ${folder}`,
    {
      hint: "Make room, choose a smaller quantization, or let HF_HOME point to another disk.",
    },
  );
}

/** Whether two folders, which need not exist yet, share their free bytes. */
export function isSameDisk(one: string, other: string): boolean {
  return statSync(existingFolder(one)).dev === statSync(existingFolder(other)).dev;
}

/** For this user; undefined where the system doesn't say. */
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
