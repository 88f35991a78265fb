/** Whether another process is still there, and is the one that it was. */
import { spawnSync } from "node:child_process";
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

/**
 * When a process began, in words that only equal those of the same process: its number may be another's by now.
 * @returns undefined where it has ended, or where the system doesn't tell
 */
export function processStart(pid: number): string | undefined {
  switch (process.platform) {
    case "linux":
      // Clock ticks since the machine started, which is why the start of the machine belongs to it.
      return joined(statFields(pid)?.[19], bootId());
    case "darwin": {
      const { stdout } = spawnSync("ps", ["-p", String(pid), "-o", "lstart="], {
        encoding: "utf8",
        env: { LC_ALL: "C" },
      });
      return stdout?.trim() || undefined;
    }
    default:
      return undefined;
  }
}

function joined(start: string | undefined, boot: string | undefined): string | undefined {
  return start === undefined ? undefined : `${start}@${boot ?? ""}`;
}

function bootId(): string | undefined {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim();
  } catch {
    return undefined;
  }
}

/** One that has ended keeps its number until its parent asks, which the first process of a container may never do. */
function isZombie(pid: number): boolean {
  if (process.platform !== "linux") return false;
  return ["Z", "X"].includes(statFields(pid)?.[0] ?? "");
}

/** What Linux tells of a process, from its state on: proc_pid_stat(5). */
function statFields(pid: number): string[] | undefined {
  try {
    // The name before the state may hold anything, ")" too.
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}
