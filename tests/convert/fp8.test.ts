/** Eight-bit floats with their scales, read as torch reads them. */
import { afterAll, describe, expect, test } from "bun:test";
import {
  closeQuantized,
  type Numbers,
  numbersOf,
  openQuantized,
  readJson,
} from "../fixtures/convert/quantized.ts";
import { sha256 } from "../fixtures/convert/upstream.ts";

afterAll(closeQuantized);

const { weight_block_size, numbers } = readJson<{
  weight_block_size: number[];
  numbers: Record<string, Numbers>;
}>("fp8.json");
const quantization_config = { quant_method: "fp8", weight_block_size };
const { tensors } = openQuantized("fp8.safetensors", { quantization_config });
const weightOf = (name: string) => tensors.get(`${name}.weight`)!.weight;

describe("is what torch reads, to the bit:", () => {
  test.each([
    ["a scale for each block", "blocks"],
    ["blocks that the edge cuts off, with scales in BF16", "edges"],
    ["stacked matrices, each with its own blocks", "stacked"],
    ["a scale for each row", "rows"],
    ["one scale for all", "one"],
    ["every code", "all"],
  ])("%s", async (_, name) => {
    const weight = weightOf(name);
    const values = await numbersOf(weight);
    const { first, sha256: expected } = numbers[name]!;
    const columns = weight.shape.at(-1)!;
    expect([...values.filter((_, index) => index % columns === 0)]).toEqual([...first]);
    expect(sha256(new Uint8Array(values.buffer))).toBe(expected);
  });
});

test("rows can be read in any parts", async () => {
  const weight = weightOf("stacked");
  const whole = await weight.rows(0, 40);
  // Over the end of a block and of the first matrix.
  for (const [first, count] of [
    [0, 1],
    [15, 3],
    [17, 9],
    [39, 1],
  ] as const) {
    const bytes = whole.length / 40;
    expect(await weight.rows(first, count)).toEqual(whole.slice(first * bytes, (first + count) * bytes));
  }
});

test("scales aren't tensors of the model", () => {
  expect([...tensors.keys()].sort()).toEqual(
    Object.keys(numbers)
      .map((name) => `${name}.weight`)
      .sort(),
  );
});

test("compressed-tensors' name for the same is understood", () => {
  const config = { quant_method: "compressed-tensors", format: "float-quantized", weight_block_size };
  expect(openQuantized("fp8.safetensors", { quantization_config: config }).tensors.size).toBe(tensors.size);
});

test("scales that fit no way of sharing them are refused with the tensor's name", () => {
  const config = { quant_method: "fp8", weight_block_size: [32, 32] };
  expect(() => openQuantized("fp8.safetensors", { quantization_config: config })).toThrow(
    expect.objectContaining({ code: "badModel", message: expect.stringContaining("blocks.weight") }),
  );
});

test.each([["gptq"], ["awq"], ["bitsandbytes"]])("%s is refused by its name", (quant_method) => {
  const open = () => openQuantized("fp8.safetensors", { quantization_config: { quant_method } });
  expect(open).toThrow(
    expect.objectContaining({ code: "badModel", message: expect.stringContaining(quant_method) }),
  );
});

test("compressed-tensors of another format is refused", () => {
  const quantization_config = { quant_method: "compressed-tensors", format: "pack-quantized" };
  expect(() => openQuantized("fp8.safetensors", { quantization_config })).toThrow("compressed-tensors");
});
