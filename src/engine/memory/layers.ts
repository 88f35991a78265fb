/**
 * What the layers of a model keep of the tokens before, from its header: groups of cells and
 * recurrent states. It follows llama_model::create_memory of llama.cpp v0.5.0.
 */

import { Parameters } from "../../formats/gguf/parameters.ts";
import type { GgufHeader } from "../../formats/gguf/reader.ts";
import { type LayerKind, layerKinds, ngramState, stateOfLayer } from "./recurrence.ts";
import { type SlidingWindow, slidingWindow } from "./windows.ts";

/** Cells that are allocated together, over all layers that have them. */
export type CellGroup = {
  /** Numbers of one cell. */
  width: number;
  /** Tokens of the sliding window; 0: there is a cell for each token of the context. */
  window: number;
  /** Tokens of the context that share one cell. */
  tokensPerCell: number;
  /** Each sequence has its own cells, as many as the context has. */
  isPerSequence: boolean;
};

export type LayerMemory = {
  cells: readonly CellGroup[];
  /** F32 numbers of one sequence's states. */
  state: number;
};

export function layerMemory({ metadata }: Pick<GgufHeader, "metadata">): LayerMemory {
  const parameters = new Parameters(metadata);
  const { architecture, layers } = parameters;
  if (withoutMemory.includes(architecture)) return { cells: [], state: 0 };
  const heads = parameters.perLayer("attention.head_count") ?? [];
  const kvHeads = parameters.perLayer("attention.head_count_kv") ?? heads;
  const model: ModelLayers = {
    parameters,
    kvHeads,
    kinds: layerKinds(parameters, kvHeads),
    window: slidingWindow(parameters),
    keys: headSizes(parameters, "key", heads[0] ?? 0),
    values: headSizes(parameters, "value", heads[0] ?? 0),
  };
  if (architecture === "deepseek4") return compressedMemory(model);
  const sum = (widthOf: (layer: number) => number): number =>
    Array.from({ length: layers }, (_, layer) => widthOf(layer)).reduce((total, width) => total + width, 0);
  const owning = layersWithCells(parameters);
  const width = (layer: number): number =>
    model.kinds[layer]?.hasAttention && layer < owning ? cellWidth(model, layer) : 0;
  const full = sum((layer) => (model.window.has(layer) ? 0 : width(layer)) + indexerWidth(model, layer));
  const windowed = sum((layer) => (model.window.has(layer) ? width(layer) : 0));
  const recurrentLayers = model.kinds.filter(({ isRecurrent }) => isRecurrent).length;
  return {
    cells: [
      group({ width: full * (parameters.number("num_loops") || 1) + routerWidth(model) }),
      group({ width: windowed, window: model.window.size }),
    ].filter((one) => one.width > 0),
    state:
      recurrentLayers * stateOfLayer(parameters, heads[0] ?? 0, model.keys.full) + ngramState(parameters),
  };
}

type HeadSizes = { full: number; windowed: number };

type ModelLayers = {
  parameters: Parameters;
  kvHeads: readonly number[];
  kinds: readonly LayerKind[];
  window: SlidingWindow;
  keys: HeadSizes;
  values: HeadSizes;
};

/** Encoders and diffusion models evaluate a whole text at a time. */
const withoutMemory = [
  "bert",
  "dream",
  "eurobert",
  "gemma-embedding",
  "jina-bert-v2",
  "jina-bert-v3",
  "llada",
  "llada-moe",
  "modern-bert",
  "neo-bert",
  "nomic-bert",
  "nomic-bert-moe",
  "rnd1",
  "wavtokenizer-dec",
];

function group(given: Partial<CellGroup> & { width: number }): CellGroup {
  return { window: 0, tokensPerCell: 1, isPerSequence: false, ...given };
}

/** @param heads of the first layer: llama.cpp divides the width by it for all layers */
function headSizes(parameters: Parameters, part: "key" | "value", heads: number): HeadSizes {
  const even = heads > 0 ? Math.floor(parameters.number("embedding_length") / heads) : 0;
  const full = parameters.number(`attention.${part}_length`) || even;
  return { full, windowed: parameters.number(`attention.${part}_length_swa`) || full };
}

/** The first layers have keys and values, which the others share: llama_hparams::has_kv. */
function layersWithCells(parameters: Parameters): number {
  if (parameters.architecture === "gemma3n") return 20;
  const sharing = parameters.architecture === "gemma4" ? parameters.number("attention.shared_kv_layers") : 0;
  return parameters.layers - sharing;
}

/** Multi-head latent attention caches only keys: the values are computed from them. */
function isLatent(parameters: Parameters): boolean {
  return parameters.number("attention.key_length_mla") > 0;
}

function cellWidth({ parameters, kvHeads, window, keys, values }: ModelLayers, layer: number): number {
  const kind = window.has(layer) ? "windowed" : "full";
  return (kvHeads[layer] ?? 0) * (keys[kind] + (isLatent(parameters) ? 0 : values[kind]));
}

/**
 * Sparse attention chooses tokens by an index, which has its own key in each cell. llama.cpp's
 * cache then has a value, too, unless the attention is latent.
 */
function indexerWidth(model: ModelLayers, layer: number): number {
  const { parameters, values, window } = model;
  const key = parameters.number("attention.indexer.key_length");
  if (key === 0 || !hasIndexer(model, layer)) return 0;
  // Qwen4's attention is not latent, but its cache of indexer keys has no values either.
  const hasOnlyKeys = isLatent(parameters) || parameters.architecture === "qwen4exp";
  return key + (hasOnlyKeys ? 0 : values[window.has(layer) ? "windowed" : "full"]);
}

function hasIndexer({ parameters, kinds }: ModelLayers, layer: number): boolean {
  const isMain = layer < parameters.layers - parameters.number("nextn_predict_layers");
  const types = parameters.list("attention.indexer.types");
  switch (parameters.architecture) {
    case "deepseek32":
      return isMain;
    case "glm-dsa":
      // From the release with 2^20 tokens on, only some layers have an index of their own.
      if (types !== undefined) return isMain && types[layer] !== 0;
      return isMain && (parameters.number("context_length") < 2 ** 20 || layer < 2 || layer % 4 === 2);
    case "dots3note":
      return isMain && (types?.[layer] ?? 0) !== 0;
    case "hy_v4":
      return (types?.[layer] ?? 0) !== 0;
    case "minimax-m3":
      return layer >= parameters.number("leading_dense_block_count");
    case "qwen4exp":
      return kinds[layer]?.hasAttention ?? false;
    default:
      return false;
  }
}

/** Granite Switch has one more layer, with a single head. */
function routerWidth({ parameters, keys, values }: ModelLayers): number {
  return parameters.architecture === "graniteswitch" ? keys.full + values.full : 0;
}

/**
 * DeepSeek-V4 (llama_kv_cache_dsv4): a window of keys in all layers, and in most of them keys of 4
 * or 128 tokens together, with a state of the tokens that are not yet a whole group. Layers with
 * groups of 4 have an index, too.
 */
function compressedMemory({ parameters, kvHeads, window, keys }: ModelLayers): LayerMemory {
  const ratios = parameters.list("attention.compress_ratios") ?? [];
  const layers = kvHeads.map((_, layer) => layer);
  const index = parameters.number("attention.indexer.key_length");
  const width = (ratio?: number): number =>
    layers
      .filter((layer) => ratio === undefined || ratios[layer] === ratio)
      .reduce((sum, layer) => sum + (kvHeads[layer] ?? 0) * keys.full, 0);
  const count = (ratio: number): number => layers.filter((layer) => ratios[layer] === ratio).length;
  return {
    cells: [
      group({ width: width(), window: window.size, isPerSequence: true }),
      group({ width: width(4) + count(4) * index, tokensPerCell: 4, isPerSequence: true }),
      group({ width: width(128), tokensPerCell: 128, isPerSequence: true }),
    ],
    // Keys and scores: of two groups with two keys each, or of one group.
    state: count(4) * 2 * 8 * 2 * (keys.full + index) + count(128) * 2 * 128 * keys.full,
  };
}
