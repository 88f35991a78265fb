import { describe, expect, test } from "bun:test";
import { commonPrefixLength } from "../../../src/engine/cache/prefix.ts";
import { type PrefixIn, PromptCache } from "../../../src/engine/cache/prompt-cache.ts";
import { testModel } from "../../fixtures/models.ts";
import { system, TestEngine, user } from "../../fixtures/native.ts";

/** As with a model that can be truncated anywhere. */
const prefixIn: PrefixIn = ({ tokens }, prompt) => {
  const length = commonPrefixLength(tokens, prompt);
  return { cached: length, prompt: length };
};

function keep(promptCache: PromptCache, tokens: number[], bytes: number): Uint8Array {
  const saved = { tokens, state: new Uint8Array(bytes), checkpoints: [] };
  promptCache.add(saved, bytes, () => saved);
  return saved.state;
}

describe("the prompt cache", () => {
  test("finds the entry that shares the longest prefix with a prompt", () => {
    const promptCache = new PromptCache(1000, prefixIn);
    keep(promptCache, [1, 2, 3], 10);
    keep(promptCache, [1, 2, 4, 5], 10);
    expect(promptCache.best([1, 2, 4, 9])?.prefix.cached).toBe(3);
    expect(promptCache.best([7])).toBeUndefined();
  });

  test("never exceeds its limit: it discards the oldest entry first", () => {
    const promptCache = new PromptCache(100, prefixIn);
    const oldest = keep(promptCache, [1], 60);
    keep(promptCache, [2], 60);
    keep(promptCache, [3], 200);
    expect(promptCache.bytes).toBe(60);
    // Its memory was freed immediately.
    expect(oldest.length).toBe(0);
    expect(promptCache.best([1])).toBeUndefined();
    expect(promptCache.best([2])).toBeDefined();
  });

  test("replaces an entry by its longer conversation", () => {
    const promptCache = new PromptCache(1000, prefixIn);
    keep(promptCache, [1, 2], 10);
    keep(promptCache, [1, 2, 3], 20);
    expect(promptCache.bytes).toBe(20);
  });

  test("adds no prefix of an entry, but then counts the entry as used", () => {
    const promptCache = new PromptCache(50, prefixIn);
    keep(promptCache, [1, 2, 3], 20);
    keep(promptCache, [4], 20);
    keep(promptCache, [1, 2], 15);
    expect(promptCache.bytes).toBe(40);
    keep(promptCache, [5], 20);
    expect(promptCache.best([1, 2, 3])?.prefix.cached).toBe(3);
    expect(promptCache.best([4])).toBeUndefined();
  });

  test("does not discard an entry that was taken, which can be put back", () => {
    const promptCache = new PromptCache(50, prefixIn);
    const state = keep(promptCache, [1, 2], 40);
    const found = promptCache.best([1, 2]);
    if (found === undefined) throw new Error("no entry was found");
    promptCache.take(found.entry);
    keep(promptCache, [3], 40);
    expect(state.length).toBe(40);
    promptCache.putBack(found.entry);
    expect(promptCache.best([1, 2])?.entry.state.length).toBe(40);
    expect(promptCache.best([3])).toBeUndefined();
  });
});

describe("a model that can't be truncated", () => {
  /** Only whole conversations can be reused, or the beginnings that have a checkpoint. */
  const wholeOnly: PrefixIn = (saved, prompt) => {
    const ends = [...saved.checkpoints.map(({ length }) => length), saved.tokens.length];
    const length = ends.findLast((end) => end <= commonPrefixLength(saved.tokens, prompt)) ?? 0;
    return { cached: length, prompt: length };
  };
  const tokensTo = (end: number) => Array.from({ length: end }, (_, i) => i);

  test("keeps the beginning of a conversation, unless a checkpoint is as good", () => {
    const promptCache = new PromptCache(1000, wholeOnly);
    keep(promptCache, tokensTo(100), 10);
    keep(promptCache, tokensTo(200), 20);
    expect(promptCache.bytes).toBe(30);
    expect(promptCache.best([...tokensTo(120), 999])?.prefix.cached).toBe(100);
    const checkpoints = [{ length: 90, state: new Uint8Array(5) }];
    const saved = { tokens: tokensTo(300), state: new Uint8Array(30), checkpoints };
    promptCache.add(saved, 35, () => saved);
    expect(promptCache.bytes).toBe(20 + 35);
    expect(promptCache.best([...tokensTo(120), 999])?.prefix.cached).toBe(90);
  });
});

describe("more conversations than sequences", () => {
  const long = (word: string) => `${`${word} `.repeat(60)}. Hello?`;

  test("a conversation that continues is not evaluated again", async () => {
    using engine = new TestEngine({ path: await testModel("bpe"), promptCacheBytes: 100e6 });
    const first = await engine.chat([user(long("river"))]);
    await engine.chat([user(long("forest"))]);
    const again = await engine.chat([user(long("river"))]);
    expect(again.usage.cachedTokens).toBe(again.usage.promptTokens - 1);
    expect(again.text).toBe(first.text);
  });

  test("conversations with the same instructions are restored unchanged", async () => {
    const ask = (word: string) => [system(`${"Be kind and brief. ".repeat(20)}`), user(long(word))];
    using alone = new TestEngine({ path: await testModel("bpe") });
    const expected = await alone.chat(ask("river"));
    using engine = new TestEngine({ path: await testModel("bpe"), promptCacheBytes: 100e6, sequences: 3 });
    await engine.chat(ask("river"));
    for (const word of ["forest", "mountain", "desert", "village"]) await engine.chat(ask(word));
    const again = await engine.chat(ask("river"));
    expect(again.usage.cachedTokens).toBe(again.usage.promptTokens - 1);
    expect(again.text).toBe(expected.text);
  });

  test("without a prompt cache, a conversation is evaluated again", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    await engine.chat([user(long("river"))]);
    await engine.chat([user(long("forest"))]);
    const again = await engine.chat([user(long("river"))]);
    expect(again.usage.cachedTokens).toBeLessThan(20);
  });
});
