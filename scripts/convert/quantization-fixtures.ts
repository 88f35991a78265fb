/**
 * Writes the types that llama-quantize gives to the tensors of tests/fixtures/convert/widened.ts,
 * for tests/convert/quantization.test.ts. Writes each model as a GGUF of random numbers and reads
 * the types from llama.cpp's log. Only for development; needs the native library.
 *
 *   bun scripts/convert/quantization-fixtures.ts
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { planConversion, writeConversion } from "../../src/convert/convert.ts";
import { quantizations } from "../../src/convert/quantization.ts";
import { openSourceFolder } from "../../src/convert/source-folder.ts";
import { libraryFolder } from "../../src/llama/libraries.ts";
import { loadLibrary, type Native } from "../../src/llama/library.ts";
import { layerTypes, type TypesOfSpec } from "../../tests/fixtures/convert/quantization-types.ts";
import { type SourceSpec, writeSourceModel } from "../../tests/fixtures/convert/source-model.ts";
import { widenedSpecs } from "../../tests/fixtures/convert/widened.ts";

const fixtures = join(import.meta.dir, "../../tests/fixtures/convert");

async function writeGguf(native: Native, spec: SourceSpec, folder: string): Promise<string> {
  const opened = openSourceFolder(writeSourceModel(spec, folder));
  await using _ = opened.shards;
  const pre = spec.tokenizer === "bpe" ? "gpt-2" : undefined;
  const plan = await planConversion(native, opened, { quantization: "BF16", pre, memory: 1e9 });
  const path = join(folder, "model.gguf");
  await writeConversion(native, opened, plan, path, { threads: 1 });
  rmSync(opened.path, { recursive: true });
  return path;
}

/** "[ 1/ 9] output.weight - [ 256, 320, 1, 1], type = bf16, size = 0.15 MiB -> 0.06 MiB (q6_K)" */
const logged = /^\[.*?\] +(\S+) +- \[.*-> .*\((\w+)\)$/gm;

function typesOf(path: string, quantization: string): Record<string, string> {
  const command = [process.execPath, join(fixtures, "llama-quantize.ts"), path, quantization];
  const { stderr, success } = Bun.spawnSync(command);
  if (!success) throw new Error(stderr.toString());
  const types = [...stderr.toString().matchAll(logged)];
  return layerTypes(types.map(([, name = "", type = ""]) => [name, type.toUpperCase()]));
}

const folder = mkdtempSync(join(tmpdir(), "anechat-quantize-"));
try {
  const native = loadLibrary(libraryFolder(undefined), process.env);
  const result: Record<string, TypesOfSpec> = {};
  for (const spec of widenedSpecs) {
    const path = await writeGguf(native, spec, folder);
    const quantized = quantizations.filter((quantization) => !["F32", "F16", "BF16"].includes(quantization));
    result[spec.name] = Object.fromEntries(
      quantized.map((quantization) => [quantization, typesOf(path, quantization)]),
    );
  }
  writeFileSync(join(fixtures, "quantization-types.json"), `${JSON.stringify(result, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
