/**
 * Where flags get their values from when they aren't given: environment, preset, config files. A key is
 * a flag's name without its dashes: `temperature`, `max-tokens`, `stats` (of --no-stats).
 */
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Command, Option } from "commander";
import { AnechatError, errorCode } from "../../base/errors.ts";
import type { Environment, Paths } from "../../base/paths.ts";
import { nearestWord } from "../../base/suggest.ts";
import type { Alias } from "../../models/aliases.ts";
import { parseEndpoint } from "../../remote/endpoint.ts";

/** As TOML has it. */
type Value = string | number | boolean | readonly (string | number)[];

/** A value, and where it was found: "ANECHAT_SEED", "preset coder", "/home/me/.config/anechat/config.toml". */
export type Setting = { value: Value; source: string };

/** By key. */
export type SettingsLayer = ReadonlyMap<string, Setting>;

export type Settings = {
  /** The files that were looked for. */
  files: readonly { path: string; isThere: boolean }[];
  /** Of config.toml first. */
  layers: readonly SettingsLayer[];
  presets: ReadonlyMap<string, SettingsLayer>;
  /** Short names of models. */
  aliases: ReadonlyMap<string, Alias>;
  endpoints: ReadonlyMap<string, EndpointSettings>;
};

/** Of a table [endpoint.NAME]: where models are that somebody else's machine runs. */
export type EndpointSettings = {
  /** From parseEndpoint(). */
  url: string;
  model?: string;
  /** The variable of the environment that holds the key; else the key itself. */
  apiKeyEnv?: string;
  apiKey?: string;
};

const prefix = "ANECHAT_";

/** What is asked for once, and no setting; endpoints have a table, and the model's name is one of its own. */
const noKeys = ["version", "help", "continue", "resume", "load", "endpoint", "model", "api-key-env"];

/** The keys of a command's flags. A hidden flag is what anechat says to itself: nobody sets it for all runs. */
export function keysOf(command: Command): Map<string, Option> {
  const keys = new Map<string, Option>();
  for (const option of command.options) {
    const key = option.long?.replace(/^--(no-)?/, "");
    if (key !== undefined && !option.hidden && !noKeys.includes(key)) keys.set(key, option);
  }
  return keys;
}

/**
 * Reads the config files; each value is checked when a command takes it.
 * @param known keys, besides `model`
 * @throws AnechatError `badConfig` that names file and key
 */
export function readSettings(paths: Paths, env: Environment, known: readonly string[]): Settings {
  const files = [join(paths.config, "config.toml"), join(env.HOME || homedir(), ".llmchat_config")].map(
    (path) => ({
      path,
      text: readIfThere(path),
    }),
  );
  const layers: SettingsLayer[] = [];
  const presets = new Map<string, SettingsLayer>();
  const aliases = new Map<string, Alias>();
  const endpoints = new Map<string, EndpointSettings>();
  const keys = ["model", ...known];
  for (const { path, text } of files) {
    if (text === undefined) continue;
    const { preset = {}, alias = {}, endpoint = {}, ...values } = parseToml(text, path);
    layers.push(layer(values, path, path, [...keys, "preset", "alias", "endpoint"]));
    for (const [name, table] of tables(endpoint, "endpoint", path)) {
      if (!endpoints.has(name)) endpoints.set(name, endpointOf(table, `${path}, [endpoint.${name}]`));
    }
    for (const [name, table] of tables(preset, "preset", path)) {
      const where = `${path}, [preset.${name}]`;
      // The file that counts more has given it already.
      if (!presets.has(name)) presets.set(name, layer(table, `preset ${name}`, where, keys));
    }
    for (const [name, model] of Object.entries(isTable(alias) ? alias : {})) {
      if (typeof model !== "string") throw wrong(path, `alias.${name} has to be a model's name, in quotes`);
      if (!aliases.has(name)) aliases.set(name, { model, source: path });
    }
  }
  return {
    files: files.map(({ path, text }) => ({ path, isThere: text !== undefined })),
    layers,
    presets,
    aliases,
    endpoints,
  };
}

/**
 * Gives a command's flags the values that the command line left open: of the environment, else of the
 * preset, else of the config files.
 *
 * @throws AnechatError `usage` or `badConfig` for what a flag doesn't take, or a preset that isn't there
 */
export function applySettings(command: Command, settings: Settings, env: Environment): void {
  const keys = keysOf(command);
  const environment = environmentLayer(env);
  const presetName = keys.has("preset") ? presetOf(command, [environment, ...settings.layers]) : undefined;
  const layers = [environment, ...presetLayer(presetName, settings), ...settings.layers];
  for (const [key, option] of keys) {
    const name = option.attributeName();
    if (command.getOptionValueSource(name) === "cli") continue;
    const setting = find(layers, key);
    if (setting !== undefined)
      command.setOptionValueWithSource(name, parsed(key, option, setting), setting.source);
  }
}

/** The model of environment, preset or config, for who names none. */
export function modelSetting(
  preset: string | undefined,
  settings: Settings,
  env: Environment,
): Setting | undefined {
  return find([environmentLayer(env), ...presetLayer(preset, settings), ...settings.layers], "model");
}

/** @throws AnechatError `badConfig` for a variable that is no key's */
export function checkEnvironment(env: Environment, known: readonly string[]): void {
  const names = ["model", ...known].map(variableOf);
  for (const name of Object.keys(env)) {
    if (!name.startsWith(prefix) || names.includes(name)) continue;
    const nearest = nearestWord(name, names);
    throw new AnechatError("badConfig", `The environment variable ${name} means nothing to anechat`, {
      hint: nearest === undefined ? 'See "anechat config".' : `Did you mean ${nearest}?`,
    });
  }
}

function variableOf(key: string): string {
  return prefix + key.toUpperCase().replaceAll("-", "_");
}

function environmentLayer(env: Environment): SettingsLayer {
  const entries = Object.entries(env).flatMap(([name, value]): [string, Setting][] =>
    name.startsWith(prefix) && value !== undefined && value !== ""
      ? [[name.slice(prefix.length).toLowerCase().replaceAll("_", "-"), { value, source: name }]]
      : [],
  );
  return new Map(entries);
}

function presetOf(command: Command, layers: readonly SettingsLayer[]): string | undefined {
  const given: unknown = command.getOptionValue("preset");
  const value = given ?? find(layers, "preset")?.value;
  return value === undefined ? undefined : String(value);
}

function presetLayer(name: string | undefined, { presets, files }: Settings): SettingsLayer[] {
  if (name === undefined) return [];
  const preset = presets.get(name);
  if (preset !== undefined) return [preset];
  const nearest = nearestWord(name, [...presets.keys()]);
  const advice =
    presets.size === 0
      ? `Write [preset.${name}] in ${files[0]?.path}.`
      : `There are: ${[...presets.keys()].join(", ")}.`;
  throw new AnechatError("usage", `There is no preset "${name}"`, {
    hint: nearest === undefined ? advice : `Did you mean "${nearest}"?`,
  });
}

function find(layers: readonly SettingsLayer[], key: string): Setting | undefined {
  for (const layer of layers) {
    const setting = layer.get(key);
    if (setting !== undefined) return setting;
  }
  return undefined;
}

/** Through the flag's own check, as if it had been typed. */
function parsed(key: string, option: Option, { value, source }: Setting): unknown {
  const complain = (reason: string): AnechatError => wrong(source, `${key}: ${reason}`);
  if (!option.required && !option.optional) {
    if (typeof value === "boolean") return value;
    const text = String(value).toLowerCase();
    if (["1", "true", "yes", "on"].includes(text)) return true;
    if (["0", "false", "no", "off"].includes(text)) return false;
    throw complain(`It has to be true or false, not ${JSON.stringify(value)}.`);
  }
  if (typeof value === "boolean") throw complain("It has to be a text or a number.");
  const { parseArg } = option;
  if (parseArg === undefined) {
    if (typeof value === "object") throw complain("It has to be one value.");
    return String(value);
  }
  try {
    if (typeof value !== "object") return parseArg(String(value), undefined);
    return value.reduce<unknown>((earlier, one) => parseArg(String(one), earlier), undefined);
  } catch (error) {
    throw complain(error instanceof Error ? error.message : String(error));
  }
}

function layer(
  values: Record<string, unknown>,
  source: string,
  where: string,
  known: readonly string[],
): SettingsLayer {
  const settings = new Map<string, Setting>();
  for (const [written, value] of Object.entries(values)) {
    const key = written.replaceAll("_", "-");
    if (!known.includes(key)) {
      const nearest = nearestWord(key, known);
      throw wrong(where, `"${written}" is no key`, nearest && `Did you mean "${nearest}"?`);
    }
    if (!isValue(value)) throw wrong(where, `${written} has to be a text, a number, true or false`);
    settings.set(key, { value, source });
  }
  return settings;
}

/** @throws AnechatError `badConfig`; no message shows a key */
function endpointOf(table: Record<string, unknown>, where: string): EndpointSettings {
  const known = ["url", "model", "api-key-env", "api-key"] as const;
  const texts = new Map<string, string>();
  for (const [written, value] of Object.entries(table)) {
    const key = written.replaceAll("_", "-");
    if (!known.some((one) => one === key)) {
      const nearest = nearestWord(key, known);
      throw wrong(where, `"${written}" is no key`, nearest && `Did you mean "${nearest}"?`);
    }
    if (typeof value !== "string" || value.trim() === "") throw wrong(where, `${written} has to be a text`);
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
  if (!isTable(value)) throw wrong(path, `${name} has to be a table: [${name}.NAME]`);
  return Object.entries(value).map(([key, table]) => {
    if (!isTable(table)) throw wrong(path, `${name}.${key} has to be a table: [${name}.${key}]`);
    return [key, table];
  });
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isValue(value: unknown): value is Value {
  if (Array.isArray(value)) return value.every((one) => typeof one === "string" || typeof one === "number");
  return ["string", "number", "boolean"].includes(typeof value);
}

function parseToml(text: string, path: string): Record<string, unknown> {
  try {
    return Bun.TOML.parse(text) as Record<string, unknown>;
  } catch (error) {
    throw wrong(
      path,
      error instanceof Error ? error.message : String(error),
      "It has to be TOML: max-tokens = 1000",
    );
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw wrong(path, `It can't be read (${code})`);
  }
}

function wrong(
  where: string,
  what: string,
  hint: string = 'See "anechat config" for what there is.',
): AnechatError {
  return new AnechatError("badConfig", `${where}: ${what}`, { hint });
}
