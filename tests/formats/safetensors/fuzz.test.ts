/**
 * The parser takes any bytes or rejects them with "badModel", in limited time. The tensors that it
 * returns are inside the file. Seeded, so that failures are reproducible.
 */
import { expect, test } from "bun:test";
import type { Random } from "../../../scripts/random.ts";
import { parseSafetensors } from "../../../src/formats/safetensors/parser.ts";
import { encodeSafetensors } from "../../fixtures/convert/safetensors.ts";
import { expectParsedOrRejected } from "../fuzz.ts";
import { memorySource } from "../memory-source.ts";

const mutations = 12_000;

const seed = encodeSafetensors(
  ["F32", "BF16", "U8", "F8_E4M3", "U32", "I64"].map((type, index) => {
    const elementBytes = [4, 2, 1, 1, 4, 8][index]!;
    const shape = [index + 1, 2, 4].slice(index % 3);
    const count = shape.reduce((product, size) => product * size, 1);
    return { name: `model.layers.${index}.weight`, type, shape, bytes: new Uint8Array(count * elementBytes) };
  }),
);
const dataStart = 8 + Number(new DataView(seed.buffer).getBigUint64(0, true));

/** Values that break readers of JSON, lengths and offsets. */
const evilTexts = [
  "-1",
  "0",
  "1e999",
  "1e-3",
  "9007199254740991",
  "9007199254740993",
  "18446744073709551616",
  "null",
  "true",
  "[]",
  "{}",
  '""',
  '"__proto__"',
  '"F32"',
  "[[[[[[",
  "\\ud800",
  ",",
  "}",
  "]",
];
const evilLengths = [0n, 1n, 2n ** 31n, 2n ** 32n, 2n ** 53n, 2n ** 63n, 2n ** 64n - 1n, 99_999_999n];

/** Damages a file in 1 to 4 places. */
function mutate(random: Random): Uint8Array {
  let bytes: Uint8Array = seed.slice();
  for (let rounds = 1 + random.below(4); rounds > 0; rounds--) bytes = damage(bytes, random);
  return bytes;
}

function damage(bytes: Uint8Array, random: Random): Uint8Array {
  if (bytes.length === 0) return bytes;
  // Only the length of the data matters.
  const at = random.below(Math.min(bytes.length, dataStart));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  switch (random.below(7)) {
    case 0:
      bytes[at] = bytes[at]! ^ (1 << random.below(8));
      return bytes;
    case 1:
      return bytes.slice(0, random.below(2) === 0 ? at : bytes.length - 1 - random.below(9));
    case 2:
      if (bytes.length >= 8) view.setBigUint64(0, evilLengths[random.below(evilLengths.length)]!, true);
      return bytes;
    case 3:
    case 4:
      return replaceNumber(bytes, random);
    case 5: {
      const text = new TextEncoder().encode(evilTexts[random.below(evilTexts.length)]!);
      bytes.set(text.subarray(0, Math.max(0, bytes.length - at)), at);
      return bytes;
    }
    default: {
      // Copies a part of the header over another part.
      const from = random.below(Math.min(bytes.length, dataStart));
      bytes.copyWithin(at, from, from + random.below(60));
      return bytes;
    }
  }
}

/** Replaces a number in the JSON. The header keeps its length. */
function replaceNumber(bytes: Uint8Array, random: Random): Uint8Array {
  const header = new TextDecoder("latin1").decode(bytes.subarray(8, dataStart));
  const numbers = [...header.matchAll(/\d+/g)];
  const chosen = numbers[random.below(Math.max(1, numbers.length))];
  if (chosen === undefined) return bytes;
  const other = random.below(2) === 0 ? String(random.below(200)) : evilTexts[random.below(7)]!;
  const changed = header.slice(0, chosen.index) + other + header.slice(chosen.index + chosen[0].length);
  const result = bytes.slice();
  result.set(
    new TextEncoder()
      .encode(changed.padEnd(header.length).slice(0, header.length))
      .subarray(0, result.length - 8),
    8,
  );
  return result;
}

test(`${mutations} damaged files are parsed or rejected, never worse`, () => {
  expectParsedOrRejected(
    mutations,
    mutate,
    (bytes) => parseSafetensors(memorySource("fuzzed.safetensors", bytes)),
    (entries, bytes) => {
      let end = 0;
      for (const { position, bytes: length } of entries) {
        expect(position).toBeGreaterThanOrEqual(end);
        end = position + length;
      }
      expect(end).toBeLessThanOrEqual(bytes.length);
    },
  );
}, 30_000);
