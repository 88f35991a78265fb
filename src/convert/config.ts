/**
 * config.json, with what transformers leaves to its readers made plain: the
 * text model's own part in front, and one place for everything about RoPE.
 */
import { AnechatError } from "../base/errors.ts";

type Json = Readonly<Record<string, unknown>>;

/** No layer, vocabulary or context of any model is near it; tables of that many numbers still fit the memory. */
const largestCount = 2 ** 24;

/** Rotary position embedding, whichever of the three generations of keys says it. */
export type RopeConfig = {
  /** "default", "linear", "llama3", "yarn", "longrope", "dynamic" …; undefined where nothing is scaled. */
  readonly type: string | undefined;
  readonly theta: number | undefined;
  /** Of sliding-window layers, where they have their own. */
  readonly localTheta: number | undefined;
  /** The scaling's own numbers: factor, beta_fast, low_freq_factor … */
  readonly values: Json;
};

export class ModelConfig {
  /** The first of `architectures`: "LlamaForCausalLM". */
  readonly architecture: string;
  readonly rope: RopeConfig;
  readonly #values: Json;

  /** @throws AnechatError badModel for what isn't a model's config */
  constructor(json: unknown) {
    if (!isObject(json)) throw badConfig("is not a JSON object");
    refuseEndless(json);
    // Of a model that also sees or hears, the part that writes.
    const text = json.text_config ?? json.llm_config ?? json.language_config;
    const said = { ...json, ...(isObject(text) ? text : {}) };
    this.#values = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
    const [architecture] = Array.isArray(json.architectures) ? json.architectures : [];
    if (typeof architecture !== "string") throw badConfig("doesn't name its architecture");
    this.architecture = architecture;
    this.rope = ropeOf(this.#values);
  }

  /** The same, with these values where it says nothing: what transformers would fill in. */
  withDefaults(defaults: Json): ModelConfig {
    return new ModelConfig({ ...defaults, ...this.#values, architectures: [this.architecture] });
  }

  /** The first of these keys that holds a number. */
  number(...keys: readonly string[]): number | undefined {
    return keys.map((key) => this.#values[key]).find((value) => typeof value === "number");
  }

  /** The same, a whole number above zero. @throws AnechatError badModel where it is missing or beyond reason */
  count(...keys: readonly string[]): number {
    const value = this.whole(...keys);
    if (value === undefined) throw badConfig(`doesn't say ${keys[0]}`);
    if (value === 0) throw badConfig(`says ${keys[0]} is 0`);
    return value;
  }

  /** The same, zero included, or undefined where nothing is said. @throws AnechatError badModel for what isn't whole */
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
    if (layers > 512) throw badConfig(`says the model has ${layers} layers: 512 are possible`);
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

  /** Numbers of a head: said, or the hidden size's share. */
  get headSize(): number {
    return this.has("head_dim") ? this.count("head_dim") : Math.floor(this.hidden / this.heads);
  }
}

export function badConfig(problem: string): AnechatError {
  return new AnechatError("badModel", `config.json ${problem}`, {
    hint: "It doesn't describe a model that can be converted: get the repo's files anew, or look for a GGUF of it.",
  });
}

/** Any number of things in a model. @throws AnechatError badModel */
export function checkWhole(value: number, name: string): number {
  if (Number.isSafeInteger(value) && value >= 0 && value <= largestCount) return value;
  throw badConfig(`says ${name} is ${value}`);
}

/** JSON has no Infinity, but 1e999 is read as one. @throws AnechatError badModel */
function refuseEndless(config: Json): void {
  const left: [key: string, value: unknown][] = Object.entries(config);
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [key, value] = next;
    if (typeof value === "number" && !Number.isFinite(value)) throw badConfig(`says ${key} is ${value}`);
    if (typeof value === "object" && value !== null) {
      for (const [inner, part] of Object.entries(value))
        left.push([Array.isArray(value) ? key : inner, part]);
    }
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function ropeOf(values: Json): RopeConfig {
  const said = [values.rope_parameters, values.rope_scaling].find(isObject) ?? {};
  // transformers 5 may write one for each type of layer.
  const global = isObject(said.full_attention) ? said.full_attention : said;
  const local = isObject(said.sliding_attention) ? said.sliding_attention : {};
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
