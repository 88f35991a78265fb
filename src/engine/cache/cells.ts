/**
 * Counts the cells of the KV cache, which llama.cpp doesn't report. Each token of a sequence is in
 * one cell. Sequences that share a prefix share its cells.
 */
import type { SequenceId } from "../../llama/context.ts";

/** Identifies a cell while any sequence holds it. */
type Cell = number;

export class Cells {
  /** Cells by sequence, and there by position. */
  readonly #cells: Cell[][];
  /** Number of sequences that hold a cell, by cell. */
  readonly #holders: number[] = [];
  /** Free identifiers. */
  readonly #spare: Cell[] = [];
  #used = 0;

  constructor(sequences: number) {
    this.#cells = Array.from({ length: sequences }, () => []);
  }

  /** Cells in use. */
  get used(): number {
    return this.#used;
  }

  /** Cells that these sequences use; a shared cell counts once. */
  usedBy(sequences: readonly SequenceId[]): number {
    return new Set(sequences.flatMap((sequence) => this.#of(sequence))).size;
  }

  /** Tokens that a sequence holds. */
  length(sequence: SequenceId): number {
    return this.#of(sequence).length;
  }

  /** Adds new cells at the end of a sequence. */
  append(sequence: SequenceId, count: number): void {
    const cells = this.#of(sequence);
    for (let i = 0; i < count; i += 1) {
      const cell = this.#spare.pop() ?? this.#holders.length;
      this.#holders[cell] = 1;
      cells.push(cell);
    }
    this.#used += count;
  }

  /** Shares the first cells of a sequence with an empty one. */
  share(source: SequenceId, target: SequenceId, length: number): void {
    const cells = this.#of(source).slice(0, length);
    for (const cell of cells) this.#holders[cell] = (this.#holders[cell] as number) + 1;
    this.#cells[target] = cells;
  }

  /** Releases all but the first cells of a sequence. */
  truncate(sequence: SequenceId, length: number): void {
    for (const cell of this.#of(sequence).splice(length)) {
      const holders = (this.#holders[cell] as number) - 1;
      this.#holders[cell] = holders;
      if (holders > 0) continue;
      this.#spare.push(cell);
      this.#used -= 1;
    }
  }

  /** Number of cells at the start of both sequences that they share. */
  shared(left: SequenceId, right: SequenceId): number {
    const leftCells = this.#of(left);
    const rightCells = this.#of(right);
    let length = 0;
    while (length < leftCells.length && leftCells[length] === rightCells[length]) length += 1;
    return length;
  }

  #of(sequence: SequenceId): Cell[] {
    const cells = this.#cells[sequence];
    if (cells === undefined) throw new Error(`there is no sequence ${sequence}`);
    return cells;
  }
}
