/** The syntax of tables: what begins one, and how a row is split into cells. */
import { VerbatimScanner } from "./verbatim.ts";

const delimiterPattern = /^\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?$/;

/** Whether two lines begin a table: its header, and a delimiter row with as many cells. */
export function beginsTable(header: string, delimiter: string): boolean {
  const trimmed = delimiter.trim();
  return (
    header.includes("|") &&
    trimmed.includes("|") &&
    delimiterPattern.test(trimmed) &&
    splitCells(header).length === splitCells(trimmed).length
  );
}

/**
 * @param expected how many cells the row should have; the header's number
 * @returns the cells of a row. A pipe in code, in LaTeX or after a backslash ends no cell
 */
export function splitCells(line: string, expected = 0): string[] {
  const trimmed = line.trim();
  const text = trimmed.startsWith("|") ? trimmed.slice(1) : trimmed;
  if (!/[`$\\]/.test(text)) return withoutEnd(text.split("|").map((cell) => cell.trim()));
  const cells = split(text, new VerbatimScanner(text));
  if (cells.length >= expected) return cells;
  // A lone backtick or dollar sign in each of two cells is not a pair.
  const apart = split(text, undefined);
  return apart.length === expected ? apart : cells;
}

function split(text: string, verbatim: VerbatimScanner | undefined): string[] {
  const cells: string[] = [];
  let cell = "";
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    const found = "`$\\".includes(character) ? verbatim?.at(at) : undefined;
    if (character === "|") {
      cells.push(cell.trim());
      cell = "";
    } else if (found !== undefined && found.kind !== "open") {
      const span = text.slice(at, found.end);
      cell += found.kind === "code" ? span.replaceAll("\\|", "|") : span;
      at = found.end - 1;
    } else if (found !== undefined) {
      // Of a run of backticks without an end, no shorter run begins code.
      cell += text.slice(at, found.end);
      at = found.end - 1;
    } else if (character === "\\" && text[at + 1] === "|") {
      cell += "|";
      at += 1;
    } else cell += character;
  }
  return withoutEnd([...cells, cell.trim()]);
}

/** What follows the last pipe is no cell if it is empty. */
function withoutEnd(cells: readonly string[]): string[] {
  return cells.at(-1) === "" ? cells.slice(0, -1) : [...cells];
}
