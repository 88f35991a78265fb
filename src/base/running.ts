/** Whether another process is still there. */
import { errorCode } from "./errors.ts";

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process: it runs.
    return errorCode(error) === "EPERM";
  }
}
