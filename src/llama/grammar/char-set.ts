/** Sets of Unicode code points: sorted, disjoint, non-adjacent ranges without surrogates. */

export type Range = readonly [first: number, last: number];
export type CharSet = readonly Range[];

/** All code points that a text can contain. */
export const allChars: CharSet = [
  [0, 0xd7ff],
  [0xe000, 0x10ffff],
];

/** @param ranges in any order; a range whose last is below its first is empty */
export function charSet(ranges: Iterable<Range>): CharSet {
  const sorted = [...ranges].filter(([first, last]) => first <= last).sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [first, last] of sorted) {
    const before = merged.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else merged.push([first, last]);
  }
  return intersection(merged, allChars);
}

/** The set of a text's characters. */
export function charsOf(text: string): CharSet {
  return charSet(Array.from(text, (char): Range => [codeOf(char), codeOf(char)]));
}

export function union(a: CharSet, b: CharSet): CharSet {
  return charSet([...a, ...b]);
}

export function intersection(a: CharSet, b: CharSet): CharSet {
  const common: Range[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [one, other] = [a[i] as Range, b[j] as Range];
    const first = Math.max(one[0], other[0]);
    const last = Math.min(one[1], other[1]);
    if (first <= last) common.push([first, last]);
    if (one[1] < other[1]) i += 1;
    else j += 1;
  }
  return common;
}

export function complement(set: CharSet): CharSet {
  const gaps: Range[] = [];
  let next = 0;
  for (const [first, last] of set) {
    if (first > next) gaps.push([next, first - 1]);
    next = last + 1;
  }
  return intersection([...gaps, [next, 0x10ffff]], allChars);
}

export function difference(a: CharSet, b: CharSet): CharSet {
  return intersection(a, complement(b));
}

export function hasChar(set: CharSet, code: number): boolean {
  return set.some(([first, last]) => first <= code && code <= last);
}

/** Equal sets have equal keys. */
export function keyOf(set: CharSet): string {
  return set.map(([first, last]) => `${first.toString(36)}-${last.toString(36)}`).join(",");
}

function codeOf(char: string): number {
  return char.codePointAt(0) as number;
}
