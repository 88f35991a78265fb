/** `anechat doctor`: its flags and help. */
import type { Command } from "commander";
import { examplesText } from "../examples.ts";
import type { Io } from "../io.ts";

export const doctorCommand = "doctor";

export function addDoctorCommand(
  program: Command,
  run: (work: (io: Io) => Promise<number>) => Promise<void>,
): void {
  program
    .command(doctorCommand)
    .summary("show what a bug report needs")
    .description(
      "Shows what anechat is made of, what computes on this machine and why, memory, folders and their sizes. " +
        "No names, no keys, and no paths but those below your home folder, which is shown as ~.",
    )
    .optionsGroup("Options:")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `${examplesText("doctor", "doctor --json > report.json")}

Environment:
  ANECHAT_CPU=haswell anechat …   computes with that CPU variant; "doctor" names those that there are`,
    )
    .action((options: { json?: boolean }) =>
      run(async (io) => (await import("./doctor.ts")).doctor(options, io)),
    );
}
