/** Any number of repetitions in few rules: llama.cpp writes each one out, and takes 2,000. */
import { type Expression, either, empty, type Rules, repeat, sequence } from "./expression.ts";

/** Up to so many are written out. */
const fewest = 128;
/** More come in blocks of so many, these in blocks of as many blocks, and so on. */
const base = 64;
/** No context holds so many characters or items: a larger maximum is none. */
export const beyondAnyAnswer = 1_000_000_000;

/** @param of with a rule of its own, if it is more than a character @param most may be Infinity */
export function repeated(rules: Rules, of: Expression, least: number, most: number): Expression {
  const blocks = new Blocks(rules, of);
  const more = most >= beyondAnyAnswer ? Number.POSITIVE_INFINITY : most;
  if (more <= fewest || (more === Number.POSITIVE_INFINITY && least <= fewest))
    return repeat(of, least, more);
  const rest = more === Number.POSITIVE_INFINITY ? repeat(of, 0, more) : blocks.upTo(more - least);
  return sequence(blocks.exactly(least), rest);
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
    if (count <= fewest) return repeat(this.#of, count, count);
    const level = levelOf(count);
    const whole = Math.floor(count / base ** level);
    return sequence(repeat(this.#block(level), whole, whole), this.exactly(count % base ** level));
  }

  /** As blocks and a rest of less than a block: so each count is made in one way. */
  upTo(count: number): Expression {
    if (count <= fewest) return count === 0 ? empty : repeat(this.#of, 0, count);
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
