import { describe, expect, test } from "bun:test";
import { contextSizing, grownSize, maxOutputs } from "../../../src/engine/cache/context-size.ts";

describe("the context's size", () => {
  test("starts at 8192 tokens and may grow to the size that the model was trained for", () => {
    expect(contextSizing(undefined, 131_072, 1e9)).toEqual({ limit: 131_072, initial: 8192 });
  });

  test("of a small model starts at the model's limit", () => {
    expect(contextSizing(undefined, 512, 1e9)).toEqual({ limit: 512, initial: 512 });
  });

  test("is limited by memory, too", () => {
    expect(contextSizing(undefined, 131_072, 20_000)).toEqual({ limit: 20_000, initial: 8192 });
    expect(contextSizing(undefined, 131_072, 5000)).toEqual({ limit: 5000, initial: 5000 });
  });

  test("is fixed by --ctx-size", () => {
    expect(contextSizing(1024, 131_072, 1e9)).toEqual({ limit: 1024, initial: 1024 });
  });

  test("grows by doubling, up to the maximum", () => {
    expect(grownSize(8192, 8193, 131_072)).toBe(16_384);
    expect(grownSize(8192, 50_000, 131_072)).toBe(65_536);
    expect(grownSize(8192, 9000, 10_000)).toBe(10_000);
    expect(grownSize(8192, 10_001, 10_000)).toBeUndefined();
  });

  test("does not grow by only a few tokens", () => {
    expect(grownSize(8192, 8193, 8300)).toBeUndefined();
  });
});

describe("the tokens with logits of one decode", () => {
  test("are at least one for each sequence", () => {
    expect(maxOutputs(64)).toBe(64);
  });

  test("are more than a few sequences need", () => {
    expect(maxOutputs(2)).toBe(16);
  });
});
