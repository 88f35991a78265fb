/** Eight-bit floats with scales have the same values as in torch. */
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

describe("has the same bits as in torch:", () => {
  test.each([
    ["a scale for each block", "blocks"],
    ["smaller blocks at the edges, with scales in BF16", "edges"],
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

test("rows can be read in any ranges", async () => {
  const weight = weightOf("stacked");
  const whole = await weight.rows(0, 40);
  // Ranges across the end of a block and of the first matrix.
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

test("scales are not tensors of the model", () => {
  expect([...tensors.keys()].sort()).toEqual(
    Object.keys(numbers)
      .map((name) => `${name}.weight`)
      .sort(),
  );
});

test("compressed-tensors' name for the same format is supported", () => {
  const config = { quant_method: "compressed-tensors", format: "float-quantized", weight_block_size };
  expect(openQuantized("fp8.safetensors", { quantization_config: config }).tensors.size).toBe(tensors.size);
});

test("scales that don't fit the shape are rejected with the tensor's name", () => {
  const config = { quant_method: "fp8", weight_block_size: [32, 32] };
  expect(() => openQuantized("fp8.safetensors", { quantization_config: config })).toThrow(
    expect.objectContaining({ code: "badModel", message: expect.stringContaining("blocks.weight") }),
  );
});

test.each([["gptq"], ["awq"], ["bitsandbytes"]])("%s is rejected by its name", (quant_method) => {
  const open = () => openQuantized("fp8.safetensors", { quantization_config: { quant_method } });
  expect(open).toThrow(
    expect.objectContaining({ code: "badModel", message: expect.stringContaining(quant_method) }),
  );
});

test("compressed-tensors in another format is rejected", () => {
  const quantization_config = { quant_method: "compressed-tensors", format: "pack-quantized" };
  expect(() => openQuantized("fp8.safetensors", { quantization_config })).toThrow("compressed-tensors");
});
