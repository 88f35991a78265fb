/**
 * Reads the tiny tokenizers in tests/fixtures/convert/tokenizers, which
 * scripts/convert/tokenizer_fixtures.py writes.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { TokenizerFiles } from "../../../src/convert/tokenizer/metadata.ts";
import type { MetadataValue } from "../../../src/formats/gguf/types.ts";

const folder = join(import.meta.dir, "..", "..", "fixtures", "convert", "tokenizers");

export const fixtureNames = [
  "qwen2",
  "llama3",
  "template_eos",
  "gpt2",
  "llama2",
  "mistral_json",
  "gemma2",
  "phi3",
] as const;
export type FixtureName = (typeof fixtureNames)[number];

export const noFiles: TokenizerFiles = {
  tokenizerJson: undefined,
  tokenizerModel: undefined,
  tokenizerConfig: undefined,
  specialTokensMap: undefined,
  addedTokens: undefined,
  vocabJson: undefined,
  merges: undefined,
  config: undefined,
  generationConfig: undefined,
  chatTemplate: undefined,
  chatTemplateJson: undefined,
};

export type Fixture = {
  files: TokenizerFiles;
  arch: string;
  rows: number;
  /** The entries that upstream's converter writes. */
  expected: Map<string, unknown>;
};

export function fixtureBytes(name: FixtureName, file: string): Uint8Array<ArrayBuffer> | undefined {
  const path = join(folder, name, file);
  return existsSync(path) ? new Uint8Array(readFileSync(path)) : undefined;
}

type Expected = { arch: string; hash: string | null; entries: Record<string, unknown> };

/** Upstream's hash of a byte-level tokenizer. */
export function fixtureHash(name: FixtureName): string | null {
  return (JSON.parse(new TextDecoder().decode(fixtureBytes(name, "expected.json"))) as Expected).hash;
}

/** A new copy at each call, which tests may change. */
export function readFixture(name: FixtureName): Fixture {
  const text = (file: string): string | undefined => {
    const bytes = fixtureBytes(name, file);
    return bytes && new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  };
  const json = (file: string): unknown => {
    const content = text(file);
    return content === undefined ? undefined : JSON.parse(content);
  };
  const { arch, entries } = json("expected.json") as Expected;
  const config = json("config.json") as { vocab_size: number };
  return {
    files: {
      ...noFiles,
      tokenizerJson: json("tokenizer.json"),
      tokenizerModel: fixtureBytes(name, "tokenizer.model"),
      tokenizerConfig: json("tokenizer_config.json"),
      addedTokens: json("added_tokens.json"),
      vocabJson: json("vocab.json"),
      merges: text("merges.txt"),
      config,
      generationConfig: json("generation_config.json"),
      chatTemplate: text("chat_template.jinja"),
      chatTemplateJson: json("chat_template.json"),
    },
    arch,
    rows: config.vocab_size,
    expected: new Map(Object.entries(entries)),
  };
}

/** Entries as plain values, as in expected.json. */
export function plain(entries: readonly (readonly [string, MetadataValue])[]): Map<string, unknown> {
  return new Map(entries.map(([key, value]) => [key, value.type === "array" ? value.items : value.value]));
}
