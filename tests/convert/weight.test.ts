import { describe, expect, test } from "bun:test";
import { asColumn, halves } from "../../src/convert/family.ts";
import {
  decode,
  floats,
  permuteHeads,
  plusOne,
  regroup,
  reshape,
  rowBytes,
  rowCount,
  slice,
  stack,
  transpose,
  type Weight,
} from "../../src/convert/weight.ts";
import { encodeFloats, randomBytes, randomOf } from "../fixtures/convert/numbers.ts";

/** The numbers 0, 1, 2 … in this shape. */
const counted = (...shape: number[]): Weight =>
  floats(
    Array.from({ length: shape.reduce((product, size) => product * size, 1) }, (_, index) => index),
    shape,
  );

const readAll = (weight: Weight): Promise<Uint8Array> => weight.rows(0, rowCount(weight));

async function numbersOf(weight: Weight): Promise<number[]> {
  return [...decode(weight.type, await readAll(weight))];
}

/** Blocks of Q4_1, all different: moved blocks must stay intact. */
function blocks(...shape: number[]): Weight {
  const size = rowBytes({ shape, type: "Q4_1" });
  const bytes = randomBytes(randomOf(`blocks ${shape}`), size * rowCount({ shape }));
  return {
    shape,
    type: "Q4_1",
    rows: async (first, count) => bytes.subarray(first * size, (first + count) * size),
  };
}

describe("numbers are moved:", () => {
  test("rows of each group are reordered, and some left out", async () => {
    const weight = regroup(counted(6, 2), 3, [2, 0], [4, 2]);
    expect(await numbersOf(weight)).toEqual([4, 5, 0, 1, 10, 11, 6, 7]);
  });

  test("pairs of rows of a head come side by side", async () => {
    // Two heads of four rows: 0 1 | 2 3 becomes 0 2 1 3.
    expect(await numbersOf(permuteHeads(counted(8, 1), 2))).toEqual([0, 2, 1, 3, 4, 6, 5, 7]);
    const bias = permuteHeads(counted(8), 2);
    expect(bias.shape).toEqual([8]);
    expect(await numbersOf(bias)).toEqual([0, 2, 1, 3, 4, 6, 5, 7]);
  });

  test("a fused matrix is split", async () => {
    expect(await numbersOf(slice(counted(4, 2), 4, 1, 2, [2, 2]))).toEqual([2, 3, 4, 5]);
    const [[gateName, gate], [upName, up]] = halves(counted(2, 4, 1), "gate", "up") as [
      [string, Weight],
      [string, Weight],
    ];
    expect([gateName, upName]).toEqual(["gate.weight", "up.weight"]);
    expect(gate.shape).toEqual([2, 2, 1]);
    expect(await numbersOf(gate)).toEqual([0, 1, 4, 5]);
    expect(await numbersOf(up)).toEqual([2, 3, 6, 7]);
  });

  test("matrices are stacked", async () => {
    const weight = stack([counted(2, 2), counted(2, 2)]);
    expect(weight.shape).toEqual([2, 2, 2]);
    expect(await numbersOf(weight)).toEqual([0, 1, 2, 3, 0, 1, 2, 3]);
  });

  test("rows and columns are swapped in each matrix of a stack", async () => {
    expect(await numbersOf(transpose(counted(2, 3)))).toEqual([0, 3, 1, 4, 2, 5]);
    const stacked = transpose(counted(2, 2, 3));
    expect(stacked.shape).toEqual([2, 3, 2]);
    expect(await numbersOf(stacked)).toEqual([0, 3, 1, 4, 2, 5, 6, 9, 7, 10, 8, 11]);
  });

  test("one is added to each number, as F32", async () => {
    const half: Weight = {
      shape: [3],
      type: "BF16",
      rows: async () => encodeFloats(Float32Array.of(0, -1, 0.25), "BF16"),
    };
    expect(plusOne(half).type).toBe("F32");
    expect(await numbersOf(plusOne(half))).toEqual([1, 0, 1.25]);
  });

  test("another length of rows keeps the order", async () => {
    expect(await numbersOf(reshape(counted(3, 4), [2, 6]))).toEqual(await numbersOf(counted(12)));
    expect(asColumn(counted(3, 4)).shape).toEqual([12, 1]);
  });
});

const readings: readonly (readonly [string, Weight])[] = [
  ["in another order", regroup(counted(30, 3), 5, [4, 0, 2], [18, 3])],
  ["permuted", permuteHeads(counted(24, 5), 3)],
  ["permuted, a vector", permuteHeads(counted(24), 3)],
  ["permuted, quantized", permuteHeads(blocks(24, 64), 3)],
  ["permuted and stacked", stack([permuteHeads(counted(8, 3), 2), permuteHeads(counted(8, 3), 1)])],
  ["sliced", slice(counted(3, 10, 2), 10, 3, 4, [3, 4, 2])],
  ["sliced, quantized", slice(blocks(3, 10, 32), 10, 3, 4, [3, 4, 32])],
  ["every other row", regroup(blocks(4, 6, 32), 2, [1], [4, 3, 32])],
  ["stacked", stack([counted(7, 3), counted(7, 3), counted(7, 3)])],
  ["stacked, quantized", stack([blocks(7, 32), blocks(7, 32)])],
  ["transposed", transpose(counted(3, 5, 7))],
  ["transposed, then every other row", regroup(transpose(counted(3, 5, 8)), 2, [0], [3, 4, 5])],
  ["shifted", plusOne(counted(9, 4))],
  ["in longer rows", reshape(counted(49, 3), [3, 49])],
  ["in shorter rows", reshape(counted(3, 49), [49, 3])],
  ["in rows of one", reshape(counted(5, 49), [245, 1])],
  ["in rows whose length doesn't divide", reshape(counted(21, 10), [30, 7])],
];

test.each(readings)("%s: any slabs give the same bytes as one read", async (_, weight) => {
  const whole = await readAll(weight);
  const bytes = rowBytes(weight);
  expect(whole.length).toBe(rowCount(weight) * bytes);
  for (const slab of [1, 2, 3, 5, 7, 11]) {
    for (let first = 0; first < rowCount(weight); first += slab) {
      const count = Math.min(slab, rowCount(weight) - first);
      const part = await weight.rows(first, count);
      expect(part).toEqual(whole.subarray(first * bytes, (first + count) * bytes));
    }
  }
});

test.each<[string, () => Weight]>([
  ["rows that are not a multiple of the group", () => regroup(counted(5, 2), 2, [0, 1], [5, 2])],
  ["a shape with another number of rows", () => regroup(counted(4, 2), 2, [0], [3, 2])],
  ["another number of elements", () => reshape(counted(4, 2), [3, 2])],
  ["an empty stack", () => stack([])],
])("%s: an error when the weight is made, not when it is read", (_, make) => {
  expect(make).toThrow();
});

describe("stored floats are decoded", () => {
  test.each(["F32", "F16", "BF16"] as const)("%s", (type) => {
    const values = Float32Array.of(0, -0, 1, -1.5, 2 ** -14, 65_504, Number.POSITIVE_INFINITY);
    const expected = type === "BF16" ? values.with(5, 65_536) : values;
    expect(decode(type, encodeFloats(values, type))).toEqual(expected);
  });

  test("at an odd address", () => {
    const bytes = new Uint8Array(9);
    bytes.set(new Uint8Array(Float32Array.of(1, 2).buffer), 1);
    expect(decode("F32", bytes.subarray(1))).toEqual(Float32Array.of(1, 2));
  });
});
