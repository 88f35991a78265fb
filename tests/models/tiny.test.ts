import { describe, expect, test } from "bun:test";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { string } from "../../src/formats/gguf/metadata.ts";
import { parseGguf } from "../../src/formats/gguf/parser.ts";
import { readGgufHeader } from "../../src/formats/gguf/reader.ts";
import { memorySource } from "../../src/formats/gguf/source.ts";
import { checkTokens } from "../../src/formats/gguf/tokens.ts";
import { checkLoadable } from "../../src/formats/gguf/validate.ts";
import { ensureTinyModel, TINY_MODEL_NAME, tinyModel } from "../../src/models/tiny.ts";
import { tinyVocabulary } from "../../src/models/tiny-tokenizer.ts";
import { testModel } from "../fixtures/models.ts";

const parse = (bytes: Uint8Array) => parseGguf(memorySource("tiny.gguf", bytes), { arrays: "all" });

describe("a tiny model", () => {
  test.each(["bpe", "spm"] as const)("%s: is a loadable GGUF of less than a megabyte", async (tokenizer) => {
    const path = await testModel(tokenizer);
    const header = readGgufHeader(path);
    checkLoadable(header);
    checkTokens(header);
    expect(header.fileSize).toBeLessThan(1_000_000);
    expect(header.metadata.getString("tokenizer.chat_template")).toContain("add_generation_prompt");
  });

  test("is the same bytes each time, and others with another seed", () => {
    const hash = (bytes: Uint8Array) => Bun.hash(bytes);
    expect(hash(tinyModel())).toBe(hash(tinyModel()));
    expect(hash(tinyModel({ seed: 2 }))).not.toBe(hash(tinyModel()));
  });

  test("takes a shape, a type and keys of one's own", () => {
    const { metadata, tensors } = parse(
      tinyModel({
        layers: 3,
        embedding: 96,
        heads: 6,
        kvHeads: 3,
        contextLength: 99,
        tensorType: "F16",
        chatTemplate: null,
        architecture: "llamba",
        metadata: { "general.name": string("other"), "general.file_type": undefined },
      }),
    );
    expect(metadata.getNumber("llamba.context_length")).toBe(99);
    expect(metadata.getString("general.name")).toBe("other");
    expect(metadata.has("general.file_type")).toBe(false);
    expect(metadata.has("tokenizer.chat_template")).toBe(false);
    const keys = tensors.find(({ name }) => name === "blk.2.attn_k.weight");
    expect(keys).toMatchObject({ shape: [96, 48], type: { name: "F16" } });
  });
});

describe("its vocabulary", () => {
  test("spells every byte", () => {
    const { tokens } = tinyVocabulary("spm");
    expect(tokens.filter((token) => /^<0x[0-9A-F]{2}>$/.test(token))).toHaveLength(256);
    expect(new Set(tinyVocabulary("bpe").tokens.filter((token) => [...token].length === 1)).size).toBe(256);
  });

  test("learns whole words, each from pieces it has", () => {
    const { metadata, tokens } = tinyVocabulary("bpe");
    expect(tokens).toContain("Ġthe");
    const merges = new Map(metadata).get("tokenizer.ggml.merges");
    const pairs = merges?.type === "array" ? (merges.items ?? []).map(String) : [];
    expect(pairs.length).toBeGreaterThan(200);
    for (const pair of pairs) {
      const [left = "", right = ""] = pair.split(" ");
      expect(tokens).toContain(left);
      expect(tokens).toContain(right);
      expect(tokens).toContain(left + right);
    }
    expect(tinyVocabulary("spm").tokens).toContain("▁the");
  });
});

describe("the built-in model", () => {
  const folder = () => mkdtempSync(join(tmpdir(), "anechat-tiny-"));

  test("is made once", async () => {
    const cache = join(folder(), "deep", "cache");
    const path = await ensureTinyModel(cache);
    expect(path).toBe(join(cache, TINY_MODEL_NAME));
    const { ino } = statSync(path);
    expect(await ensureTinyModel(cache)).toBe(path);
    expect(statSync(path).ino).toBe(ino);
    expect(readdirSync(cache)).toEqual([TINY_MODEL_NAME]);
  });

  test("is made again when damaged", async () => {
    const cache = folder();
    const path = await ensureTinyModel(cache);
    const whole = readFileSync(path);
    writeFileSync(path, whole.subarray(0, 1000));
    await ensureTinyModel(cache);
    expect(readFileSync(path).equals(whole)).toBe(true);
  });

  test("several starts at once leave one whole file", async () => {
    const cache = folder();
    await Promise.all([ensureTinyModel(cache), ensureTinyModel(cache), ensureTinyModel(cache)]);
    expect(readdirSync(cache)).toEqual([TINY_MODEL_NAME]);
    readGgufHeader(join(cache, TINY_MODEL_NAME));
  });

  test("a folder that can't be written is one clear error", async () => {
    const cache = join(folder(), "file");
    writeFileSync(cache, "");
    chmodSync(cache, 0o444);
    await expect(ensureTinyModel(cache)).rejects.toMatchObject({ code: "noAccess" });
    expect(existsSync(join(cache, TINY_MODEL_NAME))).toBe(false);
  });
});
