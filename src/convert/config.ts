/**
 * Reads config.json. Values of the text model come before those of the whole model, and
 * everything about RoPE is in one place.
 */
import { AnechatError } from "../base/errors.ts";

type Json = Readonly<Record<string, unknown>>;

/** Far above the layers, vocabulary or context of any model. A table of this size fits memory. */
const maxCount = 2 ** 24;

/** Rotary position embedding, from any of the three generations of keys. */
export type RopeConfig = {
  /** "default", "linear", "llama3", "yarn", "longrope", "dynamic" …; undefined without scaling. */
  readonly type: string | undefined;
  readonly theta: number | undefined;
  /** For sliding-window layers, if they have their own. */
  readonly localTheta: number | undefined;
  /** Parameters of the scaling: factor, beta_fast, low_freq_factor … */
  readonly values: Json;
};

/**
 * The classes that AutoModelForCausalLM of transformers takes for a `model_type`: some repos, such
 * as fine-tunes saved by other programs, name nothing else.
 */
const classes: Readonly<Record<string, string>> = {
  gemma2: "Gemma2ForCausalLM",
  gemma3: "Gemma3ForConditionalGeneration",
  gemma3_text: "Gemma3ForCausalLM",
  gpt2: "GPT2LMHeadModel",
  gpt_oss: "GptOssForCausalLM",
  granite: "GraniteForCausalLM",
  granitemoe: "GraniteMoeForCausalLM",
  granitemoeshared: "GraniteMoeSharedForCausalLM",
  llama: "LlamaForCausalLM",
  ministral3: "Ministral3ForCausalLM",
  mistral: "MistralForCausalLM",
  mistral3: "Mistral3ForConditionalGeneration",
  mixtral: "MixtralForCausalLM",
  olmo2: "Olmo2ForCausalLM",
  olmo3: "Olmo3ForCausalLM",
  phi3: "Phi3ForCausalLM",
  qwen2: "Qwen2ForCausalLM",
  qwen3: "Qwen3ForCausalLM",
  qwen3_moe: "Qwen3MoeForCausalLM",
  smollm3: "SmolLM3ForCausalLM",
};

function classOf(modelType: unknown): string | undefined {
  return typeof modelType === "string" && Object.hasOwn(classes, modelType) ? classes[modelType] : undefined;
}

export class ModelConfig {
  /** The first of `architectures`: "LlamaForCausalLM". */
  readonly architecture: string;
  readonly rope: RopeConfig;
  readonly #values: Json;

  /** @throws AnechatError badModel if this is not the config of a model */
  constructor(json: unknown) {
    if (!isObject(json)) throw badConfig("is not a JSON object");
    rejectInfinite(json);
    // In a model for images or audio, the config of the text model.
    const text = json.text_config ?? json.llm_config ?? json.language_config;
    const merged = { ...json, ...(isObject(text) ? text : {}) };
    this.#values = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
    const [named] = Array.isArray(json.architectures) ? json.architectures : [];
    const architecture = named ?? classOf(json.model_type);
    if (typeof architecture !== "string") throw badConfig("doesn't name its architecture");
    this.architecture = architecture;
    this.rope = ropeOf(this.#values);
  }

  /** The same config with these values for missing keys, as transformers fills them in. */
  withDefaults(defaults: Json): ModelConfig {
    return new ModelConfig({ ...defaults, ...this.#values, architectures: [this.architecture] });
  }

  /** The value of the first of these keys that holds a number. */
  number(...keys: readonly string[]): number | undefined {
    return keys.map((key) => this.#values[key]).find((value) => typeof value === "number");
  }

  /** A whole number above zero. @throws AnechatError badModel if it is missing, 0 or invalid */
  count(...keys: readonly string[]): number {
    const value = this.whole(...keys);
    if (value === undefined) throw badConfig(`has no ${keys[0]}`);
    if (value === 0) throw badConfig(`sets ${keys[0]} to 0`);
    return value;
  }

  /** A whole number; undefined if it is missing. @throws AnechatError badModel if it is invalid */
  whole(...keys: readonly string[]): number | undefined {
    const value = this.number(...keys);
    return value === undefined ? undefined : checkWhole(value, keys[0]!);
  }

  string(key: string): string | undefined {
    const value = this.#values[key];
    return typeof value === "string" ? value : undefined;
  }

  boolean(key: string): boolean | undefined {
    const value = this.#values[key];
    return typeof value === "boolean" ? value : undefined;
  }

  list(key: string): readonly unknown[] | undefined {
    const value = this.#values[key];
    return Array.isArray(value) ? value : undefined;
  }

  object(key: string): Json | undefined {
    const value = this.#values[key];
    return isObject(value) ? value : undefined;
  }

  has(key: string): boolean {
    return this.#values[key] !== undefined;
  }

  get layers(): number {
    const layers = this.count("num_hidden_layers", "n_layer", "n_layers", "num_layers");
    // LLAMA_MAX_LAYERS of llama.cpp v0.5.0.
    if (layers > 512) throw badConfig(`sets ${layers} layers, but llama.cpp supports at most 512`);
    return layers;
  }

  get hidden(): number {
    return this.count("hidden_size", "n_embd");
  }

  get heads(): number {
    return this.count("num_attention_heads", "n_head");
  }

  get kvHeads(): number {
    return this.has("num_key_value_heads") ? this.count("num_key_value_heads") : this.heads;
  }

  /** Dimensions of a head: head_dim, or the hidden size divided by the heads. */
  get headSize(): number {
    return this.has("head_dim") ? this.count("head_dim") : Math.floor(this.hidden / this.heads);
  }
}

export function badConfig(problem: string): AnechatError {
  return new AnechatError("badModel", `config.json ${problem}`, {
    hint: "Download the repo's files again, or get a GGUF of this model.",
  });
}

/** Returns a count of things in a model. @throws AnechatError badModel if it can't be one */
export function checkWhole(value: number, name: string): number {
  if (Number.isSafeInteger(value) && value >= 0 && value <= maxCount) return value;
  throw badConfig(`sets ${name} to ${value}`);
}

/** JSON has no Infinity, but JSON.parse() reads 1e999 as one. @throws AnechatError badModel */
function rejectInfinite(config: Json): void {
  const pending: [key: string, value: unknown][] = Object.entries(config);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [key, value] = next;
    if (typeof value === "number" && !Number.isFinite(value)) throw badConfig(`sets ${key} to ${value}`);
    if (typeof value === "object" && value !== null) {
      for (const [inner, part] of Object.entries(value))
        pending.push([Array.isArray(value) ? key : inner, part]);
    }
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function ropeOf(values: Json): RopeConfig {
  const rope = [values.rope_parameters, values.rope_scaling].find(isObject) ?? {};
  // transformers 5 may write an object for each type of layer.
  const global = isObject(rope.full_attention) ? rope.full_attention : rope;
  const local = isObject(rope.sliding_attention) ? rope.sliding_attention : {};
  const number = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);
  const type = global.rope_type ?? global.type;
  return {
    type: typeof type === "string" ? type.toLowerCase() : undefined,
    theta: number(global.rope_theta) ?? number(values.rope_theta) ?? number(values.rotary_emb_base),
    localTheta: number(local.rope_theta) ?? number(values.rope_local_base_freq),
    values: {
      ...(values.original_max_position_embeddings === undefined
        ? {}
        : { original_max_position_embeddings: values.original_max_position_embeddings }),
      ...(values.partial_rotary_factor === undefined
        ? {}
        : { partial_rotary_factor: values.partial_rotary_factor }),
      ...global,
    },
  };
}
