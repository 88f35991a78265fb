/** The same keys and values as llama.cpp's converter writes, except for the listed differences. */
import { describe, expect, test } from "bun:test";
import { tokenizerMetadata } from "../../../src/convert/tokenizer/metadata.ts";
import { type FixtureName, fixtureNames, noFiles, plain, readFixture } from "./fixtures.ts";

/** Our values of keys that differ. Upstream's are in expected.json. */
const differences: Readonly<Record<FixtureName, Record<string, unknown>>> = {
  qwen2: {},
  llama3: {},
  template_eos: {},
  // No file asks for a BOS token, and the hash is unknown. GPT-2's pre-tokenizer adds none either.
  gpt2: { "tokenizer.ggml.add_bos_token": false },
  // llama.cpp's default, written out.
  llama2: { "tokenizer.ggml.add_space_prefix": true },
  mistral_json: { "tokenizer.ggml.add_space_prefix": true },
  gemma2: {},
  phi3: { "tokenizer.ggml.add_space_prefix": true },
};

/** Keys that vocabulary.test.ts compares. */
const comparedElsewhere: Readonly<Partial<Record<FixtureName, string>>> = {
  mistral_json: "tokenizer.ggml.scores",
};

async function convert(name: FixtureName): Promise<Map<string, unknown>> {
  const { files, arch, rows } = readFixture(name);
  return plain((await tokenizerMetadata(files, { arch, rows, pre: undefined })).metadata);
}

for (const name of fixtureNames) {
  test(`${name} has the same entries as from upstream's converter`, async () => {
    const ours = await convert(name);
    const expected = new Map([...readFixture(name).expected, ...Object.entries(differences[name])]);
    const scores = comparedElsewhere[name] ?? "";
    expected.delete(scores);
    ours.delete(scores);
    // Upstream writes a set in random order.
    const names = ours.get("tokenizer.chat_templates");
    if (Array.isArray(names)) ours.set("tokenizer.chat_templates", names.toSorted());
    const tokens = expected.get("tokenizer.ggml.tokens") as string[];
    // Upstream reads "é" as the byte 0xE9 and writes invalid UTF-8.
    if (name === "qwen2") tokens[tokens.indexOf("<\uFFFD>")] = "<é>";
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(expected));
  });
}

test("the types are what llama.cpp reads", async () => {
  const { files, arch, rows } = readFixture("llama2");
  const { metadata } = await tokenizerMetadata(files, { arch, rows, pre: undefined });
  const types = Object.fromEntries(
    metadata.map(([key, value]) => [key, value.type === "array" ? value.elementType : value.type]),
  );
  expect(types).toMatchObject({
    "tokenizer.ggml.tokens": "string",
    "tokenizer.ggml.scores": "f32",
    "tokenizer.ggml.token_type": "i32",
    "tokenizer.ggml.bos_token_id": "u32",
    "tokenizer.ggml.add_bos_token": "bool",
    "tokenizer.chat_template": "string",
  });
});

describe("end tokens", () => {
  const endTokensOf = async (name: FixtureName, change: object = {}): Promise<number[]> => {
    const { files, arch, rows } = readFixture(name);
    return (await tokenizerMetadata({ ...files, ...change }, { arch, rows, pre: undefined })).endTokens;
  };

  test("come from generation_config.json", async () => {
    expect(await endTokensOf("qwen2")).toEqual([302, 300]);
    expect(await endTokensOf("qwen2", { generationConfig: { eos_token_id: 301 } })).toEqual([301]);
  });

  test("come from config.json otherwise, also from its text_config", async () => {
    expect(await endTokensOf("qwen2", { generationConfig: undefined })).toEqual([302]);
    expect(await endTokensOf("llama3")).toEqual([301, 302]);
    expect(
      await endTokensOf("llama3", { generationConfig: {}, config: { text_config: { eos_token_id: [302] } } }),
    ).toEqual([302]);
  });

  test("outside the vocabulary are dropped", async () => {
    expect(
      await endTokensOf("qwen2", { generationConfig: { eos_token_id: [302, 302, -1, 320, 9e9] } }),
    ).toEqual([302]);
    expect(await endTokensOf("qwen2", { generationConfig: { eos_token_id: "x" }, config: {} })).toEqual([]);
  });
});

describe("rows of the embedding matrix", () => {
  const tokensFor = async (name: FixtureName, rows: number | undefined): Promise<string[]> => {
    const { files, arch } = readFixture(name);
    const entries = plain((await tokenizerMetadata(files, { arch, rows, pre: undefined })).metadata);
    return entries.get("tokenizer.ggml.tokens") as string[];
  };

  test("the vocabulary is padded to them", async () => {
    expect((await tokensFor("qwen2", 311)).slice(308)).toEqual(["<é>", "[PAD309]", "[PAD310]"]);
    expect((await tokensFor("llama2", 340)).slice(333)).toEqual([
      " <tool> ",
      ...[334, 335, 336, 337, 338, 339].map((id) => `[PAD${id}]`),
    ]);
  });

  test("without their number there is no padding", async () => {
    expect(await tokensFor("qwen2", undefined)).toHaveLength(309);
    expect(await tokensFor("llama2", undefined)).toHaveLength(334);
  });

  test("an added token beyond them is dropped, a trained token never", async () => {
    expect(await tokensFor("mistral_json", 360)).not.toContain("<tool>");
    await expect(tokensFor("mistral_json", 359)).rejects.toThrow(
      "360 tokens, the embedding matrix only 359 rows",
    );
    await expect(tokensFor("llama2", 329)).rejects.toThrow("330 tokens, the embedding matrix only 329 rows");
    await expect(tokensFor("qwen2", 299)).rejects.toThrow("300 tokens, the embedding matrix only 299 rows");
  });
});

describe("the tokenizer comes from", () => {
  const modelOf = async (files: object, arch = "llama"): Promise<unknown> => {
    const { metadata } = await tokenizerMetadata(
      { ...noFiles, ...files },
      { arch, rows: undefined, pre: undefined },
    );
    return plain(metadata).get("tokenizer.ggml.model");
  };
  const { tokenizerModel } = readFixture("llama2").files;
  const bytes = readFixture("qwen2").files.tokenizerJson;
  const fallback = readFixture("mistral_json").files.tokenizerJson;

  test("tokenizer.model rather than a SentencePiece tokenizer.json", async () => {
    expect(await modelOf({ tokenizerModel, tokenizerJson: fallback })).toBe("llama");
  });

  test("a byte-level tokenizer.json rather than tokenizer.model", async () => {
    // tiktoken's files have this name, too.
    expect(
      await modelOf({ tokenizerModel: new TextEncoder().encode("IQ== 0\n"), tokenizerJson: bytes }),
    ).toBe("gpt2");
  });

  test("a file that exists, or is reported missing", async () => {
    await expect(modelOf({})).rejects.toThrow("neither tokenizer.json nor tokenizer.model");
  });

  test("a supported type, or the type is named", async () => {
    const tokenizerJson = { model: { type: "Unigram", vocab: [["a", -1]] } };
    await expect(modelOf({ tokenizerJson })).rejects.toThrow('of the type "Unigram"');
    const plainBpe = { model: { type: "BPE", vocab: { a: 0 }, merges: [] } };
    await expect(modelOf({ tokenizerJson: plainBpe })).rejects.toThrow(
      "neither byte-level BPE nor byte fallback",
    );
  });
});
