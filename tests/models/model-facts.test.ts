/** What a server says about a model before it is loaded. */
import { expect, test } from "bun:test";
import { mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { string } from "../../src/formats/gguf/metadata.ts";
import { ModelFactsReader } from "../../src/models/model-facts.ts";
import { tinyModel } from "../fixtures/tiny/model.ts";

function temporaryFolder(): Disposable & { path: string } {
  const path = mkdtempSync(join(tmpdir(), "anechat-facts-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true }) };
}

const date = new Date("2024-05-06T07:08:09.750Z");

test("are in its header, with the date of its file", () => {
  using folder = temporaryFolder();
  const path = join(folder.path, "m.gguf");
  const bytes = tinyModel({ metadata: { "tokenizer.chat_template": string("{{ messages }}") } });
  writeFileSync(path, bytes);
  utimesSync(path, date, date);
  const facts = new ModelFactsReader().read(path);
  expect(facts).toMatchObject({
    trainedContext: 4096,
    contextLength: 4096,
    bytes: bytes.length,
    quantization: "F32",
    architecture: "llama",
    embeddingSize: 64,
    created: Math.floor(date.getTime() / 1000),
    capabilities: ["completion", "chat"],
    template: "{{ messages }}",
  });
  expect(facts.parameters).toBeGreaterThan(10_000);
  expect(facts.vocabularySize).toBeGreaterThan(200);
  expect(facts).not.toHaveProperty("digest");
});

test("are read again when the file has changed, and not before", () => {
  using folder = temporaryFolder();
  const path = join(folder.path, "m.gguf");
  const reader = new ModelFactsReader();
  writeFileSync(path, tinyModel());
  utimesSync(path, date, date);
  const first = reader.read(path);
  expect(reader.read(path)).toBe(first);
  writeFileSync(path, tinyModel({ contextLength: 128 }));
  expect(reader.read(path)).toMatchObject({ contextLength: 128 });
});

test("of a damaged file are its date, and of a missing one nothing", () => {
  using folder = temporaryFolder();
  const path = join(folder.path, "m.gguf");
  writeFileSync(path, "GGUF and nothing else");
  utimesSync(path, date, date);
  const reader = new ModelFactsReader();
  expect(reader.read(path)).toEqual({ created: Math.floor(date.getTime() / 1000), capabilities: [] });
  expect(reader.read(`${path}x`)).toEqual({ created: 0, capabilities: [] });
  expect(reader.read(undefined)).toEqual({ created: 0, capabilities: [] });
});

test("have the SHA-256 that the Hub's cache names a file by", () => {
  using folder = temporaryFolder();
  const digest = "0123456789abcdef".repeat(4);
  writeFileSync(join(folder.path, digest), tinyModel());
  const path = join(folder.path, "m.gguf");
  symlinkSync(digest, path);
  expect(new ModelFactsReader().read(path)).toMatchObject({ digest });
});
