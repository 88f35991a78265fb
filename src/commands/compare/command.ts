/** `anechat compare`: asks two models the same questions. */
import { addModelFlags, addSamplingFlags } from "../../cli/flags.ts";
import { commonFlags, examplesText } from "../../cli/help.ts";
import { addEndpointFlags } from "../../cli/model/endpoints.ts";
import type { Program } from "../../cli/program.ts";
import type { CompareFlags } from "./run.ts";

export function addCompareCommand(program: Program): void {
  const compare = program.root
    .command("compare")
    .summary("ask two models the same question")
    .description(
      "Asks two models the same question and shows the answers side by side, with speed, memory " +
        "and the first difference. Without a prompt, in a terminal, you chat with both.",
    )
    .optionsGroup("Asking:")
    .requiredOption("--model1 <name>", "first model")
    .requiredOption("--model2 <name>", "second model")
    .option("-p, --prompt <text>", "ask this and exit")
    .option("--prompts <file>", "ask every prompt in a file, JSON or text")
    .option("-s, --system-prompt <text>", "how both models should behave")
    .optionsGroup("Output:")
    .option("--json", "print JSON")
    .option("-q, --quiet", "print only errors on stderr")
    .option("--verbose", "show llama.cpp's log, and stack traces of errors")
    .addHelpText(
      "after",
      examplesText(
        "compare --model1 demo --model2 model.gguf",
        'compare --model1 small.gguf --model2 large.gguf -p "Why is the sky blue?"',
        "compare --model1 a.gguf --model2 b.gguf --prompts questions.txt --json",
        "compare --model1 demo --model2 http://localhost:8000/v1#qwen -p Hi",
      ),
    )
    .action((flags: CompareFlags) =>
      program.run(async (io) => (await import("./run.ts")).compare(flags, io), flags.quiet),
    );
  commonFlags(
    addModelFlags(addEndpointFlags(addSamplingFlags(compare))),
    ...["--model1", "--model2", "--prompt", "--prompts", "--system-prompt", "--json", "--endpoint"],
    ...["--temperature", "--max-tokens", "--seed", "--ctx-size", "--gpu-layers"],
  );
}
