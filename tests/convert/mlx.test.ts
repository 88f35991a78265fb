/** Matrices have the same values as in mlx. Whole models are tested in families.test.ts. */
import { afterAll, describe, expect, test } from "bun:test";
import { AnechatError } from "../../src/base/errors.ts";
import { encodeRows } from "../../src/convert/encode.ts";
import { rowLength } from "../../src/convert/weight.ts";
import {
  closeQuantized,
  type Numbers,
  numbersOf,
  openQuantized,
  readJson,
} from "../fixtures/convert/quantized.ts";
import { sha256 } from "../fixtures/convert/upstream.ts";
import { native } from "../fixtures/native.ts";

afterAll(closeQuantized);

type Settings = { group_size: number; bits: number; mode: string };
const { settings, numbers } = readJson<{
  settings: Record<string, Settings>;
  numbers: Record<string, Numbers>;
}>("mlx.json");
const quantization = { group_size: 64, bits: 4, mode: "affine", ...settings };
const affine = Object.keys(settings).filter((name) => name.startsWith("affine."));

const hash = (values: Float32Array): string => sha256(new Uint8Array(values.buffer));

/** Root mean square of the difference, relative to that of the expected numbers. */
function relativeError(values: Float32Array, expected: Float32Array): number {
  const square = (list: Float32Array): number => list.reduce((sum, value) => sum + value * value, 0);
  return Math.sqrt(square(values.map((value, i) => value - expected[i]!)) / square(expected));
}

describe("in the type that keeps its codes", () => {
  const { tensors, losses } = openQuantized("mlx.safetensors", { quantization });
  const weightOf = (name: string) => tensors.get(`${name}.weight`)!.weight;

  test.each([...affine.filter((name) => /\.[2345]\./.test(name)), "mxfp4"])(
    "%s has the same bits as in mlx",
    async (name) => {
      const weight = weightOf(name);
      const lossesBefore = losses.inexact;
      const values = await numbersOf(weight);
      expect(values.filter((_, index) => index % rowLength(weight) === 0)).toEqual(
        Float32Array.from(numbers[name]!.first),
      );
      expect(hash(values)).toBe(numbers[name]!.sha256);
      expect(losses.inexact).toBe(lossesBefore);
      const expectedType = { 5: "Q5_1", mxfp4: "MXFP4" }[name.split(".")[1] ?? name] ?? "Q4_1";
      expect<string>(weight.type).toBe(expectedType);
    },
  );

  const exact = openQuantized("mlx.safetensors", { quantization }, true).tensors;

  test.each(affine.filter((name) => name.includes(".6.")))(
    "%s as Q8_0 has nearly the same values",
    async (name) => {
      const weight = weightOf(name);
      expect(weight.type).toBe("Q8_0");
      const expected = await numbersOf(exact.get(`${name}.weight`)!.weight);
      // BF16 keeps 8 bits of scale and bias, so their ratio is farther from a whole number.
      const limit = name.endsWith("bfloat16") ? 6e-3 : 1e-3;
      expect(relativeError(await numbersOf(weight), expected)).toBeLessThan(limit);
      expect(losses.inexact).toBe(0);
    },
  );

  test.each(affine.filter((name) => name.includes(".8.")))(
    "%s is read as floats, and nearly the same as Q8_0",
    async (name) => {
      const weight = weightOf(name);
      expect(weight.type).toBe("F32");
      const expected = await numbersOf(weight);
      const columns = rowLength(weight);
      const packed = encodeRows(native(), new Uint8Array(expected.buffer), "F32", "Q8_0", columns, 1)!;
      const values = encodeRows(native(), packed, "Q8_0", "F32", columns, 1)!;
      expect(relativeError(new Float32Array(values.buffer), expected)).toBeLessThan(8e-3);
    },
  );

  test("a scale that F16 can't hold is counted", async () => {
    const own = openQuantized("mlx.safetensors", { quantization });
    const weight = own.tensors.get("zeros.weight")!.weight;
    expect(await numbersOf(weight)).toEqual(new Float32Array(128));
    // One per block of 32, for two rows of 64 numbers.
    expect(own.losses.inexact).toBe(4);
  });
});

describe("as floats", () => {
  const { tensors } = openQuantized("mlx.safetensors", { quantization }, true);

  test.each(affine)("%s has the same bits as in mlx", async (name) => {
    const { weight } = tensors.get(`${name}.weight`)!;
    expect(weight.type).toBe("F32");
    expect(hash(await numbersOf(weight))).toBe(numbers[name]!.sha256);
  });

  test("rows can be read in any ranges", async () => {
    const { weight } = tensors.get("affine.3.32.float16.weight")!;
    const whole = await weight.rows(0, 3);
    expect(await weight.rows(1, 2)).toEqual(whole.slice(whole.length / 3));
  });
});

test("scales and biases are not tensors of the model", () => {
  const { tensors } = openQuantized("mlx.safetensors", { quantization });
  expect([...tensors.keys()].sort()).toEqual(
    Object.keys(settings)
      .map((name) => `${name}.weight`)
      .sort(),
  );
  for (const { inputs } of tensors.values()) expect(inputs.length).toBeGreaterThan(1);
});

test.each<[string, Record<string, unknown>]>([
  ["a group size that doesn't fit the shape", { "affine.4.64.float16": { group_size: 128 } }],
  ["a group size that mlx doesn't have", { "affine.4.64.float16": { group_size: 48 } }],
  ["a mode that doesn't fit the tensors", { "affine.4.64.float16": { group_size: 32, mode: "mxfp4" } }],
])("%s is rejected with the tensor's name", (_, own) => {
  expect(() => openQuantized("mlx.safetensors", { quantization: { ...quantization, ...own } })).toThrow(
    expect.objectContaining({
      code: "badModel",
      message: expect.stringContaining("affine.4.64.float16.weight"),
    }),
  );
});

test("an unsupported mode is rejected by its name", () => {
  const open = () =>
    openQuantized("mlx.safetensors", { quantization: { ...quantization, mxfp4: { mode: "nvfp4" } } });
  expect(open).toThrow(AnechatError);
  expect(open).toThrow("nvfp4");
});
