/** Whether another process is still there. */
import { readFileSync } from "node:fs";
import { errorCode } from "./errors.ts";

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    // Somebody else's process: it runs.
    return errorCode(error) === "EPERM";
  }
}

/** One that has ended keeps its number until its parent asks, which the first process of a container may never do. */
function isZombie(pid: number): boolean {
  if (process.platform !== "linux") return false;
  try {
    // The name before the state may hold anything, ")" too (proc_pid_stat(5)).
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    return /^ [ZX]/.test(stat.slice(stat.lastIndexOf(")") + 1));
  } catch {
    return false;
  }
}
