/** The models of the tests: files of a folder, found by name, with the template that a test wants. */
import { existsSync, readdirSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { readGgufHeader } from "../../src/formats/gguf/reader.ts";
import { createGguf } from "../../src/formats/gguf/writer.ts";
import { fingerprint } from "../fingerprint.ts";
import { type ModelWords, NotApplicable } from "./flags.ts";

const templateKey = "tokenizer.chat_template";

/**
 * "ggml-org/test-model-stories260K" is "stories260K.gguf"; a file of a repo has its own name, or
 * the one of its folder, because many are named "ggml-model-f16.gguf".
 * @throws NotApplicable if there is no such file
 */
export function findModel({ repo, file }: ModelWords, folders: readonly string[]): string {
  if (file !== undefined && existsSync(file)) return file;
  const names = candidates({
    ...(repo === undefined ? {} : { repo }),
    ...(file === undefined ? {} : { file }),
  });
  for (const folder of folders) {
    for (const entry of readdirSync(folder).sort()) {
      if (!entry.endsWith(".gguf")) continue;
      if (names.includes(entry.slice(0, -".gguf".length).toLowerCase())) return join(folder, entry);
    }
  }
  if (names.length === 0) throw new NotApplicable("a router without a model");
  throw new NotApplicable(`needs the model ${names[0]}.gguf`);
}

/** The names that a model's file may have, in lower case, without ".gguf". */
export function candidates({ repo, file }: ModelWords): string[] {
  if (file !== undefined) {
    const [name = "", folder] = file.split("/").reverse();
    const stem = name.replace(/\.gguf$/i, "");
    return (folder !== undefined && /^ggml-model/i.test(stem) ? [folder] : [stem]).map((one) =>
      one.toLowerCase(),
    );
  }
  if (repo === undefined) return [];
  const [path = "", quantization] = repo.split(":");
  const name = basename(path)
    .replace(/^test-model-/, "")
    .replace(/-GGUF$/i, "");
  const names =
    quantization === undefined ? [name] : [`${name}-${quantization}`, `${name}.${quantization}`, name];
  return names.map((one) => one.toLowerCase());
}

/**
 * A copy of the model with another template. Copies are kept.
 * @returns its path
 */
export async function withTemplate(model: string, template: string, folder: string): Promise<string> {
  const path = join(folder, `${fingerprint(model, template)}.gguf`);
  if (existsSync(path)) return path;
  await mkdir(folder, { recursive: true });
  const header = readGgufHeader(model, { arrays: "all" });
  const entries = [...header.metadata.entries()].filter(([key]) => key !== templateKey);
  const metadata = [...entries, [templateKey, { type: "string", value: template }] as const];
  const file = Bun.file(model);
  await using writer = await createGguf(path, {
    metadata,
    tensors: header.tensors.map(({ name, shape, type }) => ({ name, shape, type: type.name })),
  });
  for (const { name, offset, bytes } of header.tensors) {
    const start = header.dataOffset + offset;
    await writer.tensor(name, await file.slice(start, start + bytes).bytes());
  }
  await writer.finish();
  return path;
}

export function hasTemplate(model: string): boolean {
  return readGgufHeader(model).metadata.has(templateKey);
}
