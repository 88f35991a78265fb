/** The commands that ask many things: compare and eval, their arguments and help. */
import type { Command } from "commander";
import { addModelFlags, addSamplingFlags, parallelOption } from "../cli/flags.ts";
import { commonFlags, examplesText } from "../cli/help.ts";
import type { Io } from "../cli/io.ts";
import { addEndpointFlags } from "../cli/model/endpoints.ts";
import type { CompareFlags } from "./compare/run.ts";
import type { EvalFlags } from "./eval/run.ts";

export function addManyPromptsCommands(
  program: Command,
  run: (work: (io: Io) => Promise<number>, quiet?: boolean) => Promise<void>,
): void {
  const compare = program
    .command("compare")
    .summary("ask two models the same question")
    .description(
      "Asks two models the same question and shows the answers side by side, with speed, memory and the first " +
        "difference. Without a prompt, in a terminal, you chat with both.",
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
      run(async (io) => (await import("./compare/run.ts")).compare(flags, io), flags.quiet),
    );
  commonFlags(
    addModelFlags(addEndpointFlags(addSamplingFlags(compare))),
    ...["--model1", "--model2", "--prompt", "--prompts", "--system-prompt", "--json", "--endpoint"],
    ...["--temperature", "--max-tokens", "--seed", "--ctx-size", "--gpu-layers"],
  );

  const evaluate = program
    .command("eval")
    .summary("test a model with a file of prompts")
    .description(
      "Asks a model many prompts and reports. Without a file, it measures how often the model refuses, with a " +
        "small set of prompts to refuse and to answer. With a file of cases, each with a check (contains, excludes, " +
        "regex, exact, json-schema, refuses), it is a test: the exit code is 1 if a case fails.",
    )
    .argument("[model]", "as for a chat")
    .optionsGroup("Asking:")
    .option(
      "--prompts <file>",
      'file with lines such as {"prompt": "2+2?", "contains": "4"}, or plain prompts',
    )
    .option(
      "--judge <refusals|file>",
      "phrases that mark a refusal: the built-in ones, or a file, one per line",
      "refusals",
    )
    .option("-s, --system-prompt <text>", "how the model should behave")
    .addOption(parallelOption())
    .optionsGroup("Output:")
    .option("-f, --format <format>", "table, jsonl or junit", "table")
    .option("--json", "print one JSON object: model, summary, results")
    .option("-q, --quiet", "print only errors on stderr")
    .option("--verbose", "show llama.cpp's log, and stack traces of errors")
    .addHelpText(
      "after",
      examplesText(
        "eval model.gguf",
        "eval model.gguf --prompts cases.jsonl",
        "eval demo --prompts cases.jsonl --format junit > report.xml",
        "eval http://localhost:8000/v1#qwen --prompts cases.jsonl",
      ),
    )
    .action((model: string | undefined, flags: EvalFlags) =>
      run(async (io) => (await import("./eval/run.ts")).evaluate(model, flags, io), flags.quiet),
    );
  addEndpointFlags(addSamplingFlags(evaluate)).option(
    "--model <name>",
    "model name at the endpoint; without --endpoint, same as [model]",
  );
  commonFlags(
    addModelFlags(evaluate),
    ...["--prompts", "--judge", "--format", "--json", "--system-prompt", "--parallel", "--endpoint"],
    ...["--model", "--temperature", "--max-tokens", "--ctx-size", "--gpu-layers"],
  );
}
