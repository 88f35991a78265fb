/** Any number of repetitions in few rules. llama.cpp expands each repetition and allows 2,000. */
import { type Expression, either, empty, type Rules, repeat, sequence } from "./expression.ts";

/** Up to this number, repetitions are left to llama.cpp. */
const maxExpanded = 128;
/** Larger numbers become blocks of this size, blocks of as many blocks, and so on. */
const base = 64;
/** No context has room for this many characters or items, so a larger maximum is unlimited. */
const beyondAnyAnswer = 1_000_000_000;

/** @param of a rule, unless it is a single character @param max may be Infinity */
export function repeated(rules: Rules, of: Expression, min: number, max: number): Expression {
  const blocks = new Blocks(rules, of);
  const more = max >= beyondAnyAnswer ? Number.POSITIVE_INFINITY : max;
  if (more <= maxExpanded || (more === Number.POSITIVE_INFINITY && min <= maxExpanded))
    return repeat(of, min, more);
  const rest = more === Number.POSITIVE_INFINITY ? repeat(of, 0, more) : blocks.upTo(more - min);
  return sequence(blocks.exactly(min), rest);
}

class Blocks {
  readonly #rules: Rules;
  readonly #of: Expression;

  constructor(rules: Rules, of: Expression) {
    this.#rules = rules;
    this.#of = of;
  }

  exactly(count: number): Expression {
    if (count === 0) return empty;
    if (count <= maxExpanded) return repeat(this.#of, count, count);
    const level = levelOf(count);
    const whole = Math.floor(count / base ** level);
    return sequence(repeat(this.#block(level), whole, whole), this.exactly(count % base ** level));
  }

  /** As whole blocks and a rest of less than a block: there is one way to match each count. */
  upTo(count: number): Expression {
    if (count <= maxExpanded) return count === 0 ? empty : repeat(this.#of, 0, count);
    return this.#rules.shared(`upto ${count} ${JSON.stringify(this.#of)}`, () => {
      const level = levelOf(count);
      const size = base ** level;
      const less = this.upTo(size - 1);
      let rest = this.upTo(count % size);
      for (let blocks = Math.floor(count / size); blocks > 0; blocks -= 1) {
        rest = this.#rules.add("upto", either(sequence(this.#block(level), rest), less));
      }
      return rest;
    });
  }

  #block(level: number): Expression {
    if (level === 0) return this.#of;
    return this.#rules.shared(`block ${level} ${JSON.stringify(this.#of)}`, () =>
      repeat(this.#block(level - 1), base, base),
    );
  }
}

function levelOf(count: number): number {
  let level = 0;
  while (base ** (level + 1) <= count) level += 1;
  return level;
}
