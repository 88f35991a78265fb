/**
 * Makes a Hugging Face repo to convert: Llama 3.2 1B's shape with random weights, as BF16
 * safetensors or in MLX 4-bit quantization. The time of a conversion does not depend on the
 * weights' values.
 */
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { seededRandom } from "../random.ts";
import { makeVocabulary } from "./vocabulary.ts";

const shape = { layers: 16, hidden: 2048, heads: 32, kvHeads: 8, headSize: 64, feedForward: 8192 } as const;
const vocabularySize = 128_256;

const config = {
  architectures: ["LlamaForCausalLM"],
  model_type: "llama",
  hidden_size: shape.hidden,
  intermediate_size: shape.feedForward,
  num_hidden_layers: shape.layers,
  num_attention_heads: shape.heads,
  num_key_value_heads: shape.kvHeads,
  head_dim: shape.headSize,
  rms_norm_eps: 1e-5,
  rope_theta: 500_000,
  max_position_embeddings: 131_072,
  tie_word_embeddings: true,
  vocab_size: vocabularySize,
  bos_token_id: vocabularySize - 256,
  eos_token_id: vocabularySize - 255,
};
const quantization = { group_size: 64, bits: 4 };

export type SourceKind = "bf16" | "mlx-4bit";

/** Makes the repo if it does not exist. @returns its folder */
export async function ensureSourceModel(parent: string, kind: SourceKind): Promise<string> {
  const folder = join(parent, `source-1b-${kind}`);
  if (existsSync(folder)) return folder;
  console.log(`Making the source (${kind})…`);
  const unfinished = `${folder}.new`;
  mkdirSync(unfinished, { recursive: true });
  const write = (name: string, content: unknown): void =>
    writeFileSync(join(unfinished, name), JSON.stringify(content));
  write("config.json", kind === "bf16" ? config : { ...config, quantization });
  write("tokenizer.json", tokenizer());
  write("tokenizer_config.json", { tokenizer_class: "PreTrainedTokenizerFast" });
  await writeWeights(join(unfinished, "model.safetensors"), kind === "bf16" ? bf16Tensors() : mlxTensors());
  renameSync(unfinished, folder);
  return folder;
}

type Tensor = { name: string; type: "BF16" | "U32"; shape: number[] };

function bf16Tensors(): Tensor[] {
  return matrices().map(([name, ...dimensions]) => ({
    name: `${name}.weight`,
    type: "BF16",
    shape: dimensions,
  }));
}

function mlxTensors(): Tensor[] {
  return matrices().flatMap(([name, ...dimensions]): Tensor[] => {
    const [rows = 0, columns] = dimensions;
    if (columns === undefined) return [{ name: `${name}.weight`, type: "BF16", shape: dimensions }];
    const groups = [rows, columns / quantization.group_size];
    return [
      { name: `${name}.weight`, type: "U32", shape: [rows, (columns * quantization.bits) / 32] },
      { name: `${name}.scales`, type: "BF16", shape: groups },
      { name: `${name}.biases`, type: "BF16", shape: groups },
    ];
  });
}

function matrices(): [name: string, ...shape: number[]][] {
  const { hidden, heads, kvHeads, headSize, feedForward } = shape;
  const layers = Array.from({ length: shape.layers }, (_, layer): [string, ...number[]][] => {
    const prefix = `model.layers.${layer}`;
    return [
      [`${prefix}.input_layernorm`, hidden],
      [`${prefix}.self_attn.q_proj`, heads * headSize, hidden],
      [`${prefix}.self_attn.k_proj`, kvHeads * headSize, hidden],
      [`${prefix}.self_attn.v_proj`, kvHeads * headSize, hidden],
      [`${prefix}.self_attn.o_proj`, hidden, heads * headSize],
      [`${prefix}.post_attention_layernorm`, hidden],
      [`${prefix}.mlp.gate_proj`, feedForward, hidden],
      [`${prefix}.mlp.up_proj`, feedForward, hidden],
      [`${prefix}.mlp.down_proj`, hidden, feedForward],
    ];
  });
  return [["model.embed_tokens", vocabularySize, hidden], ...layers.flat(), ["model.norm", hidden]];
}

/** https://huggingface.co/docs/safetensors */
async function writeWeights(path: string, tensors: readonly Tensor[]): Promise<void> {
  let offset = 0;
  const header: Record<string, unknown> = {};
  const sizes = tensors.map(({ name, type, shape: dimensions }) => {
    const bytes = dimensions.reduce((product, size) => product * size, type === "U32" ? 4 : 2);
    header[name] = { dtype: type, shape: dimensions, data_offsets: [offset, offset + bytes] };
    offset += bytes;
    return bytes;
  });
  const text = new TextEncoder().encode(JSON.stringify(header));
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(text.length), true);
  await using file = await open(path, "w");
  await file.appendFile(length);
  await file.appendFile(text);
  const [numbers, words] = [randomBf16(), randomWords()];
  for (const [index, { type }] of tensors.entries())
    await fill(file, sizes[index]!, type === "BF16" ? numbers : words);
}

async function fill(file: FileHandle, bytes: number, pattern: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes; written += pattern.length) {
    await file.appendFile(pattern.subarray(0, Math.min(pattern.length, bytes - written)));
  }
}

const patternBytes = 4 << 20;

/** Weights with mean 0 and standard deviation 0.02, like trained ones. The pattern is repeated. */
function randomBf16(): Uint8Array {
  const random = seededRandom(11);
  const values = Float32Array.from({ length: patternBytes / 2 }, () => random.bell() * 0.02);
  const words = new Uint32Array(values.buffer);
  return new Uint8Array(Uint16Array.from(words, (word) => word >>> 16).buffer);
}

function randomWords(): Uint8Array {
  const random = seededRandom(12);
  return new Uint8Array(Uint32Array.from({ length: patternBytes / 4 }, () => random.below(2 ** 32)).buffer);
}

function tokenizer(): unknown {
  const { tokens, merges, controlTokens } = makeVocabulary(vocabularySize);
  const firstControl = tokens.length - controlTokens;
  return {
    version: "1.0",
    added_tokens: tokens.slice(firstControl).map((content, index) => ({
      id: firstControl + index,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    pre_tokenizer: { type: "ByteLevel", add_prefix_space: false, trim_offsets: true, use_regex: true },
    decoder: { type: "ByteLevel", add_prefix_space: true, trim_offsets: true, use_regex: true },
    model: {
      type: "BPE",
      vocab: Object.fromEntries(tokens.slice(0, firstControl).map((token, id) => [token, id])),
      merges: merges.map((merge) => merge.split(" ")),
    },
  };
}
