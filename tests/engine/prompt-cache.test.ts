import { describe, expect, test } from "bun:test";
import { Parking } from "../../src/engine/parking.ts";
import { testModel } from "../fixtures/models.ts";
import { system, TestEngine, user } from "../fixtures/native.ts";

const letters = { piece: (token: number) => Uint8Array.of(token), isControl: () => false };

const all = (): boolean => true;

function park(parking: Parking, tokens: number[], bytes: number): Uint8Array {
  const state = new Uint8Array(bytes);
  parking.add({ tokens, from: 0 }, bytes, () => state);
  return state;
}

describe("parked states", () => {
  test("the one that begins most like a prompt is found", () => {
    const parking = new Parking(1000);
    park(parking, [1, 2, 3], 10);
    park(parking, [1, 2, 4, 5], 10);
    expect(parking.best([1, 2, 4, 9], letters, all)?.prefix.cached).toBe(3);
    expect(parking.best([7], letters, all)).toBeUndefined();
    expect(parking.best([1, 2, 4, 9], letters, ({ tokens }) => tokens.length < 4)?.prefix.cached).toBe(2);
  });

  test("take no more memory than they may: the oldest go first", () => {
    const parking = new Parking(100);
    const oldest = park(parking, [1], 60);
    park(parking, [2], 60);
    park(parking, [3], 200);
    expect(parking.bytes).toBe(60);
    // Its memory is free already.
    expect(oldest.length).toBe(0);
    expect(parking.best([1], letters, all)).toBeUndefined();
    expect(parking.best([2], letters, all)).toBeDefined();
  });

  test("a conversation that went on takes the place of its beginning", () => {
    const parking = new Parking(1000);
    park(parking, [1, 2], 10);
    park(parking, [1, 2, 3], 20);
    expect(parking.bytes).toBe(20);
  });
});

describe("more conversations than sequences", () => {
  const long = (word: string) => `${`${word} `.repeat(60)}. Hello?`;

  test("one that comes back is evaluated no second time", async () => {
    using engine = new TestEngine({ path: await testModel("bpe"), parkedBytes: 100e6 });
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
    using engine = new TestEngine({ path: await testModel("bpe"), parkedBytes: 100e6, sequences: 3 });
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
