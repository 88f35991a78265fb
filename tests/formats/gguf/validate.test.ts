import { describe, expect, test } from "bun:test";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  bool,
  f32,
  i32,
  Metadata,
  numbers,
  string,
  strings,
  u32,
  u64,
} from "../../../src/formats/gguf/metadata.ts";
import { readGgufHeader } from "../../../src/formats/gguf/reader.ts";
import { checkTokens } from "../../../src/formats/gguf/tokens.ts";
import { type MetadataValue, tensorType } from "../../../src/formats/gguf/types.ts";
import { checkLoadable } from "../../../src/formats/gguf/validate.ts";
import { checkPositions } from "../../../src/formats/gguf/validate-positions.ts";
import { type TinyModelOptions, writeTinyModel } from "../../fixtures/tiny/model.ts";

const folder = mkdtempSync(join(tmpdir(), "anechat-gguf-"));

async function header(options: TinyModelOptions) {
  const path = join(folder, "model.gguf");
  await writeTinyModel(path, { layers: 1, ...options });
  return readGgufHeader(path);
}

describe("a header that crashes llama.cpp is rejected", () => {
  test.each<[string, Record<string, MetadataValue | undefined>, string]>([
    ["no architecture", { "general.architecture": undefined }, "has no architecture"],
    ["a vision part", { "general.architecture": string("clip") }, "vision part"],
    ["an adapter", { "general.type": string("adapter") }, "LoRA adapter"],
    ["NaN layers", { "llama.block_count": f32(Number.NaN) }, "has the impossible block_count NaN"],
    [
      "infinite layers",
      { "llama.block_count": f32(Number.POSITIVE_INFINITY) },
      "has the impossible block_count Infinity",
    ],
    ["layers below zero", { "llama.block_count": i32(-1) }, "has the impossible block_count -1"],
    ["half a layer", { "llama.block_count": f32(1.5) }, "has the impossible block_count 1.5"],
    [
      "too many layers for a number",
      { "llama.block_count": u64(2n ** 64n - 1n) },
      "has the impossible block_count 1844674407",
    ],
    [
      "an absurd width",
      { "llama.embedding_length": u32(2 ** 32 - 1) },
      "has the impossible embedding_length 4294967295",
    ],
    [
      "an absurd context",
      { "llama.context_length": u32(2 ** 32 - 1) },
      "has the impossible context_length 4294967295",
    ],
    [
      "NaN heads",
      { "llama.attention.head_count": f32(Number.NaN) },
      "has the impossible attention.head_count NaN",
    ],
    [
      "NaN heads in one layer",
      { "llama.attention.head_count_kv": numbers("f32", [Number.NaN]) },
      "has the impossible attention.head_count_kv NaN",
    ],
    [
      "heads of negative size",
      { "llama.attention.key_length": i32(-64) },
      "has the impossible attention.key_length -64",
    ],
    ["a NaN RoPE base", { "llama.rope.freq_base": f32(Number.NaN) }, "has the impossible rope.freq_base NaN"],
    [
      "an infinite scale",
      { "llama.logit_scale": f32(Number.NEGATIVE_INFINITY) },
      "has the impossible logit_scale -Infinity",
    ],
    ["no layers", { "llama.block_count": u32(0) }, "has 0 layers"],
    ["too many layers", { "llama.block_count": u32(513) }, "has 513 layers"],
    [
      "more prediction layers than layers",
      { "llama.nextn_predict_layers": u32(2) },
      "uses 2 of its 1 layers",
    ],
    ["no context", { "llama.context_length": u32(0) }, "context length of 0"],
    [
      "a negative norm epsilon",
      { "llama.attention.layer_norm_rms_epsilon": f32(-1) },
      "has the impossible layer_norm_rms_epsilon -1",
    ],
    ["used experts without experts", { "llama.expert_used_count": u32(2) }, "routes to 2 of 0 experts"],
    ["experts without used ones", { "llama.expert_count": u32(8) }, "routes to 0 of 8 experts"],
    [
      "too many experts",
      { "llama.expert_count": u32(2000), "llama.expert_used_count": u32(8) },
      "of 2000 experts",
    ],
    [
      "groups that don't divide",
      {
        "llama.expert_count": u32(8),
        "llama.expert_used_count": u32(2),
        "llama.expert_group_count": u32(3),
        "llama.expert_group_used_count": u32(1),
      },
      "of 3 groups of 8 experts",
    ],
    ["an unknown RoPE scaling", { "llama.rope.scaling.type": string("warp") }, 'unknown RoPE scaling "warp"'],
    [
      "heads that can't share keys",
      { "llama.attention.head_count_kv": u32(3) },
      "4 attention heads for 3 KV heads",
    ],
    [
      "vectors longer than the computed ones",
      { "llama.embedding_length_out": u32(65) },
      "vectors of 65 numbers",
    ],
    ["no rotation", { "llama.rope.dimension_count": u32(0) }, "rotates 0 dimensions"],
    ["an odd rotation in windows", { "llama.rope.dimension_count_swa": u32(7) }, "an odd number"],
    [
      "a rotation wider than a head in windows",
      { "llama.attention.key_length_swa": u32(8), "llama.rope.dimension_count_swa": u32(10) },
      "10 of the 8 dimensions",
    ],
    [
      "sections wider than a head",
      { "llama.rope.dimension_sections": numbers("i32", [8, 8, 2, 0]) },
      "impossible RoPE sections 8, 8, 2, 0",
    ],
    [
      "sections below zero",
      { "llama.rope.dimension_sections": numbers("i32", [8, -8, 2, 0]) },
      "impossible RoPE sections 8, -8, 2, 0",
    ],
    ["an odd rotation", { "llama.rope.dimension_count": u32(7) }, "an odd number"],
    ["a rotation wider than a head", { "llama.rope.dimension_count": u32(18) }, "18 of the 16 dimensions"],
    ["no tokenizer", { "tokenizer.ggml.model": string("none") }, "has no tokenizer"],
    ["no tokens", { "tokenizer.ggml.tokens": strings([]) }, "empty vocabulary"],
    [
      "a BOS token outside the vocabulary",
      { "tokenizer.ggml.tokens": strings(["a", "b"]), "tokenizer.ggml.add_bos_token": bool(true) },
      "adds a BOS token",
    ],
    [
      "an EOS token outside the vocabulary",
      {
        "tokenizer.ggml.tokens": strings(["a", "b"]),
        "tokenizer.ggml.add_eos_token": bool(true),
        "tokenizer.ggml.eos_token_id": u32(9),
      },
      "adds an EOS token",
    ],
  ])("%s", async (_, metadata, message) => {
    const found = await header({ metadata });
    expect(() => checkLoadable(found)).toThrow(
      expect.objectContaining({ code: "badModel", message: expect.stringContaining(message) }),
    );
  });

  test.each([
    ["blk.0.attn_norm.weight", "F16", "instead of F32"],
    ["blk.0.ffn_up.weight", "I8", "llama.cpp can't compute with"],
    ["token_embd.weight", "Q8_K", "llama.cpp can't compute with"],
  ] as const)("%s as %s", async (name, type, message) => {
    const found = await header({});
    const tensors = found.tensors.map((tensor) =>
      tensor.name === name ? { ...tensor, type: tensorType(type) } : tensor,
    );
    expect(() => checkLoadable({ ...found, tensors })).toThrow(message);
  });
});

test("an attention temperature that changes every 0 tokens is rejected", () => {
  const check = (architecture: string, length: number) => {
    const metadata = new Metadata([
      ["general.architecture", string(architecture)],
      [`${architecture}.attention.temperature_scale`, f32(0.1)],
      [`${architecture}.attention.temperature_length`, u32(length)],
    ]);
    checkPositions({ metadata }, (problem) => {
      throw new Error(problem);
    });
  };
  expect(() => check("deepseek2", 0)).toThrow("every 0 tokens");
  check("deepseek2", 8192);
  check("llama4", 0);
});

test("an impossible rotation is rejected, except for models without rotation", () => {
  const check = (architecture: string, finetuned?: boolean, dimensions = 0) => {
    const metadata = new Metadata([
      ["general.architecture", string(architecture)],
      [`${architecture}.block_count`, u32(1)],
      [`${architecture}.attention.head_count`, u32(4)],
      [`${architecture}.attention.key_length`, u32(16)],
      [`${architecture}.rope.dimension_count`, u32(dimensions)],
      ...(finetuned === undefined
        ? []
        : [[`${architecture}.rope.scaling.finetuned`, bool(finetuned)] as const]),
    ]);
    checkPositions({ metadata }, (problem) => {
      throw new Error(problem);
    });
  };
  for (const finetuned of [undefined, true]) {
    expect(() => check("granite", finetuned)).toThrow("rotates 0 dimensions");
  }
  expect(() => check("llama", false)).toThrow("rotates 0 dimensions");
  check("granite", false);
  check("granitehybrid", false);
  check("mamba2");
  // llama.cpp doesn't read it for these.
  check("nemotron_h", undefined, 64);
  expect(() => check("llama", undefined, 64)).toThrow("rotates 64 of the 16 dimensions");
});

test("a layer with experts that it doesn't use is rejected", async () => {
  const found = await header({
    metadata: {
      "llama.block_count": u32(2),
      "llama.expert_count": u32(8),
      "llama.expert_used_count": numbers("u32", [0, 2]),
    },
  });
  const expert = { ...found.tensors[1]!, name: "blk.0.ffn_down_exps.weight" };
  expect(() => checkLoadable({ ...found, tensors: [...found.tensors, expert] })).toThrow(
    "routes to 0 of 8 experts in its layer 0",
  );
  // Here the first layer has no experts.
  checkLoadable(found);
});

test.each<[string, Record<string, MetadataValue | undefined>]>([
  ["a value per layer", { "llama.attention.head_count_kv": numbers("u32", [2]) }],
  [
    "experts in groups",
    { "llama.expert_count": u32(8), "llama.expert_used_count": u32(2), "llama.expert_group_count": u32(1) },
  ],
  ["an invalid id for an unused token", { "tokenizer.ggml.padding_token_id": i32(-1) }],
])("a model with %s is accepted", async (_, metadata) => {
  checkLoadable(await header({ metadata }));
});

describe("a vocabulary", () => {
  test.each<[string, string[], string]>([
    ["a token twice", ["a", "b", "a"], 'the token "a" twice'],
    ["tokens that are equal up to a zero byte", ["ab", "ab\0c"], 'the token "ab" twice'],
    [
      "a token twice, far apart",
      [...Array.from({ length: 50_000 }, (_, id) => `t${id}`), "t7"],
      '"t7" twice',
    ],
  ])("with %s is rejected", async (_, tokens, message) => {
    const found = await header({ metadata: { "tokenizer.ggml.tokens": strings(tokens) } });
    expect(() => checkTokens(found)).toThrow(
      expect.objectContaining({ code: "badModel", message: expect.stringContaining(message) }),
    );
  });

  test("may have several empty tokens", async () => {
    checkTokens(await header({ metadata: { "tokenizer.ggml.tokens": strings(["", "a", ""]) } }));
  });

  test("of type llama must have a token for every byte", async () => {
    const letters = strings(["<unk>", "<s>", "</s>", "a"]);
    const found = await header({ tokenizer: "spm", metadata: { "tokenizer.ggml.tokens": letters } });
    expect(() => checkTokens(found)).toThrow("no token for the byte <0x01>");
  });

  test("of 128,000 tokens is checked quickly", async () => {
    const tokens = strings(Array.from({ length: 128_000 }, (_, id) => `token ${id}`));
    const found = await header({ metadata: { "tokenizer.ggml.tokens": tokens } });
    const start = performance.now();
    checkTokens(found);
    // About 20 ms on a quiet machine.
    expect(performance.now() - start).toBeLessThan(500);
  });
});
