/** `anechat verify NAME`: checks a downloaded model against its hash. */
import { examplesText } from "../../cli/help.ts";
import type { Program } from "../../cli/program.ts";

export function addVerifyCommand(program: Program): void {
  program.root
    .command("verify")
    .summary("check the hash of a downloaded model")
    .description(
      "Checks the hash of a downloaded model. With --repair, downloads only the damaged parts again.",
    )
    .argument("<name>", "a downloaded model")
    .optionsGroup("Flags:")
    .option("--repair", "download the damaged parts again")
    .option("--json", "print JSON")
    .option("-q, --quiet", "print only errors on stderr")
    .addHelpText(
      "after",
      examplesText("verify bartowski/Llama-3.2-1B-Instruct-GGUF", "verify llama3-1b --repair"),
    )
    .action((name: string, options: { repair?: boolean; json?: boolean; quiet?: boolean }) =>
      program.run(async (io) => (await import("./run.ts")).verify(name, options, io)),
    );
}
