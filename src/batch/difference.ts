/** Where two answers part. */

export type Difference = {
  /** Characters (UTF-16) that are the same at the beginning; it ends between words. */
  same: number;
  /** The words that follow, of each; "" where one ends. */
  first: string;
  second: string;
};

/** @returns undefined if they are the same, but for blank space around */
export function firstDifference(first: string, second: string): Difference | undefined {
  const [a, b] = [first.trim(), second.trim()];
  if (a === b) return undefined;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  // In the middle of a word, back to its beginning.
  const isInWord = [a, b].some((text) => /\S/.test(text[same] ?? ""));
  const wordStart = isInWord ? (/\S*$/.exec(a.slice(0, same))?.index ?? same) : same;
  return { same: wordStart, first: wordAt(a, wordStart), second: wordAt(b, wordStart) };
}

function wordAt(text: string, start: number): string {
  return /^\s*(\S*)/.exec(text.slice(start))?.[1] ?? "";
}
