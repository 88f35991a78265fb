/** What stands between the brackets of an object, or of a list without two of the same: parts in order, separated by commas. */
import {
  type Expression,
  either,
  empty,
  nothing,
  type Rules,
  sequence,
  text,
} from "../../../llama/grammar/expression.ts";
import { space } from "../../../llama/grammar/json-text.ts";
import { repeated } from "../../../llama/grammar/repetition.ts";

export type Members = {
  /** Come first. */
  required: readonly Expression[];
  optional: readonly Expression[];
  /** Comes last, any number of times. */
  extra: Expression | undefined;
  /** How many there are of all. */
  least: number;
  most: number;
};

/** llama.cpp keeps each way to go on in mind, and each of them is one. */
const mostOptional = 1000;
/** Counting them takes a rule for each count at each place. */
const mostCounted = 20_000;

/**
 * @returns one member or more, or undefined where there can't be one; `isFull`: there has to be one
 * @throws RangeError for more than a grammar can have
 */
export function members(rules: Rules, of: Members): { inner: Expression | undefined; isFull: boolean } {
  const { required, optional, extra, least, most } = of;
  if (optional.length > mostOptional) {
    throw new RangeError(`it has over ${mostOptional} properties that may be left out`);
  }
  const count = required.length;
  if (most < count) return { inner: nothing, isFull: true };
  const chain = new Chain(rules, optional, extra);
  const [need, room] = [Math.max(0, least - count), most - count];
  if (count === 0) {
    const isPossible = room > 0 && (optional.length > 0 || extra !== undefined);
    return { inner: isPossible ? chain.from(0, need, room) : undefined, isFull: need > 0 };
  }
  const comma = chain.comma;
  const first = required.flatMap((one, at) => (at === 0 ? [one] : [comma, one]));
  return { inner: sequence(...first, chain.after(0, need, room)), isFull: true };
}

class Chain {
  readonly comma: Expression;
  readonly #rules: Rules;
  readonly #optional: readonly Expression[];
  readonly #extra: Expression | undefined;
  readonly #known = new Map<string, Expression>();

  constructor(rules: Rules, optional: readonly Expression[], extra: Expression | undefined) {
    this.#rules = rules;
    this.#optional = optional;
    this.#extra = extra;
    this.comma = sequence(text(","), space(rules));
  }

  /** What may follow a member: nothing, where no more are needed, or a comma and others from this one on. */
  after(at: number, need: number, room: number): Expression {
    if (room <= 0 || (at === this.#optional.length && this.#extra === undefined)) {
      return need > 0 ? nothing : empty;
    }
    const more = sequence(this.comma, this.from(at, need, room));
    return need > 0 ? more : either(more, empty);
  }

  /** One member or more, from this one on. */
  from(at: number, need: number, room: number): Expression {
    if (room <= 0) return nothing;
    const left = this.#optional.length - at;
    const known = room >= left && this.#extra === undefined ? Number.POSITIVE_INFINITY : room;
    const key = `${at} ${need} ${known}`;
    const before = this.#known.get(key);
    if (before !== undefined) return before;
    if (this.#known.size >= mostCounted)
      throw new RangeError("it takes too many rules to count its properties");
    const name = this.#rules.reserve("more");
    this.#known.set(key, { kind: "rule", name });
    return this.#rules.define(name, this.#alternatives(at, need, known));
  }

  #alternatives(at: number, need: number, room: number): Expression {
    const own = this.#optional[at];
    const left = Math.max(0, need - 1);
    if (own === undefined) {
      if (this.#extra === undefined) return nothing;
      const more = this.#rules.add("extra", sequence(this.comma, this.#extra));
      return sequence(this.#extra, repeated(this.#rules, more, left, room - 1));
    }
    return either(
      sequence(own, this.#rules.add("then", this.after(at + 1, left, room - 1))),
      this.from(at + 1, need, room),
    );
  }
}
