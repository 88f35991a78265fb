/**
 * Reads mlx's affine quantization: w = scale · q + bias. Each group of 32, 64 or 128 numbers of a
 * row has one scale and one bias. The codes q have 2 to 8 bits in one little-endian bit stream.
 *
 * Codes of up to five bits become ggml's Q4_1 and Q5_1 with the same values: d is the scale, m
 * the bias, repeated for every 32 numbers. Six bits become Q8_0 (d = scale,
 * q' = q + round(bias / scale)), since mlx's biases are nearly whole multiples of their scales.
 * Eight bits are read as floats.
 */
import type { TensorTypeName } from "../formats/gguf/types.ts";
import { splitHalves, viewOf } from "./mxfp4.ts";
import { decode, rowLength, type Weight } from "./weight.ts";

export type Bits = 2 | 3 | 4 | 5 | 6 | 8;

export function isBits(value: number): value is Bits {
  return [2, 3, 4, 5, 6, 8].includes(value);
}

/** What could not be converted exactly, over all weights. */
export type Losses = {
  /** Scales and biases that F16 can't hold exactly, and six-bit codes out of Q8_0's range. */
  inexact: number;
};

export type AffineParts = {
  bits: Bits;
  groupSize: 32 | 64 | 128;
  /** Shape of the weight, not of its packed codes. */
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

/** The weight in the ggml type that keeps its values, or as F32 if `asNumbers` is set. */
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
  /** Offset in the result. */
  to: number;
};

/** @param write writes one ggml block of `bytes` bytes; called for every 32 numbers */
function eachBlock(
  { bits, groupSize, codes, scales, biases }: Groups,
  bytes: number,
  write: (target: DataView, block: Readonly<Block>) => void,
): Uint8Array {
  const blocks = (codes.length * 8) / bits / blockSize;
  const result = new Uint8Array(blocks * bytes);
  const target = new DataView(result.buffer);
  // One object for all blocks: there are millions.
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

/** d, m, then two codes per byte. */
function toQ4(groups: Groups, losses: Losses): Uint8Array {
  const { bits, codes } = groups;
  const unpacked = noCodes.slice();
  const packed = new Uint8Array(blockSize / 2);
  const [codesView, packedView] = [viewOf(codes), viewOf(packed)];
  return eachBlock(groups, 20, (target, { index, scale, bias, to }) => {
    writeHalf(target, to, scale, losses);
    writeHalf(target, to + 2, bias, losses);
    if (bits === 4) {
      splitHalves(codesView, index * 16, target, to + 4);
      return;
    }
    unpack(codes, bits, index, unpacked);
    for (let pair = 0; pair < packed.length; pair++) {
      packed[pair] = unpacked[2 * pair]! | (unpacked[2 * pair + 1]! << 4);
    }
    splitHalves(packedView, 0, target, to + 4);
  });
}

/** d, m, the fifth bits of all 32 codes, then the low four bits as in Q4_1. */
function toQ5(groups: Groups, losses: Losses): Uint8Array {
  const unpacked = noCodes.slice();
  return eachBlock(groups, 24, (target, { index, scale, bias, to }) => {
    writeHalf(target, to, scale, losses);
    writeHalf(target, to + 2, bias, losses);
    unpack(groups.codes, groups.bits, index, unpacked);
    let fifth = 0;
    for (let code = 0; code < blockSize; code++) fifth |= (unpacked[code]! >> 4) << code;
    target.setUint32(to + 4, fifth >>> 0, true);
    for (let code = 0; code < 16; code++) {
      target.setUint8(to + 8 + code, (unpacked[code]! & 0x0f) | ((unpacked[code + 16]! & 0x0f) << 4));
    }
  });
}

/** d, then signed bytes. */
function toQ8(groups: Groups, losses: Losses): Uint8Array {
  const unpacked = noCodes.slice();
  return eachBlock(groups, 34, (target, { index, scale, bias, to }) => {
    writeHalf(target, to, scale, losses);
    const shift = scale === 0 ? 0 : Math.round(bias / scale);
    unpack(groups.codes, groups.bits, index, unpacked);
    for (let at = 0; at < blockSize; at++) {
      const code = unpacked[at]! + shift;
      if (code < -128 || code > 127) losses.inexact += 1;
      target.setInt8(to + 2 + at, Math.max(-128, Math.min(127, code)));
    }
  });
}

function toNumbers(groups: Groups): Uint8Array {
  const unpacked = noCodes.slice();
  return eachBlock(groups, 4 * blockSize, (target, { index, scale, bias, to }) => {
    unpack(groups.codes, groups.bits, index, unpacked);
    for (let at = 0; at < blockSize; at++) {
      target.setFloat32(to + 4 * at, Math.fround(scale * unpacked[at]!) + bias, true);
    }
  });
}

/** Reads the 32 codes of a block, which fill whole bytes at any number of bits. */
function unpack(codes: Uint8Array, bits: Bits, block: number, target: Uint8Array): void {
  let at = (block * blockSize * bits) / 8;
  let buffer = 0;
  let bufferedBits = 0;
  const mask = (1 << bits) - 1;
  for (let index = 0; index < blockSize; index++) {
    while (bufferedBits < bits) {
      buffer |= codes[at++]! << bufferedBits;
      bufferedBits += 8;
    }
    target[index] = buffer & mask;
    buffer >>>= bits;
    bufferedBits -= bits;
  }
}

function writeHalf(view: DataView, at: number, value: number, losses: Losses): void {
  view.setFloat16(at, value, true);
  if (view.getFloat16(at, true) !== value) losses.inexact += 1;
}

/** Whether the parts have as many scales and biases as the shape has groups. */
export function fitsGroups(parts: AffineParts): boolean {
  const groups = rowLength(parts) / parts.groupSize;
  return Number.isInteger(groups) && rowLength(parts.scales) === groups && rowLength(parts.biases) === groups;
}
