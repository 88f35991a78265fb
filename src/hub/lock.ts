/**
 * Keeps two processes from fetching the same file at once. A lock is a file with
 * its holder's pid, touched while it is held: one whose process is gone, or that
 * wasn't touched for a while, is nobody's. Best effort: both would write the same
 * bytes, and a file only gets its name when its hash is right.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { errorCode } from "../base/errors.ts";
import { isRunning } from "../base/running.ts";

const touchMs = 5_000;
const staleMs = 30_000;
const lookMs = 200;

export type Lock = Disposable;

export type LockTools = {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Rejects when the signal is aborted. */
  sleep: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
};

/**
 * @param onWait called once if another process holds it
 * @throws as the file system does, or the signal's reason
 */
export async function acquireLock(
  path: string,
  tools: LockTools,
  options: { signal?: AbortSignal | undefined; onWait?: () => void } = {},
): Promise<Lock> {
  mkdirSync(dirname(path), { recursive: true });
  for (let isFirst = true; !tryLock(path, tools.now()); isFirst = false) {
    if (isFirst) options.onWait?.();
    await tools.sleep(lookMs, options.signal);
  }
  const touching = setInterval(() => {
    try {
      utimesSync(path, tools.now() / 1000, tools.now() / 1000);
    } catch {
      // Removed by hand: the work goes on without it.
    }
  }, touchMs);
  touching.unref();
  let isHeld = true;
  return {
    [Symbol.dispose]: () => {
      clearInterval(touching);
      // Given back twice, it could be another's by now.
      if (isHeld) rmSync(path, { force: true });
      isHeld = false;
    },
  };
}

function tryLock(path: string, now: number): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  }
  if (isTaken(path, now)) return false;
  // Moved away first: of several that find it abandoned, one gets the move through.
  const abandoned = `${path}.${process.pid}`;
  try {
    renameSync(path, abandoned);
    rmSync(abandoned, { force: true });
  } catch {
    // Another was faster.
  }
  return false;
}

function isTaken(path: string, now: number): boolean {
  try {
    const pid = Number(readFileSync(path, "utf8"));
    // Between its making and its writing it is empty.
    if (now - statSync(path).mtimeMs > staleMs) return false;
    return !Number.isInteger(pid) || pid <= 0 || isRunning(pid);
  } catch {
    return false; // Given back meanwhile.
  }
}
