import { describe, expect, test } from "bun:test";
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { string, u16, u32 } from "../../../src/formats/gguf/metadata.ts";
import { readGgufHeader } from "../../../src/formats/gguf/reader.ts";
import type { MetadataValue } from "../../../src/formats/gguf/types.ts";
import { quantizationName, tensorBytes, tensorType } from "../../../src/formats/gguf/types.ts";
import { encodeGguf } from "../../../src/formats/gguf/writer.ts";

const folder = () => mkdtempSync(join(tmpdir(), "anechat-gguf-"));

describe("a path without a model", () => {
  test("missing", () => {
    expect(() => readGgufHeader("/nowhere/model.gguf")).toThrow(
      expect.objectContaining({ code: "modelNotFound", message: "There is no file /nowhere/model.gguf" }),
    );
  });

  test("a folder", () => {
    const path = folder();
    expect(() => readGgufHeader(path)).toThrow(
      expect.objectContaining({ code: "modelNotFound", message: `${path} is a folder` }),
    );
  });

  test("a file inside a file", () => {
    const path = join(folder(), "file");
    writeFileSync(path, "");
    expect(() => readGgufHeader(join(path, "model.gguf"))).toThrow(
      expect.objectContaining({ code: "modelNotFound" }),
    );
  });

  test("a device", () => {
    expect(() => readGgufHeader("/dev/zero")).toThrow(expect.objectContaining({ code: "badModel" }));
  });

  test.skipIf(process.platform === "win32")("a pipe without a writer", () => {
    const path = join(folder(), "pipe.gguf");
    Bun.spawnSync(["mkfifo", path]);
    expect(() => readGgufHeader(path)).toThrow(expect.objectContaining({ code: "badModel" }));
  });

  test("a file without read permission", () => {
    const path = join(folder(), "model.gguf");
    writeFileSync(path, "GGUF");
    chmodSync(path, 0);
    // root may read everything, so the test reads as user nobody.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      expect(() => readGgufHeader(path)).toThrow(expect.objectContaining({ code: "noAccess" }));
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });
});

/** Writes a model in three files, each with one tensor of 8 floats. */
function splitModel(change: (number: number) => [string, MetadataValue][] = () => []): string {
  const parent = folder();
  for (const number of [0, 1, 2]) {
    const metadata = new Map<string, MetadataValue>([
      ...(number === 0 ? [["general.architecture", string("llama")] as const] : []),
      ["split.no", u16(number)],
      ["split.count", u16(3)],
      ...change(number),
    ]);
    const tensors = [{ name: `t${number}`, shape: [8], type: "F32" as const }];
    const file = encodeGguf({ metadata, tensors }, () => new Uint8Array(32));
    writeFileSync(join(parent, `m-0000${number + 1}-of-00003.gguf`), file);
  }
  return join(parent, "m-00001-of-00003.gguf");
}

describe("a split model", () => {
  const part = (first: string, number: number) => first.replace("00001-of", `0000${number}-of`);

  test("is read as a whole", () => {
    const header = readGgufHeader(splitModel());
    expect(header.metadata.getString("general.architecture")).toBe("llama");
    expect(header.tensors.map(({ name, shard }) => [name, shard])).toEqual([
      ["t0", 0],
      ["t1", 1],
      ["t2", 2],
    ]);
    expect(header.tensorBytes).toBe(96);
    expect(header.parameterCount).toBe(24);
    expect(header.shards).toHaveLength(3);
    expect(header.fileSize).toBe(header.shards.reduce((sum, { size }) => sum + size, 0));
  });

  test("names the missing part", () => {
    const first = splitModel();
    rmSync(part(first, 2));
    expect(() => readGgufHeader(first)).toThrow(
      expect.objectContaining({
        code: "modelNotFound",
        message: expect.stringContaining("m-00002-of-00003.gguf"),
      }),
    );
  });

  test("opened by a later part, names the first", () => {
    const first = splitModel();
    expect(() => readGgufHeader(part(first, 2))).toThrow(
      expect.objectContaining({ code: "badModel", hint: `Open the first part: ${first}` }),
    );
  });

  test("that was renamed is reported as renamed", () => {
    const first = splitModel();
    const renamed = first.replace("m-00001-of-00003", "model");
    renameSync(first, renamed);
    expect(() => readGgufHeader(renamed)).toThrow("was renamed");
  });

  test("with a truncated part, names that part", () => {
    const first = splitModel();
    writeFileSync(
      part(first, 3),
      encodeGguf({ metadata: [], tensors: [] }, () => new Uint8Array()).subarray(0, 20),
    );
    expect(() => readGgufHeader(first)).toThrow(`${part(first, 3)} is truncated`);
  });

  test("with a part of another model, names that part", () => {
    const swapped = splitModel((number) => (number === 2 ? [["split.no", u16(1)]] : []));
    expect(() => readGgufHeader(swapped)).toThrow("is not part 3 of this model");
    // llama.cpp would abort.
    const mistyped = splitModel((number) => (number === 1 ? [["split.no", u32(1)]] : []));
    expect(() => readGgufHeader(mistyped)).toThrow("is not part 2 of this model");
  });

  test("may be in a folder with any name", () => {
    const first = splitModel();
    const place = join(folder(), "a-00001-of-00009.gguf");
    mkdirSync(place);
    for (const number of [1, 2, 3]) {
      const name = `m-0000${number}-of-00003.gguf`;
      renameSync(join(first, "..", name), join(place, name));
    }
    expect(readGgufHeader(join(place, "m-00001-of-00003.gguf")).shards).toHaveLength(3);
  });
});

test("names and sizes are the same as llama.cpp's", () => {
  expect(quantizationName(15)).toBe("Q4_K_M");
  expect(quantizationName(0)).toBe("F32");
  expect(quantizationName(33)).toBeUndefined();
  expect(tensorBytes(tensorType("Q4_K"), [4096, 4096])).toBe(9_437_184);
  expect(tensorBytes(tensorType("MXFP4"), [32, 2])).toBe(34);
});
