/**
 * The table of the chat's commands, and the parser that tells commands from messages. The chat loop
 * runs them.
 */
import { nearestWord } from "../base/suggest.ts";

type CommandSpec = {
  /** Without the slash. */
  name: string;
  /** Other names, which need the slash. */
  aliases?: readonly string[];
  /** Works also without the slash, if it is the only word of the line. */
  bare?: true;
  /** The argument, as the help shows it: "FILE". */
  argument?: string;
  help: string;
};

/** The help, Tab completion and suggestions are made from this table. */
export const commandTable = [
  { name: "help", bare: true, help: "Show this list" },
  { name: "status", bare: true, help: "Show the model, the context and the settings" },
  { name: "clear", bare: true, help: "Forget the conversation and start a new one" },
  { name: "retry", help: "Ask the last question again" },
  { name: "undo", help: "Take back the last question and its answer" },
  { name: "edit", help: "Change the last question and ask it again" },
  { name: "continue", help: "Continue an answer that was cut off" },
  { name: "branch", argument: "[N]", help: "List the branches of this chat, or go to branch N" },
  {
    name: "file",
    argument: "PATH",
    help: "Attach a text file to the next message; @PATH inside a message does the same",
  },
  { name: "copy", argument: "[code]", help: "Copy the last answer, or its last code block" },
  { name: "system", argument: "[TEXT]", help: "Show or change the system prompt; - removes it" },
  { name: "set", argument: "[KEY VALUE]", help: "Show or change sampling, such as /set temperature 0.3" },
  { name: "models", help: "List local models" },
  { name: "switch", argument: "NAME", help: "Continue with another model" },
  { name: "tokens", help: "Show how much of the context is used" },
  { name: "compact", help: "Replace the older turns with a summary; /undo restores them" },
  { name: "save", argument: "FILE", help: "Write the conversation to a .json or .md file" },
  { name: "load", argument: "FILE", help: "Continue a conversation from a .json file" },
  { name: "quit", aliases: ["exit", "bye", "q"], bare: true, help: "Leave (also: quit, exit, bye, Ctrl+D)" },
] as const satisfies readonly CommandSpec[];

export type CommandName = (typeof commandTable)[number]["name"];

type ChatInput<Name extends string = CommandName> =
  | { type: "empty" }
  | { type: "message"; text: string }
  | { type: "command"; name: Name; argument: string }
  /** `message` is the error for the user. */
  | { type: "unknown"; message: string };

// A single letter alone could be an answer ("Which one, p or q?").
const isBareAlias = (alias: string): boolean => alias.length > 1;

/** A line that begins with a space is always a message. */
export function parseChatInput(text: string): ChatInput;
export function parseChatInput<Name extends string>(
  text: string,
  table: readonly (CommandSpec & { name: Name })[],
): ChatInput<Name>;
export function parseChatInput(
  text: string,
  table: readonly CommandSpec[] = commandTable,
): ChatInput<string> {
  const trimmed = text.trim();
  if (trimmed === "") return { type: "empty" };
  const message: ChatInput<string> = { type: "message", text };
  if (!trimmed.startsWith("/")) {
    const command = /\s/.test(trimmed) ? undefined : find(table, trimmed, "bare");
    return command === undefined ? message : { type: "command", name: command.name, argument: "" };
  }
  const [, word = "", argument = ""] = /^\/([a-z][\w-]*)(?:\s+(.*))?$/is.exec(trimmed) ?? [];
  // "/usr/bin is …", "/* … */" and "/1" are not commands.
  if (word === "" || /^\s/.test(text)) return message;
  const command = find(table, word, "slash");
  if (command !== undefined) return { type: "command", name: command.name, argument };
  return { type: "unknown", message: `Unknown command /${word}. ${advice(table, word.toLowerCase())}` };
}

/** The commands that Tab offers for an input with a slash. */
export function completeCommand(text: string, table: readonly CommandSpec[] = commandTable): string[] {
  const typed = text.toLowerCase();
  if (!typed.startsWith("/")) return [];
  return table.map(({ name }) => `/${name}`).filter((command) => command.startsWith(typed));
}

/** One line per command, in aligned columns. */
export function formatHelp(table: readonly CommandSpec[] = commandTable): string {
  const usages = table.map(({ name, argument }) => `/${name}${argument === undefined ? "" : ` ${argument}`}`);
  const width = Math.max(...usages.map((usage) => usage.length));
  return table.map(({ help }, index) => `${usages[index]!.padEnd(width)}  ${help}`).join("\n");
}

function find(table: readonly CommandSpec[], typed: string, form: "bare" | "slash"): CommandSpec | undefined {
  const word = typed.toLowerCase();
  return table.find(({ name, aliases = [], bare }) => {
    if (form === "slash") return name === word || aliases.includes(word);
    return bare === true && (name === word || aliases.filter(isBareAlias).includes(word));
  });
}

function advice(table: readonly CommandSpec[], word: string): string {
  const candidates = table.flatMap(({ name, aliases = [] }) => [name, ...aliases.filter(isBareAlias)]);
  const nearest = nearestWord(word, candidates);
  if (nearest !== undefined) return `Did you mean /${nearest}?`;
  return "See /help; a space before the slash sends it to the model.";
}
