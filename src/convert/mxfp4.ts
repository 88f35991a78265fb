/**
 * Reads MXFP4: four-bit floats with a power of two for every 32 numbers. The files of gpt-oss and
 * mlx hold the same values as ggml in another order.
 */
import { rowCount, type Weight } from "./weight.ts";

/** Bytes of ggml's block_mxfp4: the exponent, then 32 codes. */
const blockBytes = 17;
const codeBytes = 16;

/**
 * @param codes reads rows of 16 bytes for every 32 numbers; each byte holds two neighbours, the
 *   first in its low half
 * @param exponents reads rows of one byte for every 32 numbers (E8M0)
 * @param shape of the weight
 */
export function mxfp4Weight(
  codes: (first: number, count: number) => Promise<Uint8Array>,
  exponents: (first: number, count: number) => Promise<Uint8Array>,
  shape: readonly number[],
): Weight {
  return {
    shape,
    type: "MXFP4",
    async rows(first, count) {
      const [packed, scales] = await Promise.all([codes(first, count), exponents(first, count)]);
      const blocks = new Uint8Array(scales.length * blockBytes);
      const [source, target] = [viewOf(packed), viewOf(blocks)];
      for (let block = 0; block < scales.length; block++) {
        blocks[block * blockBytes] = scales[block]!;
        splitHalves(source, block * codeBytes, target, block * blockBytes + 1);
      }
      return blocks;
    },
  };
}

/**
 * Reorders 32 four-bit codes. The source has neighbours in one byte. In ggml's order a byte
 * holds one code of the first half and one of the second. Works on four bytes at a time.
 */
export function splitHalves(source: DataView, from: number, target: DataView, to: number): void {
  for (let word = 0; word < 2; word++) {
    const first = source.getUint32(from + 4 * word, true);
    const second = source.getUint32(from + 8 + 4 * word, true);
    const even = (first & 0x0f0f0f0f) | ((second & 0x0f0f0f0f) << 4);
    const odd = ((first >>> 4) & 0x0f0f0f0f) | (second & 0xf0f0f0f0);
    target.setUint32(to + 8 * word, interleave(even, odd), true);
    target.setUint32(to + 8 * word + 4, interleave(even >>> 16, odd >>> 16), true);
  }
}

/** The two lowest bytes of each argument, alternating. */
function interleave(even: number, odd: number): number {
  return (even & 0xff) | ((odd & 0xff) << 8) | ((even & 0xff00) << 8) | ((odd & 0xff00) << 16);
}

export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** Whether codes and exponents have as many bytes as the shape needs. */
export function fitsBlocks(shape: readonly number[], codes: number, exponents: number): boolean {
  const blocks = (rowCount({ shape }) * (shape.at(-1) ?? 0)) / 32;
  return codes === blocks * codeBytes && exponents === blocks;
}
