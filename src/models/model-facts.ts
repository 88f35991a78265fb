/**
 * What clients of a server want to know about a model before it is loaded, from its file's header.
 * Reading the header of a large vocabulary takes some milliseconds, so the facts are kept until the
 * file changes.
 */
import { realpathSync, statSync } from "node:fs";
import { basename } from "node:path";
import { readGgufHeader } from "../formats/gguf/reader.ts";
import { type Capability, capabilitiesOf } from "./capabilities.ts";
import { templateKey } from "./description.ts";
import { quantizationOf } from "./header.ts";

/** A fact is missing where the header doesn't have it. */
export type ModelFacts = {
  /** Tokens that the model was trained for. */
  trainedContext?: number;
  /** Tokens of a conversation at most, as far as that is known before loading. */
  contextLength?: number;
  parameters?: number;
  /** Of all its files. */
  bytes?: number;
  /** "Q4_K_M" */
  quantization?: string;
  /** llama.cpp's name: "llama", "qwen3moe" */
  architecture?: string;
  embeddingSize?: number;
  vocabularySize?: number;
  /** The file's date, in seconds since 1970; 0 if the file can't be read. */
  created: number;
  /** SHA-256 of the file in hex digits, if the Hub's cache knows it. */
  digest?: string;
  capabilities: readonly Capability[];
  /** The chat template. */
  template?: string;
};

export class ModelFactsReader {
  readonly #known = new Map<string, { version: string; facts: ModelFacts }>();

  /**
   * @param path of a GGUF file; the first shard of a split model; undefined if it isn't known
   * @returns nothing but the date if the file is damaged: loading it says why
   */
  read(path: string | undefined): ModelFacts {
    const info = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false });
    if (path === undefined || info === undefined) return { created: 0, capabilities: [] };
    const version = `${info.mtimeMs} ${info.size}`;
    const known = this.#known.get(path);
    if (known?.version === version) return known.facts;
    const created = Math.floor(info.mtimeMs / 1000);
    const facts = readFacts(path, created) ?? { created, capabilities: [] };
    this.#known.set(path, { version, facts });
    return facts;
  }
}

function readFacts(path: string, created: number): ModelFacts | undefined {
  try {
    const header = readGgufHeader(path);
    const { metadata } = header;
    const architecture = metadata.getString("general.architecture") ?? "";
    const template = metadata.getString(templateKey);
    // Some files have another template for requests with tools.
    const templates = [template, metadata.getString(`${templateKey}.tool_use`)];
    const context = metadata.getNumber(`${architecture}.context_length`);
    const vocabulary = metadata.getArray("tokenizer.ggml.tokens")?.length;
    return {
      ...defined("trainedContext", context),
      ...defined("contextLength", context),
      parameters: header.parameterCount,
      bytes: header.fileSize,
      quantization: quantizationOf(header),
      architecture,
      ...defined("embeddingSize", metadata.getNumber(`${architecture}.embedding_length`)),
      ...defined("vocabularySize", vocabulary ?? metadata.getNumber(`${architecture}.vocab_size`)),
      created,
      ...defined("digest", digestOf(path)),
      capabilities: capabilitiesOf(
        header,
        templates.filter((one) => one !== undefined),
      ),
      ...defined("template", template),
    };
  } catch {
    return undefined;
  }
}

/** The Hub's cache names blobs by their SHA-256, and models are links to them. */
function digestOf(path: string): string | undefined {
  const name = basename(realpathSync(path));
  return /^[0-9a-f]{64}$/.test(name) ? name : undefined;
}

function defined<K extends keyof ModelFacts>(
  key: K,
  value: ModelFacts[K] | undefined,
): Partial<Pick<ModelFacts, K>> {
  return value === undefined ? {} : ({ [key]: value } as Pick<ModelFacts, K>);
}
