/** Which files of a repo or folder a conversion needs, by their names alone. */
import { existsSync } from "node:fs";
import { join } from "node:path";

/** What says how a model is built and how text becomes tokens; whichever are there. */
const descriptionFiles = [
  "config.json",
  "generation_config.json",
  "tokenizer.json",
  "tokenizer.model",
  "tokenizer_config.json",
  "special_tokens_map.json",
  "added_tokens.json",
  "vocab.json",
  "merges.txt",
  "chat_template.jinja",
  "chat_template.json",
];
/** Names the file of each tensor, where there are several. */
export const weightsIndex = "model.safetensors.index.json";

/** Whether a folder may be a model to convert. */
export function isSourceFolder(path: string): boolean {
  return existsSync(join(path, "config.json")) || existsSync(join(path, "adapter_config.json"));
}

/**
 * Of a repo's files those that a conversion reads.
 * @param paths inside the repo
 */
export function neededFiles(paths: readonly string[]): string[] {
  const descriptions = paths.filter((path) => descriptionFiles.includes(path) || path === weightsIndex);
  return [...descriptions, ...weightsAmong(paths)];
}

/**
 * The files of one set of weights: a repo may hold others beside it, such as
 * the same in another precision or in Mistral's own layout.
 */
export function weightsAmong(paths: readonly string[]): string[] {
  const all = paths.filter(
    (path) => /^[^/]+\.safetensors$/.test(path) && !/^(consolidated|adapter)/.test(path),
  );
  const shards = all.filter((path) => /^model-\d+-of-\d+\.safetensors$/.test(path));
  if (paths.includes(weightsIndex) && shards.length > 0) return shards;
  return all.includes("model.safetensors") ? ["model.safetensors"] : all;
}
