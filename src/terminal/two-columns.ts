/** Rows of a name and its explanation, for help texts. */

/** Explanations narrower than this go below their names. */
const minWidth = 30;

/** Before an explanation that is below its name. */
const indent = 4;

/**
 * Aligns the explanations and breaks them between words.
 * @param columns the width of the window
 * @param nameWidth of the widest name, also of other tables that are aligned with this one
 */
export function twoColumns(
  rows: readonly (readonly [name: string, explanation: string])[],
  columns: number,
  nameWidth = Math.max(0, ...rows.map(([name]) => Bun.stringWidth(name))),
): string[] {
  const left = nameWidth + 2;
  const isBeside = columns - left >= minWidth;
  const start = isBeside ? left : indent;
  return rows.flatMap(([name, explanation]) => {
    const lines = wrapped(explanation, columns - start);
    const padded = name + " ".repeat(left - Bun.stringWidth(name));
    const first = isBeside ? [padded + (lines.shift() ?? "")] : [name];
    return [...first, ...lines.map((line) => " ".repeat(start) + line)];
  });
}

/** @param width a longer word stays whole */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line === undefined || Bun.stringWidth(line) + 1 + Bun.stringWidth(word) > width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}
