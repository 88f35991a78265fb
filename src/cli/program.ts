/**
 * The command line: reads the settings before a command runs, gives the command its streams and
 * environment (Io), and turns commander's errors into AnechatError. commands/index.ts adds the
 * commands.
 */
import { existsSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { AnechatError, exitCodes } from "../base/errors.ts";
import type { Paths } from "../base/paths.ts";
import type { Shutdown } from "../base/shutdown.ts";
import { nearestWord } from "../base/suggest.ts";
import { demoName } from "../models/demo.ts";
import { commandNames } from "./command-names.ts";
import { readSettings, type Settings } from "./config/files.ts";
import { applySettings, environmentProblems, explicitOptions, keysOf } from "./config/settings.ts";
import { type Io, processIo } from "./io.ts";
import { explicitLocalFlags } from "./model/endpoints.ts";

/** What a command does. @returns the exit code */
type Work = (io: Io) => Promise<number>;

export class Program {
  readonly root = new Command("anechat");
  readonly #paths: Paths;
  readonly #shutdown: Shutdown;
  readonly #withoutSettings = new Set<Command>();
  readonly #tolerant = new Set<Command>();
  #settings: Settings | undefined;
  #exitCode: number = exitCodes.ok;

  constructor(paths: Paths, shutdown: Shutdown) {
    this.#paths = paths;
    this.#shutdown = shutdown;
    this.root
      .showSuggestionAfterError(true)
      .configureOutput({ outputError: () => {} })
      // Flags after a command's name belong to that command.
      .enablePositionalOptions()
      .exitOverride()
      .hook("preAction", (_, command) => this.#applySettings(command));
  }

  /**
   * The settings of config files and environment; undefined until a command that uses them runs.
   */
  get settings(): Settings | undefined {
    return this.#settings;
  }

  /** The commands whose flags are also keys of the config files. */
  get configurable(): readonly Command[] {
    return this.root.commands.filter((command) => !this.#withoutSettings.has(command));
  }

  /** Marks a command whose flags count only on the command line. */
  withoutSettings(command: Command): void {
    this.#withoutSettings.add(command);
  }

  /** Marks a command that also runs with wrong settings, because it helps to correct them. */
  toleratesWrongSettings(command: Command): void {
    this.#tolerant.add(command);
  }

  /** Runs a command's work and keeps its exit code. Every command's action calls this. */
  async run(work: Work, quiet = false): Promise<void> {
    this.#exitCode = await work(processIo(this.#paths, this.#shutdown, quiet, this.#settings));
  }

  /**
   * @param args without the program's name
   * @returns the exit code
   * @throws AnechatError
   */
  async parse(args: readonly string[]): Promise<number> {
    try {
      await this.root.parseAsync([...args], { from: "user" });
    } catch (error) {
      if (error instanceof CommanderError) {
        if (error.exitCode !== 0) this.#checkCommand(args);
        return commanderExit(error, commandNamed(args, this.root));
      }
      throw error;
    }
    return this.#exitCode;
  }

  /**
   * A misspelt command is reported before what is wrong with its flags.
   * @throws AnechatError `usage` if the first word is nearly a command
   */
  #checkCommand(args: readonly string[]): void {
    const [word = ""] = args;
    const parent = this.root.commands.find((one) => one.name() === word || one.aliases().includes(word));
    if (parent !== undefined) checkSubcommand(parent, args[1]);
    const names = commandNames(this.root);
    if (word === demoName || names.includes(word) || existsSync(word)) return;
    const nearest = nearestWord(word.toLowerCase(), names);
    if (nearest === undefined) return;
    throw new AnechatError("usage", `There is no command ${word}`, {
      hint: `Did you mean "anechat ${nearest}"?`,
    });
  }

  /** @throws AnechatError `badConfig` for wrong settings */
  #applySettings(command: Command): void {
    if (this.root.getOptionValue("version") === true || this.#withoutSettings.has(command)) return;
    const { env } = process;
    const known = [this.root, ...this.configurable].flatMap((one) => [...keysOf(one).keys()]);
    const localFlags = explicitLocalFlags(command);
    if (localFlags.length > 0) command.setOptionValue("localFlags", localFlags);
    const read = readSettings(this.#paths, env, known);
    this.#settings = { ...read, problems: [...environmentProblems(env, known), ...read.problems] };
    if (this.#tolerant.has(command)) {
      applySettings(command, this.#settings, env, () => {});
      return;
    }
    const [problem] = this.#settings.problems;
    if (problem !== undefined) throw problem;
    applySettings(command, this.#settings, env);
    command.setOptionValue("explicit", explicitOptions(command, this.#settings));
  }
}

/** @throws AnechatError `usage` if the word must be a command below `parent` and is none */
function checkSubcommand(parent: Command, word: string | undefined): void {
  const names = commandNames(parent);
  if (names.length === 0 || word === undefined || word.startsWith("-") || names.includes(word)) return;
  const nearest = nearestWord(word.toLowerCase(), names);
  throw new AnechatError("usage", `There is no command ${parent.name()} ${word}`, {
    hint:
      nearest === undefined
        ? `"anechat ${parent.name()} --help" lists the commands.`
        : `Did you mean "anechat ${parent.name()} ${nearest}"?`,
  });
}

/** The command that the arguments name, such as "anechat chats list". */
function commandNamed(args: readonly string[], root: Command): string {
  const names = [root.name()];
  let command: Command | undefined = root;
  for (const arg of args) {
    command = command.commands.find((one) => one.name() === arg);
    if (command === undefined) break;
    names.push(arg);
  }
  return names.join(" ");
}

/** @param command as typed, for the hint */
function commanderExit(error: CommanderError, command: string): number {
  if (error.exitCode === 0) return exitCodes.ok;
  throw new AnechatError("usage", error.message.replace(/^error: /, "").replace(/\n/g, " "), {
    hint: `See "${command} --help".`,
  });
}
