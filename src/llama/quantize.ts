/**
 * Converts rows of weights between ggml's types on several threads, and asks llama-quantize's code
 * which types to use. Types are numbers of ggml_type; formats/gguf/types.ts has their names and
 * sizes.
 */
import { lastError, type Native, takeString } from "./native.ts";

export type RowConversion = {
  /** Complete rows of type `from`. */
  source: Uint8Array;
  from: number;
  to: number;
  rows: number;
  /** Numbers in a row. */
  columns: number;
  /** Size of the result. */
  bytes: number;
  threads: number;
};

/**
 * @returns the same rows as type `to`; undefined if a number in the result is not finite
 * @throws Error for types or rows that can't be converted
 */
export function convertRows(native: Native, conversion: RowConversion): Uint8Array | undefined {
  const { source, from, to, rows, columns, bytes, threads } = conversion;
  const target = new Uint8Array(bytes);
  const result = native.anechat_convert_rows(from, source, to, target, rows, columns, threads);
  if (result < 0) throw new Error(`type ${from} to ${to}: ${lastError(native)}`);
  return result === 0 ? target : undefined;
}

/** What the choice of types depends on. */
export type QuantModel = {
  architecture: string;
  embedding: number;
  feedForward: number;
  layers: number;
  heads: number;
  kvHeads: number;
  headSize: number;
  /** 0 for a dense model. */
  experts: number;
};

/**
 * The types that llama-quantize chooses for a model's tensors without an importance matrix.
 * @param fileType llama_ftype in llama.h
 * @param tensors all tensors of the model; shapes have the fastest dimension first
 * @returns one type per tensor; -1 for a tensor that is not quantized
 * @throws Error for an architecture that llama.cpp does not support
 */
export function quantTypes(
  native: Native,
  fileType: number,
  model: QuantModel,
  tensors: readonly { name: string; shape: readonly number[] }[],
): number[] {
  const spec = JSON.stringify({ fileType, model, tensors });
  return JSON.parse(takeString(native, native.anechat_quant_types(spec))) as number[];
}
