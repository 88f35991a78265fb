/**
 * Draws a list of candidates: one row each if they have hints, else several in a row. If there are
 * too many, the rows around the selected one are shown, and how many more there are.
 */
import type { Colors } from "../colors.ts";
import { fitted } from "../output.ts";
import { sanitizeLine } from "../sanitize.ts";
import type { Completion } from "./state.ts";

type ListOptions = { columns: number; colors: Colors /** The most rows. */; height: number };

/** More rows than this hide too much of the conversation. */
const maxRows = 6;

type ListRows = { rows: string[] /** The row of the selected candidate. */; chosen: number };

export function listRows(completion: Completion, { columns, colors, height }: ListOptions): string[] {
  const hasHints = completion.candidates.some(({ hint }) => hint !== undefined);
  const { rows, chosen } = hasHints
    ? hintedRows(completion, columns, colors)
    : packedRows(completion, columns, colors);
  const room = Math.max(1, Math.min(maxRows, Number.isFinite(height) ? height : maxRows));
  if (rows.length <= room) return rows;
  const top = Math.min(Math.max(0, chosen - 1), rows.length - room);
  const shown = rows.slice(top, top + room);
  const hidden = rows.length - room;
  if (room > 1) shown[room - 1] = colors.dim(fitted(`… ${hidden + 1} more rows`, columns));
  // The selected row is never the one that makes room for the count.
  return chosen === top + room - 1 ? [...rows.slice(top + 1, top + room), shown[room - 1]!] : shown;
}

function hintedRows({ candidates, index }: Completion, columns: number, colors: Colors): ListRows {
  const labels = candidates.map(({ label }) => sanitizeLine(label));
  const width = Math.min(Math.max(...labels.map((label) => Bun.stringWidth(label))), columns - 1);
  const rows = candidates.map(({ hint = "" }, at) => {
    const label = fitted(labels[at]!, columns);
    const room = columns - width - 2;
    const padding = " ".repeat(Math.max(0, width - Bun.stringWidth(label)));
    const shown =
      room < 10 || hint === "" ? label : `${label}${padding}  ${fitted(sanitizeLine(hint), room)}`;
    return at === index ? colors.inverse(shown) : colors.dim(shown);
  });
  return { rows, chosen: Math.max(0, index) };
}

function packedRows({ candidates, index }: Completion, columns: number, colors: Colors): ListRows {
  const rows: string[] = [];
  let row = "";
  let width = 0;
  let chosen = 0;
  for (const [at, { label }] of candidates.entries()) {
    // A candidate that is wider than the window is cut.
    const shown = fitted(sanitizeLine(label), columns);
    const added = Bun.stringWidth(shown);
    if (width > 0 && width + 2 + added > columns) {
      rows.push(row);
      row = "";
      width = 0;
    }
    if (at === index) chosen = rows.length;
    row += (width === 0 ? "" : "  ") + (at === index ? colors.inverse(shown) : colors.dim(shown));
    width += (width === 0 ? 0 : 2) + added;
  }
  rows.push(row);
  return { rows, chosen };
}
