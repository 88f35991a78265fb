/** `anechat pull NAME`: downloads a model. */
import { examplesText } from "../../cli/help.ts";
import { addConversionFlags, type ConversionFlags } from "../../cli/model/conversion-flags.ts";
import type { Program } from "../../cli/program.ts";

export function addPullCommand(program: Program): void {
  const pull = program.root
    .command("pull")
    .summary("download a model from Hugging Face")
    .description("Downloads a model from Hugging Face, converts it if needed, and prints its path.")
    .argument("<name>", "owner/name[@revision][:quantization or file], a URL, or an alias")
    .optionsGroup("Flags:")
    .option("--json", "print JSON")
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
      program.run(async (io) => (await import("./run.ts")).pull(name, options, io)),
    );
  addConversionFlags(pull, "Converting:");
}
