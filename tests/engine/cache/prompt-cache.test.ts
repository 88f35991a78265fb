import { describe, expect, test } from "bun:test";
import { PromptCache } from "../../../src/engine/cache/prompt-cache.ts";
import { testModel } from "../../fixtures/models.ts";
import { system, TestEngine, user } from "../../fixtures/native.ts";

const letters = { piece: (token: number) => Uint8Array.of(token), isControl: () => false };

function keep(promptCache: PromptCache, tokens: number[], bytes: number): Uint8Array {
  const state = new Uint8Array(bytes);
  promptCache.add(tokens, bytes, () => state);
  return state;
}

describe("states in main memory", () => {
  test("the one that begins most like a prompt is found", () => {
    const promptCache = new PromptCache(1000);
    keep(promptCache, [1, 2, 3], 10);
    keep(promptCache, [1, 2, 4, 5], 10);
    expect(promptCache.best([1, 2, 4, 9], letters)?.prefix.cached).toBe(3);
    expect(promptCache.best([7], letters)).toBeUndefined();
  });

  test("take no more memory than they may: the oldest go first", () => {
    const promptCache = new PromptCache(100);
    const oldest = keep(promptCache, [1], 60);
    keep(promptCache, [2], 60);
    keep(promptCache, [3], 200);
    expect(promptCache.bytes).toBe(60);
    // Its memory is free already.
    expect(oldest.length).toBe(0);
    expect(promptCache.best([1], letters)).toBeUndefined();
    expect(promptCache.best([2], letters)).toBeDefined();
  });

  test("a conversation that went on takes the place of its beginning", () => {
    const promptCache = new PromptCache(1000);
    keep(promptCache, [1, 2], 10);
    keep(promptCache, [1, 2, 3], 20);
    expect(promptCache.bytes).toBe(20);
  });

  test("the beginning of one that is there isn't kept again, and keeps it from going", () => {
    const promptCache = new PromptCache(50);
    keep(promptCache, [1, 2, 3], 20);
    keep(promptCache, [4], 20);
    keep(promptCache, [1, 2], 15);
    expect(promptCache.bytes).toBe(40);
    keep(promptCache, [5], 20);
    expect(promptCache.best([1, 2, 3], letters)?.prefix.cached).toBe(3);
    expect(promptCache.best([4], letters)).toBeUndefined();
  });

  test("one that was taken out isn't pushed out, and can be put back", () => {
    const promptCache = new PromptCache(50);
    const state = keep(promptCache, [1, 2], 40);
    const found = promptCache.best([1, 2], letters);
    if (found === undefined) throw new Error("it isn't there");
    promptCache.take(found.entry);
    keep(promptCache, [3], 40);
    expect(state.length).toBe(40);
    promptCache.putBack(found.entry);
    expect(promptCache.best([1, 2], letters)?.entry.state.length).toBe(40);
    expect(promptCache.best([3], letters)).toBeUndefined();
  });
});

describe("more conversations than sequences", () => {
  const long = (word: string) => `${`${word} `.repeat(60)}. Hello?`;

  test("one that comes back is evaluated no second time", async () => {
    using engine = new TestEngine({ path: await testModel("bpe"), promptCacheBytes: 100e6 });
    const first = await engine.chat([user(long("river"))]);
    await engine.chat([user(long("forest"))]);
    const again = await engine.chat([user(long("river"))]);
    expect(again.usage.cachedTokens).toBe(again.usage.promptTokens - 1);
    expect(again.text).toBe(first.text);
  });

  test("with instructions in common, each keeps what is its own, and comes back as it was", async () => {
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

  test("without memory for it, it is evaluated anew", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    await engine.chat([user(long("river"))]);
    await engine.chat([user(long("forest"))]);
    const again = await engine.chat([user(long("river"))]);
    expect(again.usage.cachedTokens).toBeLessThan(20);
  });
});
