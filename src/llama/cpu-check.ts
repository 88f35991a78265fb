/**
 * The child process that checks one CPU module: a module that the processor can't run crashes.
 * cpu-variant.ts starts it, and it prints its result as JSON.
 */
import { writeSync } from "node:fs";
import { embeddedFiles } from "../base/embedded.ts";
import { openNative, takeString } from "./native.ts";

/** The executable's first argument in this process. Internal: not a command for users. */
export const cpuCheckArgument = "__cpu-check";

export type CpuCheck = {
  /** Number of products compared. */
  compared: number;
  /** Descriptions of the products that differ by more than rounding. */
  wrong: string[];
};

/** @param module path of the CPU module @returns the command line of the child process */
export function cpuCheckCommand(folder: string, module: string): string[] {
  const program = embeddedFiles === undefined ? [process.execPath, import.meta.path] : [process.execPath];
  return [...program, cpuCheckArgument, folder, module];
}

/** @param args the command line without the program */
export function runCpuCheck([, folder = "", module = ""]: readonly string[]): void {
  const native = openNative(folder);
  writeSync(1, takeString(native, native.anechat_cpu_check(module)));
}

if (import.meta.main && embeddedFiles === undefined) runCpuCheck(process.argv.slice(2));
