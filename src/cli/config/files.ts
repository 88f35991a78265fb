/**
 * Reads the config files into layers of settings, presets, aliases and endpoints, and checks their
 * structure. settings.ts checks the values when a command uses them.
 */
import { join } from "node:path";
import { AnechatError, errorCode, messageOf } from "../../base/errors.ts";
import { type Environment, homeFolder, type Paths } from "../../base/paths.ts";
import { readFailure, readText, sizeLimits } from "../../base/read-file.ts";
import { nearestWord } from "../../base/suggest.ts";
import { demoName } from "../../models/demo.ts";
import { parseEndpoint } from "../../remote/endpoint.ts";
import { AliasTable } from "./aliases.ts";
import { type Preset, presetFiles, readPreset } from "./presets.ts";
import { type Setting, type SettingsLayer, wrong } from "./setting.ts";

export type Settings = {
  /** All files that settings are read from, also those that don't exist. */
  files: readonly { path: string; isThere: boolean }[];
  /** That of config.toml is first and takes precedence. */
  layers: readonly SettingsLayer[];
  presets: ReadonlyMap<string, Preset>;
  /** Short names of models. */
  aliases: AliasTable;
  endpoints: ReadonlyMap<string, EndpointSettings>;
  /**
   * The `badConfig` errors of the files, with file and key. The valid rest is read nevertheless.
   */
  problems: readonly AnechatError[];
};

/** A table [endpoint.NAME]: a server with models. */
export type EndpointSettings = {
  /** From parseEndpoint(). */
  url: string;
  model?: string;
  /** The environment variable that holds the key. Excludes `apiKey`. */
  apiKeyEnv?: string;
  apiKey?: string;
};

/** @param known keys, besides `model` */
export function readSettings(paths: Paths, env: Environment, known: readonly string[]): Settings {
  const keys = ["model", ...known];
  const layers: SettingsLayer[] = [];
  const presets = new Map<string, Preset>();
  const aliases = new AliasTable();
  const endpoints = new Map<string, EndpointSettings>();
  const problems: AnechatError[] = [];
  const report = (problem: AnechatError): void => void problems.push(problem);
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof AnechatError)) throw error;
      report(error);
      return undefined;
    }
  };
  const addPreset = (name: string, table: Record<string, unknown>, where: string, file?: string): void => {
    const { values, ...rest } = readPreset(table, where, report);
    const settings = layer(values, `preset ${name}`, where, keys, report);
    // The first file takes precedence.
    if (!presets.has(name)) presets.set(name, { settings, ...rest, file });
  };
  const candidates = [join(paths.config, "config.toml"), join(homeFolder(env), ".llmchat_config")];
  const files = candidates.map((path) => {
    const text = attempt(() => readIfThere(path));
    const toml = text === undefined ? undefined : attempt(() => parseToml(text, path));
    if (toml === undefined) return { path, isThere: text !== undefined };
    const { preset = {}, alias, endpoint = {}, ...values } = toml;
    layers.push(layer(values, path, path, [...keys, "preset", "alias", "endpoint"], report));
    for (const [name, table] of attempt(() => tables(endpoint, "endpoint", path)) ?? []) {
      const where = `${path}, [endpoint.${name}]`;
      const settings = attempt(() => {
        if (name === demoName) throw wrong(where, "demo is the built-in model", "Choose another name.");
        return endpointOf(table, where);
      });
      if (settings !== undefined && !endpoints.has(name)) endpoints.set(name, settings);
    }
    for (const [name, table] of attempt(() => tables(preset, "preset", path)) ?? []) {
      addPreset(name, table, `${path}, [preset.${name}]`);
    }
    if (alias !== undefined) aliases.add(alias, path);
    return { path, isThere: true };
  });
  for (const { name, path } of presetFiles(paths.config)) {
    const text = attempt(() => readIfThere(path));
    const toml = text === undefined ? undefined : attempt(() => parseToml(text, path));
    if (toml !== undefined) addPreset(name, toml, path, path);
  }
  for (const [name, { settings, file }] of presets) {
    const model = settings.get("model");
    if (model !== undefined) aliases.addPreset(name, model.value, file ?? model.where);
  }
  return { files, layers, presets, aliases, endpoints, problems };
}

function layer(
  values: Record<string, unknown>,
  source: string,
  where: string,
  known: readonly string[],
  report: (problem: AnechatError) => void,
): SettingsLayer {
  const settings = new Map<string, Setting>();
  for (const [written, value] of Object.entries(values)) {
    const key = written.replaceAll("_", "-");
    if (known.includes(key)) {
      settings.set(key, { value, source, where });
    } else {
      report(wrong(where, `"${written}" is not a key`, keyHint(key, known)));
    }
  }
  return settings;
}

/** @returns undefined if no known key is near */
function keyHint(key: string, known: readonly string[]): string | undefined {
  const positive = key.replace(/^no-/, "");
  if (positive !== key && known.includes(positive)) return `Did you mean "${positive} = false"?`;
  const nearest = nearestWord(key, known);
  return nearest && `Did you mean "${nearest}"?`;
}

/** @throws AnechatError `badConfig`; no message shows a key */
function endpointOf(table: Record<string, unknown>, where: string): EndpointSettings {
  const known = ["url", "model", "api-key-env", "api-key"] as const;
  const texts = new Map<string, string>();
  for (const [written, value] of Object.entries(table)) {
    const key = written.replaceAll("_", "-");
    if (!known.some((one) => one === key)) {
      const nearest = nearestWord(key, known);
      throw wrong(where, `"${written}" is not a key`, nearest && `Did you mean "${nearest}"?`);
    }
    if (typeof value !== "string" || value.trim() === "") throw wrong(where, `${written} must be a string`);
    texts.set(key, value.trim());
  }
  const [url, model, apiKeyEnv, apiKey] = known.map((key) => texts.get(key));
  if (url === undefined) throw wrong(where, "url is missing", 'For example: url = "https://host/v1"');
  if (apiKey !== undefined && apiKeyEnv !== undefined) {
    throw wrong(where, "api-key and api-key-env exclude each other", "Keep one of them.");
  }
  try {
    return {
      url: parseEndpoint(url),
      ...(model === undefined ? {} : { model }),
      ...(apiKeyEnv === undefined ? {} : { apiKeyEnv }),
      ...(apiKey === undefined ? {} : { apiKey }),
    };
  } catch (error) {
    if (!(error instanceof AnechatError)) throw error;
    throw wrong(where, error.message, error.hint);
  }
}

function tables(value: unknown, name: string, path: string): [string, Record<string, unknown>][] {
  if (!isTable(value)) throw wrong(path, `${name} must be a table: [${name}.NAME]`);
  return Object.entries(value).map(([key, table]) => {
    if (!isTable(table)) throw wrong(path, `${name}.${key} must be a table: [${name}.${key}]`);
    return [key, table];
  });
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseToml(text: string, path: string): Record<string, unknown> {
  try {
    return Bun.TOML.parse(text) as Record<string, unknown>;
  } catch (error) {
    throw wrong(path, messageOf(error), "The file must be TOML, for example: max-tokens = 1000");
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readText(path, { limit: sizeLimits.small });
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error))) return undefined;
    throw readFailure(path, error, "badConfig", "The settings file must be TOML.");
  }
}
