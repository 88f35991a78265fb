/** The commands about models: their arguments and help. What they do stands in a file each, loaded when it is asked for. */
import type { Command } from "commander";
import { examplesText } from "../cli/help.ts";
import type { Io } from "../cli/io.ts";
import { addConversionFlags, type ConversionFlags } from "../cli/model/conversion-flags.ts";

type Work = (io: Io) => Promise<number>;

const converting = "Converting:";

/** @param run does a command's work and takes its exit code */
export function addModelCommands(program: Command, run: (work: Work) => Promise<void>): void {
  const json = ["--json", "print JSON"] as const;

  const pull = program
    .command("pull")
    .summary("download a model from Hugging Face")
    .description("Downloads a model from Hugging Face, converts it if needed, and prints its path.")
    .argument("<name>", "owner/name[@revision][:quantization or file], a URL, or an alias")
    .optionsGroup("Flags:")
    .option(...json)
    .option("-q, --quiet", "print only errors on stderr")
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
    .summary("convert a safetensors model to a GGUF file")
    .description(
      "Converts a safetensors model, also one of mlx-lm, to one GGUF file, and prints its path.\n" +
        "Opening such a model converts it automatically, into anechat's cache.",
    )
    .argument(
      "<source>",
      "a folder with config.json and safetensors, or owner/name[@revision] on Hugging Face",
    )
    .argument("[out]", "file to write (default: <name>-<quant>.gguf in this folder)")
    .optionsGroup("Flags:")
    .option("--force", "replace an existing file")
    .option(...json)
    .option("-q, --quiet", "print only errors on stderr")
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
    .summary("list local models")
    .description(
      "Lists the GGUF models in the Hugging Face cache, whichever program downloaded them, and converted models.",
    )
    .optionsGroup("Flags:")
    .option(...json)
    .addHelpText("after", examplesText("list", "list --json"))
    .action((options: { json?: boolean }) =>
      run(async (io) => (await import("../cli/model/list-models.ts")).list(options, io)),
    );

  program
    .command("show")
    .summary("show what a model is and how much memory it needs")
    .description("Shows what a model is, how much memory it needs, and where its file is.")
    .argument("<name>", "a downloaded model, a GGUF file, or demo")
    .optionsGroup("Flags:")
    .option(...json)
    .addHelpText("after", examplesText("show demo", "show model.gguf --json"))
    .action((name: string, options: { json?: boolean }) =>
      run(async (io) => (await import("./show/run.ts")).show(name, options, io)),
    );

  program
    .command("verify")
    .summary("check the hash of a downloaded model")
    .description(
      "Checks the hash of a downloaded model. With --repair, downloads only the damaged parts again.",
    )
    .argument("<name>", "a downloaded model")
    .optionsGroup("Flags:")
    .option("--repair", "download the damaged parts again")
    .option(...json)
    .option("-q, --quiet", "print only errors on stderr")
    .addHelpText(
      "after",
      examplesText("verify bartowski/Llama-3.2-1B-Instruct-GGUF", "verify llama3-1b --repair"),
    )
    .action((name: string, options: { repair?: boolean; json?: boolean; quiet?: boolean }) =>
      run(async (io) => (await import("./verify/run.ts")).verify(name, options, io)),
    );

  program
    .command("rm")
    .summary("remove a downloaded or converted model")
    .description("Removes a downloaded or converted model, with all files that no other model needs.")
    .argument("<name>", "a downloaded model")
    .optionsGroup("Flags:")
    .option(...json)
    .addHelpText("after", examplesText("rm bartowski/Llama-3.2-1B-Instruct-GGUF:Q8_0"))
    .action((name: string, options: { json?: boolean }) =>
      run(async (io) => (await import("./rm/run.ts")).remove(name, options, io)),
    );
}
