/**
 * Damages one thing in a whole model. What passes the checks of the header is loaded and computed
 * by the real library, which would end the process if a check is missing. Seeded, so that a failure
 * can be repeated.
 */
import { beforeAll, describe, expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Random, seededRandom } from "../../scripts/random.ts";
import { AnechatError } from "../../src/base/errors.ts";
import { type ParsedGguf, parseGguf } from "../../src/formats/gguf/parser.ts";
import {
  type MetadataValue,
  type TensorTypeName,
  tensorBytes,
  tensorType,
} from "../../src/formats/gguf/types.ts";
import { encodeGguf, type TensorLayout } from "../../src/formats/gguf/writer.ts";
import { readModelHeader } from "../../src/models/header.ts";
import { mambaModel, testModel } from "../fixtures/models.ts";
import { TestEngine, user } from "../fixtures/native.ts";
import { memorySource } from "../formats/memory-source.ts";

type Seed = ParsedGguf & { bytes: Uint8Array };

const seeds: Seed[] = [];
beforeAll(async () => {
  const paths = [
    await testModel("bpe", { layers: 1 }),
    await testModel("spm", { layers: 1 }),
    await mambaModel(),
  ];
  for (const path of paths) {
    const bytes = new Uint8Array(readFileSync(path));
    seeds.push({ ...parseGguf(memorySource(path, bytes), { arrays: "all" }), bytes });
  }
});

const types: readonly TensorTypeName[] = ["F16", "BF16", "Q8_0", "Q4_0", "I8", "I32", "I64", "F64", "Q8_1"];
const wholes = [0, 1, 2, 3, 5, 7, 8, 31, 64, 65, 127, 255, 1000, 65_536, 2 ** 24, 2 ** 31 - 1, 2 ** 32 - 1];
const fractions = [0, -1, 0.5, 1e-40, 1e9, -1e9, 3e38, Number.NaN, Number.POSITIVE_INFINITY];

/** A number of the same type or another type, or an array of numbers. */
function otherNumber({ type }: MetadataValue, layers: number, random: Random): MetadataValue {
  const isFraction = (type === "f32" || random.below(8) === 0) && random.below(4) > 0;
  const value = isFraction
    ? fractions[random.below(fractions.length)]!
    : wholes[random.below(wholes.length)]!;
  const kind = isFraction ? "f32" : "u32";
  if (random.below(4) > 0) return { type: kind, value };
  const items = Array.from({ length: random.below(layers + 2) }, () => value);
  return { type: "array", elementType: kind, length: items.length, items, position: 0 };
}

/** @returns what was changed, and the file */
function damaged({ metadata, tensors, dataOffset, bytes }: Seed, random: Random): [string, Uint8Array] {
  const values = new Map(metadata.entries());
  const layout: TensorLayout[] = tensors.map(({ name, shape, type }) => ({ name, shape, type: type.name }));
  const data = new Map(
    tensors.map(({ name, offset, bytes: size }) => [
      name,
      bytes.subarray(dataOffset + offset, dataOffset + offset + size),
    ]),
  );
  const at = random.below(layout.length);
  const tensor = layout[at]!;
  const resized = (change: Partial<TensorLayout>): void => {
    const made = { ...tensor, ...change };
    layout[at] = made;
    const old = data.get(tensor.name)!;
    const size = tensorBytes(tensorType(made.type), made.shape);
    data.set(
      made.name,
      Uint8Array.from({ length: size }, (_, i) => old[i % old.length]!),
    );
  };
  let what: string;
  switch (random.below(5)) {
    case 0: {
      const type = types[random.below(types.length)]!;
      what = `${tensor.name} as ${type}`;
      if ((tensor.shape[0] ?? 1) % tensorType(type).blockSize === 0) resized({ type });
      break;
    }
    case 1: {
      const shapes = [
        tensor.shape.toReversed(),
        [...tensor.shape, 2],
        [1],
        tensor.shape.map((size) => size * 2),
      ];
      const shape = shapes[random.below(shapes.length)]!;
      what = `${tensor.name} of the shape ${shape}`;
      resized({ shape });
      break;
    }
    case 2:
      what = `no ${tensor.name}`;
      layout.splice(at, 1);
      break;
    default: {
      const keys = [...values].filter(([, value]) => value.type !== "string" && value.type !== "array");
      const [key, value] = keys[random.below(keys.length)]!;
      if (random.below(10) === 0) values.delete(key);
      else values.set(key, otherNumber(value, Number(values.get("llama.block_count") ?? 2), random));
      what = `${key} is ${JSON.stringify(values.get(key))}`;
    }
  }
  return [what, encodeGguf({ metadata: values, tensors: layout }, ({ name }) => data.get(name)!)];
}

describe("a model with one thing wrong in it", () => {
  test("is refused, answers or fails, and the process continues", async () => {
    const folder = mkdtempSync(join(tmpdir(), "anechat-damaged-"));
    const path = join(folder, "damaged.gguf");
    const random = seededRandom(20_261_130);
    const outcomes = { answered: 0, refused: 0, failed: 0 };
    for (let round = 0; round < 250; round++) {
      const [what, file] = damaged(seeds[round % seeds.length]!, random);
      writeFileSync(path, file);
      try {
        readModelHeader(path);
        using engine = new TestEngine({ path, contextSize: 256 });
        await engine.chat([user("Hi")], { sampling: { temperature: 0 }, maxTokens: 2 });
        outcomes.answered += 1;
      } catch (error) {
        if (!(error instanceof AnechatError))
          throw new Error(`${what} ends in another error`, { cause: error });
        outcomes[error.code === "badModel" ? "refused" : "failed"] += 1;
      }
    }
    rmSync(folder, { recursive: true });
    // All three outcomes must occur; otherwise the damage is too weak or too strong for a test.
    expect(outcomes.answered).toBeGreaterThan(25);
    expect(outcomes.refused).toBeGreaterThan(25);
    expect(outcomes.failed).toBeGreaterThan(0);
  }, 60_000);
});
