import { describe, expect, test } from "bun:test";
import { leavingWith } from "../../../src/engine/cache/checkpoint.ts";
import { Checkpoints, plannedCheckpoints } from "../../../src/engine/cache/checkpoints.ts";
import type { Generation } from "../../../src/engine/core/generation.ts";
import { Sequence } from "../../../src/engine/core/sequence.ts";

describe("a prompt has checkpoints", () => {
  test("at the start of its last message and near its end, as far as it is evaluated", () => {
    const marks = { messages: [10, 1000, 1050], ends: [1090, 1096] };
    expect(plannedCheckpoints(marks, 0, 0)).toEqual([1000, 1050, 1090, 1096]);
    expect(plannedCheckpoints(marks, 1050, 1000)).toEqual([1090, 1096]);
    expect(plannedCheckpoints(marks, 1092, 1050)).toEqual([1096]);
  });

  test("at the starts of earlier messages, if they are far apart", () => {
    const messages = Array.from({ length: 100 }, (_, i) => 100 * (i + 1));
    const planned = plannedCheckpoints({ messages, ends: [] }, 0, 0);
    expect(planned.slice(0, 3)).toEqual([600, 1200, 1800]);
    expect(planned.at(-1)).toBe(10_000);
    expect(plannedCheckpoints({ messages, ends: [] }, 9000, 8950)).toEqual([9500, 10_000]);
  });
});

describe("a state that leaves the KV cache", () => {
  const checkpoint = (length: number, bytes: number) => ({ length, state: new Uint8Array(bytes) });
  const lengths = (bytes: number) => {
    const all = [checkpoint(10, 40), checkpoint(20, 40), checkpoint(30, 40), checkpoint(40, 40)];
    return leavingWith(all, bytes).map(({ length }) => length);
  };

  test("takes its newest checkpoints along, as many as it has bytes itself", () => {
    expect(lengths(1000)).toEqual([10, 20, 30, 40]);
    expect(lengths(120)).toEqual([20, 30, 40]);
  });

  test("takes at least two, for the same question and an edited one", () => {
    expect(lengths(1)).toEqual([30, 40]);
    expect(leavingWith([checkpoint(10, 40)], 1)).toHaveLength(1);
    expect(leavingWith([], 1)).toEqual([]);
  });
});

/** Sequences whose prompts are evaluated in steps; a checkpoint has ten bytes. */
class Table {
  readonly sequences: Sequence[];
  readonly checkpoints: Checkpoints;
  hasMemory = true;

  constructor(count: number, limit: number, isTruncatable = false) {
    this.sequences = Array.from({ length: count }, (_, id) => new Sequence(id));
    const takeCheckpoint = (sequence: Sequence): void => {
      if (!this.hasMemory) throw new RangeError("Out of memory");
      const checkpoint = { length: sequence.cachedTokens, state: new Uint8Array(10) };
      sequence.checkpoints = [...sequence.checkpoints, checkpoint];
    };
    const cache = { isTruncatable, checkpointSize: () => 10, takeCheckpoint };
    this.checkpoints = new Checkpoints(cache, this.sequences, limit);
  }

  /** Evaluates a prompt of this length. @returns the checkpoints of its sequence */
  read(id: number, length: number, messages: readonly number[], now = 0): number[] {
    const sequence = this.sequences[id] as Sequence;
    sequence.generation = { isPrefilling: true } as Generation;
    sequence.tokens = Array.from({ length }, () => 1);
    sequence.lastUsed = now;
    this.checkpoints.plan(sequence, () => ({ messages, ends: [length - 4] }), 0);
    while (sequence.pending > 0) {
      sequence.cachedTokens += Math.min(sequence.pendingInStep, 512);
      this.checkpoints.takeIfDue(sequence);
    }
    return this.of(id);
  }

  of(id: number): number[] {
    return (this.sequences[id] as Sequence).checkpoints.map(({ length }) => length);
  }
}

describe("checkpoints", () => {
  test("are taken at the planned places, and now and then in a long text", () => {
    expect(new Table(1, 1000).read(0, 1000, [20, 900])).toEqual([900, 996]);
    expect(new Table(1, 1000).read(0, 5000, [])).toEqual([2048, 4096, 4996]);
  });

  test("are not taken of memory that can be truncated anywhere", () => {
    expect(new Table(1, 1000, true).read(0, 5000, [900])).toEqual([]);
  });

  test("are discarded where the fewest tokens would be evaluated again, and never the last", () => {
    const table = new Table(2, 40);
    expect(table.read(0, 3000, [1000, 2000], 1)).toEqual([1000, 2000, 2996]);
    expect(table.read(1, 3000, [600, 2000], 2)).toEqual([2000, 2996]);
    expect(table.of(0)).toEqual([2000, 2996]);
    table.read(1, 6000, [], 3);
    expect(table.of(0)).toEqual([2996]);
  });

  test("of the sequence used least recently are discarded if no others are left", () => {
    const table = new Table(3, 20);
    table.read(0, 100, [], 1);
    table.read(1, 100, [], 2);
    table.read(2, 100, [], 3);
    expect([table.of(0), table.of(1), table.of(2)]).toEqual([[], [96], [96]]);
  });

  test("larger than their limit are not taken", () => {
    expect(new Table(1, 5).read(0, 1000, [500])).toEqual([]);
  });

  test("for which there is no memory are left out, and the prompt is evaluated", () => {
    const table = new Table(1, 1000);
    table.hasMemory = false;
    expect(table.read(0, 1000, [500])).toEqual([]);
    expect(table.sequences[0]?.cachedTokens).toBe(1000);
  });

  test("are at most 32 of a sequence", () => {
    const messages = Array.from({ length: 100 }, (_, i) => 600 * (i + 1));
    expect(new Table(1, 1e9).read(0, 60_100, messages)).toHaveLength(32);
  });

  test("are requested where another prompt differs, unless one is just before that", () => {
    const table = new Table(1, 1000);
    const [sequence] = table.sequences as [Sequence];
    sequence.tokens = Array.from({ length: 1000 }, () => 1);
    table.checkpoints.plan(sequence, () => ({ messages: [500], ends: [996] }), 0);
    expect(table.checkpoints.request(sequence, 999)).toBe(996);
    expect(table.checkpoints.request(sequence, 700)).toBe(700);
    expect(sequence.plannedCheckpoints).toEqual([500, 700, 996]);
    expect(new Table(1, 1000, true).checkpoints.request(sequence, 710)).toBe(710);
  });

  test("are planned where the text is in the sequence, whose tokens may differ from the prompt's", () => {
    const table = new Table(1, 1000);
    const [sequence] = table.sequences as [Sequence];
    table.checkpoints.plan(sequence, () => ({ messages: [500], ends: [996] }), -3);
    expect(sequence.plannedCheckpoints).toEqual([497, 993]);
  });
});
