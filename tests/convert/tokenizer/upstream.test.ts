/** Key by key what llama.cpp's own converter makes of the same files, but for what is named here. */
import { describe, expect, test } from "bun:test";
import { tokenizerMetadata } from "../../../src/convert/tokenizer/metadata.ts";
import { type FixtureName, fixtureNames, noFiles, plain, readFixture } from "./fixtures.ts";

/** Keys whose values differ, and ours; upstream's follow from expected.json. */
const differences: Readonly<Record<FixtureName, Record<string, unknown>>> = {
  qwen2: {},
  llama3: {},
  template_eos: {},
  // No file asks for a bos, and the hash is unknown: so it is said. GPT-2's pre-tokenizer adds none anyway.
  gpt2: { "tokenizer.ggml.add_bos_token": false },
  // What llama.cpp takes for granted, said.
  llama2: { "tokenizer.ggml.add_space_prefix": true },
  mistral_json: { "tokenizer.ggml.add_space_prefix": true },
  gemma2: {},
  phi3: { "tokenizer.ggml.add_space_prefix": true },
};

/** Compared elsewhere: see the tests below. */
const apart: Readonly<Partial<Record<FixtureName, string>>> = {
  mistral_json: "tokenizer.ggml.scores",
};

async function convert(name: FixtureName): Promise<Map<string, unknown>> {
  const { files, arch, rows } = readFixture(name);
  return plain((await tokenizerMetadata(files, { arch, rows, pre: undefined })).metadata);
}

for (const name of fixtureNames) {
  test(`${name} becomes what upstream's converter writes`, async () => {
    const ours = await convert(name);
    const expected = new Map([...readFixture(name).expected, ...Object.entries(differences[name])]);
    const scores = apart[name] ?? "";
    expected.delete(scores);
    ours.delete(scores);
    // Upstream's is the order of a set.
    const names = ours.get("tokenizer.chat_templates");
    if (Array.isArray(names)) ours.set("tokenizer.chat_templates", names.toSorted());
    const tokens = expected.get("tokenizer.ggml.tokens") as string[];
    // Upstream reads "é" as the byte 0xE9 and writes what is no text.
    if (name === "qwen2") tokens[tokens.indexOf("<\uFFFD>")] = "<é>";
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(expected));
  });
}

test("types are those that llama.cpp reads", async () => {
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

  test("generation_config.json's list counts", async () => {
    expect(await endTokensOf("qwen2")).toEqual([302, 300]);
    expect(await endTokensOf("qwen2", { generationConfig: { eos_token_id: 301 } })).toEqual([301]);
  });

  test("without one config.json's counts, also in a text_config", async () => {
    expect(await endTokensOf("qwen2", { generationConfig: undefined })).toEqual([302]);
    expect(await endTokensOf("llama3")).toEqual([301, 302]);
    expect(
      await endTokensOf("llama3", { generationConfig: {}, config: { text_config: { eos_token_id: [302] } } }),
    ).toEqual([302]);
  });

  test("an id that can't come isn't waited for", async () => {
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

  test("the vocabulary is filled up to them", async () => {
    expect((await tokensFor("qwen2", 311)).slice(308)).toEqual(["<é>", "[PAD309]", "[PAD310]"]);
    expect((await tokensFor("llama2", 340)).slice(333)).toEqual([
      " <tool> ",
      ...[334, 335, 336, 337, 338, 339].map((id) => `[PAD${id}]`),
    ]);
  });

  test("unknown ones are as many as there are tokens", async () => {
    expect(await tokensFor("qwen2", undefined)).toHaveLength(309);
    expect(await tokensFor("llama2", undefined)).toHaveLength(334);
  });

  test("an added token beyond them is left out, a token of text never", async () => {
    expect(await tokensFor("mistral_json", 360)).not.toContain("<tool>");
    await expect(tokensFor("mistral_json", 359)).rejects.toThrow(
      "360 tokens, the embedding matrix only 359 rows",
    );
    await expect(tokensFor("llama2", 329)).rejects.toThrow("330 tokens, the embedding matrix only 329 rows");
    await expect(tokensFor("qwen2", 299)).rejects.toThrow("300 tokens, the embedding matrix only 299 rows");
  });
});

describe("which file counts", () => {
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

  test("tokenizer.model before a tokenizer.json of its kind", async () => {
    expect(await modelOf({ tokenizerModel, tokenizerJson: fallback })).toBe("llama");
  });

  test("a byte-level tokenizer.json before tokenizer.model", async () => {
    // tiktoken's files are called so too.
    expect(
      await modelOf({ tokenizerModel: new TextEncoder().encode("IQ== 0\n"), tokenizerJson: bytes }),
    ).toBe("gpt2");
  });

  test("none is said to be missing", async () => {
    await expect(modelOf({})).rejects.toThrow("neither tokenizer.json nor tokenizer.model");
  });

  test("a tokenizer of another kind is named", async () => {
    const tokenizerJson = { model: { type: "Unigram", vocab: [["a", -1]] } };
    await expect(modelOf({ tokenizerJson })).rejects.toThrow('of the kind "Unigram"');
    const plainBpe = { model: { type: "BPE", vocab: { a: 0 }, merges: [] } };
    await expect(modelOf({ tokenizerJson: plainBpe })).rejects.toThrow(
      "neither in bytes nor with a fallback",
    );
  });
});
