/** Converts rows of weights from one ggml type to another. */
import { type TensorTypeName, tensorBytes, tensorType } from "../formats/gguf/types.ts";
import type { Native } from "../llama/library.ts";
import { convertRows } from "../llama/quantize.ts";

/**
 * @param source whole rows of `columns` numbers, encoded as `from`
 * @returns the same rows, encoded as `to`; undefined if a value is not finite in that type
 * @throws Error for types or rows that can't be converted
 */
export function encodeRows(
  native: Native,
  source: Uint8Array,
  from: TensorTypeName,
  to: TensorTypeName,
  columns: number,
  threads: number,
): Uint8Array | undefined {
  const [fromType, toType] = [tensorType(from), tensorType(to)];
  const rows = source.length / tensorBytes(fromType, [columns]);
  const bytes = rows * tensorBytes(toType, [columns]);
  return convertRows(native, { source, from: fromType.id, to: toType.id, rows, columns, bytes, threads });
}
