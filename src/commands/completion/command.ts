/** `anechat completion SHELL`: prints a completion script. */
import { examplesText } from "../../cli/help.ts";
import type { Program } from "../../cli/program.ts";

export function addCompletionCommand(program: Program): void {
  program.root
    .command("completion")
    .summary("print a completion script for your shell")
    .description("Prints a completion script for bash, zsh or fish. Its first lines say where to put it.")
    .argument("<shell>", "bash, zsh or fish")
    .addHelpText(
      "after",
      examplesText("completion bash", "completion fish > ~/.config/fish/completions/anechat.fish"),
    )
    .action((shell: string) =>
      program.run(async (io) => (await import("./run.ts")).completion(shell, program.root, io)),
    );
}
