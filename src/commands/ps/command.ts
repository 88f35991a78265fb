/** `anechat ps`: lists running servers. */
import { examplesText } from "../../cli/help.ts";
import type { Program } from "../../cli/program.ts";

export function addPsCommand(program: Program): void {
  program.root
    .command("ps")
    .summary("list running servers")
    .description("Lists your running servers.")
    .optionsGroup("Flags:")
    .option("--json", "print JSON")
    .addHelpText("after", examplesText("ps", "ps --json"))
    .action((flags: { json?: boolean }) =>
      program.run(async (io) => (await import("./run.ts")).ps(flags, io)),
    );
}
