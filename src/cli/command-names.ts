/** The names that can be typed for the commands below one. */
import type { Command } from "commander";

/** The names and aliases of the commands that a help lists, without the hidden ones. */
export function commandNames(command: Command): string[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .flatMap((one) => [one.name(), ...one.aliases()]);
}
