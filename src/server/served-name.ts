/**
 * Names of models as clients write them, through every API: programs that list models by Ollama's
 * API chat by OpenAI's. In Ollama every name has a tag, and `latest` may be left out; Hugging Face's
 * models begin with `hf.co/` there.
 */
import { quantizationOf } from "../hub/variants.ts";

export const latest = ":latest";

/**
 * The served model that a client means.
 * @param names of the served models
 * @returns undefined if there is none, or if there are several
 */
export function servedName(given: string, names: readonly string[]): string | undefined {
  const plain = withoutTag(given).replace(/^(?:hf\.co|(?:www\.)?huggingface\.co)\//i, "");
  const exact = [given, withoutTag(given), plain].find((name) => names.includes(name));
  if (exact !== undefined) return exact;
  const lowerCase = plain.toLowerCase();
  const rules: ((name: string) => boolean)[] = [
    (name) => name.toLowerCase() === lowerCase,
    (name) => withQuantization(name).toLowerCase() === lowerCase,
    (name) => repoOf(name).toLowerCase() === lowerCase,
  ];
  for (const rule of rules) {
    const matching = names.filter(rule);
    if (matching.length === 1) return matching[0];
  }
  return undefined;
}

function withoutTag(name: string): string {
  return name.endsWith(latest) ? name.slice(0, -latest.length) : name;
}

/** "owner/name:model-Q4_K_M.gguf" → "owner/name:Q4_K_M" */
function withQuantization(name: string): string {
  const file = name.slice(repoOf(name).length + 1);
  return file === "" ? name : `${repoOf(name)}:${quantizationOf(file)}`;
}

function repoOf(name: string): string {
  const [repo = ""] = name.split(":");
  return repo;
}
