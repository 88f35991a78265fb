/** Expressions for the members of an object, or for unique items: in a fixed order, with commas. */
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
  /** Written first. */
  required: readonly Expression[];
  optional: readonly Expression[];
  /** Written last, any number of times. */
  extra: Expression | undefined;
  /** Bounds of the number of all members. */
  min: number;
  max: number;
};

/** llama.cpp's matcher tracks all possible next members, and each optional one is possible. */
const maxOptional = 1000;
/** Maximum rules for counting: one for each count at each position. */
const maxCounted = 20_000;

/**
 * @returns `inner`: one member or more, undefined if none is possible; `isFull`: at least one is
 *   required
 * @throws RangeError if the grammar would be too large
 */
export function members(rules: Rules, of: Members): { inner: Expression | undefined; isFull: boolean } {
  const { required, optional, extra, min, max } = of;
  if (optional.length > maxOptional) {
    throw new RangeError(`it has over ${maxOptional} optional properties`);
  }
  const count = required.length;
  if (max < count) return { inner: nothing, isFull: true };
  const chain = new Chain(rules, optional, extra);
  const [need, room] = [Math.max(0, min - count), max - count];
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

  /** After a member: nothing if no more are needed, or a comma and further members from `at` on. */
  after(at: number, need: number, room: number): Expression {
    if (room <= 0 || (at === this.#optional.length && this.#extra === undefined)) {
      return need > 0 ? nothing : empty;
    }
    const more = sequence(this.comma, this.from(at, need, room));
    return need > 0 ? more : either(more, empty);
  }

  /** One member or more, from `at` on. */
  from(at: number, need: number, room: number): Expression {
    if (room <= 0) return nothing;
    const left = this.#optional.length - at;
    const known = room >= left && this.#extra === undefined ? Number.POSITIVE_INFINITY : room;
    const key = `${at} ${need} ${known}`;
    const before = this.#known.get(key);
    if (before !== undefined) return before;
    if (this.#known.size >= maxCounted)
      throw new RangeError("counting its properties takes too many grammar rules");
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
