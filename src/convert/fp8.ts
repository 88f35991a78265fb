/** Reads weights in eight-bit floats (E4M3) with a scale per block, row or tensor as F32. */
import { rowCount, rowLength, type Weight } from "./weight.ts";

/**
 * Four bits of exponent, three of mantissa, no infinity. 0x7f and 0xff are NaN (OCP 8-bit
 * floating point, 2023).
 */
const values = Float32Array.from({ length: 256 }, (_, code) => {
  const sign = code & 0x80 ? -1 : 1;
  const exponent = (code >> 3) & 0x0f;
  const mantissa = code & 0x07;
  if (exponent === 0x0f && mantissa === 0x07) return Number.NaN;
  return exponent === 0 ? (sign * mantissa) / 512 : sign * (1 + mantissa / 8) * 2 ** (exponent - 7);
});

/** One scale for each block of `height` rows and `width` columns. Edge blocks may be smaller. */
export type BlockScales = {
  height: number;
  width: number;
  /** Scales in one row of the table. */
  perRow: number;
  values: () => Promise<Float32Array>;
};

/**
 * @param codes reads whole rows, one byte per number
 * @returns the numbers times their scales, as F32
 */
export function fp8Weight(
  codes: (first: number, count: number) => Promise<Uint8Array>,
  shape: readonly number[],
  scales: BlockScales,
): Weight {
  const columns = rowLength({ shape });
  const rowsOfMatrix = shape.at(-2) ?? 1;
  // Each of several stacked matrices has its own table.
  const tableRows = Math.ceil(rowsOfMatrix / scales.height);
  let table: Promise<Float32Array> | undefined;
  return {
    shape,
    type: "F32",
    async rows(first, count) {
      table ??= scales.values();
      const [bytes, factors] = await Promise.all([codes(first, count), table]);
      const result = new Float32Array(count * columns);
      for (let row = 0; row < count; row++) {
        const matrix = Math.floor((first + row) / rowsOfMatrix);
        const within = (first + row) % rowsOfMatrix;
        const start = (matrix * tableRows + Math.floor(within / scales.height)) * scales.perRow;
        for (let column = 0; column < columns; column++) {
          const at = row * columns + column;
          result[at] = values[bytes[at]!]! * factors[start + Math.floor(column / scales.width)]!;
        }
      }
      return new Uint8Array(result.buffer);
    },
  };
}

/** The number of scales for a tensor of this shape. */
export function scaleCount(shape: readonly number[], height: number, width: number): number {
  const rows = shape.at(-2) ?? 1;
  const matrices = rowCount({ shape }) / rows;
  return matrices * Math.ceil(rows / height) * Math.ceil(rowLength({ shape }) / width);
}
