/**
 * The conversion of each family's tiny model has the same bits as that of llama.cpp's converter,
 * and computes the same logits as transformers. scripts/convert/family_fixtures.py writes the
 * expectations.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { planConversion, writeConversion } from "../../src/convert/convert.ts";
import { encodeRows } from "../../src/convert/encode.ts";
import type { Quantization } from "../../src/convert/quantization.ts";
import { openSourceFolder } from "../../src/convert/source-folder.ts";
import { readGgufHeader } from "../../src/formats/gguf/reader.ts";
import { fileTypeOf } from "../../src/formats/gguf/types.ts";
import { Batch, Context, ThreadPool } from "../../src/llama/context.ts";
import { Model } from "../../src/llama/model.ts";
import { Signals } from "../../src/llama/signals.ts";
import type { FloatType } from "../fixtures/convert/numbers.ts";
import { writeSourceModel } from "../fixtures/convert/source-model.ts";
import { prompts, sourceSpecs } from "../fixtures/convert/specs/index.ts";
import {
  type Described,
  describeGguf,
  expectedLogits,
  readUpstream,
  sha256,
} from "../fixtures/convert/upstream.ts";
import { native } from "../fixtures/native.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "anechat-families-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function convert(source: string, quantization: Quantization): Promise<string> {
  const opened = openSourceFolder(source);
  await using _ = opened.shards;
  const path = join(source, `${quantization}.gguf`);
  const pre = opened.tokenizer.tokenizerJson === undefined ? undefined : "gpt-2";
  const plan = await planConversion(native(), opened, { quantization, pre, memory: 1e9, name: "tiny" });
  await writeConversion(native(), opened, plan, path, {
    threads: 1,
    // For one type, each tensor is converted in many slabs.
    ...(quantization === "F16" ? { slabBytes: 1000 } : {}),
  });
  return path;
}

/** Keys that differ from upstream's, and why. */
const differing: Readonly<Record<string, string>> = {
  "general.name": "upstream splits the folder's name into words; ours is the repo's name",
  "general.basename": "guessed from the name",
  "general.finetune": "guessed from the name",
  "general.version": "guessed from the name",
  "anechat.end_token_ids": "ours: all tokens that end an answer",
  "tokenizer.ggml.add_space_prefix": "ours: llama.cpp's default, written out",
  "tokenizer.ggml.unknown_token_id": "upstream finds it only with a tokenizer.json",
};

type Metadata = Readonly<Record<string, Described>>;

const comparable = (metadata: Metadata): Metadata =>
  Object.fromEntries(Object.entries(metadata).filter(([key]) => !(key in differing)));

/** Without the head size where transformers filled in llama.cpp's default. */
function withoutFilledIn(metadata: Metadata, ours: Metadata): Metadata {
  const number = (name: string): number => {
    const found = Object.entries(metadata).find(([key]) => key.endsWith(`.${name}`))?.[1];
    return found !== undefined && "value" in found ? Number(found.value) : Number.NaN;
  };
  const assumed = number("embedding_length") / number("attention.head_count");
  const isFilledIn = (key: string): boolean =>
    !(key in ours) &&
    /\.attention\.(key|value)_length$/.test(key) &&
    number("attention.key_length") === assumed;
  return Object.fromEntries(Object.entries(metadata).filter(([key]) => !isFilledIn(key)));
}

describe.each(sourceSpecs.map((spec) => [spec.name, spec] as const))("%s", (name, spec) => {
  const upstream = readUpstream(name);
  let source: string;
  const files = new Map<Quantization, Promise<string>>();
  const converted = (quantization: Quantization): Promise<string> => {
    const file = files.get(quantization) ?? convert(source, quantization);
    files.set(quantization, file);
    return file;
  };
  beforeAll(() => {
    source = writeSourceModel(spec, folder);
  });
  afterAll(() => rmSync(source, { recursive: true, force: true }));

  test.each<FloatType>(["F32", "F16", "BF16"])("as %s has upstream's metadata", async (type) => {
    const { metadata } = describeGguf(await converted(type));
    expect(comparable(metadata)).toEqual({
      ...comparable(withoutFilledIn(upstream.metadata, metadata)),
      "general.file_type": { type: "u32", value: fileTypeOf(type) },
    });
  });

  test.each<FloatType>(["F32", "F16", "BF16"])("as %s has upstream's tensors", async (type) => {
    const { tensors } = describeGguf(await converted(type));
    expect(Object.keys(tensors).sort()).toEqual(Object.keys(upstream.tensors).sort());
    for (const [tensor, { shape, ...contents }] of Object.entries(upstream.tensors)) {
      // Upstream keeps MXFP4 for every type; see the next test.
      const content = contents[type].startsWith("MXFP4") ? tensors[tensor]?.content : contents[type];
      expect({ [tensor]: tensors[tensor] }).toEqual({ [tensor]: { shape, content: String(content) } });
    }
  });

  const isQuantized = spec.mlx !== undefined || spec.tensors.some(([tensor]) => tensor.endsWith("_blocks"));
  if (isQuantized)
    test("keeps the values of quantized tensors", async () => {
      const path = await converted("exact");
      const { tensors } = describeGguf(path);
      let kept = 0;
      for (const [tensor, { shape, F32: expected }] of Object.entries(upstream.tensors)) {
        const content = expected.startsWith("MXFP4") ? tensors[tensor]?.content : asNumbers(path, tensor);
        if (content === undefined) continue;
        expect({ [tensor]: { shape: tensors[tensor]?.shape, content } }).toEqual({
          [tensor]: { shape, content: expected },
        });
        kept += 1;
      }
      expect(kept).toBeGreaterThan(5);
    });

  test("computes the same logits as transformers", async () => {
    const computed = logitsOf(await converted("F32"));
    for (const [index, expected] of expectedLogits(upstream).entries()) compare(computed[index]!, expected);
  });
});

/** The values of a tensor that keeps mlx's codes, as ggml reads them; undefined for other types. */
function asNumbers(path: string, name: string): string | undefined {
  const { tensors, dataOffset } = readGgufHeader(path);
  const { type, shape, offset, bytes } = tensors.find((tensor) => tensor.name === name)!;
  if (!["Q4_1", "Q5_1", "MXFP4"].includes(type.name)) return undefined;
  const data = readFileSync(path).subarray(dataOffset + offset, dataOffset + offset + bytes);
  return `F32 ${sha256(encodeRows(native(), data, type.name, "F32", shape[0]!, 1)!)}`;
}

/** The logits after each prompt. */
function logitsOf(path: string): Float32Array[] {
  using stack = new DisposableStack();
  const signals = new Signals();
  const model = stack.use(Model.load(native(), path, {}, signals));
  const threads = stack.use(new ThreadPool(native(), 1));
  const options = { contextSize: 256, batchSize: 256, microBatchSize: 256, sequences: 1, exact: true };
  return prompts.map((prompt) => {
    using context = new Context(native(), model, options, threads, signals);
    const batch = new Batch(prompt.length);
    for (const [position, token] of prompt.entries()) {
      batch.add(token, position, 0, position === prompt.length - 1);
    }
    expect(context.decode(batch)).toBe("ok");
    return context.logits(prompt.length - 1).slice();
  });
}

/**
 * Relative to the largest logit. Other processors add in another order, and llama.cpp computes GELU
 * with a table (error 4e-4). All other families agree within 1e-6 on the reference machine. The
 * smallest error of a real mistake (the wrong kind of RoPE factors) was 1e-2.
 */
const tolerance = 1e-3;

function compare(computed: Float32Array, expected: Float32Array): void {
  expect(computed).toHaveLength(expected.length);
  const largest = expected.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  const difference = expected.reduce((max, value, i) => Math.max(max, Math.abs(value - computed[i]!)), 0);
  expect(difference / largest).toBeLessThan(tolerance);
  // The ten most likely tokens have the same order, unless they differ by less than that.
  const ranked = [...computed.keys()].sort((a, b) => computed[b]! - computed[a]!).slice(0, 10);
  for (const [rank, token] of ranked.entries()) {
    const next = ranked[rank + 1];
    if (next !== undefined) expect(expected[next]! - expected[token]!).toBeLessThan(2 * tolerance * largest);
  }
}
