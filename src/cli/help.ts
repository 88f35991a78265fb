/**
 * Help that fits a screen: `--help` shows the common flags of a command, `anechat help COMMAND all`
 * every flag. The texts of the flags are not here but where each command is added.
 */
import { type Command, Help } from "commander";
import { AnechatError } from "../base/errors.ts";
import { nearestWord } from "../base/suggest.ts";
import { commandNames } from "./command-names.ts";
import type { Program } from "./program.ts";

export const helpCommand = "help";

/** The last word of `anechat help …`, and a flag next to --help. */
export const everyFlag = "all";

/** What `anechat --help` shows besides the commands. */
export type FirstScreen = { flags: readonly string[]; examples: readonly string[] };

/** The examples at the end of a command's --help: lines that can be typed unchanged. */
export function examplesText(...examples: string[]): string {
  return `\nExamples:\n${examples.map((example) => `  anechat ${example}`).join("\n")}`;
}

/**
 * Sets the flags that a command's --help shows, and their order. Without this, it shows all flags.
 */
export function commonFlags(command: Command, ...names: string[]): Command {
  return command.configureHelp({
    visibleOptions: (shown) => {
      const all = new Help().visibleOptions(shown);
      return names.map((name) => {
        const option = all.find(({ long }) => long === name);
        if (option === undefined) throw new Error(`${shown.name()} has no flag ${name}`);
        return option;
      });
    },
    groupItems: (_, visible) => new Map([["Common flags:", visible]]),
  });
}

/** Whether the command's help leaves flags out. */
export function isAbridged(command: Command): boolean {
  return command.configureHelp().visibleOptions !== undefined;
}

/**
 * Adds `anechat help` and the program's first screen. Add every other command before: a command
 * copies the help configuration of its program.
 * @param args as typed; --all among them makes --help show every flag
 */
export function addHelp(cli: Program, { flags, examples }: FirstScreen, args: readonly string[]): void {
  const program = cli.root;
  const help = program
    .helpCommand(false)
    .command(helpCommand)
    .summary("show the help of a command")
    .description(
      "Shows the common flags of a command, or of anechat itself. With all, shows every flag, as " +
        "--help --all does.",
    )
    .argument("[command...]", `a command, and ${everyFlag} for every flag`)
    .addHelpText(
      "after",
      examplesText("help", "help all", "help serve", "help serve all", "help chats export"),
    )
    .action((words: string[]) => {
      const isAll = words.at(-1) === everyFlag;
      const command = commandAt(program, isAll ? words.slice(0, -1) : words);
      if (isAll) showEveryFlag(command);
      command.outputHelp();
    });
  cli.withoutSettings(help);
  commonFlags(program, ...flags).configureHelp({
    ...program.configureHelp(),
    formatHelp: (_, helper) => firstScreen(program, examples, helper),
  });
  program.addHelpText("afterAll", ({ command }) =>
    command !== program && isAbridged(command) ? `\nanechat help ${command.name()} all: every flag` : "",
  );
  if (args.includes(`--${everyFlag}`)) [program, ...program.commands].forEach(showEveryFlag);
}

function showEveryFlag(command: Command): void {
  command.configureHelp({});
}

/** @throws AnechatError `usage` if the words don't name a command */
function commandAt(program: Command, words: readonly string[]): Command {
  let command = program;
  for (const [depth, word] of words.entries()) {
    const { commands } = command;
    const next = commands.find((one) => one.name() === word || one.aliases().includes(word));
    if (next === undefined) throw noCommand(words.slice(0, depth), word, command);
    command = next;
  }
  return command;
}

function noCommand(parents: readonly string[], word: string, parent: Command): AnechatError {
  const nearest = nearestWord(word, commandNames(parent));
  return new AnechatError("usage", `There is no command ${[...parents, word].join(" ")}`, {
    hint:
      nearest === undefined
        ? `${["anechat", ...parents].join(" ")} --help lists the commands.`
        : `Did you mean "anechat help ${[...parents, nearest].join(" ")}"?`,
  });
}

/** Usage, commands, common flags, examples: in fewer rows than commander's own layout takes. */
function firstScreen(program: Command, examples: readonly string[], helper: Help): string {
  const commands = helper.visibleCommands(program).filter((command) => command.name() !== helpCommand);
  const labels = commands.map((command) => command.helpGroup().replace(/ commands:$/, ""));
  const labelWidth = Math.max(...labels.map(({ length }) => length));
  const commandTerms = commands.map((command, index) => {
    const label = labels[index] === labels[index - 1] ? "" : (labels[index] ?? "");
    return `${label.padEnd(labelWidth)}  ${command.name()}`;
  });
  const flags = helper.visibleOptions(program);
  const flagTerms = flags.map((flag) => helper.optionTerm(flag));
  const width = Math.max(...[...commandTerms, ...flagTerms].map(({ length }) => length));
  const row = (term: string, description: string): string =>
    helper.formatItem(term, width, description, helper);
  return [
    `Usage: ${helper.commandUsage(program)}`,
    helper.boxWrap(program.description(), helper.helpWidth ?? 80),
    "",
    "Commands:",
    ...commands.map((command, index) =>
      row(commandTerms[index] ?? "", helper.subcommandDescription(command)),
    ),
    "",
    "Common flags:",
    ...flags.map((flag, index) => row(flagTerms[index] ?? "", helper.optionDescription(flag))),
    examplesText(...examples),
    "",
    "anechat help all: every flag · anechat help COMMAND: flags of one command",
    "",
  ].join("\n");
}
