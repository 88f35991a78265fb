/**
 * The types of GGUF: tensor types, metadata values, and the contents of a header. No reading or
 * writing here.
 *
 * The numbers are those of llama.cpp v0.5.0: ggml/include/ggml.h (ggml_type,
 * gguf_type), include/llama.h (llama_ftype), gguf-py/gguf/constants.py (sizes).
 */

/** `[id, elements per block, bytes per block, whether it may be a weight matrix]`. */
const tensorTypeTable = {
  F32: [0, 1, 4, true],
  F16: [1, 1, 2, true],
  Q4_0: [2, 32, 18, true],
  Q4_1: [3, 32, 20, true],
  Q5_0: [6, 32, 22, true],
  Q5_1: [7, 32, 24, true],
  Q8_0: [8, 32, 34, true],
  // Q8_1 and Q8_K hold activations between two operations. No CPU kernel multiplies by them.
  Q8_1: [9, 32, 36, false],
  Q2_K: [10, 256, 84, true],
  Q3_K: [11, 256, 110, true],
  Q4_K: [12, 256, 144, true],
  Q5_K: [13, 256, 176, true],
  Q6_K: [14, 256, 210, true],
  Q8_K: [15, 256, 292, false],
  IQ2_XXS: [16, 256, 66, true],
  IQ2_XS: [17, 256, 74, true],
  IQ3_XXS: [18, 256, 98, true],
  IQ1_S: [19, 256, 50, true],
  IQ4_NL: [20, 32, 18, true],
  IQ3_S: [21, 256, 110, true],
  IQ2_S: [22, 256, 82, true],
  IQ4_XS: [23, 256, 136, true],
  I8: [24, 1, 1, false],
  I16: [25, 1, 2, false],
  I32: [26, 1, 4, false],
  I64: [27, 1, 8, false],
  F64: [28, 1, 8, false],
  IQ1_M: [29, 256, 56, true],
  BF16: [30, 1, 2, true],
  TQ1_0: [34, 256, 54, true],
  TQ2_0: [35, 256, 66, true],
  MXFP4: [39, 32, 17, true],
  NVFP4: [40, 64, 36, true],
  Q1_0: [41, 128, 18, true],
  Q2_0: [42, 64, 18, true],
} as const satisfies Record<string, readonly [number, number, number, boolean]>;

export type TensorTypeName = keyof typeof tensorTypeTable;

export type TensorType = {
  readonly name: TensorTypeName;
  readonly id: number;
  /** Elements per block. A row is a whole number of blocks. */
  readonly blockSize: number;
  readonly blockBytes: number;
  /** Whether ggml can multiply by a matrix of this type. */
  readonly isWeight: boolean;
};

const tensorTypeList: readonly TensorType[] = Object.entries(tensorTypeTable).map(
  ([name, [id, blockSize, blockBytes, isWeight]]) =>
    // Object.entries widens the keys of a constant table to string.
    ({ name: name as TensorTypeName, id, blockSize, blockBytes, isWeight }),
);
const tensorTypesById = new Map(tensorTypeList.map((type) => [type.id, type]));
const tensorTypesByName = new Map(tensorTypeList.map((type) => [type.name, type]));

export function tensorType(name: TensorTypeName): TensorType {
  return tensorTypesByName.get(name)!;
}

/** undefined for an id that this llama.cpp doesn't support. */
export function tensorTypeById(id: number): TensorType | undefined {
  return tensorTypesById.get(id);
}

/** Bytes of a tensor's data, unpadded. `shape[0]` is a multiple of the type's block size. */
export function tensorBytes(type: TensorType, shape: readonly number[]): number {
  return (elementCount(shape) / type.blockSize) * type.blockBytes;
}

export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, dimension) => product * dimension, 1);
}

/** Metadata value types in the order of their ids. */
export const valueTypes = [
  "u8",
  "i8",
  "u16",
  "i16",
  "u32",
  "i32",
  "f32",
  "bool",
  "string",
  "array",
  "u64",
  "i64",
  "f64",
] as const;

export type ValueType = (typeof valueTypes)[number];
export type NumberType = Exclude<ValueType, "bool" | "string" | "array">;
/** Types of array items. The format allows arrays of arrays, but llama.cpp doesn't read them. */
export type ElementType = Exclude<ValueType, "array">;

/** A 64-bit integer is a bigint only if a number can't hold it exactly. */
export type NumberValue = { readonly type: NumberType; readonly value: number | bigint };
export type BoolValue = { readonly type: "bool"; readonly value: boolean };
export type StringValue = { readonly type: "string"; readonly value: string };
export type ArrayItems = readonly string[] | readonly boolean[] | readonly (number | bigint)[];

export type ArrayValue = {
  readonly type: "array";
  readonly elementType: ElementType;
  readonly length: number;
  /** undefined if the reader left a large array in the file. */
  readonly items: ArrayItems | undefined;
  /** Position of the first item in the file; 0 for a value that was not read from a file. */
  readonly position: number;
};

export type MetadataValue = NumberValue | BoolValue | StringValue | ArrayValue;

export type TensorInfo = {
  readonly name: string;
  /** Fastest dimension first: a weight with 4096 inputs and 11008 outputs is [4096, 11008]. */
  readonly shape: readonly number[];
  readonly type: TensorType;
  /** From the start of its file's data section. */
  readonly offset: number;
  /** Without padding. */
  readonly bytes: number;
  /** Index of its file in `GgufHeader.shards`. */
  readonly shard: number;
};

/** `general.file_type` → name of the quantization. */
const quantizationNames = new Map<number, string>([
  [0, "F32"],
  [1, "F16"],
  [2, "Q4_0"],
  [3, "Q4_1"],
  [7, "Q8_0"],
  [8, "Q5_0"],
  [9, "Q5_1"],
  [10, "Q2_K"],
  [11, "Q3_K_S"],
  [12, "Q3_K_M"],
  [13, "Q3_K_L"],
  [14, "Q4_K_S"],
  [15, "Q4_K_M"],
  [16, "Q5_K_S"],
  [17, "Q5_K_M"],
  [18, "Q6_K"],
  [19, "IQ2_XXS"],
  [20, "IQ2_XS"],
  [21, "Q2_K_S"],
  [22, "IQ3_XS"],
  [23, "IQ3_XXS"],
  [24, "IQ1_S"],
  [25, "IQ4_NL"],
  [26, "IQ3_S"],
  [27, "IQ3_M"],
  [28, "IQ2_S"],
  [29, "IQ2_M"],
  [30, "IQ4_XS"],
  [31, "IQ1_M"],
  [32, "BF16"],
  [36, "TQ1_0"],
  [37, "TQ2_0"],
  [38, "MXFP4_MOE"],
  [39, "NVFP4"],
  [40, "Q1_0"],
  [41, "Q2_0"],
]);

export function quantizationName(fileType: number): string | undefined {
  return quantizationNames.get(fileType);
}

/** The inverse of quantizationName. @throws Error for an unknown name */
export function fileTypeOf(quantization: string): number {
  for (const [fileType, name] of quantizationNames) if (name === quantization) return fileType;
  throw new Error(`there is no file type ${quantization}`);
}

/** Rejects a file with an error. @param problem continues the sentence after the file's name */
export type Fail = (problem: string, hint?: string) => never;

export const GGUF_MAGIC = "GGUF";
export const GGUF_VERSION = 3;
export const DEFAULT_ALIGNMENT = 32;
/** GGML_MAX_NAME: bytes of a tensor's name with its terminating zero. */
export const MAX_TENSOR_NAME = 64;
/** GGML_MAX_DIMS. */
export const MAX_DIMENSIONS = 4;

/** The next multiple of `alignment`, a power of two, at or after `position`. */
export function alignUp(position: number, alignment: number): number {
  return Math.ceil(position / alignment) * alignment;
}
