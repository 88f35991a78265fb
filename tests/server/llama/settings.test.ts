/** Which options a request of llama-server's API gives the engine, and what the response shows. */
import { describe, expect, test } from "bun:test";
import type { ModelDetails } from "../../../src/engine/core/details.ts";
import { completionRequest } from "../../../src/server/llama/schema.ts";
import { defaultSettings, settingsOf } from "../../../src/server/llama/settings.ts";
import type { ServedPreset } from "../../../src/server/preset.ts";
import { IgnoredFields } from "../../../src/server/request/ignored-fields.ts";

const details: ModelDetails = {
  recommendedSampling: { topK: 20 },
  endTokens: [2, 5],
  bosText: "<s>",
  eosText: "</s>",
};
const tokenize = async (text: string): Promise<number[]> => [...text].map((char) => char.charCodeAt(0));

async function settings(fields: object, ignored = new IgnoredFields(false), preset?: ServedPreset) {
  const request = completionRequest.parse({ prompt: "Once", ...fields });
  return settingsOf(request, { engine: { tokenize }, details, preset }, ignored);
}

describe("sampling", () => {
  test("is the request's, else the model's, else llama-server's", async () => {
    const { options, shown } = await settings({ temperature: 0.3 });
    expect(options.sampling).toMatchObject({ temperature: 0.3, topK: 20, topP: 0.95, minP: 0.05 });
    expect(shown).toMatchObject({ temperature: 0.3, top_k: 20, top_p: 0.95, min_p: 0.05 });
    expect(defaultSettings({ details })).toMatchObject({ temperature: 0.8, top_k: 20, n_predict: -1 });
  });

  test("is the preset's before the model's, and the request's before the preset's", async () => {
    const preset: ServedPreset = {
      model: "demo",
      examples: [],
      options: { sampling: { topK: 7, seed: 3, grammar: 'root ::= "x"' }, stop: ["###"], maxAnswerTokens: 9 },
    };
    const { options, shown } = await settings({ temperature: 0.3 }, undefined, preset);
    expect(options).toMatchObject({ stop: ["###"], maxTokens: 9, sampling: { topK: 7, seed: 3 } });
    expect(shown).toMatchObject({ top_k: 7, temperature: 0.3, stop: ["###"], n_predict: 9 });
    expect(defaultSettings({ details, preset })).toMatchObject({ top_k: 7, temperature: 0.8 });
    const own = await settings({ top_k: 5, n_predict: 2, stop: [] }, undefined, preset);
    expect(own.options).toMatchObject({ stop: [], maxTokens: 2, sampling: { topK: 5 } });
  });

  test("shows the seed that was really used, also if it was chosen here", async () => {
    for (const fields of [{}, { seed: -1 }]) {
      const { options, shown } = await settings(fields);
      const seed = options.sampling?.seed as number;
      expect(seed).toBeGreaterThanOrEqual(0);
      expect(shown).toMatchObject({ seed });
    }
    expect((await settings({ seed: 7 })).options.sampling?.seed).toBe(7);
  });

  test("clamps values as llama-server does", async () => {
    const { options } = await settings({ temperature: -1, top_k: -5, top_p: 3, min_p: -1 });
    expect(options.sampling).toMatchObject({ temperature: 0, topK: 0, topP: 1, minP: 0 });
  });

  test("doesn't use a sampler that the list of samplers leaves out", async () => {
    const { options, shown } = await settings({ samplers: ["top_k", "dry", "temperature"], top_k: 3 });
    expect(options.sampling).toMatchObject({ topK: 3, topP: 1, minP: 0, temperature: 0.8 });
    expect(shown).toMatchObject({ samplers: ["top_k", "temperature"], top_p: 1, min_p: 0 });
  });

  test("names what is missing here, unless it is switched off", async () => {
    const ignored = new IgnoredFields(false);
    await settings({ dry_multiplier: 0.8, mirostat: 0, typical_p: 1, xtc_probability: 0.1 }, ignored);
    expect(ignored.names).toEqual(["xtc_probability", "dry_multiplier"]);
  });

  test("refuses probabilities after sampling, which are not known here", () => {
    expect(settings({ post_sampling_probs: true })).rejects.toThrow("post_sampling_probs: ");
  });
});

describe("biases", () => {
  test("are pairs or an object, of token ids or of texts", async () => {
    const pairs = await settings({
      logit_bias: [
        [7, -1],
        ["ab", 2],
        [8, false],
      ],
    });
    expect(pairs.options.sampling?.logitBias).toEqual([
      [7, -1],
      [97, 2],
      [98, 2],
      [8, Number.NEGATIVE_INFINITY],
    ]);
    const object = await settings({ logit_bias: { "7": -1, a: false } });
    expect(object.shown).toMatchObject({
      logit_bias: [
        { token: 7, bias: -1 },
        { token: 97, bias: null },
      ],
    });
  });

  test("ban every token that ends an answer with ignore_eos", async () => {
    const { shown } = await settings({ ignore_eos: true });
    expect(shown).toMatchObject({
      ignore_eos: true,
      logit_bias: [
        { token: 2, bias: null },
        { token: 5, bias: null },
      ],
    });
    expect((await settings({})).shown).toMatchObject({ logit_bias: [] });
  });
});

describe("limits and constraints", () => {
  test("n_predict -1 is no limit, and 0 only reads the prompt", async () => {
    expect((await settings({ n_predict: -1 })).options.maxTokens).toBe(Number.POSITIVE_INFINITY);
    expect((await settings({ n_predict: 0 })).options.maxTokens).toBe(0);
    expect((await settings({ max_tokens: 3 })).options.maxTokens).toBe(3);
  });

  test("an empty schema is any object, and a grammar goes before a schema", async () => {
    expect((await settings({ json_schema: {} })).options.sampling?.jsonSchema).toBe('{"type":"object"}');
    const both = await settings({ json_schema: {}, grammar: 'root ::= "a"' });
    expect(both.options.sampling).toMatchObject({ grammar: 'root ::= "a"' });
    expect(both.options.sampling?.jsonSchema).toBeUndefined();
  });

  test("empty stop strings don't count", async () => {
    expect((await settings({ stop: ["", "a"] })).options.stop).toEqual(["a"]);
  });
});
