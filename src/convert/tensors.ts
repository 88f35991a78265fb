/**
 * Turns a repo's tensors into a GGUF's by the rules of the family. Checks that no tensor is
 * missing or occurs twice, and that the shapes match config.json.
 */
import { AnechatError } from "../base/errors.ts";
import { elementCount } from "../formats/gguf/types.ts";
import type { ShardTensor } from "../formats/safetensors/shards.ts";
import { badConfig, type ModelConfig } from "./config.ts";
import type { Family, Model, Output, Rules } from "./family.ts";
import type { SourceTensor } from "./source-weights.ts";
import { stack, type Weight } from "./weight.ts";

export type OutputTensor = {
  name: string;
  weight: Weight;
  /** The stored tensors that it is read from. */
  inputs: readonly ShardTensor[];
};

/** Tensors that text generation doesn't need. */
const ignoredEverywhere =
  /rotary_emb\.inv_freq$|\.(input|activation|k|v)_scale$|_activation_scale$|(^|\.)(vision|visual|audio)|vision_|audio_|multi_modal_projector|mm_projector|image_newline/;

/**
 * @returns the tensors in the order of the files
 * @throws AnechatError badModel for unknown, missing or misshapen tensors
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
    // With tied embeddings transformers ignores a stored output matrix.
    if (name.startsWith("lm_head.") && model.config.boolean("tie_word_embeddings") === true) continue;
    const place = placeOf(name);
    const rules = place.layer === undefined ? family.rules : family.layerRules;
    const whole = place.expert === undefined ? source : experts.add(place, source);
    if (ruleOf(rules, place.key) === undefined) throw unknownTensor(source.name, model.config);
    if (whole === undefined) continue;
    // Rules need rows. The shapes that they make are checked below.
    if (whole.weight.shape.length === 0 || elementCount(whole.weight.shape) === 0) {
      throw badConfig(`doesn't match the tensors: ${source.name} is [${source.weight.shape.join(", ")}]`);
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

/** The name without the prefixes of the model's class and its wrapper. */
function plainName(name: string): string {
  return name
    .replace(/(^|\.)language_model\./, "$1")
    .replace(/^(model|transformer)\./, "")
    .replace(/^model\./, "");
}

type Place = {
  layer: number | undefined;
  expert: number | undefined;
  /** Its key in the family's rules. */
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

/** Collects the experts of a layer, and stacks them into one tensor when all are found. */
class ExpertStacks {
  readonly #config: ModelConfig;
  readonly #found = new Map<string, Map<number, SourceTensor>>();

  constructor(config: ModelConfig) {
    this.#config = config;
  }

  add({ layer, expert, key }: Place, source: SourceTensor): SourceTensor | undefined {
    const count = this.#config.count("num_local_experts", "num_experts");
    if (expert! >= count) throw badConfig(`sets ${count} experts, but the files have ${source.name}`);
    const name = `layer ${layer}: ${key}`;
    const stacked = this.#found.get(name) ?? new Map<number, SourceTensor>();
    if (stacked.has(expert!)) throw badConfig(`doesn't match the tensors: ${source.name} occurs twice`);
    this.#found.set(name, stacked.set(expert!, source));
    if (stacked.size < count) return undefined;
    this.#found.delete(name);
    const parts = Array.from({ length: count }, (_, index) => stacked.get(index)!);
    const [first] = parts;
    const isAlike = ({ weight }: SourceTensor): boolean =>
      weight.type === first!.weight.type && String(weight.shape) === String(first!.weight.shape);
    if (!parts.every(isAlike))
      throw badConfig(`doesn't match the tensors: the experts of ${name} differ in shape`);
    return {
      name: source.name,
      weight: stack(parts.map(({ weight }) => weight)),
      inputs: parts.flatMap(({ inputs }) => inputs),
    };
  }

  checkComplete(): void {
    for (const [name, { size }] of this.#found) {
      const count = this.#config.count("num_local_experts", "num_experts");
      throw incomplete(`it has ${size} of ${count} experts (${name})`);
    }
  }
}

function checkNames(outputs: readonly OutputTensor[], config: ModelConfig): void {
  const { layers } = config;
  const names = new Set<string>();
  const countsByLayer = new Map<number, number>();
  for (const { name } of outputs) {
    if (names.has(name)) throw badConfig(`doesn't match the tensors: two of them become ${name}`);
    names.add(name);
    const layer = /^blk\.(\d+)\./.exec(name)?.[1];
    if (layer !== undefined) countsByLayer.set(Number(layer), (countsByLayer.get(Number(layer)) ?? 0) + 1);
  }
  if (!names.has("token_embd.weight")) throw incomplete("the embedding is missing");
  // llama.cpp would use the embedding instead.
  if (config.boolean("tie_word_embeddings") === false && !names.has("output.weight")) {
    throw incomplete("the output matrix is missing");
  }
  const fullest = Math.max(0, ...countsByLayer.values());
  for (let layer = 0; layer < layers; layer++) {
    const count = countsByLayer.get(layer) ?? 0;
    if (count !== fullest)
      throw incomplete(`layer ${layer} has ${count} tensors where others have ${fullest}`);
  }
  if (countsByLayer.size > layers)
    throw badConfig(`sets ${layers} layers, but the files have ${countsByLayer.size}`);
}

/**
 * Finds a wrong shape before the conversion; llama.cpp would find it only afterwards. Fused and
 * stacked tensors are left to llama.cpp.
 */
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
      const required = shape.map((size) => size ?? "any").join(", ");
      throw badConfig(`implies [${required}] for ${name}, but the files have [${weight.shape.join(", ")}]`);
    }
  }
}

function unknownTensor(name: string, { architecture }: ModelConfig): AnechatError {
  return new AnechatError("badModel", `${architecture} has no tensor ${name.slice(0, 120)}`, {
    hint: "anechat can't convert this variant of the model. Look for a GGUF of it.",
  });
}

function incomplete(what: string): AnechatError {
  return new AnechatError("badModel", `The model is incomplete: ${what}`, {
    hint: "Download all of the repo's files again.",
  });
}
