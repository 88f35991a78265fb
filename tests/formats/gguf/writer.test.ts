import { describe, expect, test } from "bun:test";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  bool,
  bools,
  f32,
  i32,
  numbers,
  string,
  strings,
  u16,
  u32,
  u64,
} from "../../../src/formats/gguf/metadata.ts";
import { readGgufHeader } from "../../../src/formats/gguf/reader.ts";
import type { MetadataValue } from "../../../src/formats/gguf/types.ts";
import { createGguf, encodeGguf, type TensorLayout } from "../../../src/formats/gguf/writer.ts";
import { parseBytes } from "./raw.ts";

const values: [string, MetadataValue][] = [
  ["general.name", string("Ünïcödé 日本 🎈")],
  ["a.bool", bool(true)],
  ["a.u16", u16(65_535)],
  ["a.u32", u32(4_294_967_295)],
  ["a.i32", i32(-2_147_483_648)],
  ["a.u64", u64(2n ** 64n - 1n)],
  ["a.small.u64", u64(9_000_000_000)],
  ["a.f32", f32(0.5)],
  ["a.i8", { type: "i8", value: -128 }],
  ["a.u8", { type: "u8", value: 255 }],
  ["a.i16", { type: "i16", value: -32_768 }],
  ["a.i64", { type: "i64", value: -(2n ** 63n) }],
  ["a.f64", { type: "f64", value: Math.PI }],
  ["list.strings", strings(["", "▁the", "\0"])],
  ["list.bools", bools([true, false])],
  ["list.f32", numbers("f32", [1, -0.25])],
  ["list.i64", numbers("i64", [-1, 2n ** 62n])],
  ["list.empty", strings([])],
];

const tensors: TensorLayout[] = [
  { name: "odd", shape: [3], type: "F32" },
  { name: "half", shape: [5, 2], type: "F16" },
  { name: "blocks", shape: [256, 2, 3], type: "Q4_K" },
  { name: "scalar", shape: [], type: "I32" },
];

/** Bytes that identify their tensor. */
const dataOf = ({ name }: TensorLayout) => {
  const sizes: Record<string, number> = { odd: 12, half: 20, blocks: 6 * 144, scalar: 4 };
  return new Uint8Array(sizes[name] ?? 0).fill(name.length);
};

const folder = () => mkdtempSync(join(tmpdir(), "anechat-gguf-"));

describe("is read back as written:", () => {
  test("values of every type", () => {
    const { metadata } = parseBytes(encodeGguf({ metadata: values, tensors: [] }, dataOf), "all");
    expect([...metadata.keys()]).toEqual(values.map(([key]) => key));
    for (const [key, value] of values) {
      // Only an array that was read has a position.
      expect({ ...metadata.get(key), position: 0 }).toEqual({ ...value, position: 0 });
    }
  });

  test("tensors, at the positions in the table", () => {
    const file = encodeGguf({ metadata: values, tensors }, dataOf);
    const header = parseBytes(file);
    expect(header.dataOffset % 32).toBe(0);
    for (const [index, { name, shape, type, offset, bytes }] of header.tensors.entries()) {
      expect<TensorLayout>({ name, shape, type: type.name }).toEqual(tensors[index]!);
      const start = header.dataOffset + offset;
      expect(new Uint8Array(file.subarray(start, start + bytes))).toEqual(dataOf(tensors[index]!));
    }
    expect(file.length % 32).toBe(0);
  });

  test("a file with another alignment", () => {
    const metadata: [string, MetadataValue][] = [["general.alignment", u32(256)]];
    const header = parseBytes(encodeGguf({ metadata, tensors }, dataOf));
    expect(header.alignment).toBe(256);
    expect(header.tensors.map(({ offset }) => offset)).toEqual([0, 256, 512, 1536]);
  });

  test("values of the requested type only", () => {
    const { metadata } = parseBytes(encodeGguf({ metadata: values, tensors: [] }, dataOf));
    expect(metadata.getNumber("a.small.u64")).toBe(9_000_000_000);
    expect(metadata.getNumber("a.u64")).toBeUndefined();
    expect(metadata.getNumber("general.name")).toBeUndefined();
    expect(metadata.getString("a.u32")).toBeUndefined();
    expect(metadata.getBool("a.bool")).toBe(true);
    expect(metadata.getArray("list.bools")?.items).toEqual([true, false]);
    expect(metadata.getPerLayer("a.u16", 3)).toEqual([65_535, 65_535, 65_535]);
    expect(metadata.getPerLayer("list.f32", 2)).toEqual([1, -0.25]);
    expect(metadata.getPerLayer("list.f32", 3)).toBeUndefined();
  });

  test("a large array, only on request", () => {
    const tokens = Array.from({ length: 5000 }, (_, id) => `token ${id}`);
    const file = encodeGguf(
      {
        metadata: [
          ["tokens", strings(tokens)],
          ["after", u32(1)],
        ],
        tensors: [],
      },
      dataOf,
    );
    expect(parseBytes(file).metadata.getArray("tokens")).toMatchObject({ length: 5000, items: undefined });
    expect(parseBytes(file).metadata.getNumber("after")).toBe(1);
    expect(parseBytes(file, "all").metadata.getArray("tokens")?.items).toEqual(tokens);
  });

  test("texts longer than the window", () => {
    const long = "é".repeat(300_000);
    const many = Array.from({ length: 2000 }, () => "x".repeat(1000)).concat("y".repeat(70_000));
    const file = encodeGguf(
      {
        metadata: [
          ["long", string(long)],
          ["many", strings(many)],
          ["end", u32(7)],
        ],
        tensors: [],
      },
      dataOf,
    );
    expect(parseBytes(file).metadata.getNumber("end")).toBe(7);
    expect(parseBytes(file, "all").metadata.getString("long")).toBe(long);
    expect(parseBytes(file, "all").metadata.getArray("many")?.items).toEqual(many);
  });
});

describe("a file", () => {
  test("written in chunks equals one made in memory", async () => {
    const path = join(folder(), "model.gguf");
    {
      await using writer = await createGguf(path, { metadata: values, tensors });
      for (const tensor of tensors) {
        const data = dataOf(tensor);
        await writer.tensor(tensor.name, [data.subarray(0, 3), data.subarray(3)]);
      }
      await writer.finish();
    }
    expect(readFileSync(path)).toEqual(Buffer.from(encodeGguf({ metadata: values, tensors }, dataOf)));
    expect(readGgufHeader(path).parameterCount).toBe(3 + 10 + 1536 + 1);
  });

  test("appears only when complete; otherwise nothing is left", async () => {
    const parent = folder();
    {
      await using writer = await createGguf(join(parent, "model.gguf"), { metadata: values, tensors });
      await writer.tensor("odd", dataOf(tensors[0]!));
      await expect(writer.finish()).rejects.toThrow("tensor half was never written");
      expect(readdirSync(parent)).not.toContain("model.gguf");
    }
    expect(readdirSync(parent)).toEqual([]);
  });

  test("accepts tensors only in order and with the right size", async () => {
    await using writer = await createGguf(join(folder(), "model.gguf"), { metadata: [], tensors });
    await expect(writer.tensor("half", new Uint8Array(20))).rejects.toThrow("out of order: odd is next");
    await expect(writer.tensor("odd", new Uint8Array(11))).rejects.toThrow("instead of 12");
    await expect(writer.tensor("odd", [new Uint8Array(12), new Uint8Array(1)])).rejects.toThrow(
      "instead of 12",
    );
  });
});

test.each<[TensorLayout, string]>([
  [{ name: "x".repeat(64), shape: [1], type: "F32" }, "too long"],
  [{ name: "t", shape: [1, 1, 1, 1, 1], type: "F32" }, "5 dimensions"],
  [{ name: "t", shape: [100], type: "Q4_K" }, "rows of 256"],
])("a tensor that readers reject is not written", (tensor, message) => {
  expect(() => encodeGguf({ metadata: [], tensors: [tensor] }, () => new Uint8Array(4))).toThrow(message);
});
