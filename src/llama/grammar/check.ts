/**
 * What would take llama.cpp's matcher (llama-grammar.cpp, v0.5.0) memory, time or stack without end, told by
 * arithmetic over the rules. It keeps a set of stacks, one for each way to go on, and follows every one of
 * them with each character.
 */
import { type CharSet, hasChar } from "./char-set.ts";
import { type Gbnf, GrammarError, type Item, parseGbnf, placeOf, type Rule } from "./gbnf.ts";
import { nullableRules, sortedByLeft } from "./left-corner.ts";

/** Ways to go on at one place. An object with 600 properties that may be left out has 1,800. */
const mostWays = 2000;
/**
 * Steps of llama.cpp's search for left recursion, which looks at a rule once for each way to it. It calls
 * itself for each rule that another begins with, and 2,000 in a row need so many steps: 100,000 would end the
 * process.
 */
const mostPaths = 2_000_000;
/** Ways that one letter, met twice, can be taken: of parts in a row that begin alike and may be left out, n²/2. */
const mostAmbiguity = 200;
/** Letters that are tried, and steps to what they begin. */
const mostLetters = 40;
const mostSteps = 20_000;
/** Fewer ways to go on are never so ambiguous. */
const fewWays = 20;

/**
 * Parses a grammar and refuses what would take llama.cpp memory, time or stack without end.
 * @param text GBNF as it came from outside
 * @throws GrammarError that says what is wrong, and where
 */
export function checkGrammar(text: string): Gbnf {
  const gbnf = parseGbnf(text);
  checkGbnf(gbnf, (at) => placeOf(text, at));
  return gbnf;
}

/** @param place says where something stands in the text @throws GrammarError */
export function checkGbnf({ rules }: Gbnf, place: (at: number) => string): void {
  const fail = (id: number, what: string): never => {
    const { name, at } = rules[id] as Rule;
    throw new GrammarError(`the rule ${name} at ${place(at)} ${what}`);
  };
  // llama.cpp takes a rule for empty only where it has an empty alternative.
  const plainlyNullable = rules.map(({ alternatives }) => alternatives.some(({ length }) => length === 0));
  const plain = sortedByLeft(rules, plainlyNullable);
  if (plain.cycle !== undefined) fail(plain.cycle, "begins with itself: left recursion");
  checkPaths(rules, plainlyNullable, plain.order, fail);
  const nullable = nullableRules(rules);
  const left = sortedByLeft(rules, nullable, "growing");
  if (left.cycle !== undefined) fail(left.cycle, "begins with itself: left recursion");
  checkPaths(rules, nullable, left.order, fail);
  const ways = new Ways(rules, nullable, left.order);
  for (const id of rules.keys()) {
    if (ways.most(id) > mostWays) fail(id, `has over ${mostWays} ways to go on at one place`);
    if (ways.isAmbiguous(id)) fail(id, "has too many parts in a row that begin alike and may be left out");
  }
}

/** @param order rules after those that they begin with */
function checkPaths(
  rules: readonly Rule[],
  nullable: readonly boolean[],
  order: readonly number[],
  fail: (id: number, what: string) => never,
): void {
  const paths = rules.map(() => 0);
  let total = 0;
  for (const id of order) {
    const rule = rules[id] as Rule;
    for (const alternative of rule.alternatives) {
      for (const item of alternative) {
        if (!("rule" in item)) break;
        paths[id] = (paths[id] as number) + (paths[item.rule] as number);
        if (nullable[item.rule] !== true) break;
      }
    }
    paths[id] = (paths[id] as number) + 1;
    total += paths[id] as number;
    if (total > mostPaths) fail(id, "can begin in too many ways");
  }
}

/** What is left of the alternatives that were entered, the innermost first. */
type Frame = { items: readonly Item[]; at: number; outer: Frame | undefined };

class Ways {
  readonly #rules: readonly Rule[];
  readonly #nullable: readonly boolean[];
  /** Of each rule, how many characters or tokens it can begin with, each counted once for each way to it. */
  readonly #counts: number[];
  readonly #matches = new Map<string, number>();
  /** Rules that others begin with: what is so of them is so of these, too. */
  readonly #covered = new Set<number>();

  /** @param order rules after those that they begin with */
  constructor(rules: readonly Rule[], nullable: readonly boolean[], order: readonly number[]) {
    this.#rules = rules;
    this.#nullable = nullable;
    this.#counts = rules.map(() => 0);
    const done = new Set<number>();
    for (const id of order) {
      this.#counts[id] = this.#waysInto(id);
      for (const [first] of (rules[id] as Rule).alternatives) {
        if (first !== undefined && "rule" in first && done.has(first.rule)) this.#covered.add(first.rule);
      }
      done.add(id);
    }
  }

  /** At any place of a rule. */
  most(id: number): number {
    const within = this.#runs(id).map(({ items, at }) => this.#waysAt(items, at));
    return within.reduce((most, ways) => Math.max(most, ways), this.#waysInto(id));
  }

  isAmbiguous(id: number): boolean {
    const isCovered = this.#covered.has(id);
    return this.#runs(id).some(
      (run) =>
        !(isCovered && run.at === 0) &&
        this.#waysAt(run.items, run.at) > fewWays &&
        this.#ambiguityAt(run) > mostAmbiguity,
    );
  }

  #waysInto(id: number): number {
    const { alternatives } = this.#rules[id] as Rule;
    return Math.min(
      alternatives.reduce((sum, items) => sum + this.#waysAt(items, 0), 0),
      mostWays + 1,
    );
  }

  /** Where parts begin that may be left out, one after the other. */
  #runs(id: number): Frame[] {
    const runs: Frame[] = [];
    for (const items of (this.#rules[id] as Rule).alternatives) {
      for (let at = 0; at < items.length; at += 1) {
        if (at === 0 || !this.#isNullable(items[at - 1] as Item)) runs.push({ items, at, outer: undefined });
      }
    }
    return runs;
  }

  #waysAt(items: readonly Item[], start: number): number {
    let ways = 0;
    for (let at = start; at < items.length; at += 1) {
      const item = items[at] as Item;
      ways += "rule" in item ? (this.#counts[item.rule] as number) : 1;
      if (!this.#isNullable(item)) break;
    }
    return ways;
  }

  #isNullable(item: Item): boolean {
    return "rule" in item && this.#nullable[item.rule] === true;
  }

  /** Ways to take a letter twice, of the letter that has the most. */
  #ambiguityAt(place: Frame): number {
    const firsts = this.#firsts(place);
    if (firsts === undefined) return Number.POSITIVE_INFINITY;
    const letters = new Set(firsts.map(({ chars }) => chars[0]?.[0] as number).slice(0, mostLetters));
    let most = 0;
    for (const letter of letters) {
      let ambiguity = 0;
      for (const { chars, next } of firsts) {
        if (hasChar(chars, letter)) ambiguity += this.#matchesAt(next, letter);
      }
      most = Math.max(most, ambiguity);
    }
    return most;
  }

  /** The characters that a place can go on with, and what comes then. @returns undefined if there are too many */
  #firsts(place: Frame): { chars: CharSet; next: Frame | undefined }[] | undefined {
    const found: { chars: CharSet; next: Frame | undefined }[] = [];
    const todo: Frame[] = [place];
    // Rules that are empty and begin with themselves lead round and round.
    for (let steps = 0; steps < mostSteps; steps += 1) {
      const frame = todo.pop();
      if (frame === undefined) return found;
      const { items, at, outer } = frame;
      const item = items[at];
      const next = at + 1 < items.length ? { items, at: at + 1, outer } : outer;
      if (item === undefined) {
        if (outer !== undefined) todo.push(outer);
      } else if ("chars" in item) found.push({ chars: item.chars, next });
      else if ("rule" in item) {
        const { alternatives } = this.#rules[item.rule] as Rule;
        todo.push(...alternatives.map((inner) => ({ items: inner, at: 0, outer: next })));
      }
    }
    return undefined;
  }

  /** In how many ways a letter can be taken. */
  #matchesAt(place: Frame | undefined, letter: number): number {
    let matches = 0;
    for (let frame = place; frame !== undefined; frame = frame.outer) {
      for (let at = frame.at; at < frame.items.length; at += 1) {
        const item = frame.items[at] as Item;
        if ("chars" in item) matches += hasChar(item.chars, letter) ? 1 : 0;
        else if ("rule" in item) matches += this.#matchesOf(item.rule, letter);
        if (!this.#isNullable(item)) return matches;
      }
    }
    return matches;
  }

  #matchesOf(id: number, letter: number): number {
    const key = `${id} ${letter}`;
    const known = this.#matches.get(key);
    if (known !== undefined) return known;
    this.#matches.set(key, 0);
    const { alternatives } = this.#rules[id] as Rule;
    const matches = alternatives.reduce(
      (sum, items) => sum + this.#matchesAt({ items, at: 0, outer: undefined }, letter),
      0,
    );
    this.#matches.set(key, matches);
    return matches;
  }
}
