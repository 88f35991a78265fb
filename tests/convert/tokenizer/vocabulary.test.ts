import { describe, expect, test } from "bun:test";
import { decodeBytes } from "../../../src/convert/tokenizer/byte-level.ts";
import { tokenizerMetadata } from "../../../src/convert/tokenizer/metadata.ts";
import { parseSentencePiece } from "../../../src/convert/tokenizer/sentencepiece.ts";
import { spacePrefix } from "../../../src/convert/tokenizer/space-prefix.ts";
import { mergeScores } from "../../../src/convert/tokenizer/spm.ts";
import { parseTokenizerJson } from "../../../src/convert/tokenizer/tokenizer-json.ts";
import { finishVocabulary, tokenTypes } from "../../../src/convert/tokenizer/vocabulary.ts";
import { type FixtureName, fixtureBytes, noFiles, plain, readFixture } from "./fixtures.ts";

/** The parts of a fixture's files that tests change. */
type Files = {
  tokenizerJson: {
    added_tokens: { id: number; content: string; special: boolean }[];
    model: { vocab: Record<string, number>; merges: unknown };
  };
  tokenizerConfig: Record<string, unknown> & { added_tokens_decoder: Record<string, object> };
  specialTokensMap: unknown;
  addedTokens: unknown;
  merges: string;
};

/** A fixture's entries after `change`. */
async function convert(
  name: FixtureName,
  change: (files: Files) => void,
  arch?: string,
): Promise<Map<string, unknown>> {
  const fixture = readFixture(name);
  change(fixture.files as Files);
  const options = { arch: arch ?? fixture.arch, rows: undefined, pre: undefined };
  return plain((await tokenizerMetadata(fixture.files, options)).metadata);
}

/** Maps a text to its type, or undefined. */
async function typesOf(...args: Parameters<typeof convert>): Promise<(text: string) => number | undefined> {
  const entries = await convert(...args);
  const tokens = entries.get("tokenizer.ggml.tokens") as string[];
  const types = entries.get("tokenizer.ggml.token_type") as number[];
  return (text) => types[tokens.indexOf(text)];
}

describe("the same text on two ids", () => {
  const token = (text: string) => ({ text, type: tokenTypes.normal, score: 0 });

  test("is rejected, since llama.cpp would abort", () => {
    expect(() => finishVocabulary([token("a"), token("b"), token("a")], undefined, 3)).toThrow(
      'the token "a" twice: as 0 and as 2',
    );
    expect(() => finishVocabulary([token("[PAD1]")], 2, 1)).toThrow('"[PAD1]" twice');
  });

  test("is compared as in llama.cpp: up to a zero byte, in UTF-8", () => {
    expect(() => finishVocabulary([token("a\0b"), token("a\0c")], undefined, 2)).toThrow('"a" twice');
    expect(() => finishVocabulary([token("\ud800"), token("\udfff")], undefined, 2)).toThrow("twice");
    // llama.cpp renames empty ones.
    expect(finishVocabulary([token(""), token("\0"), token("")], undefined, 3)).toHaveLength(3);
  });

  test("is rejected in all files", async () => {
    const twice = convert("qwen2", ({ tokenizerJson }) => {
      tokenizerJson.added_tokens[4]!.content = "<|im_start|>";
    });
    // The later entry wins. The id of the first becomes padding.
    expect((await twice).get("tokenizer.ggml.tokens")).toContain("[PAD301]");
    await expect(
      convert("llama2", (files) => {
        files.addedTokens = { "▁the": 330 };
      }),
    ).rejects.toThrow('"▁the" twice');
  });
});

describe("added tokens", () => {
  test("that are in the vocabulary keep their id there", async () => {
    const typeOf = await typesOf("qwen2", ({ tokenizerJson, tokenizerConfig }) => {
      tokenizerJson.model.vocab["<|im_end|>"] = 309;
      tokenizerConfig.added_tokens_decoder = {};
    });
    expect(typeOf("<|im_end|>")).toBe(tokenTypes.control);
    expect(typeOf("[PAD302]")).toBe(tokenTypes.unused);
  });

  test("are completed by the configuration, but not on an id in use", async () => {
    const typeOf = await typesOf("qwen2", ({ tokenizerConfig }) => {
      const decoder = tokenizerConfig.added_tokens_decoder;
      decoder["303"] = { content: "<tool_call>", special: true };
      decoder["310"] = { content: "<new>", special: false };
      decoder["5"] = { content: "<stranger>", special: false };
    });
    expect(typeOf("<tool_call>")).toBe(tokenTypes.control);
    expect(typeOf("<new>")).toBe(tokenTypes.userDefined);
    expect(typeOf("<stranger>")).toBeUndefined();
  });

  test("are special if a special name refers to them", async () => {
    const typeOf = await typesOf("qwen2", (files) => {
      files.tokenizerConfig.eos_token = "</tool_call>";
      files.tokenizerConfig.added_tokens_decoder = {};
      files.tokenizerConfig.extra_special_tokens = { image_token: "<é>" };
      files.specialTokensMap = { additional_special_tokens: [{ content: "!" }] };
    });
    expect(typeOf("</tool_call>")).toBe(tokenTypes.control);
    expect(typeOf("<é>")).toBe(tokenTypes.control);
    expect(typeOf("!")).toBe(tokenTypes.control);
    expect(typeOf("<tool_call>")).toBe(tokenTypes.userDefined);
  });

  test("of tokenizer.model are completed by tokenizer.json", async () => {
    // transformers 5 saves fine-tuned models so.
    const typeOf = await typesOf("llama2", (files) => {
      files.addedTokens = undefined;
      files.tokenizerConfig.added_tokens_decoder = {};
      files.tokenizerJson = readFixture("mistral_json").files.tokenizerJson as Files["tokenizerJson"];
      files.tokenizerJson.added_tokens = [
        { id: 0, content: "<unk>", special: true },
        { id: 330, content: "<|new|>", special: false },
        { id: 331, content: "<tool>", special: false },
      ];
    });
    expect(typeOf("<unk>")).toBe(tokenTypes.unknown);
    expect(typeOf("<|new|>")).toBe(tokenTypes.control);
    expect(typeOf("<tool>")).toBe(tokenTypes.userDefined);
  });

  test("include user-defined pieces of tokenizer.model", async () => {
    const typeOf = await typesOf("gemma2", (files) => {
      files.tokenizerConfig.added_tokens_decoder = {};
    });
    expect(typeOf("<table>")).toBe(tokenTypes.userDefined);
    expect(typeOf("<start_of_turn>")).toBe(tokenTypes.control);
  });

  test("are decoded as by ByteLevel", () => {
    expect(decodeBytes("Ġyes")).toBe(" yes");
    expect(decodeBytes("Ã©")).toBe("é");
    expect(decodeBytes("<｜end▁of▁sentence｜>")).toBe("<｜end▁of▁sentence｜>");
    expect(decodeBytes("<é>")).toBe("<é>");
    expect(decodeBytes("")).toBe("");
  });
});

describe("SentencePiece's scores", () => {
  test("are the rank of the first merge that makes the token", () => {
    const score = mergeScores([
      ["a", "b"],
      ["ab", "c"],
      ["b", "c"],
      ["a", "bc"],
    ]);
    expect([score("ab"), score("abc"), score("bc"), score("xyz")]).toEqual([0, -1, -2, -1e9]);
    expect(Object.is(score("ab"), 0)).toBe(true);
  });

  test("order tokens like the original scores", async () => {
    const entries = await convert("mistral_json", () => {});
    const scores = entries.get("tokenizer.ggml.scores") as number[];
    const types = entries.get("tokenizer.ggml.token_type") as number[];
    const { pieces } = parseSentencePiece(fixtureBytes("mistral_json", "original.model")!);
    const made = pieces.flatMap(({ text, score, type }, id) =>
      type === "normal" && [...text].length > 1 ? [{ original: score, ours: scores[id]! }] : [],
    );
    expect(made.length).toBeGreaterThan(20);
    const order = (key: "original" | "ours") =>
      made.toSorted((a, b) => b[key] - a[key]).map((each) => made.indexOf(each));
    expect(order("ours")).toEqual(order("original"));
    const others = scores.filter((_, id) => types[id] !== tokenTypes.normal);
    expect(new Set(others)).toEqual(new Set([0]));
  });

  test("a missing byte token is an error", async () => {
    await expect(
      convert("mistral_json", ({ tokenizerJson }) => {
        const { vocab } = tokenizerJson.model;
        vocab["<0xe2>"] = vocab["<0xE2>"]!;
        delete vocab["<0xE2>"];
      }),
    ).rejects.toThrow("no token for the byte <0xE2>");
  });
});

describe("a space before the text", () => {
  const prepend = { type: "Prepend", prepend: "▁" };
  const replace = { type: "Replace", pattern: { String: " " }, content: "▁" };
  const normalizer = (...normalizers: object[]) => ({ type: "Sequence", normalizers });

  test("is read from the normalizer or pre-tokenizer", () => {
    const of = (normalizer: unknown, preTokenizer: unknown = null) =>
      spacePrefix({ normalizer, preTokenizer });
    expect(of(normalizer(prepend, replace))).toBe(true);
    expect(of(replace, { type: "Split", pattern: { String: " " }, behavior: "MergedWithPrevious" })).toBe(
      false,
    );
    expect(of(null, { type: "Metaspace", replacement: "▁", prepend_scheme: "always" })).toBe(true);
    expect(of(null, { type: "Metaspace", replacement: "▁", prepend_scheme: "first" })).toBe(true);
    expect(of(null, { type: "Metaspace", replacement: "▁", prepend_scheme: "never" })).toBe(false);
    expect(of(null, { type: "Metaspace", replacement: "▁", add_prefix_space: false })).toBe(false);
    expect(of(null, { type: "Metaspace", replacement: "▁" })).toBe(true);
  });

  test("a step that llama.cpp doesn't have is rejected", () => {
    for (const step of [
      { type: "Digits" },
      { type: "Split", pattern: { Regex: "\\d" } },
      { type: "Lowercase" },
    ]) {
      expect(() => spacePrefix({ normalizer: normalizer(prepend, step), preTokenizer: null })).toThrow(
        step.type,
      );
    }
  });

  test("families override it", async () => {
    const prefix = async (...args: Parameters<typeof convert>) =>
      (await convert(...args)).get("tokenizer.ggml.add_space_prefix");
    expect(await prefix("llama2", () => {}, "gemma3")).toBe(false);
    const withoutPrefix = (files: Files) => {
      files.tokenizerConfig.add_prefix_space = false;
    };
    expect(await prefix("llama2", withoutPrefix)).toBe(false);
    expect(await prefix("llama2", withoutPrefix, "phi3")).toBe(true);
    expect(await prefix("llama3", withoutPrefix)).toBe(false);
    expect(await prefix("qwen2", withoutPrefix)).toBeUndefined();
  });
});

describe("damaged files are rejected with the reason:", () => {
  const vocab = (change: (vocab: Record<string, unknown>) => void) => (files: Files) =>
    change(files.tokenizerJson.model.vocab);
  const cases: readonly [problem: string, change: (files: Files) => void][] = [
    ["with an invalid id", vocab((tokens) => Object.assign(tokens, { x: -1 }))],
    ["with an invalid id", vocab((tokens) => Object.assign(tokens, { x: 1.5 }))],
    ["with an invalid id", vocab((tokens) => Object.assign(tokens, { x: "7" }))],
    ["with an invalid id", vocab((tokens) => Object.assign(tokens, { x: 1e15 }))],
    ["two tokens with the id 7", vocab((tokens) => Object.assign(tokens, { xyz: 7 }))],
    ["a token of 20000 characters", vocab((tokens) => Object.assign(tokens, { ["x".repeat(20_000)]: 310 }))],
    ["not an object of tokens", (files) => Object.assign(files.tokenizerJson.model, { vocab: [] })],
    ["has no list of merges", (files) => Object.assign(files.tokenizerJson.model, { merges: "a b" })],
    ["has no merges", (files) => Object.assign(files.tokenizerJson.model, { merges: [] })],
    ["Merge 1 in", (files) => Object.assign(files.tokenizerJson.model, { merges: ["a b", "a b c"] })],
    ["Merge 0 in", (files) => Object.assign(files.tokenizerJson.model, { merges: [["a", ""]] })],
    ["Merge 0 in", (files) => Object.assign(files.tokenizerJson.model, { merges: [["a", 1]] })],
    ["tokenizer.json is invalid", (files) => Object.assign(files, { tokenizerJson: "x" })],
    ["tokenizer.json is invalid", (files) => Object.assign(files, { tokenizerJson: null })],
    [
      "added_tokens in tokenizer.json",
      ({ tokenizerJson }) => Object.assign(tokenizerJson.added_tokens[0]!, { id: -1 }),
    ],
    [
      "added_tokens_decoder in",
      ({ tokenizerConfig }) => Object.assign(tokenizerConfig.added_tokens_decoder, { x: {} }),
    ],
    [
      "a token with the id 9999999",
      ({ tokenizerConfig }) =>
        Object.assign(tokenizerConfig.added_tokens_decoder, { 9999999: { content: "x" } }),
    ],
    ["tokenizer_config.json is invalid", (files) => Object.assign(files, { tokenizerConfig: [] })],
    [
      "pre_tokenizer in tokenizer.json",
      ({ tokenizerJson }) => Object.assign(tokenizerJson, { pre_tokenizer: 5 }),
    ],
    [
      "post_processor in tokenizer.json",
      ({ tokenizerJson }) => Object.assign(tokenizerJson, { post_processor: 5 }),
    ],
  ];
  for (const [problem, change] of cases) {
    test(problem, async () => {
      await expect(convert("qwen2", change)).rejects.toThrow(problem);
      await expect(convert("qwen2", change)).rejects.toMatchObject({ code: "badModel" });
    });
  }

  test("a line of merges.txt", async () => {
    await expect(
      convert("gpt2", (files) => {
        files.merges += "a b c\n";
      }),
    ).rejects.toThrow(/Line \d+ of merges.txt/);
  });
});

test("a token called __proto__ is a token", () => {
  const file = JSON.parse('{"model": {"type": "BPE", "vocab": {"a": 0, "__proto__": 1}, "merges": []}}');
  expect(parseTokenizerJson(file).vocab.get("__proto__")).toBe(1);
});

test("a pre-tokenizer's name is an error for SentencePiece", async () => {
  const { files, arch } = readFixture("llama2");
  await expect(tokenizerMetadata(files, { arch, rows: undefined, pre: "qwen2" })).rejects.toMatchObject({
    code: "usage",
  });
});

test("the user's pre-tokenizer name is used", async () => {
  const { files, arch } = readFixture("qwen2");
  const { metadata } = await tokenizerMetadata(files, { arch, rows: undefined, pre: "hunyuan" });
  expect(plain(metadata).get("tokenizer.ggml.pre")).toBe("hunyuan");
});

test("the tokenizer class gives the pre-tokenizer for GPT-2's two files", async () => {
  const preOf = async (tokenizerConfig: object | undefined, arch: string) => {
    const { vocabJson, merges } = readFixture("gpt2").files;
    const { metadata } = await tokenizerMetadata(
      { ...noFiles, vocabJson, merges, tokenizerConfig },
      { arch, rows: undefined, pre: undefined },
    );
    return plain(metadata).get("tokenizer.ggml.pre");
  };
  expect(await preOf({ tokenizer_class: "Qwen2TokenizerFast" }, "qwen2")).toBe("qwen2");
  expect(await preOf(undefined, "qwen2")).toBe("qwen2");
  expect(await preOf(undefined, "gpt2")).toBe("gpt-2");
  await expect(preOf({ tokenizer_class: "CodeGenTokenizer" }, "gpt2")).rejects.toThrow("CodeGenTokenizer");
});
