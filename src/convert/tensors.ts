/** From a repo's tensors to a GGUF's: each by its family's rule, none forgotten, none twice, all of the sizes that config.json says. */
import { AnechatError } from "../base/errors.ts";
import { elementCount } from "../formats/gguf/types.ts";
import type { ShardTensor } from "../formats/safetensors/shards.ts";
import { badConfig, type ModelConfig } from "./config.ts";
import type { Family, Model, Output, Rules } from "./family.ts";
import type { SourceTensor } from "./sources.ts";
import { stack, type Weight } from "./weight.ts";

export type OutputTensor = {
  name: string;
  weight: Weight;
  /** What has to be there to read it. */
  inputs: readonly ShardTensor[];
};

/** Of no use for writing text, or of none at all. */
const ignoredEverywhere =
  /rotary_emb\.inv_freq$|\.(input|activation|k|v)_scale$|_activation_scale$|(^|\.)(vision|visual|audio)|vision_|audio_|multi_modal_projector|mm_projector|image_newline/;

/**
 * @returns in the order in which the files can be read
 * @throws AnechatError badModel for a tensor nobody knows, and for missing or misshapen ones
 */
export function outputTensors(
  family: Family,
  model: Model,
  sources: readonly SourceTensor[],
): OutputTensor[] {
  const outputs: OutputTensor[] = (family.extra?.(model.config) ?? []).map(([name, weight]) => ({
    name,
    weight,
    inputs: [],
  }));
  const experts = new ExpertStacks(model.config);
  for (const source of sources) {
    const name = plainName(source.name);
    if (ignoredEverywhere.test(name) || family.ignored?.test(name)) continue;
    // The embedding is meant, whatever is stored beside it: transformers ties the two when it loads them.
    if (name.startsWith("lm_head.") && model.config.boolean("tie_word_embeddings") === true) continue;
    const place = placeOf(name);
    const rules = place.layer === undefined ? family.rules : family.layerRules;
    const whole = place.expert === undefined ? source : experts.add(place, source);
    if (ruleOf(rules, place.key) === undefined) throw unknownTensor(source.name, model.config);
    if (whole === undefined) continue;
    // The rules count on rows that are there; what they make of them is looked at below.
    if (whole.weight.shape.length === 0 || elementCount(whole.weight.shape) === 0) {
      throw badConfig(`belongs to other files: ${source.name} is [${source.weight.shape.join(", ")}]`);
    }
    for (const [to, weight] of applied(rules, place.key, whole.weight, model)) {
      const prefix = place.layer === undefined ? "" : `blk.${place.layer}.`;
      outputs.push({ name: prefix + to, weight, inputs: whole.inputs });
    }
  }
  experts.checkComplete();
  checkNames(outputs, model.config);
  checkShapes(outputs, model.config);
  return outputs;
}

/** Without what the model's class or its wrapper puts in front. */
function plainName(name: string): string {
  return name
    .replace(/(^|\.)language_model\./, "$1")
    .replace(/^(model|transformer)\./, "")
    .replace(/^model\./, "");
}

type Place = {
  layer: number | undefined;
  expert: number | undefined;
  /** What the rules know it by. */
  key: string;
};

function placeOf(name: string): Place {
  const [, layer, rest] = /^(?:layers|h)\.(\d+)\.(.+)$/.exec(name) ?? [];
  if (layer === undefined || rest === undefined) return { layer: undefined, expert: undefined, key: name };
  const expert = /\.experts\.(\d+)\./.exec(rest)?.[1];
  return {
    layer: Number(layer),
    expert: expert === undefined ? undefined : Number(expert),
    key: rest.replace(/\.experts\.\d+\./, ".experts.*."),
  };
}

const ruleOf = (rules: Rules, key: string) => (Object.hasOwn(rules, key) ? rules[key] : undefined);

function applied(rules: Rules, key: string, weight: Weight, model: Model): readonly Output[] {
  const rule = ruleOf(rules, key)!;
  return typeof rule === "string" ? [[rule, weight]] : rule(weight, model);
}

/** Experts come one by one; when the last of a kind is there, they are one tensor. */
class ExpertStacks {
  readonly #config: ModelConfig;
  readonly #found = new Map<string, Map<number, SourceTensor>>();

  constructor(config: ModelConfig) {
    this.#config = config;
  }

  add({ layer, expert, key }: Place, source: SourceTensor): SourceTensor | undefined {
    const count = this.#config.count("num_local_experts", "num_experts");
    if (expert! >= count) throw badConfig(`says ${count} experts, and the files have ${source.name}`);
    const name = `layer ${layer}: ${key}`;
    const stacked = this.#found.get(name) ?? new Map<number, SourceTensor>();
    if (stacked.has(expert!)) throw badConfig(`belongs to other files: ${source.name} is there twice`);
    this.#found.set(name, stacked.set(expert!, source));
    if (stacked.size < count) return undefined;
    this.#found.delete(name);
    const parts = Array.from({ length: count }, (_, index) => stacked.get(index)!);
    const [first] = parts;
    const isAlike = ({ weight }: SourceTensor): boolean =>
      weight.type === first!.weight.type && String(weight.shape) === String(first!.weight.shape);
    if (!parts.every(isAlike))
      throw badConfig(`belongs to other files: the experts of ${name} differ in shape`);
    return {
      name: source.name,
      weight: stack(parts.map(({ weight }) => weight)),
      inputs: parts.flatMap(({ inputs }) => inputs),
    };
  }

  checkComplete(): void {
    for (const [name, { size }] of this.#found) {
      const count = this.#config.count("num_local_experts", "num_experts");
      throw incomplete(`${size} of ${count} experts are there (${name})`);
    }
  }
}

function checkNames(outputs: readonly OutputTensor[], config: ModelConfig): void {
  const { layers } = config;
  const names = new Set<string>();
  const ofLayer = new Map<number, number>();
  for (const { name } of outputs) {
    if (names.has(name)) throw badConfig(`belongs to other files: two tensors of them would be ${name}`);
    names.add(name);
    const layer = /^blk\.(\d+)\./.exec(name)?.[1];
    if (layer !== undefined) ofLayer.set(Number(layer), (ofLayer.get(Number(layer)) ?? 0) + 1);
  }
  if (!names.has("token_embd.weight")) throw incomplete("the embedding is missing");
  // llama.cpp would take the embedding in its place.
  if (config.boolean("tie_word_embeddings") === false && !names.has("output.weight")) {
    throw incomplete("the output matrix is missing");
  }
  const fullest = Math.max(0, ...ofLayer.values());
  for (let layer = 0; layer < layers; layer++) {
    const count = ofLayer.get(layer) ?? 0;
    if (count !== fullest)
      throw incomplete(`layer ${layer} has ${count} tensors where others have ${fullest}`);
  }
  if (ofLayer.size > layers) throw badConfig(`says ${layers} layers, and the files have ${ofLayer.size}`);
}

/** Before hours of work, and not by llama.cpp after them. Fused and stacked ones it looks at itself. */
function checkShapes(outputs: readonly OutputTensor[], config: ModelConfig): void {
  const { hidden, heads, kvHeads, headSize } = config;
  const expected: Readonly<Record<string, readonly (number | undefined)[]>> = {
    "token_embd.weight": [undefined, hidden],
    "output.weight": [undefined, hidden],
    "output_norm.weight": [hidden],
    "attn_norm.weight": [hidden],
    "ffn_norm.weight": [hidden],
    "attn_q.weight": [heads * headSize, hidden],
    "attn_k.weight": [kvHeads * headSize, hidden],
    "attn_v.weight": [kvHeads * headSize, hidden],
    "attn_output.weight": [hidden, undefined],
    "ffn_gate.weight": [undefined, hidden],
    "ffn_up.weight": [undefined, hidden],
    "ffn_down.weight": [hidden, undefined],
    "ffn_gate_inp.weight": [undefined, hidden],
  };
  for (const { name, weight } of outputs) {
    const shape = expected[name.replace(/^blk\.\d+\./, "")];
    if (shape === undefined) continue;
    const fits =
      shape.length === weight.shape.length &&
      shape.every((size, index) => size === undefined || size === weight.shape[index]);
    if (!fits) {
      const wanted = shape.map((size) => size ?? "any").join(", ");
      throw badConfig(`means [${wanted}] for ${name}, and the files have [${weight.shape.join(", ")}]`);
    }
  }
}

function unknownTensor(name: string, { architecture }: ModelConfig): AnechatError {
  return new AnechatError("badModel", `${architecture} has no tensor ${name.slice(0, 120)}`, {
    hint: "It is a variant that can't be converted here: look for a GGUF of it.",
  });
}

function incomplete(what: string): AnechatError {
  return new AnechatError("badModel", `The model is incomplete: ${what}`, {
    hint: "Get the repo's files anew, all of them.",
  });
}
