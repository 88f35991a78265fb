/** Whether there is room for what is to be written. */
import { existsSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { AnechatError } from "../base/errors.ts";
import { formatBytes } from "../base/format.ts";

/** What is said where there is no room, and how much more has to stay free. */
export type RoomNeeded = { message: (bytes: string) => string; hint: string; reserve: number };

const forDownload: RoomNeeded = {
  message: (bytes) => `${bytes} are to be fetched`,
  hint: "Make room, choose a smaller quantization, or let HF_HOME point to another disk.",
  // A disk filled to its last byte breaks other programs.
  reserve: 100_000_000,
};

/**
 * @param folder where the bytes are to go; need not exist yet
 * @throws AnechatError diskFull before the first byte, rather than at 97 %
 */
export function checkFreeSpace(folder: string, bytes: number, needed: RoomNeeded = forDownload): void {
  const free = freeBytes(folder);
  if (free === undefined || bytes + needed.reserve <= free) return;
  const message = `${needed.message(formatBytes(bytes))}, and ${formatBytes(free)} are free in ${folder}`;
  throw new AnechatError("diskFull", message, { hint: needed.hint });
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
