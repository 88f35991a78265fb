/**
 * What each layer of a model keeps for the tokens before, from its header: cells of the KV cache,
 * cells of a sliding window, a recurrent state. It follows llama.cpp v0.5.0: src/models/*.cpp,
 * llama-hparams.cpp and llama_model::create_memory.
 */
import type { GgufHeader } from "../../formats/gguf/reader.ts";

export type LayerMemory = {
  /** Numbers of one cell: keys and values of all layers that keep every cell. */
  cell: number;
  /** The same of the layers with a sliding window. */
  windowedCell: number;
  /** Tokens of the sliding window; 0: no layer has one. */
  window: number;
  /** F32 numbers of a sequence's recurrent state, over all layers. */
  state: number;
};

export function layerMemory({ metadata }: GgufHeader): LayerMemory {
  const architecture = metadata.getString("general.architecture") ?? "";
  const number = (key: string): number => metadata.getNumber(`${architecture}.${key}`) ?? 0;
  const all = Math.min(number("block_count"), maxLayers);
  const perLayer = (key: string): readonly number[] | undefined =>
    metadata.getPerLayer(`${architecture}.${key}`, all);
  const layers = Array.from({ length: all }, (_, layer) => layer);
  const heads = perLayer("attention.head_count") ?? [];
  const kvHeads = perLayer("attention.head_count_kv") ?? heads;
  const forward = perLayer("feed_forward_length") ?? [];
  const headSize = number("embedding_length") / Math.max(1, ...heads);
  // Multi-head latent attention caches only keys: the values are computed from them.
  const isLatent = number("attention.key_length_mla") > 0;
  const sizeOf = (suffix: string): number => {
    const keys = number(`attention.key_length${suffix}`) || number("attention.key_length") || headSize;
    const values = number(`attention.value_length${suffix}`) || number("attention.value_length") || headSize;
    return keys + (isLatent ? 0 : values);
  };

  const drafting = number("nextn_predict_layers");
  const interval = fullAttentionInterval(architecture, number("full_attention_interval"));
  const recurrent = perLayer("attention.recurrent_layers");
  const isRecurrent = (layer: number): boolean => {
    if (recurrent !== undefined) return recurrent[layer] !== 0;
    if (interval > 0) return layer < all - drafting && (layer + 1) % interval !== 0;
    // Layers that only have a feed-forward network, as in Nemotron-H.
    if (architecture.startsWith("nemotron_h") && forward[layer] !== 0) return false;
    return bothInEachLayer.includes(architecture) || !kvHeads[layer];
  };
  const hasAttention = (layer: number): boolean => {
    if (bothInEachLayer.includes(architecture)) return true;
    if (interval > 0 && layer >= all - drafting) return false;
    return !(recurrent !== undefined || interval > 0) || !isRecurrent(layer);
  };

  const { window, isWindowed } = windows(architecture, all, number("attention.sliding_window"), () =>
    perLayer("attention.sliding_window_pattern"),
  );
  const sharing = number("attention.shared_kv_layers");
  const own = architecture === "gemma3n" ? Math.min(gemma3nOwnLayers, all) : all - sharing;
  const cells = (isWanted: (layer: number) => boolean, size: number): number =>
    layers
      .filter((layer) => layer < own && hasAttention(layer) && isWanted(layer))
      .reduce((sum, layer) => sum + (kvHeads[layer] ?? 0) * size, 0);
  return {
    cell: cells((layer) => !isWindowed(layer), sizeOf("")),
    windowedCell: cells(isWindowed, sizeOf("_swa")),
    window,
    state: layers.filter(isRecurrent).length * stateOfLayer(number, heads),
  };
}

/** As llama.cpp's LLAMA_MAX_LAYERS. */
const maxLayers = 512;

/** Each layer has attention and a recurrent state. */
const bothInEachLayer = ["falcon-h1"];

/** The first layers of Gemma 3n have keys and values, which the others share. */
const gemma3nOwnLayers = 20;

/** Of each group of this many layers, the last has attention, and the others a recurrent state. */
function fullAttentionInterval(architecture: string, given: number): number {
  const isKnown = ["qwen3next", "qwen35", "qwen35moe", "qwen4exp", "minimax-01"].includes(architecture);
  return isKnown ? given || 4 : 0;
}

/** llama_hparams::n_embd_r and n_embd_s: F32 numbers of a recurrent layer. */
function stateOfLayer(number: (key: string) => number, heads: readonly number[]): number {
  const embedding = number("embedding_length");
  const wkv = number("wkv.head_size");
  if (wkv > 0) return embedding * ((number("token_shift_count") || 2) + wkv);
  const shortConvolution = number("shortconv.l_cache");
  if (shortConvolution > 0) return embedding * (shortConvolution - 1);
  const convolution = number("ssm.conv_kernel");
  const kda = number("kda.head_dim");
  if (kda > 0) {
    const inner = Math.max(0, ...heads) * kda;
    return 3 * (convolution > 0 ? convolution - 1 : 3) * inner + kda * inner;
  }
  const [inner, state] = [number("ssm.inner_size"), number("ssm.state_size")];
  const convolved = inner + 2 * number("ssm.group_count") * state;
  return Math.max(0, convolution - 1) * convolved + state * inner;
}

type WindowPattern = {
  /** Of each group of this many layers, the last keeps all cells; 0: none does. */
  every: number;
  /** The first of each group does instead. */
  isFirst?: true;
  /** Tokens, if the file doesn't say it, or llama.cpp doesn't read it. */
  window?: number;
};

/** Patterns that are in llama.cpp's code: load_swa_pattern in src/models/*.cpp. */
const windowPatterns: Readonly<Record<string, WindowPattern>> = {
  afmoe: { every: 4 },
  cohere2: { every: 4 },
  cohere2moe: { every: 4, isFirst: true },
  deepseek4: { every: 0 },
  "exaone-moe": { every: 4, window: 128 },
  exaone4: { every: 4, window: 4096 },
  gemma2: { every: 2, window: 4096 },
  gemma3: { every: 6 },
  gemma3n: { every: 5 },
  "gpt-oss": { every: 2 },
  laguna: { every: 4, isFirst: true },
  llama4: { every: 4, window: 8192 },
  mellum: { every: 4 },
  "muse-glimmer": { every: 4 },
  olmo2: { every: 4 },
  plamo3: { every: 8 },
  smallthinker: { every: 4, isFirst: true, window: 4096 },
};

/** Architectures whose windows llama.cpp ignores. */
const ignoredWindows = ["phi3", "phimoe"];

/** All layers with attention have the window. */
const allWindowed = ["lfm2", "lfm2moe"];

function windows(
  architecture: string,
  layers: number,
  given: number,
  listed: () => readonly number[] | undefined,
): { window: number; isWindowed: (layer: number) => boolean } {
  const none = { window: 0, isWindowed: () => false };
  if (ignoredWindows.includes(architecture)) return none;
  // Of EXAONE 4, only the model with 64 layers has windows.
  if (architecture === "exaone4" && layers !== 64) return none;
  const pattern = windowPatterns[architecture];
  const window = given || (pattern?.window ?? 0);
  if (window === 0) return none;
  if (allWindowed.includes(architecture)) return { window, isWindowed: () => true };
  const list = listed();
  // A single number is the length of a group.
  const isList = list !== undefined && (list.length === 1 || new Set(list).size > 1 || (list[0] ?? 0) < 2);
  if (isList) return { window, isWindowed: (layer) => list[layer] !== 0 };
  const every = list?.[0] ?? pattern?.every;
  // An unknown family: all layers are taken to keep all cells.
  if (every === undefined) return none;
  const place = pattern?.isFirst ? 0 : every - 1;
  return { window, isWindowed: (layer) => every === 0 || layer % every !== place };
}
