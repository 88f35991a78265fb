/** Merges the sampling values of the user, of the model's file and the defaults. */
import type { SamplerOptions } from "../../llama/sampler.ts";
import type { SamplingOptions } from "../../protocol/chat.ts";

export const samplingDefaults = {
  temperature: 0.7,
  topK: 0,
  topP: 0.9,
  minP: 0,
  repeatPenalty: 1,
  repeatLastN: 64,
  frequencyPenalty: 0,
  presencePenalty: 0,
} as const satisfies SamplingOptions;

/**
 * GGUF keys of the sampling that a model's authors recommend (llama.cpp:
 * LLM_KV_GENERAL_SAMPLING_*).
 */
const modelKeys = {
  temperature: "general.sampling.temp",
  topK: "general.sampling.top_k",
  topP: "general.sampling.top_p",
  minP: "general.sampling.min_p",
  repeatPenalty: "general.sampling.penalty_repeat",
  repeatLastN: "general.sampling.penalty_last_n",
} as const;

/** The values that a model's authors recommend. @param metadata returns a number of its file */
export function recommendedSampling(
  metadata: (key: string) => number | undefined,
): Partial<Record<keyof typeof samplingDefaults, number>> {
  return Object.fromEntries(
    Object.entries(modelKeys).flatMap(([name, key]) => {
      const value = metadata(key);
      return value !== undefined && Number.isFinite(value) ? [[name, value]] : [];
    }),
  );
}

/**
 * @param options of the user; missing values come from the model, then from the defaults
 * @param metadata returns a GGUF value as text, or undefined
 * @param randomSeed used if the options have no seed
 */
export function resolveSampling(
  options: SamplingOptions,
  metadata: (key: string) => string | undefined,
  randomSeed: () => number,
): SamplerOptions {
  const recommended = recommendedSampling((key) => {
    const text = metadata(key);
    return text === undefined ? undefined : Number(text);
  });
  const value = (key: keyof typeof samplingDefaults): number =>
    options[key] ?? recommended[key] ?? samplingDefaults[key];
  return {
    temperature: value("temperature"),
    topK: value("topK"),
    topP: value("topP"),
    minP: value("minP"),
    repeatPenalty: value("repeatPenalty"),
    repeatLastN: value("repeatLastN"),
    frequencyPenalty: value("frequencyPenalty"),
    presencePenalty: value("presencePenalty"),
    seed: options.seed ?? randomSeed(),
    logitBias: options.logitBias ?? [],
  };
}
