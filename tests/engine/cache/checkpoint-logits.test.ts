/**
 * A sequence that goes back to a checkpoint, shares the beginning of another, moves into a larger
 * context or comes back from a saved state computes the same as one that was evaluated anew.
 */
import { afterAll, expect, test } from "bun:test";
import { batchSize, KvCache } from "../../../src/engine/cache/kv-cache.ts";
import { Sequence } from "../../../src/engine/core/sequence.ts";
import { Batch, ThreadPool } from "../../../src/llama/context.ts";
import { Model } from "../../../src/llama/model.ts";
import { Signals } from "../../../src/llama/signals.ts";
import type { Token } from "../../../src/llama/vocabulary.ts";
import { memoryModels } from "../../fixtures/models.ts";
import { native } from "../../fixtures/native.ts";

const cleanup = new DisposableStack();
afterAll(() => cleanup.dispose());
const threads = cleanup.use(new ThreadPool(native(), 1));

class Table {
  readonly #model: Model;
  readonly #batch = new Batch(batchSize);
  readonly #stack = new DisposableStack();

  constructor(path: string) {
    this.#model = this.#stack.use(Model.load(native(), path, { gpuLayers: 0 }, new Signals()));
  }

  open(): KvCache {
    const options = { size: 2048, sequences: 3 };
    return this.#stack.use(new KvCache(native(), this.#model, threads, new Signals(), options));
  }

  tokens(length: number, seed: number): Token[] {
    const { size } = this.#model.vocabulary;
    return Array.from({ length }, (_, i) => (i * i * 7 + seed * 131 + i * 3) % (size - 3));
  }

  /** Evaluates tokens after those of the sequence. @returns the logits of the last */
  read(cache: KvCache, sequence: Sequence, tokens: readonly Token[]): Float32Array {
    sequence.tokens = [...sequence.tokens.slice(0, sequence.cachedTokens), ...tokens];
    let output = 0;
    while (sequence.pending > 0) {
      const count = Math.min(sequence.pending, 100);
      this.#batch.clear();
      for (let i = 0; i < count; i += 1) {
        const position = sequence.cachedTokens + i;
        const token = sequence.tokens[position] as Token;
        output = this.#batch.add(token, position, sequence.id, i === count - 1);
      }
      expect(cache.decode(this.#batch)).toBe("ok");
      cache.append(sequence, count);
    }
    return cache.logits(output).slice();
  }

  [Symbol.dispose](): void {
    this.#stack.dispose();
  }
}

/** The largest difference. */
function distance(left: Float32Array, right: Float32Array): number {
  return left.reduce((largest, value, i) => Math.max(largest, Math.abs(value - (right[i] as number))), 0);
}

/** Attention adds up the cells in their order in memory, and floats are rounded. */
const rounding = 0.02;

test.each(memoryModels)("%s memory", async (_, path) => {
  using table = new Table(await path());
  const [prefix, other, question] = [table.tokens(300, 1), table.tokens(400, 2), table.tokens(50, 3)];
  const fresh = table.open();
  const alone = new Sequence(0);
  table.read(fresh, alone, prefix);
  const expected = table.read(fresh, alone, question);
  // Another history gives other logits, so that a lost state would show.
  const changed = new Sequence(1);
  table.read(fresh, changed, table.tokens(300, 5));
  const isSame = (logits: Float32Array): boolean => distance(logits, expected) < rounding;
  expect(distance(table.read(fresh, changed, question), expected)).toBeGreaterThan(5 * rounding);

  const cache = table.open();
  const [first, second, third] = [new Sequence(0), new Sequence(1), new Sequence(2)];
  table.read(cache, first, prefix);
  if (!cache.isTruncatable) cache.takeCheckpoint(first);
  table.read(cache, first, other);

  // Shared with a sequence that has gone on.
  cache.share(first, second, prefix.length);
  expect(second.cachedTokens).toBe(prefix.length);
  expect(isSame(table.read(cache, second, question))).toBe(true);

  // After both have moved into a larger context.
  expect(cache.resize(4096, [first, second, third])).toBe("done");
  for (const sequence of [second, first]) {
    cache.truncate(sequence, prefix.length);
    expect(sequence.cachedTokens).toBe(prefix.length);
    expect(isSame(table.read(cache, sequence, question))).toBe(true);
  }

  // From a saved state.
  cache.restore(third, cache.snapshot(first));
  cache.truncate(third, prefix.length);
  expect(third.cachedTokens).toBe(prefix.length);
  expect(isSame(table.read(cache, third, question))).toBe(true);
});
