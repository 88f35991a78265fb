/**
 * Prints untrusted text and JSON. Files and pipes get it unchanged; on a terminal, control
 * characters are made visible.
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

/** @param json one value or several */
export function printJsonText(output: TerminalOutput, json: string): void {
  output.write(output.isTTY === true ? escapeJson(json) : json);
}
