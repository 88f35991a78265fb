/** Short names for models: the user's own, and some for models that are asked for often. */
import { existsSync } from "node:fs";
import { AnechatError } from "../base/errors.ts";
import { demoName } from "./demo.ts";

/** What one of the user's own short names stands for, and where that is written. */
export type Alias = { model: string; source: string };

/** The user's own, by name. */
export type Aliases = { get(name: string): Alias | undefined };

/**
 * Follows the user's own short names to what they stand for in the end. The demo, and what lies here, go before them.
 * @returns the name itself where it is none of them
 * @throws AnechatError `badConfig` for short names that lead in a circle
 */
export function followAliases(name: string, aliases: Aliases): string {
  const names = [name];
  for (let current = name; ; ) {
    const alias = current === demoName || existsSync(current) ? undefined : aliases.get(current);
    if (alias === undefined) return current;
    const { model, source } = alias;
    const isCircle = names.includes(model);
    names.push(model);
    if (isCircle) {
      throw new AnechatError("badConfig", `${source}: the aliases form a cycle: ${names.join(" → ")}`, {
        hint: "Let each name under [alias] stand for a model, or for a name that does.",
      });
    }
    current = model;
  }
}

const known: Readonly<Record<string, string>> = {
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

/** One of anechat's own: "llama3-1b:Q8_0" → "bartowski/Llama-3.2-1B-Instruct-GGUF:Q8_0"; undefined for what is none. */
export function expandAlias(name: string): string | undefined {
  const [, word = "", rest = ""] = /^([^@:/]+)(.*)$/s.exec(name) ?? [];
  const full = Object.hasOwn(known, word.toLowerCase()) ? known[word.toLowerCase()] : undefined;
  return full === undefined || rest.startsWith("/") ? undefined : full + rest;
}
