import { describe, expect, test } from "bun:test";
import { toAnechatError } from "../../../src/base/errors.ts";
import { type InfillInput, type InfillVocabulary, infillPrompt } from "../../../src/engine/prompt/infill.ts";
import type { InfillTokens } from "../../../src/llama/vocabulary.ts";

/** A token is a character, or the number of a mark below. */
const marks = ["<pre>", "<suf>", "<mid>", "<rep>", "<sep>", "<bos>"];

const all: InfillTokens = { prefix: 0, suffix: 1, middle: 2, repository: 3, file: 4 };
const plain: InfillTokens = { ...all, repository: undefined, file: undefined };

function vocabulary(infillTokens: InfillTokens | undefined, firstToken?: number): InfillVocabulary {
  return { infillTokens, firstToken, tokenize: (text) => [...text].map((letter) => letter.charCodeAt(0)) };
}

function build(input: Partial<InfillInput>, room = 1000, known: InfillVocabulary = vocabulary(all)) {
  const whole: InfillInput = { kind: "infill", prefix: "", suffix: "", ...input };
  const { tokens, isCut } = infillPrompt(known, whole, room);
  return { text: tokens.map((token) => marks[token] ?? String.fromCharCode(token)).join(""), isCut };
}

describe("the prompt of an infill", () => {
  test("has the texts around the gap between the model's marks", () => {
    expect(build({ prefix: "a = ", suffix: ";" })).toEqual({ text: "<pre>a = <suf>;<mid>", isCut: false });
    expect(build({}).text).toBe("<pre><suf><mid>");
  });

  test("has the suffix first for models that were trained so", () => {
    expect(build({ prefix: "a", suffix: "b", suffixFirst: true }).text).toBe("<suf>b<pre>a<mid>");
  });

  test("has BOS if the model adds it, and the beginning of the middle after the prefix", () => {
    const known = vocabulary(plain, 5);
    expect(build({ prefix: "a", suffix: "b", prompt: "x" }, 1000, known).text).toBe(
      "<bos><pre>ax<suf>b<mid>",
    );
  });

  test("names other files where the model has marks for them", () => {
    const files = [
      { name: "one.ts", text: "1" },
      { name: "two.ts", text: "2" },
    ];
    expect(build({ prefix: "a", suffix: "b", files }).text).toBe(
      "<rep>myproject\n<sep>one.ts\n1<sep>two.ts\n2<sep>filename\n<pre>a<suf>b<mid>",
    );
    expect(build({ prefix: "a", suffix: "b", files }, 1000, vocabulary(plain)).text).toBe(
      "\n\n--- snippet ---\n\n1\n\n--- snippet ---\n\n2<pre>a<suf>b<mid>",
    );
  });

  test("is refused for a model without these tokens", () => {
    expect(() => build({}, 1000, vocabulary(undefined))).toThrow("no fill-in-the-middle tokens");
  });
});

describe("what doesn't fit", () => {
  const [prefix, suffix] = ["abcdefghijklmnop", "ABCDEFGHIJKLMNOP"];

  test("is cut off far from the gap, a quarter of the room for the suffix", () => {
    expect(build({ prefix, suffix }, 3 + 8)).toEqual({ text: "<pre>klmnop<suf>AB<mid>", isCut: true });
  });

  test("uses what the other text leaves", () => {
    expect(build({ prefix: "a", suffix }, 3 + 8).text).toBe("<pre>a<suf>ABCDEFG<mid>");
    expect(build({ prefix, suffix: "A" }, 3 + 8).text).toBe("<pre>jklmnop<suf>A<mid>");
    expect(build({ prefix: "abcd", suffix: "ABCD" }, 3 + 8)).toEqual({
      text: "<pre>abcd<suf>ABCD<mid>",
      isCut: false,
    });
  });

  test("is first of all the beginning of other files", () => {
    const files = [{ name: "f", text: "0123456789" }];
    const cut = build({ prefix: "a", suffix: "b", files }, 3 + 2 + 12);
    expect(cut).toEqual({ text: "89<sep>filename\n<pre>a<suf>b<mid>", isCut: true });
    expect(build({ prefix, suffix, files }, 3 + 32)).toEqual({
      text: `<pre>${prefix}<suf>${suffix}<mid>`,
      isCut: true,
    });
  });

  test("is not tokenized if it is many times longer than the room", () => {
    const lengths: number[] = [];
    const known = vocabulary(all);
    const counting: InfillVocabulary = {
      ...known,
      tokenize: (text, ...flags) => {
        lengths.push(text.length);
        return known.tokenize(text, ...flags);
      },
    };
    const long = "x".repeat(1_000_000);
    const files = [{ name: "f", text: long }];
    expect(build({ prefix: long, suffix: long, prompt: "", files }, 100, counting).isCut).toBe(true);
    expect(Math.max(...lengths)).toBeLessThan(1000);
  });

  test("is an error with both numbers if it begins the middle", () => {
    let code: string | undefined;
    let excess: object | undefined;
    try {
      build({ prompt: "abcdef" }, 9);
    } catch (thrown) {
      ({ code, excess } = toAnechatError(thrown));
    }
    expect(code).toBe("inputTooLong");
    expect(excess).toEqual({ tokens: 9, limit: 9 });
  });
});
