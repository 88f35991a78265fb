/** Estimates of caches and states, compared with the buffers that llama.cpp allocates. */
import { afterAll, describe, expect, test } from "bun:test";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { computeBytes } from "../../../src/engine/memory/compute.ts";
import {
  checkpointBytes,
  contextMemory,
  defaultPromptCacheBytes,
} from "../../../src/engine/memory/context-memory.ts";
import { Batch, Context, ThreadPool } from "../../../src/llama/context.ts";
import { Model } from "../../../src/llama/model.ts";
import { takeLog } from "../../../src/llama/native.ts";
import { Signals } from "../../../src/llama/signals.ts";
import { readModelHeader } from "../../../src/models/header.ts";
import { modelHeader } from "../../fixtures/model-header.ts";
import { memoryModels, rerankerModel } from "../../fixtures/models.ts";
import { native } from "../../fixtures/native.ts";

const cleanup = new DisposableStack();
afterAll(() => cleanup.dispose());
const threads = cleanup.use(new ThreadPool(native(), 1));
const signals = new Signals();

const mebibyte = 2 ** 20;

function opened(model: Model, contextSize: number, sequences: number): Context {
  return new Context(
    native(),
    model,
    { contextSize, sequences, batchSize: 512, microBatchSize: 512, outputs: 16 },
    threads,
    signals,
  );
}

/** Bytes of a context's buffers, as llama.cpp's log names them in MiB with two decimals. */
function allocated(model: Model, contextSize: number, sequences: number) {
  takeLog(native());
  using _ = opened(model, contextSize, sequences);
  const lines = takeLog(native());
  const sum = (kind: string): number =>
    lines
      .flatMap((line) => new RegExp(`${kind} buffer size = +([\\d.]+) MiB`).exec(line)?.[1] ?? [])
      .reduce((total, size) => total + Number(size) * mebibyte, 0);
  return { kvCache: sum("KV"), recurrentState: sum("RS"), compute: sum("compute") + sum("output") };
}

/** Bytes of a checkpoint of a sequence with more tokens than the window. */
function checkpointed(model: Model): number {
  using context = opened(model, 1024, 1);
  const batch = new Batch(512);
  for (const start of [0, 512]) {
    batch.clear();
    for (let position = start; position < start + 512; position += 1) batch.add(7, position, 0, false);
    expect(context.decode(batch)).toBe("ok");
  }
  const partialOnly = 1;
  return Number(native().llama_state_seq_get_size_ext(context.handle, 0, partialOnly));
}

/** Tiny models of many families, if they are here. */
const more = "../shared/models/tiny";
const models: [name: string, path: () => Promise<string>][] = [
  ...memoryModels.map(([kind, path]): [string, () => Promise<string>] => [kind, path]),
  ...(existsSync(more) ? readdirSync(more) : [])
    .filter((file) => file.endsWith(".gguf"))
    .map((file): [string, () => Promise<string>] => [file, async () => join(more, file)]),
];

describe.each(models)("%s", (_, pathOf) => {
  test("takes as much as llama.cpp allocates", async () => {
    const path = await pathOf();
    const { header } = readModelHeader(path);
    using model = Model.load(native(), path, { gpuLayers: 0 }, signals);
    for (const [contextSize, sequences] of [
      [512, 1],
      [8192, 4],
      [32_768, 2],
    ] as const) {
      const real = allocated(model, contextSize, sequences);
      const estimate = contextMemory(header, { contextSize, sequences });
      // The log is rounded.
      expect(Math.abs(estimate.kvCache - real.kvCache)).toBeLessThan(0.011 * mebibyte);
      expect(Math.abs(estimate.recurrentState - real.recurrentState)).toBeLessThan(0.006 * mebibyte);
      expect(computeBytes(header, { contextSize, sequences })).toBeGreaterThan(real.compute);
    }
  });

  test("has checkpoints as large as llama.cpp's", async () => {
    const path = await pathOf();
    const { header } = readModelHeader(path);
    using model = Model.load(native(), path, { gpuLayers: 0 }, signals);
    const estimate = checkpointBytes(header);
    // Models that need none have whole states only.
    if (estimate === 0) return;
    const real = checkpointed(model);
    // Positions and types of the cells are written, too.
    expect(real).toBeGreaterThanOrEqual(estimate);
    expect(real).toBeLessThan(estimate * 1.02 + 4096);
  });
});

test("a cross-encoder has no KV cache", async () => {
  const path = await rerankerModel();
  using model = Model.load(native(), path, { gpuLayers: 0 }, signals);
  expect(allocated(model, 512, 1).kvCache).toBe(0);
  expect(contextMemory(readModelHeader(path).header, { contextSize: 512 }).kvCache).toBe(0);
});

describe("Gemma 3 27B", () => {
  const gemma = modelHeader("gemma3", {
    block_count: 62,
    embedding_length: 5376,
    "attention.head_count": 32,
    "attention.head_count_kv": 16,
    "attention.key_length": 128,
    "attention.value_length": 128,
    "attention.sliding_window": 1024,
  });

  test("takes 11.4 GB for 131,072 tokens, where caches of all tokens would take 67", () => {
    const { kvCache, windows } = contextMemory(gemma, { contextSize: 131_072 });
    expect(kvCache / 1e9).toBeCloseTo(11.4, 1);
    expect(windows).toBe(52 * 16 * 256 * 2 * 1536);
  });

  test("has windows for each sequence, but none that are larger than the context", () => {
    const windows = (contextSize: number, sequences: number): number =>
      contextMemory(gemma, { contextSize, sequences }).windows / (52 * 16 * 256 * 2);
    expect(windows(131_072, 4)).toBe(4 * 1024 + 512);
    expect(windows(2000, 4)).toBe(2048);
  });
});

describe("a server's prompt cache", () => {
  const shape = { contextSize: 8192, sequences: 4 };

  test("is a fifth of the KV cache of a model whose memory can be truncated", () => {
    const llama = modelHeader("llama", {
      block_count: 32,
      embedding_length: 4096,
      "attention.head_count": 32,
      "attention.head_count_kv": 8,
    });
    expect(checkpointBytes(llama)).toBe(0);
    expect(defaultPromptCacheBytes(llama, shape)).toBe(Math.ceil(contextMemory(llama, shape).kvCache / 5));
  });

  test("has room for a state with two checkpoints, and for one more state for each further sequence", () => {
    const mamba = modelHeader("mamba2", {
      block_count: 24,
      embedding_length: 768,
      "attention.head_count": 0,
      "ssm.conv_kernel": 4,
      "ssm.state_size": 128,
      "ssm.inner_size": 1536,
      "ssm.group_count": 1,
    });
    expect(contextMemory(mamba, shape).kvCache).toBe(0);
    expect(checkpointBytes(mamba)).toBe(contextMemory(mamba, { contextSize: 8192 }).recurrentState);
    expect(defaultPromptCacheBytes(mamba, shape)).toBe((3 + 3) * checkpointBytes(mamba));
  });
});
