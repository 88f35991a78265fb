/**
 * Tabs in rows. A terminal moves its cursor to the next stop when it gets a tab. From then on the
 * skipped cells are empty cells like others: when the window's width changes, they are wrapped, and
 * the stop is not looked for again.
 */

const tabWidth = 8;

/** @param offset cells before the tab, from the row's beginning @returns its width in cells */
export function tabWidthAt(offset: number): number {
  return tabWidth - (offset % tabWidth);
}

/**
 * The tabs that a terminal of this width can't show as such become spaces: those that end at its
 * edge or behind. So every tab is as wide as {@link tabWidthAt} says.
 *
 * @param row may have styles and links
 * @param columns 0: all tabs become spaces
 */
export function withFixedTabs(row: string, columns: number): string {
  if (!row.includes("\t")) return row;
  const [first = "", ...others] = row.split("\t");
  let fixed = first;
  let offset = Bun.stringWidth(first);
  for (const part of others) {
    const width = tabWidthAt(offset);
    fixed += (offset + width < columns ? "\t" : " ".repeat(width)) + part;
    offset += width + Bun.stringWidth(part);
  }
  return fixed;
}
