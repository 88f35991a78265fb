/**
 * `anechat completion SHELL`: prints a script for completing commands, flags and files. It is made
 * from the executable's own commands and flags.
 */
import type { Command } from "commander";
import { AnechatError, exitCodes } from "../../base/errors.ts";
import { everyFlag, helpCommand } from "../../cli/help.ts";
import type { Io } from "../../cli/io.ts";

type Flag = {
  long: string;
  short: string | undefined;
  help: string;
  takesFile: boolean;
  takesValue: boolean;
};

/** A command as it is typed: "" or "chats export". */
type Completed = { path: string; help: string; commands: string[]; flags: Flag[] };

const shells = { bash, zsh, fish } as const;

export async function completion(shell: string, program: Command, io: Io): Promise<number> {
  if (!Object.hasOwn(shells, shell)) {
    throw new AnechatError("usage", `There is no completion for "${shell}"`, {
      hint: `The shells are: ${Object.keys(shells).join(", ")}.`,
    });
  }
  const topics = [...program.commands.map((command) => command.name()), everyFlag];
  const commands = commandsOf(program, "").map((one) =>
    one.path === helpCommand ? { ...one, commands: topics } : one,
  );
  io.stdout.write(shells[shell as keyof typeof shells](commands));
  return exitCodes.ok;
}

function commandsOf(command: Command, path: string): Completed[] {
  const own: Completed = {
    path,
    help: command.summary(),
    commands: command.commands.map((sub) => sub.name()),
    flags: command.options.flatMap(
      ({ flags, long, short, description, required, optional, hidden }): Flag[] => {
        if (!long || hidden) return [];
        const help = description.split(/[;(\n]/, 1)[0]?.trim() ?? "";
        const takesFile = /<[^>]*(file|folder)/.test(flags);
        return [{ long, short, help, takesFile, takesValue: required || optional }];
      },
    ),
  };
  const below = command.commands.flatMap((sub) => commandsOf(sub, `${path} ${sub.name()}`.trim()));
  return [own, ...below];
}

/** The summary of a subcommand, or of a command that is an argument of `help`. */
function helpOf(commands: readonly Completed[], path: string, name: string): string {
  const own = commands.find((one) => one.path === `${path} ${name}`.trim());
  return (own ?? commands.find((one) => one.path === name))?.help ?? "";
}

/** The branches of a shell's `case` over "$command $word": which subcommand the word names. */
function subcommandCases(
  commands: readonly Completed[],
  variable: string,
  quote: (text: string) => string,
): string {
  return commands
    .filter(({ path }) => path !== "")
    .map(({ path }) => {
      const [, before = "", word = ""] = /^(.*?) ?(\S+)$/.exec(path) ?? [];
      return `      ${quote(`${before} ${word}`)}) ${variable}=${quote(path)} ;;`;
    })
    .join("\n");
}

function bash(commands: readonly Completed[]): string {
  const cases = commands.map(({ path, commands: subs, flags }) => {
    const words = [...subs, ...flags.map(({ long }) => long), ...(path === "" ? ["demo"] : [])];
    return `    ${JSON.stringify(path)}) words=${JSON.stringify(words.join(" "))} ;;`;
  });
  return `# anechat: completion for bash. Put it into ~/.bashrc:  source <(anechat completion bash)
_anechat() {
  local current=\${COMP_WORDS[COMP_CWORD]} path="" word words
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$path $word" in
${subcommandCases(commands, "path", JSON.stringify)}
    esac
  done
  case "$path" in
${cases.join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  # Models and values may be files.
  [[ $current == -* ]] || COMPREPLY+=($(compgen -f -- "$current"))
}
complete -o filenames -F _anechat anechat
`;
}

function zsh(commands: readonly Completed[]): string {
  const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
  const escaped = (text: string): string => text.replace(/[[\]:\\]/g, "\\$&");
  const cases = commands.map(({ path, commands: subs, flags }) => {
    const specs = flags.flatMap(({ long, short, help, takesValue, takesFile }) =>
      [long, short]
        .filter((name) => name !== undefined)
        .map((name) =>
          quote(`${name}[${escaped(help)}]${takesValue ? `:value:${takesFile ? "_files" : " "}` : ""}`),
        ),
    );
    const names = subs.map((name) => quote(`${name}:${helpOf(commands, path, name)}`));
    const words =
      names.length === 0 ? "" : `\n      local -a subs=(${names.join(" ")})\n      _describe command subs`;
    return `    ${quote(path)})${words}\n      _arguments -s ${specs.join(" ")} '*:file:_files' ;;`;
  });
  return `#compdef anechat
# anechat: completion for zsh. Put it into a folder of your $fpath as _anechat:
#   anechat completion zsh > ~/.zfunc/_anechat
_anechat() {
  local command="" word
  for word in \${words[2,CURRENT-1]}; do
    case "$command $word" in
${subcommandCases(commands, "command", quote)}
    esac
  done
  case "$command" in
${cases.join("\n")}
  esac
}
_anechat "$@"
`;
}

function fish(commands: readonly Completed[]): string {
  const quote = (text: string): string => `'${text.replace(/['\\]/g, "\\$&")}'`;
  const lines = commands.flatMap(({ path, commands: subs, flags }) => {
    const words = path.split(" ").filter(Boolean);
    const top = commands[0]?.commands ?? [];
    const condition =
      words.length === 0
        ? `not __fish_seen_subcommand_from ${top.join(" ")}`
        : words.map((word) => `__fish_seen_subcommand_from ${word}`).join("; and ");
    const rows = subs.map(
      (name) =>
        `complete -c anechat -n ${quote(condition)} -a ${name} -d ${quote(helpOf(commands, path, name))}`,
    );
    const options = flags.map(({ long, short, help, takesValue }) => {
      const shortPart = short === undefined ? "" : ` -s ${short.slice(1)}`;
      return `complete -c anechat -n ${quote(condition)} -l ${long.slice(2)}${shortPart}${takesValue ? " -r" : ""} -d ${quote(help)}`;
    });
    return [...rows, ...options];
  });
  return `# anechat: completion for fish. anechat completion fish > ~/.config/fish/completions/anechat.fish
${lines.join("\n")}
complete -c anechat -n ${quote("__fish_is_first_arg")} -a demo -d ${quote("the tiny model inside")}
`;
}
