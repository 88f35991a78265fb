import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { CacheManager } from "../../../src/engine/cache/cache-manager.ts";
import { Checkpoints } from "../../../src/engine/cache/checkpoints.ts";
import { batchSize, type KvCache, openCache } from "../../../src/engine/cache/kv-cache.ts";
import { PromptCache } from "../../../src/engine/cache/prompt-cache.ts";
import { Scheduler } from "../../../src/engine/core/scheduler.ts";
import { Sequence } from "../../../src/engine/core/sequence.ts";
import { Batch, ThreadPool } from "../../../src/llama/context.ts";
import { Model } from "../../../src/llama/model.ts";
import { Signals } from "../../../src/llama/signals.ts";
import { testModel } from "../../fixtures/models.ts";
import { native } from "../../fixtures/native.ts";

const cleanup = new DisposableStack();
let cache: KvCache;
let model: Model;

beforeAll(async () => {
  const library = native();
  const signals = new Signals();
  model = cleanup.use(Model.load(library, await testModel("bpe"), {}, signals));
  const threads = cleanup.use(new ThreadPool(library, 1));
  cache = cleanup.use(openCache(library, model, threads, signals, 2048, 4));
});
afterAll(() => cleanup.dispose());

class Table {
  readonly scheduler = new Scheduler([0, 1, 2, 3].map((id) => new Sequence(id)));
  readonly promptCache: PromptCache;
  readonly #manager: CacheManager;
  readonly #batch = new Batch(batchSize);
  #reads = 0;

  constructor(promptCacheBytes: number) {
    for (const sequence of this.scheduler.sequences) cache.drop(sequence);
    const { vocabulary } = model;
    this.promptCache = new PromptCache(promptCacheBytes, (saved, prompt) =>
      cache.reusableOf(saved, prompt, vocabulary),
    );
    this.#manager = new CacheManager({
      cache,
      scheduler: this.scheduler,
      promptCache: this.promptCache,
      checkpoints: new Checkpoints(cache, this.scheduler.sequences, 0),
      vocabulary,
      limit: 2048,
      fittingTokens: () => 0,
    });
  }

  /** Evaluates a prompt. @returns its tokens that were not cached */
  read(text: string): number {
    const sequence = this.#manager.allocate(model.vocabulary.tokenize(text, true, false));
    const { pending } = sequence;
    this.#batch.clear();
    for (let position = sequence.cachedTokens; position < sequence.tokens.length; position += 1) {
      this.#batch.add(sequence.tokens[position] as number, position, sequence.id, false);
    }
    expect(cache.decode(this.#batch)).toBe("ok");
    cache.append(sequence, pending);
    sequence.lastUsed = ++this.#reads;
    return pending;
  }

  evictIdle(): void {
    this.#manager.evictIdle();
  }
}

const story = (word: string): string => `${`${word} `.repeat(50)}and so on`;

describe("while no request runs", () => {
  test("all conversations but the latest are evicted from the KV cache, and restored later", () => {
    const table = new Table(100e6);
    const first = table.read(story("river"));
    table.read(story("forest"));
    const latest = table.read(story("mountain"));
    table.evictIdle();
    expect(cache.used).toBe(latest);
    expect(table.read(story("river"))).toBe(1);
    expect(cache.used).toBe(first + latest);
  });

  test("a prompt with the same instructions replaces the last conversation, and neither is lost", () => {
    const table = new Table(100e6);
    const instructions = "Be kind and brief. ".repeat(10);
    table.read(instructions + story("river"));
    table.read(instructions + story("forest"));
    const forest = table.scheduler.latest();
    expect(cache.used).toBe(forest?.cachedTokens as number);
    expect(table.read(instructions + story("river"))).toBe(1);
    expect(table.read(instructions + story("forest"))).toBe(1);
  });

  test("a prefix shared with other evicted conversations isn't lost", () => {
    const table = new Table(100e6);
    const together = `${"Be kind and brief. ".repeat(10)} ${"We speak of the sea. ".repeat(10)}`;
    table.read(together + story("river"));
    table.read(together + story("forest"));
    table.read("Be kind and brief. ".repeat(10) + story("mountain"));
    table.evictIdle();
    expect(table.read(together + story("river"))).toBe(1);
    expect(table.read(together + story("forest"))).toBe(1);
  });

  test("no conversation is evicted if the prompt cache has no room for it", () => {
    const table = new Table(1000);
    const first = table.read(story("river"));
    const latest = table.read(story("mountain"));
    table.evictIdle();
    expect(cache.used).toBe(first + latest);
  });
});
