/** Tells whether a process still runs, and whether a pid still belongs to the same process. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { errorCode } from "./errors.ts";

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    // The process runs, as another user.
    return errorCode(error) === "EPERM";
  }
}

/**
 * When a process started, as an opaque text. Another process that gets the same pid later has
 * another text.
 * @returns undefined if the process has ended, or if the system doesn't report it
 */
export function processStart(pid: number): string | undefined {
  switch (process.platform) {
    case "linux":
      // Clock ticks since boot, so the text includes the boot's id.
      return withBoot(statFields(pid)?.[19], bootId());
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

function withBoot(start: string | undefined, boot: string | undefined): string | undefined {
  return start === undefined ? undefined : `${start}@${boot ?? ""}`;
}

function bootId(): string | undefined {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim();
  } catch {
    return undefined;
  }
}

/**
 * A process that has ended keeps its pid until its parent waits for it. The first process of a
 * container may never do so.
 */
function isZombie(pid: number): boolean {
  if (process.platform !== "linux") return false;
  return ["Z", "X"].includes(statFields(pid)?.[0] ?? "");
}

/** The fields of /proc/PID/stat from the state on: proc_pid_stat(5). */
function statFields(pid: number): string[] | undefined {
  try {
    // The name before the state may contain anything, also ")".
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}
