/** Reads a repo's chat templates from one of three files. */
import { z } from "zod";
import { string, strings } from "../../formats/gguf/metadata.ts";
import type { MetadataValue } from "../../formats/gguf/types.ts";
import { check, limits } from "./json.ts";

const template = z.string().max(limits.templateLength);
const named = z.array(z.object({ name: z.string().max(256), template })).max(64);
const templates = z.union([template, named]).nullish();
const templateFile = z.object({ chat_template: templates }).nullish();

/**
 * Entries from the first file that has a template: chat_template.jinja, tokenizer_config.json,
 * chat_template.json. As in transformers (tokenization_utils_base.py, from_pretrained), the newest
 * form wins; llama.cpp's converter prefers tokenizer_config.json.
 * @throws AnechatError badModel
 */
export function chatTemplateEntries(sources: {
  tokenizerConfig: unknown;
  jinja: string | undefined;
  json: unknown;
}): [string, MetadataValue][] {
  const found =
    check(template.optional(), sources.jinja, "chat_template.jinja") ??
    check(templates, sources.tokenizerConfig, "chat_template in tokenizer_config.json") ??
    check(templateFile, sources.json, "chat_template.json")?.chat_template;
  if (found === null || found === undefined) return [];
  if (typeof found === "string") return [["tokenizer.chat_template", string(found)]];
  // The name becomes part of a key, as in GGUFWriter.add_chat_template.
  const byName = new Map(
    found.map(({ name, template }) => [name.replaceAll(/[^A-Za-z0-9]/g, "_"), template]),
  );
  byName.delete("");
  const others = [...byName].filter(([name]) => name !== "default");
  const main = byName.get("default");
  const entries = others.map(([name, text]): [string, MetadataValue] => [
    `tokenizer.chat_template.${name}`,
    string(text),
  ]);
  if (others.length > 0) entries.push(["tokenizer.chat_templates", strings(others.map(([name]) => name))]);
  if (main !== undefined) entries.push(["tokenizer.chat_template", string(main)]);
  return entries;
}
