/**
 * Reads a whole file that a user named, up to a size limit. The path may lead to a folder, to a
 * device without an end, or to a pipe that nothing writes to: each is refused with a clear error.
 * A pipe is read only if the caller allows it, for a shell's `<(command)`.
 */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from "node:fs";
import { isatty } from "node:tty";
import { AnechatError, type ErrorCode, errorCode, reasonOf } from "./errors.ts";
import { formatBytes } from "./format.ts";

/** The maximum bytes of each kind of file. Real ones are far smaller. */
export const sizeLimits = {
  /** Settings, keys, grammars, schemas: written by hand. */
  small: 16_000_000,
  /** A message or its attachment: no context takes more. */
  message: 64_000_000,
  /** Chats, and files with a prompt on each line. */
  collection: 256_000_000,
} as const;

type ReadOptions = {
  /** Bytes. */
  limit: number;
  /** If set, pipes and terminals are read, too. Called once if nothing arrives for a second. */
  onSilence?: () => void;
};

/** Why a file can't be read. `code` is the file system's, or the nearest one. */
class UnreadableError extends Error {
  readonly code: string;
  /** @param message continues the file's name: "is a folder" */
  constructor(code: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** @throws UnreadableError */
export function readBytes(path: string, { limit, onSilence }: ReadOptions): Uint8Array {
  let file: number;
  try {
    // Without O_NONBLOCK, opening a pipe waits for a writer.
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
 * The error for a file that can't be read.
 * @param name of the file, for the message
 */
export function readFailure(name: string, cause: unknown, code: ErrorCode, hint?: string): AnechatError {
  const { message, code: system } = unreadable(cause);
  const isMissing = system === "ENOENT" || system === "ENOTDIR";
  return new AnechatError(code, isMissing ? `There is no file ${name}` : `${name} ${message}`, {
    ...(hint === undefined ? {} : { hint }),
    cause,
  });
}

/** After this time without a byte, the wait is announced; a pipe without a writer is an error. */
const silenceMs = 1000;
const pollMs = 10;
const chunkBytes = 65_536;

function readToEnd(file: number, limit: number, size: number): Uint8Array {
  if (size > limit) throw tooLarge(limit, size);
  return collect(limit, size + 1, (chunk) => readSync(file, chunk));
}

function readStream(file: number, limit: number, onSilence: () => void): Uint8Array {
  // Before the first byte, an end of file may mean that the writer has yet to open the pipe.
  let hasWriter = false;
  let isAnnounced = false;
  return collect(limit, chunkBytes, (chunk) => {
    for (let silentMs = 0; ; silentMs += pollMs) {
      const count = readNow(file, chunk);
      if (count !== 0) hasWriter = true;
      if (count !== undefined && hasWriter) return count;
      if (silentMs >= silenceMs) {
        if (!hasWriter) throw new UnreadableError("EPIPE", "is a pipe that nothing writes to");
        if (!isAnnounced) onSilence();
        isAnnounced = true;
      }
      Bun.sleepSync(pollMs);
    }
  });
}

/** @returns undefined if no bytes are available yet */
function readNow(file: number, chunk: Uint8Array): number | undefined {
  try {
    return readSync(file, chunk);
  } catch (error) {
    if (errorCode(error) === "EAGAIN") return undefined;
    throw error;
  }
}

/** @param read fills a chunk, and returns the number of bytes; 0 at the end */
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

/** It counts as an empty file: people link their settings to it to have none. */
function isNullDevice(stats: Stats): boolean {
  return stats.isCharacterDevice() && stats.rdev === statSync("/dev/null", { throwIfNoEntry: false })?.rdev;
}

function unreadable(error: unknown): UnreadableError {
  if (error instanceof UnreadableError) return error;
  const code = errorCode(error);
  if (code === "EISDIR") return new UnreadableError(code, "is a folder", error);
  return new UnreadableError(code, `can't be read: ${reasonOf(error)}`, error);
}
