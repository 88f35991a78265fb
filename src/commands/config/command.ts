/** `anechat config`: the effective settings, and where each comes from. */

import type { Command } from "commander";
import { AnechatError, exitCodes } from "../../base/errors.ts";
import type { EndpointSettings, Settings } from "../../cli/config/files.ts";
import { applySettings, keysOf, modelSetting } from "../../cli/config/settings.ts";
import { addFlags } from "../../cli/flags.ts";
import type { Io } from "../../cli/io.ts";
import { printJson } from "../../terminal/print.ts";
import { sanitize } from "../../terminal/sanitize.ts";
import { workerCommand } from "../worker/command.ts";

export const configCommand = "config";

export function addConfigCommand(
  program: Command,
  run: (work: (io: Io) => Promise<number>) => Promise<void>,
  settings: () => Settings | undefined,
): void {
  program
    .command(configCommand)
    .summary("show the settings and where each comes from")
    .description(
      "Shows the settings, where each comes from, and what is wrong with them. Every flag has a key: its name " +
        "without dashes (stats for --no-stats). Set it in config.toml, or as an environment variable: ANECHAT_ " +
        "and the key in capitals. The order is: flag, environment, preset, config.toml, ~/.llmchat_config, default.",
    )
    .optionsGroup("Flags:")
    .option("--preset <name>", "include the settings of [preset.<name>]")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `
An example of config.toml:
  model = "bartowski/Llama-3.2-3B-Instruct-GGUF:Q4_K_M"
  temperature = 0.3
  stats = false

  [preset.coder]
  model = "qwen2.5-7b-instruct"
  system-prompt = "You write short, correct code."

  [alias]
  small = "bartowski/Llama-3.2-1B-Instruct-GGUF"

  [endpoint.work]
  url = "https://llm.example.com/v1"
  model = "llama-3.3-70b"
  api-key-env = "WORK_KEY"

Examples:
  anechat config
  anechat config --preset coder --json
  ANECHAT_TEMPERATURE=0 anechat config`,
    )
    .action((options: { json?: boolean; preset?: string }) =>
      run((io) => show(program, settings(), options, io)),
    );
}

async function show(
  program: Command,
  settings: Settings | undefined,
  { json, preset }: { json?: boolean; preset?: string },
  io: Io,
): Promise<number> {
  if (settings === undefined) return exitCodes.unexpected;
  // The chat's own flags, as they would be without any on the command line.
  const command = addFlags(program.createCommand());
  if (preset !== undefined) command.setOptionValueWithSource("preset", preset, "cli");
  const { files, presets, aliases, endpoints } = settings;
  const problems = [...settings.problems, ...aliases.problems()];
  const report = (problem: AnechatError): void => void problems.push(problem);
  applySettings(command, settings, io.env, report);
  const model = modelOf(command.getOptionValue("preset"), settings, io, report);
  const own: Row[] = [
    { key: "model", value: model?.value ?? null, source: model?.source ?? "default" },
    ...[...keysOf(command)].map(([key, option]) => ({
      key,
      value: (command.getOptionValue(option.attributeName()) as unknown) ?? null,
      source: command.getOptionValueSource(option.attributeName()) ?? "default",
    })),
  ];
  const shownKeys = new Set(own.map(({ key }) => key));
  const rows = [...own, ...otherRows(program, settings, io.env, shownKeys, report)];
  // Several commands have the same key.
  const wrong = [...new Set(problems.map(({ message }) => message))];
  if (json) {
    const named = {
      presets: [...presets.keys()],
      aliases: Object.fromEntries(aliases.entries()),
      endpoints: Object.fromEntries([...endpoints].map(([name, one]) => [name, masked(one)])),
    };
    printJson(io.stdout, { files, settings: rows, ...named, problems: wrong });
    return exitCodes.ok;
  }
  for (const { path, isThere } of files)
    io.stdout.write(sanitize(`# ${path}${isThere ? "" : " (not there)"}\n`));
  const width = Math.max(...rows.map(({ key }) => key.length));
  for (const { key, value, source } of rows) {
    const shown = value === null ? "-" : typeof value === "string" ? value : JSON.stringify(value);
    io.stdout.write(`${sanitize(`${key.padEnd(width)}  ${shown.padEnd(12)}  ${source}`).trimEnd()}\n`);
  }
  if (presets.size > 0) io.stdout.write(sanitize(`# presets: ${[...presets.keys()].join(", ")}\n`));
  for (const [name, model] of aliases.entries()) io.stdout.write(sanitize(`# alias ${name} = ${model}\n`));
  for (const [name, endpoint] of endpoints) {
    const { url, model, apiKeyEnv, apiKey } = masked(endpoint);
    const parts = [
      url,
      model && `model ${model}`,
      apiKeyEnv && `key of $${apiKeyEnv}`,
      apiKey && `key ${apiKey}`,
    ];
    io.stdout.write(`${sanitize(`# endpoint ${name} = ${parts.filter(Boolean).join(", ")}`)}\n`);
  }
  for (const message of wrong) io.stderr.write(`${sanitize(`Wrong: ${message}`)}\n`);
  return exitCodes.ok;
}

type Row = { key: string; value: unknown; source: string };

function modelOf(
  preset: string | undefined,
  settings: Settings,
  io: Io,
  report: (problem: AnechatError) => void,
): ReturnType<typeof modelSetting> {
  try {
    return modelSetting(preset, settings, io.env);
  } catch (error) {
    if (!(error instanceof AnechatError && error.code === "badConfig")) throw error;
    report(error);
    return undefined;
  }
}

/** Keys of the other commands, where somebody set them. @param known those that are shown already */
function otherRows(
  program: Command,
  settings: Settings,
  env: Io["env"],
  known: ReadonlySet<string>,
  report: (problem: AnechatError) => void,
): Row[] {
  const rows = new Map<string, Row>();
  for (const command of program.commands.filter((one) => one.name() !== workerCommand)) {
    applySettings(command, settings, env, report);
    for (const [key, option] of keysOf(command)) {
      const name = option.attributeName();
      const source = command.getOptionValueSource(name) ?? "default";
      if (known.has(key) || source === "default" || source === "cli") continue;
      const value: unknown = key === "api-key" ? secret : command.getOptionValue(name);
      rows.set(key, { key, value, source });
    }
  }
  return [...rows.values()];
}

/** Nobody's screen shows a key. */
const secret = "••••";

function masked({ apiKey, ...rest }: EndpointSettings): EndpointSettings {
  return { ...rest, ...(apiKey === undefined ? {} : { apiKey: secret }) };
}
