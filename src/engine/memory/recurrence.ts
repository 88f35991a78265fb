/**
 * Which layers of a model have a recurrent state, and how large it is: `load_arch_hparams` in
 * llama.cpp v0.5.0's src/models/*.cpp, and llama_hparams::n_embd_r and n_embd_s.
 */
import type { Parameters } from "../../formats/gguf/parameters.ts";

export type LayerKind = { hasAttention: boolean; isRecurrent: boolean };

const recurrentOnly = ["mamba", "mamba2", "rwkv6", "rwkv6qwen2", "rwkv7", "arwkv7"];

/** Layers without KV heads are recurrent. */
const byKvHeads = [
  "bailingmoe3",
  "granitehybrid",
  "jamba",
  "kimi-k3",
  "kimi-linear",
  "lfm2",
  "lfm2moe",
  "plamo2",
];

/** As these, but layers with a feed-forward network have nothing else. */
const byKvHeadsOrForward = ["nemotron_h", "nemotron_h_moe"];

/**
 * The last layer of each group of this many has attention, and the others are recurrent, if the
 * header has neither a list nor `full_attention_interval`.
 */
const byInterval: Readonly<Record<string, number>> = {
  "minimax-01": 8,
  qwen35: 4,
  qwen35moe: 4,
  qwen3next: 4,
  qwen4exp: 4,
};

/** Each layer has both. */
const both = ["falcon-h1"];

/** Layers for multi-token prediction are cached, too, where llama.cpp doesn't leave them out. */
const cachesDraftLayers = ["deepseek4", "hy_v4", "minimax-m3"];

/** @param kvHeads per layer */
export function layerKinds(parameters: Parameters, kvHeads: readonly number[]): LayerKind[] {
  const { architecture, layers } = parameters;
  const drafting = parameters.number("nextn_predict_layers");
  const main = drafting < layers ? layers - drafting : layers;
  const forward = parameters.perLayer("feed_forward_length") ?? [];
  const listed = parameters.perLayer("attention.recurrent_layers");
  const interval = parameters.number("full_attention_interval") || (byInterval[architecture] ?? 0);
  const kindOf = (layer: number): LayerKind => {
    const isMain = layer < main;
    if (recurrentOnly.includes(architecture)) return { hasAttention: false, isRecurrent: isMain };
    if (both.includes(architecture)) return { hasAttention: true, isRecurrent: isMain };
    if (architecture in byInterval) {
      const isRecurrent = listed === undefined ? (layer + 1) % interval !== 0 : listed[layer] !== 0;
      return { hasAttention: isMain && !isRecurrent, isRecurrent: isMain && isRecurrent };
    }
    const isOnlyForward = byKvHeadsOrForward.includes(architecture) && (forward[layer] ?? 0) > 0;
    if (byKvHeads.includes(architecture) || byKvHeadsOrForward.includes(architecture)) {
      const isRecurrent = isMain && kvHeads[layer] === 0;
      return { hasAttention: !isOnlyForward && !isRecurrent, isRecurrent: !isOnlyForward && isRecurrent };
    }
    return { hasAttention: isMain || cachesDraftLayers.includes(architecture), isRecurrent: false };
  };
  return Array.from({ length: layers }, (_, layer) => kindOf(layer));
}

/**
 * F32 numbers of one sequence's state in a recurrent layer.
 * @param heads of the first layer, which llama.cpp uses for all
 * @param keyLength of a head
 */
export function stateOfLayer(parameters: Parameters, heads: number, keyLength: number): number {
  const number = (key: string): number => parameters.number(key);
  const embedding = number("embedding_length");
  const wkv = number("wkv.head_size");
  if (wkv > 0) return embedding * ((number("token_shift_count") || 2) + wkv);
  const shortConvolution = number("shortconv.l_cache");
  if (shortConvolution > 0) return embedding * (shortConvolution - 1);
  const kernel = number("ssm.conv_kernel");
  const kda = number("kda.head_dim");
  if (kda > 0) return heads * kda * (3 * (kernel > 0 ? kernel - 1 : 3) + kda);
  if (parameters.architecture === "minimax-01") return heads * keyLength ** 2;
  const [inner, state] = [number("ssm.inner_size"), number("ssm.state_size")];
  return Math.max(0, kernel - 1) * (inner + 2 * number("ssm.group_count") * state) + state * inner;
}

/** F32 numbers of one sequence that Qwen4's layer of n-gram embeddings keeps besides. */
export function ngramState(parameters: Parameters): number {
  if ((parameters.list("ple.layers") ?? []).length === 0) return 0;
  const width = parameters.number("hyper_connection.count") * parameters.number("embedding_length");
  return Math.max(0, parameters.number("ple.conv_kernel") - 1) * parameters.number("ple.ngram_size") * width;
}
