/** `anechat stop`: stops servers. */
import { examplesText } from "../../cli/help.ts";
import type { Program } from "../../cli/program.ts";

export function addStopCommand(program: Program): void {
  program.root
    .command("stop")
    .summary("stop servers")
    .description("Stops servers, after they have finished the answers in progress.")
    .argument("[names...]", "names or ports, as ps shows them")
    .optionsGroup("Flags:")
    .option("--all", "stop all of them")
    .option("-q, --quiet", "print only errors on stderr")
    .addHelpText("after", examplesText("stop demo", "stop 8080", "stop --all"))
    .action((names: string[], flags: { all?: boolean; quiet?: boolean }) =>
      program.run(async (io) => (await import("./run.ts")).stop(names, flags, io), flags.quiet),
    );
}
