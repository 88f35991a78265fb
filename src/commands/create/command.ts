/** `anechat create NAME`: makes a preset of an Ollama Modelfile. */
import { examplesText } from "../../cli/help.ts";
import type { Program } from "../../cli/program.ts";
import type { CreateFlags } from "./run.ts";

export function addCreateCommand(program: Program): void {
  program.root
    .command("create")
    .summary("make a preset of a Modelfile")
    .description(
      "Makes a preset of an Ollama Modelfile: a model with its system prompt, settings and example " +
        "messages. The preset's name works like a model's. It reads FROM, PARAMETER, SYSTEM, " +
        "MESSAGE and LICENSE; TEMPLATE must be of the model's own format. Prints the path of the " +
        'preset\'s file, which can be edited. "anechat rm NAME" removes it.',
    )
    .argument("<preset>", "its name")
    .optionsGroup("Flags:")
    .option("-f, --file <file>", "the Modelfile; -: stdin", "Modelfile")
    .option("--force", "replace an existing preset")
    .option("-q, --quiet", "print only errors on stderr")
    .addHelpText(
      "after",
      `${examplesText("create mario -f Modelfile", "mario", "serve mario", "rm mario")}

A Modelfile:
  FROM bartowski/Llama-3.2-1B-Instruct-GGUF:Q4_K_M
  PARAMETER temperature 0.8
  SYSTEM """You are Mario, and answer in one sentence."""
  MESSAGE user Who are you?
  MESSAGE assistant It's-a me, Mario!`,
    )
    .action((name: string, flags: CreateFlags) =>
      program.run(
        async (io) => (await import("./run.ts")).create(name, flags, program.root, io),
        flags.quiet,
      ),
    );
}
