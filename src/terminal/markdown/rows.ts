/** Wraps styled text into rows that fit the window and can be repainted independently. */

/** @param styled text with SGR sequences and \n @param columns width of a row, at least 1 */
export function toRows(styled: string, columns: number): string[] {
  return closeStyles(styled.split("\n")).flatMap((line) => {
    if (Bun.stringWidth(line) <= columns) return [line];
    return Bun.wrapAnsi(line, columns, { hard: true, trim: false }).split("\n");
  });
}

/** Closes a style that is open at a line's end, and opens it again on the next line. */
function closeStyles(lines: readonly string[]): string[] {
  let active: string[] = [];
  return lines.map((line) => {
    const opened = active.join("");
    for (const [sequence, parameters] of line.matchAll(/\x1b\[([\d;]*)m/g)) {
      const code = Number.parseInt(parameters || "0", 10);
      if (code === 0) active = [];
      else if (closes.has(code)) active = active.filter((style) => !closes.get(code)!.test(style));
      else active.push(sequence);
    }
    return active.length > 0 ? `${opened}${line}\x1b[0m` : opened + line;
  });
}

/** SGR codes that end a style → the sequences they end (ECMA-48 §8.3.117). */
const closes: ReadonlyMap<number, RegExp> = new Map([
  [22, /\[[12]m/],
  [23, /\[3m/],
  [24, /\[4m/],
  [27, /\[7m/],
  [29, /\[9m/],
  [39, /\[(3\d|9\d)/],
  [49, /\[(4[0-8]|10\d)/],
]);
