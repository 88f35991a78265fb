/**
 * llama.cpp's source has vocabularies of real families as GGUF. Each is brought into the form of
 * the Hub, converted, and must be the same as before.
 */
import { expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { llamaCppSource } from "../../../scripts/llama-cpp.ts";
import { knownSplits } from "../../../src/convert/tokenizer/known-splits.ts";
import { tokenizerMetadata } from "../../../src/convert/tokenizer/metadata.ts";
import { readGgufHeader } from "../../../src/formats/gguf/reader.ts";
import { createGguf } from "../../../src/formats/gguf/writer.ts";
import { Model } from "../../../src/llama/model.ts";
import { Signals } from "../../../src/llama/signals.ts";
import { native } from "../../fixtures/native.ts";
import { realTokenizerModel, tokenizerVectors } from "../../fixtures/vocabularies.ts";
import { noFiles, plain } from "./fixtures.ts";

const normal = 1;
const control = 3;
const unused = 5;
const byte = 6;

type RealVocabulary = { tokens: string[]; types: number[]; merges: string[]; scores: number[]; bos: number };

async function realVocabulary(name: string): Promise<RealVocabulary> {
  const source = await (await llamaCppSource(process.env.LLAMA_CPP_DIR)).ensure();
  const { metadata } = readGgufHeader(join(source, "models", `ggml-vocab-${name}.gguf`), { arrays: "all" });
  const items = (key: string): never[] =>
    (metadata.getArray(`tokenizer.ggml.${key}`)?.items ?? []) as never[];
  return {
    tokens: items("tokens"),
    types: items("token_type"),
    merges: items("merges"),
    scores: items("scores"),
    bos: metadata.getNumber("tokenizer.ggml.bos_token_id")!,
  };
}

const split = (regex: string) => ({ type: "Split", pattern: { Regex: regex }, behavior: "Isolated" });
const bytes = { type: "ByteLevel", use_regex: false };
const gpt2 = { type: "ByteLevel", use_regex: true };
const sequence = (...pretokenizers: object[]) => ({ type: "Sequence", pretokenizers });
const known = (name: string): string[] => [...knownSplits.find((each) => each.name === name)!.splits];

/** A tokenizer.json for a byte-level vocabulary. */
function byteLevelJson(vocabulary: RealVocabulary, preTokenizer: object, more: object = {}): object {
  const { tokens, types, merges } = vocabulary;
  const entries = tokens.map((content, id) => ({ content, id, type: types[id] }));
  return {
    added_tokens: entries
      .filter(({ type }) => type !== normal && type !== unused)
      .map(({ content, id, type }) => ({ content, id, special: type === control, normalized: false })),
    normalizer: null,
    pre_tokenizer: preTokenizer,
    post_processor: null,
    decoder: { type: "ByteLevel" },
    model: {
      type: "BPE",
      vocab: Object.fromEntries(
        entries.filter(({ type }) => type === normal).map(({ content, id }) => [content, id]),
      ),
      merges,
      ...more,
    },
  };
}

const template = (before: string | undefined): object | null =>
  before === undefined
    ? null
    : {
        type: "TemplateProcessing",
        single: [{ SpecialToken: { id: before, type_id: 0 } }, { Sequence: { id: "A", type_id: 0 } }],
      };

type Family = { vocabulary: string; pre: string; steps: object; more: object; before?: string };

const families: readonly Family[] = [
  { vocabulary: "qwen2", pre: "qwen2", steps: sequence(split(known("qwen2")[0]!), bytes), more: {} },
  {
    vocabulary: "llama-bpe",
    pre: "llama-bpe",
    steps: sequence(split(known("dbrx")[0]!), bytes),
    more: { ignore_merges: true },
    before: "<|begin_of_text|>",
  },
  // The same without a BOS token, which upstream calls smaug-bpe.
  {
    vocabulary: "llama-bpe",
    pre: "smaug-bpe",
    steps: sequence(split(known("dbrx")[0]!), bytes),
    more: { ignore_merges: true },
  },
  { vocabulary: "gpt-2", pre: "gpt-2", steps: gpt2, more: {} },
  // MPT has GPT-2's regular expression; upstream's hash gives OLMo's name.
  { vocabulary: "mpt", pre: "olmo", steps: gpt2, more: {} },
  {
    vocabulary: "refact",
    pre: "refact",
    steps: sequence({ type: "Digits", individual_digits: true }, gpt2),
    more: {},
  },
  // Unknown regular expressions: they pass the safety check, and only the hash decides.
  {
    vocabulary: "deepseek-coder",
    pre: "deepseek-coder",
    steps: sequence(
      ...["[\r\n]", "\\s?\\p{L}+", "\\s?\\p{P}+", "[一-龥ࠀ-一가-퟿]+"].map(split),
      { type: "Digits", individual_digits: true },
      bytes,
    ),
    more: {},
  },
];

for (const { vocabulary, pre, steps, more, before } of families) {
  test(`${vocabulary} as ${pre}: the pre-tokenizer is found by upstream's hash, the rest is unchanged`, async () => {
    const real = await realVocabulary(vocabulary);
    const { metadata } = await tokenizerMetadata(
      {
        ...noFiles,
        tokenizerJson: { ...byteLevelJson(real, steps, more), post_processor: template(before) },
        config: { bos_token_id: real.bos },
      },
      { arch: "other", rows: real.tokens.length, pre: undefined },
    );
    const entries = plain(metadata);
    expect(entries.get("tokenizer.ggml.pre")).toBe(pre);
    expect(Bun.deepEquals(entries.get("tokenizer.ggml.merges"), real.merges)).toBe(true);
    const tokens = entries.get("tokenizer.ggml.tokens") as string[];
    const holes = real.types.flatMap((type, id) => (type === unused ? [id] : []));
    for (const id of holes) tokens[id] = real.tokens[id]!;
    expect(Bun.deepEquals(tokens, real.tokens)).toBe(true);
  });
}

test("known regular expressions take precedence over a hash that matches by chance", async () => {
  // Qwen 3.5's expression keeps marks with their letters, which makes no difference here.
  const { metadata } = await tokenizerMetadata(
    {
      ...noFiles,
      tokenizerJson: byteLevelJson(
        await realVocabulary("qwen2"),
        sequence(split(known("qwen35")[0]!), bytes),
      ),
    },
    { arch: "qwen2", rows: undefined, pre: undefined },
  );
  expect(plain(metadata).get("tokenizer.ggml.pre")).toBe("qwen35");
});

/** A tokenizer.json for a SentencePiece vocabulary: merges by their results' scores. */
function fallbackJson({ tokens, types, scores }: RealVocabulary): object {
  const ids = new Map(tokens.map((text, id) => [text, id]));
  const merges = tokens.flatMap((text, id) => {
    if (types[id] !== normal) return [];
    const letters = Array.from(text);
    return letters
      .map((_, at) => [letters.slice(0, at).join(""), letters.slice(at).join("")] as const)
      .filter(([left, right]) => left !== "" && ids.has(left) && ids.has(right))
      .sort((a, b) => ids.get(a[0])! - ids.get(b[0])! || ids.get(a[1])! - ids.get(b[1])!)
      .map((pair) => ({ pair, score: scores[id]! }));
  });
  merges.sort((a, b) => b.score - a.score);
  return {
    added_tokens: tokens
      .map((content, id) => ({ content, id, special: types[id] === control, type: types[id] }))
      .filter(({ type }) => type !== normal && type !== byte),
    normalizer: {
      type: "Sequence",
      normalizers: [
        { type: "Prepend", prepend: "▁" },
        { type: "Replace", pattern: { String: " " }, content: "▁" },
      ],
    },
    model: {
      type: "BPE",
      byte_fallback: true,
      unk_token: "<unk>",
      vocab: Object.fromEntries(ids),
      merges: merges.map(({ pair }) => pair),
    },
  };
}

for (const vocabulary of ["llama-spm", "phi-3"]) {
  test(`${vocabulary}: scores made from merges split text like the original scores`, async () => {
    const real = await realVocabulary(vocabulary);
    const { metadata } = await tokenizerMetadata(
      { ...noFiles, tokenizerJson: fallbackJson(real) },
      { arch: "llama", rows: real.tokens.length, pre: undefined },
    );
    using original = await realTokenizerModel(vocabulary, "");
    const header = readGgufHeader(original.path, { arrays: "all" });
    const folder = mkdtempSync(join(tmpdir(), "anechat-scores-"));
    using _ = { [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
    const path = join(folder, "converted.gguf");
    await using writer = await createGguf(path, {
      metadata: [
        ...[...header.metadata.entries()].filter(([key]) => !key.startsWith("tokenizer.")),
        ...metadata,
      ],
      tensors: header.tensors.map(({ name, shape, type }) => ({ name, shape, type: type.name })),
    });
    for (const { name, bytes } of header.tensors) await writer.tensor(name, new Uint8Array(bytes));
    await writer.finish();
    using model = Model.load(native(), path, {}, new Signals());
    const vectors = await tokenizerVectors(vocabulary);
    expect(vectors.length).toBeGreaterThan(40);
    for (const { text, tokens } of vectors) {
      expect(model.vocabulary.tokenize(text, false, false)).toEqual(tokens);
    }
  });
}
