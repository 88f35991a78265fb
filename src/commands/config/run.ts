/** `anechat config`: shows the effective settings, and where each comes from. */
import { AnechatError, exitCodes } from "../../base/errors.ts";
import type { EndpointSettings, Settings } from "../../cli/config/files.ts";
import { applySettings, keysOf, modelSetting } from "../../cli/config/settings.ts";
import { addFlags } from "../../cli/flags.ts";
import type { Io } from "../../cli/io.ts";
import { resolveModelName } from "../../cli/model/resolve-name.ts";
import type { Program } from "../../cli/program.ts";
import { printJson } from "../../terminal/print.ts";
import { sanitize } from "../../terminal/sanitize.ts";

export async function showConfig(
  program: Program,
  { json, preset }: { json?: boolean; preset?: string },
  io: Io,
): Promise<number> {
  const { settings } = program;
  if (settings === undefined) return exitCodes.unexpected;
  // Flags of a chat started without any.
  const command = addFlags(program.root.createCommand());
  if (preset !== undefined) command.setOptionValueWithSource("preset", preset, "cli");
  const { files, presets, aliases, endpoints } = settings;
  const problems = [...settings.problems, ...aliases.problems((name) => resolveModelName(name, io))];
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
  // Several commands with the same key report the same problem.
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

/** Keys of other commands that are set. @param known the keys that are shown already */
function otherRows(
  program: Program,
  settings: Settings,
  env: Io["env"],
  known: ReadonlySet<string>,
  report: (problem: AnechatError) => void,
): Row[] {
  const rows = new Map<string, Row>();
  for (const command of program.configurable) {
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

/** Shown in place of a key. */
const secret = "••••";

function masked({ apiKey, ...rest }: EndpointSettings): EndpointSettings {
  return { ...rest, ...(apiKey === undefined ? {} : { apiKey: secret }) };
}
