import { describe, expect, test } from "bun:test";
import { AnechatError } from "../../../src/base/errors.ts";
import { availableMemory, type MemorySources } from "../../../src/engine/memory/available.ts";
import {
  checkFits,
  estimateMemory,
  largestContextThatFits,
  memoryFacts,
  tokensIn,
} from "../../../src/engine/memory/estimate.ts";
import { Metadata, string, strings, u32 } from "../../../src/formats/gguf/metadata.ts";
import type { GgufHeader } from "../../../src/formats/gguf/reader.ts";
import { type MetadataValue, tensorType } from "../../../src/formats/gguf/types.ts";
import { modelHeader } from "../../fixtures/model-header.ts";

const gibibyte = 1024 ** 3;
const mebibyte = 1024 ** 2;

/** A header as the reader returns it; by default with the shape of Llama 3.2 1B. */
function header(
  changes: Record<string, MetadataValue | undefined> = {},
  tensorBytes = 800_000_000,
): GgufHeader {
  const metadata = new Map<string, MetadataValue>([
    ["general.architecture", string("llama")],
    ["llama.block_count", u32(16)],
    ["llama.context_length", u32(131_072)],
    ["llama.embedding_length", u32(2048)],
    ["llama.feed_forward_length", u32(8192)],
    ["llama.attention.head_count", u32(32)],
    ["llama.attention.head_count_kv", u32(8)],
    ["llama.attention.key_length", u32(64)],
    ["llama.attention.value_length", u32(64)],
    ["tokenizer.ggml.tokens", strings([])],
  ]);
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) metadata.delete(key);
    else metadata.set(key, value);
  }
  const embedding = { name: "token_embd.weight", shape: [2048, 128_256], type: tensorType("Q4_K") };
  return {
    path: "model.gguf",
    version: 3,
    metadata: new Metadata(metadata),
    tensors: [{ ...embedding, offset: 0, bytes: tensorBytes, shard: 0 }],
    alignment: 32,
    dataOffset: 0,
    shards: [{ path: "model.gguf", size: tensorBytes }],
    fileSize: tensorBytes,
    parameterCount: 1_236_000_000,
    tensorBytes,
  };
}

/** Of one token: keys and values of 8 heads in 16 layers. */
const kvBytes = 16 * 8 * (64 + 64) * 2;

/** The context that the refusal of a larger one advises; undefined if it advises none. */
function advisedContext(model: GgufHeader, contextSize: number, available: number): number | undefined {
  try {
    checkFits(model, { contextSize }, available);
    return undefined;
  } catch (error) {
    const hint = error instanceof AnechatError ? (error.hint ?? "") : "";
    const [, size] = /--ctx-size (\d+)/.exec(hint) ?? [];
    return size === undefined ? undefined : Number(size);
  }
}

describe("the estimate", () => {
  test("adds up", () => {
    const { total, weights, kvCache, recurrentState, computeBuffers, overhead } = estimateMemory(header(), {
      contextSize: 8192,
    });
    expect(weights).toBe(800_000_000);
    expect(kvCache).toBe(8192 * kvBytes);
    expect(total).toBe(weights + kvCache + recurrentState + computeBuffers + overhead);
  });

  // What llama.cpp v0.5.0 printed for 16 layers of 1024, 4096 forward, 128,256 tokens: 32.5, 40.0
  // and 64.0 MiB, and 7.83 MiB for the output buffer of 16 tokens.
  test.each([
    [512, 40.33],
    [8192, 47.83],
    [32_768, 71.83],
  ])("covers the compute buffers llama.cpp takes for a context of %d", (contextSize, measured) => {
    const half = header({
      "llama.embedding_length": u32(1024),
      "llama.feed_forward_length": u32(4096),
      "llama.attention.head_count": u32(16),
    });
    const estimated = estimateMemory(half, { contextSize }).computeBuffers / mebibyte;
    expect(estimated).toBeGreaterThan(measured);
    expect(estimated).toBeLessThan(measured * 1.2);
  });
});

describe("what fits", () => {
  test("the largest context is the last that fits", () => {
    const available = 2 * gibibyte;
    const size = largestContextThatFits(header(), available, 131_072);
    expect(size % 256).toBe(0);
    expect(estimateMemory(header(), { contextSize: size }).total).toBeLessThanOrEqual(available);
    expect(estimateMemory(header(), { contextSize: size + 256 }).total).toBeGreaterThan(available);
    expect(largestContextThatFits(header(), 100 * gibibyte, 131_072)).toBe(131_072);
    expect(largestContextThatFits(header(), 1000, 131_072)).toBe(0);
  });

  test("a model that is too large is refused with numbers", () => {
    expect(() => checkFits(header({}, 5_000_000_000), {}, 3_200_000_000)).toThrow(
      expect.objectContaining({
        code: "notEnoughMemory",
        message: expect.stringMatching(/^model\.gguf needs 5\.\d GB of memory, 3\.2 GB is free$/),
        hint: expect.stringContaining("smaller quantization"),
      }),
    );
  });

  test("a context that is too large is refused with one that fits", () => {
    expect(() => checkFits(header(), { contextSize: 131_072 }, 2 * gibibyte)).toThrow(
      expect.objectContaining({ hint: expect.stringMatching(/--ctx-size \d+/) }),
    );
    checkFits(header(), {}, 2 * gibibyte);
  });

  test("an advised context is one that the model was trained for and that fits", () => {
    const asked = [512, 4096, 131_072, 99_999_999];
    const trained = [128, 512, 2048, 131_072, undefined];
    const free = [0.5, 0.9, 1, 1.2, 2, 8, 24];
    let advices = 0;
    for (const contextSize of asked)
      for (const length of trained)
        for (const gibibytes of free) {
          const model = header({ "llama.context_length": length === undefined ? undefined : u32(length) });
          const advised = advisedContext(model, contextSize, gibibytes * gibibyte);
          if (advised === undefined) continue;
          advices += 1;
          expect(advised).toBeLessThan(contextSize);
          expect(advised).toBeLessThanOrEqual(length ?? contextSize);
          // Also if another program takes a little of the memory in the meantime.
          checkFits(model, { contextSize: advised }, gibibytes * gibibyte * 0.95);
        }
    expect(advices).toBeGreaterThan(20);
    expect(advisedContext(header({ "llama.context_length": u32(512) }), 99_999_999, 24 * gibibyte)).toBe(512);
  });

  test("the facts for the Worker say what grows with the context, and what doesn't", () => {
    const facts = memoryFacts(header());
    // Each cell also has a column of the attention mask, for 512 tokens.
    expect(facts.bytesPerToken).toBe(kvBytes + 512 * 2);
    expect(facts.fixedContextBytes).toBe(0);
    expect(facts.checkpointBytes).toBe(0);
    expect(facts.reservedBytes).toBeGreaterThan(800_000_000);
    expect(structuredClone(facts)).toEqual(facts);
  });

  test("windows and states of all sequences come first, and tokens get the rest", () => {
    const gemma = modelHeader("gemma3", {
      block_count: 12,
      embedding_length: 256,
      "attention.head_count": 4,
      "attention.sliding_window": 1024,
    });
    const windowed = 10 * 4 * 128 * 2;
    const facts = memoryFacts(gemma, { sequences: 4 });
    expect(facts.bytesPerToken).toBe(2 * 4 * 128 * 2 + 1024);
    expect(facts.fixedContextBytes).toBe((4 * 1024 + 512) * windowed);
    expect(facts.checkpointBytes).toBe(1024 * windowed);
    expect(tokensIn(facts.fixedContextBytes + 1000 * facts.bytesPerToken, facts)).toBe(1000);
    expect(tokensIn(facts.fixedContextBytes - 1, facts)).toBe(0);
  });

  test("memory limits no conversation of a model that keeps only a state", () => {
    const mamba = modelHeader("mamba", { block_count: 2, embedding_length: 64, "ssm.inner_size": 128 });
    expect(tokensIn(0, memoryFacts(mamba))).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe("free memory", () => {
  const linux = (files: Record<string, string>): MemorySources => ({
    platform: "linux",
    readText: (path) => files[path],
    free: () => 7,
  });
  const meminfo = {
    "/proc/meminfo": "MemTotal:  16000000 kB\nMemFree:  100 kB\nMemAvailable:   8000000 kB\n",
  };

  test("is MemAvailable on Linux", () => {
    expect(availableMemory(linux(meminfo))).toBe(8_000_000 * 1024);
    expect(availableMemory(linux({}))).toBe(7);
  });

  test("is limited by each of a container's control groups", () => {
    const files = {
      ...meminfo,
      "/proc/self/cgroup": "0::/user/app\n",
      "/sys/fs/cgroup/user/app/memory.max": "max\n",
      "/sys/fs/cgroup/user/app/memory.current": "5\n",
      "/sys/fs/cgroup/user/memory.max": "2000000000\n",
      "/sys/fs/cgroup/user/memory.current": "1500000000\n",
      "/sys/fs/cgroup/user/memory.stat": "anon 5\ninactive_file 400000000\n",
    };
    expect(availableMemory(linux(files))).toBe(900_000_000);
  });

  test("is limited by control groups v1, too", () => {
    const files = {
      ...meminfo,
      "/proc/self/cgroup": "5:cpu,cpuacct:/x\n4:memory:/docker/abc\n",
      "/sys/fs/cgroup/memory/memory.limit_in_bytes": "1000000000\n",
      "/sys/fs/cgroup/memory/memory.usage_in_bytes": "300000000\n",
      "/sys/fs/cgroup/memory/memory.stat": "total_inactive_file 100000000\n",
    };
    expect(availableMemory(linux(files))).toBe(800_000_000);
  });

  test("is plausible on this machine", () => {
    expect(availableMemory()).toBeGreaterThan(10 * mebibyte);
  });
});
