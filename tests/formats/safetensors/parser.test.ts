import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseSafetensors, rowBytes } from "../../../src/formats/safetensors/parser.ts";
import { openShards } from "../../../src/formats/safetensors/shards.ts";
import { encodeSafetensors, type FileTensor, rawSafetensors } from "../../fixtures/convert/safetensors.ts";
import { memorySource } from "../memory-source.ts";

const parse = (bytes: Uint8Array) => parseSafetensors(memorySource("model.safetensors", bytes));

/** A header with one tensor "t", and eight bytes of data. */
const oneTensor = (changes: Record<string, unknown>): Uint8Array =>
  rawSafetensors({ t: { dtype: "F32", shape: [2], data_offsets: [0, 8], ...changes } }, [new Uint8Array(8)]);

const tensor = (name: string, type: string, shape: number[], length: number): FileTensor => ({
  name,
  type,
  shape,
  bytes: Uint8Array.from({ length }, (_, index) => index + name.length),
});
const tensors = [
  tensor("matrix", "BF16", [3, 4], 24),
  tensor("scalar", "F32", [], 4),
  tensor("empty", "F16", [0, 7], 0),
  tensor("codes", "U32", [2, 1, 2], 16),
  tensor("eight bits", "F8_E4M3", [5], 5),
];

describe("a header", () => {
  test("gives names, types, shapes, and positions of the data", () => {
    const file = encodeSafetensors(tensors);
    const entries = parse(file);
    expect(entries.map(({ name }) => name).sort()).toEqual(tensors.map(({ name }) => name).sort());
    for (const { name, type, shape, position, bytes } of entries) {
      const written = tensors.find((one) => one.name === name)!;
      expect<object>({ type, shape }).toEqual({ type: written.type, shape: written.shape });
      expect(new Uint8Array(file.subarray(position, position + bytes))).toEqual(
        new Uint8Array(written.bytes),
      );
    }
  });

  test("may list tensors in any order; they are returned in the order of the data", () => {
    const header = {
      second: { dtype: "U8", shape: [3], data_offsets: [5, 8] },
      first: { dtype: "I8", shape: [5], data_offsets: [0, 5] },
    };
    const entries = parse(rawSafetensors(header, [new Uint8Array(8)]));
    expect(entries.map(({ name }) => name)).toEqual(["first", "second"]);
  });

  test.each([[{}], [{ __metadata__: { format: "pt" } }], [{ __metadata__: null }]])(
    "%j has no tensors",
    (header) => {
      expect(parse(rawSafetensors(header))).toEqual([]);
    },
  );

  test("gives the bytes of a row", () => {
    const sizes = parse(encodeSafetensors(tensors)).map((entry) => [entry.name, rowBytes(entry)]);
    expect(Object.fromEntries(sizes)).toEqual({
      matrix: 8,
      scalar: 4,
      empty: 14,
      codes: 8,
      "eight bits": 5,
    });
  });
});

describe("is rejected:", () => {
  const huge = 2 ** 53 - 1;

  test.each<[string, Uint8Array, string]>([
    ["an empty file", new Uint8Array(0), "too short"],
    ["a file shorter than the length field", new Uint8Array(7), "too short"],
    ["a header above the limit", rawSafetensors({}, [], 100_000_001n), "header of 100000001 bytes"],
    ["a header of 2^64 - 1 bytes", rawSafetensors({}, [], 2n ** 64n - 1n), "header of 18446744073709551615"],
    ["a header past the end", rawSafetensors({}, [], 9n), "truncated inside its header"],
    ["a header that isn't JSON", rawSafetensors("{'a': 1}"), "isn't JSON"],
    ["a header that isn't UTF-8", rawSafetensors("").fill(0xff, 8), "isn't JSON"],
    ["a header that is a list", rawSafetensors([]), "isn't JSON"],
    ["a header that nests too deep", rawSafetensors("[".repeat(2_000_000)), "isn't JSON"],
    ["a GGUF", new TextEncoder().encode(`GGUF\x03\0\0\0${"\0".repeat(40)}`), "claims a header"],
    ["a tensor without a description", rawSafetensors({ t: 7 }), 'tensor "t" without a description'],
    ["an unknown type", oneTensor({ dtype: "F31" }), "unknown type F31"],
    [
      "a type named like a property of every object",
      oneTensor({ dtype: "constructor" }),
      "unknown type constructor",
    ],
    ["a type that is a number", oneTensor({ dtype: 32 }), "unknown type 32"],
    ["no shape", oneTensor({ shape: undefined }), "impossible shape"],
    ["a negative size", oneTensor({ shape: [-2] }), "impossible shape"],
    ["a fractional size", oneTensor({ shape: [0.5, 4] }), "impossible shape"],
    ["a size that is text", oneTensor({ shape: ["2"] }), "impossible shape"],
    ["too many dimensions", oneTensor({ shape: Array(9).fill(1) }), "impossible shape"],
    ["a shape above the safe integers", oneTensor({ shape: [huge, huge, huge] }), "impossible shape"],
    ["a shape that overflows to a valid size", oneTensor({ shape: [2 ** 33, 2 ** 33] }), "impossible shape"],
    ["no offsets", oneTensor({ data_offsets: [] }), "impossible offsets"],
    ["negative offsets", oneTensor({ data_offsets: [-8, 0] }), "impossible offsets"],
    ["an end before the start", oneTensor({ data_offsets: [8, 0] }), "8 bytes don't match the -8"],
    ["offsets for another size", oneTensor({ data_offsets: [0, 4] }), "8 bytes don't match the 4"],
    ["an offset past the end", oneTensor({ shape: [4], data_offsets: [0, 16] }), "is truncated"],
    ["an offset far past the end", oneTensor({ data_offsets: [2 ** 40, 2 ** 40 + 8] }), "leaves a gap"],
    ["a gap at the start", oneTensor({ shape: [1], data_offsets: [4, 8] }), "leaves a gap"],
    ["bytes without a tensor", oneTensor({ shape: [1], data_offsets: [0, 4] }), "4 bytes that belong to no"],
    [
      "overlapping tensors",
      rawSafetensors(
        {
          a: { dtype: "U8", shape: [8], data_offsets: [0, 8] },
          b: { dtype: "U8", shape: [4], data_offsets: [4, 8] },
        },
        [new Uint8Array(8)],
      ),
      'tensor "b" that overlaps',
    ],
  ])("%s", (_, bytes, message) => {
    expect(() => parse(bytes)).toThrow(
      expect.objectContaining({ code: "badModel", message: expect.stringContaining(message) }),
    );
  });

  test("a name is shortened and on one line in the message", () => {
    const name = `\x1b[31m\n${"x".repeat(500)}`;
    try {
      parse(rawSafetensors({ [name]: 1 }));
      expect.unreachable();
    } catch (error) {
      expect(String(error)).toMatch(/^[\x20-\x7e]{1,200}$/);
    }
  });
});

describe("a model of several files", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "anechat-safetensors-"));
    writeFileSync(join(folder, "b.safetensors"), encodeSafetensors(tensors.slice(2)));
    writeFileSync(join(folder, "a.safetensors"), encodeSafetensors(tensors.slice(0, 2)));
    writeFileSync(join(folder, "again.safetensors"), encodeSafetensors(tensors.slice(0, 1)));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("gives one list of tensors, each read from its file", async () => {
    await using shards = openShards(folder, ["b.safetensors", "a.safetensors"]);
    expect(shards.files).toEqual(["a.safetensors", "b.safetensors"]);
    expect(shards.tensors.get("codes")?.shard).toBe(1);
    for (const { name, bytes } of tensors) {
      const found = shards.tensors.get(name)!;
      expect(await shards.read(found, 0, found.bytes)).toEqual(bytes);
    }
    expect(await shards.read(shards.tensors.get("matrix")!, 8, 8)).toEqual(tensors[0]!.bytes.subarray(8, 16));
    // A closed file is opened again when needed.
    await shards.close(0);
    expect(await shards.read(shards.tensors.get("scalar")!, 0, 4)).toEqual(tensors[1]!.bytes);
  });

  test("can't have the same tensor twice", () => {
    expect(() => openShards(folder, ["a.safetensors", "again.safetensors"])).toThrow(
      expect.objectContaining({ code: "badModel", message: expect.stringContaining("matrix") }),
    );
  });

  test("is rejected with the name of a missing file", () => {
    expect(() => openShards(folder, ["c.safetensors"])).toThrow(
      expect.objectContaining({ code: "modelNotFound", message: expect.stringContaining("c.safetensors") }),
    );
  });

  test("gives an error for a removed file, but not after it is restored", async () => {
    await using shards = openShards(folder, ["b.safetensors"]);
    const [from, to] = ["b.safetensors", "gone"].map((name) => join(folder, name)) as [string, string];
    renameSync(from, to);
    const codes = shards.tensors.get("codes")!;
    await expect(shards.read(codes, 0, 4)).rejects.toMatchObject({ code: "modelNotFound" });
    renameSync(to, from);
    expect(await shards.read(codes, 0, 4)).toEqual(tensors[3]!.bytes.subarray(0, 4));
  });

  test("gives an error, not zeros, if a file becomes shorter", async () => {
    await using shards = openShards(folder, ["again.safetensors"]);
    const { position, bytes } = shards.tensors.get("matrix")!;
    truncateSync(join(folder, "again.safetensors"), position + bytes - 1);
    await expect(shards.read(shards.tensors.get("matrix")!, 0, bytes)).rejects.toThrow("became shorter");
  });
});
