/**
 * `anechat completion SHELL` prints a completion script. The script calls the hidden command
 * `anechat __complete`, which knows the commands, flags, models and chats.
 */
import { examplesText } from "../../cli/help.ts";
import type { Program } from "../../cli/program.ts";
import { completeCommand, shells } from "./scripts.ts";

export function addCompletionCommand(program: Program): void {
  program.root
    .command("completion")
    .summary("print a completion script for your shell")
    .description(
      "Prints a completion script for bash, zsh or fish. Its first lines say where to put it. The " +
        "script asks anechat for commands, flags, models, chats and presets as you press Tab.",
    )
    .argument("<shell>", shells.join(", "))
    .addHelpText(
      "after",
      examplesText("completion bash", "completion fish > ~/.config/fish/completions/anechat.fish"),
    )
    .action((shell: string) => program.run(async (io) => (await import("./run.ts")).completion(shell, io)));

  const complete = program.root
    .command(completeCommand, { hidden: true })
    .argument("[words...]")
    .helpOption(false)
    .allowUnknownOption()
    .passThroughOptions()
    .action((words: string[]) =>
      program.run(async (io) => (await import("./run.ts")).answerShell(words, program, io)),
    );
  program.toleratesWrongSettings(complete);
}
