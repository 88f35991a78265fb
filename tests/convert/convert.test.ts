/** Conversion of a folder to a file: all or nothing, in slabs, quantized as by llama-quantize. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ConversionPlan, planConversion, writeConversion } from "../../src/convert/convert.ts";
import type { Quantization } from "../../src/convert/quantization.ts";
import { openSourceFolder, type SourceFolder } from "../../src/convert/source-folder.ts";
import { readGgufHeader } from "../../src/formats/gguf/reader.ts";
import { llamaQuantize } from "../fixtures/convert/llama-quantize.ts";
import { encodeSafetensors } from "../fixtures/convert/safetensors.ts";
import { type SourceSpec, sourceTensors, writeSourceModel } from "../fixtures/convert/source-model.ts";
import { llama, llamaTied, mixtral } from "../fixtures/convert/specs/llama.ts";
import { describeGguf } from "../fixtures/convert/upstream.ts";
import { widened } from "../fixtures/convert/widened.ts";
import { native } from "../fixtures/native.ts";

let parent: string;
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), "anechat-convert-"));
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

let folders = 0;
function newFolder(): string {
  const folder = join(parent, String(folders++));
  mkdirSync(folder);
  return folder;
}

const plan = (source: SourceFolder, quantization: Quantization | undefined): Promise<ConversionPlan> =>
  planConversion(native(), source, { quantization, pre: "gpt-2", memory: 1e9 });

/** @returns the file's path */
async function convert(spec: SourceSpec, quantization: Quantization): Promise<string> {
  const folder = newFolder();
  const source = openSourceFolder(writeSourceModel(spec, folder));
  await using _ = source.shards;
  const path = join(folder, "model.gguf");
  await writeConversion(native(), source, await plan(source, quantization), path, { threads: 1 });
  return path;
}

describe("quantized", () => {
  const spec = widened(llama, "wide", { layers: 2 });
  let bf16: string;
  beforeAll(async () => {
    bf16 = await convert(spec, "BF16");
  });

  test.each(["Q8_0", "Q6_K", "Q4_K_M", "Q4_0", "Q3_K_M"] as const)(
    "%s has the same bytes as llama-quantize's result for the BF16 file",
    async (quantization) => {
      const theirs = `${bf16}.${quantization}`;
      llamaQuantize(bf16, theirs, quantization);
      const ours = describeGguf(await convert(spec, quantization));
      const expected = describeGguf(theirs);
      expect(ours.tensors).toEqual(expected.tensors);
      expect(ours.metadata["general.file_type"]).toEqual(expected.metadata["general.file_type"]!);
    },
  );
});

describe("writing", () => {
  let source: SourceFolder;
  beforeAll(() => {
    source = openSourceFolder(writeSourceModel(mixtral, newFolder()));
  });
  afterAll(() => source.shards[Symbol.asyncDispose]());
  const spmPlan = () =>
    planConversion(native(), source, { quantization: "F16", pre: undefined, memory: 1e9 });

  test("reports its progress to the last byte", async () => {
    const path = join(newFolder(), "model.gguf");
    const steps: number[] = [];
    const made = await spmPlan();
    await writeConversion(native(), source, made, path, {
      threads: 1,
      onProgress: (bytes) => steps.push(bytes),
    });
    expect(steps).toEqual(steps.toSorted((left, right) => left - right));
    expect(steps.at(-1)).toBe(made.bytes);
    expect(readGgufHeader(path).tensorBytes).toBe(made.bytes);
  });

  test("reports once for each file that it is no longer needed, and then doesn't read it", async () => {
    const own = openSourceFolder(writeSourceModel(mixtral, newFolder()));
    await using _ = own.shards;
    const made = await planConversion(native(), own, { quantization: "F16", pre: undefined, memory: 1e9 });
    const done: number[] = [];
    await writeConversion(native(), own, made, join(newFolder(), "model.gguf"), {
      threads: 1,
      onShardDone: (shard) => {
        done.push(shard);
        rmSync(own.shards.path(shard));
      },
    });
    expect(done.toSorted()).toEqual([0, 1]);
  });

  test("leaves no file if it is interrupted", async () => {
    const folder = newFolder();
    const interrupt = new AbortController();
    const writing = writeConversion(native(), source, await spmPlan(), join(folder, "model.gguf"), {
      threads: 1,
      signal: interrupt.signal,
      onProgress: () => interrupt.abort(),
    });
    await expect(writing).rejects.toMatchObject({ code: "interrupted" });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("values that a type can't hold", () => {
  /** Converts a model with this number in one matrix. */
  async function convertWith(value: number, quantization: Quantization): Promise<void> {
    const folder = writeSourceModel(llamaTied, newFolder());
    const tensors = sourceTensors(llamaTied);
    const broken = tensors.find(({ name }) => name === "model.layers.1.mlp.up_proj.weight")!;
    new DataView(broken.bytes.buffer).setFloat32(400, value, true);
    await Bun.write(join(folder, "model.safetensors"), encodeSafetensors(tensors));
    const source = openSourceFolder(folder);
    await using _ = source.shards;
    const path = join(folder, "model.gguf");
    await writeConversion(native(), source, await plan(source, quantization), path, { threads: 1 });
  }

  test.each<[number, Quantization, string]>([
    [1e6, "F16", "BF16"],
    [Number.NaN, "F16", "BF16"],
    [Number.POSITIVE_INFINITY, "Q8_0", "damaged"],
    [Number.NaN, "BF16", "damaged"],
  ])("%d as %s: an error with the tensor's name", async (value, quantization, hint) => {
    await expect(convertWith(value, quantization)).rejects.toMatchObject({
      code: "badModel",
      message: expect.stringContaining("blk.1.ffn_up.weight"),
      hint: expect.stringContaining(hint),
    });
  });

  test("1e6 as BF16: no error", async () => {
    await convertWith(1e6, "BF16");
  });
});

test("a model has its folder's name and its repo's sampling settings", async () => {
  const path = await convert({ ...llama, name: "My-Llama-2B" }, "BF16");
  const { metadata } = readGgufHeader(path);
  expect(metadata.getString("general.name")).toBe("My-Llama-2B");
  expect(metadata.getNumber("general.sampling.top_k")).toBe(20);
  expect(metadata.getString("anechat.end_token_ids")).toBe("290,288");
  expect(statSync(path).size % 32).toBe(0);
});
