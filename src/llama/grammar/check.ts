/**
 * Rejects grammars that would take llama.cpp's matcher (llama-grammar.cpp, v0.5.0) unlimited
 * memory, time or stack. This is computed from the rules alone. The matcher keeps a set of stacks,
 * one for each alternative continuation, and advances each of them with each character.
 */
import { type CharSet, hasChar } from "./char-set.ts";
import { type Gbnf, GrammarError, type Item, parseGbnf, placeOf, type Rule } from "./gbnf.ts";
import { nullableRules, sortedByLeft } from "./left-corner.ts";

/** Alternatives at one position. An object with 600 optional properties has 1,800. */
const maxWays = 2000;
/**
 * Steps of llama.cpp's search for left recursion. It visits a rule once for each path to it, and
 * recurses for each rule that another begins with. A chain of 2,000 rules takes 2 million steps,
 * and a chain of 100,000 would overflow the stack.
 */
const maxPaths = 2_000_000;
/** Ways to match one letter twice. For n consecutive optional parts that begin alike it is n²/2. */
const maxAmbiguity = 200;
/** First letters that are tried. */
const maxLetters = 40;
/** Steps of the search for first letters. */
const maxSteps = 20_000;
/** Positions with fewer alternatives never exceed {@link maxAmbiguity}. */
const fewWays = 20;

/**
 * Parses a grammar and rejects it if it would take llama.cpp unlimited memory, time or stack.
 * @param text untrusted GBNF
 * @throws GrammarError with the fault and its position
 */
export function checkGrammar(text: string): Gbnf {
  const gbnf = parseGbnf(text);
  checkGbnf(gbnf, (at) => placeOf(text, at));
  return gbnf;
}

/** @param place describes a position in the text @throws GrammarError */
function checkGbnf({ rules }: Gbnf, place: (at: number) => string): void {
  const fail = (id: number, what: string): never => {
    const { name, at } = rules[id] as Rule;
    throw new GrammarError(`the rule ${name} at ${place(at)} ${what}`);
  };
  // llama.cpp considers a rule nullable only if one of its alternatives is literally empty.
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
    if (ways.max(id) > maxWays) fail(id, `has over ${maxWays} alternatives at one position`);
    if (ways.isAmbiguous(id)) fail(id, "has too many consecutive optional parts that begin alike");
  }
}

/** @param order each rule after those that it begins with */
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
    if (total > maxPaths) fail(id, "can begin in too many ways");
  }
}

/** A position in an alternative, and where the outer alternatives continue after it. */
type Frame = { items: readonly Item[]; at: number; outer: Frame | undefined };

class Ways {
  readonly #rules: readonly Rule[];
  readonly #nullable: readonly boolean[];
  /** Per rule: the items that it can begin with, each counted once for each path to it. */
  readonly #counts: number[];
  readonly #matches = new Map<string, number>();
  /** Rules that others begin with: checking the other rule checks their beginning, too. */
  readonly #covered = new Set<number>();

  /** @param order each rule after those that it begins with */
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

  /** The maximum number of alternatives at any position of a rule. */
  max(id: number): number {
    const within = this.#runs(id).map(({ items, at }) => this.#waysAt(items, at));
    return within.reduce((max, ways) => Math.max(max, ways), this.#waysInto(id));
  }

  isAmbiguous(id: number): boolean {
    const isCovered = this.#covered.has(id);
    return this.#runs(id).some(
      (run) =>
        !(isCovered && run.at === 0) &&
        this.#waysAt(run.items, run.at) > fewWays &&
        this.#ambiguityAt(run) > maxAmbiguity,
    );
  }

  #waysInto(id: number): number {
    const { alternatives } = this.#rules[id] as Rule;
    return Math.min(
      alternatives.reduce((sum, items) => sum + this.#waysAt(items, 0), 0),
      maxWays + 1,
    );
  }

  /** The positions at which a run of consecutive nullable parts begins. */
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

  /** The maximum number of ways to match any letter twice. */
  #ambiguityAt(place: Frame): number {
    const firsts = this.#firsts(place);
    if (firsts === undefined) return Number.POSITIVE_INFINITY;
    const letters = new Set(firsts.map(({ chars }) => chars[0]?.[0] as number).slice(0, maxLetters));
    let max = 0;
    for (const letter of letters) {
      let ambiguity = 0;
      for (const { chars, next } of firsts) {
        if (hasChar(chars, letter)) ambiguity += this.#matchesAt(next, letter);
      }
      max = Math.max(max, ambiguity);
    }
    return max;
  }

  /**
   * The possible next characters, and what follows each.
   * @returns undefined if there are too many
   */
  #firsts(place: Frame): { chars: CharSet; next: Frame | undefined }[] | undefined {
    const found: { chars: CharSet; next: Frame | undefined }[] = [];
    const todo: Frame[] = [place];
    // A nullable rule that begins with itself would loop forever.
    for (let steps = 0; steps < maxSteps; steps += 1) {
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

  /** The number of ways to match a letter. */
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
