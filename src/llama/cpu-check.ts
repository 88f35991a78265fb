/**
 * A process of its own that lets one CPU module compute known products: a module that the processor can't run ends it.
 * Started by cpu-variant.ts; it prints what it found as JSON.
 */
import { writeSync } from "node:fs";
import { embeddedFiles } from "../base/embedded.ts";
import { openNative, takeString } from "./native.ts";

/** The executable's first argument for it. No command: nothing that people type or configure. */
export const cpuCheckArgument = "__cpu-check";

export type CpuCheck = {
  /** Products that were compared. */
  compared: number;
  /** Those that differ by more than rounding does, in words. */
  wrong: string[];
};

/** The command line of the process. @param module path of the CPU module */
export function cpuCheckCommand(folder: string, module: string): string[] {
  const program = embeddedFiles === undefined ? [process.execPath, import.meta.path] : [process.execPath];
  return [...program, cpuCheckArgument, folder, module];
}

/** @param args what stands behind the program's name */
export function runCpuCheck([, folder = "", module = ""]: readonly string[]): void {
  const native = openNative(folder);
  writeSync(1, takeString(native, native.anechat_cpu_check(module)));
}

if (import.meta.main && embeddedFiles === undefined) runCpuCheck(process.argv.slice(2));
