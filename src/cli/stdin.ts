/** What is piped in. */
import { fstatSync } from "node:fs";
import { AnechatError } from "../base/errors.ts";
import { formatBytes } from "../base/format.ts";
import type { Io } from "./io.ts";

/** A parent process may never close the pipe: without a word, waiting for it looks like a hang. */
const silenceMs = 1000;

/** A pipe or a file, not a terminal, nothing (`< /dev/null`) or closed. */
export function hasPipedInput(): boolean {
  try {
    const stdin = fstatSync(0);
    return stdin.isFIFO() || stdin.isFile() || stdin.isSocket();
  } catch {
    return false;
  }
}

/**
 * Reads stdin to its end. If nothing comes of it for a second, that is said, once.
 * @param limit in bytes
 * @throws AnechatError `inputTooLong` for more than that
 */
export async function readStdin(io: Io, limit: number): Promise<string> {
  let isTold = false;
  const tell = (): void => {
    if (!isTold) io.note(`Waiting for the end of stdin, which is open. To go on without it: < ${nothing}`);
    isTold = true;
  };
  let timer = setTimeout(tell, silenceMs);
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  try {
    for await (const chunk of Bun.stdin.stream()) {
      clearTimeout(timer);
      timer = setTimeout(tell, silenceMs);
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

const nothing = process.platform === "win32" ? "NUL" : "/dev/null";
