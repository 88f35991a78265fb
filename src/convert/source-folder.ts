/** Opens a folder with a repo's files: config, tokenizer files, and the headers of the weights. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { AnechatError, errorCode } from "../base/errors.ts";
import { readBytes as readBytesOf, readFailure } from "../base/read-file.ts";
import { openShards, type Shards } from "../formats/safetensors/shards.ts";
import { isObject, ModelConfig } from "./config.ts";
import { weightsAmong, weightsIndex } from "./source-files.ts";
import type { TokenizerFiles } from "./tokenizer/metadata.ts";

export type SourceFolder = {
  path: string;
  config: ModelConfig;
  tokenizer: TokenizerFiles;
  shards: Shards;
};

/** Limit for reading one of these files. The largest tokenizers have 35 MB. */
const maxFileBytes = 200e6;

/** @throws AnechatError modelNotFound or badModel if the folder holds no whole model */
export function openSourceFolder(path: string): SourceFolder {
  const names = namesIn(path);
  if (!names.includes("config.json")) {
    const isAdapter = names.includes("adapter_config.json");
    throw new AnechatError(
      isAdapter ? "badModel" : "modelNotFound",
      isAdapter ? `${path} is a LoRA adapter, not a whole model` : `${path} has no config.json`,
      { hint: isAdapter ? "Merge it into its base model first." : "Name the folder of a whole model." },
    );
  }
  const weights = weightFiles(path, names);
  if (weights.length === 0) {
    const has = (ending: RegExp): boolean => names.some((name) => ending.test(name));
    throw new AnechatError("modelNotFound", `${path} has no safetensors files`, {
      hint: has(/\.gguf$/)
        ? "Name the .gguf file inside it."
        : has(/\.(bin|pt|pth)$/)
          ? "Its weights are Python pickles, which may run code. Look for a repo with safetensors."
          : "Name the folder of a whole model.",
    });
  }
  const config = readJson(path, "config.json");
  return {
    path,
    config: new ModelConfig(config),
    tokenizer: {
      tokenizerJson: readJson(path, "tokenizer.json"),
      tokenizerModel: readBytes(path, "tokenizer.model"),
      tokenizerConfig: readJson(path, "tokenizer_config.json"),
      specialTokensMap: readJson(path, "special_tokens_map.json"),
      addedTokens: readJson(path, "added_tokens.json"),
      vocabJson: readJson(path, "vocab.json"),
      merges: readText(path, "merges.txt"),
      config,
      generationConfig: readJson(path, "generation_config.json"),
      chatTemplate: readText(path, "chat_template.jinja"),
      chatTemplateJson: readJson(path, "chat_template.json"),
    },
    shards: openShards(path, weights),
  };
}

function namesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch (cause) {
    throw readFailure(path, cause, "noAccess", "Change its permissions, for example with chmod +rx.");
  }
}

/** The files that the index names, or one set of files chosen by name. */
function weightFiles(folder: string, names: readonly string[]): string[] {
  const index = readJson(folder, weightsIndex);
  const map = isObject(index) ? index.weight_map : undefined;
  if (!isObject(map)) return weightsAmong(names);
  const named = [...new Set(Object.values(map).map(String))];
  // The names come from the repo and become paths.
  const missing = named.find((file) => file.includes("/") || !names.includes(file));
  if (missing !== undefined) {
    throw new AnechatError("badModel", `The model is incomplete: ${missing.slice(0, 120)} is missing`, {
      hint: "Download all of the repo's files again.",
    });
  }
  return named;
}

function readBytes(folder: string, name: string): Uint8Array | undefined {
  const path = join(folder, name);
  try {
    return readBytesOf(path, { limit: maxFileBytes });
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT") return undefined;
    const isForbidden = code === "EACCES" || code === "EPERM";
    throw readFailure(path, error, isForbidden ? "noAccess" : "badModel", "Download the repo's files again.");
  }
}

function readText(folder: string, name: string): string | undefined {
  const bytes = readBytes(folder, name);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

/** Python writes NaN and Infinity, which JSON doesn't have. They become null. */
function readJson(folder: string, name: string): unknown {
  const text = readText(folder, name);
  if (text === undefined) return undefined;
  for (const attempt of [text, text.replace(/([:[,]\s*)(NaN|-?Infinity)(?=\s*[,\]}])/g, "$1null")]) {
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      // Try the second text, or throw the error below.
    }
  }
  throw new AnechatError("badModel", `${join(folder, name)} is not valid JSON`, {
    hint: "Download the file again.",
  });
}
