import { describe, expect, test } from "bun:test";
import { AnechatError } from "../../../src/base/errors.ts";
import { parseBytes, type RawGguf, rawGguf, rawKey } from "./raw.ts";

function failure(bytes: Uint8Array): string {
  try {
    parseBytes(bytes);
  } catch (error) {
    if (!(error instanceof AnechatError)) throw error;
    expect(error.code).toBe("badModel");
    expect(error.hint).toBeString();
    expect(error.message).toStartWith("model.gguf ");
    expect(error.message).not.toContain("\n");
    return error.message;
  }
  throw new Error("the bytes were accepted");
}

const text = (content: string) => new TextEncoder().encode(content.padEnd(100, " "));
const bytes = (...start: number[]) => Uint8Array.from({ length: 100 }, (_, index) => start[index] ?? 7);

describe("a file that is not GGUF is identified", () => {
  test.each<[string, Uint8Array, string]>([
    ["empty", new Uint8Array(0), "is an empty file"],
    [
      "a Git LFS pointer",
      text("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a"),
      "Git LFS pointer",
    ],
    ["a login page", text("\n<!DOCTYPE html><html>"), "a web page"],
    ["a server's error", text('{"error":"Repository not found"}'), "JSON text"],
    ["safetensors", text('\x60\x02\0\0\0\0\0\0{"__metadata__":'), "a safetensors file"],
    ["a PyTorch archive", text("PK\x03\x04"), "zip archive or a PyTorch checkpoint"],
    ["a pickle", bytes(0x80, 0x02), "Python pickle"],
    ["HDF5", bytes(0x89, 0x48, 0x44, 0x46), "HDF5"],
    ["gzip", bytes(0x1f, 0x8b), "gzip archive"],
    ["the format before GGUF", text("tjgg\x03\0\0\0"), "GGML file from before August 2023"],
    ["zeros", new Uint8Array(5000), "filled with zeros"],
    ["noise", bytes(1, 2, 3), "of an unknown format"],
    ["three bytes", new Uint8Array([71, 71, 85]), "of an unknown format"],
  ])("%s", (_, content, expected) => {
    expect(failure(content)).toContain(expected);
  });
});

const array = (elementType: number, length: number | bigint, write = () => {}) =>
  rawKey("list", 9, (encoder) => {
    encoder.u32(elementType);
    encoder.u64(length);
    write();
  });
const alignment = (value: number) => rawKey("general.alignment", 4, (encoder) => encoder.u32(value));
const tensor = { name: "t", shape: [8] };

describe("a damaged header is rejected", () => {
  test.each<[string, RawGguf, string]>([
    ["version 1", { version: 1 }, "has GGUF version 1"],
    ["version 0", { version: 0 }, "unknown GGUF version 0"],
    ["version 4", { version: 4 }, "unknown GGUF version 4"],
    ["big-endian", { version: 0x03000000 }, "is a big-endian GGUF"],
    ["huge tensor count", { tensorCount: 2n ** 63n }, "claims Infinity tensors"],
    ["huge key count", { keyCount: 1_000_000_000 }, "claims 1000000000 metadata keys"],
    ["missing keys", { keyCount: 1 }, "empty name"],
    ["missing tensors", { tensorCount: 5 }, "truncated"],
    ["huge key", { keys: [(encoder) => encoder.u64(1e9)] }, "metadata key of 1000000000 bytes"],
    ["empty key", { keys: [rawKey("", 0, (encoder) => encoder.u8(0))] }, "empty name"],
    ["unknown value type", { keys: [rawKey("k", 13)] }, '"k" of the unknown type 13'],
    ["huge string", { keys: [rawKey("k", 8, (encoder) => encoder.u64(2n ** 40n))] }, "claims 1.1 TB of text"],
    [
      "string past the end",
      { keys: [rawKey("k", 8, (encoder) => encoder.u64(1_000_000))] },
      'truncated inside "k"',
    ],
    ["huge array", { keys: [array(4, 2n ** 61n)] }, "claims Infinity items"],
    ["array past the end", { keys: [array(10, 1000)] }, "claims 1000 items"],
    ["array of arrays", { keys: [array(9, 1)] }, "arrays inside the array"],
    ["array of unknown type", { keys: [array(77, 1)] }, "unknown type 77"],
    ["alignment 0", { keys: [alignment(0)] }, "alignment 0"],
    ["alignment 48", { keys: [alignment(48)] }, "alignment 48"],
    [
      "alignment as text",
      { keys: [rawKey("general.alignment", 8, (encoder) => encoder.text("32"))] },
      "not a power of two",
    ],
    ["long tensor name", { tensors: [{ name: "x".repeat(64) }] }, "tensor name of 64 bytes"],
    ["five dimensions", { tensors: [{ shape: [1, 1, 1, 1, 1] }] }, "5 dimensions"],
    ["overflowing shape", { tensors: [{ shape: [2 ** 31, 2 ** 31] }] }, "impossible shape"],
    ["negative dimension", { tensors: [{ shape: [-1n & 0xffff_ffff_ffff_ffffn] }] }, "impossible shape"],
    ["unknown tensor type", { tensors: [{ type: 43 }] }, "unknown type 43"],
    ["removed tensor type", { tensors: [{ type: 31 }] }, "unknown type 31"],
    ["broken blocks", { tensors: [{ type: 12, shape: [100] }] }, "not a whole number of blocks"],
    ["unaligned offset", { tensors: [{ ...tensor, offset: 4 }], data: 64 }, "not a multiple of 32"],
    ["a gap before", { tensors: [{ ...tensor, offset: 64 }], data: 128 }, "at 64 instead of 0"],
    ["overlap", { tensors: [tensor, { ...tensor, name: "u", offset: 0 }], data: 64 }, "overlapping"],
    ["same name twice", { tensors: [tensor, { ...tensor, offset: 32 }], data: 64 }, 'tensor "t" twice'],
    ["no data", { tensors: [tensor] }, "is truncated: 64 B of 96 B"],
  ])("%s", (_, raw, expected) => {
    expect(failure(rawGguf(raw))).toContain(expected);
  });

  test("a key given twice", () => {
    const key = rawKey("general.name", 0, (encoder) => encoder.u8(1));
    expect(failure(rawGguf({ keys: [key, key] }))).toContain('metadata key "general.name" twice');
  });

  test("names have no control characters in messages", () => {
    const message = failure(rawGguf({ keys: [rawKey("\x1b[2Jhidden", 99)] }));
    expect(message).not.toContain("\x1b");
  });

  test("cut anywhere, it is reported as truncated", () => {
    const whole = rawGguf({
      keys: [rawKey("general.name", 8, (encoder) => encoder.text("cut me")), array(4, 0)],
      tensors: [{ ...tensor, shape: [1000] }],
      data: 4000,
    });
    parseBytes(whole);
    for (let length = 4; length < whole.length; length++) {
      expect(failure(whole.subarray(0, length))).toContain("truncated");
    }
  });
});

test("an unfinished download is reported with its size", () => {
  const raw = rawGguf({ tensors: [{ shape: [500_000_000] }], data: 1_000_000 });
  expect(failure(raw)).toEndWith("is truncated: 1.0 MB of 2.0 GB");
});

test("version 2 is read like version 3", () => {
  expect(parseBytes(rawGguf({ version: 2, tensors: [tensor], data: 32 })).version).toBe(2);
});

test("the last tensor needs no padding after it", () => {
  const raw = rawGguf({ tensors: [{ shape: [3] }], data: 12 });
  expect(parseBytes(raw).tensors).toHaveLength(1);
});
