/**
 * Which cells of the KV cache hold what: one for each token of a sequence, shared where sequences share a
 * beginning. Counts what llama.cpp doesn't tell.
 */
import type { SequenceId } from "../llama/context.ts";

/** Stands for a cell as long as any sequence holds it. */
type Cell = number;

export class Cells {
  /** By sequence, and there by position. */
  readonly #held: Cell[][];
  /** By cell: sequences that hold it. */
  readonly #holders: number[] = [];
  /** Numbers that no cell has at the moment. */
  readonly #spare: Cell[] = [];
  #used = 0;

  constructor(sequences: number) {
    this.#held = Array.from({ length: sequences }, () => []);
  }

  /** Of all sequences together. */
  get used(): number {
    return this.#used;
  }

  /** Of these sequences, and of no others. */
  usedBy(sequences: readonly SequenceId[]): number {
    return new Set(sequences.flatMap((sequence) => this.#of(sequence))).size;
  }

  /** Tokens that a sequence holds. */
  length(sequence: SequenceId): number {
    return this.#of(sequence).length;
  }

  /** New cells behind those that a sequence holds. */
  append(sequence: SequenceId, count: number): void {
    const held = this.#of(sequence);
    for (let i = 0; i < count; i += 1) {
      const cell = this.#spare.pop() ?? this.#holders.length;
      this.#holders[cell] = 1;
      held.push(cell);
    }
    this.#used += count;
  }

  /** Lets an empty sequence hold the first cells of another. */
  share(source: SequenceId, target: SequenceId, length: number): void {
    const cells = this.#of(source).slice(0, length);
    for (const cell of cells) this.#holders[cell] = (this.#holders[cell] as number) + 1;
    this.#held[target] = cells;
  }

  /** Gives up all but the first cells of a sequence. */
  truncate(sequence: SequenceId, length: number): void {
    for (const cell of this.#of(sequence).splice(length)) {
      const holders = (this.#holders[cell] as number) - 1;
      this.#holders[cell] = holders;
      if (holders > 0) continue;
      this.#spare.push(cell);
      this.#used -= 1;
    }
  }

  /** Cells that both sequences begin with. */
  shared(left: SequenceId, right: SequenceId): number {
    const ones = this.#of(left);
    const others = this.#of(right);
    let length = 0;
    while (length < ones.length && ones[length] === others[length]) length += 1;
    return length;
  }

  #of(sequence: SequenceId): Cell[] {
    const held = this.#held[sequence];
    if (held === undefined) throw new Error(`there is no sequence ${sequence}`);
    return held;
  }
}
