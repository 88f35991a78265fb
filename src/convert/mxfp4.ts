/**
 * MXFP4, four-bit floats with a power of two for every 32: the same numbers in
 * gpt-oss's and mlx's files as in ggml, in another order.
 */
import { rowCount, type Weight } from "./weight.ts";

/** Bytes of ggml's block_mxfp4: the exponent, then 32 codes. */
const blockBytes = 17;
const codeBytes = 16;

/**
 * @param codes rows of 16 bytes for every 32 numbers, neighbours sharing a byte, the first in its low half
 * @param exponents rows of one byte for every 32 numbers (E8M0)
 * @param shape of the numbers
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
      for (let block = 0; block < scales.length; block++) {
        blocks[block * blockBytes] = scales[block]!;
        splitHalves(packed, block * codeBytes, blocks, block * blockBytes + 1);
      }
      return blocks;
    },
  };
}

/**
 * 32 four-bit codes: from neighbours in a byte to ggml's order, where a byte
 * holds one of the first half and one of the second.
 */
export function splitHalves(source: Uint8Array, from: number, target: Uint8Array, to: number): void {
  for (let pair = 0; pair < 8; pair++) {
    const [low, high] = [source[from + pair]!, source[from + pair + 8]!];
    target[to + 2 * pair] = (low & 0x0f) | ((high & 0x0f) << 4);
    target[to + 2 * pair + 1] = (low >> 4) | (high & 0xf0);
  }
}

/** Whether as many rows of blocks are there as the shape needs. */
export function fitsBlocks(shape: readonly number[], codes: number, exponents: number): boolean {
  const blocks = (rowCount({ shape }) * (shape.at(-1) ?? 0)) / 32;
  return codes === blocks * codeBytes && exponents === blocks;
}
