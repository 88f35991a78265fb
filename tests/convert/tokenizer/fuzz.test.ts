/**
 * Any tokenizer files are converted or rejected with "badModel", in limited time. Seeded, so that
 * failures are reproducible.
 */
import { expect, test } from "bun:test";
import { type Random, seededRandom } from "../../../scripts/random.ts";
import { AnechatError } from "../../../src/base/errors.ts";
import { type TokenizerFiles, tokenizerMetadata } from "../../../src/convert/tokenizer/metadata.ts";
import { parseSentencePiece } from "../../../src/convert/tokenizer/sentencepiece.ts";
import { fixtureBytes, fixtureNames, readFixture } from "./fixtures.ts";

/** Throws errors other than "badModel". */
async function attempt(what: string, run: () => unknown): Promise<"converted" | "rejected"> {
  try {
    await run();
    return "converted";
  } catch (error) {
    if (error instanceof AnechatError && error.code === "badModel") return "rejected";
    throw new Error(`${what} ends in another error`, { cause: error });
  }
}

const nested = (depth: number): unknown => {
  let value: unknown = null;
  for (let level = 0; level < depth; level++) {
    value = { type: "Sequence", pretokenizers: [value], normalizers: [value], processors: [value] };
  }
  return value;
};

/** Values that break JSON readers. */
const evilValues: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  -1,
  1.5,
  7,
  300,
  2 ** 31,
  2 ** 53,
  1e300,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  "",
  " ",
  "a b",
  "\0",
  "\ud800",
  "(a+)+$",
  "[^a]*[^a]*[^a]*[^a]*b",
  "[",
  "<|im_end|>",
  "BPE",
  "ByteLevel",
  "Sequence",
  "TemplateProcessing",
  "__proto__",
  "x".repeat(100_000),
  [],
  {},
  [[]],
  ["a", "b"],
  JSON.parse('{"__proto__": {"type": "Split"}}'),
  { type: "Split", pattern: { Regex: "(?:a|a)*b" }, behavior: "Isolated" },
  { type: "FixedLength", length: 0 },
  { type: "Replace", pattern: { Regex: "" }, content: "x".repeat(1000) },
  { toString: 1, valueOf: 2, constructor: 3, length: 1e9 },
  { length: { toString: 1, valueOf: 2 } },
  nested(50),
  nested(5000),
];

/** A copy, since it may be damaged further. */
function evil(random: Random): unknown {
  return structuredClone(evilValues[random.below(evilValues.length)]);
}

type Node = Record<string, unknown>;

/** Replaces, removes, copies or renames a random value inside `root`. */
function damage(root: unknown, random: Random): void {
  if (typeof root !== "object" || root === null) return;
  let node = root as Node;
  // Follow a random path, more often a short one.
  for (let depth = random.below(7); depth > 0; depth--) {
    const inner = Object.values(node).filter((value) => typeof value === "object" && value !== null);
    if (inner.length === 0) break;
    node = inner[random.below(inner.length)] as Node;
  }
  const keys = Object.keys(node);
  const key = keys[random.below(Math.max(1, keys.length))];
  if (key === undefined) return;
  switch (random.below(4)) {
    case 0:
      if (Array.isArray(node)) node.splice(Number(key), 1);
      else delete node[key];
      return;
    case 1:
      node[keys[random.below(keys.length)]!] = node[key];
      return;
    case 2:
      if (!Array.isArray(node)) {
        const name = evilValues.filter((value) => typeof value === "string")[random.below(10)] as string;
        Object.defineProperty(node, name, {
          value: node[key],
          enumerable: true,
          configurable: true,
          writable: true,
        });
      }
      return;
    default:
      node[key] = evil(random);
  }
}

const conversions = 1_000;

test(`${conversions} damaged tokenizers are converted or rejected, never worse`, async () => {
  const random = seededRandom(20_261_122);
  let converted = 0;
  let slowest = 0;
  const memoryBefore = process.memoryUsage().rss;
  for (let round = 0; round < conversions; round++) {
    const { files, arch, rows } = readFixture(fixtureNames[random.below(fixtureNames.length)]!);
    const names = Object.keys(files).filter(
      (name) => typeof files[name as keyof TokenizerFiles] === "object" && name !== "tokenizerModel",
    );
    for (let times = 1 + random.below(3); times > 0; times--) {
      const name = names[random.below(names.length)] as keyof TokenizerFiles;
      if (random.below(20) === 0) Object.assign(files, { [name]: evil(random) });
      else damage(files[name], random);
    }
    const start = performance.now();
    const outcome = await attempt(`round ${round}`, () =>
      tokenizerMetadata(files, { arch, rows: random.below(2) === 0 ? rows : undefined, pre: undefined }),
    );
    if (outcome === "converted") converted += 1;
    slowest = Math.max(slowest, performance.now() - start);
  }
  // Both outcomes occur; otherwise the damage is too weak or too strong.
  expect(converted).toBeGreaterThan(conversions / 10);
  expect(converted).toBeLessThan((conversions * 9) / 10);
  expect(slowest).toBeLessThan(5_000);
  expect(process.memoryUsage().rss - memoryBefore).toBeLessThan(1_000_000_000);
}, 60_000);

const models = 5_000;

test(`${models} damaged tokenizer.model are read or rejected, never worse`, async () => {
  const random = seededRandom(20_261_123);
  const seeds = (["llama2", "gemma2"] as const).map((name) => fixtureBytes(name, "tokenizer.model")!);
  let converted = 0;
  let slowest = 0;
  for (let round = 0; round < models; round++) {
    let bytes = seeds[random.below(seeds.length)]!.slice();
    for (let times = 1 + random.below(4); times > 0; times--) bytes = damageBytes(bytes, random);
    const start = performance.now();
    if ((await attempt(`round ${round}`, () => parseSentencePiece(bytes))) === "converted") converted += 1;
    slowest = Math.max(slowest, performance.now() - start);
  }
  expect(converted).toBeGreaterThan(models / 100);
  expect(converted).toBeLessThan((models * 9) / 10);
  expect(slowest).toBeLessThan(1000);
}, 60_000);

test("damaged lines of merges.txt are read or rejected, never worse", async () => {
  const random = seededRandom(20_261_124);
  const pieces = ["\n", " ", "#", "\r\n", "\0", "a", "Ġ", "\u2028", "a b\n", "\ud800"];
  for (let round = 0; round < 300; round++) {
    const { files, arch, rows } = readFixture("gpt2");
    const at = random.below(files.merges!.length);
    const piece = pieces[random.below(pieces.length)]!;
    const merges = files.merges!.slice(0, at) + piece + files.merges!.slice(at + random.below(3));
    await attempt(`round ${round}`, () =>
      tokenizerMetadata({ ...files, merges }, { arch, rows, pre: undefined }),
    );
  }
});

function damageBytes(bytes: Uint8Array<ArrayBuffer>, random: Random): Uint8Array<ArrayBuffer> {
  // The end holds TrainerSpec and NormalizerSpec; the rest is uniform.
  const at =
    random.below(2) === 0 ? random.below(bytes.length) : Math.max(0, bytes.length - 1 - random.below(300));
  switch (random.below(5)) {
    case 0:
      bytes[at] = bytes[at]! ^ (1 << random.below(8));
      return bytes;
    case 1:
      bytes[at] = random.below(256);
      return bytes;
    case 2:
      // A length or a varint that doesn't end.
      bytes.fill(0xff, at, at + random.below(12));
      return bytes;
    case 3:
      return random.below(4) === 0 ? bytes.slice(0, at + 1) : bytes;
    default: {
      const from = random.below(bytes.length);
      const copy = bytes.slice();
      copy.set(bytes.subarray(from, from + random.below(60)).subarray(0, copy.length - at), at);
      return copy;
    }
  }
}
