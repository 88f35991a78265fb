/**
 * Whatever bytes a stranger sends: the parser takes them or says "badModel",
 * soon, and without believing a count. Seeded, so that a failure comes again.
 */
import { test } from "bun:test";
import type { Random } from "../../../scripts/random.ts";
import { parseGguf } from "../../../src/formats/gguf/parser.ts";
import { checkLoadable } from "../../../src/formats/gguf/validate.ts";
import { memorySource } from "../../../src/formats/source.ts";
import { tinyModel } from "../../fixtures/tiny/model.ts";
import { expectParsedOrRefused } from "../fuzz.ts";

const mutations = 12_000;

const seeds = [tinyModel({ tokenizer: "bpe" }), tinyModel({ tokenizer: "spm", layers: 1 })].map((file) => ({
  file: new Uint8Array(file),
  header: parseGguf(memorySource("seed", file)).dataOffset,
}));

/** What breaks readers: limits of the integer types, and numbers around them. */
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

/** Damages a file in 1 to 8 places. Only the header is worth hitting: weights are never read. */
function mutate(random: Random): Uint8Array<ArrayBuffer> {
  const { file, header } = seeds[random.below(seeds.length)]!;
  // Some keep their data, so that damage which fits everything else is found.
  let bytes = file.slice(0, random.below(4) === 0 ? file.length : header);
  for (let rounds = 1 + random.below(8); rounds > 0; rounds--) bytes = damage(bytes, header, random);
  return bytes;
}

function damage(bytes: Uint8Array<ArrayBuffer>, header: number, random: Random): Uint8Array<ArrayBuffer> {
  const length = Math.min(header, bytes.length);
  // The structure is densest at the start and, with the tensor table, at the end.
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
      // A piece of the file goes where another was.
      const from = random.below(Math.max(1, length));
      const piece = bytes.slice(from, from + random.below(200));
      const copy = bytes.slice();
      copy.set(piece.subarray(0, Math.max(0, copy.length - at)), Math.min(at, copy.length));
      return copy;
    }
  }
}

test(`${mutations} damaged headers are parsed or refused, never worse`, () => {
  expectParsedOrRefused(
    mutations,
    mutate,
    (bytes, random) =>
      parseGguf(memorySource("fuzzed.gguf", bytes), { arrays: random.below(2) === 0 ? "all" : "small" }),
    (header) => checkLoadable({ ...header, path: "fuzzed.gguf" }),
  );
}, 30_000);
