/**
 * What can follow on a command line: commands, flags, and the values that a flag or an argument
 * takes. Pure; sources.ts says which models, chats and presets there are.
 */
import type { Command, Option } from "commander";
import { everyFlag, helpCommand } from "../../cli/help.ts";
import { shells } from "./scripts.ts";

export type Candidate = {
  /** The whole word, without quotes. A folder ends with a slash. */
  value: string;
  /** What it is; "" if the value says it. */
  about: string;
};

export type Completions = {
  candidates: readonly Candidate[];
  /** The shell completes names of files instead. */
  files: boolean;
};

/** Values that this machine and its settings decide. Each is called only if it is needed. */
export type Sources = {
  /** Local models, aliases and endpoints. */
  models: () => readonly Candidate[];
  localModels: () => readonly Candidate[];
  /** Model files and folders that begin with the typed path. */
  modelFiles: (typed: string) => readonly Candidate[];
  endpoints: () => readonly Candidate[];
  presets: () => readonly Candidate[];
  /** Numbers of saved chats, with their titles. */
  chats: () => readonly Candidate[];
  /** Names of running servers. */
  servers: () => readonly Candidate[];
};

/** How the values of one flag or argument are completed; missing: not at all. */
type Values = (typed: string, sources: Sources) => Completions;

const fixed =
  (...values: string[]): Values =>
  () =>
    offered(values.map((value) => ({ value, about: "" })));

const files: Values = () => ({ candidates: [], files: true });

const from =
  (source: Exclude<keyof Sources, "modelFiles">): Values =>
  (_, sources) =>
    offered(sources[source]());

/** Any path is allowed where a model is named, so the shell completes what nothing else matches. */
const withModelFiles =
  (source: "models" | "localModels"): Values =>
  (typed, sources) => ({ candidates: [...sources[source](), ...sources.modelFiles(typed)], files: true });

const flagValues: Readonly<Record<string, Values>> = {
  "--model": withModelFiles("models"),
  "--model1": withModelFiles("models"),
  "--model2": withModelFiles("models"),
  "--endpoint": from("endpoints"),
  "--preset": from("presets"),
  "--resume": from("chats"),
  "--quant": fixed("Q4_K_M", "Q5_K_M", "Q6_K", "Q8_0", "BF16", "F16"),
};

/** By the name of the argument. */
const argumentValues: Readonly<Record<string, Values>> = {
  model: withModelFiles("models"),
  models: withModelFiles("models"),
  name: withModelFiles("localModels"),
  source: withModelFiles("localModels"),
  names: from("servers"),
  number: from("chats"),
  numbers: from("chats"),
  shell: fixed(...shells),
  file: files,
  files,
  out: files,
};

/**
 * @param words between the program's name and the cursor, without quotes; the last is being typed
 *   and may be empty
 */
export function complete(root: Command, words: readonly string[], sources: Sources): Completions {
  const typed = words.at(-1) ?? "";
  const place = placeAfter(root, words.slice(0, -1));
  const { candidates, files: isFile } = completionsAt(place, typed, sources);
  // A file whose name begins with a dash would be read as a flag.
  const isArgument = place.flag === undefined && !place.isOnlyArguments && !typed.startsWith("-");
  const matching = candidates.filter(
    ({ value }) => value.startsWith(typed) && !(isArgument && value.startsWith("-")),
  );
  return { candidates: unique(matching), files: isFile && matching.length === 0 };
}

/** Where the cursor is. */
type Place = {
  root: Command;
  command: Command;
  /** Arguments of the command before the cursor. */
  args: readonly string[];
  /** The flag whose value comes next. */
  flag: Option | undefined;
  /** After `--`, everything is an argument. */
  isOnlyArguments: boolean;
};

function placeAfter(root: Command, words: readonly string[]): Place {
  let command = root;
  let args: string[] = [];
  let flag: Option | undefined;
  let isOnlyArguments = false;
  for (const word of words) {
    if (flag !== undefined) flag = undefined;
    else if (!isOnlyArguments && word === "--") isOnlyArguments = true;
    else if (!isOnlyArguments && word.startsWith("-") && word !== "-") {
      const option = command.options.find(({ long, short }) => word === long || word === short);
      flag = option?.required ? option : undefined;
    } else {
      const below = args.length === 0 && !isOnlyArguments ? subcommand(command, word) : undefined;
      args = below === undefined ? [...args, word] : [];
      command = below ?? command;
    }
  }
  return { root, command, args, flag, isOnlyArguments };
}

function completionsAt(place: Place, typed: string, sources: Sources): Completions {
  const { command, flag, isOnlyArguments } = place;
  if (flag !== undefined) return valuesOf(flag, typed, sources);
  if (!isOnlyArguments && typed.startsWith("-")) {
    const [, name, value] = /^(--[^=]+)=(.*)$/s.exec(typed) ?? [];
    const option = command.options.find(({ long }) => long !== undefined && long === name);
    if (option === undefined || value === undefined) return offered(flagsOf(command));
    const { candidates } = valuesOf(option, value, sources);
    return offered(candidates.map((one) => ({ ...one, value: `${name}=${one.value}` })));
  }
  return argumentsAt(place, typed, sources);
}

function argumentsAt(
  { root, command, args, isOnlyArguments }: Place,
  typed: string,
  sources: Sources,
): Completions {
  if (command.name() === helpCommand) return offered(helpTopics(root, args));
  const registered = command.registeredArguments;
  const last = registered.at(-1);
  const argument = registered[args.length] ?? (last?.variadic ? last : undefined);
  const values = argument && argumentValues[argument.name()]?.(typed, sources);
  return {
    candidates: [
      ...(args.length === 0 && !isOnlyArguments ? commandsOf(command) : []),
      ...(values?.candidates ?? []),
    ],
    files: values?.files ?? false,
  };
}

/** After `anechat help`: the commands below the ones named so far, and `all`. */
function helpTopics(root: Command, words: readonly string[]): Candidate[] {
  const command = words.reduce<Command | undefined>((at, word) => at && subcommand(at, word), root);
  if (command === undefined) return [];
  return [...commandsOf(command), { value: everyFlag, about: "every flag" }];
}

function valuesOf(option: Option, typed: string, sources: Sources): Completions {
  const values = flagValues[option.long ?? ""];
  if (values !== undefined) return values(typed, sources);
  return { candidates: [], files: /<[^>]*(?:file|folder)/.test(option.flags) };
}

function flagsOf(command: Command): Candidate[] {
  const own = command.options.flatMap(({ long, description, hidden }): Candidate[] =>
    long === undefined || long === null || hidden ? [] : [{ value: long, about: firstPart(description) }],
  );
  return [...own, { value: "--help", about: "show this help" }];
}

function commandsOf(command: Command): Candidate[] {
  const visible = command.createHelp().visibleCommands(command);
  return visible.map((one) => ({ value: one.name(), about: one.summary() }));
}

function subcommand(command: Command, word: string): Command | undefined {
  return command.commands.find((one) => one.name() === word || one.aliases().includes(word));
}

/** The beginning of a flag's description, which fits beside it. */
function firstPart(description: string): string {
  return description.split(/[;(\n]/, 1)[0]?.trim() ?? "";
}

function offered(candidates: readonly Candidate[]): Completions {
  return { candidates, files: false };
}

function unique(candidates: readonly Candidate[]): Candidate[] {
  return [...new Map(candidates.map((one) => [one.value, one])).values()];
}
