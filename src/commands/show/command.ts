/** `anechat show NAME`: describes a model. */
import { examplesText } from "../../cli/help.ts";
import type { Program } from "../../cli/program.ts";

export function addShowCommand(program: Program): void {
  program.root
    .command("show")
    .summary("show what a model is and how much memory it needs")
    .description("Shows what a model is, how much memory it needs, and where its file is.")
    .argument("<name>", "a downloaded model, a GGUF file, or demo")
    .optionsGroup("Flags:")
    .option("--json", "print JSON")
    .addHelpText("after", examplesText("show demo", "show model.gguf --json"))
    .action((name: string, options: { json?: boolean }) =>
      program.run(async (io) => (await import("./run.ts")).show(name, options, io)),
    );
}
