/**
 * The rows of growing blocks that are final on the screen already, because they have scrolled away.
 * The rest of the blocks continues below them, so that each row is on the screen once.
 */
import { OpenStyles } from "./open-styles.ts";
import { withFixedTabs } from "./tabs.ts";

const styleSequences = /(\x1b(?:\[[\d;]*m|\]8;[^\x07\x1b]*(?:\x07|\x1b\\)))/;

type Match = {
  /** The rows below the printed ones. */
  rest: readonly string[];
  /** The printed rows that belong to later blocks. */
  left: readonly string[];
};

export class PrintedRows {
  /** Visible text, with spaces for tabs, without spaces at the end. */
  #rows: readonly string[] = [];
  /** The last one is the first part of a row. */
  #isOpen = false;

  get isEmpty(): boolean {
    return this.#rows.length === 0;
  }

  add(rows: readonly string[]): void {
    if (rows.length === 0) return;
    this.#append(rows.map(visible));
    this.#isOpen = false;
  }

  /** The first part of a row, or its next part. */
  addPart(part: string): void {
    this.#append([Bun.stripANSI(part)]);
    this.#isOpen = true;
  }

  #append([first = "", ...others]: readonly string[]): void {
    this.#rows = this.#isOpen
      ? [...this.#rows.slice(0, -1), this.#rows.at(-1)! + first, ...others]
      : [...this.#rows, first, ...others];
  }

  clear(): void {
    this.#rows = [];
    this.#isOpen = false;
  }

  /**
   * @param rows the growing blocks as they are now
   * @returns the rows below the printed ones. If the layout of the printed part has changed, these
   *   are the rows after the same letters. If its text has changed, these are all rows: nothing is
   *   lost
   */
  below(rows: readonly string[]): readonly string[] {
    const match = this.#match(rows);
    if (match === undefined) this.clear();
    return match?.rest ?? rows;
  }

  /** As {@link below}, for blocks that are complete: their printed rows are forgotten. */
  take(rows: readonly string[]): readonly string[] {
    const match = this.#match(rows);
    this.#rows = match?.left ?? [];
    this.#isOpen &&= this.#rows.length > 0;
    return match?.rest ?? rows;
  }

  /** @returns undefined if the rows don't begin with the printed text */
  #match(rows: readonly string[]): Match | undefined {
    const printed = this.#rows;
    let same = 0;
    while (same < Math.min(rows.length, printed.length) && visible(rows[same]!) === printed[same]) same += 1;
    const last = printed.length - 1;
    if (same === rows.length || same > last) return { rest: rows.slice(same), left: printed.slice(same) };
    const row = rows[same]!;
    if (same === last && visible(row).startsWith(printed[last]!)) {
      const rest = cutAfter(withFixedTabs(row, 0), printed[last]!.length, (text) => text.length);
      return { rest: [rest, ...rows.slice(same + 1)], left: [] };
    }
    return matchLetters(rows.slice(same), letters(printed.slice(same).join("")));
  }
}

function matchLetters(rows: readonly string[], printed: string): Match | undefined {
  let left = printed;
  for (const [index, row] of rows.entries()) {
    if (left === "") return { rest: rows.slice(index), left: [] };
    const own = letters(visible(row));
    if (left.startsWith(own)) left = left.slice(own.length);
    else if (own.startsWith(left)) {
      const cut = cutAfter(row, left.length, (text) => letters(text).length).trimStart();
      return { rest: [cut, ...rows.slice(index + 1)], left: [] };
    } else return undefined;
  }
  return { rest: [], left: left === "" ? [] : [left] };
}

/** A row without the characters whose lengths add up to `count`. */
function cutAfter(row: string, count: number, lengthOf: (text: string) => number): string {
  const styles = new OpenStyles();
  let left = count;
  let at = 0;
  for (const [index, part] of row.split(styleSequences).entries()) {
    const isStyle = index % 2 === 1;
    if (isStyle) styles.apply(part);
    for (const character of isStyle ? [part] : part) {
      if (left <= 0) return styles.sequence + row.slice(at);
      if (!isStyle) left -= lengthOf(character);
      at += character.length;
    }
  }
  return "";
}

function visible(row: string): string {
  return Bun.stripANSI(withFixedTabs(row, 0)).trimEnd();
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "");
}
