/**
 * Rows of weights from one of ggml's types to another, on all cores, and
 * llama-quantize's choice of types. Types are ggml_type's numbers here; their
 * names and sizes are known to formats/gguf/types.ts.
 */
import { lastError, type Native, takeString } from "./native.ts";

export type RowConversion = {
  /** Whole rows, encoded as `from`. */
  source: Uint8Array;
  from: number;
  to: number;
  rows: number;
  /** Numbers in a row. */
  columns: number;
  /** Of the result. */
  bytes: number;
  threads: number;
};

/**
 * @returns the same rows, encoded as `to`; undefined where a number isn't finite in it
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
 * The types that llama-quantize gives to a model's tensors, without an importance matrix.
 * @param fileType llama_ftype in llama.h
 * @param tensors all of the model's, shapes with the fastest dimension first
 * @returns one for each; -1 for what isn't quantized
 * @throws Error for an architecture that llama.cpp doesn't know
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
