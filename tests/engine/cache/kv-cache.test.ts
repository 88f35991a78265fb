import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { Cells } from "../../../src/engine/cache/cells.ts";
import { batchSize, KvCache } from "../../../src/engine/cache/kv-cache.ts";
import { Sequence } from "../../../src/engine/core/sequence.ts";
import { Batch, Context, ThreadPool } from "../../../src/llama/context.ts";
import type { Native } from "../../../src/llama/library.ts";
import { Model } from "../../../src/llama/model.ts";
import { Signals } from "../../../src/llama/signals.ts";
import { testModel } from "../../fixtures/models.ts";
import { native } from "../../fixtures/native.ts";

const cleanup = new DisposableStack();
let model: Model;
let threads: ThreadPool;
beforeAll(async () => {
  model = cleanup.use(Model.load(native(), await testModel("bpe"), { gpuLayers: 0 }, new Signals()));
  threads = cleanup.use(new ThreadPool(native(), 1));
});
afterAll(() => cleanup.dispose());

/** The library, with a switch that refuses memory for the next contexts. */
function machine(): { library: Native; refuse: (contexts: number) => void } {
  let refused = 0;
  const library = new Proxy(native(), {
    get: (target, name: keyof Native) => {
      if (name !== "anechat_context_new") return target[name];
      return (...args: Parameters<Native["anechat_context_new"]>) => {
        if (refused === 0) return target.anechat_context_new(...args);
        refused -= 1;
        return null;
      };
    },
  });
  return {
    library,
    refuse: (contexts) => {
      refused = contexts;
    },
  };
}

/** Computes `count` tokens of an empty sequence. */
function read(cache: KvCache, sequence: Sequence, count: number): void {
  const batch = new Batch(batchSize);
  sequence.tokens = Array.from({ length: count }, (_, i) => 20 + i);
  for (const [position, token] of sequence.tokens.entries()) batch.add(token, position, sequence.id, false);
  expect(cache.decode(batch)).toBe("ok");
  cache.append(sequence, count);
}

describe("growing", () => {
  test("keeps the tokens of all sequences, and shared ones still use one cell", () => {
    const { library } = machine();
    using cache = new KvCache(library, model, threads, new Signals(), { size: 512, sequences: 2 });
    const [first, second] = [new Sequence(0), new Sequence(1)];
    read(cache, first, 200);
    cache.share(first, second, 150);
    expect(cache.used).toBe(200);
    expect(cache.resize(1024, [first, second])).toBe("done");
    expect([cache.size, cache.used, first.cachedTokens, second.cachedTokens]).toEqual([1024, 200, 200, 150]);
    // Both can continue.
    cache.truncate(first, 10);
    expect([first.cachedTokens, second.cachedTokens, cache.used]).toEqual([10, 150, 150]);
  });

  test("that is refused changes nothing", () => {
    const { library, refuse } = machine();
    using cache = new KvCache(library, model, threads, new Signals(), { size: 512, sequences: 1 });
    const sequence = new Sequence(0);
    read(cache, sequence, 100);
    refuse(1);
    expect(cache.resize(1024, [sequence])).toBe("refused");
    expect([cache.size, sequence.cachedTokens]).toEqual([512, 100]);
  });

  test("returns lost if the old context can't be opened again either", () => {
    const { library, refuse } = machine();
    using cache = new KvCache(library, model, threads, new Signals(), { size: 2048, sequences: 2 });
    const sequence = new Sequence(0);
    read(cache, sequence, 100);
    refuse(2);
    expect(cache.resize(4096, [sequence, new Sequence(1)])).toBe("lost");
    expect([sequence.cachedTokens, sequence.tokens.length, cache.used]).toEqual([0, 100, 0]);
    // No call uses the lost context, and the next step opens another, smaller if need be.
    cache.drop(sequence);
    expect(cache.snapshotSize(sequence)).toBe(0);
    refuse(1);
    cache.reopen();
    expect(cache.size).toBe(1024);
    read(cache, sequence, 50);
    refuse(100);
    expect(cache.resize(4096, [sequence])).toBe("lost");
    expect(() => cache.reopen()).toThrow(/^Not enough memory for a context of 1024 tokens$/);
  });
});

test("every call on a freed context throws instead of crashing", () => {
  const options = { contextSize: 256, batchSize: 32, microBatchSize: 32, sequences: 1 };
  const context = new Context(native(), model, options, threads, new Signals());
  const batch = new Batch(32);
  batch.add(20, 0, 0, true);
  context[Symbol.dispose]();
  context[Symbol.dispose]();
  const calls: (() => unknown)[] = [
    () => context.handle,
    () => context.decode(batch),
    () => context.logits(0),
    () => context.embeddings(1),
    () => context.embedding(0),
    () => context.hasKvCache,
    () => context.truncate(0, 0),
    () => context.truncateStart(0, 1),
    () => context.copyPart(0, 0, 0, -1),
    () => context.firstPosition(0),
    () => context.lastPosition(0),
    () => context.snapshotSize(0),
    () => context.snapshot(0),
    () => context.restore(0, new Uint8Array(10)),
  ];
  for (const call of calls) expect(call).toThrow("the context was freed");
});

describe("cells", () => {
  test("that sequences share count once, until the last of them releases them", () => {
    const cells = new Cells(3);
    cells.append(0, 10);
    cells.share(0, 1, 6);
    cells.share(1, 2, 4);
    cells.append(1, 2);
    expect([cells.used, cells.usedBy([1, 2]), cells.usedBy([2])]).toEqual([12, 8, 4]);
    expect([cells.shared(0, 1), cells.shared(1, 2), cells.shared(0, 2)]).toEqual([6, 4, 4]);
    cells.truncate(0, 0);
    expect([cells.used, cells.length(0)]).toEqual([8, 0]);
    cells.truncate(1, 5);
    cells.truncate(2, 0);
    expect(cells.used).toBe(5);
    cells.append(0, 1);
    expect(cells.shared(0, 1)).toBe(0);
  });
});
