/**
 * The parser takes any bytes or rejects them with "badModel", in limited time and memory. Seeded,
 * so that failures are reproducible.
 */
import { expect, test } from "bun:test";
import type { Random } from "../../../scripts/random.ts";
import { estimateMemory } from "../../../src/engine/memory/estimate.ts";
import { type ParsedGguf, parseGguf } from "../../../src/formats/gguf/parser.ts";
import { checkLoadable } from "../../../src/formats/gguf/validate.ts";
import { tinyModel } from "../../fixtures/tiny/model.ts";
import { expectParsedOrRejected } from "../fuzz.ts";
import { memorySource } from "../memory-source.ts";

const mutations = 12_000;

const seeds = [tinyModel({ tokenizer: "bpe" }), tinyModel({ tokenizer: "spm", layers: 1 })].map((file) => {
  const { dataOffset, metadata } = parseGguf(memorySource("seed", file));
  const keys = [...metadata.entries()].filter(([, { type }]) => ["u32", "i32", "f32"].includes(type));
  // A key's text is followed by its type and its value, of four bytes each.
  const numbers = keys.map(([key]) => Buffer.from(file).indexOf(key) + Buffer.byteLength(key));
  return { file: new Uint8Array(file), header: dataOffset, numbers };
});

/** Values that break readers: limits of the integer types, and numbers around them. */
const evilNumbers = [
  0n,
  1n,
  0x7fn,
  0xffn,
  0xffffn,
  0x7fff_ffffn,
  0xffff_ffffn,
  0x1_0000_0000n,
  2n ** 53n - 1n,
  2n ** 53n,
  2n ** 63n - 1n,
  2n ** 63n,
  2n ** 64n - 1n,
  2n ** 61n,
  1_000_000n,
];

const evilFloats = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, 0.5, 3e38];

/** GGUF's numbers of these types. */
const [u32, i32, f32] = [4, 5, 6];

/** Damages a header in 1 to 8 places. Weights are never read. */
function mutate(random: Random): Uint8Array<ArrayBuffer> {
  const { file, header, numbers } = seeds[random.below(seeds.length)]!;
  // Some keep their data, so that the parser accepts harmless damage.
  let bytes = file.slice(0, random.below(4) === 0 ? file.length : header);
  // A third have one changed number, and are intact otherwise.
  if (random.below(3) === 0) return withEvilNumber(file.slice(), numbers, random);
  for (let rounds = 1 + random.below(8); rounds > 0; rounds--) bytes = damage(bytes, header, random);
  return bytes;
}

/** Replaces one of the header's numbers by another, of any type. */
function withEvilNumber(
  bytes: Uint8Array<ArrayBuffer>,
  positions: readonly number[],
  random: Random,
): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer);
  const at = positions[random.below(positions.length)]!;
  const type = [u32, i32, f32][random.below(3)]!;
  view.setUint32(at, type, true);
  if (type === f32) view.setFloat32(at + 4, evilFloats[random.below(evilFloats.length)]!, true);
  else view.setUint32(at + 4, Number(evilNumbers[random.below(evilNumbers.length)]! & 0xffff_ffffn), true);
  return bytes;
}

/** The memory estimate of an accepted header is finite. */
function expectFiniteNeeds(parsed: ParsedGguf, bytes: Uint8Array): void {
  const header = {
    ...parsed,
    path: "fuzzed.gguf",
    shards: [{ path: "fuzzed.gguf", size: bytes.length }],
    fileSize: bytes.length,
    parameterCount: 0,
    tensorBytes: parsed.tensors.reduce((sum, tensor) => sum + tensor.bytes, 0),
  };
  const needs = Object.entries(estimateMemory(header, { contextSize: 8192, sequences: 3 }));
  expect(needs.filter(([, value]) => !(Number.isFinite(value) && value >= 0))).toEqual([]);
}

function damage(bytes: Uint8Array<ArrayBuffer>, header: number, random: Random): Uint8Array<ArrayBuffer> {
  const length = Math.min(header, bytes.length);
  // Most structure is at the start and, in the tensor table, at the end.
  const near = random.below(3);
  const reach = near === 0 ? Math.min(600, length) : length;
  const at = near === 1 ? Math.max(0, length - 1 - random.below(1500)) : random.below(Math.max(1, reach));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  switch (random.below(6)) {
    case 0:
      if (at < bytes.length) bytes[at] = bytes[at]! ^ (1 << random.below(8));
      return bytes;
    case 1:
      if (at < bytes.length) bytes[at] = random.below(256);
      return bytes;
    case 2:
      if (at + 8 <= bytes.length) view.setBigUint64(at, evilNumbers[random.below(evilNumbers.length)]!, true);
      return bytes;
    case 3:
      if (at + 4 <= bytes.length) view.setUint32(at, random.below(20), true);
      return bytes;
    case 4:
      return bytes.slice(0, at);
    default: {
      // Copies a part of the file over another part.
      const from = random.below(Math.max(1, length));
      const part = bytes.slice(from, from + random.below(200));
      const copy = bytes.slice();
      copy.set(part.subarray(0, Math.max(0, copy.length - at)), Math.min(at, copy.length));
      return copy;
    }
  }
}

test(`${mutations} damaged headers are parsed or rejected, never worse`, () => {
  expectParsedOrRejected(
    mutations,
    mutate,
    (bytes, random) =>
      parseGguf(memorySource("fuzzed.gguf", bytes), { arrays: random.below(2) === 0 ? "all" : "small" }),
    (header, bytes) => {
      checkLoadable({ ...header, path: "fuzzed.gguf" });
      expectFiniteNeeds(header, bytes);
    },
  );
}, 30_000);
