/**
 * Chooses the type of each tensor: llama-quantize's mix for a quantization, or for "exact" the
 * type that keeps the source's values.
 */
import { AnechatError } from "../base/errors.ts";
import { fileTypeOf, type TensorTypeName, tensorTypeById } from "../formats/gguf/types.ts";
import type { Native } from "../llama/library.ts";
import { quantTypes } from "../llama/quantize.ts";
import type { ModelConfig } from "./config.ts";
import type { OutputTensor } from "./tensors.ts";

/** The names that --quant accepts. */
export const quantizations = [
  "F32",
  "BF16",
  "F16",
  "Q8_0",
  "Q6_K",
  "Q5_K_M",
  "Q5_K_S",
  "Q5_1",
  "Q5_0",
  "Q4_K_M",
  "Q4_K_S",
  "Q4_1",
  "Q4_0",
  "IQ4_NL",
  "IQ4_XS",
  "Q3_K_L",
  "Q3_K_M",
  "Q3_K_S",
  "Q2_K",
] as const;

/** "exact" keeps the codes of a quantized source. */
export type Quantization = (typeof quantizations)[number] | "exact";

/** @throws AnechatError usage with the list of names */
export function parseQuantization(text: string): Quantization {
  const name = quantizations.find((quantization) => quantization === text.toUpperCase());
  if (name !== undefined) return name;
  throw new AnechatError("usage", `There is no quantization ${text}`, {
    hint: `Use one of ${quantizations.join(", ")}.`,
  });
}

/** Models of up to this many weights get eight bits per weight, larger ones four. */
const smallModel = 4e9;

/**
 * The quantization if the user names none. A quantized source keeps its own values.
 * @param memory free bytes
 */
export function defaultQuantization(
  tensors: readonly OutputTensor[],
  isQuantized: boolean,
  memory: number,
): Quantization {
  if (isQuantized || tensors.some(({ weight }) => isPacked(weight.type))) return "exact";
  const weights = tensors.reduce(
    (sum, { weight }) => sum + weight.shape.reduce((product, size) => product * size, 1),
    0,
  );
  // 8.5 bits per weight, and 15 % for a context.
  return weights <= smallModel && weights * 1.0625 * 1.15 <= memory ? "Q8_0" : "Q4_K_M";
}

const isPacked = (type: TensorTypeName): boolean => !["F32", "F16", "BF16"].includes(type);

/** Tensors that llama.cpp reads only as F32 (prepare_tensors in its conversion/base.py). */
function isAlwaysF32({ name, weight }: OutputTensor): boolean {
  return (
    weight.shape.length <= 1 ||
    !name.endsWith(".weight") ||
    name.endsWith("_norm.weight") ||
    /(^|\.)(ffn_gate_inp|position_embd|attn_sinks|rope_freqs|rope_factors_\w+)\.weight$/.test(name)
  );
}

export type TypePlan = {
  /** In the order of the tensors. */
  types: TensorTypeName[];
  /** llama_ftype. */
  fileType: number;
};

/** @param native used only for quantized types */
export function planTypes(
  native: Native,
  quantization: Quantization,
  arch: string,
  config: ModelConfig,
  tensors: readonly OutputTensor[],
): TypePlan {
  if (quantization === "exact") return exactTypes(tensors);
  const fileType = fileTypeOf(quantization);
  if (quantization === "F32" || quantization === "F16" || quantization === "BF16") {
    return { types: tensors.map((tensor) => (isAlwaysF32(tensor) ? "F32" : quantization)), fileType };
  }
  const inOrder = tensors.toSorted((left, right) => compareNames(left.name, right.name));
  const ids = quantTypes(
    native,
    fileType,
    {
      architecture: arch,
      embedding: config.hidden,
      feedForward: config.whole("intermediate_size", "n_inner") ?? 4 * config.hidden,
      layers: config.layers,
      heads: config.heads,
      kvHeads: config.kvHeads,
      headSize: config.headSize,
      experts: config.whole("num_local_experts", "num_experts") ?? 0,
    },
    inOrder.map(({ name, weight }) => ({ name, shape: weight.shape.toReversed() })),
  );
  const chosen = new Map(inOrder.map(({ name }, index) => [name, tensorTypeById(ids[index]!)?.name]));
  return {
    types: tensors.map((tensor) => (isAlwaysF32(tensor) ? "F32" : (chosen.get(tensor.name) ?? "F32"))),
    fileType,
  };
}

/**
 * llama.cpp's order (weight_name_comparer in llama-model-loader.h). It gives more bits to some
 * layers and counts them in this order. A repo's files have layer 10 before layer 2.
 */
function compareNames(left: string, right: string): number {
  const layerOf = (name: string): number => Number(/^blk\.(\d+)\./.exec(name)?.[1] ?? -1);
  return layerOf(left) - layerOf(right) || (left < right ? -1 : 1);
}

/**
 * Quantized weights keep their codes. Eight-bit weights, which are read as floats, and the other
 * matrices of gpt-oss become Q8_0.
 */
function exactTypes(tensors: readonly OutputTensor[]): TypePlan {
  const packed = tensors.map(({ weight }) => weight.type).filter(isPacked);
  const isOfExperts = packed.includes("MXFP4");
  const types = tensors.map((tensor): TensorTypeName => {
    const { type, shape } = tensor.weight;
    if (isAlwaysF32(tensor)) return "F32";
    if (isPacked(type)) return type;
    const canBeQ8 = (shape.at(-1) ?? 0) % 32 === 0;
    return canBeQ8 && (type === "F32" || isOfExperts) ? "Q8_0" : type === "F32" ? "F16" : type;
  });
  const counts = new Map<TensorTypeName, number>();
  for (const type of packed) counts.set(type, (counts.get(type) ?? 0) + 1);
  const [most] = [...counts].sort(([, left], [, right]) => right - left)[0] ?? ["Q8_0" as const];
  return { types, fileType: fileTypeOf(most === "MXFP4" ? "MXFP4_MOE" : most) };
}
