/** The commands that ask many things: compare and eval, their arguments and help. */
import type { Command } from "commander";
import { addEndpointFlags } from "../cli/endpoints.ts";
import { examplesText } from "../cli/examples.ts";
import { addModelFlags, addSamplingFlags, parallelOption } from "../cli/flags.ts";
import type { Io } from "../cli/io.ts";
import type { CompareFlags } from "./compare/run.ts";
import type { EvalFlags } from "./eval/run.ts";

export function addManyPromptsCommands(
  program: Command,
  run: (work: (io: Io) => Promise<number>, quiet?: boolean) => Promise<void>,
): void {
  const compare = program
    .command("compare")
    .summary("ask two models the same")
    .description(
      "Asks two models the same and shows their answers side by side, with speed, memory and the first place " +
        "where they differ. Without a prompt, in a terminal, it is a conversation with both.",
    )
    .optionsGroup("Asking:")
    .requiredOption("--model1 <name>", "the one")
    .requiredOption("--model2 <name>", "the other")
    .option("-p, --prompt <text>", "what is asked")
    .option("--prompts <file>", "many prompts: JSON or a text a line")
    .option("-s, --system-prompt <text>", "how both should behave")
    .optionsGroup("Output:")
    .option("--json", "print JSON")
    .option("-q, --quiet", "nothing on stderr but errors")
    .option("--verbose", "llama.cpp's log, and stack traces of errors")
    .addHelpText(
      "after",
      examplesText(
        "compare --model1 demo --model2 model.gguf",
        'compare --model1 small.gguf --model2 large.gguf --prompt "Why is the sky blue?"',
        "compare --model1 a.gguf --model2 b.gguf --prompts questions.txt --json",
        "compare --model1 small.gguf --model2 http://localhost:8000/v1#qwen --prompt Hi",
      ),
    )
    .action((flags: CompareFlags) =>
      run(async (io) => (await import("./compare/run.ts")).compare(flags, io), flags.quiet),
    );
  addModelFlags(addEndpointFlags(addSamplingFlags(compare)));

  const evaluate = program
    .command("eval")
    .summary("test a model with a set of prompts")
    .description(
      "Asks a model many questions at once and reports. By itself, it measures how many prompts the model " +
        "refuses, of a small set to refuse and to answer. With a file of cases, each with a check (contains, " +
        "excludes, regex, exact, json-schema, refuses), it is a test: exit code 1 if a case fails.",
    )
    .argument("[model]", "as for a chat")
    .optionsGroup("Asking:")
    .option("--prompts <file>", 'lines such as {"prompt": "2+2?", "contains": "4"}, or texts without a check')
    .option(
      "--judge <refusals|file>",
      "what marks a refusal: the built-in phrases, or a file's, one a line",
      "refusals",
    )
    .option("-s, --system-prompt <text>", "how the model should behave")
    .addOption(parallelOption())
    .optionsGroup("Output:")
    .option("-f, --format <format>", "table, jsonl or junit", "table")
    .option("--json", "print one JSON object: model, summary, results")
    .option("-q, --quiet", "nothing on stderr but errors")
    .option("--verbose", "llama.cpp's log, and stack traces of errors")
    .addHelpText(
      "after",
      examplesText(
        "eval model.gguf",
        "eval model.gguf --prompts cases.jsonl",
        "eval demo --prompts cases.jsonl --format junit > report.xml",
        "eval --endpoint http://localhost:8000 --model qwen --prompts cases.jsonl",
      ),
    )
    .action((model: string | undefined, flags: EvalFlags) =>
      run(async (io) => (await import("./eval/run.ts")).evaluate(model, flags, io), flags.quiet),
    );
  addEndpointFlags(addSamplingFlags(evaluate)).option(
    "--model <name>",
    "the model's name there; without --endpoint, the same as [model]",
  );
  addModelFlags(evaluate);
}
