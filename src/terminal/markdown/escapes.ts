/**
 * What a backslash means. LaTeX, regular expressions and paths have more backslashes than markdown:
 * \( \[ \{ \\ are never escapes.
 */

/** The rest of a path of Windows: C:\*.txt and \\server\_share need their backslashes. */
const windowsPath = /\\(?:[^\s`"'<>|*]|(?<=[\\.])\*)*/y;

/** @param at index of a backslash @returns the rest of the path that has it; "" if none has */
export function windowsPathAt(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 3), at);
  const isPath = before.endsWith(":")
    ? /(^|[^\p{L}\p{N}])[a-z]:$/iu.test(before)
    : /^$|\s$/.test(before) && text[at + 1] === "\\" && /\w/.test(text[at + 2] ?? "");
  windowsPath.lastIndex = at;
  return isPath ? windowsPath.exec(text)![0] : "";
}

/** Whether the backslash at `at` escapes a character that would otherwise be markdown. */
export function isEscaped(text: string, at: number): boolean {
  const next = text[at + 1] ?? "";
  // ¯\_(ツ)_/¯ has an arm.
  if (next === "" || text[at - 1] === "¯") return false;
  if ("*_#`~$".includes(next)) return true;
  if (next === "!") return text[at + 2] === "[";
  // Only at the beginning of a line: 1\. and \-
  const before = text.slice(Math.max(text.lastIndexOf("\n", at - 1) + 1, at - 20), at);
  if (next === "." || next === ")") return /^\s*\d{1,9}$/.test(before);
  return "-+>".includes(next) && before.trim() === "";
}
