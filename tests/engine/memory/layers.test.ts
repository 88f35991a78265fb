/** The estimate of caches and states, compared with the buffers that llama.cpp allocates. */
import { afterAll, describe, expect, test } from "bun:test";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import {
  checkpointBytes,
  defaultPromptCacheBytes,
  estimateMemory,
} from "../../../src/engine/memory/estimate.ts";
import { layerMemory } from "../../../src/engine/memory/layers.ts";
import { bools, Metadata, numbers, string, u32 } from "../../../src/formats/gguf/metadata.ts";
import type { GgufHeader } from "../../../src/formats/gguf/reader.ts";
import type { MetadataValue } from "../../../src/formats/gguf/types.ts";
import { Context, ThreadPool } from "../../../src/llama/context.ts";
import { Model } from "../../../src/llama/model.ts";
import { takeLog } from "../../../src/llama/native.ts";
import { Signals } from "../../../src/llama/signals.ts";
import { readModelHeader } from "../../../src/models/header.ts";
import { memoryModels } from "../../fixtures/models.ts";
import { native } from "../../fixtures/native.ts";

const cleanup = new DisposableStack();
afterAll(() => cleanup.dispose());
const threads = cleanup.use(new ThreadPool(native(), 1));

/** MiB of the buffers that llama.cpp's log names for a context. */
function allocated(path: string, contextSize: number, sequences: number): { kv: number; state: number } {
  const signals = new Signals();
  using model = Model.load(native(), path, { gpuLayers: 0 }, signals);
  takeLog(native());
  const options = { contextSize, sequences, batchSize: 512, microBatchSize: 512 };
  using _ = new Context(native(), model, options, threads, signals);
  const lines = takeLog(native());
  const sum = (kind: string): number =>
    lines
      .flatMap((line) => new RegExp(`${kind} buffer size = +([\\d.]+) MiB`).exec(line)?.[1] ?? [])
      .reduce((total, size) => total + Number(size), 0);
  return { kv: sum("KV"), state: sum("RS") };
}

const strangers = "../shared/models/tiny";
const models: [string, () => Promise<string>][] = [
  ...memoryModels.map(([kind, path]): [string, () => Promise<string>] => [kind, path]),
  ...(existsSync(strangers) ? readdirSync(strangers) : [])
    .filter((file) => file.endsWith(".gguf"))
    .map((file): [string, () => Promise<string>] => [file, async () => join(strangers, file)]),
];

test.each(models)("%s: as much as llama.cpp takes", async (_, path) => {
  const file = await path();
  const { header } = readModelHeader(file);
  for (const [contextSize, sequences] of [
    [512, 1],
    [4096, 3],
  ] as const) {
    const { kv, state } = allocated(file, contextSize, sequences);
    const { kvCache, recurrentState } = estimateMemory(header, { contextSize, sequences });
    // The log has two decimals.
    expect(Math.abs(kvCache / 2 ** 20 - kv)).toBeLessThan(0.01 + kv * 0.01);
    expect(Math.abs(recurrentState / 2 ** 20 - state)).toBeLessThan(0.01 + state * 0.01);
  }
});

/** A header with these keys below the architecture's name. */
function header(architecture: string, keys: Record<string, MetadataValue | number>): GgufHeader {
  const metadata = new Map<string, MetadataValue>([["general.architecture", string(architecture)]]);
  for (const [key, value] of Object.entries(keys)) {
    metadata.set(`${architecture}.${key}`, typeof value === "number" ? u32(value) : value);
  }
  const whole = { metadata: new Metadata(metadata), tensors: [], tensorBytes: 0 };
  return whole as unknown as GgufHeader;
}

const gibibyte = 2 ** 30;

/** Gemma 3 27B's config.json: 62 layers, of which every sixth keeps all cells. */
const gemma3 = header("gemma3", {
  block_count: 62,
  embedding_length: 5376,
  "attention.head_count": 32,
  "attention.head_count_kv": 16,
  "attention.key_length": 128,
  "attention.value_length": 128,
  "attention.sliding_window": 1024,
});

/** Qwen3-Next 80B A3B: 48 layers, of which every fourth has attention. */
const qwen3next = header("qwen3next", {
  block_count: 48,
  embedding_length: 2048,
  full_attention_interval: 4,
  "attention.head_count": 16,
  "attention.head_count_kv": 2,
  "attention.key_length": 256,
  "attention.value_length": 256,
  "ssm.conv_kernel": 4,
  "ssm.state_size": 128,
  "ssm.inner_size": 4096,
  "ssm.group_count": 16,
});

describe("models that people use", () => {
  test("Gemma 3 27B takes 10 GiB for 131,072 tokens, instead of 62 with full-size windows", () => {
    const { kvCache } = estimateMemory(gemma3, { contextSize: 131_072 });
    expect(kvCache / gibibyte).toBeCloseTo(10.6, 1);
    const { cell, windowedCell } = layerMemory(gemma3);
    expect((131_072 * 2 * (cell + windowedCell)) / gibibyte).toBeCloseTo(62, 0);
  });

  test("Qwen3-Next has a KV cache in 12 of its 48 layers, and a state in the others", () => {
    const { cell, state, window } = layerMemory(qwen3next);
    expect(cell).toBe(12 * 2 * 512);
    expect(state).toBe(36 * (3 * (4096 + 2 * 16 * 128) + 128 * 4096));
    expect(window).toBe(0);
    expect(checkpointBytes(qwen3next)).toBe(state * 4);
  });

  test("Gemma 4's layers differ in their heads, and the last ones share the cells of others", () => {
    const layers = 30;
    const gemma4 = header("gemma4", {
      block_count: layers,
      embedding_length: 2560,
      "attention.head_count": 8,
      "attention.head_count_kv": numbers("u32", Array(layers).fill(2)),
      "attention.key_length": 512,
      "attention.value_length": 512,
      "attention.key_length_swa": 256,
      "attention.value_length_swa": 256,
      "attention.sliding_window": 512,
      "attention.shared_kv_layers": 10,
      "attention.sliding_window_pattern": bools(Array.from({ length: layers }, (_, i) => i % 5 !== 4)),
    });
    expect(layerMemory(gemma4)).toEqual({
      cell: 4 * 2 * 1024,
      windowedCell: 16 * 2 * 512,
      window: 512,
      state: 0,
    });
  });

  test("Phi 3's windows are ignored, as by llama.cpp, and those of unknown families, too", () => {
    const keys = { block_count: 4, embedding_length: 64, "attention.head_count": 4 };
    for (const architecture of ["phi3", "some-new-one"]) {
      expect(layerMemory(header(architecture, { ...keys, "attention.sliding_window": 32 }))).toMatchObject({
        window: 0,
        cell: 4 * 4 * 32,
      });
    }
  });
});

describe("a server's prompt cache", () => {
  test("has room for states where there is no KV cache", () => {
    const mamba = header("mamba2", {
      block_count: 24,
      embedding_length: 768,
      "attention.head_count": 0,
      "ssm.conv_kernel": 4,
      "ssm.state_size": 128,
      "ssm.inner_size": 1536,
      "ssm.group_count": 1,
    });
    const shape = { contextSize: 8192, sequences: 4 };
    expect(estimateMemory(mamba, shape).kvCache).toBe(0);
    expect(defaultPromptCacheBytes(mamba, shape)).toBe(24 * checkpointBytes(mamba));
  });
});
