/**
 * Whether a stranger's regular expression may be run: JavaScript's engine tries
 * one way to match after the other, and a few signs are enough for more ways
 * than a machine can try. They are counted here, too many rather than too few;
 * what can't be counted is refused.
 */

/** A text of some hundred characters is met by each repetition in so many ways. */
const waysOfRepetition = 512;

/** Two repetitions in a row and some choices beside them: what cuts text into words needs no more. */
const mostWays = 2 ** 24;
const mostSigns = 2 ** 16;
const deepest = 32;

/** Of a part: in how many ways it may match at one place, and how many signs it is with its counts written out. */
type Cost = { ways: number; signs: number };

/** Whether it is done with a text of some hundred characters within seconds at the worst. */
export function isQuickRegex(source: string): boolean {
  if (source.length > mostSigns) return false;
  const parts = Array.from(source.matchAll(part), ([text]) => text);
  const { cost, next } = alternation(parts, 0, 0);
  // Something is left where a group ends that never began.
  return next === parts.length && cost.ways <= mostWays && cost.signs <= mostSigns;
}

/** A group's start, a class, a quantifier with its mark, an escape, any other character. */
const part =
  /\((?:\?(?:[:=!>]|i:|<[=!]))?|\[\^?\]?(?:\\[\s\S]|\[:\^?\w+:\]|[^\]\\])*\]|(?:[*+?]|\{\d*,?\d*\})[?+]?|\\[pPxu]\{[^}]*\}|\\[\s\S]|[\s\S]/g;

const refused: Cost = { ways: Number.POSITIVE_INFINITY, signs: Number.POSITIVE_INFINITY };

/** Parts from `at` to the end of their group, or of everything. */
function alternation(parts: readonly string[], at: number, depth: number): { cost: Cost; next: number } {
  if (depth > deepest) return { cost: refused, next: parts.length };
  const sum: Cost = { ways: 0, signs: 0 };
  let sequence: Cost = { ways: 1, signs: 0 };
  let next = at;
  while (next < parts.length && parts[next] !== ")") {
    const text = parts[next]!;
    next += 1;
    if (text === "|") {
      sum.ways += sequence.ways;
      sum.signs += sequence.signs;
      sequence = { ways: 1, signs: 0 };
      continue;
    }
    let atom: Cost = { ways: 1, signs: 1 };
    if (text.startsWith("(")) {
      const group = alternation(parts, next, depth + 1);
      // Where a group has no end, so has what is around it: its length is more than there is.
      atom = group.cost;
      next = group.next + 1;
    } else if (isQuantifier(text)) {
      atom = refused;
    }
    const following = parts[next];
    if (following !== undefined && isQuantifier(following)) {
      atom = repeat(atom, following);
      next += 1;
    }
    sequence = { ways: sequence.ways * atom.ways, signs: sequence.signs + atom.signs };
  }
  return { cost: { ways: sum.ways + sequence.ways, signs: sum.signs + sequence.signs }, next };
}

function isQuantifier(text: string): boolean {
  return /^(?:[*+?]|\{\d)/.test(text) || text.startsWith("{,");
}

function repeat(atom: Cost, quantifier: string): Cost {
  if (quantifier.startsWith("?")) return { ways: atom.ways + 1, signs: atom.signs };
  const counts = /^\{(\d*)(,?)(\d*)\}/.exec(quantifier);
  // What matches in several ways, repeated, matches in a number of ways that grows with every round.
  const open: Cost = { ways: atom.ways > 1 ? refused.ways : waysOfRepetition, signs: atom.signs };
  if (counts === null) return open;
  const [, least, comma, most] = counts;
  const from = Number(least);
  if (comma === "") return { ways: atom.ways ** from, signs: atom.signs * from };
  if (most === "") return { ways: open.ways, signs: atom.signs * Math.max(1, from) };
  const upTo = Number(most);
  return {
    ways: atom.ways > 1 ? refused.ways : Math.max(1, upTo - from + 1),
    signs: atom.signs * Math.max(1, upTo),
  };
}
