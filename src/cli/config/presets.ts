/**
 * Presets: settings under a name, as a table [preset.NAME] of a config file, or as a file of their
 * own in the folder `presets`, which "anechat create" writes. A preset with a model is also a name
 * of that model.
 */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { AnechatError, errorCode, writeFailure } from "../../base/errors.ts";
import type { Message } from "../../protocol/chat.ts";
import { type SettingsLayer, wrong } from "./setting.ts";

export type Preset = {
  settings: SettingsLayer;
  /** Example turns, sent before those of a chat. */
  examples: readonly Message[];
  /** The license of the model, which /api/show returns. */
  license: string | undefined;
  /** The preset's own file; undefined for a table of a config file. */
  file: string | undefined;
};

/**
 * Reads what a preset has besides settings.
 * @param report gets a `badConfig` for each wrong value, which is then left out
 */
export function readPreset(
  { messages, license, ...values }: Record<string, unknown>,
  where: string,
  report: (problem: AnechatError) => void,
): { values: Record<string, unknown>; examples: readonly Message[]; license: string | undefined } {
  const examples = messages ?? [];
  const isRight = Array.isArray(examples) && examples.every(isExample);
  if (!isRight) {
    const example = '{ role = "user", content = "…" }';
    report(wrong(where, "messages must be a list of messages", `For example: messages = [${example}]`));
  }
  if (license !== undefined && typeof license !== "string") report(wrong(where, "license must be a string"));
  return {
    values,
    examples: isRight ? examples : [],
    license: typeof license === "string" ? license : undefined,
  };
}

/** Without a schema library, which would delay the start of every command. */
function isExample(value: unknown): value is { role: "user" | "assistant"; content: string } {
  if (typeof value !== "object" || value === null) return false;
  const { role, content, ...others } = value as Record<string, unknown>;
  const isRole = role === "user" || role === "assistant";
  return isRole && typeof content === "string" && Object.keys(others).length === 0;
}

export function presetFolder(config: string): string {
  return join(config, "presets");
}

/** The file of a preset that "anechat create" makes. @param config the folder of config.toml */
export function presetFile(config: string, name: string): string {
  return join(presetFolder(config), `${name}.toml`);
}

/** Names and paths of the presets' own files. A folder that can't be read has none. */
export function presetFiles(config: string): { name: string; path: string }[] {
  try {
    return readdirSync(presetFolder(config))
      .filter((file) => /^[^.].*\.toml$/.test(file))
      .sort()
      .map((file) => ({ name: file.slice(0, -".toml".length), path: join(presetFolder(config), file) }));
  } catch (error) {
    if (errorCode(error) === "") throw error;
    return [];
  }
}

/**
 * Removes a preset that "anechat create" has made.
 * @throws AnechatError `usage` for a table of a config file, `noAccess`
 */
export function removePreset(name: string, { file, settings }: Preset): void {
  if (file === undefined) {
    const place = settings.get("model")?.where ?? "a config file";
    throw new AnechatError("usage", `The preset ${name} is in ${place}`, {
      hint: "Remove it there with an editor.",
    });
  }
  try {
    rmSync(file);
  } catch (cause) {
    throw writeFailure(file, cause);
  }
}
