/** `anechat rm NAME`: removes a downloaded or converted model, or a preset. */
import { examplesText } from "../../cli/help.ts";
import type { Program } from "../../cli/program.ts";

export function addRmCommand(program: Program): void {
  program.root
    .command("rm")
    .summary("remove a downloaded or converted model, or a preset")
    .description(
      "Removes a downloaded or converted model, with all files that no other model needs; or a preset " +
        'that "anechat create" made.',
    )
    .argument("<name>", "a downloaded model, or a preset")
    .optionsGroup("Flags:")
    .option("--json", "print JSON")
    .addHelpText("after", examplesText("rm bartowski/Llama-3.2-1B-Instruct-GGUF:Q8_0", "rm mario"))
    .action((name: string, options: { json?: boolean }) =>
      program.run(async (io) => (await import("./run.ts")).remove(name, options, io)),
    );
}
