/** Reads piped input. */
import { fstatSync } from "node:fs";
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
 * @throws AnechatError `inputTooLong` for more than that
 */
export async function readStdin(io: Io, limit: number): Promise<string> {
  let isNoted = false;
  const note = (): void => {
    if (!isNoted) io.note(`Waiting for the end of stdin. To run without it: < ${nullDevice}`);
    isNoted = true;
  };
  let timer = setTimeout(note, silenceMs);
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  try {
    for await (const chunk of Bun.stdin.stream()) {
      clearTimeout(timer);
      timer = setTimeout(note, silenceMs);
      bytes += chunk.length;
      if (bytes > limit) {
        throw new AnechatError("inputTooLong", `stdin is too long: the limit is ${formatBytes(limit)}`);
      }
      text += decoder.decode(chunk, { stream: true });
    }
  } finally {
    clearTimeout(timer);
  }
  return text + decoder.decode();
}

const nullDevice = process.platform === "win32" ? "NUL" : "/dev/null";
