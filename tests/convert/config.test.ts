import { describe, expect, test } from "bun:test";
import { ModelConfig } from "../../src/convert/config.ts";
import { llama3Factors } from "../../src/convert/families/llama.ts";
import { ropeMetadata } from "../../src/convert/metadata.ts";

const config = (values: Record<string, unknown>): ModelConfig =>
  new ModelConfig({ architectures: ["LlamaForCausalLM"], ...values });

describe("a config", () => {
  test("takes values of the text model first, and the architecture from the top level", () => {
    const multimodal = new ModelConfig({
      architectures: ["Gemma3ForConditionalGeneration"],
      hidden_size: 1,
      num_attention_heads: 8,
      text_config: { architectures: ["Gemma3ForCausalLM"], hidden_size: 64 },
    });
    expect(multimodal.architecture).toBe("Gemma3ForConditionalGeneration");
    expect([multimodal.hidden, multimodal.heads]).toEqual([64, 8]);
    expect(multimodal.withDefaults({}).architecture).toBe("Gemma3ForConditionalGeneration");
  });

  test("with an infinite number is rejected, at any depth", () => {
    for (const json of [
      '{"architectures": ["LlamaForCausalLM"], "rms_norm_eps": 1e999}',
      '{"architectures": ["LlamaForCausalLM"], "rope_scaling": {"long_factor": [1, -1e999]}}',
    ]) {
      expect(() => new ModelConfig(JSON.parse(json))).toThrow(
        expect.objectContaining({
          code: "badModel",
          message: expect.stringMatching(/sets \w+ to -?Infinity/),
        }),
      );
    }
  });

  test("treats null as a missing key, also for defaults", () => {
    const withNulls = config({
      head_dim: null,
      hidden_size: 64,
      num_attention_heads: 4,
      num_key_value_heads: null,
    });
    expect([withNulls.headSize, withNulls.kvHeads, withNulls.has("head_dim")]).toEqual([16, 4, false]);
    expect(withNulls.withDefaults({ head_dim: 256, hidden_size: 1 })).toMatchObject({
      headSize: 256,
      hidden: 64,
    });
  });

  test("without architectures has that of its model_type", () => {
    expect(new ModelConfig({ model_type: "llama" }).architecture).toBe("LlamaForCausalLM");
    const named = { model_type: "llama", architectures: ["MistralForCausalLM"] };
    expect(new ModelConfig(named).architecture).toBe("MistralForCausalLM");
  });

  test.each<[string, unknown, string]>([
    ["a list", [], "isn't a model's config"],
    ["no architecture", { hidden_size: 64 }, "doesn't name its architecture"],
    ["an unknown model_type", { model_type: "toString" }, "doesn't name its architecture"],
    ["an architecture that is a number", { architectures: [7] }, "doesn't name its architecture"],
  ])("%s: rejected", (_, json) => {
    expect(() => new ModelConfig(json)).toThrow(expect.objectContaining({ code: "badModel" }));
  });

  test.each([[undefined], [0], [-1], [1.5], [1e300], ["64"]])("a size of %p: rejected", (hidden_size) => {
    expect(() => config({ hidden_size }).hidden).toThrow("hidden_size");
  });
});

describe("RoPE is the same in all three forms", () => {
  const scaling = { factor: 4, original_max_position_embeddings: 64 };
  test.each([
    ["rope_scaling with type", { rope_theta: 1e6, rope_scaling: { type: "yarn", ...scaling } }],
    ["rope_scaling with rope_type", { rope_theta: 1e6, rope_scaling: { rope_type: "yarn", ...scaling } }],
    ["rope_parameters", { rope_parameters: { rope_theta: 1e6, rope_type: "yarn", ...scaling } }],
    [
      "rope_parameters by type of layer",
      { rope_parameters: { full_attention: { rope_theta: 1e6, rope_type: "yarn", ...scaling } } },
    ],
    [
      "the original context at the top level",
      { rope_theta: 1e6, original_max_position_embeddings: 64, rope_scaling: { type: "YARN", factor: 4 } },
    ],
  ])("%s", (_, values) => {
    expect(Object.fromEntries(ropeMetadata("x", config(values)))).toEqual({
      "x.rope.freq_base": { type: "f32", value: 1e6 },
      "x.rope.scaling.type": { type: "string", value: "yarn" },
      "x.rope.scaling.factor": { type: "f32", value: 4 },
      "x.rope.scaling.original_context_length": { type: "u32", value: 64 },
    });
  });

  test("an unsupported scaling is rejected by its name", () => {
    expect(() => ropeMetadata("x", config({ rope_scaling: { type: "spiral" } }))).toThrow("spiral");
  });
});

/** Computed as float32 by torch in llama.cpp's converter, for Llama 3.1 8B and Llama 3.2 1B. */
const factorsOfTorch = [
  [128, 8, "3f9a8ed5 3fc6d64a 4001af1d 402c732e 406bcace 40a83c06"],
  [64, 32, "3fd35ec2 4052b46f 411aaaee"],
] as const;

test.each(factorsOfTorch)(
  "Llama 3's factors for heads of %d, to the bit",
  async (head_dim, factor, between) => {
    const [output] = llama3Factors(
      config({
        head_dim,
        rope_theta: 500_000,
        rope_scaling: {
          factor,
          high_freq_factor: 4,
          low_freq_factor: 1,
          original_max_position_embeddings: 8192,
          rope_type: "llama3",
        },
      }),
    );
    const [name, weight] = output!;
    expect(name).toBe("rope_freqs.weight");
    const values = new Float32Array((await weight.rows(0, 1)).slice().buffer);
    expect(values).toHaveLength(head_dim / 2);
    // 1 for high frequencies, the whole factor for low ones, and computed values in between.
    const computed = values.filter((value) => value !== 1 && value !== factor);
    expect([...new Uint32Array(computed.buffer)].map((bits) => bits.toString(16)).join(" ")).toBe(between);
  },
);
