/**
 * The rows of a growing block that are final on the screen already, because they have scrolled away
 * or belong to an earlier, cut answer. The rest of the block continues below them, so that each row
 * is on the screen once.
 */
import { OpenStyles } from "./open-styles.ts";

const styleSequence = /\x1b(?:\[[\d;]*m|\]8;[^\x07\x1b]*(?:\x07|\x1b\\))/;

export class PrintedRows {
  #rows: string[] = [];

  get isEmpty(): boolean {
    return this.#rows.length === 0;
  }

  add(rows: readonly string[]): void {
    this.#rows.push(...rows.map(visible));
  }

  clear(): void {
    this.#rows = [];
  }

  /**
   * @param rows the whole block as it is now
   * @returns the rows below the printed ones. If the layout of the printed part has changed, these
   *   are the rows after the same letters; if its text has changed, all rows: nothing is lost
   */
  below(rows: readonly string[]): readonly string[] {
    if (this.isEmpty) return rows;
    const shared = Math.min(rows.length, this.#rows.length);
    if (rows.slice(0, shared).every((row, index) => visible(row) === this.#rows[index])) {
      return rows.slice(shared);
    }
    const rest = belowLetters(rows, letters(this.#rows.join("")));
    if (rest !== undefined) return rest;
    this.clear();
    return rows;
  }
}

/** @returns undefined if the rows don't begin with these letters */
function belowLetters(rows: readonly string[], printed: string): string[] | undefined {
  let left = printed;
  for (const [index, row] of rows.entries()) {
    if (left === "") return rows.slice(index);
    const own = letters(visible(row));
    if (left.startsWith(own)) left = left.slice(own.length);
    else if (own.startsWith(left)) return [afterLetters(row, left.length), ...rows.slice(index + 1)];
    else return undefined;
  }
  return [];
}

/** A row from the letter on that follows the first `count` code units of letters. */
function afterLetters(row: string, count: number): string {
  const styles = new OpenStyles();
  let left = count;
  let at = 0;
  for (const part of row.split(new RegExp(`(${styleSequence.source})`))) {
    if (part.startsWith("\x1b")) styles.apply(part);
    else {
      for (const character of part) {
        if (left === 0) return styles.sequence + row.slice(at).trimStart();
        left -= letters(character).length;
        at += character.length;
      }
      continue;
    }
    at += part.length;
  }
  return "";
}

function visible(row: string): string {
  return Bun.stripANSI(row).trimEnd();
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "");
}
