/**
 * Decides whether an untrusted regular expression may run. JavaScript's engine backtracks, and a
 * short expression can have more ways to match than a machine can try. This file estimates the
 * number of ways from above, and rejects expressions that it can't estimate.
 */

/** Ways in which one repetition can match a text of some hundred characters. */
const waysOfRepetition = 512;

/** Two repetitions in a row and some alternatives. Pre-tokenizers need no more. */
const maxWays = 2 ** 24;
const maxLength = 2 ** 16;
const maxDepth = 32;

/**
 * ways: in how many ways a part can match at one position. length: its length with repetition
 * counts written out.
 */
type Cost = { ways: number; length: number };

/** Whether it takes at most seconds for a text of some hundred characters. */
export function isQuickRegex(source: string): boolean {
  if (source.length > maxLength) return false;
  const parts = Array.from(source.matchAll(part), ([text]) => text);
  const { cost, next } = alternation(parts, 0, 0);
  // An unmatched closing parenthesis leaves parts over.
  return next === parts.length && cost.ways <= maxWays && cost.length <= maxLength;
}

/** A group's start, a class, a quantifier with its suffix, an escape, or any other character. */
const part =
  /\((?:\?(?:[:=!>]|i:|<[=!]))?|\[\^?\]?(?:\\[\s\S]|\[:\^?\w+:\]|[^\]\\])*\]|(?:[*+?]|\{\d*,?\d*\})[?+]?|\\[pPxu]\{[^}]*\}|\\[\s\S]|[\s\S]/g;

const unlimited: Cost = { ways: Number.POSITIVE_INFINITY, length: Number.POSITIVE_INFINITY };

/** The cost of the parts from `at` to the end of their group or of the expression. */
function alternation(parts: readonly string[], at: number, depth: number): { cost: Cost; next: number } {
  if (depth > maxDepth) return { cost: unlimited, next: parts.length };
  const sum: Cost = { ways: 0, length: 0 };
  let sequence: Cost = { ways: 1, length: 0 };
  let next = at;
  while (next < parts.length && parts[next] !== ")") {
    const text = parts[next]!;
    next += 1;
    if (text === "|") {
      sum.ways += sequence.ways;
      sum.length += sequence.length;
      sequence = { ways: 1, length: 0 };
      continue;
    }
    let atom: Cost = { ways: 1, length: 1 };
    if (text.startsWith("(")) {
      const group = alternation(parts, next, depth + 1);
      // For an unclosed group, `next` ends past the last part, and the caller rejects that.
      atom = group.cost;
      next = group.next + 1;
    } else if (isQuantifier(text)) {
      atom = unlimited;
    }
    const following = parts[next];
    if (following !== undefined && isQuantifier(following)) {
      atom = repeat(atom, following);
      next += 1;
    }
    sequence = { ways: sequence.ways * atom.ways, length: sequence.length + atom.length };
  }
  return { cost: { ways: sum.ways + sequence.ways, length: sum.length + sequence.length }, next };
}

function isQuantifier(text: string): boolean {
  return /^(?:[*+?]|\{\d)/.test(text) || text.startsWith("{,");
}

function repeat(atom: Cost, quantifier: string): Cost {
  if (quantifier.startsWith("?")) return { ways: atom.ways + 1, length: atom.length };
  const counts = /^\{(\d*)(,?)(\d*)\}/.exec(quantifier);
  // If the repeated part matches in several ways, each repetition multiplies them.
  const open: Cost = { ways: atom.ways > 1 ? unlimited.ways : waysOfRepetition, length: atom.length };
  if (counts === null) return open;
  const [, min, comma, max] = counts;
  const from = Number(min);
  if (comma === "") return { ways: atom.ways ** from, length: atom.length * from };
  if (max === "") return { ways: open.ways, length: atom.length * Math.max(1, from) };
  const upTo = Number(max);
  return {
    ways: atom.ways > 1 ? unlimited.ways : Math.max(1, upTo - from + 1),
    length: atom.length * Math.max(1, upTo),
  };
}
