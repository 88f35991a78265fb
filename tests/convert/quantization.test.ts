import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ModelConfig } from "../../src/convert/config.ts";
import { familyOf } from "../../src/convert/families/index.ts";
import {
  defaultQuantization,
  parseQuantization,
  planTypes,
  quantizations,
} from "../../src/convert/quantization.ts";
import type { SourceTensor } from "../../src/convert/source-weights.ts";
import { type OutputTensor, outputTensors } from "../../src/convert/tensors.ts";
import { floats } from "../../src/convert/weight.ts";
import type { TensorTypeName } from "../../src/formats/gguf/types.ts";
import { layerTypes, type TypesOfSpec } from "../fixtures/convert/quantization-types.ts";
import type { SourceSpec } from "../fixtures/convert/source-model.ts";
import { widenedSpecs } from "../fixtures/convert/widened.ts";
import { native } from "../fixtures/native.ts";

/** scripts/convert/quantization-fixtures.ts */
const expected = JSON.parse(
  readFileSync(join(import.meta.dir, "../fixtures/convert/quantization-types.json"), "utf8"),
) as Record<string, TypesOfSpec>;

/** A spec's tensors for a GGUF, in the order of a repo's files: layer 10 before layer 2. */
function outputsOf(spec: SourceSpec): { config: ModelConfig; outputs: OutputTensor[]; arch: string } {
  const config = new ModelConfig(spec.config);
  const family = familyOf(config.architecture);
  const sources = spec.tensors
    .map(([name, shape]): SourceTensor => ({ name, weight: { ...floats([]), shape }, inputs: [] }))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
  return { config, outputs: outputTensors(family, { config, isMlx: false }, sources), arch: family.arch };
}

describe.each(widenedSpecs.map((spec) => [spec.name, spec] as const))("%s", (name, spec) => {
  const { config, outputs, arch } = outputsOf(spec);

  test.each(quantizations.filter((quantization) => !["F32", "F16", "BF16"].includes(quantization)))(
    "%s has the same types as in llama-quantize",
    (quantization) => {
      const { types } = planTypes(native(), quantization, arch, config, outputs);
      const chosen = layerTypes(outputs.map((output, index) => [output.name, types[index]!]));
      expect(chosen).toEqual(expected[name]![quantization]!);
    },
  );
});

const output = (name: string, type: TensorTypeName, shape: readonly number[]): OutputTensor => ({
  name,
  weight: { ...floats([]), type, shape },
  inputs: [],
});

describe("exact", () => {
  const typesOf = (tensors: readonly OutputTensor[]) =>
    planTypes(native(), "exact", "llama", new ModelConfig({ architectures: ["LlamaForCausalLM"] }), tensors);

  test("keeps codes, and makes Q8_0 of eight-bit weights", () => {
    const { types, fileType } = typesOf([
      output("token_embd.weight", "Q4_1", [320, 64]),
      output("blk.0.attn_q.weight", "Q4_1", [64, 64]),
      output("output.weight", "Q8_0", [320, 64]),
      output("blk.0.attn_k.weight", "F32", [64, 64]),
      output("blk.0.attn_v.weight", "BF16", [64, 64]),
      output("blk.0.ffn_gate_inp.weight", "F32", [4, 64]),
      output("blk.0.attn_norm.weight", "BF16", [64]),
      output("blk.0.attn_q.bias", "F16", [64]),
    ]);
    expect(types).toEqual(["Q4_1", "Q4_1", "Q8_0", "Q8_0", "BF16", "F32", "F32", "F32"]);
    // Most are Q4_1: LLAMA_FTYPE_MOSTLY_Q4_1.
    expect(fileType).toBe(3);
  });

  test("keeps the experts of gpt-oss, and makes Q8_0 of its other matrices", () => {
    const { types, fileType } = typesOf([
      output("blk.0.ffn_up_exps.weight", "MXFP4", [4, 96, 64]),
      output("blk.0.ffn_up_exps.bias", "BF16", [4, 96]),
      output("token_embd.weight", "BF16", [320, 64]),
    ]);
    expect(types).toEqual(["MXFP4", "F32", "Q8_0"]);
    expect(fileType).toBe(38);
  });
});

describe("the default", () => {
  const gigabytes = (count: number): number => count * 1e9;
  const model = (weights: number, type: TensorTypeName = "BF16") => [
    output("t", type, [weights / 1000, 1000]),
  ];

  test.each<[string, OutputTensor[], number, string]>([
    ["for a small model is eight bits", model(1e9), gigabytes(8), "Q8_0"],
    ["for a small one in little memory is four bits", model(4e9), gigabytes(4), "Q4_K_M"],
    ["for a large one is four bits", model(8e9), gigabytes(64), "Q4_K_M"],
    ["for a quantized one is to keep it", model(8e9, "Q4_1"), gigabytes(64), "exact"],
    [
      "for MXFP4 experts with BF16 is to keep them",
      [...model(1e9), ...model(1e10, "MXFP4")],
      gigabytes(64),
      "exact",
    ],
  ])("%s", (_, tensors, memory, quantization) => {
    expect<string>(defaultQuantization(tensors, false, memory)).toBe(quantization);
  });

  test("for mlx's eight bits, which are read as floats, is to keep about as many bits", () => {
    expect(defaultQuantization(model(8e9, "F32"), true, gigabytes(64))).toBe("exact");
  });
});

test("names may be in lower case; unknown ones are rejected", () => {
  expect(parseQuantization("q4_k_m")).toBe("Q4_K_M");
  for (const name of ["exact", "q4", "IQ2_XXS", "", "toString"]) {
    expect(() => parseQuantization(name)).toThrow(expect.objectContaining({ code: "usage" }));
  }
});
