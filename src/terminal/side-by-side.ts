/** Two texts side by side, or one below the other in a narrow window. */
import type { Colors } from "./colors.ts";
import { fitted } from "./output.ts";
import { sanitize } from "./sanitize.ts";

export type Side = { heading: string; text: string; footer: string };

/** Narrower columns are hard to read. */
const minColumns = 30;
const gap = " │ ";

/** @returns rows, none wider than `columns` */
export function sideBySide(left: Side, right: Side, columns: number, colors: Colors): string[] {
  const width = Math.floor((columns - gap.length) / 2);
  if (width < minColumns) {
    const stacked = (side: Side): string[] => [
      colors.bold(cut(side.heading, columns)),
      ...wrapped(side.text, columns),
      ...wrapped(side.footer, columns).map(colors.dim),
    ];
    return [...stacked(left), "", ...stacked(right)];
  }
  const [a, b] = [wrapped(left.text, width), wrapped(right.text, width)];
  const [footA, footB] = [wrapped(left.footer, width), wrapped(right.footer, width)];
  const row = (one: string, other: string, style: (text: string) => string = String): string =>
    `${style(padded(one, width))}${colors.dim(gap)}${style(other)}`;
  const rows = (one: string[], other: string[], style?: (text: string) => string): string[] =>
    Array.from({ length: Math.max(one.length, other.length) }, (_, at) =>
      row(one[at] ?? "", other[at] ?? "", style),
    );
  return [
    row(cut(left.heading, width), cut(right.heading, width), colors.bold),
    ...rows(a, b),
    ...rows(footA, footB, colors.dim),
  ];
}

function wrapped(text: string, width: number): string[] {
  return Bun.wrapAnsi(sanitize(text).replaceAll("\t", "    "), width, { hard: true, trim: false }).split(
    "\n",
  );
}

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - Bun.stringWidth(text)));
}

function cut(text: string, width: number): string {
  return fitted(sanitize(text), width);
}
