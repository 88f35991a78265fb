/** Which brackets of a text belong together. A closing one without an opening one has no partner. */

const unclosed = -1;
const openings: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

export class Brackets {
  /** For each opened bracket, in order: where it opens and closes, and the one around it. */
  readonly #pairs: { begin: number; end: number; outer: number }[] = [];

  constructor(text: string) {
    const opened = { "(": 0, "[": 0, "{": 0 } as Record<string, number>;
    let inner = -1;
    for (const { 0: character, index } of text.matchAll(/[()[\]{}]/g)) {
      const opening = openings[character];
      if (opening === undefined) {
        this.#pairs.push({ begin: index, end: unclosed, outer: inner });
        opened[character]! += 1;
        inner = this.#pairs.length - 1;
      } else if (opened[opening]! > 0) {
        let pair = this.#pairs[inner]!;
        while (text[pair.begin] !== opening) {
          opened[text[pair.begin]!]! -= 1;
          inner = pair.outer;
          pair = this.#pairs[inner]!;
        }
        opened[opening]! -= 1;
        pair.end = index;
        inner = pair.outer;
      }
    }
  }

  /** @returns where the innermost bracket around `at` that is closed ends, or Infinity */
  endAround(at: number): number {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#pairs[middle]!.begin < at) low = middle + 1;
      else high = middle;
    }
    for (let pair = this.#pairs[low - 1]; pair !== undefined; pair = this.#pairs[pair.outer]) {
      if (pair.end > at) return pair.end;
    }
    return Number.POSITIVE_INFINITY;
  }
}
