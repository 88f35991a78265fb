/**
 * Prints what holds names and words of others. A file or a pipe gets it as it is; on a terminal no byte of it can do
 * anything but be read.
 */
import type { TerminalOutput } from "./output.ts";
import { escapeJson, sanitize } from "./sanitize.ts";

export function printText(output: TerminalOutput, text: string): void {
  output.write(output.isTTY === true ? sanitize(text) : text);
}

/** One line of JSON. */
export function printJson(output: TerminalOutput, value: unknown): void {
  printJsonText(output, `${JSON.stringify(value)}\n`);
}

/** @param json of one value or several */
export function printJsonText(output: TerminalOutput, json: string): void {
  output.write(output.isTTY === true ? escapeJson(json) : json);
}
