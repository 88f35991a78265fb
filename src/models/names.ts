/** Short names of models: the user's aliases, and anechat's own for popular models. */
import { existsSync } from "node:fs";
import { AnechatError } from "../base/errors.ts";
import { demoName } from "./demo.ts";

/** What an alias stands for, and the file that defines it. */
export type Alias = { model: string; source: string };

/** The user's aliases, by name. */
export type Aliases = { get(name: string): Alias | undefined };

/**
 * Replaces an alias by the name it stands for, until that is not an alias. `demo` and paths that
 * exist are never aliases.
 * @returns the name itself if it is not an alias
 * @throws AnechatError `badConfig` for aliases that form a cycle
 */
export function followAliases(name: string, aliases: Aliases): string {
  return aliasChain(name, aliases).at(-1) ?? name;
}

/** The names from the given one to that of a model. @throws as followAliases() */
export function aliasChain(name: string, aliases: Aliases): readonly string[] {
  const names = [name];
  for (let current = name; ; ) {
    const alias = current === demoName || existsSync(current) ? undefined : aliases.get(current);
    if (alias === undefined) return names;
    const { model, source } = alias;
    const isCycle = names.includes(model);
    names.push(model);
    if (isCycle) {
      throw new AnechatError("badConfig", `${source}: the aliases form a cycle: ${names.join(" → ")}`, {
        hint: "Each alias and each preset has to lead to a model.",
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

/** The short names that anechat knows. */
export const shortNames: readonly string[] = Object.keys(known);

/**
 * Expands one of anechat's short names: "llama3-1b:Q8_0" →
 * "bartowski/Llama-3.2-1B-Instruct-GGUF:Q8_0".
 * @returns undefined for any other name
 */
export function expandShortName(name: string): string | undefined {
  const [, word = "", rest = ""] = /^([^@:/]+)(.*)$/s.exec(name) ?? [];
  const full = Object.hasOwn(known, word.toLowerCase()) ? known[word.toLowerCase()] : undefined;
  return full === undefined || rest.startsWith("/") ? undefined : full + rest;
}
