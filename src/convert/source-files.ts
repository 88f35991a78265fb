/** Which files of a repo or folder a conversion needs, judged by their names. */
import { existsSync } from "node:fs";
import { join } from "node:path";

/** Files that describe the model and its tokenizer. A repo has some of them. */
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
/** Maps each tensor to its file if the weights are in several files. */
export const weightsIndex = "model.safetensors.index.json";

/** Whether a folder may hold a model that can be converted. */
export function isSourceFolder(path: string): boolean {
  return existsSync(join(path, "config.json")) || existsSync(join(path, "adapter_config.json"));
}

/**
 * The files of a repo that a conversion reads.
 * @param paths inside the repo
 */
export function neededFiles(paths: readonly string[]): string[] {
  const descriptions = paths.filter((path) => descriptionFiles.includes(path) || path === weightsIndex);
  return [...descriptions, ...weightsAmong(paths)];
}

/**
 * The files of one set of weights. A repo may hold the same weights in another precision or in
 * Mistral's own layout, too.
 */
export function weightsAmong(paths: readonly string[]): string[] {
  const all = paths.filter(
    (path) => /^[^/]+\.safetensors$/.test(path) && !/^(consolidated|adapter)/.test(path),
  );
  const shards = all.filter((path) => /^model-\d+-of-\d+\.safetensors$/.test(path));
  if (paths.includes(weightsIndex) && shards.length > 0) return shards;
  return all.includes("model.safetensors") ? ["model.safetensors"] : all;
}
