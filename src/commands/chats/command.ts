/** `anechat chats`: the commands about saved chats, their arguments and help. */
import type { ChatNumber } from "../../chat/store/chat-store.ts";
import { examplesText } from "../../cli/help.ts";
import type { Program } from "../../cli/program.ts";
import { isDumb } from "../../terminal/capabilities.ts";

const json = ["--json", "print JSON"] as const;

/** The default of --limit. */
const shown = "20";

/** @param resume opens a chat and returns its exit code */
export function addChatsCommand(program: Program, resume: (number: ChatNumber) => Promise<number>): void {
  const chats = program.root
    .command("chats")
    .summary("list, search, show and export saved chats")
    .description(
      "Every chat is saved on this machine as it goes, unless --no-save is given. In a terminal, " +
        "this offers the saved chats to continue; elsewhere it lists them.",
    )
    .helpCommand(false)
    .enablePositionalOptions()
    .optionsGroup("Flags:")
    .option("-l, --limit <n>", "how many to list; 0: all", shown)
    .option(...json)
    .addHelpText(
      "after",
      examplesText("chats", "chats search banana", "chats export 7 chat.md", "--resume 7", "--continue"),
    )
    .action((options: { limit: string; json?: boolean }) =>
      program.run(async (io) => {
        const { browse, list } = await import("./list.ts");
        const isListed = options.json || !io.stdin.isTTY || !io.stdout.isTTY || isDumb(io.env);
        if (isListed) return list(undefined, options, io);
        const chosen = await browse(io);
        return chosen === undefined ? 0 : resume(chosen);
      }),
    );

  chats
    .command("list")
    .alias("ls")
    .summary("list saved chats")
    .description("Lists saved chats, the latest first.")
    .optionsGroup("Flags:")
    .option("-l, --limit <n>", "how many to list; 0: all", shown)
    .option(...json)
    .addHelpText("after", examplesText("chats list", "chats list --limit 0 --json"))
    .action((options: { limit: string; json?: boolean }) =>
      program.run(async (io) => (await import("./list.ts")).list(undefined, options, io)),
    );

  chats
    .command("search")
    .summary("find chats by words")
    .description(
      "Lists chats with a message that has all these words. The last may be the beginning of a word.",
    )
    .argument("<words...>")
    .optionsGroup("Flags:")
    .option("-l, --limit <n>", "how many to list; 0: all", shown)
    .option(...json)
    .addHelpText("after", examplesText("chats search banana bread", "chats search sqlite --json"))
    .action((words: string[], options: { limit: string; json?: boolean }) =>
      program.run(async (io) => (await import("./list.ts")).list(words.join(" "), options, io)),
    );

  chats
    .command("show")
    .summary("print a chat")
    .description("Prints a chat as text. With --json, prints all of it, with every branch.")
    .argument("<number>")
    .optionsGroup("Flags:")
    .option(...json)
    .addHelpText("after", examplesText("chats show 7", "chats show 7 --json"))
    .action((number: string, options: { json?: boolean }) =>
      program.run(async (io) => (await import("./show.ts")).show(number, options, io)),
    );

  chats
    .command("rm")
    .summary("remove chats")
    .description("Removes chats with all their messages.")
    .argument("<numbers...>")
    .optionsGroup("Flags:")
    .option(...json)
    .addHelpText("after", examplesText("chats rm 7", "chats rm 3 4 5"))
    .action((numbers: string[], options: { json?: boolean }) =>
      program.run(async (io) => (await import("./remove.ts")).remove(numbers, options, io)),
    );

  chats
    .command("export")
    .summary("write a chat to a file")
    .description("Writes a chat to a file or to stdout, as JSON with every branch or as markdown.")
    .argument("<number>")
    .argument("[file]", "its extension sets the format: .json or .md")
    .optionsGroup("Flags:")
    .option("-f, --format <format>", "json or md (default: by the file's extension, else md)")
    .option("--force", "replace an existing file")
    .addHelpText("after", examplesText("chats export 7 chat.md", "chats export 7 --format json > chat.json"))
    .action((number: string, file: string | undefined, options: { format?: string; force?: boolean }) =>
      program.run(async (io) => (await import("./export.ts")).exportChat(number, file, options, io)),
    );

  chats
    .command("import")
    .summary("import chats from files")
    .description(
      "Imports chats from JSON: files of export, /save or --save-to, or any list of role and content.",
    )
    .argument("<files...>")
    .optionsGroup("Flags:")
    .option(...json)
    .addHelpText("after", examplesText("chats import chat.json", "chats import sessions/*.json"))
    .action((files: string[], options: { json?: boolean }) =>
      program.run(async (io) => (await import("./import.ts")).importChats(files, options, io)),
    );
}
