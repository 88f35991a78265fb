/** Weights in eight-bit floats (E4M3) with a scale for each block, row or tensor: read as F32. */
import { rowCount, rowLength, type Weight } from "./weight.ts";

/** Four bits of exponent, three of mantissa, no infinity: 0x7f and 0xff are NaN (OCP 8-bit floating point, 2023). */
const values = Float32Array.from({ length: 256 }, (_, code) => {
  const sign = code & 0x80 ? -1 : 1;
  const exponent = (code >> 3) & 0x0f;
  const mantissa = code & 0x07;
  if (exponent === 0x0f && mantissa === 0x07) return Number.NaN;
  return exponent === 0 ? (sign * mantissa) / 512 : sign * (1 + mantissa / 8) * 2 ** (exponent - 7);
});

/** One for every `height` rows and `width` columns; the last ones may be for fewer. */
export type BlockScales = {
  height: number;
  width: number;
  /** In one row of the table. */
  perRow: number;
  values: () => Promise<Float32Array>;
};

/**
 * @param codes whole rows, a byte a number
 * @returns numbers times their scales, as F32
 */
export function fp8Weight(
  codes: (first: number, count: number) => Promise<Uint8Array>,
  shape: readonly number[],
  scales: BlockScales,
): Weight {
  const columns = rowLength({ shape });
  const rowsOfMatrix = shape.at(-2) ?? 1;
  // Of stacked matrices each has its own table.
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

/** How many scales a tensor of this shape needs. */
export function scaleCount(shape: readonly number[], height: number, width: number): number {
  const rows = shape.at(-2) ?? 1;
  const matrices = rowCount({ shape }) / rows;
  return matrices * Math.ceil(rows / height) * Math.ceil(rowLength({ shape }) / width);
}
