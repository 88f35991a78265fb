/**
 * Gives flags that are not on the command line their values from environment, preset and config
 * files. A key is a flag's name without dashes: `temperature`, `max-tokens`, `stats` (--no-stats).
 */
import type { Command, Option } from "commander";
import { AnechatError, messageOf } from "../../base/errors.ts";
import type { Environment } from "../../base/paths.ts";
import { nearestWord } from "../../base/suggest.ts";
import { cpuVariable } from "../../llama/cpu-variant.ts";
import { ListOption } from "../flags.ts";
import type { Settings } from "./files.ts";
import { type Setting, type SettingsLayer, wrong } from "./setting.ts";

const prefix = "ANECHAT_";

/** Flags that are not settings. Endpoints have tables, and `model` is read by modelSetting(). */
const noKeys = ["version", "help", "continue", "resume", "load", "endpoint", "model", "api-key-env", "file"];

/** The keys of a command's flags. A hidden flag is internal, not a setting. */
export function keysOf(command: Command): Map<string, Option> {
  const keys = new Map<string, Option>();
  for (const option of command.options) {
    const key = option.long?.replace(/^--(no-)?/, "");
    if (key !== undefined && !option.hidden && !noKeys.includes(key)) keys.set(key, option);
  }
  return keys;
}

/**
 * Sets the flags that are not on the command line: from the environment, else the preset, else the
 * config files.
 *
 * @param report gets a `badConfig` for each value that its flag refuses; missing: the first is
 *   thrown
 * @throws AnechatError `usage` for a preset that doesn't exist
 */
export function applySettings(
  command: Command,
  settings: Settings,
  env: Environment,
  report: (problem: AnechatError) => void = raise,
): void {
  const keys = keysOf(command);
  const environment = environmentLayer(env);
  const presetName = keys.has("preset") ? presetOf(command, [environment, ...settings.layers]) : undefined;
  const layers = [environment, ...presetLayer(presetName, settings), ...settings.layers];
  for (const [key, option] of keys) {
    const name = option.attributeName();
    if (command.getOptionValueSource(name) === "cli") continue;
    const setting = find(layers, key);
    if (setting === undefined) continue;
    try {
      command.setOptionValueWithSource(name, parsed(key, option, setting), setting.source);
    } catch (error) {
      if (!(error instanceof AnechatError)) throw error;
      report(error);
    }
  }
}

/**
 * The options that the command line, the environment or --preset sets. A preset that is the model's
 * name leaves them.
 */
export function explicitOptions(command: Command, { files }: Pick<Settings, "files">): string[] {
  const weak = [undefined, "default", ...files.map(({ path }) => path)];
  return command.options
    .map((option) => option.attributeName())
    .filter((name) => !weak.includes(command.getOptionValueSource(name)));
}

/**
 * The model of environment, preset or config files, for a command line without one.
 * @throws AnechatError `badConfig` if it is not a name, `usage` for a preset that doesn't exist
 */
export function modelSetting(
  preset: string | undefined,
  settings: Settings,
  env: Environment,
): { value: string; source: string } | undefined {
  const layers = [environmentLayer(env), ...presetLayer(preset, settings), ...settings.layers];
  const setting = find(layers, "model");
  if (setting === undefined) return undefined;
  const { value, source, where } = setting;
  if (typeof value === "string" && value.trim() !== "") return { value, source };
  throw wrong(where, "model: Must be a model's name in quotes");
}

/** @returns a `badConfig` for each unknown variable ANECHAT_… */
export function environmentProblems(env: Environment, known: readonly string[]): AnechatError[] {
  const names = [cpuVariable, ...["model", ...known].map(variableOf)];
  const unknown = Object.keys(env).filter((name) => name.startsWith(prefix) && !names.includes(name));
  return unknown.map((name) => {
    const nearest = nearestWord(name, names);
    return new AnechatError("badConfig", `anechat doesn't know the environment variable ${name}`, {
      hint: nearest === undefined ? 'See "anechat config".' : `Did you mean ${nearest}?`,
    });
  });
}

function raise(problem: AnechatError): never {
  throw problem;
}

function variableOf(key: string): string {
  return prefix + key.toUpperCase().replaceAll("-", "_");
}

function environmentLayer(env: Environment): SettingsLayer {
  const entries = Object.entries(env).flatMap(([name, value]): [string, Setting][] =>
    name.startsWith(prefix) && value !== undefined && value !== ""
      ? [[name.slice(prefix.length).toLowerCase().replaceAll("_", "-"), { value, source: name, where: name }]]
      : [],
  );
  return new Map(entries);
}

function presetOf(command: Command, layers: readonly SettingsLayer[]): string | undefined {
  const typed: unknown = command.getOptionValue("preset");
  const value = typed ?? find(layers, "preset")?.value;
  return value === undefined ? undefined : String(value);
}

function presetLayer(name: string | undefined, { presets, files }: Settings): SettingsLayer[] {
  if (name === undefined) return [];
  const preset = presets.get(name);
  if (preset !== undefined) return [preset.settings];
  const nearest = nearestWord(name, [...presets.keys()]);
  const advice =
    presets.size === 0
      ? `Add [preset.${name}] to ${files[0]?.path}.`
      : `The presets are: ${[...presets.keys()].join(", ")}.`;
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

/**
 * Checks a value as the flag checks it on the command line.
 * @throws AnechatError `badConfig`; the message leaves out the value, which may be a secret
 */
export function parsed(key: string, option: Option, { value, where }: Setting): unknown {
  const complain = (reason: string): AnechatError => wrong(where, `${key}: ${reason}`);
  if (!option.required && !option.optional) {
    if (typeof value === "boolean") return value;
    const text = isScalar(value) ? String(value).toLowerCase() : "";
    if (["1", "true", "yes", "on"].includes(text)) return true;
    if (["0", "false", "no", "off"].includes(text)) return false;
    throw complain("Must be true or false.");
  }
  const isList = option instanceof ListOption;
  const values: readonly unknown[] = isList && Array.isArray(value) ? value : [value];
  if (!values.every(isScalar)) {
    throw complain(`Must be a text or a number${isList ? ", or a list of them" : ""}.`);
  }
  const { parseArg = String } = option;
  try {
    return values.reduce<unknown>((earlier, one) => parseArg(String(one), earlier), undefined);
  } catch (error) {
    throw complain(messageOf(error));
  }
}

function isScalar(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}
