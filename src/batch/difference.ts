/** Finds where two answers begin to differ. */

export type Difference = {
  /** UTF-16 units of the common beginning, which ends between words. */
  same: number;
  /** The next word of each answer; "" if it ends there. */
  first: string;
  second: string;
};

/** @returns undefined if they are equal, ignoring outer white space */
export function firstDifference(first: string, second: string): Difference | undefined {
  const [a, b] = [first.trim(), second.trim()];
  if (a === b) return undefined;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  // Inside a word, go back to its beginning.
  const isInWord = [a, b].some((text) => /\S/.test(text[same] ?? ""));
  const wordStart = isInWord ? (/\S*$/.exec(a.slice(0, same))?.index ?? same) : same;
  return { same: wordStart, first: wordAt(a, wordStart), second: wordAt(b, wordStart) };
}

function wordAt(text: string, start: number): string {
  return /^\s*(\S*)/.exec(text.slice(start))?.[1] ?? "";
}
