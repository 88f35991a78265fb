/** A repo's tensors become a GGUF's, or are rejected. Rules of the families: families.test.ts. */
import { describe, expect, test } from "bun:test";
import { seededRandom } from "../../scripts/random.ts";
import { AnechatError } from "../../src/base/errors.ts";
import { ModelConfig } from "../../src/convert/config.ts";
import { familyOf } from "../../src/convert/families/index.ts";
import type { SourceTensor } from "../../src/convert/source-weights.ts";
import { type OutputTensor, outputTensors } from "../../src/convert/tensors.ts";
import { decode, floats, type Weight } from "../../src/convert/weight.ts";
import type { SourceSpec } from "../fixtures/convert/source-model.ts";
import { gpt2 } from "../fixtures/convert/specs/gpt.ts";
import { sourceSpecs } from "../fixtures/convert/specs/index.ts";
import { llama, llamaTied, mistral, mixtral } from "../fixtures/convert/specs/llama.ts";

type Change = (tensors: Map<string, readonly number[]>) => void;

/** A spec's tensors after `change`, without numbers. */
function sourcesOf(spec: SourceSpec, change: Change = () => {}): SourceTensor[] {
  const tensors = new Map(spec.tensors);
  change(tensors);
  return [...tensors].map(([name, shape]) => ({ name, weight: weightOf(shape), inputs: [] }));
}

/** The GGUF tensors of a spec after `change`. */
function outputsOf(spec: SourceSpec, change?: Change, config: Record<string, unknown> = {}): OutputTensor[] {
  return convert(spec, sourcesOf(spec, change), config);
}

function convert(
  spec: SourceSpec,
  sources: readonly SourceTensor[],
  changes: Record<string, unknown> = {},
): OutputTensor[] {
  const config = new ModelConfig({ ...spec.config, ...changes });
  return outputTensors(familyOf(config.architecture), { config, isMlx: false }, sources);
}

const weightOf = (shape: readonly number[]): Weight => ({ ...floats([]), shape });

const namesOf = (outputs: readonly OutputTensor[]): string[] => outputs.map(({ name }) => name).sort();

const layerPart = (part: string, layer = 1): string => `model.layers.${layer}.${part}`;

describe("an incomplete or inconsistent repo is rejected with the tensor's name:", () => {
  test.each<[string, SourceSpec, Change, string]>([
    ["an unknown tensor", llama, (all) => all.set("model.surprise.weight", [64]), "model.surprise.weight"],
    [
      "an unknown tensor of a layer",
      llama,
      (all) => all.set(layerPart("self_attn.rel_bias"), [64]),
      "layers.1.self_attn.rel_bias",
    ],
    [
      "a name of a property of every object",
      llama,
      (all) => all.set("model.constructor", [64]),
      "no tensor model.constructor",
    ],
    [
      "a missing layer",
      llama,
      (all) => {
        for (const name of all.keys()) if (name.startsWith("model.layers.1.")) all.delete(name);
      },
      "layer 1 has 0 tensors",
    ],
    [
      "a missing tensor of a layer",
      llama,
      (all) => all.delete(layerPart("mlp.up_proj.weight", 0)),
      "layer 0 has 8",
    ],
    ["an extra layer", llama, (all) => all.set(layerPart("mlp.up_proj.weight", 2), [128, 64]), "have 3"],
    ["a missing embedding", llama, (all) => all.delete("model.embed_tokens.weight"), "the embedding"],
    ["a missing output matrix", llama, (all) => all.delete("lm_head.weight"), "the output matrix"],
    [
      "the same tensor under two names",
      llama,
      (all) => all.set("norm.weight", [64]),
      "two of them become output_norm.weight",
    ],
    [
      "a missing expert",
      mixtral,
      (all) => all.delete(layerPart("block_sparse_moe.experts.2.w2.weight")),
      "3 of 4 experts (layer 1: block_sparse_moe.experts.*.w2.weight)",
    ],
    [
      "an extra expert",
      mixtral,
      (all) => all.set(layerPart("block_sparse_moe.experts.4.w2.weight"), [64, 128]),
      "4 experts, but the files have model.layers.1.block_sparse_moe.experts.4.w2.weight",
    ],
    [
      "the same expert under two names",
      mixtral,
      (all) => {
        all.delete(layerPart("block_sparse_moe.experts.0.w2.weight"));
        all.set("layers.1.block_sparse_moe.experts.3.w2.weight", [64, 128]);
      },
      "experts.3.w2.weight occurs twice",
    ],
    [
      "experts of different sizes",
      mixtral,
      (all) => all.set(layerPart("block_sparse_moe.experts.1.w1.weight"), [64, 64]),
      "layer 1: block_sparse_moe.experts.*.w1.weight differ",
    ],
    [
      "a matrix of the wrong size",
      llama,
      (all) => all.set(layerPart("mlp.gate_proj.weight"), [128, 32]),
      "[any, 64] for blk.1.ffn_gate.weight, but the files have [128, 32]",
    ],
    [
      "a matrix with one dimension",
      llama,
      (all) => all.set("model.embed_tokens.weight", [64]),
      "token_embd.weight, but the files have [64]",
    ],
    [
      "heads of the wrong size",
      mistral,
      (all) => all.set(layerPart("self_attn.v_proj.weight"), [32, 64]),
      "[64, 64] for blk.1.attn_v.weight",
    ],
    [
      "heads that don't divide the rows",
      llama,
      (all) => all.set(layerPart("self_attn.q_proj.weight"), [60, 64]),
      "4 heads, which don't divide 60 rows",
    ],
  ])("%s", (_, spec, change, message) => {
    expect(() => outputsOf(spec, change)).toThrow(
      expect.objectContaining({ code: "badModel", message: expect.stringContaining(message) }),
    );
  });

  test("more layers than llama.cpp supports", () => {
    expect(() => outputsOf(llama, undefined, { num_hidden_layers: 513 })).toThrow("513 layers");
  });

  test.each([["NoSuchForCausalLM"], ["constructor"]])("the architecture %s", (name) => {
    expect(() => outputsOf(llama, undefined, { architectures: [name] })).toThrow(name);
  });
});

describe("is left out:", () => {
  test.each([
    "model.layers.0.self_attn.rotary_emb.inv_freq",
    "model.layers.0.self_attn.k_scale",
    "model.layers.0.mlp.up_proj.input_scale",
    "vision_tower.encoder.layers.0.attn.weight",
    "model.vision_tower.patch_conv.weight",
    "multi_modal_projector.linear_1.weight",
    "audio_tower.conv1.weight",
  ])("%s", (name) => {
    expect(namesOf(outputsOf(llama, (all) => all.set(name, [8])))).toEqual(namesOf(outputsOf(llama)));
  });

  test("GPT-2's masks", () => {
    const masks: Change = (all) => {
      all.set("h.0.attn.bias", [1, 1, 128, 128]);
      all.set("h.1.attn.masked_bias", []);
    };
    expect(namesOf(outputsOf(gpt2, masks))).toEqual(namesOf(outputsOf(gpt2)));
  });

  test("an output matrix if the embedding is tied", () => {
    const outputs = outputsOf(llamaTied, (all) => all.set("lm_head.weight", [292, 64]));
    expect(namesOf(outputs)).not.toContain("output.weight");
  });
});

test.each([
  [
    "language_model.model.layers",
    "language_model.model.embed",
    "language_model.model.norm",
    "language_model.lm_head",
  ],
  ["model.language_model.layers", "model.language_model.embed", "model.language_model.norm", "lm_head"],
  ["layers", "embed", "norm", "lm_head"],
])("%s are layers, with any prefix", (layers, embed, norm, head) => {
  const renamed: SourceSpec = {
    ...llama,
    tensors: llama.tensors.map(([name, shape]) => [
      name
        .replace(/^model\.layers/, layers)
        .replace(/^model\.embed/, embed)
        .replace(/^model\.norm/, norm)
        .replace(/^lm_head/, head),
      shape,
    ]),
  };
  expect(namesOf(outputsOf(renamed))).toEqual(namesOf(outputsOf(llama)));
});

test("experts are stacked by their numbers, in any order of the files", async () => {
  const sources = sourcesOf(mixtral).map((source): SourceTensor => {
    const expert = /layers\.0\..*experts\.(\d)\.w1/.exec(source.name)?.[1];
    return expert === undefined ? source : { ...source, weight: floats([Number(expert)], [1, 1]) };
  });
  const outputs = convert(mixtral, sources.toReversed());
  const { weight } = outputs.find(({ name }) => name === "blk.0.ffn_gate_exps.weight")!;
  expect(weight.shape).toEqual([4, 1, 1]);
  expect(decode(weight.type, await weight.rows(0, 4))).toEqual(Float32Array.of(0, 1, 2, 3));
});

test("tensors of any shapes are converted or rejected", () => {
  const random = seededRandom(7);
  const families = sourceSpecs.filter(({ mlx }) => mlx === undefined);
  const sizes = [0, 1, 2, 3, 5, 7, 16, 31, 64, 65, 96, 128, 320, 1009];
  let rejected = 0;
  const rounds = 3000;
  for (let round = 0; round < rounds; round++) {
    const spec = families[random.below(families.length)]!;
    const sources = sourcesOf(spec, (all) => {
      const names = [...all.keys()];
      for (let changes = 1 + random.below(3); changes > 0; changes--) {
        const shape = Array.from({ length: random.below(5) }, () => sizes[random.below(sizes.length)]!);
        all.set(names[random.below(names.length)]!, shape);
      }
    });
    // The names that sources.ts gives to gpt-oss's experts.
    const named = sources
      .filter(({ name }) => !name.endsWith("_scales"))
      .map((source): SourceTensor => ({ ...source, name: source.name.replace(/_blocks$/, "") }));
    try {
      convert(spec, named);
    } catch (error) {
      if (!(error instanceof AnechatError) || error.code !== "badModel") {
        throw new Error(`round ${round}, ${spec.name}, ends in another error`, { cause: error });
      }
      rejected += 1;
    }
  }
  expect(rejected).toBeGreaterThan(rounds / 2);
});
