/**
 * From a request's fields to the engine's options, and to llama-server's `generation_settings`,
 * which shows the values that are really used.
 */
import type { LocalEngine } from "../../engine/client/local-engine.ts";
import type { ModelDetails } from "../../engine/core/details.ts";
import type { GenerateOptions, SamplingOptions } from "../../protocol/chat.ts";
import { ApiError } from "../api-error.ts";
import type { ServedPreset } from "../preset.ts";
import { defined } from "../request/fields.ts";
import type { IgnoredFields } from "../request/ignored-fields.ts";
import { tokensOf } from "../request/pieces.ts";
import type { GenerationRequest } from "./schema.ts";

/** llama-server's defaults (tools/server/README.md), where the model's file has no values. */
const defaults = {
  temperature: 0.8,
  topK: 40,
  topP: 0.95,
  minP: 0.05,
  repeatPenalty: 1,
  repeatLastN: 64,
  frequencyPenalty: 0,
  presencePenalty: 0,
} as const satisfies SamplingOptions;

/** The samplers by llama-server's names, in the order in which they are applied here. */
const samplerNames = ["penalties", "top_k", "top_p", "min_p", "temperature"] as const;

/** The values that turn a sampler off. */
const off: Readonly<Record<(typeof samplerNames)[number], SamplingOptions>> = {
  penalties: { repeatPenalty: 1, frequencyPenalty: 0, presencePenalty: 0 },
  top_k: { topK: 0 },
  top_p: { topP: 1 },
  min_p: { minP: 0 },
  temperature: { temperature: 1 },
};

type Sampling = Required<Omit<SamplingOptions, "grammar" | "jsonSchema">>;

export type Settings = { options: GenerateOptions; shown: object };

type Model = {
  engine: Pick<LocalEngine, "tokenize">;
  details: ModelDetails;
  preset?: ServedPreset | undefined;
};

/**
 * @param ignored gets the samplers that are missing here
 * @throws ApiError `invalid` for what can't be done
 */
export async function settingsOf(
  request: GenerationRequest,
  model: Model,
  ignored: IgnoredFields,
): Promise<Settings> {
  if (request.post_sampling_probs) {
    const path = "post_sampling_probs";
    throw new ApiError("invalid", `${path}: only the probabilities before sampling are known here`, { path });
  }
  nameMissing(request, ignored);
  const names = samplersOf(request, ignored);
  const sampling: Sampling = {
    ...samplingOf(request, model),
    ...Object.assign({}, ...samplerNames.filter((name) => !names.includes(name)).map((name) => off[name])),
    logitBias: await biasesOf(request, model),
  };
  const probs = request.n_probs ?? request.logprobs ?? 0;
  const preset = model.preset?.options;
  const limit =
    request.n_predict ?? request.max_completion_tokens ?? request.max_tokens ?? preset?.maxAnswerTokens ?? -1;
  const stop = [request.stop ?? preset?.stop ?? []].flat().filter((text) => text !== "");
  const needsTokens = probs > 0 || request.return_tokens === true || request.stream === true;
  const options: GenerateOptions = {
    sampling: { ...sampling, ...constraintOf(request) },
    maxTokens: limit === -1 ? Number.POSITIVE_INFINITY : limit,
    stop,
    ...(needsTokens ? { logprobs: probs } : {}),
  };
  return {
    options,
    shown: { ...shownSampling(sampling, names), ...shownRequest(request, { probs, limit, stop }) },
  };
}

/** The settings of a request without fields, for /props. */
export function defaultSettings(model: Pick<Model, "details" | "preset">): object {
  const sampling = { ...samplingOf({}, model), logitBias: [], seed: randomSeed };
  const { logit_bias: _, ...shown } = shownSampling(sampling, samplerNames);
  return { ...shown, max_tokens: -1, n_predict: -1, ignore_eos: false, stream: false, n_probs: 0 };
}

/** llama.h's LLAMA_DEFAULT_SEED, which stands for a random one. */
const randomSeed = 0xffffffff;

function samplingOf(
  request: Partial<GenerationRequest>,
  { details: { recommendedSampling }, preset }: Pick<Model, "details" | "preset">,
): Omit<Sampling, "logitBias"> {
  const { grammar: _, jsonSchema: __, ...presetSampling } = preset?.options.sampling ?? {};
  const seed = request.seed ?? presetSampling.seed;
  return {
    ...defaults,
    ...recommendedSampling,
    ...presetSampling,
    ...defined("temperature", request.temperature),
    ...defined("topK", request.top_k),
    ...defined("topP", request.top_p),
    ...defined("minP", request.min_p),
    ...defined("repeatPenalty", request.repeat_penalty),
    ...defined("repeatLastN", request.repeat_last_n),
    ...defined("frequencyPenalty", request.frequency_penalty),
    ...defined("presencePenalty", request.presence_penalty),
    seed:
      seed === undefined || seed === -1 || seed === randomSeed
        ? (crypto.getRandomValues(new Uint32Array(1))[0] as number)
        : seed,
  };
}

/** Fields of samplers and limits that don't exist here, and when they are off. */
const missing: Readonly<Partial<Record<keyof GenerationRequest, (value: never) => boolean>>> = {
  dynatemp_range: (value: number) => value === 0,
  typical_p: (value: number) => value >= 1,
  top_n_sigma: (value: number) => value <= 0,
  xtc_probability: (value: number) => value === 0,
  dry_multiplier: (value: number) => value === 0,
  mirostat: (value: number) => value === 0,
  adaptive_target: (value: number) => value < 0,
  min_keep: (value: number) => value === 0,
  n_indent: (value: number) => value === 0,
  t_max_predict_ms: (value: number) => value <= 0,
  lora: (value: unknown[]) => value.length === 0,
};

function nameMissing(request: GenerationRequest, ignored: IgnoredFields): void {
  for (const [name, isOff] of Object.entries(missing)) {
    const value = request[name as keyof GenerationRequest];
    if (value !== undefined && !isOff(value as never)) ignored.add(name);
  }
}

/** A sampler that isn't in the list isn't used. Its order is fixed here. */
function samplersOf({ samplers }: GenerationRequest, ignored: IgnoredFields): readonly string[] {
  if (samplers === undefined) return samplerNames;
  if (typeof samplers === "string") {
    ignored.add("samplers");
    return samplerNames;
  }
  return samplerNames.filter((name) => samplers.includes(name));
}

/** As llama-server: with both, the grammar decides. */
function constraintOf({
  grammar,
  json_schema: schema,
}: GenerationRequest): Pick<SamplingOptions, "grammar" | "jsonSchema"> {
  if (grammar !== undefined && grammar !== "") return { grammar };
  if (schema === undefined) return {};
  return { jsonSchema: JSON.stringify(Object.keys(schema).length === 0 ? { type: "object" } : schema) };
}

/** A bias for a text applies to each of its tokens. */
async function biasesOf(
  { logit_bias: given, ignore_eos: ignoresEnd }: GenerationRequest,
  { engine, details }: Model,
): Promise<[number, number][]> {
  const entries = given === undefined ? [] : Array.isArray(given) ? given : Object.entries(given);
  const biases: [number, number][] = [];
  for (const [what, value] of entries) {
    const bias = value === false ? Number.NEGATIVE_INFINITY : value;
    const isToken = typeof what === "number" || (!Array.isArray(given) && /^\d+$/.test(what));
    const tokens = isToken
      ? [Number(what)]
      : await tokensOf(engine, [what], { addSpecial: false, parseSpecial: false });
    for (const token of tokens) biases.push([token, bias]);
  }
  if (ignoresEnd) for (const token of details.endTokens) biases.push([token, Number.NEGATIVE_INFINITY]);
  return biases;
}

function shownSampling(sampling: Sampling, samplers: readonly string[]) {
  return {
    seed: sampling.seed,
    temperature: sampling.temperature,
    dynatemp_range: 0,
    dynatemp_exponent: 1,
    top_k: sampling.topK,
    top_p: sampling.topP,
    min_p: sampling.minP,
    top_n_sigma: -1,
    xtc_probability: 0,
    xtc_threshold: 0.1,
    typical_p: 1,
    repeat_last_n: sampling.repeatLastN,
    repeat_penalty: sampling.repeatPenalty,
    presence_penalty: sampling.presencePenalty,
    frequency_penalty: sampling.frequencyPenalty,
    dry_multiplier: 0,
    dry_base: 1.75,
    dry_allowed_length: 2,
    dry_penalty_last_n: 0,
    dry_sequence_breakers: [],
    mirostat: 0,
    mirostat_tau: 5,
    mirostat_eta: 0.1,
    adaptive_target: -1,
    adaptive_decay: 0.9,
    n_keep: 0,
    n_discard: 0,
    min_keep: 0,
    samplers,
    // JSON has no -Infinity; null stands for it, as in llama-server.
    logit_bias: sampling.logitBias.map(([token, bias]) => ({
      token,
      bias: Number.isFinite(bias) ? bias : null,
    })),
  };
}

function shownRequest(
  request: GenerationRequest,
  { probs, limit, stop }: { probs: number; limit: number; stop: readonly string[] },
): object {
  return {
    stop,
    max_tokens: limit,
    n_predict: limit,
    ignore_eos: request.ignore_eos ?? false,
    stream: request.stream ?? false,
    n_probs: probs,
    grammar: constraintOf(request).grammar ?? "",
    timings_per_token: request.timings_per_token ?? false,
    post_sampling_probs: false,
    lora: [],
  };
}
