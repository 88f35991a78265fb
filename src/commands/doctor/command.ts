/** `anechat doctor`: its flags and help. */
import { examplesText } from "../../cli/help.ts";
import type { Program } from "../../cli/program.ts";

export function addDoctorCommand(program: Program): void {
  const command = program.root
    .command("doctor")
    .summary("show the facts that a bug report needs")
    .description(
      "Shows versions, the CPU variant and devices in use and why, memory, and folders with " +
        "their sizes. It shows no names, no keys, and no paths outside your home folder, which " +
        "appears as ~.",
    )
    .optionsGroup("Flags:")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `${examplesText("doctor", "doctor --json > report.json")}

Environment:
  ANECHAT_CPU=haswell anechat …   use this CPU variant; doctor lists them`,
    )
    .action((options: { json?: boolean }) =>
      program.run(async (io) => (await import("./run.ts")).doctor(options, io)),
    );
  program.toleratesWrongSettings(command);
}
