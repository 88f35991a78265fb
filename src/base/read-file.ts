/**
 * Reads a whole file that somebody named, and never more than a limit. A path can lead anywhere: to a folder, to a
 * device without an end, to a pipe that nothing ever writes to. Each is refused at once, in words. A pipe is read only
 * where a caller asks for it: a shell's `<(command)` is one.
 */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from "node:fs";
import { isatty } from "node:tty";
import { AnechatError, type ErrorCode, errorCode } from "./errors.ts";
import { formatBytes } from "./format.ts";

/** Bytes that a file of such a kind may have. Real ones stay far below. */
export const sizeLimits = {
  /** Settings, keys, grammars, schemas: written by hand. */
  small: 16_000_000,
  /** A message, or what goes with it: no context takes more. */
  message: 64_000_000,
  /** Chats, and files with a prompt on each line. */
  collection: 256_000_000,
} as const;

export type ReadOptions = {
  /** In bytes. */
  limit: number;
  /** Lets a pipe or a terminal be read to its end; called once if nothing has come of it for a second. */
  onSilence?: () => void;
};

/** Why a path can't be read whole. `code` is that of the file system, or of the error that is nearest to it. */
export class UnreadableError extends Error {
  readonly code: string;
  /** The message goes on from the file's name: "is a folder". */
  constructor(code: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** @throws UnreadableError */
export function readBytes(path: string, { limit, onSilence }: ReadOptions): Uint8Array {
  let file: number;
  try {
    // Not to wait for somebody who writes to a pipe.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw unreadable(error);
  }
  try {
    const stats = fstatSync(file);
    if (stats.isFile()) return readToEnd(file, limit, stats.size);
    if (stats.isDirectory()) throw new UnreadableError("EISDIR", "is a folder");
    if (isNullDevice(stats)) return new Uint8Array(0);
    const isStream = stats.isFIFO() || stats.isSocket() || isatty(file);
    if (isStream && onSilence !== undefined) return readStream(file, limit, onSilence);
    throw new UnreadableError("EINVAL", `is a ${stats.isFIFO() ? "pipe" : "device"}, not a file`);
  } catch (error) {
    throw unreadable(error);
  } finally {
    closeSync(file);
  }
}

/** As UTF-8; malformed bytes become U+FFFD. @throws UnreadableError */
export function readText(path: string, options: ReadOptions): string {
  return Buffer.from(readBytes(path, options)).toString("utf8");
}

/**
 * What to tell the user of a file that can't be read.
 * @param name of the file, as the message calls it
 */
export function readFailure(name: string, cause: unknown, code: ErrorCode, hint?: string): AnechatError {
  const { message } = unreadable(cause);
  return new AnechatError(code, `${name} ${message}`, { ...(hint === undefined ? {} : { hint }), cause });
}

/** A second without a byte is worth a word; a pipe that nothing is connected to for so long is given up. */
const silenceMs = 1000;
const lookMs = 10;
const chunkBytes = 65_536;

function readToEnd(file: number, limit: number, size: number): Uint8Array {
  if (size > limit) throw tooLarge(limit, size);
  return collect(limit, size + 1, (chunk) => readSync(file, chunk));
}

function readStream(file: number, limit: number, onSilence: () => void): Uint8Array {
  // Until something came, whoever writes may still be on the way: an end is none then.
  let hasWriter = false;
  let isTold = false;
  return collect(limit, chunkBytes, (chunk) => {
    for (let silentMs = 0; ; silentMs += lookMs) {
      const count = readNow(file, chunk);
      if (count !== 0) hasWriter = true;
      if (count !== undefined && hasWriter) return count;
      if (silentMs >= silenceMs) {
        if (!hasWriter) throw new UnreadableError("EPIPE", "is a pipe that nothing writes to");
        if (!isTold) onSilence();
        isTold = true;
      }
      Bun.sleepSync(lookMs);
    }
  });
}

/** @returns undefined where there is nothing yet, and somebody may write */
function readNow(file: number, chunk: Uint8Array): number | undefined {
  try {
    return readSync(file, chunk);
  } catch (error) {
    if (errorCode(error) === "EAGAIN") return undefined;
    throw error;
  }
}

/** @param read fills a chunk; 0 at the end */
function collect(limit: number, firstBytes: number, read: (chunk: Uint8Array) => number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const chunk = new Uint8Array(chunks.length === 0 ? firstBytes : chunkBytes);
    const count = read(chunk);
    if (count === 0) break;
    total += count;
    if (total > limit) throw tooLarge(limit);
    chunks.push(chunk.subarray(0, count));
  }
  return chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks, total);
}

function tooLarge(limit: number, size?: number): UnreadableError {
  const found = size === undefined ? "" : `${formatBytes(size)}; `;
  return new UnreadableError("EFBIG", `is too large (${found}the limit is ${formatBytes(limit)})`);
}

/** Reads as an empty file: people link their settings to it to have none. */
function isNullDevice(stats: Stats): boolean {
  return stats.isCharacterDevice() && stats.rdev === statSync("/dev/null", { throwIfNoEntry: false })?.rdev;
}

function unreadable(error: unknown): UnreadableError {
  if (error instanceof UnreadableError) return error;
  const code = errorCode(error);
  if (code === "EISDIR") return new UnreadableError(code, "is a folder", error);
  const reason = code === "" && error instanceof Error ? error.message : code;
  return new UnreadableError(code, `can't be read (${reason})`, error);
}
