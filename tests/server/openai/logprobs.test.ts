/** The older shape of logprobs: parallel lists, and places in the text. */
import { describe, expect, test } from "bun:test";
import { aligned, TextLogprobs, type TextToken } from "../../../src/server/openai/logprobs.ts";

const bytesOf = (text: string): number[] => [...Buffer.from(text)];
const token = (bytes: string | number[], logprob?: number): TextToken => ({
  bytes: typeof bytes === "string" ? bytesOf(bytes) : bytes,
  logprob,
  likeliest: [],
});
const textsOf = (tokens: readonly TextToken[]): string[] =>
  tokens.map(({ bytes }) => Buffer.from(bytes).toString("utf8"));

describe("the tokens of an echoed prompt", () => {
  test("are without what the tokenizer has added", () => {
    const tokens = ["<s>", " The", " sky"].map((text) => token(text));
    expect(textsOf(aligned(tokens, "The sky"))).toEqual(["", "The", " sky"]);
  });

  test("keep what the text has itself", () => {
    const tokens = ["<s>", " The", "<s>"].map((text) => token(text));
    expect(textsOf(aligned(tokens, "<s> The<s>"))).toEqual(["<s>", " The", "<s>"]);
  });

  test("stay as they are if they are another text", () => {
    const tokens = ["the", " sky"].map((text) => token(text));
    expect(textsOf(aligned(tokens, "The sky"))).toEqual(["the", " sky"]);
  });
});

describe("places in the text", () => {
  test("count characters, also of tokens that are parts of one", () => {
    const [first, ...rest] = bytesOf("🌊") as [number, ...number[]];
    const written = new TextLogprobs().next([token("é"), token([first]), token(rest), token("x")]);
    expect(written).toMatchObject({
      tokens: ["é", "bytes:\\xf0", "bytes:\\x9f\\x8c\\x8a", "x"],
      text_offset: [0, 1, 1, 2],
    });
  });

  test("go on in the next part of the text", () => {
    const writer = new TextLogprobs();
    writer.next([token("ab"), token("c")]);
    expect(writer.next([token("d")])).toMatchObject({ text_offset: [3] });
  });
});

test("the alternatives have the token itself, and finite numbers; the first token of a prompt has none", () => {
  const other = { token: 1, bytes: bytesOf("b"), logprob: -0.5 };
  const chosen: TextToken = { ...token("a", Number.NEGATIVE_INFINITY), likeliest: [other] };
  expect(new TextLogprobs().next([token("x"), chosen])).toMatchObject({
    token_logprobs: [null, -9999],
    top_logprobs: [null, { b: -0.5, a: -9999 }],
  });
});
