/**
 * Keeps two processes from fetching the same file. A lock is a file with its holder's pid, touched
 * every 5 s. A lock is free if its process has ended or if it wasn't touched for 30 s. Best effort:
 * both processes would write the same bytes, and a file gets its name only if its hash is right.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { errorCode } from "../base/errors.ts";
import { isRunning } from "../base/running.ts";

const touchMs = 5_000;
const staleMs = 30_000;
const pollMs = 200;

type Lock = Disposable;

type LockTools = {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Rejects when the signal is aborted. */
  sleep: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
};

/**
 * @param onWait called once if another process holds the lock
 * @throws errors of the file system, or the signal's reason
 */
export async function acquireLock(
  path: string,
  tools: LockTools,
  options: { signal?: AbortSignal | undefined; onWait?: () => void } = {},
): Promise<Lock> {
  mkdirSync(dirname(path), { recursive: true });
  for (let isFirst = true; !tryLock(path, tools.now()); isFirst = false) {
    if (isFirst) options.onWait?.();
    await tools.sleep(pollMs, options.signal);
  }
  const touching = setInterval(() => {
    try {
      utimesSync(path, tools.now() / 1000, tools.now() / 1000);
    } catch {
      // The lock file was removed by hand. The download continues without it.
    }
  }, touchMs);
  touching.unref();
  let isHeld = true;
  return {
    [Symbol.dispose]: () => {
      clearInterval(touching);
      // On a second dispose, the file may belong to another process.
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
  // Several processes may find it abandoned: only one can rename it.
  const abandoned = `${path}.${process.pid}`;
  try {
    renameSync(path, abandoned);
    rmSync(abandoned, { force: true });
  } catch {
    // Another process was faster.
  }
  return false;
}

function isTaken(path: string, now: number): boolean {
  try {
    const pid = Number(readFileSync(path, "utf8"));
    // The file is empty for a moment after its creation: then it counts as taken.
    if (now - statSync(path).mtimeMs > staleMs) return false;
    return !Number.isInteger(pid) || pid <= 0 || isRunning(pid);
  } catch {
    return false; // Released meanwhile.
  }
}
