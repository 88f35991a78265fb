import { describe, expect, test } from "bun:test";
import { resolveSampling } from "../../../src/engine/output/sampling.ts";

const metadata = (values: Record<string, string>) => (key: string) => values[key];

describe("sampling values", () => {
  test("the defaults: temperature 0.7, top-p 0.9, and a fresh seed", () => {
    const values = resolveSampling({}, metadata({}), () => 7);
    expect(values).toMatchObject({ temperature: 0.7, topP: 0.9, topK: 0, repeatPenalty: 1, seed: 7 });
  });

  test("the model's values override the defaults, and the user's override both", () => {
    const model = metadata({ "general.sampling.temp": "0.6", "general.sampling.top_k": "20" });
    expect(resolveSampling({}, model, () => 0)).toMatchObject({ temperature: 0.6, topK: 20, topP: 0.9 });
    expect(resolveSampling({ temperature: 0 }, model, () => 0)).toMatchObject({ temperature: 0, topK: 20 });
  });

  test("a model's value that is not a number is ignored", () => {
    const model = metadata({ "general.sampling.temp": "warm" });
    expect(resolveSampling({}, model, () => 0).temperature).toBe(0.7);
  });
});
