/** The deterministic automaton of a regular language, without states that can't reach an end. */
import { allChars, type CharSet, intersection, type Range, union } from "./char-set.ts";
import { borders, type Language, type Languages, TooComplex } from "./language.ts";

export type State = { isEnd: boolean; moves: readonly { chars: CharSet; to: number }[] };

const maxStates = 3000;

/**
 * @returns the states, the start state first; empty if the language has no text
 * @throws TooComplex
 */
export function automatonOf(languages: Languages, language: Language): State[] {
  const ids = new Map<Language, number>([[language, 0]]);
  const states: State[] = [];
  for (const [from] of ids) {
    const moves = Array.from(movesFrom(languages, from), ([to, chars]) => {
      const known = ids.get(to);
      const id = known ?? ids.size;
      if (known === undefined) ids.set(to, id);
      return { chars, to: id };
    });
    states.push({ isEnd: from.hasEmpty, moves });
    if (ids.size > maxStates) throw new TooComplex(`it needs an automaton of over ${maxStates} states`);
  }
  return withoutDeadStates(states);
}

function movesFrom(languages: Languages, from: Language): Map<Language, CharSet> {
  const starts = Array.from(borders(from)).sort((a, b) => a - b);
  const ranges = new Map<Language, Range[]>();
  for (const [at, start] of starts.entries()) {
    const to = start > 0x10ffff ? languages.none : languages.derivative(from, start);
    if (to === languages.none) continue;
    const range: Range = [start, (starts[at + 1] ?? 0x110000) - 1];
    const others = ranges.get(to);
    if (others === undefined) ranges.set(to, [range]);
    else others.push(range);
  }
  const moves = Array.from(ranges, ([to, of]) => [to, intersection(union(of, []), allChars)] as const);
  return new Map(moves.filter(([, chars]) => chars.length > 0));
}

/** Removes the states from which no end can be reached, and renumbers the others. */
function withoutDeadStates(states: readonly State[]): State[] {
  const before: number[][] = states.map(() => []);
  for (const [from, { moves }] of states.entries()) {
    for (const { to } of moves) (before[to] as number[]).push(from);
  }
  const alive = new Set<number>();
  const todo = states
    .keys()
    .toArray()
    .filter((id) => (states[id] as State).isEnd);
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    if (alive.has(id)) continue;
    alive.add(id);
    todo.push(...(before[id] as number[]));
  }
  if (!alive.has(0)) return [];
  const kept = states
    .keys()
    .toArray()
    .filter((id) => alive.has(id));
  const numbers = new Map(kept.map((id, number) => [id, number]));
  return kept.map((id) => {
    const { isEnd, moves } = states[id] as State;
    return {
      isEnd,
      moves: moves.flatMap(({ chars, to }) => {
        const number = numbers.get(to);
        return number === undefined ? [] : [{ chars, to: number }];
      }),
    };
  });
}
