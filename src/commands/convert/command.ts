/** `anechat convert SOURCE [OUT.gguf]`: makes one GGUF file of a safetensors model. */
import { examplesText } from "../../cli/help.ts";
import { addConversionFlags, type ConversionFlags } from "../../cli/model/conversion-flags.ts";
import type { Program } from "../../cli/program.ts";

export function addConvertCommand(program: Program): void {
  const convert = program.root
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
    .option("--json", "print JSON")
    .option("-q, --quiet", "print only errors on stderr")
    .addHelpText(
      "after",
      examplesText(
        "convert ./my-finetune",
        "convert ./my-finetune model.gguf --quant Q6_K",
        "convert mlx-community/Llama-3.2-1B-Instruct-4bit",
      ),
    )
    .action(
      (
        source: string,
        out: string | undefined,
        options: ConversionFlags & { json?: boolean; force?: boolean },
      ) => program.run(async (io) => (await import("./run.ts")).convert(source, out, options, io)),
    );
  addConversionFlags(convert, "Converting:");
}
