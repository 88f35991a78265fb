/** `anechat create NAME`: makes a preset of a Modelfile. */
import { existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Command } from "commander";
import { AnechatError, exitCodes, writeFailure } from "../../base/errors.ts";
import { sizeLimits } from "../../base/read-file.ts";
import { commandNames } from "../../cli/command-names.ts";
import { presetFile } from "../../cli/config/presets.ts";
import { keysOf, parsed } from "../../cli/config/settings.ts";
import { addFlags } from "../../cli/flags.ts";
import type { Io } from "../../cli/io.ts";
import { findLocalModel, isLocal, resolveModelName } from "../../cli/model/resolve-name.ts";
import { readStdin } from "../../cli/stdin.ts";
import { readText, writeText } from "../../cli/text-file.ts";
import { demoName } from "../../models/demo.ts";
import { readModelDescription } from "../../models/description.ts";
import { aliasChain, expandShortName } from "../../models/names.ts";
import { printText } from "../../terminal/print.ts";
import { modelOf } from "./from.ts";
import { parseModelfile, wrongLine } from "./modelfile.ts";
import { type NewPreset, presetOf } from "./preset.ts";
import { presetToml } from "./preset-toml.ts";
import { templateFamily } from "./template-family.ts";

export type CreateFlags = { file: string; force?: boolean; quiet?: boolean };

/**
 * Prints the path of the preset's file.
 * @param root the program, whose commands no preset may hide
 * @returns the exit code
 */
export async function create(typed: string, flags: CreateFlags, root: Command, io: Io): Promise<number> {
  const name = typed.replace(/:latest$/, "");
  const path = presetFile(io.paths.config, name);
  checkName(name, root, io);
  if (existsSync(path) && !flags.force) {
    throw new AnechatError("usage", `The preset ${name} exists already`, { hint: "--force replaces it." });
  }
  const isStdin = flags.file === "-";
  const text = isStdin
    ? await readStdin(io, sizeLimits.small)
    : readText(flags.file, { io, limit: sizeLimits.small, hint: "Name the Modelfile with -f FILE." });
  const preset = presetOf(parseModelfile(text));
  checkSettings(preset);
  const model = modelOf(preset.from, isStdin ? resolve("") : dirname(resolve(flags.file)), io);
  checkCycle(name, model, preset, io);
  checkTemplate(preset, model, io);
  const toml = presetToml(
    { ...preset, model },
    `Made by "anechat create" from ${isStdin ? "stdin" : JSON.stringify(flags.file)}.`,
  );
  write(path, toml, flags.force === true);
  for (const note of preset.notes) io.note(`Modelfile, ${note}.`);
  io.note(`Chat with it: anechat ${name}`);
  printText(io.stdout, `${path}\n`);
  return exitCodes.ok;
}

/** @throws AnechatError `usage` for a name that would not lead to the preset */
function checkName(name: string, root: Command, io: Io): void {
  if (!/^[a-z0-9][\w.-]{0,63}$/i.test(name)) {
    throw new AnechatError("usage", `A preset can't be named ${JSON.stringify(name)}`, {
      hint: "Names are 1 to 64 letters, digits, _, - and ., and begin with a letter or digit.",
    });
  }
  const holders: readonly [isTaken: boolean, what: string][] = [
    [name === demoName, "the built-in model"],
    [commandNames(root).includes(name) || name === "help", "a command"],
    [io.endpoints.has(name), "an endpoint of a config file"],
    [io.presets.has(name) && io.presets.get(name)?.file === undefined, "a preset of a config file"],
    [io.aliases.names.includes(name) && !io.aliases.isPreset(name), "an alias of a config file"],
    [expandShortName(name) !== undefined, "a model's short name"],
  ];
  const [, what] = holders.find(([isTaken]) => isTaken) ?? [];
  if (what === undefined) return;
  throw new AnechatError("usage", `${name} is the name of ${what}`, { hint: "Choose another name." });
}

/** @throws AnechatError `usage` for a value that its flag refuses, with its line */
function checkSettings({ settings, lines }: NewPreset): void {
  const keys = keysOf(addFlags(new Command()));
  for (const [key, value] of settings) {
    const option = keys.get(key);
    if (option === undefined) throw new Error(`create: there is no flag --${key}`);
    const line = lines.get(key) ?? 1;
    try {
      parsed(key, option, { value, source: "", where: "" });
    } catch (error) {
      if (!(error instanceof AnechatError)) throw error;
      throw wrongLine(line, error.message.replace(/^: /, "").replace(/\.$/, ""));
    }
  }
}

/** @throws AnechatError `usage` if the model's name leads to the new preset */
function checkCycle(name: string, model: string, { from }: NewPreset, io: Io): void {
  const chain = aliasChain(model, io.aliases);
  if (!chain.includes(name)) return;
  const names = [name, ...chain.slice(0, chain.indexOf(name) + 1)];
  throw wrongLine(from.line, `the preset would lead to itself: ${names.join(" → ")}`);
}

/**
 * A model that isn't on this machine yet is not compared.
 * @throws AnechatError `usage` if TEMPLATE is not of the model's own format
 */
function checkTemplate({ template }: NewPreset, model: string, io: Io): void {
  if (template === undefined) return;
  const { family, line } = template;
  const own = ownFamily(model, io);
  if (own !== undefined && own !== family) {
    throw wrongLine(
      line,
      `TEMPLATE has the prompt format ${family}, and the model has ${own}`,
      "Remove it: the template in the model's file is used.",
    );
  }
  io.note(`Modelfile, line ${line}: TEMPLATE is left out, because the model's file has its own.`);
}

/** The format of a model's template; undefined if it isn't known. */
function ownFamily(model: string, io: Io): string | undefined {
  if (!isLocal(resolveModelName(model, io))) return undefined;
  try {
    return templateFamily(readModelDescription(findLocalModel(model, io).path).chatTemplate ?? "");
  } catch (error) {
    if (error instanceof AnechatError && error.code === "modelNotFound") return undefined;
    throw error;
  }
}

function write(path: string, toml: string, replace: boolean): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw writeFailure(dirname(path), cause);
  }
  writeText(path, toml, replace);
}
