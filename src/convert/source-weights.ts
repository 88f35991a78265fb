/**
 * Reads the tensors of a repo as weights, whether its files hold floats, or codes and scales in
 * separate tensors.
 */
import { AnechatError } from "../base/errors.ts";
import { rowBytes, type SafetensorsType } from "../formats/safetensors/parser.ts";
import type { Shards, ShardTensor } from "../formats/safetensors/shards.ts";
import { badConfig, isObject, type ModelConfig } from "./config.ts";
import { type BlockScales, fp8Weight, scaleCount } from "./fp8.ts";
import { type AffineParts, affineWeight, fitsGroups, isBits, type Losses } from "./mlx.ts";
import { fitsBlocks, mxfp4Weight } from "./mxfp4.ts";
import { decode, rowCount, rowLength, type Weight } from "./weight.ts";

export type SourceTensor = {
  /** The model's name for it, such as "model.layers.0.mlp.up_proj.weight". */
  name: string;
  weight: Weight;
  /** The stored tensors that it is read from. */
  inputs: readonly ShardTensor[];
};

export type SourceOptions = {
  /** Whether to read a quantized weight as floats; otherwise it keeps its codes in a ggml type. */
  asNumbers: (name: string) => boolean;
  losses: Losses;
};

/**
 * @returns the weights in the order of the files
 * @throws AnechatError badModel for an unsupported quantization, or parts that don't fit together
 */
export function sourceTensors(shards: Shards, config: ModelConfig, options: SourceOptions): SourceTensor[] {
  const reader = readerOf(shards, config, options);
  const parts = new Set<string>();
  const found: SourceTensor[] = [];
  for (const tensor of shards.tensors.values()) {
    const source = reader(tensor);
    if (source === undefined) continue;
    for (const input of source.inputs) if (input !== tensor) parts.add(input.name);
    found.push(source);
  }
  return found.filter(({ name }) => !parts.has(name));
}

/** Whether mlx-lm wrote and quantized the repo: only mlx-lm uses this key. */
export function isMlx(config: ModelConfig): boolean {
  return config.object("quantization") !== undefined;
}

type Reader = (tensor: ShardTensor) => SourceTensor | undefined;

function readerOf(shards: Shards, config: ModelConfig, options: SourceOptions): Reader {
  const mlx = config.object("quantization");
  if (mlx !== undefined) return (tensor) => mlxTensor(shards, mlx, tensor, options) ?? plain(shards, tensor);
  const quantization = config.object("quantization_config");
  if (quantization === undefined) return (tensor) => plain(shards, tensor);
  const method = String(quantization.quant_method ?? "").toLowerCase();
  if (method === "mxfp4") return (tensor) => gptOssTensor(shards, tensor) ?? plain(shards, tensor);
  if (method === "fp8" || isFloatQuantized(method, quantization)) {
    return (tensor) => fp8Tensor(shards, quantization, tensor) ?? plain(shards, tensor);
  }
  throw new AnechatError("badModel", `The weights are quantized with ${method || "an unnamed method"}`, {
    hint: "GPTQ, AWQ and bitsandbytes can't be converted. Use the unquantized repo or a GGUF.",
  });
}

const floatTypes = { F32: "F32", F16: "F16", BF16: "BF16" } as const satisfies Partial<
  Record<SafetensorsType, string>
>;

function isFloat(type: SafetensorsType): type is keyof typeof floatTypes {
  return type in floatTypes;
}

function plain(shards: Shards, tensor: ShardTensor): SourceTensor {
  return { name: tensor.name, weight: floatWeight(shards, tensor), inputs: [tensor] };
}

function floatWeight(shards: Shards, tensor: ShardTensor): Weight {
  const { type, shape } = tensor;
  if (isFloat(type)) return { shape, type: floatTypes[type], rows: byteRows(shards, tensor) };
  // Fails on reading only: the tensor may be unused, such as an attention mask.
  return {
    shape,
    type: "F32",
    rows: async () => {
      throw new AnechatError("badModel", `${tensor.name} is stored as ${type}, which anechat can't convert`, {
        hint: "Look for a repo with weights in BF16, F16 or F32, or for a GGUF of this model.",
      });
    },
  };
}

function byteRows(
  shards: Shards,
  tensor: ShardTensor,
): (first: number, count: number) => Promise<Uint8Array> {
  const size = rowBytes(tensor);
  return (first, count) => shards.read(tensor, first * size, count * size);
}

/** "X.weight" with its "X.scales" and, unless it is MXFP4, "X.biases". */
function mlxTensor(
  shards: Shards,
  quantization: Readonly<Record<string, unknown>>,
  tensor: ShardTensor,
  { asNumbers, losses }: SourceOptions,
): SourceTensor | undefined {
  const { name } = tensor;
  if (!name.endsWith(".weight")) return undefined;
  const module = name.slice(0, -".weight".length);
  const scales = shards.tensors.get(`${module}.scales`);
  if (scales === undefined) return undefined;
  const own = quantization[module];
  const settings = isObject(own) ? { ...quantization, ...own } : quantization;
  const groupSize = Number(settings.group_size ?? 64);
  const mode = String(settings.mode ?? "affine");
  const words = rowLength(tensor);
  const columns = rowLength(scales) * groupSize;
  const shape = [...tensor.shape.slice(0, -1), columns];
  if (tensor.type !== "U32" || rowCount(scales) !== rowCount(tensor)) throw misfit(name);
  const codes = byteRows(shards, tensor);

  if (mode === "mxfp4") {
    if (groupSize !== 32 || scales.type !== "U8") throw misfit(name);
    if (!fitsBlocks(shape, tensor.bytes, scales.bytes)) throw misfit(name);
    return { name, weight: mxfp4Weight(codes, byteRows(shards, scales), shape), inputs: [tensor, scales] };
  }
  const biases = shards.tensors.get(`${module}.biases`);
  if (mode !== "affine" || biases === undefined) {
    throw new AnechatError("badModel", `The weights are quantized with mlx's mode ${mode}`, {
      hint: "Use a repo with mode affine or mxfp4, or the unquantized repo.",
    });
  }
  const bits = (32 * words) / columns;
  // With a wrong group size the same tensors would give other numbers with other bits.
  if (bits !== Number(settings.bits ?? bits)) throw misfit(name);
  if (!isBits(bits) || (groupSize !== 32 && groupSize !== 64 && groupSize !== 128)) throw misfit(name);
  const parts: AffineParts = {
    bits,
    groupSize,
    shape,
    codes,
    scales: floatWeight(shards, scales),
    biases: floatWeight(shards, biases),
  };
  if (!fitsGroups(parts) || rowCount(biases) !== rowCount(tensor)) throw misfit(name);
  return { name, weight: affineWeight(parts, losses, asNumbers(name)), inputs: [tensor, scales, biases] };
}

/** "X_blocks" with its "X_scales". */
function gptOssTensor(shards: Shards, tensor: ShardTensor): SourceTensor | undefined {
  if (!tensor.name.endsWith("_blocks")) return undefined;
  const name = tensor.name.slice(0, -"_blocks".length);
  const scales = shards.tensors.get(`${name}_scales`);
  const [experts, rows, blocks, bytes] = tensor.shape;
  if (scales === undefined || bytes !== 16 || tensor.type !== "U8" || scales.type !== "U8")
    throw misfit(name);
  const shape = [experts ?? 0, rows ?? 0, (blocks ?? 0) * 32];
  if (!fitsBlocks(shape, tensor.bytes, scales.bytes)) throw misfit(name);
  const perRow = (blocks ?? 0) * 16;
  const weight = mxfp4Weight(
    (first, count) => shards.read(tensor, first * perRow, count * perRow),
    byteRows(shards, scales),
    shape,
  );
  return { name, weight, inputs: [tensor, scales] };
}

/** compressed-tensors' name for eight-bit floats with a scale per row or block. */
function isFloatQuantized(method: string, { format }: Readonly<Record<string, unknown>>): boolean {
  return method === "compressed-tensors" && format === "float-quantized";
}

/**
 * "X.weight" with scales: "X.weight_scale_inv" has one per block, "X.weight_scale" one per row or
 * one for the whole tensor.
 */
function fp8Tensor(
  shards: Shards,
  quantization: Readonly<Record<string, unknown>>,
  tensor: ShardTensor,
): SourceTensor | undefined {
  const { name, shape } = tensor;
  if (tensor.type !== "F8_E4M3") return undefined;
  const scale = shards.tensors.get(`${name}_scale_inv`) ?? shards.tensors.get(`${name}_scale`);
  if (scale === undefined) throw misfit(name);
  const stored = floatWeight(shards, scale);
  const values = async (): Promise<Float32Array> =>
    decode(stored.type, await stored.rows(0, rowCount(stored)));
  const weight = fp8Weight(byteRows(shards, tensor), shape, {
    ...blocksOf(quantization, tensor, scale),
    values,
  });
  return { name, weight, inputs: [tensor, scale] };
}

function blocksOf(
  quantization: Readonly<Record<string, unknown>>,
  { name, shape }: ShardTensor,
  scale: ShardTensor,
): Omit<BlockScales, "values"> {
  const columns = rowLength({ shape });
  const count = rowCount(scale) * rowLength(scale);
  const blockSize = quantization.weight_block_size;
  const [height, width] = Array.isArray(blockSize) ? blockSize.map(Number) : [];
  const candidates: [height: number, width: number][] = [
    ...(height && width ? [[height, width] as [number, number]] : []),
    [1, columns],
    [shape.at(-2) ?? 1, columns],
  ];
  for (const [high, wide] of candidates) {
    if (Number.isSafeInteger(high) && Number.isSafeInteger(wide) && scaleCount(shape, high, wide) === count) {
      return { height: high, width: wide, perRow: Math.ceil(columns / wide) };
    }
  }
  throw misfit(name);
}

function misfit(name: string): AnechatError {
  return badConfig(`and the files disagree about how ${name} is quantized`);
}
