/** How far lines of markdown are indented, in columns. */

/** @returns columns of white space; the line has no tabs */
export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Removes white space of up to `columns` columns; a tab reaches to the next multiple of four. */
export function withoutIndent(line: string, columns: number): string {
  let column = 0;
  let at = 0;
  for (; column < columns && /[ \t]/.test(line[at] ?? ""); at += 1) {
    const next = line[at] === "\t" ? column + 4 - (column % 4) : column + 1;
    if (next > columns) break;
    column = next;
  }
  return line.slice(at);
}

/**
 * Replaces tabs by spaces, with CommonMark's tab stops of four: columns are counted in characters.
 */
export function expandTabs(line: string): string {
  if (!line.includes("\t")) return line;
  let result = "";
  for (const part of line.split(/(\t)/)) {
    result += part === "\t" ? " ".repeat(4 - (result.length % 4)) : part;
  }
  return result;
}
