/**
 * Whatever a repo holds under its tokenizer's names: it is converted or refused
 * with "badModel", soon. Seeded, so that a failure comes again.
 */
import { expect, test } from "bun:test";
import { type Random, seededRandom } from "../../../scripts/random.ts";
import { AnechatError } from "../../../src/base/errors.ts";
import { type TokenizerFiles, tokenizerMetadata } from "../../../src/convert/tokenizer/metadata.ts";
import { parseSentencePiece } from "../../../src/convert/tokenizer/sentencepiece.ts";
import { fixtureBytes, fixtureNames, readFixture } from "./fixtures.ts";

/** The attempt's outcome; anything but success and "badModel" is thrown on. */
async function attempt(what: string, run: () => unknown): Promise<"taken" | "refused"> {
  try {
    await run();
    return "taken";
  } catch (error) {
    if (error instanceof AnechatError && error.code === "badModel") return "refused";
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

/** What breaks readers of JSON. */
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

/** A copy: it may be damaged further. */
function evil(random: Random): unknown {
  return structuredClone(evilValues[random.below(evilValues.length)]);
}

type Node = Record<string, unknown>;

/** Replaces, removes, copies or renames something somewhere below a value. */
function damage(root: unknown, random: Random): void {
  if (typeof root !== "object" || root === null) return;
  let node = root as Node;
  // Down a random way, more often short than long.
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

test(`${conversions} damaged tokenizers are converted or refused, never worse`, async () => {
  const random = seededRandom(20_261_122);
  let taken = 0;
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
    if (outcome === "taken") taken += 1;
    slowest = Math.max(slowest, performance.now() - start);
  }
  // Both ways out are taken, or the damage is too weak or too strong to tell anything.
  expect(taken).toBeGreaterThan(conversions / 10);
  expect(taken).toBeLessThan((conversions * 9) / 10);
  expect(slowest).toBeLessThan(5_000);
  expect(process.memoryUsage().rss - memoryBefore).toBeLessThan(1_000_000_000);
}, 60_000);

const models = 5_000;

test(`${models} damaged tokenizer.model are read or refused, never worse`, async () => {
  const random = seededRandom(20_261_123);
  const seeds = (["llama2", "gemma2"] as const).map((name) => fixtureBytes(name, "tokenizer.model")!);
  let taken = 0;
  let slowest = 0;
  for (let round = 0; round < models; round++) {
    let bytes = seeds[random.below(seeds.length)]!.slice();
    for (let times = 1 + random.below(4); times > 0; times--) bytes = damageBytes(bytes, random);
    const start = performance.now();
    if ((await attempt(`round ${round}`, () => parseSentencePiece(bytes))) === "taken") taken += 1;
    slowest = Math.max(slowest, performance.now() - start);
  }
  expect(taken).toBeGreaterThan(models / 100);
  expect(taken).toBeLessThan((models * 9) / 10);
  expect(slowest).toBeLessThan(1000);
}, 60_000);

test("damaged lines of merges.txt are read or refused, never worse", async () => {
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
  // The end holds the two specifications; the rest is all alike.
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
      // A length or a number without an end.
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
