/**
 * Which layers of a model attend to a sliding window only. Patterns are partly in the header and
 * partly in llama.cpp v0.5.0's code: the table is from `load_arch_hparams` in src/models/*.cpp.
 * Files of other architectures may name a window, but llama.cpp ignores it.
 */
import type { Parameters } from "../../formats/gguf/parameters.ts";

type WindowRule = {
  /**
   * The last layer of each group of this many keeps all tokens, if the header has no pattern; 0: no
   * layer does. Missing: the header must list the layers.
   */
  every?: number;
  /** The first layer of each group does instead of the last. */
  isFirst?: true;
  /** Tokens if the header doesn't say it. */
  missing?: number;
  /** Tokens whatever the header says. */
  fixed?: number;
  /** Only models with this many layers have windows. */
  layers?: number;
};

const rules: Readonly<Record<string, WindowRule>> = {
  afmoe: { every: 4 },
  cohere2: { every: 4 },
  cohere2moe: { every: 4, isFirst: true },
  deepseek4: { every: 0 },
  dots3note: {},
  "exaone-moe": { every: 4 },
  exaone4: { every: 4, missing: 4096, layers: 64 },
  gemma2: { every: 2, missing: 4096 },
  gemma3: { every: 6 },
  gemma3n: { every: 5 },
  gemma4: {},
  "gpt-oss": { every: 2 },
  granite_swa: {},
  laguna: { every: 4, isFirst: true },
  lfm2: { every: 0 },
  llama4: { every: 4, missing: 8192, fixed: 8192 },
  maple: {},
  mellum: { every: 4 },
  mimo2: {},
  "muse-glimmer": { every: 4 },
  olmo2: { every: 4 },
  plamo3: { every: 8 },
  smallthinker: { every: 4, isFirst: true, fixed: 4096 },
  spark2_5: {},
  step35: {},
};

export type SlidingWindow = {
  /** Tokens; 0 if the model has none. */
  size: number;
  /** Whether a layer only keeps the window. */
  has: (layer: number) => boolean;
};

export function slidingWindow(parameters: Parameters): SlidingWindow {
  const none = { size: 0, has: () => false };
  const rule = rules[parameters.architecture];
  if (rule === undefined || (rule.layers ?? parameters.layers) !== parameters.layers) return none;
  const size = windowSize(rule, parameters);
  if (size === 0) return none;
  const list = parameters.list("attention.sliding_window_pattern");
  // llama.cpp's array has zeros behind the end of a short list.
  if (list !== undefined) return { size, has: (layer) => (list[layer] ?? 0) !== 0 };
  const every = parameters.number("attention.sliding_window_pattern") || rule.every;
  if (every === undefined) return none;
  const place = rule.isFirst ? 0 : every - 1;
  // Layers for multi-token prediction are not part of the pattern, except where all are windowed.
  const patterned = every === 0 ? parameters.layers : parameters.layers - parameters.number(draftLayers);
  return { size, has: (layer) => layer < patterned && (every === 0 || layer % every !== place) };
}

function windowSize({ missing = 0, fixed }: WindowRule, parameters: Parameters): number {
  if (!parameters.has("attention.sliding_window")) return missing;
  const given = parameters.number("attention.sliding_window");
  return given === 0 ? 0 : (fixed ?? given);
}

const draftLayers = "nextn_predict_layers";
