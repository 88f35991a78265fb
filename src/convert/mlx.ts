/**
 * mlx's affine quantization: w = scale · q + bias, with one scale and bias for a
 * group of 32, 64 or 128 numbers of a row and codes of 2 to 8 bits in one
 * little-endian stream of bits.
 *
 * Codes of up to five bits are ggml's Q4_1 and Q5_1 number for number: d is the
 * scale, m the bias, repeated for every 32. Six bits become Q8_0 (d = scale,
 * q' = q + round(bias / scale)), since mlx's biases are nearly whole multiples of
 * their scales. Eight bits are read as numbers.
 */
import type { TensorTypeName } from "../formats/gguf/types.ts";
import { splitHalves, viewOf } from "./mxfp4.ts";
import { decode, rowLength, type Weight } from "./weight.ts";

export type Bits = 2 | 3 | 4 | 5 | 6 | 8;

export function isBits(value: number): value is Bits {
  return [2, 3, 4, 5, 6, 8].includes(value);
}

/** What could not be kept to the bit, over all weights. */
export type Losses = {
  /** Scales and biases that have no exact 16-bit float, and six-bit codes out of range. */
  inexact: number;
};

export type AffineParts = {
  bits: Bits;
  groupSize: 32 | 64 | 128;
  /** Of the numbers. */
  shape: readonly number[];
  codes: (first: number, count: number) => Promise<Uint8Array>;
  scales: Weight;
  biases: Weight;
};

const exactTypes: Readonly<Record<Bits, TensorTypeName>> = {
  2: "Q4_1",
  3: "Q4_1",
  4: "Q4_1",
  5: "Q5_1",
  6: "Q8_0",
  8: "F32",
};

/** In the type that keeps its numbers, or as F32 where `asNumbers` asks for them. */
export function affineWeight(parts: AffineParts, losses: Losses, asNumbers = false): Weight {
  const type = asNumbers ? "F32" : exactTypes[parts.bits];
  const encode = { Q4_1: toQ4, Q5_1: toQ5, Q8_0: toQ8 }[type as string];
  return {
    shape: parts.shape,
    type,
    async rows(first, count) {
      const [codes, scales, biases] = await Promise.all([
        parts.codes(first, count),
        parts.scales.rows(first, count).then((bytes) => decode(parts.scales.type, bytes)),
        parts.biases.rows(first, count).then((bytes) => decode(parts.biases.type, bytes)),
      ]);
      const groups: Groups = { ...parts, codes, scales, biases };
      return encode === undefined ? toNumbers(groups) : encode(groups, losses);
    },
  };
}

type Groups = {
  bits: Bits;
  groupSize: number;
  codes: Uint8Array;
  scales: Float32Array;
  biases: Float32Array;
};

const blockSize = 32;
const noCodes = new Uint8Array(blockSize);

type Block = {
  index: number;
  scale: number;
  bias: number;
  /** Where it goes. */
  to: number;
};

/** @param write one of ggml's blocks, of `bytes` each, for every 32 numbers */
function eachBlock(
  { bits, groupSize, codes, scales, biases }: Groups,
  bytes: number,
  write: (target: DataView, block: Readonly<Block>) => void,
): Uint8Array {
  const blocks = (codes.length * 8) / bits / blockSize;
  const result = new Uint8Array(blocks * bytes);
  const target = new DataView(result.buffer);
  // One for all: there are millions.
  const block: Block = { index: 0, scale: 0, bias: 0, to: 0 };
  for (; block.index < blocks; block.index++) {
    const group = Math.floor((block.index * blockSize) / groupSize);
    block.scale = scales[group]!;
    block.bias = biases[group]!;
    block.to = block.index * bytes;
    write(target, block);
  }
  return result;
}

/** d, m, then the codes, two in a byte. */
function toQ4(groups: Groups, losses: Losses): Uint8Array {
  const { bits, codes } = groups;
  const loose = noCodes.slice();
  const packed = new Uint8Array(blockSize / 2);
  const [codesView, packedView] = [viewOf(codes), viewOf(packed)];
  return eachBlock(groups, 20, (target, { index, scale, bias, to }) => {
    writeHalf(target, to, scale, losses);
    writeHalf(target, to + 2, bias, losses);
    if (bits === 4) {
      splitHalves(codesView, index * 16, target, to + 4);
      return;
    }
    unpack(codes, bits, index, loose);
    for (let pair = 0; pair < packed.length; pair++) {
      packed[pair] = loose[2 * pair]! | (loose[2 * pair + 1]! << 4);
    }
    splitHalves(packedView, 0, target, to + 4);
  });
}

/** d, m, the fifth bits of all 32, then the low four as in Q4_1. */
function toQ5(groups: Groups, losses: Losses): Uint8Array {
  const loose = noCodes.slice();
  return eachBlock(groups, 24, (target, { index, scale, bias, to }) => {
    writeHalf(target, to, scale, losses);
    writeHalf(target, to + 2, bias, losses);
    unpack(groups.codes, groups.bits, index, loose);
    let fifth = 0;
    for (let code = 0; code < blockSize; code++) fifth |= (loose[code]! >> 4) << code;
    target.setUint32(to + 4, fifth >>> 0, true);
    for (let code = 0; code < 16; code++) {
      target.setUint8(to + 8 + code, (loose[code]! & 0x0f) | ((loose[code + 16]! & 0x0f) << 4));
    }
  });
}

/** d, then signed bytes. */
function toQ8(groups: Groups, losses: Losses): Uint8Array {
  const loose = noCodes.slice();
  return eachBlock(groups, 34, (target, { index, scale, bias, to }) => {
    writeHalf(target, to, scale, losses);
    const shift = scale === 0 ? 0 : Math.round(bias / scale);
    unpack(groups.codes, groups.bits, index, loose);
    for (let at = 0; at < blockSize; at++) {
      const code = loose[at]! + shift;
      if (code < -128 || code > 127) losses.inexact += 1;
      target.setInt8(to + 2 + at, Math.max(-128, Math.min(127, code)));
    }
  });
}

function toNumbers(groups: Groups): Uint8Array {
  const loose = noCodes.slice();
  return eachBlock(groups, 4 * blockSize, (target, { index, scale, bias, to }) => {
    unpack(groups.codes, groups.bits, index, loose);
    for (let at = 0; at < blockSize; at++) {
      target.setFloat32(to + 4 * at, Math.fround(scale * loose[at]!) + bias, true);
    }
  });
}

/** The 32 codes of a block out of the stream: 32 codes are a whole number of bytes, whatever their bits. */
function unpack(codes: Uint8Array, bits: Bits, block: number, target: Uint8Array): void {
  let at = (block * blockSize * bits) / 8;
  let cachedTokens = 0;
  let heldBits = 0;
  const mask = (1 << bits) - 1;
  for (let index = 0; index < blockSize; index++) {
    while (heldBits < bits) {
      cachedTokens |= codes[at++]! << heldBits;
      heldBits += 8;
    }
    target[index] = cachedTokens & mask;
    cachedTokens >>>= bits;
    heldBits -= bits;
  }
}

function writeHalf(view: DataView, at: number, value: number, losses: Losses): void {
  view.setFloat16(at, value, true);
  if (view.getFloat16(at, true) !== value) losses.inexact += 1;
}

/** Whether the parts of a quantized tensor belong together. */
export function fitsGroups(parts: AffineParts): boolean {
  const groups = rowLength(parts) / parts.groupSize;
  return Number.isInteger(groups) && rowLength(parts.scales) === groups && rowLength(parts.biases) === groups;
}
