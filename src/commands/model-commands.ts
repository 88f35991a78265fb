/** The commands about models: their arguments and help. What they do stands in a file each, loaded when it is asked for. */
import type { Command } from "commander";
import { addConversionFlags, type ConversionFlags } from "../cli/conversion-flags.ts";
import { examplesText } from "../cli/examples.ts";
import type { Io } from "../cli/io.ts";

type Work = (io: Io) => Promise<number>;

const converting = "Converting:";

/** @param run does a command's work and takes its exit code */
export function addModelCommands(program: Command, run: (work: Work) => Promise<void>): void {
  const json = ["--json", "print JSON"] as const;

  const pull = program
    .command("pull")
    .summary("fetch a model from the Hub")
    .description("Fetches a model from the Hub, converts it where it must, and prints its path.")
    .argument("<name>", "owner/name[@revision][:quantization or file], an address, or an alias")
    .optionsGroup("Options:")
    .option(...json)
    .option("-q, --quiet", "nothing on stderr but errors")
    .addHelpText(
      "after",
      examplesText(
        "pull bartowski/Llama-3.2-1B-Instruct-GGUF",
        "pull bartowski/Llama-3.2-1B-Instruct-GGUF:Q8_0",
        "pull Qwen/Qwen2.5-0.5B-Instruct --quant Q4_K_M",
      ),
    )
    .action((name: string, options: ConversionFlags & { json?: boolean }) =>
      run(async (io) => (await import("./pull/run.ts")).pull(name, options, io)),
    );
  addConversionFlags(pull, converting);

  const convert = program
    .command("convert")
    .summary("make a GGUF file of a safetensors model")
    .description(
      "Converts a model from safetensors, mlx-lm's too, to one GGUF file, and prints its path.\n" +
        "Opening such a model does the same by itself, into anechat's cache.",
    )
    .argument("<source>", "a folder with config.json and safetensors, or owner/name[@revision] of the Hub")
    .argument("[out]", "the file to write (default: <name>-<quant>.gguf in this folder)")
    .optionsGroup("Options:")
    .option("--force", "replace the file if it is there")
    .option(...json)
    .option("-q, --quiet", "nothing on stderr but errors")
    .addHelpText(
      "after",
      examplesText(
        "convert ./my-finetune",
        "convert ./my-finetune model.gguf --quant Q6_K",
        "convert mlx-community/Llama-3.2-3B-Instruct-4bit",
      ),
    )
    .action(
      (
        source: string,
        out: string | undefined,
        options: ConversionFlags & { json?: boolean; force?: boolean },
      ) => run(async (io) => (await import("./convert/run.ts")).convert(source, out, options, io)),
    );
  addConversionFlags(convert, converting);

  program
    .command("list")
    .alias("ls")
    .summary("list the models that are here")
    .description(
      "Lists the GGUF models in the Hub's cache, whoever fetched them, and those that were converted.",
    )
    .optionsGroup("Options:")
    .option(...json)
    .addHelpText("after", examplesText("list", "list --json"))
    .action((options: { json?: boolean }) =>
      run(async (io) => (await import("./list/run.ts")).list(options, io)),
    );

  program
    .command("show")
    .summary("describe a model")
    .description("Shows what a model is, how much memory it takes, and where it lies.")
    .argument("<name>", "a downloaded model, a GGUF file, or demo")
    .optionsGroup("Options:")
    .option(...json)
    .addHelpText("after", examplesText("show demo", "show model.gguf --json"))
    .action((name: string, options: { json?: boolean }) =>
      run(async (io) => (await import("./show/run.ts")).show(name, options, io)),
    );

  program
    .command("verify")
    .summary("check a downloaded model against its hash")
    .description("Hashes a downloaded model anew; with --repair, fetches what is damaged and nothing else.")
    .argument("<name>", "a downloaded model")
    .optionsGroup("Options:")
    .option("--repair", "fetch the damaged ranges again")
    .option(...json)
    .option("-q, --quiet", "nothing on stderr but errors")
    .addHelpText(
      "after",
      examplesText("verify bartowski/Llama-3.2-1B-Instruct-GGUF", "verify llama3-1b --repair"),
    )
    .action((name: string, options: { repair?: boolean; json?: boolean; quiet?: boolean }) =>
      run(async (io) => (await import("./verify/run.ts")).verify(name, options, io)),
    );

  program
    .command("rm")
    .summary("remove a downloaded model")
    .description("Removes a downloaded or converted model, with what no other model needs.")
    .argument("<name>", "a downloaded model")
    .optionsGroup("Options:")
    .option(...json)
    .addHelpText("after", examplesText("rm bartowski/Llama-3.2-1B-Instruct-GGUF:Q8_0"))
    .action((name: string, options: { json?: boolean }) =>
      run(async (io) => (await import("./rm/run.ts")).remove(name, options, io)),
    );
}
