import { describe, expect, test } from "bun:test";
import { sharedPrefix } from "../../../src/engine/cache/prefix.ts";

/** Words as tokens; "<…>" are control tokens. */
function vocabulary(...pieces: string[]) {
  const ids = new Map(pieces.map((piece, id) => [piece, id]));
  return {
    piece: (token: number) => new TextEncoder().encode(pieces[token]),
    isControl: (token: number) => pieces[token]?.startsWith("<") === true,
    ids: (...words: string[]) => words.map((word) => ids.get(word) as number),
  };
}

const words = vocabulary("<user>", "<end>", "un", "able", "unable", "a", "b", "ab", "abl", "e", "c");

describe("the shared prefix of cache and prompt", () => {
  test("equal tokens are shared up to the first that differs", () => {
    const shared = sharedPrefix(words.ids("<user>", "a", "b"), words.ids("<user>", "a", "c"), words);
    expect(shared).toEqual({ cached: 2, prompt: 2 });
  });

  test("different tokens of the same text are shared", () => {
    const cached = words.ids("<user>", "un", "able", "<end>");
    const prompt = words.ids("<user>", "unable", "<end>", "a");
    expect(sharedPrefix(cached, prompt, words)).toEqual({ cached: 4, prompt: 3 });
  });

  test("only up to the last token boundary that both have", () => {
    const cached = words.ids("<user>", "a", "b", "un");
    const prompt = words.ids("<user>", "ab", "unable");
    expect(sharedPrefix(cached, prompt, words)).toEqual({ cached: 3, prompt: 2 });
  });

  test("a control token is never the same as text", () => {
    const text = vocabulary("<end>", "(end)", "x");
    const cached = text.ids("x", "<end>");
    const prompt = text.ids("x", "(end)");
    expect(sharedPrefix(cached, prompt, text)).toEqual({ cached: 1, prompt: 1 });
  });

  test("nothing in common, and nothing at all", () => {
    expect(sharedPrefix(words.ids("a"), words.ids("b"), words)).toEqual({ cached: 0, prompt: 0 });
    expect(sharedPrefix([], words.ids("b"), words)).toEqual({ cached: 0, prompt: 0 });
  });
});
