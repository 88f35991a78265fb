/** What each layer keeps, for models that people use, from the numbers of their config.json. */
import { describe, expect, test } from "bun:test";
import { contextMemory, kvBytesPerToken } from "../../../src/engine/memory/context-memory.ts";
import { layerMemory } from "../../../src/engine/memory/layers.ts";
import { bools, numbers } from "../../../src/formats/gguf/metadata.ts";
import type { MetadataValue } from "../../../src/formats/gguf/types.ts";
import { modelHeader, perLayer } from "../../fixtures/model-header.ts";

type Row = {
  model: string;
  architecture: string;
  keys: Record<string, MetadataValue | number>;
  /** Of the KV cache, without windows. */
  bytesPerToken: number;
  /** Cells of the sliding window: its tokens, and bytes for each. */
  window?: [tokens: number, bytes: number];
  /** Of one sequence. */
  stateBytes?: number;
};

const attention = (heads: number, kvHeads: number, length: number) => ({
  "attention.head_count": heads,
  "attention.head_count_kv": kvHeads,
  "attention.key_length": length,
  "attention.value_length": length,
});

const recurrence = (inner: number, state: number, groups: number) => ({
  "ssm.conv_kernel": 4,
  "ssm.inner_size": inner,
  "ssm.state_size": state,
  "ssm.group_count": groups,
});

const latent = {
  "attention.head_count_kv": 1,
  "attention.key_length": 576,
  "attention.value_length": 512,
  "attention.key_length_mla": 192,
  "attention.value_length_mla": 128,
};

/** Bytes of a recurrent layer: the inputs of the convolution, and the state. */
const stateBytes = (inner: number, state: number, groups: number): number =>
  4 * (3 * (inner + 2 * groups * state) + inner * state);

const isFullIn6 = (layer: number): boolean => layer % 6 === 5;

const models: Row[] = [
  {
    model: "Llama 3.1 8B",
    architecture: "llama",
    keys: {
      block_count: 32,
      embedding_length: 4096,
      "attention.head_count": 32,
      "attention.head_count_kv": 8,
    },
    bytesPerToken: 32 * 8 * 256 * 2,
  },
  {
    model: "Gemma 2 9B",
    architecture: "gemma2",
    keys: { block_count: 42, embedding_length: 3584, ...attention(16, 8, 256) },
    bytesPerToken: 21 * 8 * 512 * 2,
    window: [4096, 21 * 8 * 512 * 2],
  },
  {
    model: "Gemma 3 27B",
    architecture: "gemma3",
    keys: {
      block_count: 62,
      embedding_length: 5376,
      "attention.sliding_window": 1024,
      ...attention(32, 16, 128),
    },
    bytesPerToken: 10 * 16 * 256 * 2,
    window: [1024, 52 * 16 * 256 * 2],
  },
  {
    model: "Gemma 3n E4B",
    architecture: "gemma3n",
    keys: {
      block_count: 35,
      embedding_length: 2048,
      "attention.sliding_window": 512,
      ...attention(8, 2, 256),
    },
    bytesPerToken: 4 * 2 * 512 * 2,
    window: [512, 16 * 2 * 512 * 2],
  },
  {
    model: "Gemma 4 31B",
    architecture: "gemma4",
    keys: {
      block_count: 60,
      embedding_length: 5376,
      ...attention(32, 16, 512),
      "attention.head_count_kv": numbers(
        "u32",
        perLayer(60, (layer) => (isFullIn6(layer) ? 4 : 16)),
      ),
      "attention.key_length_swa": 256,
      "attention.value_length_swa": 256,
      "attention.sliding_window": 1024,
      "attention.sliding_window_pattern": bools(perLayer(60, Number).map((layer) => !isFullIn6(layer))),
    },
    bytesPerToken: 10 * 4 * 1024 * 2,
    window: [1024, 50 * 16 * 512 * 2],
  },
  {
    model: "Gemma 4 E2B",
    architecture: "gemma4",
    keys: {
      block_count: 35,
      embedding_length: 1536,
      ...attention(8, 1, 512),
      "attention.key_length_swa": 256,
      "attention.value_length_swa": 256,
      "attention.shared_kv_layers": 20,
      "attention.sliding_window": 512,
      "attention.sliding_window_pattern": bools(perLayer(35, Number).map((layer) => layer % 5 !== 4)),
    },
    bytesPerToken: 3 * 1024 * 2,
    window: [512, 12 * 512 * 2],
  },
  {
    model: "gpt-oss 20B",
    architecture: "gpt-oss",
    keys: {
      block_count: 24,
      embedding_length: 2880,
      "attention.sliding_window": 128,
      ...attention(64, 8, 64),
    },
    bytesPerToken: 12 * 8 * 128 * 2,
    window: [128, 12 * 8 * 128 * 2],
  },
  {
    model: "Llama 4 Scout",
    architecture: "llama4",
    keys: { block_count: 48, embedding_length: 5120, ...attention(40, 8, 128) },
    bytesPerToken: 12 * 8 * 256 * 2,
    window: [8192, 36 * 8 * 256 * 2],
  },
  {
    model: "Phi 3 mini: llama.cpp ignores its window",
    architecture: "phi3",
    keys: {
      block_count: 32,
      embedding_length: 3072,
      "attention.sliding_window": 2047,
      "attention.head_count": 32,
    },
    bytesPerToken: 32 * 32 * 192 * 2,
  },
  {
    model: "Qwen3-Next 80B A3B",
    architecture: "qwen3next",
    keys: {
      block_count: 48,
      embedding_length: 2048,
      full_attention_interval: 4,
      ...attention(16, 2, 256),
      ...recurrence(4096, 128, 16),
    },
    bytesPerToken: 12 * 2 * 512 * 2,
    stateBytes: 36 * stateBytes(4096, 128, 16),
  },
  {
    model: "Qwen3.5 27B with a layer for multi-token prediction",
    architecture: "qwen35",
    keys: {
      block_count: 65,
      nextn_predict_layers: 1,
      embedding_length: 5120,
      full_attention_interval: 4,
      ...attention(24, 4, 256),
      ...recurrence(6144, 128, 16),
    },
    bytesPerToken: 16 * 4 * 512 * 2,
    stateBytes: 48 * stateBytes(6144, 128, 16),
  },
  {
    model: "Nemotron 3 Nano 30B A3B, with 23 recurrent, 23 expert and 6 attention layers",
    architecture: "nemotron_h_moe",
    keys: {
      block_count: 52,
      embedding_length: 2688,
      ...attention(32, 2, 128),
      "attention.head_count_kv": numbers(
        "u32",
        perLayer(52, (layer) => (layer >= 46 ? 2 : 0)),
      ),
      feed_forward_length: numbers(
        "u32",
        perLayer(52, (layer) => (layer >= 23 && layer < 46 ? 1856 : 0)),
      ),
      ...recurrence(4096, 128, 8),
    },
    bytesPerToken: 6 * 2 * 256 * 2,
    stateBytes: 23 * stateBytes(4096, 128, 8),
  },
  {
    model: "Falcon-H1 7B, with both in each layer",
    architecture: "falcon-h1",
    keys: { block_count: 44, embedding_length: 3072, ...attention(12, 2, 128), ...recurrence(3072, 256, 1) },
    bytesPerToken: 44 * 2 * 256 * 2,
    stateBytes: 44 * stateBytes(3072, 256, 1),
  },
  {
    model: "LFM2 1.2B, with 6 attention layers and short convolutions",
    architecture: "lfm2",
    keys: {
      block_count: 16,
      embedding_length: 2048,
      "attention.head_count": 32,
      "attention.head_count_kv": numbers("u32", [0, 0, 8, 0, 0, 8, 0, 0, 8, 0, 8, 0, 8, 0, 8, 0]),
      "shortconv.l_cache": 3,
    },
    bytesPerToken: 6 * 8 * 128 * 2,
    stateBytes: 10 * 2 * 2048 * 4,
  },
  {
    model: "Mamba 2 2.7B",
    architecture: "mamba2",
    keys: {
      block_count: 64,
      embedding_length: 2560,
      "attention.head_count": 0,
      ...recurrence(5120, 128, 1),
    },
    bytesPerToken: 0,
    stateBytes: 64 * stateBytes(5120, 128, 1),
  },
  {
    model: "RWKV 7 2.9B",
    architecture: "rwkv7",
    keys: { block_count: 32, embedding_length: 2560, "wkv.head_size": 64, "attention.head_count": 0 },
    bytesPerToken: 0,
    stateBytes: 32 * 2560 * (2 + 64) * 4,
  },
  {
    model: "MiniMax 01",
    architecture: "minimax-01",
    keys: { block_count: 80, embedding_length: 6144, full_attention_interval: 8, ...attention(64, 8, 128) },
    bytesPerToken: 10 * 8 * 256 * 2,
    stateBytes: 70 * 64 * 128 * 128 * 4,
  },
  {
    model: "Kimi Linear 48B A3B",
    architecture: "kimi-linear",
    keys: {
      block_count: 27,
      embedding_length: 2304,
      ...latent,
      "attention.head_count": 32,
      "attention.head_count_kv": numbers(
        "u32",
        perLayer(27, (layer) => (layer % 4 === 3 || layer === 26 ? 1 : 0)),
      ),
      "ssm.conv_kernel": 4,
      "kda.head_dim": 128,
    },
    bytesPerToken: 7 * 576 * 2,
    stateBytes: 20 * (3 * 3 * 32 * 128 + 32 * 128 * 128) * 4,
  },
  {
    model: "DeepSeek V3, whose attention is latent",
    architecture: "deepseek2",
    keys: { block_count: 61, embedding_length: 7168, ...latent, "attention.head_count": 128 },
    bytesPerToken: 61 * 576 * 2,
  },
  {
    model: "DeepSeek V3.2, with an index, and a layer for multi-token prediction",
    architecture: "deepseek32",
    keys: {
      block_count: 62,
      nextn_predict_layers: 1,
      embedding_length: 7168,
      ...latent,
      "attention.head_count": 128,
      "attention.indexer.key_length": 128,
    },
    bytesPerToken: 61 * (576 + 128) * 2,
  },
  {
    model: "GLM 5.2, with an index in 21 of 78 layers",
    architecture: "glm-dsa",
    keys: {
      block_count: 79,
      nextn_predict_layers: 1,
      context_length: 2 ** 20,
      embedding_length: 6144,
      ...latent,
      "attention.head_count": 64,
      "attention.indexer.key_length": 128,
    },
    bytesPerToken: (78 * 576 + 21 * 128) * 2,
  },
];

test.each(models)("$model", ({ architecture, keys, bytesPerToken, window, stateBytes: bytes = 0 }) => {
  const header = modelHeader(architecture, keys);
  expect(kvBytesPerToken(header)).toBe(bytesPerToken);
  const { cells, state } = layerMemory(header);
  expect(state * 4).toBe(bytes);
  const windows = cells.filter((group) => group.window > 0);
  expect(windows.map((group) => [group.window, group.width * 2] as const)).toEqual(
    window === undefined ? [] : [window],
  );
});

const gemma3 = (keys: Record<string, MetadataValue | number>) =>
  modelHeader("gemma3", {
    block_count: 6,
    embedding_length: 256,
    "attention.head_count": 4,
    "attention.sliding_window": 64,
    ...keys,
  });

describe("a pattern of windows", () => {
  const fullLayers = (keys: Record<string, MetadataValue | number>): number =>
    kvBytesPerToken(gemma3(keys)) / (4 * 128 * 2);

  test("is the family's, if the file has none", () => {
    expect(fullLayers({})).toBe(1);
  });

  test("may be the length of a group", () => {
    expect(fullLayers({ "attention.sliding_window_pattern": 2 })).toBe(3);
    expect(fullLayers({ "attention.sliding_window_pattern": 1 })).toBe(6);
  });

  test("may be a list, which may end early", () => {
    const listed = (items: number[]) => ({ "attention.sliding_window_pattern": numbers("u32", items) });
    expect(fullLayers(listed([1, 0, 0, 1, 1, 1]))).toBe(2);
    expect(fullLayers(listed([1, 1, 1, 1, 1, 1]))).toBe(0);
    expect(fullLayers(listed([1, 1]))).toBe(4);
  });

  test("counts only if there is a window", () => {
    expect(fullLayers({ "attention.sliding_window": 0 })).toBe(6);
  });
});

test("DeepSeek V4 keeps a window in all layers, and keys of 4 or of 128 tokens together", () => {
  const header = modelHeader("deepseek4", {
    block_count: 4,
    embedding_length: 4096,
    ...attention(64, 1, 512),
    "attention.sliding_window": 128,
    "attention.indexer.key_length": 128,
    "attention.compress_ratios": numbers("u32", [0, 4, 128, 4]),
  });
  const [one, three] = [1, 3].map((sequences) => contextMemory(header, { contextSize: 8192, sequences }));
  const cells = 768 * 4 * 512 + 2048 * 2 * (512 + 128) + 256 * 512;
  expect(one?.kvCache).toBe(cells * 2);
  expect(one?.recurrentState).toBe((2 * 32 * (512 + 128) + 256 * 512) * 4);
  // Each sequence has its own.
  expect(three?.kvCache).toBe(3 * cells * 2);
});

test("encoders keep nothing", () => {
  const header = modelHeader("bert", { block_count: 12, embedding_length: 384, "attention.head_count": 12 });
  expect(layerMemory(header)).toEqual({ cells: [], state: 0 });
});
