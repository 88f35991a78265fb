/** `anechat list`: the models on this machine. */
import { examplesText } from "../../cli/help.ts";
import type { Program } from "../../cli/program.ts";

export function addListCommand(program: Program): void {
  program.root
    .command("list")
    .alias("ls")
    .summary("list local models")
    .description(
      "Lists the GGUF models in the Hugging Face cache, whichever program downloaded them, " +
        "and converted models.",
    )
    .optionsGroup("Flags:")
    .option("--json", "print JSON")
    .addHelpText("after", examplesText("list", "list --json"))
    .action((options: { json?: boolean }) =>
      program.run(async (io) => (await import("./run.ts")).list(options, io)),
    );
}
