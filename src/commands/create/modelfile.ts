/**
 * Parses a Modelfile into its instructions. It knows the syntax, and no instruction's meaning.
 * https://github.com/ollama/ollama/blob/main/docs/modelfile.md
 *
 * An instruction begins a line: its name, and a value up to the end of the line. A value in quotes,
 * one or three, goes on until they are closed. `#` begins a comment where an instruction could.
 */
import { AnechatError } from "../../base/errors.ts";

export type Instruction = {
  /** In capitals: "FROM". */
  name: string;
  /** Of PARAMETER its name, of MESSAGE its role; "" for the others. */
  argument: string;
  value: string;
  /** From 1. */
  line: number;
};

const withArgument = ["PARAMETER", "MESSAGE"];

/** @throws AnechatError `usage` with the number of the wrong line */
export function parseModelfile(text: string): Instruction[] {
  const lines = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const instructions: Instruction[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = at + 1;
    const first = (lines[at] as string).trim();
    at += 1;
    if (first === "" || first.startsWith("#")) continue;
    const [, word = "", rest = ""] = /^(\S+)\s*(.*)$/s.exec(first) ?? [];
    if (!/^[a-z]+$/i.test(word)) throw wrongLine(line, `${JSON.stringify(word)} is not an instruction`);
    const name = word.toUpperCase();
    const [, argument = "", begun = ""] = withArgument.includes(name)
      ? (/^(\S+)\s*(.*)$/s.exec(rest) ?? [])
      : ["", "", rest];
    let raw = begun;
    while (isOpen(raw)) {
      if (at === lines.length) throw wrongLine(line, `the quotes of ${name} are never closed`);
      raw += `\n${lines[at] as string}`;
      at += 1;
      // White space after the closing quotes is no part of the value.
      if (!isOpen(raw.trimEnd())) raw = raw.trimEnd();
    }
    const value = unquoted(raw);
    if (value.trim() === "" && name !== "SYSTEM") throw wrongLine(line, `${name} has no value`);
    instructions.push({ name, argument, value, line });
  }
  return instructions;
}

/** @param line from 1 */
export function wrongLine(line: number, what: string, hint?: string): AnechatError {
  return new AnechatError("usage", `Modelfile, line ${line}: ${what}`, hint === undefined ? {} : { hint });
}

/** Whether a value begins with quotes that its end doesn't close. */
function isOpen(raw: string): boolean {
  const quotes = quotesOf(raw);
  return quotes !== "" && !(raw.length >= 2 * quotes.length && raw.endsWith(quotes));
}

function unquoted(raw: string): string {
  const { length } = quotesOf(raw);
  return length === 0 ? raw : raw.slice(length, raw.length - length);
}

function quotesOf(raw: string): '"""' | '"' | "" {
  if (raw.startsWith('"""')) return '"""';
  return raw.startsWith('"') ? '"' : "";
}
