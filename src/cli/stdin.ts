/** Reads piped input. */
import { fstatSync } from "node:fs";
import { decodeText, NotTextError } from "../base/decode-text.ts";
import { AnechatError } from "../base/errors.ts";
import { formatBytes } from "../base/format.ts";
import type { Io } from "./io.ts";

/** A note appears after this time: a pipe that is never closed looks like a hang. */
const silenceMs = 1000;

/** Whether stdin is a pipe or a file; not a terminal, `/dev/null` or closed. */
export function hasPipedInput(): boolean {
  try {
    const stdin = fstatSync(0);
    return stdin.isFIFO() || stdin.isFile() || stdin.isSocket();
  } catch {
    return false;
  }
}

/**
 * Reads stdin to its end. Prints a note, once, when no data has arrived for a second.
 * @param limit in bytes
 * @throws AnechatError `inputTooLong` for more than that, `usage` if it is not text
 */
export async function readStdin(io: Io, limit: number): Promise<string> {
  let isNoted = false;
  const note = (): void => {
    if (!isNoted) io.note(`Waiting for the end of stdin. To run without it: < ${nullDevice}`);
    isNoted = true;
  };
  let timer = setTimeout(note, silenceMs);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of Bun.stdin.stream()) {
      clearTimeout(timer);
      timer = setTimeout(note, silenceMs);
      bytes += chunk.length;
      if (bytes > limit) {
        throw new AnechatError("inputTooLong", `stdin is too long: the limit is ${formatBytes(limit)}`);
      }
      chunks.push(chunk);
    }
  } finally {
    clearTimeout(timer);
  }
  try {
    return decodeText(Buffer.concat(chunks));
  } catch (cause) {
    if (!(cause instanceof NotTextError)) throw cause;
    throw new AnechatError("usage", `stdin ${cause.message}`, {
      hint: "Convert it to UTF-8, for example with iconv.",
      cause,
    });
  }
}

const nullDevice = process.platform === "win32" ? "NUL" : "/dev/null";
