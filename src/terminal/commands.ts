/**
 * The table of the chat's commands, the parser that tells commands from messages, and the help. The
 * chat loop runs them.
 */
import { nearestWord } from "../base/suggest.ts";
import type { Candidate } from "./input/state.ts";
import { twoColumns } from "./two-columns.ts";

/** What Tab completes after a command's name: names that the chat knows, or these words. */
export type Completes =
  | "path"
  /** Several paths. */
  | "paths"
  | "model"
  | "setting"
  | "chat"
  | "branch"
  | "command"
  | readonly string[];

export type CommandSpec = {
  /** Without the slash. */
  name: string;
  /** Other names. */
  aliases?: readonly string[];
  /**
   * The names that also work without the slash, if they are the only word of the line; true: all
   * names of more than one letter, since a single letter could be an answer ("p or q?").
   */
  bare?: true | readonly string[];
  /** The argument, as the help shows it: "FILE". */
  argument?: string;
  completes?: Completes;
  /** In place of "/name argument", for a command that is typed in another way. */
  usage?: string;
  /** The heading that the help lists it under. */
  group?: string;
  help: string;
  /** Inputs with what they do, for /help NAME. */
  examples?: readonly (readonly [input: string, does: string])[];
};

/** The help, Tab completion and suggestions are made from this table. */
export const commandTable = [
  {
    name: "retry",
    group: "Answers",
    help: "Ask the last question again, also after a failure",
    examples: [["/retry", "the old answer stays on another branch"]],
  },
  {
    name: "edit",
    group: "Answers",
    help: "Change the last question and ask it again",
    examples: [["/edit", "on the input line, or in $VISUAL or $EDITOR if set"]],
  },
  {
    name: "undo",
    group: "Answers",
    help: "Take back the last question and its answer",
  },
  {
    name: "continue",
    group: "Answers",
    help: "Continue an answer, or a thought, that was cut off",
  },
  {
    name: "branch",
    group: "Answers",
    argument: "[N]",
    completes: "branch",
    help: "List the branches of this chat, or go to branch N",
    examples: [["/branch 2", "go to the second branch of the list"]],
  },
  {
    name: "copy",
    group: "Answers",
    argument: "[N|code|all]",
    completes: ["code", "all"],
    help: "Copy an answer, its code, or the whole chat",
    examples: [
      ["/copy", "the last answer"],
      ["/copy 2", "the answer before it"],
      ["/copy code", "the last code block of the last answer"],
      ["/copy code 1", "its first code block"],
      ["/copy all", "the chat as markdown"],
    ],
  },
  {
    name: "file",
    group: "Messages",
    argument: "[PATH…]",
    completes: "paths",
    help: "Send files with the next message; so does @PATH",
    examples: [
      ["/file notes.txt", "attach a text file"],
      ['/file "my notes.txt" b.txt', "attach two"],
      ["/file", "list the attached files"],
      ["/file -b.txt", "detach one, by its name or its number"],
      ["/file -", "detach all"],
    ],
  },
  {
    name: "shell",
    group: "Messages",
    argument: "COMMAND",
    usage: "!COMMAND",
    help: "Run a shell command, and attach its output",
    examples: [
      ["!git diff", "its output goes with the next message"],
      ["/file -", "detach the output again"],
      [" !important", "with a space before it: a message"],
    ],
  },
  {
    name: "system",
    group: "Messages",
    argument: "[TEXT]",
    help: "Show or change the system prompt; - removes it",
    examples: [["/system Answer in one sentence.", "from the next question on"]],
  },
  {
    name: "clear",
    aliases: ["new"],
    bare: ["clear"],
    group: "Chats",
    help: "Start a new conversation; the old one stays saved",
  },
  {
    name: "chats",
    group: "Chats",
    argument: "[N]",
    completes: "chat",
    help: "List the saved chats, or continue chat N here",
    examples: [["/chats 7", "continue chat 7 with the current model"]],
  },
  {
    name: "rename",
    group: "Chats",
    argument: "NAME",
    help: "Give this chat another title",
    examples: [["/rename Holiday plans", 'as /chats and "anechat chats" list it']],
  },
  {
    name: "compact",
    group: "Chats",
    help: "Replace older turns by a summary; /undo restores them",
  },
  {
    name: "save",
    group: "Chats",
    argument: "FILE",
    completes: "path",
    help: "Write the chat to a .json or .md file",
    examples: [
      ["/save chat.json", "with every branch; /load reads it"],
      ["/save chat.md", "this branch, for reading"],
    ],
  },
  {
    name: "load",
    group: "Chats",
    argument: "FILE",
    completes: "path",
    help: "Continue a chat from a .json file",
  },
  { name: "models", group: "Model", help: "List local models" },
  {
    name: "switch",
    group: "Model",
    argument: "NAME",
    completes: "model",
    help: "Continue with another model",
    examples: [
      ["/switch demo", "the conversation stays"],
      ["/switch #NAME", "another model of the same endpoint"],
    ],
  },
  {
    name: "show",
    group: "Model",
    argument: "[PART]",
    completes: ["template", "parameters", "license", "system", "model", "thoughts"],
    help: "Show facts about the model, or thoughts",
    examples: [
      ["/show", "all in short"],
      ["/show template", "the chat template"],
      ["/show parameters", "the settings in force"],
      ["/show license", "the license, if the file names it"],
      ["/show system", "the system prompt"],
      ["/show thoughts", "what the model thought before its last answer (Ctrl+O)"],
    ],
  },
  {
    name: "set",
    group: "Model",
    argument: "[KEY VALUE]",
    completes: "setting",
    help: "Show or change settings: /set temperature 0.3",
    examples: [
      ["/set", "every key, its value, and where that comes from"],
      ["/set temp 0.3", "the beginning of a key is enough; = works, too"],
      ["/set temp default", "the model's own value"],
      ["/set max-tokens 0", "answers of any length"],
      ["/set system TEXT", "as /system"],
      ["/set think low", "as /think"],
      ["/set show-thinking live", "thoughts stay on the screen; also folded, never"],
    ],
  },
  {
    name: "think",
    group: "Model",
    argument: "[HOW]",
    completes: ["on", "off", "low", "medium", "high", "default"],
    help: "Let the model reason before it answers",
    examples: [
      ["/think", "on"],
      ["/think low", "briefly; also medium and high"],
      ["/think 2000", "for at most 2000 tokens"],
      ["/think default", "as the model does without this command"],
      ["/nothink", "off"],
    ],
  },
  { name: "nothink", group: "Model", help: "Let the model answer without reasoning" },
  { name: "tokens", group: "Model", help: "Show how much of the context is used" },
  { name: "status", bare: true, group: "Model", help: "Show model, context, chat and settings" },
  {
    name: "help",
    aliases: ["?"],
    bare: ["help"],
    group: "More",
    argument: "[COMMAND]",
    completes: "command",
    help: "Show this list, or examples of a command",
    examples: [["/help set", "what /set can do"]],
  },
  {
    name: "quit",
    aliases: ["exit", "bye", "q"],
    bare: true,
    group: "More",
    help: "Leave (also: quit, exit, bye, Ctrl+D)",
  },
] as const satisfies readonly CommandSpec[];

export type CommandName = (typeof commandTable)[number]["name"];

type ChatInput<Name extends string = CommandName> =
  | { type: "empty" }
  | { type: "message"; text: string }
  | { type: "command"; name: Name; argument: string }
  /** A command that can't be run; `message` is the error for the user. */
  | { type: "unknown"; message: string };

/**
 * A line that begins with a space is always a message. One line that begins with "!" is a command
 * for the shell.
 */
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
  // "![image](…)" and "!!!" are not commands, and a pasted program isn't one either.
  const [, shell] = /^!\s*([^!\s[].*)$/.exec(text.trimEnd()) ?? [];
  if (shell !== undefined && table.some(({ name }) => name === "shell")) {
    return { type: "command", name: "shell", argument: shell };
  }
  if (!trimmed.startsWith("/")) {
    const command = /\s/.test(trimmed) ? undefined : find(table, trimmed, "bare");
    return command === undefined ? message : { type: "command", name: command.name, argument: "" };
  }
  const [, word = "", argument = ""] = /^\/(\?|[a-z][\w-]*)(?:\s+(.*))?$/is.exec(trimmed) ?? [];
  // "/usr/bin is …", "/* … */" and "/1" are not commands.
  if (word === "" || /^\s/.test(text)) return message;
  const command = find(table, word, "slash");
  if (command !== undefined && command.argument === undefined && argument !== "") {
    const advice = "A space before the slash sends the line to the model.";
    return { type: "unknown", message: `/${word} takes no argument ("${shortened(argument)}"). ${advice}` };
  }
  if (command !== undefined) return { type: "command", name: command.name, argument };
  return { type: "unknown", message: unknownCommand(table, word) };
}

/** The first line, or its beginning. */
function shortened(text: string): string {
  const [line = ""] = text.split("\n", 1);
  return line === text && line.length <= 40 ? line : `${[...line].slice(0, 39).join("")}…`;
}

/** The commands whose names begin with this text, which begins with a slash. */
export function commandCandidates(
  text: string,
  table: readonly CommandSpec[] = commandTable,
): (Candidate & { hint: string })[] {
  const typed = text.slice(1).toLowerCase();
  return table
    .filter(({ usage }) => usage === undefined)
    .flatMap(({ name, aliases = [], help }) => {
      // Another name is offered only if it is typed, and a letter not at all.
      const others = typed === "" ? [] : aliases.filter((alias) => alias.length > 1);
      const names = [name, ...others].filter((one) => one.startsWith(typed));
      return names.map((one) => ({ value: `/${one}`, label: `/${one}`, hint: help }));
    });
}

/** What may follow a command's name. @param typed the name, without the slash */
export function completesOf(
  typed: string,
  table: readonly CommandSpec[] = commandTable,
): Completes | undefined {
  return find(table, typed, "slash")?.completes;
}

/** How a help text is shown. */
type HelpLook = {
  /** The window's width; missing: unlimited. */
  columns?: number;
  /** Styles the heading of a group. */
  heading?(text: string): string;
};

/** One row per command, below the headings of the groups. */
export function formatHelp(
  table: readonly CommandSpec[] = commandTable,
  { columns = Number.POSITIVE_INFINITY, heading = (text) => text }: HelpLook = {},
): string {
  const rows = table.map((command) => [usageOf(command), command.help] as const);
  const width = Math.max(...rows.map(([usage]) => usage.length));
  return table
    .flatMap(({ group }, index) => {
      const [usage = "", help = ""] = rows[index] ?? [];
      const isFirst = group !== undefined && group !== table[index - 1]?.group;
      return [...(isFirst ? [heading(`${group}:`)] : []), ...twoColumns([[usage, help]], columns, width)];
    })
    .join("\n");
}

/** What one command does, with examples. @param typed its name, with or without the slash */
export function formatCommandHelp(
  typed: string,
  table: readonly CommandSpec[] = commandTable,
  { columns = Number.POSITIVE_INFINITY }: HelpLook = {},
): string {
  const word = typed.trim().replace(/^\//, "");
  const command = find(table, word === "!" ? "shell" : word, "slash");
  if (command === undefined) return unknownCommand(table, word);
  const { help, aliases = [], examples = [] } = command;
  const also = aliases.length === 0 ? "" : ` (also: ${aliases.map((alias) => `/${alias}`).join(", ")})`;
  const rows = examples.map(([input, does]) => [`  ${input}`, does] as const);
  return [`${usageOf(command)}${also}`, help, ...twoColumns(rows, columns)].join("\n");
}

function usageOf({ name, argument, usage }: CommandSpec): string {
  return usage ?? `/${name}${argument === undefined ? "" : ` ${argument}`}`;
}

function unknownCommand(table: readonly CommandSpec[], word: string): string {
  return `Unknown command /${word}. ${advice(table, word.toLowerCase())}`;
}

function find(table: readonly CommandSpec[], typed: string, form: "bare" | "slash"): CommandSpec | undefined {
  const word = typed.toLowerCase();
  return table.find(({ name, aliases = [], bare = [] }) => {
    const names = [name, ...aliases];
    if (form === "slash") return names.includes(word);
    return (bare === true ? names.filter((one) => one.length > 1) : bare).includes(word);
  });
}

function advice(table: readonly CommandSpec[], word: string): string {
  const candidates = table.flatMap(({ name, aliases = [] }) => [
    name,
    ...aliases.filter((alias) => alias.length > 1),
  ]);
  const [begun, ...others] = candidates.filter((candidate) => candidate.startsWith(word));
  const nearest = (others.length === 0 ? begun : undefined) ?? nearestWord(word, candidates);
  if (nearest !== undefined) return `Did you mean /${nearest}?`;
  return "See /help; a space before the slash sends it to the model.";
}
