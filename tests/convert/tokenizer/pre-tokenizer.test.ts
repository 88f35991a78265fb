import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { preTokenizerTable } from "../../../scripts/convert/pre-tokenizers.ts";
import { llamaCppSource } from "../../../scripts/llama-cpp.ts";
import { projectFolder } from "../../../scripts/process.ts";
import { AnechatError } from "../../../src/base/errors.ts";
import { checkTextIds, hashIds } from "../../../src/convert/tokenizer/check-text.ts";
import { knownSplits } from "../../../src/convert/tokenizer/known-splits.ts";
import { detectPreTokenizer, namedPreTokenizer } from "../../../src/convert/tokenizer/pre-tokenizer.ts";
import { preTokenizerSteps } from "../../../src/convert/tokenizer/pre-tokenizer-steps.ts";
import { cutsByName } from "../../../src/convert/tokenizer/pre-tokenizers.ts";
import { parseTokenizerJson, parseVocabAndMerges } from "../../../src/convert/tokenizer/tokenizer-json.ts";
import { type FixtureName, fixtureHash, readFixture } from "./fixtures.ts";

const source = async (): Promise<string> => (await llamaCppSource(process.env.LLAMA_CPP_DIR)).ensure();

const bytes = { type: "ByteLevel", add_prefix_space: false, use_regex: false };
const split = (regex: string, more: object = {}) => ({
  type: "Split",
  pattern: { Regex: regex },
  behavior: "Isolated",
  invert: false,
  ...more,
});
const sequence = (...pretokenizers: object[]) => ({ type: "Sequence", pretokenizers });

/** A fixture's tokenizer with other steps. */
const jsonWith = (preTokenizer: unknown, ignoreMerges = false) => ({
  ...parseTokenizerJson(readFixture("qwen2").files.tokenizerJson),
  preTokenizer,
  ignoreMerges,
});

const nameWith = async (preTokenizer: unknown, ignoreMerges = false): Promise<string> =>
  (await detectPreTokenizer(jsonWith(preTokenizer, ignoreMerges), [], {})).name;

describe("the hash", () => {
  test("is the same as of Python's str() of a list", () => {
    // hashlib.sha256(str([1, 2, 3]).encode()).hexdigest()
    expect(hashIds([1, 2, 3])).toBe("a36b1f2c3f84522dd1005145646617d7054c0851e97c72a039c0bdfac9fa07f3");
  });

  test("of a tiny tokenizer is the same as upstream's", async () => {
    const hashOf = async (name: FixtureName, before: number[] = []): Promise<string> => {
      const { files } = readFixture(name);
      const json =
        files.tokenizerJson === undefined
          ? parseVocabAndMerges({ ...files, merges: files.merges! }, "GPT2Tokenizer")
          : parseTokenizerJson(files.tokenizerJson);
      const ids = await checkTextIds(json, preTokenizerSteps(json.preTokenizer), json.added, false);
      return hashIds([...before, ...ids!]);
    };
    expect(await hashOf("qwen2")).toBe(fixtureHash("qwen2")!);
    expect(await hashOf("gpt2")).toBe(fixtureHash("gpt2")!);
    // With the BOS token that its template adds.
    expect(await hashOf("llama3", [300])).toBe(fixtureHash("llama3")!);
  });

  test("is not computed if a part of the tokenizer may run too long", async () => {
    const strange = sequence(split("(a+)+$"), bytes);
    expect(await checkTextIds(jsonWith(strange), preTokenizerSteps(strange), [], false)).toBeUndefined();
    const json = {
      ...jsonWith(bytes),
      normalizer: { type: "Replace", pattern: { String: "a" }, content: "aaaa" },
    };
    expect(await checkTextIds(json, preTokenizerSteps(bytes), [], false)).toBeUndefined();
  });

  test("is not computed for a regular expression that JavaScript rejects", async () => {
    const strange = sequence(split("[a&&&&]"), bytes);
    expect(await checkTextIds(jsonWith(strange), preTokenizerSteps(strange), [], false)).toBeUndefined();
  });
});

describe("the regular expressions", () => {
  test("of a known tokenizer give its name", async () => {
    for (const { splits, name, ignoringMerges } of knownSplits) {
      const steps = sequence(...splits.map((regex) => split(regex)), bytes);
      expect(await nameWith(steps)).toBe(name);
      expect(await nameWith(steps, true)).toBe(ignoringMerges ?? name);
    }
  });

  test("are in llama.cpp's source, as code or as a comment", async () => {
    const text = readFileSync(join(await source(), "src", "llama-vocab.cpp"), "utf8")
      .replaceAll("\\\\", "\\")
      .replaceAll('\\"', '"');
    const missing = knownSplits.filter(({ splits }) => splits.some((each) => !text.includes(each)));
    // llama.cpp's GPT-2 expression lacks the last alternative, which makes no difference. It has no
    // expression of tiktoken.
    expect(missing.map(({ name }) => name)).toEqual(["gpt-2", "starcoder", "dbrx"]);
    for (const { name } of knownSplits) expect(cutsByName.has(name)).toBe(true);
  });

  test("may be written in other forms", async () => {
    const qwen2 = knownSplits.find(({ name }) => name === "qwen2")!.splits[0]!;
    const raw = qwen2.replaceAll("\\r", "\r").replaceAll("\\n", "\n");
    expect(await nameWith(sequence(split(raw), bytes))).toBe("qwen2");
    expect(await nameWith(sequence(split(qwen2, { behavior: "Removed", invert: true }), bytes))).toBe(
      "qwen2",
    );
    expect(await nameWith(sequence(sequence(split(qwen2)), bytes))).toBe("qwen2");
    expect(await nameWith({ type: "ByteLevel" })).toBe("gpt-2");
    expect(await nameWith(sequence({ type: "Digits", individual_digits: true }, { type: "ByteLevel" }))).toBe(
      "starcoder",
    );
  });

  test("are shown if they are unknown, with a hint", async () => {
    const unknownSteps = [
      [sequence(split("\\p{L}+|\u0007"), bytes), "Split /\\p{L}+|\\x07/, then bytes"],
      [sequence({ type: "Digits", individual_digits: false }, bytes), "Digits, then bytes"],
      [sequence({ type: "Whitespace" }, bytes), "Whitespace, then bytes"],
      [sequence(split("x", { behavior: "MergedWithNext" }), bytes), "Split, then bytes"],
      [bytes, "bytes"],
      [null, "none"],
    ] as const;
    for (const [steps, shown] of unknownSteps) {
      const error = await detectPreTokenizer(jsonWith(steps), [], {}).catch((error: unknown) => error);
      expect(error).toBeInstanceOf(AnechatError);
      expect(error).toMatchObject({
        code: "badModel",
        message: `The pre-tokenizer is unknown: ${shown}.`,
        hint: expect.stringContaining("--pre"),
      });
    }
  });
});

describe("a name from the user", () => {
  test("is used if llama.cpp has it", () => {
    expect(namedPreTokenizer("qwen2")).toEqual({ name: "qwen2", isKnownUpstream: false });
  });

  test("is rejected otherwise", () => {
    expect(() => namedPreTokenizer("qwen-2")).toThrow('llama.cpp has no pre-tokenizer "qwen-2"');
    expect(() => namedPreTokenizer("__proto__")).toThrow(AnechatError);
  });
});

test("the table is up to date with llama.cpp", async () => {
  const committed = readFileSync(
    join(projectFolder, "src", "convert", "tokenizer", "pre-tokenizers.ts"),
    "utf8",
  );
  expect(preTokenizerTable(await source())).toBe(committed);
});
