import { describe, expect, test } from "bun:test";
import { parseSentencePiece } from "../../../src/convert/tokenizer/sentencepiece.ts";
import { fixtureBytes } from "./fixtures.ts";

/** Writes Protocol Buffers' wire format. */
const field = (number: number, wire: number): number[] => varint(number * 8 + wire);
const message = (number: number, ...content: number[]): number[] => [
  ...field(number, 2),
  ...varint(content.length),
  ...content,
];
const text = (number: number, value: string): number[] => message(number, ...new TextEncoder().encode(value));
const integer = (number: number, value: number): number[] => [...field(number, 0), ...varint(value)];
const float = (number: number, value: number): number[] => [
  ...field(number, 5),
  ...new Uint8Array(new Float32Array([value]).buffer),
];
function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

const piece = (value: string, score = 0, type = 1): number[] =>
  message(1, ...text(1, value), ...float(2, score), ...integer(3, type));
const parse = (...parts: number[][]) => parseSentencePiece(Uint8Array.from(parts.flat()));

test("pieces, their scores and types, and the space prefix are read", () => {
  const model = parse(
    piece("<unk>", 0, 2),
    piece("<s>", 0, 3),
    piece("<tool>", 0, 4),
    piece("<0x41>", 0, 6),
    piece("▁the", -1.5),
    piece("\uFEFF", -2),
    message(1, ...text(1, "x")),
    message(2, ...integer(3, 2), ...text(7, "an unknown field")),
    message(3, ...integer(3, 0)),
    message(99, 1, 2, 3),
  );
  expect(model).toEqual({
    pieces: [
      { text: "<unk>", score: 0, type: "unknown" },
      { text: "<s>", score: 0, type: "control" },
      { text: "<tool>", score: 0, type: "userDefined" },
      { text: "<0x41>", score: 0, type: "byte" },
      { text: "▁the", score: -1.5, type: "normal" },
      { text: "\uFEFF", score: -2, type: "normal" },
      { text: "x", score: 0, type: "normal" },
    ],
    addDummyPrefix: false,
  });
  expect(parse(piece("a")).addDummyPrefix).toBe(true);
});

test("SentencePiece's own files are read", () => {
  expect(parseSentencePiece(fixtureBytes("llama2", "tokenizer.model")!).pieces).toHaveLength(330);
  expect(parseSentencePiece(fixtureBytes("gemma2", "tokenizer.model")!)).toMatchObject({
    addDummyPrefix: false,
    pieces: expect.arrayContaining([{ text: "<table>", score: 0, type: "userDefined" }]),
  });
});

describe("is rejected:", () => {
  const cases: readonly [what: string, bytes: number[], problem: string][] = [
    ["an empty file", [], "it has no pieces"],
    ["text", [...new TextEncoder().encode("IQ== 0\nIg== 1\n")], "tokenizer.model"],
    [
      "a Git LFS pointer",
      [...new TextEncoder().encode("version https://git-lfs.github.com")],
      "tokenizer.model",
    ],
    ["half a file", piece("abc").slice(0, 6), "damaged"],
    ["a length beyond the file", [...field(1, 2), 100, 1], "damaged"],
    ["a length beyond any file", [...field(1, 2), ...Array<number>(8).fill(0xff), 0x7f], "damaged"],
    ["a varint that doesn't end", [...field(1, 0), ...Array<number>(20).fill(0xff)], "damaged"],
    ["field 0", [2, 1, 1], "damaged"],
    ["a group", field(1, 3), "damaged"],
    ["a piece without a text", message(1, ...float(2, 1)), "without a text"],
    ["a piece that is a number", integer(1, 5), "isn't a SentencePiece model"],
    ["a piece of another type", piece("a", 0, 9), "unknown type"],
    ["a piece that is not UTF-8", message(1, ...message(1, 0xff)), "not valid UTF-8"],
    ["a score that is NaN", piece("a", Number.NaN), "invalid score"],
    [
      "a score of 8 bytes",
      message(1, ...text(1, "a"), ...field(2, 1), ...Array<number>(8).fill(0)),
      "isn't a",
    ],
    ["a piece that is too long", piece("a".repeat(20_000)), "piece of 20000 bytes"],
    ["a unigram model", [...piece("a"), ...message(2)], '"unigram"'],
    ["an unknown type of model", [...piece("a"), ...message(2, ...integer(3, 77))], '"unknown"'],
  ];
  for (const [what, bytes, problem] of cases) {
    test(what, () => {
      expect(() => parse(bytes)).toThrow(problem);
      expect(() => parse(bytes)).toThrow(expect.objectContaining({ code: "badModel" }));
    });
  }
});
