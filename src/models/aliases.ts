/** Short names for models that are asked for often. */

const aliases: Readonly<Record<string, string>> = {
  "llama3-1b": "bartowski/Llama-3.2-1B-Instruct-GGUF",
  "llama3-3b": "bartowski/Llama-3.2-3B-Instruct-GGUF",
  "llama3-8b": "bartowski/Meta-Llama-3.1-8B-Instruct-GGUF",
  "qwen2.5-0.5b-instruct": "Qwen/Qwen2.5-0.5B-Instruct-GGUF",
  "qwen2.5-1.5b-instruct": "Qwen/Qwen2.5-1.5B-Instruct-GGUF",
  "qwen2.5-7b-instruct": "bartowski/Qwen2.5-7B-Instruct-GGUF",
  "mistral-7b-instruct": "bartowski/Mistral-7B-Instruct-v0.3-GGUF",
  gpt2: "openai-community/gpt2",
  distilgpt2: "distilbert/distilgpt2",
};

/** "llama3-1b:Q8_0" → "bartowski/Llama-3.2-1B-Instruct-GGUF:Q8_0"; undefined for what is no alias. */
export function expandAlias(name: string): string | undefined {
  const [, word = "", rest = ""] = /^([^@:/]+)(.*)$/s.exec(name) ?? [];
  const full = Object.hasOwn(aliases, word.toLowerCase()) ? aliases[word.toLowerCase()] : undefined;
  return full === undefined || rest.startsWith("/") ? undefined : full + rest;
}
