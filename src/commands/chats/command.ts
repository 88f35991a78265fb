/** `anechat chats`: the commands about kept chats, their arguments and help. */
import type { Command } from "commander";
import type { ChatNumber } from "../../chat/store/chat-store.ts";
import { examplesText } from "../../cli/examples.ts";
import type { Io } from "../../cli/io.ts";

type Run = (work: (io: Io) => Promise<number>) => Promise<void>;

const json = ["--json", "print JSON"] as const;

/** How many are listed where nobody says. */
const shown = "20";

/** @param resume opens a chat; gives its exit code */
export function addChatsCommands(
  program: Command,
  run: Run,
  resume: (number: ChatNumber) => Promise<number>,
): void {
  const chats = program
    .command("chats")
    .summary("list, search, show and export kept chats")
    .description(
      "Every chat is kept on this machine as it goes, but with --no-save. In a terminal, this offers them for " +
        "going on with; elsewhere it lists them.",
    )
    .helpCommand(false)
    .enablePositionalOptions()
    .optionsGroup("Options:")
    .option("-l, --limit <n>", "how many; 0: all", shown)
    .option(...json)
    .addHelpText(
      "after",
      examplesText("chats", "chats search banana", "chats export 7 chat.md", "--resume 7", "--continue"),
    )
    .action((options: { limit: string; json?: boolean }) =>
      run(async (io) => {
        const { browse, list } = await import("./list.ts");
        const isListed = options.json || !io.stdin.isTTY || !io.stdout.isTTY;
        if (isListed) return list(undefined, options, io);
        const chosen = await browse(io);
        return chosen === undefined ? 0 : resume(chosen);
      }),
    );

  chats
    .command("list")
    .alias("ls")
    .summary("list kept chats")
    .description("Lists kept chats, the one spoken in last first.")
    .optionsGroup("Options:")
    .option("-l, --limit <n>", "how many; 0: all", shown)
    .option(...json)
    .addHelpText("after", examplesText("chats list", "chats list --limit 0 --json"))
    .action((options: { limit: string; json?: boolean }) =>
      run(async (io) => (await import("./list.ts")).list(undefined, options, io)),
    );

  chats
    .command("search")
    .summary("find chats by their words")
    .description("Lists chats in which a message has all these words; the last may be the beginning of one.")
    .argument("<words...>")
    .optionsGroup("Options:")
    .option("-l, --limit <n>", "how many; 0: all", shown)
    .option(...json)
    .addHelpText("after", examplesText("chats search banana bread", "chats search sqlite --json"))
    .action((words: string[], options: { limit: string; json?: boolean }) =>
      run(async (io) => (await import("./list.ts")).list(words.join(" "), options, io)),
    );

  chats
    .command("show")
    .summary("print a chat")
    .description("Prints a chat to read, or with --json all of it, with every branch.")
    .argument("<number>")
    .optionsGroup("Options:")
    .option(...json)
    .addHelpText("after", examplesText("chats show 7", "chats show 7 --json"))
    .action((number: string, options: { json?: boolean }) =>
      run(async (io) => (await import("./show.ts")).show(number, options, io)),
    );

  chats
    .command("rm")
    .summary("remove chats")
    .description("Removes chats, with all that was said in them.")
    .argument("<numbers...>")
    .optionsGroup("Options:")
    .option(...json)
    .addHelpText("after", examplesText("chats rm 7", "chats rm 3 4 5"))
    .action((numbers: string[], options: { json?: boolean }) =>
      run(async (io) => (await import("./remove.ts")).remove(numbers, options, io)),
    );

  chats
    .command("export")
    .summary("write a chat to a file")
    .description("Writes a chat to a file, or to stdout: JSON with every branch, or markdown to read.")
    .argument("<number>")
    .argument("[file]", "its ending tells the format: .json or .md")
    .optionsGroup("Options:")
    .option("-f, --format <format>", "json or md (default: by the file's ending, else md)")
    .option("--force", "replace the file if it is there")
    .addHelpText("after", examplesText("chats export 7 chat.md", "chats export 7 --format json > chat.json"))
    .action((number: string, file: string | undefined, options: { format?: string; force?: boolean }) =>
      run(async (io) => (await import("./export.ts")).exportChat(number, file, options, io)),
    );

  chats
    .command("import")
    .summary("take chats in from files")
    .description(
      "Takes chats in from JSON: of export, of /save, of --save-to, or any list of role and content.",
    )
    .argument("<files...>")
    .optionsGroup("Options:")
    .option(...json)
    .addHelpText("after", examplesText("chats import chat.json", "chats import sessions/*.json"))
    .action((files: string[], options: { json?: boolean }) =>
      run(async (io) => (await import("./import.ts")).importChats(files, options, io)),
    );
}
